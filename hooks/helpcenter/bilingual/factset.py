"""The facts of a block: all that must be the same in both languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from helpcenter.bilingual.blocks import Block
from helpcenter.bilingual.numbers import Quantity, quantities
from helpcenter.bilingual.plain import take_apart
from helpcenter.data.models.words import Term
from helpcenter.model import Lang, Text
from helpcenter.patterns.family import Family

KINDS: Mapping[str, Text] = {
    "reference": Text("引用的记录", "record reference"),
    "number": Text("数字", "number"),
    "link": Text("链接", "link"),
    "image": Text("图片", "image"),
    "code": Text("代码", "code"),
}
"""Kinds of facts that are counted one by one, with their names."""


class Fact(NamedTuple):
    """One fact: a key of KINDS and the canonical value."""

    kind: str
    value: str


class BlockFacts(NamedTuple):
    """The facts of one block."""

    line: int
    """Of the block within its section, from 0."""
    exact: Counter[Fact]
    """Facts that must stand in the same block as often."""
    counts: frozenset[str]
    """Bare numbers in words (`两样`, `two things`), which must stand in the same section."""
    undemanded: frozenset[str]
    """Numbers that idiom may leave out (`a day`)."""
    own: str
    """Its words without the titles of other pages; what they forbid must not be lost."""
    words: str
    """Its words without the terms of the glossary."""
    lang: Lang

    @property
    def hints(self) -> frozenset[str]:
        """Numbers that idiom implies (`both`, `两边`, `a day`): they may answer, not demand."""
        hints = _HINTS[self.lang]
        return self.undemanded | {value for pattern, value in hints if pattern.search(self.words)}


_HINTS: dict[Lang, tuple[tuple[re.Pattern[str], str], ...]] = {
    "zh": ((re.compile("两|双"), "2"), (re.compile("三"), "3"), (re.compile("四"), "4")),
    "en": (
        (re.compile(r"\b(?:both|twice|double|two|pair|either)\b", re.IGNORECASE), "2"),
        (re.compile(r"\bthree\b", re.IGNORECASE), "3"),
        (re.compile(r"\bfour\b", re.IGNORECASE), "4"),
    ),
}


def block_facts(block: Block, lang: Lang, folder: str, terms: Family) -> BlockFacts:
    """The facts of a block of a page in `folder`; words inside glossary terms do not count."""
    parts = take_apart(block.text, folder)
    words = without_terms(parts.words, terms)
    found = quantities(words, lang)
    exact = Counter(
        [Fact("reference", value) for value in parts.references]
        + [Fact("link", value) for value in parts.links]
        + [Fact("image", value) for value in parts.images]
        + [Fact("code", value) for value in parts.code]
        + [Fact("number", q.value) for q in found if q.demands and not _bare(q, words)]
    )
    counts = frozenset(q.value for q in found if q.demands and _bare(q, words))
    undemanded = frozenset(q.value for q in found if not q.demands)
    return BlockFacts(block.line, exact, counts, undemanded, parts.own, words, lang)


def _bare(item: Quantity, words: str) -> bool:
    """A number in words and without a unit."""
    return " " not in item.value and not any(c.isdigit() for c in words[item.start : item.end])


def without_terms(words: str, terms: Family) -> str:
    """`words` without the terms of the glossary, such as 两步验证, which is no number."""
    possible = terms.possible(words)
    for number, term in enumerate(terms.patterns) if possible else ():
        if number in possible and (shorter := term.sub(" ", words)) != words:
            words, possible = shorter, terms.possible(shorter)
    return words


def terms_in(lang: Lang, terms: Mapping[str, Term]) -> Family:
    """A pattern of each term of the glossary, the longest first."""
    return _terms(tuple(term[lang] for term in terms.values()), lang)


@cache
def _terms(terms: tuple[str, ...], lang: Lang) -> Family:
    return Family(_term(term, lang) for term in sorted(terms, key=len, reverse=True))


def _term(term: str, lang: Lang) -> re.Pattern[str]:
    pattern = re.escape(term) if lang == "zh" else rf"\b{re.escape(term)}s?\b"
    return re.compile(pattern, re.IGNORECASE)
