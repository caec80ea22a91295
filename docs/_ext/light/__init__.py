"""Makes light pages of what Sphinx has written: the same look and function, a twentieth of the bytes.

`python -m light _build/pages/en _build/html/en` knows nothing of Sphinx: it reads one folder and writes another. Icons
become part of the page, all style sheets become one with only the rules that can apply, all scripts become one, and the
name of each file that a page loads says its content, so that a browser may keep it forever.
"""

from __future__ import annotations


class LightError(Exception):
    """Something in the folder is not as expected; the text says where, and what to do."""
