"""Dates and times of the day in running text, in either language.

Canonical forms are `2026-03-05`, `-03-05` without a year, `2026-03` and `-03` without a
day, and `15:00` in 24-hour time. Chinese puts the part of the day before the hour (`下午 3
点`), English uses am or pm.
"""

from __future__ import annotations

import re

from helpcenter.bilingual import numerals
from helpcenter.model import Lang
from helpcenter.numerals import ZH_DIGITS, ZH_UNITS

_YEAR_OF = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTHS = _YEAR_OF.split("|")
_NAME = rf"(?:{'|'.join(f'{name}|{name[:3]}' for name in _MONTHS)}|Sept)\b\.?"
_MONTH = f"(?P<month>{_NAME})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
_LAST = r" ?(?:to|and|[-–—~]) ?(?P<last>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
_YEAR = r",? (?P<year>\d{4})(?!\d)"
_ZH_FIGURES = "".join((*ZH_DIGITS, *ZH_UNITS))
_ZH_NUMBER = f"(?:(?<![0-9])[0-9]{{1,2}}|[{_ZH_FIGURES}]{{1,3}})"
_ZH_YEAR = f"(?P<year>[0-9]{{4}}|[{_ZH_FIGURES}]{{4}}) ?年 ?"
_ZH_MONTH = f"(?P<month>{_ZH_NUMBER}) ?月"
_ZH_DAY = f" ?(?P<day>{_ZH_NUMBER}) ?"
_ZH_LAST = f" ?(?:至|到|[-–—~]) ?(?P<last>{_ZH_NUMBER}) ?"
_PART = "(?P<part>凌晨|清晨|早上|上午|中午|下午|傍晚|晚上)"
_LATE = ("下午", "傍晚", "晚上", "p")
_HOUR = r"(?<![\d:])(?P<hour>\d{1,2})"
_ZH_HOUR = f"(?P<hour>{_ZH_NUMBER}) ?[点时]"
_ZH_MINUTE = f"(?: ?(?P<minute>半|[一三]刻|{_ZH_NUMBER} ?分(?!钟)))"
_MINUTES = {"半": 30, "一刻": 15, "三刻": 45}

DATES: dict[Lang, tuple[str, ...]] = {
    "zh": (
        f"(?:{_ZH_YEAR})?{_ZH_MONTH}{_ZH_DAY}[日号]?{_ZH_LAST}[日号]",
        f"(?:{_ZH_YEAR})?{_ZH_MONTH}{_ZH_DAY}[日号]",
        f"{_ZH_YEAR}{_ZH_MONTH}",
        f"(?<![0-9个{_ZH_FIGURES}]){_ZH_MONTH}(?!球|亮|光|饼|薪|费|租|报)",
    ),
    "en": (
        f"{_MONTH} {_DAY}{_LAST}(?:{_YEAR})?",
        f"{_DAY}{_LAST} {_MONTH}(?:{_YEAR})?",
        f"{_MONTH} {_DAY}(?:{_YEAR})?",
        f"{_DAY} (?:of )?{_MONTH}(?:{_YEAR})?",
        f"{_MONTH}{_YEAR}",
        rf"(?<=\b(?:in|of|by) )(?P<month>{_YEAR_OF})\b",
    ),
}
BOTH = (r"(?<!\d)(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)",)
"""A date that both languages write alike."""
YEAR = f"(?<![0-9])(?P<year>(?:19|20)[0-9]{{2}}|[{''.join(ZH_DIGITS)}]{{4}}) ?年"
"""A year alone, in Chinese; in English it is a mere number."""
TIMES: dict[Lang, tuple[str, ...]] = {
    "zh": (
        rf"(?:{_PART} ?)?{_HOUR}:(?P<minute>\d{{2}})(?![\d:])",
        f"{_PART} ?{_ZH_HOUR}(?:{_ZH_MINUTE}|[钟整])?",
        f"{_ZH_HOUR}(?:{_ZH_MINUTE}|[钟整])",
    ),
    "en": (
        rf"{_HOUR}(?:[:.](?P<minute>\d{{2}}))? ?(?P<part>[ap])\.?m\b",
        rf"{_HOUR}:(?P<minute>\d{{2}})(?![\d:])",
    ),
}


def date(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    """One date, or the first and the last of a few days in a month."""
    given = match.groupdict()
    year = str(_number(given["year"])) if given.get("year") else ""
    days = [_number(day) for day in (given.get("day"), given.get("last")) if day]
    month = f"{year}-{_month(given['month']):02}"
    return [f"{month}-{day:02}" for day in days] or [month], match.end()


def year(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    """A year, which English writes without a word."""
    return [str(_number(match["year"]))], match.end()


def time(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    """A time of the day, of 24 hours."""
    given = match.groupdict()
    minute = (given.get("minute") or "0").removesuffix("分").strip()
    minutes = _MINUTES[minute] if minute in _MINUTES else _number(minute)
    return [f"{_of_day(given.get('part') or '', _number(given['hour']))}:{minutes:02}"], match.end()


def _of_day(part: str, hour: int) -> int:
    """The hour of 24, from an hour of 12 in a part of the day."""
    if not part or hour > 12:
        return hour
    if part == "中午":
        return hour if hour >= 10 else hour + 12
    if part == "晚上" and hour == 12:
        return 0
    return hour % 12 + 12 * (part in _LATE)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and text.isascii() else int(numerals.chinese(text)[-1])


def _month(name: str) -> int:
    numbers = {month[:3]: number for number, month in enumerate(_MONTHS, 1)}
    return numbers.get(name[:3]) or _number(name)
