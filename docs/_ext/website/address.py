"""Where the site will be served: `BOOK_URL` is the address of the folder that holds both editions.

On Read the Docs, where an edition is a project of its own, `READTHEDOCS_CANONICAL_URL` is that of the edition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from .errors import SettingError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.config import Config


def site_url(environ: Mapping[str, str]) -> str:
    """The address of the entrance, with a slash at its end; empty if it is not known.

    Raises SettingError for one that cannot be the beginning of other addresses.
    """
    url = environ.get("BOOK_URL", "")
    parts = urlsplit(url)
    if url and (parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment):
        text = (
            f"BOOK_URL is '{url}': give the whole address of the folder of the site, such as https://example.org/book/"
        )
        raise SettingError(text)
    return url and url.rstrip("/") + "/"


def edition_url(environ: Mapping[str, str], edition: str) -> str:
    """The address of the first page of an edition, without the page's name; empty if it is not known."""
    if canonical := environ.get("READTHEDOCS_CANONICAL_URL"):
        return canonical
    site = site_url(environ)
    return site and f"{site}{edition}/"


def page_url(config: Config, uri: str) -> str:
    """The absolute address of a page of this edition; empty if that of the book is not known."""
    return urljoin(config.html_baseurl, uri) if config.html_baseurl else ""


def twin_url(config: Config, uri: str) -> str:
    """The same of the other edition."""
    return urljoin(page_url(config, config.book_twin_root), uri) if config.html_baseurl else ""


def base_path(config: Config) -> str:
    """The path of this edition on its server; without an address that of a site in the root, as `make serve` has it."""
    return urlsplit(config.html_baseurl).path if config.html_baseurl else f"/{config.book_edition}/"
