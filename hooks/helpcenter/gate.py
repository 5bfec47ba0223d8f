"""All source rules in one run, before anything is built."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from helpcenter.bilingual import addresses, debt, names, settings
from helpcenter.bilingual.check import check_page
from helpcenter.bilingual.history import History
from helpcenter.bilingual.pairs import check_pairs
from helpcenter.bilingual.state import PageState, SectionState, page_pairs, page_state
from helpcenter.bilingual.urls import counterpart, language, page_url
from helpcenter.bilingual.writing import ALONE, AMONG_OTHERS
from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.bilingual.writing.unfilled import RULE as UNFILLED
from helpcenter.data.articles import Article, check_articles, load_articles
from helpcenter.data.load import load
from helpcenter.data.records import Records
from helpcenter.data.sources import walk
from helpcenter.facts.check import check as check_facts
from helpcenter.guard.origin import Origins
from helpcenter.guard.source_gate import check_sources, source_paths
from helpcenter.model import Finding, Progress, Severity, Text, sort_key, unwatched
from helpcenter.workers import mapped

_PAGES = Text("检查文章", "checking pages")
MOST_PAGES = 8192
"""Pages whose findings a process remembers; they depend on article and records alone."""
Wanted = Callable[[str], bool]
"""Whether a file (path below the root) is to be looked at."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What was read: records, pages, and everything that is wrong with them."""

    records: Records | None
    articles: list[Article] = field(default_factory=list)
    pages: list[PageState] = field(default_factory=list)
    """State of each translation; empty when the records cannot be used."""
    findings: list[Finding] = field(default_factory=list)

    @property
    def errors(self) -> list[Finding]:
        """Findings that stop a build."""
        return [f for f in self.findings if f.severity is Severity.ERROR]


def read_sources(
    root: Path,
    today: date,
    wanted: Wanted | None = None,
    *,
    serving: bool = False,
    progress: Progress = unwatched,
) -> Sources:
    """Run every source rule over the project at `root`, as of the day `today`.

    With `wanted`, rules that judge one file alone pass over the others, and the debt of the
    whole site is left out. While `serving` a preview, files that nobody has looked at yet and
    articles not yet filled are only warnings.
    """
    concerns = wanted or (lambda path: True)
    loaded = load(root, today)
    articles, article_findings = load_articles(root, today)
    findings = [*loaded.findings, *article_findings]
    files = walk(root)[0]
    findings += names.check(files)
    findings += check_pairs(articles, files)
    findings += settings.check_file(root)
    pages: list[PageState] = []
    if records := loaded.records:
        groups = _groups(articles, concerns)
        told = progress(range(len(groups)), _PAGES)
        judge_group = partial(_judged, groups, records)
        judged = mapped(judge_group, range(len(groups)), told)
        for group, (sections, found) in zip(groups, judged, strict=True):
            pages += [PageState(*group.pair, sections)] if group.pair else []
            findings += found
        findings += check_articles(articles, records)
        if not wanted:
            findings += _debt(root, pages, records, today)
        chinese = [path for path in files if path.endswith(".md") and language(path) == "zh"]
        findings += _addresses(root, chinese, records)
        findings += _among_others(articles, frozenset(files), records, concerns)
    guarded = [path for path in source_paths(root) if wanted(path)] if wanted else None
    findings += check_sources(root, loaded.records, guarded, serving=serving, progress=progress)
    if serving:
        findings = [_in_preview(finding) for finding in findings]
    return Sources(loaded.records, articles, pages, sorted(findings, key=sort_key))


def _in_preview(finding: Finding) -> Finding:
    """A preview also shows pages that are still being written."""
    unfilled = finding.rule == UNFILLED
    return replace(finding, severity=Severity.WARNING) if unfilled else finding


def source_findings(
    root: Path, today: date, wanted: Wanted | None = None, progress: Progress = unwatched
) -> tuple[Records | None, list[Finding]]:
    """The records of `root` and all findings of its sources, most dangerous first.

    With `wanted`, only those of the wanted files are whole.
    """
    sources = read_sources(root, today, wanted, progress=progress)
    return sources.records, sources.findings


def origins(root: Path, articles: Collection[str] | None = None) -> Origins:
    """Where the files of the site that is built from `root` come from.

    Args:
        root: the folder of mkdocs.yml.
        articles: file names of all pages below docs/, where they are known already.
    """
    names = articles if articles is not None else _article_names(root)
    pages = {f"{page_url(path, language(path))}index.html": f"docs/{path}" for path in names}
    untranslated = {
        f"{page_url(path, 'en')}index.html": f"docs/{path}"
        for path in names
        if language(path) == "zh" and counterpart(path) not in names
    }
    return Origins(root, list(source_paths(root)), {**untranslated, **pages})


def _article_names(root: Path) -> list[str]:
    return [path for path in walk(root)[0] if path.endswith(".md")]


def _addresses(root: Path, chinese: list[str], records: Records) -> Iterator[Finding]:
    text = (root / addresses.FILE).read_text("utf-8")
    yield from addresses.check(records.addresses, chinese, text)


@lru_cache(maxsize=MOST_PAGES)
def _pair(
    chinese: Article, english: Article | None, records: Records
) -> tuple[PageState, tuple[Finding, ...]]:
    """The state of a translation, and its facts, terms and lag."""
    page = page_state(chinese, english, records.terms)
    return page, tuple(check_page(page, records.terms))


@lru_cache(maxsize=MOST_PAGES)
def _page(article: Article) -> Page:
    return Page(article, article.raw)


@lru_cache(maxsize=MOST_PAGES)
def _alone(article: Article, records: Records) -> tuple[Finding, ...]:
    """What can be said of a page without knowing the others."""
    library = Library({}, frozenset(), frozenset(), records.policy.writing, records.today)
    found = [finding for rule in ALONE for finding in rule(_page(article), library)]
    return (*found, *check_facts(f"docs/{article.path}", article.raw, records))


class _Group(NamedTuple):
    """What is judged in one go, so that what one rule read is at hand for the next."""

    pair: tuple[Article, Article | None] | None
    """A translation to compare; None for an English page without Chinese."""
    alone: list[Article]
    """Of its articles those that were asked for."""


def _groups(articles: list[Article], concerns: Wanted) -> list[_Group]:
    """The wanted articles, a page beside its translation."""
    wanted = {a.path: a for a in articles if concerns(f"docs/{a.path}")}
    groups = []
    for pair in page_pairs(articles):
        names = (pair[0].path, counterpart(pair[0].path))
        alone = [wanted.pop(name) for name in names if name in wanted]
        if any(concerns(f"docs/{name}") for name in names):
            groups.append(_Group(pair, alone))
    return [*groups, *(_Group(None, [article]) for article in wanted.values())]


def _judged(
    groups: Sequence[_Group], records: Records, at: int
) -> tuple[tuple[SectionState, ...], list[Finding]]:
    """The state of each section of a pair, and all findings of the group."""
    pair, alone = groups[at]
    page, found = _pair(*pair, records) if pair else (None, ())
    sections = page.sections if page else ()
    return sections, [*found, *(f for article in alone for f in _alone(article, records))]


def _among_others(
    articles: list[Article], files: frozenset[str], records: Records, concerns: Wanted
) -> Iterator[Finding]:
    """Rules of writing that compare pages."""
    pages = {article.path: _page(article) for article in articles}
    listed = frozenset((*records.popular, *records.pages))
    library = Library(pages, files, listed, records.policy.writing, records.today)
    for article in articles:
        if concerns(f"docs/{article.path}"):
            for rule in AMONG_OTHERS:
                yield from rule(pages[article.path], library)


def _debt(root: Path, pages: list[PageState], records: Records, today: date) -> Iterator[Finding]:
    """What of the lag is too much."""

    @cache
    def history() -> History:
        return History.read(root)

    def since(page: PageState, section: SectionState) -> date | None:
        source = section.stamp.partition("-")[0]
        return history().stale_since(page.chinese.path, section.id, source)

    yield from debt.check(pages, records.policy.translation, today, since)
