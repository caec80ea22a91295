"""XML as bytes: the same for the same elements, with a line for each."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from pathlib import Path

SITEMAP = "sitemap.xml"  # of each edition, and of the whole site
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def element(parent: ET.Element, name: str, text: str = "", /, **attributes: str) -> ET.Element:
    """A new child. `xml_lang` stands for `xml:lang`."""
    child = ET.SubElement(parent, name, {key.replace("_", ":"): value for key, value in attributes.items()})
    child.text = text or None
    return child


def write_xml(file: Path, root: ET.Element) -> None:
    ET.indent(root, " ")
    file.write_bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")
