"""How far each English section is behind its Chinese one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from helpcenter.bilingual.digest import digest
from helpcenter.bilingual.parity import Difference, differences
from helpcenter.bilingual.sections import Section, sections
from helpcenter.bilingual.urls import chinese_name, counterpart
from helpcenter.data.articles import Article
from helpcenter.data.models.words import Term


class State(StrEnum):
    """State of one section of a pair of pages."""

    FRESH = "fresh"
    """The English was reviewed against this very Chinese."""
    STALE = "stale"
    """The Chinese has changed since."""
    UNREVIEWED = "unreviewed"
    """The English has changed since it was stamped; the Chinese has not."""
    UNSTAMPED = "unstamped"
    """In both languages, but never stamped."""
    UNTRANSLATED = "untranslated"
    """Only in Chinese."""
    EXTRA = "extra"
    """Only in English."""


@dataclass(frozen=True, slots=True)
class SectionState:
    """One section in both languages."""

    id: str
    state: State
    chinese: Section | None
    english: Section | None
    stamp: str = ""
    """As it stands in the front matter; empty without one."""
    differences: tuple[Difference, ...] = ()

    @property
    def hard(self) -> bool:
        """Stale, and by now the two languages state different facts."""
        return self.state is State.STALE and bool(self.differences)

    @property
    def behind(self) -> bool:
        """Counts as translation debt."""
        return self.state is not State.FRESH


@dataclass(frozen=True, slots=True)
class PageState:
    """A Chinese page and its translation."""

    chinese: Article
    english: Article | None
    sections: tuple[SectionState, ...]
    """In the order of the Chinese page, extra ones last; empty without a translation."""

    @property
    def on_purpose(self) -> str:
        """Why the page is in one language only; empty when it should be translated."""
        return self.chinese.meta.one_language or ""

    @property
    def debt(self) -> int:
        """Sections that are behind; an untranslated page counts each of its sections."""
        if self.english is None:
            return 0 if self.on_purpose else len(sections(self.chinese))
        return sum(section.behind for section in self.sections)


def page_pairs(articles: Sequence[Article]) -> list[tuple[Article, Article | None]]:
    """Every Chinese page with its translation, in the order of `articles`."""
    by_path = {article.path: article for article in articles}
    return [
        (article, by_path.get(counterpart(article.path)))
        for article in articles
        if chinese_name(article.path) == article.path
    ]


def page_state(chinese: Article, english: Article | None, terms: Mapping[str, Term]) -> PageState:
    """The state of one page; `english` is None when there is no translation."""
    if english is None:
        return PageState(chinese, None, ())
    return PageState(chinese, english, tuple(_states(chinese, english, terms)))


def _states(
    chinese: Article, english: Article, terms: Mapping[str, Term]
) -> Iterator[SectionState]:
    zh = {section.id: section for section in sections(chinese)}
    en = {section.id: section for section in sections(english)}
    for name, section in zh.items():
        stamp = english.meta.stamps.get(name, "")
        if name not in en:
            yield SectionState(name, State.UNTRANSLATED, section, None, stamp)
            continue
        found = tuple(differences(section, en[name], chinese.category, terms))
        state = section_state(section, en[name], stamp)
        yield SectionState(name, state, section, en[name], stamp, found)
    for name, section in en.items():
        if name not in zh:
            stamp = english.meta.stamps.get(name, "")
            yield SectionState(name, State.EXTRA, None, section, stamp)


def section_state(chinese: Section, english: Section, stamp: str) -> State:
    """The state that a stamp gives a section; an empty stamp is none."""
    if not stamp:
        return State.UNSTAMPED
    source, _, reviewed = stamp.partition("-")
    if digest(chinese.text) != source:
        return State.STALE
    return State.FRESH if digest(english.text) == reviewed else State.UNREVIEWED


def stamp_of(chinese: Section, english: Section) -> str:
    """The stamp that makes a section fresh."""
    return f"{digest(chinese.text)}-{digest(english.text)}"
