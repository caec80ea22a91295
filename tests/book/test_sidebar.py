"""The contents at the left, as a screen reader says them."""

from __future__ import annotations

from bs4 import BeautifulSoup

from book.sidebar import with_labels

TOCTREE = """<ul>
<li><a class="reference internal" href="a/index.html">The <code>Process</code> class &amp; more</a><details open="open">
<summary><span><i></i></span></summary><ul><li><a href="a/b.html">A page</a></li></ul></details></li>
<li><a class="reference internal" href="c/index.html">Queues</a><details><summary><span><i></i></span></summary><ul>
<li><a href="c/d.html">Another</a></li></ul></details></li>
<li><a href="glossary.html">Glossary</a></li>
</ul>"""


def test_what_folds_a_chapter_away_says_which() -> None:
    html = BeautifulSoup(with_labels(TOCTREE, "Pages of “{}”"), "html.parser")
    labels = [summary["aria-label"] for summary in html.select("summary")]
    assert labels == ["Pages of “The Process class & more”", "Pages of “Queues”"]


def test_nothing_else_changes() -> None:
    html = BeautifulSoup(with_labels(TOCTREE, "{}"), "html.parser")
    for summary in html.select("summary"):
        del summary["aria-label"]
    assert str(html) == str(BeautifulSoup(TOCTREE, "html.parser"))


def test_quotes_in_a_title_stay_within_the_label() -> None:
    html = with_labels('<a href="x">The "x"</a><details><summary></summary></details>', "{}")
    summary = BeautifulSoup(html, "html.parser").select_one("summary")
    assert summary is not None
    assert summary.attrs == {"aria-label": 'The "x"'}
