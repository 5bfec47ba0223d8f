"""Findings about the state of translations, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from helpcenter.bilingual.lag import lag
from helpcenter.bilingual.leftovers import leftovers
from helpcenter.bilingual.places import places_of
from helpcenter.bilingual.sections import Section, sections
from helpcenter.bilingual.state import PageState, SectionState, State
from helpcenter.bilingual.terms import TermProblem, forbidden, pairs
from helpcenter.data.articles import Article
from helpcenter.data.models.words import Term
from helpcenter.model import Finding, Position, Text

_HINT = Text(
    "改成两种语言一致，再运行 helpcenter stamp",
    "make both languages agree, then run `helpcenter stamp`",
)


def check_page(page: PageState, terms: Mapping[str, Term]) -> Iterator[Finding]:
    """Everything about one page: lag, facts, terms, text in the wrong language."""
    yield from lag(page)
    if page.english is None:
        for section in sections(page.chinese):
            yield from _words(page.chinese, section, terms)
    for state in page.sections:
        yield from check_section(page, state, terms, agree=state.state is not State.STALE)


def check_section(
    page: PageState, state: SectionState, terms: Mapping[str, Term], *, agree: bool
) -> Iterator[Finding]:
    """Errors of one section; with `agree`, also what differs between its languages."""
    for article, section in ((page.chinese, state.chinese), (page.english, state.english)):
        if article and section:
            yield from _words(article, section, terms)
    if agree and page.english and state.chinese and state.english:
        path = f"docs/{page.english.path}"
        yield from _facts(path, state)
        for problem in pairs(state.chinese, state.english, terms):
            yield _term(page.english, state.english, problem)


def _facts(path: str, state: SectionState) -> Iterator[Finding]:
    for difference in state.differences:
        assert state.english is not None
        yield Finding(
            rule="HC310",
            path=path,
            position=_place(state.english, difference.line),
            kind=difference.kind,
            found=difference.found,
            message=Text(
                f"小节 {state.id}：{difference.message.zh}",
                f"section {state.id}: {difference.message.en}",
            ),
            suggestion=_HINT,
        )


def _words(article: Article, section: Section, terms: Mapping[str, Term]) -> Iterator[Finding]:
    path = f"docs/{article.path}"
    for problem in forbidden(section, article.lang, terms):
        yield _term(article, section, problem)
    for left in leftovers(section, article.lang):
        place, _ = places_of(article).at(section, left.line, left.found)
        yield Finding(left.rule, path, left.message, place, kind="language", found=left.found)


def _term(article: Article, section: Section, problem: TermProblem) -> Finding:
    place, _ = places_of(article).at(section, problem.line, problem.found)
    return Finding(
        rule=problem.rule,
        path=f"docs/{article.path}",
        position=place,
        kind="term",
        found=problem.found,
        message=problem.message,
        suggestion=problem.suggestion,
    )


def _place(section: Section, line: int) -> Position:
    """A line of a section (from 0) in its file."""
    if not line:
        return section.position
    return Position(section.position.line + line, 1)
