"""What of a page can be found, and under which label."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from booksearch import in_order
from booksearch.twin import twin_names
from booksearch.units import ERROR_TEXT

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.environment import BuildEnvironment

    from .conftest import MiniBook

SCRIPT = '"""Shows it. 展示它。"""\n\nprint("printed")\nprint("printed")\n'
PAGE = """(page)=
# A page: its `title`

First words, and {py:class}`~multiprocessing.Process`.

```text
literal  text
```

(page-part)=
## Part of it

See {ref}`page`, or {ref}`the page <page>`.

| one | two |
|---|---|
| a | b |

(page-part-deeper)=
### Deeper

Deep words.

(page-see)=
## See also

- {py:func}`~multiprocessing.Pipe`, {ref}`page-part`: seen elsewhere
"""


def test_a_unit_for_the_page_and_each_section(book: MiniBook) -> None:
    book.page(PAGE)
    units = book.built().units()
    assert [unit[:4] for unit in units] == [
        ["page", -1, "page", "A page: its title"],
        ["section", 0, "page-part", "Part of it"],
        ["section", 1, "page-part-deeper", "Deeper"],
        ["section", 0, "page-see", "See also"],
    ]
    page, part, deeper, see = ([text, code] for *_, text, code in units)
    assert page == ["First words, and Process.", "literal  text"]
    assert part == ["See …, or the page.\none | two\na | b", ""]
    assert deeper == ["Deep words.", ""]
    assert see == ["", ""]


def test_names_of_the_library_belong_to_one_unit(book: MiniBook) -> None:
    book.page(PAGE)
    book.page("(z)=\n# Process\n\n{py:class}`~multiprocessing.Process`, {py:func}`~multiprocessing.Pipe`\n", name="z")
    build = book.built()
    assert [unit[5] for unit in build.units("z")] == [["multiprocessing.Process"]]  # its title has the name
    assert [unit[5] for unit in build.units()] == [["multiprocessing.Pipe"], [], [], []]  # the first link to it


def test_the_first_page_that_links_to_a_name_has_it(book: MiniBook) -> None:
    book.page(PAGE)
    build = book.built()
    assert build.units()[0][5] == ["multiprocessing.Process", "multiprocessing.Pipe"]


def test_an_example_is_found_by_its_file_and_by_what_it_shows(book: MiniBook) -> None:
    file = book.folder / "examples/x/shown.py"
    file.parent.mkdir(parents=True)
    file.write_text(SCRIPT, encoding="utf-8")
    file.with_suffix(".out").write_text("printed\nprinted\n")
    show = "```{example} x/shown.py\n```\n"
    book.page(f"(page)=\n# Page\n\n(page-part)=\n## Part\n\n{show}\n{show}")
    code = 'print("printed")\nprinted'
    for edition, title, other in (("en", "Shows it.", "展示它。"), ("zh", "展示它。", "Shows it.")):
        build = book.built(edition)
        assert build.examples() == [[1, "example-shown", title, ["x/shown.py"], [other], code]]
        assert [unit[7] for unit in build.units()] == ["", ""]  # what is said around an example is no text of the page


def test_an_error_text_is_a_name_and_what_is_said_around_it_is_no_text(book: MiniBook) -> None:
    file = book.folder / "examples/x/fails.py"
    file.parent.mkdir(parents=True)
    file.write_text('"""Fails. 失败。"""\n\nprint("ValueError: no")\n', encoding="utf-8")
    file.with_suffix(".out").write_text("ValueError: no\n")
    book.page("(page)=\n# Page\n\n```{error} x/fails.py\nValueError: no\n```\n\n```{example} x/fails.py\n```\n")
    (page,) = book.built().units()
    assert page[6:] == [["ValueError: no", "Page"], "", ""]


def test_a_term_is_found_by_all_its_names(book: MiniBook) -> None:
    book.page("(page)=\n# Terms\n\n:::{glossary}\n锁（lock）\nmutex\n  Words on it.\n:::\n")
    page, term = book.built().units()
    assert page[0] == "page"
    assert term[:2] == ["term", 0]
    assert term[4] == ["锁", "lock", "mutex"]
    assert term[7] == "Words on it."


@pytest.mark.parametrize(
    ("title", "is_error"),
    [
        ("TypeError: this type has no size", True),
        ("queue.Full: put() did not find a place in time", True),
        ("A consumer waits forever: _queue.Empty shows it", True),
        ("multiprocessing.pool.MaybeEncodingError: Error sending result", True),
        ("RemoteTraceback: where did it happen?", True),
        ("明明调用了 join()，还是 FileNotFoundError", True),
        ("Errors in a pool that nobody sees", False),
        ("Which Queue: multiprocessing.Queue or multiprocessing.queues.Queue?", False),
        ("queue.empty() says True", False),
    ],
)
def test_a_title_with_an_error_text(title: str, *, is_error: bool) -> None:
    assert bool(ERROR_TEXT.search(title)) == is_error


def test_a_heading_with_an_error_text_is_an_error(book: MiniBook) -> None:
    book.page("(page)=\n# Page\n\n(page-bad)=\n## TypeError: no\n")
    assert [unit[0] for unit in book.built().units()] == ["page", "error"]


def test_the_other_edition_calls_it_so(book: MiniBook) -> None:
    book.page("(page)=\n# Lock `with` \\_\\_x\\_\\_ &lt;y&gt;\n", editions=("en",))
    book.page("(page)=\n# 锁\n\n```text\n(page)=\n# no\n```\n", editions=("zh",))
    assert book.built("en").units()[0][6] == ["锁"]
    assert book.built("zh").units()[0][6] == ["Lock with __x__ <y>"]


def test_what_the_index_of_the_other_edition_has(tmp_path: Path) -> None:
    page = "(a)=\n# A\n\n```{index}\npair: Pool; map()\nsee: mutex; lock\n```\n\n(b)=\n## B\n\nText.\n"
    (tmp_path / "page.md").write_text(page, encoding="utf-8")
    assert twin_names(tmp_path) == {"a": ["A", "Pool map()", "mutex"], "b": ["B"]}


def test_a_page_without_a_title_is_found_by_its_text(book: MiniBook) -> None:
    book.page("Words alone.\n")
    build = book.build()
    assert "doesn't have a title" in build.warnings or build.status == 0
    assert build.units() == [["page", -1, "", "", [], [], [], "Words alone.", ""]]


def test_a_page_that_wants_it_is_not_found(book: MiniBook) -> None:
    book.page("---\nnosearch: true\n---\n(page)=\n# Page\n")
    assert [url for url, *_ in book.built().data("titles")["pages"]] == ["index.html"]


def test_nothing_ends_the_script_in_which_it_stands(book: MiniBook) -> None:
    book.page("(page)=\n# Page `</script>`\n\nWords\u2028of `</script>`.\n")
    build = book.built()
    for name in ("titles", "text"):
        source = (build.static / f"search-{name}.js").read_text(encoding="utf-8")
        assert "</script>" not in source
        assert "\u2028" not in source
    assert build.units()[0][3] == "Page </script>"


def test_pages_come_in_the_order_of_the_book(book: MiniBook) -> None:
    for name in ("a", "b", "c"):
        book.page(f"({name})=\n# Page {name}\n", name=name)
    book.page("(index)=\n# Index\n\n```{toctree}\nc\na\nb\n```\n", name="index")
    assert [url for url, *_ in book.built().data("titles")["pages"]] == ["index.html", "c.html", "a.html", "b.html"]


def test_tables_of_contents_in_a_circle_have_an_end() -> None:
    env = SimpleNamespace(toctree_includes={"index": ["a", "c"], "a": ["b"], "b": ["a", "index"]})
    assert in_order(cast("BuildEnvironment", env), "index") == ["index", "a", "b", "c"]


def test_a_page_of_a_chapter_says_which(book: MiniBook) -> None:
    book.page("(a)=\n# Chapter\n\n```{toctree}\nb\n```\n", name="a")
    book.page("(b)=\n# Page\n", name="b")
    book.page("(index)=\n# Index\n\n```{toctree}\na\n```\n", name="index")
    pages = book.built().data("titles")["pages"]
    assert [page[:2] for page in pages] == [["index.html", -1], ["a.html", -1], ["b.html", 1]]


def both_files(book: MiniBook, *options: str) -> list[bytes]:
    build = book.built("en", *options)
    return [(build.static / f"search-{name}.js").read_bytes() for name in ("titles", "text")]


def test_many_processes_find_what_one_finds(book: MiniBook) -> None:
    for number in range(12):  # Sphinx reads fewer than six pages in one process
        book.page(f"(page{number})=\n# Page {number}\n\nWords {number}.\n", name=f"page{number}")
    alone = both_files(book, "-E")
    assert both_files(book, "-E", "-j", "2") == alone
    assert b"Words 11." in alone[1]


def test_a_build_that_reads_one_page_finds_all(book: MiniBook) -> None:
    for name in ("one", "two", "three"):
        book.page(f"({name})=\n# Page {name}\n\nWords of {name}.\n", name=name)
    book.built()
    book.page("(two)=\n# Page two\n\nOther words.\n", name="two")
    assert both_files(book) == both_files(book, "-E")
    for edition in ("en", "zh"):
        (book.folder / "docs" / edition / "three.md").unlink()
    assert both_files(book) == both_files(book, "-E")


def test_a_new_name_of_the_twin_is_found_though_no_page_has_changed(book: MiniBook) -> None:
    book.page("(page)=\n# Page\n")
    book.built()
    book.page("(page)=\n# 页\n", editions=("zh",))
    assert book.built().units()[0][6] == ["页"]
