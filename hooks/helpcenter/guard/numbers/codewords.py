"""Words and symbols that conventionally stand for digits: pictures, stems, tiles, cards, dice.

The resulting digits are read like any others; if they are no number to call, the words stay.
"""

from __future__ import annotations

import re
import unicodedata

from helpcenter.guard.matching.fold import HAN_DIGITS
from helpcenter.guard.matching.found import Row
from helpcenter.guard.numbers import code_tables as tables
from helpcenter.guard.numbers.called import number
from helpcenter.patterns.words import one_of

_BY_WORD = {
    word.replace("_", " "): str(digit)
    for table in (
        *(
            tables.PICTURES_ZH,
            tables.PICTURES_EN,
            tables.RHYMES_EN,
            tables.COLOURS_EN,
            tables.MONTHS_EN,
        ),
        *(
            tables.NOTES,
            tables.ELEMENTS_EN,
            tables.KEYS_ZH,
            tables.KEYS_EN,
            tables.TILES_ZH,
            tables.TILES_EN,
        ),
    )
    for digit, row in enumerate(table)
    for word in row.lower().split()
} | {symbol: str(digit) for digit, row in enumerate(tables.EMOJI) for symbol in row}
_COUNTS = {**HAN_DIGITS, "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}
_COUNT = (
    rf"(?:(?P<n>[{''.join(HAN_DIGITS)}2-9])\s?[个只面根颗枚支把条艘位张顶]"
    r"|(?P<w>two|three|four|five|six)\s)"
)
_LATIN = one_of(word for word in _BY_WORD if word.isascii())
_OTHER = one_of(word for word in _BY_WORD if not word.isascii())
_RANKS = "|".join(tables.RANKS_EN)
_CARD = (
    rf"(?:(?:{tables.SUITS})\s?(?:[2-9aA]|10|[{''.join(HAN_DIGITS)}尖])"
    rf"|(?<![A-Za-z])(?:{_RANKS})\s(?:of\s)?(?:{tables.SUITS_EN})(?![A-Za-z]))"
)
_WORD = rf"(?:{_CARD}|(?:{_OTHER})|(?<![A-Za-z])(?:{_LATIN})s?(?![A-Za-z]))"
_COUNTED = rf"(?:{_COUNT.replace('?P<n>', '').replace('?P<w>', '')})?{_WORD}"
_GAP = r"(?:[\s、，,./;；:：·|→>+\ufe0f-]|再|然后|接着?|和|像|的|\b(?:and|then|an?|the)\b)"
_BEHIND = rf"(?:(?P<b>[{''.join(HAN_DIGITS)}2-9])[个只面根颗枚支把条艘位张顶])"
"""How many of them, in front of a word or behind it."""
_ROW = re.compile(
    rf"{_COUNTED}(?:{_BEHIND.replace('?P<b>', '')}?{_GAP}{{0,5}}+(?:{_COUNTED}"
    rf"|[0-9零〇])){{3,16}}+",
    re.IGNORECASE,
)
_LEAST = 4
"""Words in a row that is read so, beside plain digits."""
_TOKEN = re.compile(rf"{_COUNT}?(?P<word>{_WORD}|[0-9零〇]){_BEHIND}?", re.IGNORECASE)


def _words(match: re.Match[str]) -> str:
    tokens = [
        (token["word"].lower(), (token["n"] or token["w"] or token["b"] or "1").lower())
        for token in _TOKEN.finditer(match[0])
    ]
    if sum(len(word) > 1 or not word.isdigit() for word, _ in tokens) < _LEAST:
        return match[0]
    digits = "".join(_digit(word) * int(_COUNTS.get(times, times)) for word, times in tokens)
    return number(digits, match.string, *match.span(), weak=True) or match[0]


def _digit(word: str) -> str:
    if found := _BY_WORD.get(word) or _BY_WORD.get(word.removesuffix("s")):
        return found
    if rank := tables.RANKS_EN.get(word.partition(" ")[0]):
        return rank
    last = word[-1]  # of a card
    return "1" if last in "a尖" else HAN_DIGITS.get(last, last)


_SINGLE = "|".join(rf"[{row}](?:[\s、，,·—-]{{0,3}}+[{row}]){{5,16}}+" for row in tables.SINGLE)
_TERMS = re.compile(rf"(?:{_SINGLE})")
_FROM_ZERO = re.compile(r"[甲子]\s?(?:是|为|代表|表示|对应|作|当|[=＝:：])?\s?[零〇0]")
_AROUND = 120


def _terms(match: re.Match[str]) -> str:
    """Characters by their place; stems and branches count from one unless the text says from none."""
    row = next(row for row in tables.SINGLE if match[0][0] in row and match[0][-1] in row)
    start, end = match.span()
    zero = _FROM_ZERO.search(match.string, max(0, start - _AROUND), end + _AROUND)
    back = 1 if zero and row in tables.SINGLE[:2] else 0
    digits = "".join(str((row.index(symbol) - back) % 10) for symbol in match[0] if symbol in row)
    return number(digits, match.string, start, end, weak=True) or match[0]


_RANGES = "\u2160-\u2188\u32c0-\u32cb\u3358-\u3370\u33e0-\u33fe\u2680-\u2685\U00010100-\U0001018e\U0001d2e0-\U0001d2f3\U0001d360-\U0001d378\U0001f000-\U0001f0ff\U0001f550-\U0001f55b"
"""Roman numerals, months, hours and days in one symbol, dice, numerals of dead scripts, counting rods, tiles, cards, clocks."""
_NOUGHTS = "零〇○◯"
_NAMED = re.compile(
    rf"(?:\d[\s-]{{0,3}})?[{_RANGES}](?:[\s·、，,\ufe0f-]{{0,3}}+[{_RANGES}0-9{_NOUGHTS}]){{4,16}}+"
)
_NUMBER_NAMES = {
    "ZERO": "0", "BLANK": "0", "BACK": "0", "WHITE": "0", "ONE": "1", "ACE": "1", "TWO": "2", "THREE": "3", "FOUR": "4", "FIVE": "5",
    "SIX": "6", "SEVEN": "7", "EIGHT": "8", "NINE": "9", "TEN": "0", "TWELVE": "0",
}  # fmt: skip
_OF_TIME = re.compile(r"(\d{1,2})[点月日]")
_DOMINO = re.compile(r"-0(\d)-0(\d)$")


def value(symbol: str) -> str:
    """The digit in the name of a symbol, both of a domino; empty if there is none."""
    if symbol in _NOUGHTS:
        return "0"
    if symbol.isdigit():
        return str(unicodedata.digit(symbol, 0))
    if told := _OF_TIME.fullmatch(unicodedata.normalize("NFKC", symbol)):
        return told[1]
    name = unicodedata.name(symbol, "")
    if domino := _DOMINO.search(name):
        return domino[1] + domino[2]
    if "MAHJONG TILE" not in name and (number := unicodedata.numeric(symbol, -1)) in range(10):
        return str(int(number))
    if face := re.search(r"DIE FACE-(\d)", name):
        return face[1]
    return next((_NUMBER_NAMES[word] for word in name.split() if word in _NUMBER_NAMES), "")


def _named(match: re.Match[str]) -> str:
    symbols = [
        symbol
        for symbol in match[0]
        if symbol.isdigit() or symbol in _NOUGHTS or re.match(f"[{_RANGES}]", symbol)
    ]
    values = [value(symbol) for symbol in symbols]
    if not all(values) or sum(not symbol.isdecimal() for symbol in symbols) < _LEAST:
        return match[0]
    return number("".join(values), match.string, *match.span()) or match[0]


ROWS: tuple[Row, ...] = (
    ("pictures for digits", _ROW, _words, ("拨小旗、五个鸡蛋、鸭子、耳朵、勺子、镰刀", "拨400-000-2397"), "头像有铅笔、鸭子、耳朵、小旗、钩子", ()),
    ("stems and branches", _TERMS, _terms, ("热线：丁癸癸 癸癸癸 己乙庚壬", "热线：400-000-6279"), "甲乙丙丁戊己庚辛壬癸", ()),
    ("names of signs", _NAMED, _named, ("专线：🀊🀆🀆🀆🀆🀆🀈🀏🀌🀉", "专线：400-000-2963"), "⚀⚁⚂⚃⚄⚅", ()),
)  # fmt: skip
