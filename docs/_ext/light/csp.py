"""The Content-Security-Policy that every page keeps: nothing from elsewhere, and no script in a page but known ones.

`python -m light.csp _build/html` prints it, for the settings of a web server.
"""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from pathlib import Path

# A script that the browser runs: without a source, and not data.
INLINE = re.compile(
    r'<script(?![^>]*\ssrc=)(?![^>]*\stype="(?!text/javascript|module))[^>]*>(.*?)</script>',
    re.DOTALL,
)


def inline_scripts(html: str) -> list[str]:
    found: list[str] = INLINE.findall(html)
    return found


def hashes(html: str) -> list[str]:
    """Of the scripts that stand in a page: `'sha256-...'`."""
    digests = (hashlib.sha256(script.encode()).digest() for script in inline_scripts(html))
    return [f"'sha256-{base64.b64encode(each).decode()}'" for each in digests]


def policy_of(*pages: str) -> str:
    """One for all these pages, given as HTML."""
    found = {each for html in pages for each in hashes(html)}
    return " ".join(["default-src 'self'; script-src 'self'", *sorted(found)])


def policy(folder: Path) -> str:
    """One for all pages of a folder."""
    return policy_of(*(page.read_text(encoding="utf-8") for page in folder.rglob("*.html")))


if __name__ == "__main__":
    print(policy(Path(sys.argv[1])))
