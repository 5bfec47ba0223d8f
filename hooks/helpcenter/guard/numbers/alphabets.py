"""Letters spoken one by one: the radio alphabet, `O for Oscar`, with symbols and digits."""

from __future__ import annotations

import re

from helpcenter.guard.matching.found import Row
from helpcenter.patterns.words import one_of

_RADIO = (
    "alfa|alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett|juliet|kilo|lima|mike|november|oscar|papa|quebec|romeo"
    "|sierra|tango|uniform|victor|whiskey|whisky|x-ray|xray|yankee|zulu"
)
_SYMBOLS = {
    "at sign": "@", "at": "@", "dot": ".", "full stop": ".", "stop": ".", "period": ".", "point": ".", "decimal": ".",
    "hyphen": "-", "dash": "-", "minus": "-", "underscore": "_", "slash": "/", "colon": ":", "plus": "+",
    "zero": "0", "one": "1", "two": "2", "three": "3", "tree": "3", "four": "4", "fower": "4", "five": "5", "fife": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9", "niner": "9", "小老鼠": "@", "艾特": "@", "点": ".", "横杠": "-", "下划线": "_",
}  # fmt: skip
_SYMBOL = one_of(_SYMBOLS)
_SEP = r"[\s,.;:、，·/-]{1,3}(?:(?:then|and)\s)?(?:the\s)?"
_RUN = re.compile(
    rf"\b(?:{_RADIO})\b(?:{_SEP}(?:{_RADIO}|{_SYMBOL}|\d"
    rf"|[@._-])(?![A-Za-z0-9])){{3,60}}(?:(?<=dot)\s[a-z]{{2,10}}(?![\w-]))?",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    rf"(?P<radio>{_RADIO})|(?P<ending>(?<=dot\s)[a-z]{{2,10}}\Z)"
    rf"|(?P<char>{_SYMBOL}|\d|(?<=[\s,])[@._-](?=[\s,]))",
    re.IGNORECASE,
)
_AS_IN = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z0-9]\s(?:as in|for|like|is for)\s[A-Za-z]{2,12}"
    rf"(?:{_SEP}(?:[A-Za-z0-9]\s(?:as in|for|like|is for)\s[A-Za-z]{{2,12}}|{_SYMBOL}"
    rf"|\d)(?![A-Za-z0-9])){{3,60}}",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?P<letter>[A-Za-z0-9])\s(?:as in|for|like|is for)\s[A-Za-z]{{2,12}}|(?P<char>{_SYMBOL}|\d)",
    re.IGNORECASE,
)


def _radio(match: re.Match[str]) -> str:
    """The letters, if enough of the words are of the alphabet."""
    tokens = list(_TOKEN.finditer(match[0]))
    if sum(token["radio"] is not None for token in tokens) < 4:
        return match[0]
    return "".join(
        token["radio"][0].lower()
        if token["radio"]
        else token["ending"]
        if token["ending"]
        else _SYMBOLS.get(token["char"].lower(), token["char"])
        for token in tokens
    )


def _as_in(match: re.Match[str]) -> str:
    return "".join(
        (
            found["letter"] or _SYMBOLS.get((found["char"] or "").lower(), found["char"] or "")
        ).lower()
        for found in _NAMED.finditer(match[0])
    )


ROWS: tuple[Row, ...] = (
    ("radio alphabet", _RUN, _radio, ("oscar kilo papa, at sign, alfa dot tango", "okp@a.t"), "hotel india, at one",
     ("echo", "Echo", "ECHO", "tango", "Tango", "TANGO", "oscar", "Oscar", "OSCAR", "papa", "Papa", "PAPA", "alfa", "Alfa", "alpha", "Alpha", "kilo", "Kilo", "sierra", "Sierra")),
    ("letters for words", _AS_IN, _as_in, ("O for Oscar, K as in Kilo, at, A for apple, B for boy", "ok@ab"),
     "a for loop, b for one", (" for ", " as in ", " like ", " is for ")),
)  # fmt: skip
"""Name, pattern, what stands for a match, a text and what it becomes, a text that stays, needs."""
