"""Icons of FontAwesome's script, drawn in the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sphinx_book_theme import get_html_theme_path  # type: ignore[import-untyped]

from light import LightError
from light.icons import Icons


@pytest.fixture
def icons(source: Path) -> Icons:
    return Icons((source / "_static/scripts/fontawesome.js").read_text(encoding="utf-8"))


def test_an_icon_becomes_a_picture_that_is_hidden_from_screen_readers(icons: Icons) -> None:
    assert icons.replace('<p><i class="me-1 fa-solid fa-arrow-up fa-lg" title="Up"></i> up</p>') == (
        '<p><svg class="svg-inline--fa fa-arrow-up me-1 fa-lg" viewBox="0 0 384 512" aria-hidden="true">'
        '<path fill="currentColor" d="M4 up"/></svg> up</p>'
    )


def test_attributes_that_scripts_and_style_sheets_ask_for_stay(icons: Icons) -> None:
    found = icons.replace('<i data-mode="auto" class="theme-switch fas fa-bars" id="x"></i>')
    assert 'data-mode="auto"' in found
    assert 'id="x"' in found


@pytest.mark.parametrize(("style", "path"), [("fa-brands", "M1 brand"), ("fab", "M1 brand"), ("fa-solid", "M6 list")])
def test_sets_are_told_apart(icons: Icons, style: str, path: str) -> None:
    assert path in icons.replace(f'<span class="{style} fa-list"></span>')


@pytest.mark.parametrize("html", ['<i class="italic">x</i>', '<i class="fable"></i>', "<i>fa-solid</i>"])
def test_other_elements_stay(icons: Icons, html: str) -> None:
    assert icons.replace(html) == html


def test_an_icon_that_there_is_not_is_named(icons: Icons) -> None:
    with pytest.raises(LightError, match="'unicorn'"):
        icons.replace('<i class="fa-solid fa-unicorn"></i>')
    with pytest.raises(LightError, match=r"must name one icon.*fa-solid fa-bars fa-list"):
        icons.replace('<i class="fa-solid fa-bars fa-list"></i>')


def test_the_style_sheet_of_the_script(icons: Icons) -> None:
    assert icons.style_sheet().endswith(".svg-inline--fa {\n  height: 1em;\n}")


def test_another_version_of_the_script_is_told() -> None:
    with pytest.raises(LightError, match="has the theme a new version"):
        Icons("nothing").style_sheet()
    with pytest.raises(LightError, match="has the theme a new version"):
        Icons("nothing").replace('<i class="fa-solid fa-bars"></i>')


def test_the_theme_at_hand_has_what_its_templates_show() -> None:
    folder = Path(get_html_theme_path()).parents[2] / "pydata_sphinx_theme/theme/pydata_sphinx_theme/static/scripts"
    icons = Icons((folder / "fontawesome.js").read_text(encoding="utf-8"))
    for name in ("bars", "list", "expand", "sun", "moon", "circle-half-stroke", "magnifying-glass", "chevron-down"):
        size, path = icons.look_up("fas", name)
        assert re.fullmatch(r"\d+ 512", size)
        assert path.startswith("M")
    assert icons.with_letter("\uf019")[:2] == ("448", "512")  # download
    assert "--fa-width" in icons.style_sheet()
