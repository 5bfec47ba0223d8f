"""Make the table of characters that sound like digits anew from the readings that pypinyin holds.

    python -m tests.guard.make_sounds > hooks/helpcenter/guard/numbers/sounds.txt

Kept are the characters of the two everyday character sets, GB 2312 and Big5, by their first
reading without its tone; readings that many speakers do not tell apart count as the same.
"""

from __future__ import annotations

import unicodedata

from pypinyin.pinyin_dict import pinyin_dict

SYLLABLES = (
    ("ling", "lin", "dong"),
    ("yi", "yao"),
    ("er", "liang"),
    ("san", "shan"),
    ("si",),
    ("wu",),
    ("liu", "lu"),
    ("qi", "guai"),
    ("ba",),
    ("jiu", "gou"),
)
"""By digit; the last ones are how it is said over the radio."""
_SETS = ("gb2312", "big5")
_HAN = range(0x4E00, 0xA000)
_DIAERESIS = "\u0308"
"""Tells lü from lu."""


def _reading(code: int) -> str:
    """The first reading, without its tone."""
    first = unicodedata.normalize("NFD", pinyin_dict.get(code, "").partition(",")[0])
    return "".join(c for c in first if not unicodedata.combining(c) or c == _DIAERESIS)


def _is_everyday(char: str) -> bool:
    for name in _SETS:
        try:
            encoded = char.encode(name)
        except UnicodeEncodeError:
            continue
        if name != "big5" or encoded < b"\xc9":  # its second half holds rare ones
            return True
    return False


def main() -> None:
    """Print the table: a digit, a space, the characters that sound like it."""
    print("# Characters that sound like a digit. Generated; see make_sounds.py.")
    for digit, syllables in enumerate(SYLLABLES):
        chars = (chr(code) for code in _HAN if _reading(code) in syllables)
        print(digit, "".join(filter(_is_everyday, chars)))


if __name__ == "__main__":
    main()
