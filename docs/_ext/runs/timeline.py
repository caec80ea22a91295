"""The picture of a run: SVG that stretches to any width, since it counts in percent across and in pixels down.

Colors, strokes and type come from the page's style sheet, by the classes of the elements: so the picture is right in
light, in dark and in print. What a process does is told apart by the thickness and the dashes of its line as well.
"""

from __future__ import annotations

import math
import signal
from itertools import groupby
from typing import TYPE_CHECKING, TypedDict
from xml.sax.saxutils import escape

from .trace import Arrow, Kind, Lane, Span, Timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MAX_BYTES = 12_000
MAX_LANES = 16
FINENESS = (400, 200, 100, 50)  # pieces of the time axis; fewer if the picture would get too large
ARROWS_BACK = 8  # lanes up to which it is drawn who awaited whose end
SEEN_TASK = 0.01  # part of the axis from which a task is told apart from the one before
EDGE = 0.94  # part of the axis after which a text ends at its place, lest it stick out
NAMED_TASK = 0.07  # part of the axis from which a task has room for its name

LEFT, WIDTH = 1.0, 98.0  # percent: the ends of a line are not cut
NAME, BAR, TASKS, GAP, FOOT, ROW = 13, 12, 15, 7, 22, 17  # pixels down
WAITS: tuple[Kind, ...] = ("start", "lock", "event", "data", "result", "join", "sleep", "serving")
KINDS: tuple[Kind, ...] = ("starting", "running", "task", *WAITS)


class PictureWords(TypedDict):
    """Words of a picture and its table in one language; those with `{}` are filled in by `str.format`."""

    label: str
    as_table: str
    summary: str
    kinds: Mapping[Kind, str]
    roles: Mapping[str, str]
    killed: str
    exit_code: str
    more: str
    columns: tuple[str, str, str, str, str]
    nothing: str


def draw(timeline: Timeline, words: PictureWords, name: str) -> str:
    """The picture as an `svg` element of at most MAX_BYTES; `name` is its id, unique on the page."""
    picture = ""
    for cells in FINENESS:
        picture = Picture(timeline, words, name, cells).svg()
        if len(picture.encode()) <= MAX_BYTES:
            break
    return picture


def shown_lanes(timeline: Timeline) -> tuple[list[Lane], int]:
    """The lanes that fit, helpers among them, and how many others there are."""
    helpers = [lane for lane in timeline.lanes if lane.is_helper]
    own = timeline.own
    room = max(1, MAX_LANES - len(helpers))
    return [*own[:room], *helpers[: MAX_LANES - 1]], max(0, len(own) - room)


def name_of(lane: Lane, words: PictureWords) -> str:
    """What a reader calls the process."""
    return lane.name or words["roles"].get(lane.role, lane.role)


def ending_of(lane: Lane, words: PictureWords) -> str:
    """How the process ended, if not as it should; else nothing."""
    if lane.exit_code is not None and lane.exit_code < 0:
        return words["killed"].format(signal_name(-lane.exit_code))
    if lane.exit_code:
        return words["exit_code"].format(lane.exit_code)
    return ""


def signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)


def duration(seconds: float) -> str:
    """With a unit, and no more digits than a reader can use."""
    if seconds >= 1 or seconds == 0:
        return f"{seconds:.2f} s" if seconds else "0"
    return f"{1000 * seconds:.0f} ms" if seconds >= 0.01 else f"{1000 * seconds:.1f} ms"


def pieces_of(lane: Lane) -> Iterator[Span]:
    """The whole life of a process without gaps: its spans, and between them tasks or running."""
    moment = lane.start
    for span in [*lane.spans, Span("running", lane.end, lane.end)]:
        yield from busy(lane, moment, min(span.start, lane.end))
        if span.end > span.start:
            yield span
        moment = max(moment, span.end)


def busy(lane: Lane, start: float, end: float) -> Iterator[Span]:
    """What the process did between two waits: tasks, and what is between them."""
    moment = start
    for task in lane.tasks:
        if task.end > moment and task.start < end:
            if task.start > moment:
                yield Span("running", moment, task.start)
            yield Span("task", max(moment, task.start), min(end, task.end), task.label)
            moment = min(end, task.end)
    if end > moment:
        yield Span("running", moment, end)


def sampled(lane: Lane, seconds: float, cells: int) -> list[tuple[Kind, str, int, int]]:
    """A lane in `cells` pieces of time, in each what took most of it: kind, label, first cell, and the cell after."""
    size = seconds / cells
    shares: list[dict[tuple[Kind, str], float]] = [{} for _ in range(cells)]
    for piece in pieces_of(lane):
        for cell in range(max(0, int(piece.start / size)), min(cells, math.ceil(piece.end / size))):
            share = min(piece.end, (cell + 1) * size) - max(piece.start, cell * size)
            key = (piece.kind, piece.label)
            shares[cell][key] = shares[cell].get(key, 0.0) + share
    most = [max(share, key=lambda key: share[key]) if share else None for share in shares]
    found = []
    for key, group in groupby(range(cells), key=lambda cell: most[cell]):
        numbers = list(group)
        if key is not None:
            found.append((*key, numbers[0], numbers[-1] + 1))
    return found


def ticks(seconds: float) -> list[tuple[float, str]]:
    """Round moments, three to five of them, and what stands below each."""
    power = 10.0 ** (math.floor(math.log10(seconds)) - 1)
    step = next(power * factor for factor in (1, 2, 5, 10, 20, 50) if seconds / (power * factor) < 5)
    unit, factor = ("s", 1.0) if step >= 0.5 else ("ms", 1000.0)
    moments = [number * step for number in range(int(seconds / step + 1e-9) + 1)]
    return [(moment, f"{moment * factor:.4g} {unit}" if moment else "0") for moment in moments]


class Picture:
    """One drawing of a timeline, with time in `cells` pieces."""

    def __init__(self, timeline: Timeline, words: PictureWords, name: str, cells: int) -> None:
        self.timeline, self.words, self.name, self.cells = timeline, words, name, cells
        self.seconds = max(timeline.seconds, 1e-6)
        self.lanes, self.hidden = shown_lanes(timeline)
        self.samples = {lane.pid: sampled(lane, self.seconds, cells) for lane in self.lanes}
        self.tops: dict[int, int] = {}
        self.bottom = 0
        for lane in self.lanes:
            self.tops[lane.pid] = self.bottom
            self.bottom += NAME + BAR + (TASKS if lane.tasks else 0) + GAP
        self.bottom += ROW if self.hidden else 0

    def x(self, moment: float) -> str:
        """A moment as a place across, rounded to a cell."""
        return self.cell(round(self.cells * moment / self.seconds))

    def cell(self, number: int) -> str:
        return f"{LEFT + WIDTH * min(self.cells, max(0, number)) / self.cells:.4g}%"

    def middle(self, pid: int) -> int:
        """How far down the line of a process is, in pixels."""
        return self.tops[pid] + NAME + BAR // 2

    def svg(self) -> str:
        used = {kind for sample in self.samples.values() for kind, *_ in sample}
        used |= {"task" for lane in self.lanes if lane.tasks}
        legend = [kind for kind in KINDS if kind in used]
        height = self.bottom + FOOT + ROW * math.ceil(len(legend) / 2) + 6
        label = escape(self.words["label"].format(len(self.timeline.own), duration(self.seconds)), {'"': "&quot;"})
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="timeline" id="{self.name}" width="100%" height="{height}" '
            f'role="img" aria-label="{label}">',
            f"<title>{label}</title>",
            *self.axis(),
            *self.arrows(),
            *(part for lane in self.lanes for part in self.lane(lane)),
            *self.legend(legend),
            "</svg>",
        ]
        if self.hidden:
            more = escape(self.words["more"].format(self.hidden))
            parts.insert(-1, f'<text class="more" y="{self.bottom - 4}" x="{LEFT}%">{more}</text>')
        return "\n".join(parts)

    def axis(self) -> Iterator[str]:
        """Faint lines down, with the time below."""
        moments = ticks(self.seconds)
        for number, (moment, text) in enumerate(moments):
            x = self.x(moment)
            anchor = "start" if number == 0 else "end" if moment / self.seconds > EDGE else "middle"
            yield f'<line class="tick" x1="{x}" x2="{x}" y2="{self.bottom}"/>'
            yield f'<text class="tick" x="{x}" y="{self.bottom + 12}" text-anchor="{anchor}">{text}</text>'

    def arrows(self) -> Iterator[str]:
        """Who started, killed, and awaited whom: lines behind the lanes, with a head."""
        heads = f'<marker id="{self.name}-head" viewBox="0 0 6 6" refX="6" refY="3" markerWidth="6" markerHeight="6"'
        yield f'<defs>{heads} orient="auto"><path class="head" d="M0 0L6 3L0 6z"/></marker></defs>'
        for arrow in self.timeline.arrows:
            both = arrow.from_pid in self.tops and arrow.to_pid in self.tops
            if both and (arrow.kind != "exit" or len(self.lanes) <= ARROWS_BACK):
                yield self.arrow(arrow)

    def arrow(self, arrow: Arrow) -> str:
        start, end = self.middle(arrow.from_pid), self.middle(arrow.to_pid)
        half = BAR // 2 if start < end else -BAR // 2
        places = f'x1="{self.x(arrow.from_time)}" y1="{start + half}" x2="{self.x(arrow.to_time)}" y2="{end - half}"'
        kind = "arrow" if arrow.kind == "start" else f"arrow {arrow.kind}"
        return f'<line class="{kind}" {places} marker-end="url(#{self.name}-head)"/>'

    def lane(self, lane: Lane) -> Iterator[str]:
        """The name, the line, the tasks below it, and a mark where a process was killed."""
        ending = ending_of(lane, self.words)
        muted = f' <tspan class="ending">{escape(ending)}</tspan>' if ending else ""
        yield f'<g transform="translate(0,{self.tops[lane.pid] + NAME + BAR // 2})">'
        yield f'<text y="-9" x="{LEFT}%">{escape(name_of(lane, self.words))}{muted}</text>'
        helper = " helper" if lane.is_helper else ""
        for kind, label, first, after in self.samples[lane.pid]:
            place = f'x1="{self.cell(first)}" x2="{self.cell(after)}"'
            title = f"<title>{escape(label)}</title>" if label and kind != "task" and after - first > 2 else ""
            yield f'<line class="{kind}{helper}" {place}' + (f">{title}</line>" if title else "/>")
        yield from self.tasks(lane.tasks)
        if lane.exit_code is not None and lane.exit_code < 0:
            anchor = "end" if lane.end / self.seconds > EDGE else "middle"
            yield f'<text class="killed" x="{self.x(lane.end)}" y="4" text-anchor="{anchor}">✕</text>'
        yield "</g>"

    def tasks(self, tasks: Sequence[Span]) -> Iterator[str]:
        """Below the line a bar for each task, also while it waits, and its name where there is room for it."""
        for task in tasks:
            x, part = self.x(task.start), (task.end - task.start) / self.seconds
            if part >= SEEN_TASK:
                yield f'<line class="gap" x1="{x}" x2="{x}" y1="-6" y2="9"/>'
                yield f'<line class="duty" x1="{x}" x2="{self.x(task.end)}" y1="8" y2="8"/>'
            if part >= NAMED_TASK:
                text = f'<text y="9">{escape(task.label)}</text>'
                yield f'<svg x="{x}" y="10" width="{WIDTH * part:.3g}%" height="12">{text}</svg>'

    def legend(self, kinds: Sequence[Kind]) -> Iterator[str]:
        """What occurs in the picture, in two columns."""
        for number, kind in enumerate(kinds):
            column, row = number % 2, number // 2
            y = self.bottom + FOOT + ROW * row + 6
            svg = f'<svg x="{LEFT + 49 * column}%" y="{y}" width="50%" height="{ROW}">'
            line = f'<line class="{kind}" x2="20" y1="6" y2="6"/>'
            yield f'{svg}{line}<text x="26" y="10">{escape(self.words["kinds"][kind])}</text></svg>'


def rows_of(timeline: Timeline, words: PictureWords) -> list[tuple[str, str, str, str, str]]:
    """The picture in words: process with its pid, parent, start, end, and what it waited for how long."""
    lanes, hidden = shown_lanes(timeline)
    by_pid = {lane.pid: lane for lane in timeline.lanes}
    rows = []
    for lane in lanes:
        parent = name_of(by_pid[lane.parent], words) if lane.parent in by_pid else "–"
        end = f"{duration(lane.end)}, {ending}" if (ending := ending_of(lane, words)) else duration(lane.end)
        waits = words["nothing"] if lane.is_helper else waits_of(lane) or words["nothing"]
        rows.append((f"{name_of(lane, words)} ({lane.pid})", parent, duration(lane.start), end, waits))
    if hidden:
        rows.append((words["more"].format(hidden), "", "", "", ""))
    return rows


def waits_of(lane: Lane) -> str:
    """The calls in which a process waited longest, with the time in each; what is not worth a word is left out."""
    sums: dict[str, float] = {}
    for span in lane.spans:
        if span.kind in WAITS:
            sums[span.label] = sums.get(span.label, 0.0) + span.end - span.start
    longest = sorted(sums.items(), key=lambda item: -item[1])[:4]
    return ", ".join(f"{call} {duration(seconds)}" for call, seconds in longest if seconds >= 0.0005)
