"""Make the table of look-alikes anew from Unicode's `confusables.txt` (UTS #39).

    python -m tests.guard.make_look_alikes confusables.txt > hooks/helpcenter/guard/matching/look_alikes.txt

Kept are single characters that look like one or two signs an address can hold and that NFKC
and digit values do not already lead there; ideographs, kana, Hangul and symbols are left out,
since they stand in ordinary text.
"""  # fmt: skip

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

_PLAIN = re.compile(r"[A-Za-z0-9@.:/+_-]{1,2}")
_EAST_ASIAN = re.compile(r"CJK|HANGUL|KATAKANA|HIRAGANA|KANGXI|IDEOGRAPHIC|BOPOMOFO|YI |TANGUT")
_SMALL = re.compile(r"LATIN LETTER SMALL CAPITAL ([A-Z])$")
_ENDINGS = {"KA": "k", "TE": "t", "EM": "m", "EN": "h", "VE": "b", "KAPPA": "k", "TAU": "t"}
_LETTER = re.compile(r"(?:CYRILLIC|GREEK) SMALL LETTER (\w+)$")


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """Source and target of each line of the file."""
    for line in text.splitlines():
        source, _, rest = line.partition(";")
        if rest and not line.startswith("#"):
            target = rest.partition(";")[0]
            yield _chars(source), _chars(target)


def _chars(codes: str) -> str:
    return "".join(chr(int(code, 16)) for code in codes.split())


def wanted(source: str) -> bool:
    """Whether a character belongs in the table at all."""
    plain = unicodedata.normalize("NFKC", source).isascii()
    if len(source) != 1 or plain or unicodedata.category(source) in ("Nd", "Mn", "So", "Sm"):
        return False
    return not _EAST_ASIAN.match(unicodedata.name(source, ""))


def by_shape() -> Iterator[tuple[str, str]]:
    """Small capitals, and letters of other scripts that have the shape of one."""
    for code in range(0x80, 0x20000):
        name = unicodedata.name(chr(code), "")
        if match := _SMALL.match(name):
            yield chr(code), match[1].lower()
        elif (match := _LETTER.match(name)) and match[1] in _ENDINGS:
            yield chr(code), _ENDINGS[match[1]]


def main() -> None:
    """Print the table: a sign, a space, the characters that look like it."""
    table: dict[str, str] = {}
    text = Path(sys.argv[1]).read_text("utf-8-sig")
    for source, target in [*pairs(text), *by_shape()]:
        if _PLAIN.fullmatch(target) and wanted(source):
            table.setdefault(source, target)
    print("# Look-alikes: a sign, then what looks like it. Generated; see make_look_alikes.py.")
    for target in sorted(set(table.values())):
        print(target, "".join(sorted(s for s, t in table.items() if t == target)))


if __name__ == "__main__":
    main()
