"""What an EPUB has otherwise than the site: nothing to choose or to unfold, pictures as files, a style of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from .paper import TIMELINE, with_style
from .timeline import TimelineBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import document
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

WIDTH = 730  # of a timeline, in pixels, as in the PDF
LABEL = re.compile(r'aria-label="([^"]*)"')
ID = re.compile(r' id="([^"]*)"')
GROUND = "svg.timeline { background: white; font-family: sans-serif; }\n"  # also where a reader has chosen a dark page
SHEETS = ("pygments.css", "epub.css", "book-epub.css")


class StackForEpub(SphinxPostTransform):
    """Runs ahead of what makes buttons of the titles of tabs."""

    default_priority = 100
    builders = ("epub",)

    def run(self, **kwargs: object) -> None:
        for item in list(self.components("tab-item", "dropdown")):
            title, *content = item.children
            title = nodes.paragraph("", "", *title.children, classes=["stacked-title"])
            item.replace_self([title, *content])
        for tabs in list(self.components("tab-set")):
            tabs.replace_self(tabs.children)
        for block in [each for each in self.document.findall(TimelineBlock) if "timeline-block" in each["classes"]]:
            block.replace_self([nodes.paragraph("", block["summary"], classes=["run-label"]), self.picture(block)])
        for toctree in self.document.findall(addnodes.toctree):  # the builder itself puts the index at the end
            toctree["entries"] = [entry for entry in toctree["entries"] if entry[1] != "genindex"]

    def components(self, *names: str) -> Iterator[nodes.container]:
        """Those of sphinx-design."""
        return (node for node in self.document.findall(nodes.container) if node.get("design_component") in names)

    def picture(self, block: TimelineBlock) -> nodes.image:
        """A timeline as a file that brings its colors along."""
        svg = next(iter(block.findall(nodes.raw))).astext().replace('width="100%"', f'width="{WIDTH}"', 1)
        name, label = ID.search(svg), LABEL.search(svg)
        assert name  # as each timeline has
        assert label
        file = self.app.doctreedir / "timelines" / f"{self.env.docname.replace('/', '-')}-{name[1]}.svg"
        file.parent.mkdir(exist_ok=True)
        file.write_text(with_style(svg, GROUND + TIMELINE), encoding="utf-8")
        self.app.builder.images[str(file)] = file.name
        return nodes.image(uri=str(file), alt=label[1], candidates={"?": ""})


def own_sheets(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: document | None) -> None:
    """Those of the extensions are for what only browsers show."""
    if app.builder.name == "epub":
        context["css_files"] = [sheet for sheet in context["css_files"] if sheet.filename.endswith(SHEETS)]


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_post_transform(StackForEpub)
    app.connect("html-page-context", own_sheets, priority=900)  # after the extensions have added theirs
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
