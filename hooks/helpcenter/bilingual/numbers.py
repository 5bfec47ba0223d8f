"""Numbers, durations, percentages, money, dates and times of a sentence, in either language.

A number is compared by value and, where it has one, by unit: `48 小时` and `48 hours` are both
`48 hour`; `三千元` and `CNY 3,000` both `3000 CNY`. The bare word one is left out (`一下`,
`one of these`), and so are ordinals: neither language uses them for a quantity alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from helpcenter.bilingual import numerals
from helpcenter.bilingual.units import CURRENCIES, unit_at
from helpcenter.model import Lang


class Quantity(NamedTuple):
    """A number with its place in the text it was read from."""

    value: str
    """Canonical, such as `48 hour`, `3 %`, `3000 CNY`, `2026-03-05`, `9:00`, `7`."""
    start: int
    end: int


Reader = Callable[[str, re.Match[str], Lang], tuple[list[str], int]]
"""Values of a match in the text, and where they end; no values: it was no quantity."""

_ARABIC = (
    r"(?<![0-9A-Za-z.])[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|(?<![0-9A-Za-z.])[0-9]+(?:\.[0-9]+)?"
)
_MONTHS = "january february march april may june july august september october november december"
_MONTH = {name: number for number, name in enumerate(_MONTHS.split(), 1)}
_MONTH_WORD = f"(?P<month>{'|'.join(_MONTH)})"
_LOOSE_ONE = "哪每某这那几同有任上下"
"""Before 一, these make an idiom (`有一天`), no quantity."""
_MEASURE = re.compile("[个位步句次种项条张页篇样件封笔家行栏组遍倍级类名道份款点台字列层轮]")
_ZH_FRACTION = re.compile("点([零〇一二三四五六七八九]+)")
_ZH_SCALE = re.compile(" ?([万亿千百])")
_EN_SCALE = re.compile(r" (hundred|thousand|million|billion)\b", re.IGNORECASE)


def quantities(text: str, lang: Lang) -> list[Quantity]:
    """All quantities of `text` (plain, without Markdown) in order."""
    rest = "".join(map(_fold, text))
    found: list[Quantity] = []
    for pattern, read in _SHAPES[lang]:
        for match in pattern.finditer(rest):
            values, end = read(rest, match, lang)
            found += [Quantity(value, match.start(), end) for value in values]
            if values:
                blank = " " * (end - match.start())
                rest = rest[: match.start()] + blank + rest[end:]
    return sorted(found, key=lambda item: item.start)


def _fold(character: str) -> str:
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def _date(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    given = match.groupdict()
    month = _MONTH.get(given["month"].lower(), 0) or int(given["month"])
    return [f"{given.get('year') or ''}-{month:02}-{int(given['day']):02}"], match.end()


def _time(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    return [f"{int(match['hour'])}:{match['minute']}"], match.end()


def _money(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    code = CURRENCIES[match["code"]]
    factor, end = _scale(text, match.end(), lang)
    return [f"{_plain(_arabic(match['sum']) * factor)} {code}"], end


def _percent(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    number = match["number"]
    value = _arabic(number) if number[0].isdigit() else numerals.chinese(number)[-1]
    return [f"{_plain(value)} %"], match.end()


def _half(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    unit, end = unit_at(text, match.end(), lang)
    return ([f"0.5 {unit}"] if unit else []), end


def _digits(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    factor, end = _scale(text, match.end(), lang)
    unit, end = unit_at(text, end, lang)
    return [f"{_plain(_arabic(match[0]) * factor)} {unit}".rstrip()], end


def _zh_words(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    """A numeral counts only before a unit or a measure word."""
    end = match.end()
    *others, value = numerals.chinese(match[0])
    if fraction := _ZH_FRACTION.match(text, end):
        digits = "".join(str(numerals.ZH_DIGITS[c]) for c in fraction[1])
        value, end = value + Decimal(f"0.{digits}"), fraction.end()
        factor, end = _scale(text, end, lang)
        value *= factor
    unit, after = unit_at(text, end, lang)
    before = text[match.start() - 1] if match.start() else " "
    if value == 1 and (not unit or before in _LOOSE_ONE):
        return [], end
    if not unit and not _MEASURE.match(text, end):
        return [], end
    estimate = [_plain(other) for other in others if other != 1]
    return [*estimate, f"{_plain(value)} {unit}".rstrip()], after


def _en_words(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    word = match[0].lower()
    unit, end = unit_at(text, match.end(), lang)
    if word in ("a", "an", "one"):
        return ([f"1 {unit}"] if unit and unit != "second" else []), end
    return [f"{_plain(numerals.english(word))} {unit}".rstrip()], end


def _scale(text: str, end: int, lang: Lang) -> tuple[int, int]:
    match = (_ZH_SCALE if lang == "zh" else _EN_SCALE).match(text, end)
    if not match:
        return 1, end
    scales = {"千": 1000, "百": 100, **numerals.ZH_GROUPS, **numerals.EN_SCALES}
    return scales[match[1].lower()], match.end()


def _arabic(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


_SHARED: tuple[tuple[str, Reader], ...] = (
    (r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)", _date),
    (r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?!\d)", _time),
    (
        r"(?P<code>US\$|HK\$|[$¥€£]|\b(?:USD|CNY|HKD|EUR|GBP)) ?"
        r"(?P<sum>[0-9][0-9,]*(?:\.[0-9]+)?)",
        _money,
    ),
)
_ZH_SHAPES: tuple[tuple[str, Reader], ...] = (
    (r"(?:(?P<year>\d{4}) ?年 ?)?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?[日号]", _date),
    *_SHARED,
    (rf"百分之 ?(?P<number>{_ARABIC}|{numerals.ZH_NUMERAL})", _percent),
    ("(?<![一多大上下])半个?", _half),
    (_ARABIC, _digits),
    (f"(?<!第){numerals.ZH_NUMERAL}", _zh_words),
)
_EN_SHAPES: tuple[tuple[str, Reader], ...] = (
    (rf"(?i:{_MONTH_WORD}) (?P<day>\d{{1,2}})(?!\d)(?:,? (?P<year>\d{{4}}))?", _date),
    (rf"(?P<day>\d{{1,2}}) (?i:{_MONTH_WORD})(?:,? (?P<year>\d{{4}}))?", _date),
    *_SHARED,
    (r"(?i:\bhalf an?\b)", _half),
    (_ARABIC, _digits),
    (rf"(?i:\b(?:{numerals.EN_NUMERAL}|an?)\b)", _en_words),
)
_SHAPES: dict[Lang, tuple[tuple[re.Pattern[str], Reader], ...]] = {
    "zh": tuple((re.compile(pattern), read) for pattern, read in _ZH_SHAPES),
    "en": tuple((re.compile(pattern), read) for pattern, read in _EN_SHAPES),
}
"""Tried in this order; what one has read, the next ones no longer see."""
