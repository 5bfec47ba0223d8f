"""Numbers, durations, percentages, money, dates and times of a sentence, in either language.

A number is compared by value and, if it has one, by unit: `48 小时` and `48 hours` are both
`48 hour`; `三千元` and `CNY 3,000` both `3000 CNY`. The unit of a range applies to both ends.
The bare word one is left out (`一下`, `one of these`). Numbers that idiom may omit (`within a
day`, `the third step`) can match one of the other language, but do not require one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from helpcenter.bilingual import amounts, currencies, moments, numerals
from helpcenter.bilingual.amounts import ARABIC, ORDINALS, Reader
from helpcenter.model import Lang
from helpcenter.patterns.family import Family
from helpcenter.patterns.words import one_of


class Quantity(NamedTuple):
    """A number with its place in the text it was read from."""

    value: str
    """Canonical, such as `48 hour`, `3 %`, `3000 CNY`, `2026-03-05`, `9:00`, `7`."""
    start: int
    end: int
    demands: bool = True
    """Whether the other language must have it too; otherwise it can only match one there."""


Shape = tuple[str, Reader, bool]
"""Pattern, what reads it, and whether the other language must say it too."""


def _demanded(patterns: Iterable[str], read: Reader) -> Iterator[Shape]:
    return ((pattern, read, True) for pattern in patterns)


_ZH = rf"(?:{ARABIC}|{numerals.ZH_NUMERAL})"
_EN = rf"(?:{ARABIC}|\b(?i:{numerals.EN_NUMERAL})\b)"
_MONEY = one_of(currencies.symbols())
_EN_UNIT = "(?P<unit>(?:second|minute|hour|day|week|month|year)s?)"
_SHARED: tuple[Shape, ...] = (
    (r"(?<!\d)24/7(?!\d)", amounts.round_the_clock, True),
    *_demanded(moments.BOTH, moments.date),
    (
        rf"(?<![A-Za-z])(?P<code>{_MONEY}) ?(?P<sum>[0-9][0-9,]*(?:\.[0-9]+)?)",
        amounts.money,
        True,
    ),
    (rf"(?P<number>{ARABIC}) ?(?P<per>‰)", amounts.percent, True),
)
_ZH_SHAPES: tuple[Shape, ...] = (
    *_demanded(moments.DATES["zh"], moments.date),
    *_demanded(moments.TIMES["zh"], moments.time),
    (moments.YEAR, moments.year, True),
    (r"(?<!\d)7 ?[×*x] ?24(?: ?个?小时)?", amounts.round_the_clock, True),
    *_SHARED,
    (rf"(?P<per>[百千万])分之 ?(?P<number>{_ZH})", amounts.percent, True),
    (rf"(?P<over>{_ZH})分之 ?(?P<number>{_ZH})", amounts.fraction, True),
    (rf"(?P<number>{_ZH}) ?刻钟", amounts.quarters, True),
    (rf"(?P<number>{_ZH}) ?个半", amounts.halves, True),
    (rf"(?P<number>{_ZH})(?P<unit> ?(?:天|年|周|小时|分钟))半", amounts.halves, True),
    ("(?<![一多大上下])半个?", amounts.halves, True),
    (rf"第 ?(?P<number>{ARABIC}) ?(?=[步条项章节页])", amounts.ordinal, True),
    (rf"第 ?(?P<number>{_ZH})", amounts.ordinal, False),
    (rf"(?P<one>{_ZH}) ?(?:至|到|或|[-–—~]) ?(?P<other>{_ZH})", amounts.both_ends, True),
    (ARABIC, amounts.figures, True),
    (numerals.ZH_NUMERAL, amounts.zh_words, True),
)
_EN_SHAPES: tuple[Shape, ...] = (
    *_demanded(moments.DATES["en"], moments.date),
    *_demanded(moments.TIMES["en"], moments.time),
    (r"(?i:24 hours a day,? (?:7|seven) days a week)", amounts.round_the_clock, True),
    *_SHARED,
    (rf"(?P<number>{_EN}|\b[Aa]) quarters? of an hour\b", amounts.quarters, True),
    (rf"(?P<number>{_EN})[ -](?P<over>third|quarter|fifth|tenth)s?\b", amounts.fraction, True),
    (r"\b(?P<number>[Aa]) (?P<over>third|quarter|fifth|tenth)(?= of\b)", amounts.fraction, True),
    (rf"(?P<number>{_EN}|\b(?i:an?)) {_EN_UNIT} and a half\b", amounts.halves, True),
    (rf"(?P<number>{_EN}) and a half\b", amounts.halves, True),
    (r"(?i:\bhalf an?\b)", amounts.halves, True),
    (rf"\b(?i:an?) {_EN_UNIT} or two\b", amounts.one_or_two, True),
    (
        rf"(?P<one>{_EN})(?: (?:to|or) | ?[-–—~] ?(?=[0-9]))(?P<other>{_EN})",
        amounts.both_ends,
        True,
    ),
    (rf"\b(?P<number>(?i:{'|'.join(ORDINALS)}))\b", amounts.ordinal, False),
    (ARABIC, amounts.figures, True),
    (rf"(?i:\b{numerals.EN_NUMERAL}\b)", amounts.en_words, True),
    (rf"(?i:\ban?\b)(?= (?:(?:business|working) )?{_EN_UNIT})", amounts.en_words, False),
)


@lru_cache(maxsize=512)
def quantities(text: str, lang: Lang) -> tuple[Quantity, ...]:
    """All quantities of `text` (plain, without Markdown) in order."""
    rest = text if text.isascii() else text.translate(_FOLDS)
    found: list[Quantity] = []
    shapes, family = _shapes(lang)
    number = -1
    while later := [other for other in family.possible(rest) if other > number]:
        number = min(later)
        pattern, read, demands = shapes[number]
        for match in pattern.finditer(rest):
            values, end = read(rest, match, lang)
            found += [Quantity(value, match.start(), end, demands) for value in values]
            if values:
                blank = " " * (end - match.start())
                rest = rest[: match.start()] + blank + rest[end:]
    return tuple(sorted(found, key=lambda item: item.start))


class _Folds(dict[int, str]):
    """What `str.translate` puts for each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKC", chr(code))
        self[code] = folded if len(folded) == 1 else chr(code)
        return self[code]


_FOLDS = _Folds()


@cache
def _shapes(lang: Lang) -> tuple[list[tuple[re.Pattern[str], Reader, bool]], Family]:
    """Tried in this order; what one has read, the next ones no longer see."""
    shapes = _ZH_SHAPES if lang == "zh" else _EN_SHAPES
    made = [(re.compile(pattern), read, demands) for pattern, read, demands in shapes]
    return made, Family(pattern for pattern, _, _ in made)
