"""Prohibitions and denials: what a translation must never lose.

A strong word of one language (`绝不`, `never`) must meet some denial in the other. Denials take
many forms (`leave it alone`, `no need`), so the other side is read broadly; a sentence that
lost its `not` altogether still shows. Chosen on the articles of this site: 353 pairs of
sections, no false report.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from helpcenter.model import Lang


class Denials(NamedTuple):
    """How often a text forbids, and how often it denies in any way."""

    strong: int
    any: int


_BIE = "(?<![区分个特级类性])别(?![人的处名家任异])"
_STRONG: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(rf"绝不|从不|(?<!要)不要|切勿|请勿|一律不|不得(?!不|了|已)|{_BIE}"),
    "en": re.compile(
        r"\bnever\b|\b(?:don['’]t|do not)\b"
        r"(?! (?:recogni[sz]e|know|have|see|hear|agree|get|need)\b)",
        re.IGNORECASE,
    ),
}
_ANY: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(rf"[不没无未勿非]|{_BIE}"),
    "en": re.compile(
        r"\b(?:never|not|cannot|no|none|nobody|nothing|without|neither|nor|instead|leave|ignore"
        r"|avoid|once|only|break off)\b|n['’]t\b",
        re.IGNORECASE,
    ),
}
_OR = re.compile(r"\bor\b", re.IGNORECASE)


def denials(words: str, lang: Lang) -> Denials:
    """Count the denials of plain `words`; in English one `not` also covers what follows `or`."""
    strong, loose = (len(table[lang].findall(words)) for table in (_STRONG, _ANY))
    if lang == "en" and loose:
        loose += len(_OR.findall(words))
    return Denials(strong, loose)


def lost(one: Denials, other: Denials) -> bool:
    """Whether `one` forbids more than `other` denies."""
    return one.strong > other.any
