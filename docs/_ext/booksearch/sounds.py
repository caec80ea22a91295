"""Characters that sound alike: whoever types Chinese by its sound may take one for another.

Only those in common use are typed by mistake: the first level of GB 2312, which has 3,755.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pypinyin import lazy_pinyin

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FIRST_LEVEL = (0xB0, 0xD7)  # its rows, as the first byte of a character
HAN = re.compile("[\u4e00-\u9fff]")


@cache
def by_sound() -> Mapping[str, str]:
    """All characters in common use, by their sound without its tone."""
    found: dict[str, str] = {}
    for row in range(FIRST_LEVEL[0], FIRST_LEVEL[1] + 1):
        line = bytes(byte for column in range(0xA1, 0xFF) for byte in (row, column))
        for character in line.decode("gb2312", "ignore"):
            (sound,) = lazy_pinyin(character)
            found[sound] = found.get(sound, "") + character
    return found


def alike(words: Iterable[str]) -> list[str]:
    """For each sound in `words` the characters that have it, in the order of the sounds."""
    sounds = {lazy_pinyin(character)[0] for character in HAN.findall("".join(words))}
    return [characters for sound, characters in sorted(by_sound().items()) if sound in sounds and len(characters) > 1]
