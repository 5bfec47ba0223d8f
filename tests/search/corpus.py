"""Collections of any size, made of this site's articles, for sharding and speed."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.search.quality import documents, sources

from helpcenter.model import Lang
from helpcenter.search.documents import Document, Section
from helpcenter.search.script import common_characters
from helpcenter.searching import search_words

SYLLABLES = ("ba", "co", "de", "fi", "go", "lu", "mi", "no", "ra", "su", "te", "vo")


def originals(lang: Lang):
    """This site's documents and its tables of words."""
    return documents(lang), search_words(sources())


def generated(sources: list[Document], count: int, lang: Lang) -> list[Document]:
    """`count` articles: sections of the real ones shuffled, with rare words of their own.

    The vocabulary grows with the square root of the collection, as in real ones.
    """
    chance = random.Random(7)
    pool = [_word(chance, lang) for _ in range(int(60 * count**0.5))]
    return [_article(chance, sources, pool, number) for number in range(count)]


def _word(chance: random.Random, lang: Lang) -> str:
    if lang == "zh":
        return "".join(chance.choices(common_characters()[:2500], k=2))
    return "".join(chance.choices(SYLLABLES, k=3))


def _article(
    chance: random.Random, sources: list[Document], pool: list[str], number: int
) -> Document:
    base = chance.choice(sources)
    own = [pool[min(int(chance.paretovariate(0.6)) - 1, len(pool) - 1)] for _ in range(6)]
    gap = "" if base.lang == "zh" else " "
    parts = [chance.choice(chance.choice(sources).sections) for _ in range(4)]
    sections = [
        Section(part.anchor, part.heading + gap + word, part.text + gap + word)
        for part, word in zip(parts, own, strict=False)
    ]
    return replace(
        base,
        prior=1,
        id=f"{base.id}-{number}",
        url=f"{base.url}{number}/",
        title=base.title + gap + own[4],
        ask=tuple(line + gap + own[5] for line in base.ask[:5]),
        sections=tuple(sections),
    )
