"""The shipped script on a few units: what is found by which query, and what is shown of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Search

LIBRARY = "multiprocessing.pool.Pool.apply_async"
# kind, parent, label, title, names, names of the library; then longer names, text, code
PAGES: dict[str, list[list[Any]]] = {
    "join.html": [
        ["page", -1, "join", "join(): wait until a child has ended", ["Process join()"], []],
        ["section", 0, "join-hangs", "join() hangs after put() into a Queue", [], []],
        ["section", 0, "join-try", "Try it", [], []],
    ],
    "pool.html": [
        ["page", -1, "pool", "Pools of processes", [], []],
        ["section", 0, "pool-single", "Single tasks", [], [LIBRARY]],
        ["error", 0, "pool-lambda", "PicklingError: Can't pickle <function <lambda> at 0x...>", [], []],
        ["error", 0, "pool-attribute", "AttributeError: module 'multiprocessing' has no attribute 'Empty'", [], []],
        ["error", 0, "pool-rebuild", "FileNotFoundError in SemLock._rebuild", [], []],
        ["error", 0, "pool-file", "FileNotFoundError: the manager has ended", [], []],
    ],
    "memory.html": [
        ["page", -1, "memory", "SharedMemory", [], []],
        ["section", 0, "memory-close", "死锁：两把锁", [], []],
        ["section", 0, "memory-hang", "进程池卡住", [], []],
    ],
}
TEXTS: dict[str, list[list[Any]]] = {
    "join.html": [
        [[], "The parent waits. " * 20 + "Here a zebra appears. " + "More words follow. " * 20, ""],
        [["put 之后 join 卡住"], "A queue is not empty.", "queue.put(1)"],
        [[], "Queues, queues, join and hang.", ""],
    ],
    "pool.html": [
        [[], "All about it.", ""],
        [[], "One call.", ""],
        [[], "A lambda cannot travel.", ""],
        [[], "", ""],
        [[], "", ""],
        [[], "", ""],
    ],
    "memory.html": [[[], "A block of bytes.", ""], [[], "两个进程互相等待对方的锁。", ""], [[], "", ""]],
}
SHOWN = "A child whose data nobody takes."
EXAMPLE = [1, "example-queue-join-hangs", SHOWN, ["queues/queue_join_hangs.py"], [], "child.join(timeout=2)"]
EXAMPLES: dict[str, list[list[Any]]] = {"join.html": [EXAMPLE], "pool.html": [], "memory.html": []}
TERMS = [
    [["deadlock", "死锁"]],
    [["poison pill"], ["zebra"]],
    [["进程池", "pool"]],
    [["回调", "single task"]],
    [["shm", "shared memory"]],
    [["hound", "zebra"]],
]
TITLES = {"edition": "en", "pages": [[page, -1, units] for page, units in PAGES.items()], "terms": TERMS}
TEXT = [[TEXTS[page], EXAMPLES[page]] for page in PAGES]
PASTED = """Traceback (most recent call last):
  File "/home/me/run.py", line 12, in <module>
    pool.map(lambda x: x, [1])
  File "/usr/lib/python3.12/multiprocessing/pool.py", line 367, in map
    return self._map_async(func, iterable, mapstar, chunksize).get()
_pickle.PicklingError: Can't pickle <function <lambda> at 0x7f1c2a3b4c10>: attribute lookup <lambda> on __main__ failed
"""
SHORT = """Traceback (most recent call last):
  File "/usr/lib/python3.14/multiprocessing/synchronize.py", line 115, in __setstate__
    self._semlock = _multiprocessing.SemLock._rebuild(*state)
FileNotFoundError: [Errno 2] No such file or directory
"""


@pytest.fixture(scope="module")
def search(search_in: Callable[..., Search]) -> Search:
    return search_in(TITLES, TEXT)


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("join", "join"),
        ("waiting for children ended", "join"),  # other forms of the words
        ("join hangs", "join-hangs"),
        ("hang join queue", "join-hangs"),
        ("apply_async", "pool-single"),
        ("apply async", "pool-single"),
        ("async", "pool-single"),
        ("Pool.apply_async", "pool-single"),
        (LIBRARY, "pool-single"),
        ("pool.apply_async()", "pool-single"),
        ("shared memory", "memory"),
        ("sharedmemory", "memory"),
        ("SharedMem", "memory"),  # being typed
        ("zeb", "join"),
        ("jion hangs", "join-hangs"),  # a typo
        ("zbera", "join"),
        ("apply_asinc", "pool-single"),
        ("deadlock", "memory-close"),  # the other language
        ("deadlok", "memory-close"),
        ("poison pill", "join"),  # another word
        ("回调", "pool-single"),  # a word that stands nowhere, by one that does
        ("死锁", "memory-close"),
        ("什么是死锁？", "memory-close"),
        ("互相等待", "memory-close"),
        ("join 卡住", "join-hangs"),  # by the other edition's title
        ("进程池卡住", "memory-hang"),
        ("进程迟卡住", "memory-hang"),  # one wrong character
        ("锁", "memory-close"),
        ("死锁 两把锁", "memory-close"),
        ("ｊｏｉｎ", "join"),  # full width
        ("queue_join_hangs.py", "example-queue-join-hangs"),
        ("data nobody takes", "example-queue-join-hangs"),
        (PASTED, "pool-lambda"),
        (PASTED.replace("\n", " "), "pool-lambda"),  # as a field for one line takes it
        ("Can't pickle <function <lambda> at 0x7fffd00d>", "pool-lambda"),
        ("AttributeError: module 'multiprocessing' has no attribute 'Queues'", "pool-attribute"),
        (SHORT, "pool-rebuild"),  # the error says little, the line above it says which
    ],
)
def test_the_first_result(search: Search, query: str, label: str) -> None:
    assert search.labels(query)[0] == label


def test_a_word_of_the_query_that_is_no_title_decides(search: Search) -> None:
    assert search.labels("the a of zebra")[0] == "join"
    assert search.labels("of")  # nothing but such words


def test_a_typo_is_told(search: Search) -> None:
    assert search.call("read", "jion hangs") == {"text": "join hangs", "corrected": [["jion", "join"]]}
    assert search.call("read", "进程迟") == {"text": "进程池", "corrected": [["进程迟", "进程池"]]}
    assert search.call("read", "queeue")["corrected"] == [["queeue", "queue"]]  # the word, not its stem
    assert search.call("read", "join zeb")["corrected"] == []
    assert search.call("read", "deadlock")["corrected"] == []  # a word of the terms, though of no page
    assert search.call("read", "TypeError: 'jion'")["corrected"] == []  # a name in the reader's own program


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("join 3 times", "join 3 times"),
        (PASTED, "PicklingError: Can't pickle <function <lambda> >: attribute lookup <lambda> on __main__ failed"),
        (
            SHORT,
            "FileNotFoundError: No such file or directory self._semlock = _multiprocessing.SemLock._rebuild(*state)",
        ),
        ("ValueError: 17 of /home/me/x.py, C:\\me\\y.py, Python 3.14", "ValueError: of , , Python 3.14"),
        ("queue.Empty at 0x7ffe12", "queue.Empty"),
    ],
)
def test_what_is_left_of_an_error_text(search: Search, query: str, left: str) -> None:
    assert " ".join(search.call("read", query)["text"].split()).removeprefix("_pickle.") == left


def test_an_error_text_means_what_it_says(search: Search) -> None:
    assert search.labels("hound") == ["join"]
    assert search.labels("ValueError: hound") == []


def test_a_result(search: Search) -> None:
    hit = search.call("find", "zebra")[0]
    assert hit["label"] == "join"
    assert hit["url"] == "join.html"
    assert hit["page"] == 0
    assert hit["path"] == []
    assert hit["kind"] == "page"
    ((start, end),) = hit["marks"]
    assert hit["excerpt"][start:end] == "zebra"
    assert hit["excerpt"].startswith("… ")
    assert hit["excerpt"].endswith(" …")
    assert len(hit["excerpt"]) < 180


def test_a_section_stands_under_its_page(search: Search) -> None:
    hit = search.call("find", "join hangs")[0]
    assert hit["url"] == "join.html#join-hangs"
    assert hit["path"] == ["join(): wait until a child has ended"]
    assert [hit["title"][start:end] for start, end in hit["titleMarks"]] == ["join", "hangs"]
    example = search.call("find", "queue_join_hangs.py")[0]
    assert example["url"] == "join.html#example-queue-join-hangs"
    assert example["path"] == [*hit["path"], hit["title"]]
    assert example["kind"] == "example"


def test_a_page_stands_under_its_chapter(search_in: Callable[..., Search]) -> None:
    pages = [["a.html", 1, [["page", -1, "a", "Locks", [], []]]], ["b.html", -1, [["page", -1, "b", "Races", [], []]]]]
    search = search_in({"edition": "en", "pages": pages, "terms": []}, [[[[[], "", ""]], []], [[[[], "", ""]], []]])
    hit = search.call("find", "races locks")[0]
    assert (hit["label"], hit["path"]) == ("a", ["Races"])


def test_what_is_found_in_code_only_is_shown_there(search: Search) -> None:
    hit = next(hit for hit in search.call("find", "timeout") if hit["kind"] == "example")
    assert hit["excerpt"] == "child.join(timeout=2)"


def test_a_section_that_is_found_by_a_name_of_the_library(search: Search) -> None:
    assert search.call("find", "apply_async")[0]["kind"] == "api"
    assert search.call("find", "single tasks")[0]["kind"] == "section"


Unit = list[Any]


@pytest.mark.parametrize(
    ("query", "right", "other"),
    [
        # An exercise stands behind, and so does a heading with nothing of its own.
        (
            "lock",
            [["section", 0, "right", "Lock it", [], []], "text"],
            [["section", 0, "x-try", "Lock it", [], []], "text"],
        ),
        ("lock", [["section", 0, "right", "Lock it", [], []], "text"], [["section", 0, "x", "Lock it", [], []], ""]),
        # What stands before a colon is what a section is about.
        (
            "lock",
            [["section", 0, "right", "Lock: one process at a time", [], []], "t"],
            [["section", 0, "x", "Lock it", [], []], "t"],
        ),
        # An entry of the index that is the query against a title that has it among others.
        (
            "mutex",
            [["section", 0, "right", "Locks", ["mutex"], []], "t"],
            [["section", 0, "x", "What a mutex is good for", [], []], "t"],
        ),
        # A whole name against its parts.
        (
            "SharedMemory",
            [["section", 0, "right", "SharedMemory", [], []], "t"],
            [["section", 0, "x", "Shared memory", [], []], "t"],
        ),
    ],
)
def test_which_of_two_comes_first(search_in: Callable[..., Search], query: str, right: Unit, other: Unit) -> None:
    for units in ([right, other], [other, right]):
        small = [["page", -1, "p", "Page", [], []], *(unit for unit, _ in units)]
        large = [[[], "", ""], *([[], text, ""] for _, text in units)]
        search = search_in({"edition": "en", "pages": [["p.html", -1, small]], "terms": []}, [[large, []]])
        assert search.labels(query)[0] == "right"


# Engines and gardens, each with words that only some of their sections use.
ABOUT = [
    ["engines", "motor fuel speed piston"],
    ["cars", "motor fuel speed piston"],
    ["planes", "motor fuel speed wing"],
    ["ships", "motor fuel speed help"],
    ["roses", "soil flower water pond"],
    ["lilies", "soil flower water pond"],
    ["herbs", "soil flower water salt"],
    ["trees", "soil flower water help"],
]


@pytest.mark.parametrize(("query", "right"), [("help piston", "ships"), ("help pond", "trees")])
def test_a_section_that_is_about_it_comes_before_one_that_is_not(
    search_in: Callable[..., Search], query: str, right: str
) -> None:
    about = ABOUT * 2  # a direction is kept for every eight of them
    pages = [[f"{label}.html", -1, [["page", -1, label, label, [], []]]] for label, _ in about]
    search = search_in({"edition": "en", "pages": pages, "terms": []}, [[[[[], text, ""]], []] for _, text in about])
    helping = [label for label in search.labels(query) if label in ("ships", "trees")]
    assert helping[0] == right


def test_titles_alone_are_searched_until_the_text_is_there(search_in: Callable[..., Search]) -> None:
    search = search_in(TITLES)
    assert search.labels("join hangs")[0] == "join-hangs"
    assert search.labels("zebra") == []


def test_no_more_than_asked_for_and_four_of_a_page(search_in: Callable[..., Search]) -> None:
    units = [["page", -1, "p", "Lock", [], []], *(["section", 0, f"p-{n}", f"Lock {n}", [], []] for n in range(9))]
    pages = [["p.html", -1, units], ["q.html", -1, [["page", -1, "q", "On a lock", [], []]]]]
    search = search_in({"edition": "en", "pages": pages, "terms": []})
    assert len(search.call("find", "lock", 3)) == 3
    assert [label[0] for label in search.labels("lock")].count("p") == 4
    assert "q" in search.labels("lock")


@pytest.mark.parametrize("query", ["", "   ", "?!", "()", "…", "\n", "\0", "qqqqzzzz"])
def test_nothing_to_find(search: Search, query: str) -> None:
    assert search.call("find", query) == []
    assert search.call("marksIn", "some text", query) == []


@pytest.mark.parametrize(
    "query", ["x" * 10_000, "join " * 2_000, "锁" * 10_000, "(" * 10_000, PASTED * 30, "ValueError: " + "x " * 1_000]
)
def test_a_long_query_is_cut(search: Search, query: str) -> None:
    assert len(search.call("read", query)["text"]) <= 300 + len("进程池")
    search.call("find", query)


@pytest.mark.parametrize(
    "query", ["<b>join</b>", "<script>alert(1)</script> join", "join &amp; \"'`${}\\", "__proto__"]
)
def test_a_query_is_text(search: Search, query: str) -> None:
    hits = search.call("find", query)
    assert ("join" in [hit["label"] for hit in hits]) == ("join" in query)
    assert not any("<script>" in hit["excerpt"] for hit in hits)


def test_a_title_is_text(search: Search) -> None:
    assert (
        search.call("find", "pickle lambda")[0]["title"] == "PicklingError: Can't pickle <function <lambda> at 0x...>"
    )


def test_a_page_without_a_title_has_its_address(search_in: Callable[..., Search]) -> None:
    titles = {"edition": "en", "pages": [["bare.html", -1, [["page", -1, "", "", [], []]]]], "terms": []}
    (hit,) = search_in(titles, [[[[[], "a zebra", ""]], []]]).call("find", "zebra")
    assert (hit["title"], hit["url"], hit["label"]) == ("bare.html", "bare.html", "")


def test_a_book_without_pages(search_in: Callable[..., Search]) -> None:
    search = search_in({"edition": "en", "pages": [], "terms": []}, [])
    assert search.call("find", "join") == []
    assert search.call("nearest", "join") == []


def test_marks_in_any_text(search: Search) -> None:
    text = "Joins hang, joining. 死锁 and sharedMemory, shared_memory"
    marked = [text[start:end] for start, end in search.call("marksIn", text, "join shared memory deadlock")]
    assert marked == ["Joins", "joining", "死锁", "sharedMemory", "shared_memory"]
    assert search.call("marksIn", "shared, memory", "shm") == [[0, 14]]
    assert search.call("marksIn", "互相等待", "互相等待") == [[0, 4]]  # pairs that overlap are one mark


def test_names_to_offer_where_nothing_was_found(search: Search) -> None:
    assert search.call("nearest", "joinhng", 2) == ["Process join()", "join() hangs after put() into a Queue"]
    assert search.call("nearest", "") == []
