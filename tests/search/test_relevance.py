"""What readers ask, held against the built book: is the right section first, and is it among five?

A file of queries has a query on each line, its category, the labels of which each one is right, and the set: `tuned`
for those that the terms were made with, `held-out` for those that nobody looked at while making them. A result is right
if its label is one of those, or if it is an example that stands in such a section. A query that is missed is mended by
a line in docs/search-terms.tsv or by an index entry, never by a weight in the script.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from runs import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .conftest import Search

EDITIONS = ("en", "zh")
CATEGORIES = ("concept", "api", "error", "question", "other-language", "typo")
COLUMNS = ["query", "category", "labels", "set"]
FILES = {"tuned": "queries-{}.tsv", "held-out": "held-out-{}.tsv"}
TOLD = ROOT / "docs" / "search.json"  # figures of the held-out queries, which the colophon shows
LOOKED_AT = 10
LEAST = (0.88, 0.97, 0.92)  # right first, right among five, mean of 1 / rank
ALWAYS_AMONG_FIVE = ("api", "error", "other-language", "typo")


class Query(NamedTuple):
    """What a reader types, and the labels that are right."""

    text: str
    category: str
    labels: frozenset[str]


class Figures(NamedTuple):
    """Of some queries: how many, the share with a right result first and among five, and the mean of 1 / rank."""

    queries: int
    top1: float
    recall5: float
    mrr: float

    def __str__(self) -> str:
        return f"{self.queries:5} {self.top1:7.3f} {self.recall5:9.3f} {self.mrr:7.3f}"


def queries_of(edition: str, kind: str) -> list[Query]:
    """The queries of one file."""
    file = Path(__file__).with_name(FILES[kind].format(edition))
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True)
        assert rows.fieldnames == COLUMNS
        found = list(rows)
    assert {row["set"] for row in found} <= {kind}
    return [Query(row["query"], row["category"], frozenset(row["labels"].split())) for row in found]


def data_of(static: Path, name: str) -> Any:
    source = (static / f"search-{name}.js").read_text(encoding="utf-8")
    return json.loads(source[source.index(" = ") + 3 : source.rindex(";")])


class Book(NamedTuple):
    """The search of a built edition, all its labels, the labels of its pages by their titles, and by the address of an
    example the label that it stands under."""

    search: Search
    labels: set[str]
    pages: dict[str, set[str]]
    sections: dict[str, str]


def read_book(static: Path, search_in: Callable[..., Search]) -> Book:
    titles, text = data_of(static, "titles"), data_of(static, "text")
    labels: set[str] = set()
    sections: dict[str, str] = {}
    pages: dict[str, set[str]] = defaultdict(set)
    for (url, _, units), (_, examples) in zip(titles["pages"], text, strict=True):
        _, _, page, title, *_ = units[0]
        pages[title].add(page)
        labels.update(unit[2] for unit in units)
        for parent, label, *_ in examples:
            labels.add(label)
            sections[f"{url}#{label}"] = units[parent][2]
    return Book(search_in(titles, text), labels, pages, sections)


@pytest.fixture(scope="module", params=EDITIONS)
def edition(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def book(html: Path, edition: str, search_in: Callable[..., Search]) -> Book:
    return read_book(html / edition / "_static", search_in)


def rank(book: Book, query: Query) -> int:
    """The place of the first right result among ten, from 1; 0 if there is none."""
    for place, hit in enumerate(book.search.call("find", query.text, LOOKED_AT), 1):
        if hit["label"] in query.labels or book.sections.get(hit["url"]) in query.labels:
            return place
    return 0


def figures_of(ranks: Iterable[int]) -> Figures:
    places = list(ranks)
    count = len(places)
    top1 = sum(place == 1 for place in places) / count
    recall5 = sum(1 <= place <= 5 for place in places) / count
    return Figures(count, top1, recall5, sum(1 / place for place in places if place) / count)


def by_category(ranks: Mapping[Query, int]) -> dict[str, Figures]:
    """Figures of each category, in their order, and of all."""
    places: dict[str, list[int]] = defaultdict(list)
    for category in CATEGORIES:
        places[category] = [place for query, place in ranks.items() if query.category == category]
    return {name: figures_of(found) for name, found in [*places.items(), ("all", list(ranks.values()))] if found}


@pytest.mark.parametrize("kind", FILES)
def test_every_query_can_be_judged(book: Book, edition: str, kind: str) -> None:
    queries = queries_of(edition, kind)
    assert len({query.text for query in queries}) == len(queries)
    assert {query.category for query in queries} <= set(CATEGORIES)
    assert all(query.labels for query in queries)
    assert {label for query in queries for label in query.labels} <= book.labels


# Pages differ a little with the Pythons that ran the examples: the published ones have the outputs of five, those of a
# fresh clone the outputs of one. Of 120 queries two were seen to move; below a floor one may be.
ONE, SOME = 1.1, 3.1


def is_near(told: list[float], found: list[float]) -> bool:
    return told[0] == found[0] and all(abs(a - b) * found[0] < SOME for a, b in zip(told[1:], found[1:], strict=True))


def are_reached(least: tuple[float, float, float], figures: Figures, may_move: float) -> bool:
    return all((share - found) * figures.queries <= may_move for share, found in zip(least, figures[1:], strict=True))


def tell(edition: str, figures: Mapping[str, Figures]) -> None:
    """Writes the figures into the file that the colophon is made from; it must say the same already."""
    told = json.loads(TOLD.read_text(encoding="utf-8")) if TOLD.exists() else {}
    found = {name: [each.queries, *(round(share, 3) for share in each[1:])] for name, each in figures.items()}
    known = told.get(edition, {})
    if known.keys() != found.keys() or not all(is_near(known[name], found[name]) for name in found):
        lines = [f' "{name}": {json.dumps(rows)}' for name, rows in sorted((told | {edition: found}).items())]
        TOLD.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
        pytest.fail(f"{TOLD.relative_to(ROOT)} was out of date and has been written anew: look at it, and commit it")


@pytest.mark.parametrize("kind", FILES)
def test_the_right_section_is_found(book: Book, edition: str, kind: str) -> None:
    ranks = {query: rank(book, query) for query in queries_of(edition, kind)}
    figures = by_category(ranks)
    print(f"\n{edition}, {kind:18} count   top-1  recall@5     MRR")
    for category, numbers in figures.items():
        print(f"  {category:18}{numbers}")
    missed = [f"{place or '-'} {query.category}: {query.text[:80]}" for query, place in ranks.items() if place != 1]
    if kind == "tuned":  # who reads what was missed of the others will mend it, and they are held out no longer
        print(*missed, sep="\n")
    else:
        missed = []
        tell(edition, figures)
    assert are_reached(LEAST, figures["all"], 0 if kind == "tuned" else ONE), missed
    for category in ALWAYS_AMONG_FIVE:
        assert are_reached((0, 1, 0), figures[category], ONE), (category, missed)
    without = [query.text for query in ranks if not book.search.call("find", query.text, 1)]
    assert not without


def test_a_page_is_found_by_its_title(book: Book) -> None:
    for title, labels in book.pages.items():
        assert labels & set(book.search.labels(title)[:3]), title
