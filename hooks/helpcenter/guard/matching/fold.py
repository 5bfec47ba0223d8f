"""Folding: the plain character that a styled, foreign or disguised character stands for."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from helpcenter.patterns.family import ODD

_TABLE = Path(__file__).with_name("look_alikes.txt")
HAN_DIGITS = {
    char: str(value)
    for value, chars in enumerate(
        (
            "零〇洞",
            "一壹弌幺〡㊀㈠",
            "二两兩贰貳弍〢㊁㈡",
            "三叁參叄弎〣㊂㈢",
            "四肆〤㊃㈣",
            "五伍〥㊄㈤",
            "六陆陸〦㊅㈥",
            "七柒拐〧㊆㈦",
            "八捌〨㊇㈧",
            "九玖勾〩㊈㈨",
        )
    )
    for char in chars
}
"""Numerals that are read one by one, financial and spoken ones among them."""
HAN_TO_ASCII = str.maketrans(HAN_DIGITS)
"""The same for `str.translate`."""
_PUNCTUATION = dict.fromkeys("｡。丶・‧∙⋅•⸱", ".") | {"\u2212": "-"}
"""Stops that no folding leads to a full stop, and the sign for minus."""
BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u17b4\u17b5\u034f")
"""Characters without ink that are not format characters."""
COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
FOLDABLE = (
    r"[^\x00-\x7f\u2013-\u201f\u2026\u2030\u3000-\u3020\u3040-\u3163\u3165-\u33ff"
    r"\u3400-\u9fff\uac00-\ud7a3\uff08\uff09\uff01\uff0c\uff1a-\uff1b\uff1f]"
)
"""Everything but the letters and punctuation of ordinary Chinese and English text."""

_ASCII = str.maketrans(dict(zip(ODD, "skii", strict=True)))
_STROKED = re.compile(r"LATIN (SMALL|CAPITAL) LETTER ([A-Z]) WITH ")
"""Letters with a hook or stroke, which do not decompose."""


@cache
def look_alikes() -> dict[str, str]:
    """Characters that only look like plain ones (UTS #39), and those plain ones."""
    lines = _TABLE.read_text("utf-8").splitlines()[1:]
    return {
        char: plain for line in lines for plain, _, chars in [line.partition(" ")] for char in chars
    }


def in_words(text: str) -> str:
    """A text in whose words `ſ`, the sign for kelvin, `İ` and `ı` are the small letters they equal.

    Where case is ignored they match words whose tables do not know them. Hosts and mailboxes are
    not read so: there such a letter makes another address.
    """
    return text.translate(_ASCII) if any(map(text.__contains__, ODD)) else text


def is_invisible(char: str) -> bool:
    """Whether a character leaves no ink: format, tag, blank and variation characters."""
    return (
        unicodedata.category(char) == "Cf"
        or char in BLANK_LETTERS
        or "\ufe00" <= char <= "\ufe0f"
        or "\U000e0100" <= char <= "\U000e01ef"
    )


@lru_cache(maxsize=4096)
def same(char: str) -> str:
    """The plain form of a character that means the same: width, style, digits, no accents lost.

    Browsers read host names alike (UTS #46); only invisible characters vanish.
    """
    if is_invisible(char):
        return ""
    if (value := unicodedata.digit(char, None)) is not None:
        return str(value)
    plain = unicodedata.normalize("NFKC", char)
    return plain if plain.isascii() and plain.strip() else char


@lru_cache(maxsize=4096)
def folded(char: str) -> str:
    """The plain character that a reader takes a character for, or the character itself."""
    plain = same(char)
    if plain.isascii():
        if plain[-1:] == "." and plain[:-1].isdigit():  # ⒋
            return plain[:-1]
        return plain.strip("()") if len(plain) == 3 else plain
    if unicodedata.combining(char) or unicodedata.category(char) == "Me":
        return ""
    base = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
    if base.isascii() and base.isalnum():
        return base
    if found := look_alikes().get(char) or _styled(char):
        return found
    if "\u2e80" <= char <= "\u2fdf" or "\uf900" <= char <= "\ufaff":  # radicals, doubles
        return unicodedata.normalize("NFKC", char)
    compatible = unicodedata.normalize("NFKC", char)
    if compatible != char and len(compatible) == 1:  # ⁻
        return folded(compatible)
    return _PUNCTUATION.get(char, char)


def _styled(char: str) -> str:
    """Letters in circles, squares and flags, by their names."""
    name = unicodedata.name(char, "")
    if stroked := _STROKED.match(name):
        return stroked[2].lower() if stroked[1] == "SMALL" else stroked[2]
    for marker in ("CIRCLED", "SQUARED", "PARENTHESIZED", "REGIONAL INDICATOR SYMBOL", "TAG"):
        if marker in name:
            last = name.rpartition(" ")[2]
            return last.lower() if len(last) == 1 and last.isascii() else ""
    return ""


def is_look_alike(text: str) -> bool:
    """Whether a text becomes an address only by mistaking one character for another."""
    return any(not c.isascii() and same(c) != folded(c) for c in text)
