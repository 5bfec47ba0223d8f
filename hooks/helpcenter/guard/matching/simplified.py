"""Traditional Chinese and written Cantonese, sign by sign in the characters of the guard's words.

The text keeps its length, so what is found in it stands at the same place in the original; lines
far from any such sign are blank.
"""

from __future__ import annotations

import re

import opencc

_SIGN = re.compile(
    "[號帳賬視頻書紅聯繫絡關註備電話線專員請這個從讀寫碼數換為發們裡裏點開輸撥驗證郵網訊鍵隨錄"
    "務給過變將後頭與還係哋嘅搵俾畀喺佢咗嗰]"
)
"""Some of these stand in any such sentence about how to reach somebody."""
_SPOKEN = dict(zip("係哋嘅搵俾畀喺佢咗嗰呢啲同", "是们的找给给在他了那这些和", strict=True))
"""Cantonese words of one character, and what one writes for them."""
_SURE = frozenset("哋嘅喺佢咗嗰")
_NEAR = 12
"""Lines above and below a traditional one that are read with it."""


def simplified(text: str) -> str:
    """The lines near traditional characters, in simplified ones; empty when there are none."""
    if _SIGN.search(text) is None:
        return ""
    lines = text.split("\n")
    near: set[int] = set()
    for number, line in enumerate(lines):
        if _SIGN.search(line):
            near.update(range(number - _NEAR, number + _NEAR + 1))
    kept = "\n".join(line if n in near else " " * len(line) for n, line in enumerate(lines))
    signs = sorted({sign for sign in kept if "\u3400" <= sign <= "\u9fff"})
    plain = opencc.OpenCC("t2s").convert("\n".join(signs)).split("\n")
    spoken = _SPOKEN if not _SURE.isdisjoint(signs) else {"係": "是"}
    pairs = {sign: to for sign, to in zip(signs, plain, strict=True) if len(to) == 1}
    return kept.translate(str.maketrans(pairs | spoken))
