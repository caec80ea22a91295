"""Scripts, icons that a style sheet draws, files, and the policy."""

from __future__ import annotations

import base64
import hashlib
import os
from typing import TYPE_CHECKING

import pytest

from light import LightError, csp
from light.drawn import draw
from light.files import bring_up_to_date, named
from light.icons import Icons
from light.scripts import bundle, small, taken
from light.shapes import shapes_of
from light.sheet import names_asked, prune, rules_of

if TYPE_CHECKING:
    from pathlib import Path


def test_ours_stand_in_the_place_of_the_themes_and_unknown_ones_stay() -> None:
    paths = ["_static/doctools.js", "_static/tabs.js", "_static/scripts/pydata-sphinx-theme.js", "_static/tabs.js"]
    assert taken(paths) == ["_static/tabs.js", "_static/page.js"]


def test_scripts_lose_comments_and_blanks_and_nothing_else() -> None:
    source = '/*! MIT */\n// no\nconst  a = `b  // c`;  /* no */\nif (a) {\n  f("d  e", /[/"]+/g);\n}\n'
    source += "//# sourceMappingURL=x.map\n"
    shorter = small(source)
    assert shorter.startswith("/*! MIT */")
    assert all(kept in shorter for kept in ("const a=`b  // c`;", '"d  e"', '/[/"]+/g'))
    assert "no" not in shorter
    assert "sourceMappingURL" not in shorter


def test_scripts_are_joined_so_that_none_runs_into_the_next() -> None:
    texts = {"a.js": "(() => {})()", "b.js": "(() => {})()"}
    assert bundle(texts, texts.__getitem__) == "(()=>{})()\n;(()=>{})()\n"


def test_a_letter_of_the_icon_font_becomes_a_picture_for_each_theme(source: Path) -> None:
    icons = Icons((source / "_static/scripts/fontawesome.js").read_text(encoding="utf-8"))
    rules = rules_of((source / "_static/theme.css").read_text(encoding="utf-8").replace('@import "basic.css";', ""))
    shapes = shapes_of(['<a class="download">', "<html>"], *names_asked(rules), frozenset())
    pictures: list[str] = []

    def add(picture: str) -> str:
        pictures.append(picture)
        return f"{len(pictures)}.svg"

    drawn = draw(prune(rules, shapes), icons, add)
    light, dark = [str(rule) for rule in drawn if "background-image" in str(rule)]
    assert light.startswith("a.download:before{font-size:1em;")
    assert 'content:""' in light
    assert "width:0.875em" in light  # as wide as the letter
    assert light.endswith('color:var(--muted);background-image:url("1.svg")}')
    assert dark == 'html[data-theme="dark"] a.download:before{background-image:url("2.svg")}'
    assert 'viewBox="0 0 448 512"><path fill="#111" d="M5 down"/>' in pictures[0]
    assert 'fill="#eee"' in pictures[1]


def test_a_name_says_the_content() -> None:
    name = named("_static/a.b.css", b"x")
    assert name == f"_static/a.b.{hashlib.sha256(b'x').hexdigest()[:10]}.css"
    assert named("_static/a.b.css", b"y") != name


def test_a_folder_is_brought_up_to_date(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert bring_up_to_date(out, {".buildinfo": b"", "a/b.txt": b"1", "c.txt": b"2"}) == 3
    os.utime(out / "c.txt", (1, 1))
    (tmp_path / "copied").write_bytes(b"3")
    assert bring_up_to_date(out, {".buildinfo": b"", "c.txt": b"2", "d.txt": tmp_path / "copied"}) == 1
    assert sorted(path.name for path in out.rglob("*")) == [".buildinfo", "c.txt", "d.txt"]
    assert (out / "c.txt").stat().st_mtime == 1  # not written again
    assert (out / "d.txt").read_bytes() == b"3"


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(LightError, match="holds files that were not made here"):
        bring_up_to_date(tmp_path, {".buildinfo": b""})
    assert (tmp_path / "letter.txt").exists()


def test_the_policy_has_the_hash_of_each_script_that_runs_in_a_page(tmp_path: Path) -> None:
    html = '<script src="a.js"></script><script>x()</script><script defer src="b.js"></script>'
    html += '<script type="application/json">{}</script><script data-a="b">y()\n</script>'
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    expected = [f"'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}'" for text in (b"x()", b"y()\n")]
    assert csp.hashes(html) == expected
    assert csp.policy(tmp_path) == f"default-src 'self'; script-src 'self' {' '.join(sorted(expected))}"
