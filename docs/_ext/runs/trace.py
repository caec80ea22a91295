"""The trace of a run: what its processes wrote while they ran, as lanes with spans and arrows between them.

A line of a trace has, between tabs, the time (seconds of a clock that all processes share), the pid, the kind, and:

    load    parent's pid, role     an interpreter has started: program, spawned child, fork server, resource tracker
    fork    parent's pid           a process has come out of a fork
    run     name, parent's pid     a child is complete and calls its target; the parent is the one that started it
    start   pid, name, method      a process has started a child; the time is that at which it began to
    wait    call, number           the main thread cannot go on in this call, until `go`; so many times, in sum
    task    name, number           a worker of a pool works on a task, until `done`; so many, in sum
    signal  pid, number            a process sends a signal to its child
    reap    pid, exit code         a process has seen the end of its child
    end                            the process ends; one that is killed writes none
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Kind = Literal["starting", "running", "task", "start", "lock", "event", "data", "result", "join", "sleep", "serving"]

HELPERS = ("fork server", "resource tracker")
FIELDS = {
    "load": 2,
    "fork": 1,
    "run": 2,
    "start": 3,
    "wait": 2,
    "go": 0,
    "task": 2,
    "done": 0,
    "signal": 2,
    "reap": 2,
    "end": 0,
}
# Which kind of wait a call is, by how it begins; `data` is what the others are not.
CALLS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("start", ("start()", "Manager.start")),
    ("running", ("Thread.start",)),  # inside of other calls, which so do not get its name
    ("lock", ("Lock", "RLock", "Semaphore", "BoundedSemaphore")),
    ("event", ("Event", "Condition", "Barrier", "threading.", "signal.")),
    ("result", ("AsyncResult", "Pool.apply", "Pool.map", "Pool.starmap", "imap", "Future", "futures", "as_completed")),
    ("join", ("join()", "parent_process", "Pool.", "Executor", "Thread.join", "Queue.join_thread")),
    ("sleep", ("sleep()",)),
    ("serving", ("Server.serve_forever",)),
)


@dataclass(frozen=True)
class Event:
    """One line of a trace; `time` is in seconds."""

    time: float
    pid: int
    kind: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Span:
    """What a process did from `start` to `end`, in seconds since the run began; `label` is a call or a task's name.

    `number` is more than 1 where many short ones were gathered into one that is as long as all of them.
    """

    kind: Kind
    start: float
    end: float
    label: str = ""
    number: int = 1


@dataclass(frozen=True)
class Lane:
    """One process. `spans` and `tasks` are in order and do not overlap; where there is no span, it runs.

    `name` is that of the Process object, empty if there is none; `role` is what the interpreter was started for, empty
    for a child of a fork. `parent` is the pid of the process that called start(), or else of the one that forked.
    `exit_code` is what the parent saw, None if it did not look; `is_ended` is false for a process that was cut off.
    """

    pid: int
    start: float
    end: float
    name: str = ""
    role: str = ""
    parent: int = 0
    is_ended: bool = True
    exit_code: int | None = None
    spans: tuple[Span, ...] = ()
    tasks: tuple[Span, ...] = ()

    @property
    def is_helper(self) -> bool:
        """Whether it does nothing of the script's own work."""
        return self.role in HELPERS


@dataclass(frozen=True)
class Arrow:
    """From one lane to another: `start` from start() to the child's first sign, `exit` from its last to the reaper."""

    kind: Literal["start", "exit", "kill"]
    from_pid: int
    from_time: float
    to_pid: int
    to_time: float


@dataclass(frozen=True)
class Timeline:
    """The lanes of a run, a parent ahead of its children, helpers at the end.

    `seconds` is when the last of the script's own processes ended; helpers end a little later.
    """

    seconds: float = 0.0
    lanes: tuple[Lane, ...] = ()
    arrows: tuple[Arrow, ...] = ()

    @property
    def own(self) -> list[Lane]:
        """The script's own processes."""
        return [lane for lane in self.lanes if not lane.is_helper]


def read_trace(text: str) -> list[Event]:
    """The events in order of time. A line that is not whole is left out: its process was killed, or left the run."""
    events = []
    for line in text.splitlines():
        try:
            moment, pid, kind, *fields = line.split("\t")
            event = Event(float(moment), int(pid), kind, tuple(fields))
        except ValueError:
            continue
        if len(fields) == FIELDS.get(kind):
            events.append(event)
    return sorted(events, key=lambda event: event.time)


def timeline_of(trace: str) -> Timeline:
    """The timeline of a trace; empty for an empty one."""
    events = read_trace(trace)
    if not events:
        return Timeline()
    zero, last = events[0].time, events[-1].time
    events = [replace(event, time=event.time - zero) for event in events]
    by_pid: defaultdict[int, list[Event]] = defaultdict(list)
    for event in events:
        by_pid[event.pid].append(event)
    told = Told.of(events)
    lanes = {pid: lane_of(pid, own, told, last - zero) for pid, own in by_pid.items()}
    seconds = max((lane.end for lane in lanes.values() if not lane.is_helper), default=last - zero)
    return Timeline(seconds, tuple(in_order(lanes.values(), told)), tuple(arrows_of(events, lanes)))


@dataclass
class Told:
    """What other processes say of one, by its pid: when it was started by whom, and when its end was seen."""

    started: dict[int, Event] = field(default_factory=dict)
    reaped: dict[int, Event] = field(default_factory=dict)
    signalled: dict[int, Event] = field(default_factory=dict)

    @classmethod
    def of(cls, events: Iterable[Event]) -> Told:
        told = cls()
        places = {"start": told.started, "reap": told.reaped, "signal": told.signalled}
        for event in events:
            if event.kind in places:
                places[event.kind].setdefault(int(event.fields[0]), event)
        return told


def lane_of(pid: int, events: Sequence[Event], told: Told, last: float) -> Lane:
    """The lane of the process whose own events are these; `last` is the end of the run."""
    lane = Lane(pid, events[0].time, events[-1].time)
    for event in events:
        match event.kind, event.fields:
            case "load", (parent, role) if not lane.role:
                lane = replace(lane, role=role, parent=int(parent))
            case "fork", (parent,):
                lane = replace(lane, parent=int(parent))
            case "run", (name, parent):
                lane = replace(lane, name=name, parent=int(parent))
    if pid in told.started and not lane.name:  # killed before it came to run
        started = told.started[pid]
        lane = replace(lane, name=started.fields[1], parent=started.pid)
    is_ended = events[-1].kind == "end"
    reaped = told.reaped.get(pid)
    code = int(reaped.fields[1]) if reaped else None
    if not is_ended:
        seen = reaped.time if reaped else last
        signalled = told.signalled.get(pid)
        # Nobody wrote down the moment: that of the signal, if there was one, else that at which the end was seen
        lane = replace(lane, end=max(lane.end, min(seen, signalled.time) if signalled and (code or 0) < 0 else seen))
    spans, tasks = tuple(spans_of(lane, events)), tuple(tasks_of(events, lane.end))
    return replace(lane, is_ended=is_ended, exit_code=code, spans=spans, tasks=tasks)


def spans_of(lane: Lane, events: Sequence[Event]) -> Iterator[Span]:
    """How long a child took until it ran its target, then its waits."""
    run = next((event.time for event in events if event.kind == "run"), None)
    if run is not None and run > lane.start:
        yield Span("starting", lane.start, run)
    yield from (span for span in pairs(events, "wait", "go", lane.end) if run is None or span.start >= run)


def tasks_of(events: Sequence[Event], end: float) -> Iterator[Span]:
    for span in pairs(events, "task", "done", end):
        yield replace(span, kind="task")


def pairs(events: Sequence[Event], opening: str, closing: str, end: float) -> Iterator[Span]:
    """A span from each `opening` event to the next `closing` one; the last may last until `end`."""
    begun: Span | None = None
    for event in events:
        if event.kind == opening:
            call, number = event.fields
            begun = Span(kind_of(call), event.time, end, call, int(number))
        elif event.kind == closing and begun is not None:
            yield replace(begun, end=event.time)
            begun = None
    if begun is not None:
        yield begun


def kind_of(call: str) -> Kind:
    """What a call waits for."""
    return next((kind for kind, beginnings in CALLS if call.startswith(beginnings)), "data")


def in_order(lanes: Iterable[Lane], told: Told) -> Iterator[Lane]:
    """A parent ahead of its children, which come as they were started; helpers at the end."""
    begun = {pid: event.time for pid, event in told.started.items()}
    waiting = sorted(lanes, key=lambda lane: begun.get(lane.pid, lane.start))
    helpers = [lane for lane in waiting if lane.is_helper]
    pids = {lane.pid for lane in waiting if not lane.is_helper}

    def with_children(lane: Lane) -> Iterator[Lane]:
        yield lane
        for child in waiting:
            if child.parent == lane.pid and child.pid != lane.pid and not child.is_helper:
                yield from with_children(child)

    for lane in waiting:
        if not lane.is_helper and lane.parent not in pids:
            yield from with_children(lane)
    yield from helpers


def arrows_of(events: Iterable[Event], lanes: dict[int, Lane]) -> Iterator[Arrow]:
    """How processes start, signal, and await one another."""
    for event in events:
        if event.kind not in ("start", "reap", "signal"):
            continue
        pid = int(event.fields[0])
        other = lanes.get(pid)
        if other is None or event.pid not in lanes:
            continue
        if event.kind == "start":
            yield Arrow("start", event.pid, event.time, pid, max(event.time, other.start))
        elif event.kind == "signal":
            yield Arrow("kill", event.pid, event.time, pid, event.time)
        else:
            yield Arrow("exit", pid, min(other.end, event.time), event.pid, event.time)
