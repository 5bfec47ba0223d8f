"""HC313, HC314: words of the glossary (`_data/glossary.yml`).

HC313: a term in one language of a section lacks its pair in the other. A translation may use
the term itself or one of its `also` words.
HC314: a variant that the glossary forbids.

Bad:  `开启两步验证` beside `turn on 2FA`
Good: `开启两步验证` beside `turn on two-step verification`
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from helpcenter.bilingual.plain import words_of
from helpcenter.bilingual.sections import Section
from helpcenter.data.models.words import Term
from helpcenter.model import LANGS, Lang, Text
from helpcenter.patterns.family import Family


class TermProblem(NamedTuple):
    """A term that is wrong in a section of the language `lang`."""

    rule: str
    lang: Lang
    line: int
    """Line within the section, from 0."""
    found: str
    message: Text
    suggestion: Text


def pairs(chinese: Section, english: Section, terms: Mapping[str, Term]) -> Iterator[TermProblem]:
    """HC313 for both directions; always reported in the English section."""
    words: dict[Lang, str] = {
        "zh": words_of(chinese.text),
        "en": words_of(english.text),
    }
    possible = {
        lang: _family(tuple(term[lang] for term in terms.values()), lang).possible(words[lang])
        for lang in LANGS
    }
    for number, term in enumerate(terms.values()):
        for lang in LANGS:
            other: Lang = "en" if lang == "zh" else "zh"
            if number not in possible[lang] or not _find([term[lang]], words[lang], lang):
                continue
            wanted = [term[other], *(term.also.zh if other == "zh" else term.also.en)]
            if not _find(wanted, words[other], other):
                yield _unpaired(term, lang, other, english, words["en"])


def forbidden(section: Section, lang: Lang, terms: Mapping[str, Term]) -> Iterator[TermProblem]:
    """HC314 in one section."""
    words = words_of(section.text)
    variants = [(term, variant) for term in terms.values() for variant in term.forbidden[lang]]
    possible = _family(tuple(variant for _, variant in variants), lang).possible(words)
    for number, (term, variant) in enumerate(variants):
        if number in possible and (match := _find([variant], words, lang)):
            yield TermProblem(
                "HC314",
                lang,
                words.count("\n", 0, match.start()),
                match[0],
                Text(f"不用“{match[0]}”这个说法", f'"{match[0]}" is not the word we use'),
                Text(f"写“{term[lang]}”", f'write "{term[lang]}"'),
            )


def _unpaired(term: Term, lang: Lang, other: Lang, english: Section, words: str) -> TermProblem:
    match = _find([term.en], words, "en")
    line = words.count("\n", 0, match.start()) if match else 0
    zh = f"中文有“{term.zh}”，英文没有对应的“{term.en}”"
    en = f'the Chinese says "{term.zh}", the English lacks "{term.en}"'
    if lang == "en":
        zh = f"英文有“{term.en}”，中文没有对应的“{term.zh}”"
        en = f'the English says "{term.en}", the Chinese lacks "{term.zh}"'
    hint = Text(
        f"用词表里的词，或者在词表的 also 里登记“{term[other]}”的其他说法",
        f'use the word of the glossary, or list another word for "{term[other]}" under also',
    )
    return TermProblem("HC313", "en", line, term.en, Text(zh, en), hint)


def _find(words: Sequence[str], text: str, lang: Lang) -> re.Match[str] | None:
    return _pattern(tuple(words), lang).search(text)


@cache
def _family(words: tuple[str, ...], lang: Lang) -> Family:
    """Which of the words a text may hold, told in one pass: most texts hold none."""
    return Family(_pattern((word,), lang) for word in words)


@cache
def _pattern(words: tuple[str, ...], lang: Lang) -> re.Pattern[str]:
    """Chinese as it stands; English as whole words in any case, with a plural; over line ends."""
    longest = sorted(words, key=len, reverse=True)
    if lang == "zh":
        joined = [r"\n?".join(map(re.escape, word)) for word in longest]
        return re.compile("|".join(joined), re.IGNORECASE)
    body = "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest)
    return re.compile(rf"(?<![\w-])(?:{body})(?:e?s)?(?![\w])", re.IGNORECASE)
