"""A traced run: what every process of it writes down, under each start method, with the script as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from book.timeline_words import WORDS
from runs.check import problems
from runs.contract import read_contract
from runs.header import START_METHODS
from runs.runner import run_once
from runs.store import Job, Store
from runs.timeline import MAX_BYTES, draw
from runs.trace import Timeline, read_trace, timeline_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from runs.example import Example
    from runs.trace import Lane

WAITING = """
from multiprocessing import Lock, Process, Queue
from queue import Empty

def wait(lock, queue):
    lock.acquire(timeout=0.05)
    try:
        queue.get(timeout=0.05)
    except Empty:
        print("empty")

if __name__ == "__main__":
    lock, queue = Lock(), Queue()
    with lock:
        child = Process(target=wait, args=(lock, queue), name="waiter")
        child.start()
        child.join()
"""

KILLED = """
from multiprocessing import Event, Process
import signal

def stay(is_there):
    is_there.set()
    signal.pause()

if __name__ == "__main__":
    is_there = Event()
    child = Process(target=stay, args=(is_there,))
    child.start()
    is_there.wait()
    child.kill()
    child.join()
    print(child.exitcode)
"""

HUNDRED = """
from multiprocessing import Process

def nothing():
    pass

if __name__ == "__main__":
    children = [Process(target=nothing) for _ in range(100)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(sum(child.exitcode for child in children))
"""

NESTED = """
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool
from multiprocessing.pool import ThreadPool

def double(number):
    return 2 * number

def in_threads(numbers):
    with ThreadPool(2) as pool:
        return sum(pool.map(double, numbers))

def in_processes(numbers):
    with Pool(1) as pool:
        return sum(pool.map(double, numbers))

if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(in_threads, [1, 2]).result())
        print(executor.submit(in_processes, [1, 2]).result())
"""

SHORT_WAITS = """
from multiprocessing import Barrier, Process

def meet(barrier):
    for _ in range(1000):
        barrier.wait()

if __name__ == "__main__":
    barrier = Barrier(2)
    children = [Process(target=meet, args=(barrier,)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
"""


@pytest.fixture
def trace(write_example: Callable[..., Example]) -> Callable[..., Timeline]:
    """Runs some code traced, holds it against its contract, and returns its timeline."""

    def trace(code: str, contract: str, start_method: str) -> Timeline:
        example = write_example(code, contract)
        run = run_once(example, start_method, traced=True)
        assert not list(problems(example, read_contract(example.contract_file), run))
        return timeline_of(run.trace)

    return trace


def lane_of(timeline: Timeline, name: str) -> Lane:
    return next(lane for lane in timeline.lanes if lane.name == name)


@pytest.mark.parametrize("method", START_METHODS)
def test_a_child_has_a_lane_with_its_waits(trace: Callable[..., Timeline], method: str) -> None:
    timeline = trace(WAITING, "empty\n", method)
    main, child = timeline.lanes[0], lane_of(timeline, "waiter")
    assert (main.role, main.is_ended) == ("program", True)
    assert (child.parent, child.exit_code, child.is_ended) == (main.pid, 0, True)
    assert main.start < child.start < child.end <= main.end
    waits = [span.label for span in child.spans if span.kind in ("lock", "data")]
    assert waits == ["Lock.acquire()", "Queue.get()"]
    assert {"start()", "join()"} <= {span.label for span in main.spans}
    assert [arrow.kind for arrow in timeline.arrows] == ["start", "exit"]


@pytest.mark.parametrize("method", START_METHODS)
def test_helpers_have_lanes_of_their_own_at_the_end(trace: Callable[..., Timeline], method: str) -> None:
    timeline = trace(WAITING, "empty\n", method)
    helpers = {"fork": set(), "spawn": {"resource tracker"}, "forkserver": {"fork server", "resource tracker"}}
    assert {lane.role for lane in timeline.lanes[2:]} == helpers[method]
    assert all(lane.is_ended and not lane.spans for lane in timeline.lanes[2:])


@pytest.mark.parametrize("method", START_METHODS)
def test_events_of_a_child_are_in_order(write_example: Callable[..., Example], method: str) -> None:
    run = run_once(write_example(WAITING), method, traced=True)
    events = read_trace(run.trace)
    child = next(event.pid for event in events if event.kind == "run")
    kinds = [event.kind for event in events if event.pid == child]
    assert kinds == ["load" if method == "spawn" else "fork", "run", "wait", "go", "wait", "go", "end"]
    of_child = [event.kind for event in events if event.pid == child or str(child) in event.fields]
    assert (of_child[0], of_child[-2:]) == ("start", ["end", "reap"])


@pytest.mark.parametrize("method", START_METHODS)
def test_a_killed_child_ends_where_it_was_killed(trace: Callable[..., Timeline], method: str) -> None:
    timeline = trace(KILLED, "-9\n", method)
    child = lane_of(timeline, "Process-1")
    assert (child.is_ended, child.exit_code) == (False, -9)
    kill = next(arrow for arrow in timeline.arrows if arrow.kind == "kill")
    assert (kill.to_pid, child.end) == (child.pid, kill.to_time)


def test_a_hundred_processes_fit_into_one_small_picture(trace: Callable[..., Timeline]) -> None:
    timeline = trace(HUNDRED, "0\n", "fork")
    assert len(timeline.own) == 101
    picture = draw(timeline, WORDS["en"], "x")
    assert len(picture.encode()) <= MAX_BYTES
    assert "and 85 more" in picture


@pytest.mark.parametrize("method", START_METHODS)
def test_a_pool_within_a_pool(trace: Callable[..., Timeline], method: str) -> None:
    timeline = trace(NESTED, "6\n6\n", method)
    main, outer, inner = timeline.own
    assert (outer.parent, inner.parent) == (main.pid, outer.pid)
    assert [task.label for task in outer.tasks] == ["in_threads", "in_processes"]
    assert [task.label for task in inner.tasks] == ["double", "double"]
    assert "Future.result()" in {span.label for span in main.spans}


def test_many_short_waits_are_gathered(write_example: Callable[..., Example]) -> None:
    run = run_once(write_example(SHORT_WAITS), "fork", traced=True)
    spans = [span for lane in timeline_of(run.trace).lanes for span in lane.spans if span.label == "Barrier.wait()"]
    assert max(span.number for span in spans) > 1
    assert len(spans) < 2 * 2 * 200  # of the first 200 each, and of the gathered ones


def test_an_untraced_run_loads_nothing_of_it(write_example: Callable[..., Example]) -> None:
    code = """
        import multiprocessing, sys

        def show():
            print(any("_run_trace" in name for name in sys.modules))

        if __name__ == "__main__":
            show()
            child = multiprocessing.Process(target=show)
            child.start()
            child.join()
    """
    example = write_example(code)
    assert [run_once(example, method).stdout for method in START_METHODS] == ["False\nFalse\n"] * 3
    assert run_once(example, "fork").trace == ""
    assert run_once(example, "fork", traced=True).stdout == "True\nTrue\n"


def test_a_traced_run_is_a_record_of_its_own(write_example: Callable[..., Example], tmp_path: Path) -> None:
    example, store = write_example("print()"), Store(tmp_path)
    plain, traced = Job(example, "fork"), Job(example, "fork", traced=True)
    assert store.path(plain) != store.path(traced)
    made = store.recorded(traced)
    assert made.trace
    assert store.load(traced) == made
    assert store.load(plain) is None
