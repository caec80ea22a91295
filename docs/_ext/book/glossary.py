"""Terms of the glossary: an anchor made from the English name, the same in both editions, and entries of the index.

The English edition heads an entry `start method`, the Chinese one `启动方式（start method）`. In both the anchor is
`term-start-method`, and the role {term} finds the entry by `start method`; in Chinese, by `启动方式` as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

BOTH = re.compile(r"(?P<own>[^（]+)（(?P<english>[^）]+)）")


class Names(NamedTuple):
    """A term in the language of its edition, and in English."""

    own: str
    english: str


def names_of(heading: str) -> Names:
    """Of `启动方式（start method）` both; of `fork`, which has no Chinese name, twice the same."""
    match = BOTH.fullmatch(heading)
    return Names(**match.groupdict()) if match else Names(heading, heading)


def anchor_of(english: str) -> str:
    """`term-start-method` for `start method`."""
    return f"term-{re.sub('[^a-z0-9]+', '-', english.lower()).strip('-')}"


def index_entries(names: Names, anchor: str) -> list[tuple[str, str, str, str, str | None]]:
    """The term as a main entry; its English name leads to it too, and to what else the index has of it."""
    entries: list[tuple[str, str, str, str, str | None]] = [("single", names.own, anchor, "main", None)]
    if names.english != names.own:
        entries.append(("single", names.english, anchor, "", None))
        entries.append(("seealso", f"{names.english}; {names.own}", anchor, "", None))
    return entries


class NameTerms(SphinxTransform):
    """Replaces the anchors that Sphinx makes from the whole heading of an entry."""

    default_priority = 280

    def apply(self, **kwargs: object) -> None:
        for glossary in self.document.findall(addnodes.glossary):
            for term in glossary.findall(nodes.term):
                self.name(term)

    def name(self, term: nodes.term) -> None:
        names = names_of(term.astext())
        anchor = anchor_of(names.english)
        known = self.env.domains.standard_domain.data  # as Sphinx's own directive has filled it
        known["objects"].pop(("term", term.astext()), None)
        known["terms"].pop(term.astext().lower(), None)
        for name in names:
            known["objects"]["term", name] = known["terms"][name.lower()] = (self.env.docname, anchor)
        term["ids"] = [anchor]
        self.document.ids[anchor] = term
        for index in term.findall(addnodes.index):
            index["entries"] = index_entries(names, anchor)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_transform(NameTerms)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
