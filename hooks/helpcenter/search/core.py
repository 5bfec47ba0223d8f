"""The core file of a language's index: everything that a query needs before any posting list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import rjieba

from helpcenter.data.models.words import SearchFile, Term
from helpcenter.model import LANGS, Lang
from helpcenter.search.sounds import other_readings, syllable_lengths, variants


@dataclass(frozen=True, slots=True)
class Words:
    """What writers say about words: synonyms and glossary, and the site's own names."""

    search: SearchFile
    terms: Mapping[str, Term]
    brand: tuple[str, ...]
    """Names that say nothing about an article because every article is about them."""

    def meanings(self, lang: Lang) -> list[list[str]]:
        """Groups of phrases that find each other, the glossary's pairs of both languages too."""
        groups = [list(group) for group in self.search[lang].groups]
        for term in self.terms.values():
            phrases = [term[lang], *(p for code in LANGS for p in getattr(term.forbidden, code))]
            phrases += [term[code] for code in LANGS]
            groups.append(list(dict.fromkeys(phrases)))
        return groups


def chinese_words(texts: Iterable[str]) -> list[str]:
    """The words of two characters and more that the dictionary sees in `texts`."""
    found: set[str] = set()
    for text in texts:
        found.update(rjieba.cut_for_search(text))
    return sorted(word for word in found if len(word) > 1 and all(map(is_han, word)))


def is_han(char: str) -> bool:
    """Whether a character is Chinese."""
    return "\u3400" <= char <= "\u9fff" or char == "\u3007"


def core(words: Words, lang: Lang, count: int, shards: int) -> dict[str, Any]:
    """The core file without `words` and `lengths`, which the index adds."""
    spoken = lang == "zh"
    synonyms = words.search[lang]
    return {
        "lang": lang,
        "count": count,
        "shards": shards,
        "brand": list(words.brand),
        "stop": list(synonyms.ignore),
        "broad": list(synonyms.broad),
        "meanings": words.meanings(lang),
        "oneWay": [[item.source, list(item.to)] for item in synonyms.one_way],
        "variants": "",
        "syllables": syllable_lengths() if spoken else "",
        "readings": "",
        "words": "",
        "lengths": "",
    }


def with_characters(file: dict[str, Any], texts: Sequence[str]) -> dict[str, Any]:
    """`file` with the tables of the characters that occur in `texts`."""
    chars = {char for text in texts for char in text if is_han(char)}
    readings = other_readings(chars) if file["lang"] == "zh" else ""
    return {**file, "variants": variants(chars), "readings": readings}
