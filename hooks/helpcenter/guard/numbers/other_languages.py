"""Digits in words of languages that nobody expects in an article: “dos cero dos …”, “nul twee nul …”.

A number is a row of such words of one language that has the shape of a number to call.
"""

from __future__ import annotations

import re

from helpcenter.guard.matching.families import busy
from helpcenter.guard.matching.found import Row
from helpcenter.guard.numbers.called import number
from helpcenter.patterns.words import one_of

_LANGUAGES = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "zero um dois três quatro cinco seis sete oito nove",
    "zéro un deux trois quatre cinq six sept huit neuf",
    "null eins zwei drei vier fünf sechs sieben acht neun",
    "zero uno due tre quattro cinque sei sette otto nove",
    "nul een twee drie vier vijf zes zeven acht negen",
    "không một hai ba bốn năm sáu bảy tám chín",
    "kosong satu dua tiga empat lima enam tujuh lapan sembilan",
    "nol satu dua tiga empat lima enam tujuh delapan sembilan",
    "sero isa dalawa tatlo apat lima anim pito walo siyam",
    "sifir bir iki üç dört beş altı yedi sekiz dokuz",
    "zero ichi ni san yon go roku nana hachi kyuu",
    "rei ichi ni san shi go roku shichi hachi ku",
    "ゼロ イチ ニ サン ヨン ゴ ロク ナナ ハチ キュウ",
    "ぜろ いち に さん よん ご ろく なな はち きゅう",
    "ноль один два три четыре пять шесть семь восемь девять",
    "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า",
)
_DIGITS = [dict(zip(row.split(), "0123456789", strict=True)) for row in _LANGUAGES]
_WORD = one_of(dict.fromkeys(word for row in _DIGITS for word in row))
_RUN = re.compile(rf"(?<!\w)(?:{_WORD})(?:[\s·,，、.-]{{1,3}}(?:{_WORD})){{4,}}+(?!\w)", re.IGNORECASE)  # fmt: skip
busy(_RUN)
_NOUGHTS = tuple(
    f"{nought}{gap}"
    for nought in dict.fromkeys(row.split()[0] for row in _LANGUAGES)
    for gap in (" ,-.·，、\n" if nought in ("nul", "null", "nol", "rei", "zero") else ("",))
)
"""Hardly any number has none; some stand in ordinary words (`foreign`), so with what is behind."""
_PARTS = re.compile(r"[\s·,，、.-]+")


def _read(match: re.Match[str]) -> str:
    """The number in digits; as it stands when the words are of several languages."""
    words = _PARTS.split(match[0].lower())
    for row in _DIGITS:
        if all(word in row for word in words):
            digits = "".join(row[word] for word in words)
            return number(digits, match.string, *match.span()) or match[0]
    return match[0]


ROWS: tuple[Row, ...] = (
    ("other languages", _RUN, _read, ("Dial dos cero dos, cinco cinco cinco, cero uno tres tres", "Dial 202-555-0133"), "uno, dos, tres; un deux trois", _NOUGHTS),
)  # fmt: skip
"""Name, pattern, what stands for a match, a text and what it becomes, a text that stays, needs."""
