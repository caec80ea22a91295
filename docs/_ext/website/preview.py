"""The picture that goes with a link to the book: its title, what it is, and the timeline of a run."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from pdf.fonts import PACKAGE
from runs.errors import ExampleError
from runs.example import read_example
from runs.store import Store, traced_job
from runs.timeline import sampled
from runs.trace import timeline_of

from .address import page_url
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

    from runs.trace import Timeline

PREVIEW = "preview.png"
SIZE = (1200, 630)  # what Open Graph's readers show whole
EXAMPLE = "queues/queue_token_passing.py"  # whose run is drawn: three processes that wait for each other in turn

GROUND, INK, MUTED, RULE = "#ffffff", "#14181e", "#48566b", "#0072b2"
# As in book.css: what a process does, and how thick the line is.
LINES = {
    "running": ("#0072b2", 18),
    "task": ("#00795a", 18),
    "starting": ("#56b4e9", 14),
    "start": ("#0072b2", 8),
    "lock": ("#c24a00", 12),
    "event": ("#a2427e", 10),
    "data": ("#d98a1a", 10),
    "result": ("#d98a1a", 6),
}
QUIET = ("#b6bcc6", 5)  # waiting for an end, sleeping, serving
MAIN = "MainProcess"
MARGIN, CELLS, LANES = 80, 260, 6
FACE = 2  # of the collection: the one whose Chinese is that of the mainland
REGULAR, BOLD = 400, 700


@cache
def font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """The Chinese font of the PDF, whose Latin letters fit; so the same text gives the same picture everywhere."""
    spec = find_spec(PACKAGE)
    assert spec is not None  # it is pinned
    assert spec.origin is not None
    (file,) = Path(spec.origin).parent.glob("*.ttc")
    face = ImageFont.truetype(file, size, index=FACE, layout_engine=ImageFont.Layout.BASIC)
    face.set_variation_by_axes([weight])
    return face


def lines_of(text: str, face: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    """The text, broken at blanks where a line would be too long."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if line and face.getlength(longer) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


def draw(title: str, about: str, timeline: Timeline) -> Image.Image:
    """The whole picture; the timeline takes what room the words leave."""
    image = Image.new("RGB", SIZE, GROUND)
    canvas = ImageDraw.Draw(image)
    canvas.rectangle((0, 0, SIZE[0], 14), fill=RULE)
    top = 70
    for text, size, weight, color in ((title, 60, BOLD, INK), (about, 33, REGULAR, MUTED)):
        face = font(size, weight)
        for line in lines_of(text, face, SIZE[0] - 2 * MARGIN):
            canvas.text((MARGIN, top), line, font=face, fill=color)
            top += round(1.35 * size)
        top += 14
    draw_timeline(canvas, timeline, top + 30)
    return image


def draw_timeline(canvas: ImageDraw.ImageDraw, timeline: Timeline, top: int) -> None:
    """A line for each process, from its start to its end."""
    lanes = timeline.own[:LANES]
    if not lanes:
        return
    step = min(70, (SIZE[1] - top - 40) / len(lanes))
    names = font(26, REGULAR)
    labels = [lane.name or MAIN for lane in lanes]
    left = MARGIN + 30 + max(round(names.getlength(label)) for label in labels)
    cell = (SIZE[0] - MARGIN - left) / CELLS
    for number, lane in enumerate(lanes):
        middle = round(top + (number + 0.5) * step)
        canvas.text((MARGIN, middle), labels[number], font=names, fill=MUTED, anchor="lm")
        for kind, _, first, after in sampled(lane, timeline.seconds, CELLS):
            color, thick = LINES.get(kind, QUIET)
            place = (left + first * cell, middle - thick / 2, left + after * cell - 1, middle + thick / 2 - 1)
            canvas.rectangle(place, fill=color)


def recorded_timeline(config: Config) -> Timeline:
    """That of the example, if it was run; else an empty one."""
    try:
        example = read_example(Path(config.book_examples), EXAMPLE)
    except ExampleError:
        return timeline_of("")
    run = Store(Path(config.book_records)).load(traced_job(example))
    return timeline_of(run.trace if run else "")


def write_preview(app: Sphinx, exception: Exception | None) -> None:
    """Only where the address of the book is known, which the picture's own needs."""
    if app.builder.name != "html" or exception is not None or not page_url(app.config, PREVIEW):
        return
    image = draw(app.config.project, WORDS[app.config.book_edition]["about"], recorded_timeline(app.config))
    image.save(Path(app.outdir, PREVIEW), optimize=True)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.connect("build-finished", write_preview)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
