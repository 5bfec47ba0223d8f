"""Prohibitions and denials: what a translation must never lose.

A strong word of one language (`绝不`, `never`) needs a counterpart in the other. Counterparts
take many forms (`leave it alone`, `no need`), but a denial that only describes (`it isn't
here`) is none. A firm word (`nothing`, `can't`, `无法`) needs at least something that can
deny. The languages are compared sentence by sentence; where they divide sentences
differently, by the pairing that explains most. `绝不` and `never` need an equally strong
word, counted over the whole block. The words were chosen on the articles of this site: 361
pairs of sections, no false finding, and four of five lost prohibitions detected.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import log
from typing import NamedTuple

from helpcenter.bilingual.alignment import aligned
from helpcenter.model import LANGS, Lang
from helpcenter.patterns.family import Family


class Denials(NamedTuple):
    """How often a text forbids, and how often it says something that can answer a prohibition."""

    strong: int
    answers: int
    firm: bool = False
    """Forbids or denies in words that no translation can do without."""
    weak: bool = False
    """Holds a word that can deny, however weakly."""
    length: float = 0
    """Of the sentence, in characters of English."""


_CALM = "[慌急怕]|担心|着急"
"""Where 别 reassures instead of forbidding: `stay calm` says as much."""
_BIE = "(?<![区分个特级类性])别(?![人的处名家任异])"
_STRONG: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(rf"绝不|从不|(?<!要)不要|切勿|请勿|一律不|不得(?!不|了|已)|{_BIE}(?!{_CALM})"),
    "en": re.compile(
        r"(?<!you )(?<!they )(?<!you've )\b(?:never|don['’]t|do not)\b"
        r"(?! (?:recogni[sz]e|know|have|see|hear|agree|need)\b)",
        re.IGNORECASE,
    ),
}
_ABSOLUTE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("绝不|决不|从不|永不"),
    "en": re.compile(r"\bnever\b", re.IGNORECASE),
}
_FOR_EVER = r"(?:under|in) (?:no|any) circumstances?|at (?:no|any) time"
_AS_STRONG: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        "[绝决从永]不|绝对不|从[没未]|没.?[一-龥]过|一律不|切勿|(?<!要)不要|请勿|都不|不会|不[向用再]"
        "|用不着"
    ),
    "en": re.compile(rf"\b(?:n?ever|{_FOR_EVER})\b", re.IGNORECASE),
}
_ANSWER: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        "(?<!要)不(?=[要能用会得再点回转给付说信填写看在怕必可应叫收向])|不是|都不|先不|也不"
        rf"|切勿|请勿|绝不|从不|一律|没有|未|用不着|{_BIE}"
    ),
    "en": re.compile(
        r"\b(?:never|don['’]t|do not|must(?:n['’]t| not)|needn['’]t|not to|not just|no need)\b"
        rf"|\b(?:leave|ignore|avoid|break off|without|instead|only|once|{_FOR_EVER})\b"
        r"|\b(?:nothing|nobody|no one|none|neither)\b|\bnot (?=(?:in|through|on|for|by)\b)"
        r"|n['’]t (?:us|ours?|help)\b",
        re.IGNORECASE,
    ),
}
_FIRM: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        rf"{_STRONG['zh'].pattern}|先不|用不着|都不(?=[给是会要能])|禁止|严禁|并非|无法|不支持"
        "|(?<!能)不能|(?<!会)不会|(?<!可)不可(?![靠信])|(?<!收)不收|(?<!需)不需|[无毋][需须]"
        "|(?<![能要是])不(?=[点转给付说填信发写回猜看])(?!给力|信任)"
    ),
    "en": re.compile(
        r"\b(?:never|don['’]t|do not|nothing|no one|without \w+ing|not just|no need"
        r"|can['’]t(?! wait)|cannot|won['’]t"
        r"|leave (?:it|them|out|the \w+(?: \w+)* alone)|must(?:n['’]t| not))\b",
        re.IGNORECASE,
    ),
}
_WEAK: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("[不没未无毋非别勿免拒停绝只仅才暂禁]|一律|以外|之外"),
    "en": re.compile(
        r"n['’]t\b|\b(?:not|no|never|none|nothing|nobody|neither|nor|without|except|unless|cannot"
        r"|leave|avoid|ignore|refus\w+|declin\w+|skip\w*|stop|keep|stay|wait|fail\w*|forbid\w*"
        r"|forbad\w*|prohibit\w*|banned|un(?!d[eo]|i)\w+"
        r"|break off|missing|lost|wrong|alone|only|just|once|instead|rather|else|until|before|still"
        r"|too|same|free|any\w*|whatever|whoever)\b",
        re.IGNORECASE,
    ),
}
_SENTENCE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("[。！？；：\n]+"),
    "en": re.compile(r"(?:[.!?;:]+[\"”’)]*(?=\s|$)|\n)+"),
}
_EXPANSION: dict[Lang, float] = {"zh": 3, "en": 1}
"""Characters of English that say as much as one character."""
_UNEQUAL = 2.0
"""What it costs to pair sentences of which one is e times as long as the other."""
_UNANSWERED = 1.0
"""Cost of a pairing that loses a prohibition: another pairing is better than a false finding."""
_OR = re.compile(r"\bor\b", re.IGNORECASE)
_FORBIDDING: dict[Lang, Family] = {lang: Family([_FIRM[lang]]) for lang in LANGS}
"""Whatever is strong is firm, and no word looks at what ends a sentence."""
_OTHER: dict[Lang, Lang] = {"zh": "en", "en": "zh"}


def losing(words: Mapping[Lang, str]) -> list[Lang]:
    """The languages in which a prohibition is missing that the same text has in the other."""
    forbidding = [lang for lang in LANGS if _forbids(words[lang], lang)]
    if not forbidding:
        return []
    texts = {lang: _sentences(words[lang], lang) for lang in LANGS}
    said = {lang: _denials(texts[lang], lang, forbids=lang in forbidding) for lang in LANGS}
    sides = {lang: _answering(texts[lang], lang, said) for lang in LANGS}
    return [
        other
        for lang, other in _OTHER.items()
        if lang in forbidding
        and (_for_ever(texts[lang], texts[other], lang) or _lost(sides[lang], sides[other]))
    ]


def _forbids(words: str, lang: Lang) -> bool:
    return bool(_FORBIDDING[lang].possible(words) and _FIRM[lang].search(words))


def _sentences(words: str, lang: Lang) -> list[str]:
    return [text for text in _SENTENCE[lang].split(words) if text.strip(' "“”')]


def _denials(texts: Sequence[str], lang: Lang, *, forbids: bool) -> list[Denials]:
    """What sentences forbid, where any of them does; nothing yet of how they answer."""
    made = []
    for text in texts:
        length = len(text.strip()) * _EXPANSION[lang] + 2  # so that it is never nought
        firm = forbids and bool(_FIRM[lang].search(text))
        strong = len(_STRONG[lang].findall(text)) if firm else 0
        made.append(Denials(strong, 0, firm, weak=False, length=length))
    return made


def _answering(
    texts: Sequence[str], lang: Lang, said: Mapping[Lang, Sequence[Denials]]
) -> Sequence[Denials]:
    """The denials of sentences with their answers, as far as the other language asks for some.

    In English one `not` also covers what follows `or`.
    """
    if not any(part.firm for part in said[_OTHER[lang]]):
        return said[lang]
    asked = any(part.strong for part in said[_OTHER[lang]])
    made = []
    for text, (strong, answers, firm, weak, length) in zip(texts, said[lang], strict=True):
        weak = bool(_WEAK[lang].search(text))
        answers = len(_ANSWER[lang].findall(text)) if asked else 0
        if lang == "en" and strong:
            answers += len(_OR.findall(text))
        made.append(Denials(strong, answers, firm, weak, length))
    return made


def _for_ever(texts: Sequence[str], answering: Sequence[str], lang: Lang) -> bool:
    """Whether the texts of `lang` say “never” more often than the others answer it as strongly."""
    absolute = sum(len(_ABSOLUTE[lang].findall(text)) for text in texts)
    as_strong = _AS_STRONG[_OTHER[lang]]
    return absolute > 0 and absolute > sum(len(as_strong.findall(text)) for text in answering)


def _lost(one: Sequence[Denials], other: Sequence[Denials]) -> bool:
    """Whether `one`, which forbids, does so more often than `other` answers, both by sentences."""
    if len(one) == len(other):
        return any(map(_unanswered, one, other))
    if not other:
        return True
    if not any(part.strong for part in one) and all(part.weak for part in other):
        return False  # however they are paired
    return any(_unanswered(mine, theirs) for mine, theirs in aligned(one, other, _together, _cost))


def _unanswered(mine: Denials, theirs: Denials) -> bool:
    return mine.strong > theirs.answers or (mine.firm and not theirs.weak)


def _cost(one: Denials, other: Denials) -> float:
    lossy = _unanswered(one, other) or _unanswered(other, one)
    return abs(log(one.length / other.length)) * _UNEQUAL + lossy * _UNANSWERED


def _together(parts: Sequence[Denials]) -> Denials:
    """Sentences that answer together, as one."""
    if len(parts) == 1:
        return parts[0]
    strong, answers, firm, weak, length = map(sum, zip(*parts, strict=True))
    return Denials(strong, answers, firm > 0, weak > 0, length)
