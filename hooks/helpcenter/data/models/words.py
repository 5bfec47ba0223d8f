"""Files of words: brand, menu labels, interface, glossary, search, categories."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from helpcenter.data.models.base import (
    Bilingual,
    Distinct,
    Key,
    Line,
    Model,
    Record,
)
from helpcenter.model import Lang

MAX_DAYS = 3650
"""Longest validity of a verification that a policy may set."""
COLOUR_PATTERN = r"^#[0-9a-f]{6}$"
Colour = Annotated[str, StringConstraints(pattern=COLOUR_PATTERN)]


class Colours(Model):
    """Brand colours, sRGB."""

    primary: Colour
    accent: Colour


class Brand(Model):
    """`brand.yml`: nothing else names the brand."""

    name: Line
    site: Bilingual
    """Name of the help center. `{brand}` stands for the name."""
    demo_notice: Bilingual | None = None
    """Shown on every page of a demo site; empty for a real operator."""
    colours: Colours


class Label(Record):
    """A menu or button label of the product, word for word."""

    zh: Line
    en: Line

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


class UiFile(Model):
    """`ui.yml`."""

    ui: dict[Key, Label]


class InterfaceFile(Model):
    """`interface.yml`: words of this site's own interface; `{name}` is filled in."""

    interface: dict[Key, Bilingual]


class Variants(Model):
    """Other words for a term, by language."""

    zh: list[Line] = []
    en: list[Line] = []

    def __getitem__(self, lang: Lang) -> list[str]:
        return self.zh if lang == "zh" else self.en


class Term(Model):
    """A word that readers may not know, in both languages."""

    zh: Line
    en: Line
    definition: Bilingual
    also: Variants = Variants()
    """Words that may stand for the term in a translation (`withdraw` for `withdrawal`)."""
    forbidden: Variants = Variants()
    """Words that writers must not use for the term."""

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


class GlossaryFile(Model):
    """`glossary.yml`."""

    terms: dict[Key, Term]


class OneWay(Model):
    """A query with `from` also finds `to`, not the reverse."""

    source: Annotated[Line, Field(alias="from")]
    to: Annotated[list[Line], Field(min_length=1)]


class Others(Model):
    """Names of other companies, products and goods, and what makes a question with one ours."""

    names: Annotated[list[Line], Field(min_length=1)]
    beside: Annotated[list[Line], Field(min_length=1)]
    """Phrases of groups: a question that holds none of these meanings is about the name."""
    shared: list[Line] = []
    """Those of `beside` that the owners of the names do as well: theirs, when a name opens the
    question."""


class Synonyms(Model):
    """Words of one language that mean the same to somebody who searches."""

    groups: list[Annotated[list[Line], Field(min_length=2)]] = []
    one_way: list[OneWay] = []
    ignore: list[Line] = []
    """Filler words, which say nothing about the subject of a question."""
    elsewhere: list[Line] = []
    """Words of other trades: a question that holds one is hardly ours."""
    others: list[Others] = []
    us: list[Line] = []
    """Words for contacting us, which make a question ours whatever other name it contains."""
    courtesy: list[Line] = []
    """Greetings and thanks: what stands before or behind a question and is no part of it."""
    everyones: list[Line] = []
    """Phrases of groups for what every company has: an unknown name before it is another's."""


class SearchFile(Model):
    """`search.yml`."""

    zh: Synonyms = Synonyms()
    en: Synonyms = Synonyms()

    def __getitem__(self, lang: Lang) -> Synonyms:
        return self.zh if lang == "zh" else self.en


ELSEWHERE = "elsewhere"
"""Where the questions stand that are for none of our articles."""
Lines = Annotated[str, StringConstraints(min_length=1, max_length=100_000)]
"""A text of one question a line."""


class QuestionsFile(Model):
    """`questions.yml`: how readers put it, by article id; `elsewhere`: what is not for us."""

    zh: dict[Key, Lines] = {}
    en: dict[Key, Lines] = {}

    def by_language(self) -> dict[Lang, dict[str, tuple[str, ...]]]:
        """The lines of each article."""
        files: dict[Lang, dict[str, str]] = {"zh": self.zh, "en": self.en}
        return {
            lang: {name: tuple(filter(None, text.split("\n"))) for name, text in texts.items()}
            for lang, texts in files.items()
        }


class Category(Model):
    """A shelf of articles; both titles are required, so navigation is never untranslated."""

    title: Bilingual
    description: Bilingual
    icon: Key = "book-open-variant"
    """Name of a picture in the theme's `.icons/material`, for the home page."""
    articles: Distinct[Key]
    """Article ids in the order of navigation; ids without a file yet are held back."""


class CategoriesFile(Model):
    """`categories.yml`: the navigation."""

    categories: dict[Key, Category]
    examples: list[Bilingual] = []
    """Questions that show how to search, below the box of the home page."""
    popular: Distinct[Key]
    """Article ids offered first on the home page."""
    pages: Distinct[Key] = []
    """Ids of pages that lie in docs/ itself, in the order of navigation, the first of them
    being the emergency page that every page links to."""


Days = Annotated[int, Field(ge=0, le=365)]


class TranslationPolicy(Model):
    """How much of the English may lag behind, and who answers for it."""

    owner: Line
    """Role that answers for the two limits below; raising one is a change to explain."""
    ceiling: Annotated[int, Field(ge=0, le=1000)] = 10
    """Sections that may be stale, unstamped, unreviewed or untranslated at one time."""
    hard_stale_days: Days = 7
    """Days that an English section may state other facts than the Chinese."""
    hard_stale_days_in: dict[Key, Days] = {"account-security": 1}
    """The same for single categories."""


class Longest(Model):
    """Longest sentence: characters in Chinese, words in English."""

    zh: Annotated[int, Field(ge=20, le=500)] = 80
    en: Annotated[int, Field(ge=10, le=200)] = 40

    def __getitem__(self, lang: Lang) -> int:
        return self.zh if lang == "zh" else self.en


class WritingPolicy(Model):
    """Settings of the writing rules."""

    banned: Variants = Variants()
    """Phrases that no page may use."""
    longest: Longest = Longest()
    figures: Distinct[Line] = []
    """Figures that are no facts of ours, in canonical form such as `5 minute`."""


class PolicyFile(Model):
    """`policy.yml`: how long a verification counts, in days, per record file; lag of English."""

    verification_days: dict[Key, Annotated[int, Field(ge=1, le=MAX_DAYS)]]
    warn_days_before: Days
    translation: TranslationPolicy
    writing: WritingPolicy = WritingPolicy()
