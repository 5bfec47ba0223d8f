"""Words for units of time and money in both languages, by canonical name."""

from __future__ import annotations

import re
from functools import cache

from helpcenter.bilingual import currencies
from helpcenter.model import Lang

_ZH = (
    ("", "周?岁"),
    ("business day", "个?工作日"),
    ("minute", "分钟"),
    ("second", "秒钟?"),
    ("hour", "个?(?:小时|钟头)"),
    ("week", "个?星期|个?周(?!岁)"),
    ("month", "个月"),
    ("year", "年"),
    ("%", "%"),
)
_EN = (
    ("", r"years? old\b|years? of age\b"),
    ("business day", r"(?:business|working) days?\b"),
    ("minute", r"min(?:ute)?s?\b"),
    ("second", r"sec(?:ond)?s?\b"),
    ("hour", r"(?:hours?|hrs?|h)\b"),
    ("week", r"weeks?\b"),
    ("month", r"months?\b"),
    ("year", r"years?\b"),
    ("%", r"%|per ?cent\b"),
)
_DAY: dict[Lang, tuple[str, str]] = {"zh": ("day", "[天日]"), "en": ("day", r"days?\b")}
"""Behind the currencies: 日元 is none."""
_JOINT: dict[Lang, str] = {"zh": " ?", "en": "[ -]?"}


@cache
def _units(lang: Lang) -> tuple[tuple[str, ...], re.Pattern[str], re.Pattern[str]]:
    """Canonical names of the units, a pattern with a group for each, and one without groups.

    The first that matches counts. Without groups Python sees quickly that none does.
    """
    table = (*(_ZH if lang == "zh" else _EN), *currencies.names(lang), _DAY[lang])
    grouped, any_unit = ("|".join(f"({mark}{word})" for _, word in table) for mark in ("", "?:"))
    joint = _JOINT[lang]
    names = tuple(name for name, _ in table)
    return names, re.compile(f"{joint}(?:{grouped})"), re.compile(f"{joint}(?:{any_unit})")


def unit_at(text: str, offset: int, lang: Lang) -> tuple[str, int]:
    """The unit that begins at `offset` and where it ends; empty and `offset` if none does.

    The unit of an age is empty, too: `18 岁`, `aged 18`.
    """
    names, grouped, any_unit = _units(lang)
    if not any_unit.match(text, offset) or not (match := grouped.match(text, offset)):
        return "", offset
    return names[(match.lastindex or 1) - 1], match.end()
