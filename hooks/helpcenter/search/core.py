"""The core file of a language's index: everything that a query needs before any posting list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import rjieba

from helpcenter.data.models.words import SearchFile, Synonyms, Term
from helpcenter.model import LANGS, Lang
from helpcenter.search.shapes import look_alikes
from helpcenter.search.sounds import other_readings, syllable_lengths, variants

FOREIGNS = {"zh": 8, "en": 1}
"""In how many files the phrases of the other language lie; Chinese ones are found in one."""


@dataclass(frozen=True, slots=True)
class Words:
    """What writers say about words: synonyms and glossary, and the site's own names."""

    search: SearchFile
    terms: Mapping[str, Term]
    questions: Mapping[Lang, Mapping[str, tuple[str, ...]]]
    """Readers' wordings by article; `elsewhere`: those that are not for us."""
    brand: tuple[str, ...]
    """Names that say nothing about an article because every article is about them."""

    def meanings(self, lang: Lang) -> list[list[str]]:
        """Groups of phrases that find each other, the glossary's pairs of both languages too."""
        groups = [list(group) for group in self.search[lang].groups]
        for term in self.terms.values():
            phrases = [
                term[lang],
                *term.also[lang],
                *(p for code in LANGS for p in getattr(term.forbidden, code)),
            ]
            phrases += [term[code] for code in LANGS]
            groups.append(list(dict.fromkeys(phrases)))
        return groups

    def foreign(self, lang: Lang) -> list[tuple[str, list[str]]]:
        """Phrases of the other language's groups, each with the phrases here that it stands for.

        Two groups mean the same when they share a phrase.
        """
        own = {phrase for group in self.meanings(lang) for phrase in group}
        found = []
        for group in self.search["en" if lang == "zh" else "zh"].groups:
            if shared := [phrase for phrase in group if phrase in own and is_ours(phrase, lang)]:
                found += [(phrase, shared) for phrase in group if not is_ours(phrase, lang)]
        return [(phrase, shared) for phrase, shared in found if phrase not in own]

    def idle(self, lang: Lang) -> list[str]:
        """Words of the other language that say nothing of a subject."""
        return list(self.search["en" if lang == "zh" else "zh"].ignore)

    def unshown(self, lang: Lang) -> list[str]:
        """Texts that no page shows: names of others, words of other trades, readers' wordings."""
        synonyms = self.search[lang]
        names = [name for kind in synonyms.others for name in kind.names]
        lines = [line for lines in self.questions[lang].values() for line in lines]
        return [*synonyms.elsewhere, *names, *lines]


def is_ours(phrase: str, lang: Lang) -> bool:
    """Whether a phrase is written in the script of `lang`."""
    return any(map(is_han, phrase)) == (lang == "zh")


def chinese_words(texts: Iterable[str]) -> list[str]:
    """The words of two characters and more that the dictionary sees in `texts`."""
    found: set[str] = set()
    for text in texts:
        found.update(rjieba.cut_for_search(text))
    return sorted(word for word in found if len(word) > 1 and all(map(is_han, word)))


def is_han(char: str) -> bool:
    """Whether a character is Chinese."""
    return "\u3400" <= char <= "\u9fff" or char == "\u3007"


def _han_in(texts: Iterable[str]) -> set[str]:
    return {char for text in texts for char in text if is_han(char)}


def core(words: Words, lang: Lang, count: int, shards: int) -> dict[str, Any]:
    """The core file without `words` and `lengths`, which the index adds."""
    synonyms = words.search[lang]
    return {
        "lang": lang,
        "count": count,
        "shards": shards,
        "brand": list(words.brand),
        "stop": list(synonyms.ignore),
        "others": [
            [list(synonyms.elsewhere), [], []],
            *([list(kind.names), list(kind.beside), list(kind.shared)] for kind in synonyms.others),
        ],
        "us": list(synonyms.us),
        "courtesy": sorted(synonyms.courtesy, key=len, reverse=True),
        "foreigns": FOREIGNS[lang],
        "everyones": list(synonyms.everyones),
        "meanings": without_compounds(words.meanings(lang), _named(synonyms), synonyms.ignore),
        "oneWay": [[item.source, list(item.to)] for item in synonyms.one_way],
        "words": "",
        "lengths": "",
    }


def _named(synonyms: Synonyms) -> set[str]:
    """Phrases that other tables than the groups name."""
    listed = (synonyms.ignore, synonyms.everyones)
    named = {phrase for phrases in listed for phrase in phrases}
    named |= {phrase for kind in synonyms.others for phrase in (*kind.names, *kind.beside)}
    return named | {phrase for one in synonyms.one_way for phrase in (one.source, *one.to)}


def without_compounds(
    groups: list[list[str]], named: Container[str], idle: Sequence[str]
) -> list[list[str]]:
    """`groups` without phrases made of others of their group, which find it as well.

    Words of `idle`, which say nothing, may stand beside these. A group's first phrase stays (it is
    shown), and so does one of two groups or in `named`.
    """
    counts = Counter(phrase for group in groups for phrase in group)
    silent = frozenset(idle)
    return [
        [
            phrase
            for number, phrase in enumerate(group)
            if number == 0
            or phrase in named
            or counts[phrase] > 1
            or not _is_made(phrase, group, silent)
        ]
        for group in groups
    ]


def _is_made(phrase: str, group: Sequence[str], idle: Container[str]) -> bool:
    """Whether a phrase is a row of other phrases of its group and of idle words."""
    gap = "" if any(map(is_han, phrase)) else " "
    parts = list(phrase) if not gap else phrase.split(gap)
    others = {other for other in group if other != phrase}
    told = {0: False}  # where a row of words can end: whether one of them is of the group
    for start in range(len(parts)):
        if start not in told:
            continue
        for end in range(start + 1, len(parts) + 1):
            word = gap.join(parts[start:end])
            if word in others or word in idle:
                told[end] = told.get(end, False) or told[start] or word in others
    return told.get(len(parts), False)


def sounds(lang: Lang, texts: Iterable[str], others: Iterable[str]) -> dict[str, str]:
    """What only some queries need to be understood: tables of the characters in `texts`.

    `others` are texts that no page shows: names of others, readers' wordings.
    """
    chars = _han_in(texts)
    spoken = lang == "zh"
    return {
        "pairs": variants(chars, _han_in(others)),
        "syllables": syllable_lengths() if spoken else "",
        "readings": other_readings(chars) if spoken else "",
        "likes": look_alikes(chars) if spoken else "",
    }
