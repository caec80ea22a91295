"""A trace becomes lanes, spans, and arrows, and these a picture and a table, in both languages."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from book.timeline_words import WORDS
from runs.timeline import MAX_BYTES, MAX_LANES, draw, duration, pieces_of, rows_of, sampled, ticks
from runs.trace import Lane, Span, Timeline, kind_of, read_trace, timeline_of

SVG = "{http://www.w3.org/2000/svg}"


def trace(*lines: str) -> str:
    return "".join("\t".join(line.split(",")) + "\n" for line in lines)


# Main starts two children by fork: the first waits for a lock until it is killed, the second works on two tasks.
RUN = trace(
    "10.0,1,load,99,program",
    "10.1,1,wait,start(),1",
    "10.1,1,start,2,Ada,fork",
    "10.15,2,fork,1",
    "10.2,1,go",
    "10.2,2,run,Ada,1",
    "10.2,1,start,3,Bo <b>,fork",
    "10.25,3,fork,1",
    "10.25,3,run,Bo <b>,1",
    "10.3,2,wait,Lock.acquire(),1",
    "10.3,3,task,square,1",
    "10.5,3,done",
    "10.5,3,task,square,1",
    "10.6,3,wait,sleep(),1",
    "10.7,3,go",
    "10.8,3,done",
    "10.8,1,signal,2,9",
    "10.85,3,end",
    "10.9,1,reap,2,-9",
    "10.95,1,reap,3,0",
    "11.0,1,end",
)


def rounded(spans: tuple[Span, ...]) -> list[tuple[str, float, float, str]]:
    return [(span.kind, round(span.start, 3), round(span.end, 3), span.label) for span in spans]


def test_lanes_spans_and_arrows_of_a_trace() -> None:
    timeline = timeline_of(RUN)
    main, ada, bo = timeline.lanes
    assert timeline.seconds == 1.0
    assert [(lane.name, lane.parent) for lane in timeline.lanes] == [("", 99), ("Ada", 1), ("Bo <b>", 1)]
    assert rounded(main.spans) == [("start", 0.1, 0.2, "start()")]
    assert rounded(ada.spans) == [("starting", 0.15, 0.2, ""), ("lock", 0.3, 0.8, "Lock.acquire()")]
    assert rounded(bo.spans) == [("sleep", 0.6, 0.7, "sleep()")]
    assert rounded(bo.tasks) == [("task", 0.3, 0.5, "square"), ("task", 0.5, 0.8, "square")]
    assert [(lane.exit_code, lane.is_ended) for lane in timeline.lanes] == [(None, True), (-9, False), (0, True)]
    kinds = [(arrow.kind, arrow.from_pid, arrow.to_pid) for arrow in timeline.arrows]
    assert kinds == [("start", 1, 2), ("start", 1, 3), ("kill", 1, 2), ("exit", 2, 1), ("exit", 3, 1)]


def test_a_process_that_nobody_saw_end_lasts_until_the_end_of_the_run() -> None:
    _, child = timeline_of(trace("1,1,load,0,program", "1,2,fork,1", "2,2,wait,Queue.get(),1", "5,1,end")).lanes
    assert (child.end, child.is_ended, child.exit_code) == (4.0, False, None)
    assert rounded(child.spans) == [("data", 1.0, 4.0, "Queue.get()")]


def test_a_child_that_died_before_it_ran_is_known_by_its_parent() -> None:
    _, child = timeline_of(trace("1,1,load,0,program", "1,1,start,2,Ada,spawn", "2,2,load,1,spawned child")).lanes
    assert (child.name, child.parent) == ("Ada", 1)


def test_children_of_a_fork_server_belong_to_those_who_started_them_and_helpers_come_last() -> None:
    timeline = timeline_of(
        trace(
            "1,1,load,0,program",
            "1,9,load,1,fork server",
            "1,2,fork,9",
            "2,2,run,Ada,1",
            "2,2,end",
            "3,1,end",
            "4,9,end",
        )
    )
    assert [(lane.pid, lane.parent) for lane in timeline.lanes] == [(1, 0), (2, 1), (9, 1)]
    assert timeline.seconds == 2.0  # the script's own end


@pytest.mark.parametrize("line", ["", "x,1,end", "1,x,end", "1,1,nonsense", "1,1,reap,2", "1,1", "1,1,wait,f()"])
def test_a_line_that_is_not_whole_is_left_out(line: str) -> None:
    assert read_trace(trace(line)) == []


def test_an_empty_trace_is_an_empty_timeline() -> None:
    assert timeline_of("") == Timeline()


@pytest.mark.parametrize(
    ("call", "kind"),
    [
        ("Lock.acquire()", "lock"),
        ("Event.wait()", "event"),
        ("threading.Event.wait()", "event"),
        ("Queue.get()", "data"),
        ("Queue.join_thread()", "join"),
        ("Pool.map()", "result"),
        ("Pool.terminate()", "join"),
        ("list.append()", "data"),
    ],
)
def test_kinds_of_waits(call: str, kind: str) -> None:
    assert kind_of(call) == kind


def test_a_life_has_no_gaps() -> None:
    lane = timeline_of(RUN).lanes[2]
    pieces = list(pieces_of(lane))
    assert [piece.kind for piece in pieces] == ["running", "task", "task", "sleep", "task", "running"]
    assert (pieces[0].start, pieces[-1].end) == (lane.start, lane.end)
    assert all(before.end == after.start for before, after in pairwise(pieces))


def test_in_each_piece_of_time_the_longest_is_drawn() -> None:
    spans = tuple(Span("lock", number / 100, number / 100 + 0.006, "Lock.acquire()") for number in range(50))
    lane = Lane(1, 0.0, 1.0, spans=spans)
    assert sampled(lane, 1.0, 10) == [("lock", "Lock.acquire()", 0, 5), ("running", "", 5, 10)]


@pytest.mark.parametrize("seconds", [0.0004, 0.013, 0.1, 0.5999, 1.0, 1.7, 2.0, 59.0])
def test_ticks_are_few_and_within(seconds: float) -> None:
    moments = [moment for moment, _ in ticks(seconds)]
    assert 3 <= len(moments) <= 5
    assert moments[0] == 0
    assert moments[-1] <= seconds * 1.000001


def test_ticks_have_units() -> None:
    assert [text for _, text in ticks(0.25)] == ["0", "100 ms", "200 ms"]
    assert [text for _, text in ticks(2.1)] == ["0", "0.5 s", "1 s", "1.5 s", "2 s"]


def test_durations_have_no_more_digits_than_needed() -> None:
    assert [duration(seconds) for seconds in (0.00123, 0.0123, 1.234)] == ["1.2 ms", "12 ms", "1.23 s"]


def many(count: int, waits: int) -> str:
    """Main starts `count` children, each with many waits of changing kinds."""
    lines = ["0,1,load,0,program"]
    for pid in range(2, count + 2):
        lines += [f"0.1,1,start,{pid},Process-{pid},fork", f"0.1,{pid},fork,1", f"0.1,{pid},run,Process-{pid},1"]
        for number in range(waits):
            begin = 0.2 + 0.7 * number / waits
            call = ("Lock.acquire()", "Queue.get()", "Event.wait()")[number % 3]
            lines += [f"{begin},{pid},wait,{call},1", f"{begin + 0.5 / waits},{pid},go"]
        lines += [f"0.95,{pid},end", f"0.96,1,reap,{pid},0"]
    return trace(*lines, "1,1,end")


@pytest.mark.parametrize("text", [RUN, many(100, 3), many(15, 300), many(1, 2000)])
@pytest.mark.parametrize("edition", ["en", "zh"])
def test_a_picture_is_well_formed_small_and_sticks_out_nowhere(text: str, edition: str) -> None:
    picture = draw(timeline_of(text), WORDS[edition], "name")
    assert len(picture.encode()) <= MAX_BYTES
    svg = ET.fromstring(picture)  # noqa: S314
    height = float(svg.attrib["height"])
    for element in svg.iter():
        for name in ("x", "x1", "x2"):
            place = element.get(name, "0")
            assert 0 <= float(place.removesuffix("%")) <= 100
        for name in ("y1", "y2"):
            assert -10 <= float(element.get(name, "0")) <= height
        if element.tag == f"{SVG}svg" and "x" in element.attrib:
            assert float(element.attrib["x"][:-1]) + float(element.attrib["width"][:-1]) <= 100
            assert float(element.get("y", "0")) + float(element.attrib["height"]) <= height
    downs = [float(down) for down in re.findall(r"translate\(0,(\d+)\)", picture)]
    assert max(downs) < height


def texts(picture: str) -> list[str]:
    return ["".join(element.itertext()) for element in ET.fromstring(picture).iter(f"{SVG}text")]  # noqa: S314


def test_what_a_picture_says() -> None:
    picture = draw(timeline_of(RUN), WORDS["en"], "name")
    said = texts(picture)
    assert said[:3] == ["0", "0.5 s", "1 s"]
    assert said[3:9] == ["MainProcess", "Ada killed by SIGKILL", "✕", "Bo <b>", "square", "square"]
    kinds = WORDS["en"]["kinds"]
    assert said[9:] == [kinds[kind] for kind in ("starting", "running", "task", "start", "lock", "sleep")]
    svg = ET.fromstring(picture)  # noqa: S314
    assert svg.get("role") == "img"
    assert svg.get("aria-label") == svg.findtext(f"{SVG}title")
    assert "3 processes over 1.00 s" in str(svg.get("aria-label"))


def test_a_chinese_picture_is_chinese() -> None:
    said = texts(draw(timeline_of(RUN), WORDS["zh"], "name"))
    assert "Ada 被 SIGKILL 杀死" in said
    assert "等待：锁、信号量" in said


def test_processes_without_room_are_counted() -> None:
    timeline = timeline_of(many(100, 1))
    assert "and 85 more processes" in texts(draw(timeline, WORDS["en"], "name"))
    rows = rows_of(timeline, WORDS["en"])
    assert len(rows) == MAX_LANES + 1
    assert rows[-1][0] == "and 85 more processes"


def test_the_table_says_the_same() -> None:
    assert rows_of(timeline_of(RUN), WORDS["en"]) == [
        ("MainProcess (1)", "–", "0", "1.00 s", "start() 100 ms"),
        ("Ada (2)", "MainProcess", "150 ms", "800 ms, killed by SIGKILL", "Lock.acquire() 500 ms"),
        ("Bo <b> (3)", "MainProcess", "250 ms", "850 ms", "sleep() 100 ms"),
    ]


@pytest.mark.parametrize(("count", "drawn"), [(3, 3), (12, 0)])
def test_who_awaited_whom_is_drawn_where_the_lanes_are_few(count: int, drawn: int) -> None:
    picture = draw(timeline_of(many(count, 1)), WORDS["en"], "name")
    assert picture.count('class="arrow exit"') == drawn
    assert picture.count('class="arrow"') == count
