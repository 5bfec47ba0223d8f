"""Words for units of time and money in both languages, by canonical name."""

from __future__ import annotations

import re

from helpcenter.model import Lang

_ZH = (
    ("business day", "个?工作日"),
    ("minute", "分钟"),
    ("second", "秒钟?"),
    ("hour", "个?(?:小时|钟头)"),
    ("day", "[天日]"),
    ("week", "个?(?:星期|周)"),
    ("month", "个月"),
    ("year", "年"),
    ("USD", "美元|美金"),
    ("HKD", "港[元币]"),
    ("EUR", "欧元"),
    ("GBP", "英镑"),
    ("CNY", "元人民币|人民币|元|块钱?"),
    ("%", "%"),
)
_EN = (
    ("business day", r"(?:business|working) days?\b"),
    ("minute", r"min(?:ute)?s?\b"),
    ("second", r"sec(?:ond)?s?\b"),
    ("hour", r"(?:hours?|hrs?)\b"),
    ("day", r"days?\b"),
    ("week", r"weeks?\b"),
    ("month", r"months?\b"),
    ("year", r"years?\b"),
    ("USD", r"(?:USD|(?:US )?dollars?)\b"),
    ("HKD", r"(?:HKD|Hong Kong dollars?)\b"),
    ("EUR", r"(?:EUR|euros?)\b"),
    ("GBP", r"(?:GBP|pounds?)\b"),
    ("CNY", r"(?:CNY|RMB|yuan)\b"),
    ("%", r"%|per ?cent\b"),
)
UNITS: dict[Lang, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "zh": tuple((name, re.compile(f" ?(?:{words})")) for name, words in _ZH),
    "en": tuple((name, re.compile(f"[ -]?(?:{words})")) for name, words in _EN),
}
"""Canonical name and words of each unit; the first that matches counts."""

CURRENCIES = {"$": "USD", "US$": "USD", "HK$": "HKD", "¥": "CNY", "€": "EUR", "£": "GBP"} | {
    code: code for code in ("USD", "CNY", "HKD", "EUR", "GBP")
}
"""What stands before an amount, and its ISO 4217 code."""


def unit_at(text: str, offset: int, lang: Lang) -> tuple[str, int]:
    """The unit that begins at `offset` and where it ends; empty and `offset` if none does."""
    for name, pattern in UNITS[lang]:
        if match := pattern.match(text, offset):
            return name, match.end()
    return "", offset
