"""Converts traditional Chinese and written Cantonese to simplified, character by character.

Every piece keeps its length, so that offsets in the result are valid in the original.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

import opencc

from helpcenter.guard.matching.spans import merged

_TRADITIONAL = re.compile(
    "[號帳賬視頻書紅聯繫絡關註備電話線專員請這個從讀寫碼數換為發們裡裏點開輸撥驗證郵網訊鍵隨錄"
    "務給過變將後頭與還係哋嘅搵俾畀喺佢咗嗰]"
)
"""Some of these stand in any such sentence about how to reach somebody."""
_SPOKEN = dict(zip("係哋嘅搵俾畀喺佢咗嗰呢啲同", "是们的找给给在他了那这些和", strict=True))
"""Cantonese words of one character, and what one writes for them."""
_ALSO = {"係": "是"}
_SURE = frozenset("哋嘅喺佢咗嗰")
_NEAR = 12
"""Lines above and below a traditional one that are read with it."""


@lru_cache(maxsize=1)  # those who look for addresses and for instructions ask one after the other
def simplified(text: str) -> tuple[tuple[int, str], ...]:
    """Pieces of the text near traditional characters, in simplified ones, and where each begins."""
    if _TRADITIONAL.search(text) is None:
        return ()
    pieces = [(start, text[start:end]) for start, end in _near(text)]
    chars = sorted({char for _, piece in pieces for char in piece if "\u3400" <= char <= "\u9fff"})
    plain = opencc.OpenCC("t2s").convert("\n".join(chars)).split("\n")
    pairs = {char: to for char, to in zip(chars, plain, strict=True) if len(to) == 1}
    table, cantonese = str.maketrans(pairs | _ALSO), str.maketrans(pairs | _SPOKEN)
    return tuple(
        (start, piece.translate(table if _SURE.isdisjoint(piece) else cantonese))
        for start, piece in pieces
    )


def _near(text: str) -> list[tuple[int, int]]:
    """Spans of the lines near traditional ones."""
    lines = text.splitlines(keepends=True)
    ends = list(accumulate(map(len, lines)))
    starts = [0, *ends]
    traditional = [n for n, line in enumerate(lines) if _TRADITIONAL.search(line)]
    return merged(
        (starts[max(0, n - _NEAR)], ends[min(n + _NEAR, len(ends) - 1)]) for n in traditional
    )
