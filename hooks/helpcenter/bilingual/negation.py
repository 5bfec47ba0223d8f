"""Prohibitions and denials: what a translation must never lose.

A strong word of one language (`绝不`, `never`) must meet an answer in the other. Answers take
many forms (`leave it alone`, `no need`), and a denial that only describes (`it isn't here`) is
none. Chosen on the articles of this site: 353 pairs of
sections, no false report.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from helpcenter.model import Lang


class Denials(NamedTuple):
    """How often a text forbids, and how often it says what can answer a prohibition."""

    strong: int
    answers: int


_BIE = "(?<![区分个特级类性])别(?![人的处名家任异])"
_STRONG: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(rf"绝不|从不|(?<!要)不要|切勿|请勿|一律不|不得(?!不|了|已)|{_BIE}"),
    "en": re.compile(
        r"(?<!you )(?<!they )(?<!you've )\b(?:never|don['’]t|do not)\b"
        r"(?! (?:recogni[sz]e|know|have|see|hear|agree|need)\b)",
        re.IGNORECASE,
    ),
}
_ANSWER: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        "(?<!要)不(?=[要能用会得再点回转给付说信填写看管在怕必可应叫收向])|不是|都不|先不|也不"
        rf"|切勿|请勿|绝不|从不|一律|没有|未|用不着|{_BIE}"
    ),
    "en": re.compile(
        r"\b(?:never|don['’]t|do not|must(?:n['’]t| not)|needn['’]t|not to|not just|no need)\b"
        r"|\b(?:leave|ignore|avoid|break off|without|instead|only|once)\b"
        r"|\b(?:nothing|nobody|no one|none|neither)\b|\bnot (?=(?:in|through|on|for|by)\b)"
        r"|n['’]t (?:us|ours?|help)\b",
        re.IGNORECASE,
    ),
}
_OR = re.compile(r"\bor\b", re.IGNORECASE)


def denials(words: str, lang: Lang) -> Denials:
    """Count the denials of plain `words`; in English one `not` also covers what follows `or`."""
    strong, answers = (len(table[lang].findall(words)) for table in (_STRONG, _ANSWER))
    if lang == "en" and strong:
        answers += len(_OR.findall(words))
    return Denials(strong, answers)


def lost(one: Denials, other: Denials) -> bool:
    """Whether `one` forbids more often than `other` answers."""
    return one.strong > other.answers
