"""All source rules in one run, before anything is built."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from helpcenter.bilingual import addresses, debt, names, settings
from helpcenter.bilingual.check import check_pages
from helpcenter.bilingual.history import History
from helpcenter.bilingual.pairs import check_pairs
from helpcenter.bilingual.state import PageState, SectionState, page_states
from helpcenter.bilingual.urls import counterpart, language, page_url
from helpcenter.bilingual.writing import RULES
from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.data.articles import Article, check_articles, load_articles
from helpcenter.data.load import load
from helpcenter.data.records import Records
from helpcenter.data.sources import read, walk
from helpcenter.facts.check import check as check_facts
from helpcenter.guard.origin import Origins
from helpcenter.guard.source_gate import check_sources, source_paths
from helpcenter.model import Finding, Severity, sort_key

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
    root: Path, today: date, wanted: Wanted | None = None, *, serving: bool = False
) -> Sources:
    """Run every source rule over the project at `root`, as of the day `today`.

    The guard, the slowest of them, looks only at the files that are `wanted`. While
    `serving` a preview, files that nobody has looked at yet are only warnings.
    """
    loaded = load(root, today)
    articles, article_findings = load_articles(root, today)
    texts = {article.path: read(root, article.path)[0] or "" for article in articles}
    findings = [*loaded.findings, *article_findings]
    names_found = walk(root)[0]
    findings += names.check(names_found)
    findings += check_pairs(articles, texts)
    findings += settings.check_file(root)
    pages: list[PageState] = []
    if loaded.records:
        pages = page_states(articles, loaded.records.terms)
        findings += check_articles(articles, loaded.records)
        findings += _translations(root, pages, loaded.records, today)
        findings += _addresses(root, pages, loaded.records)
        findings += _writing(articles, texts, frozenset(names_found), loaded.records, today)
        for article in articles:
            path, text = f"docs/{article.path}", texts[article.path]
            findings += check_facts(path, text, loaded.records)
    guarded = [path for path in source_paths(root) if wanted(path)] if wanted else None
    findings += check_sources(root, loaded.records, guarded, serving=serving)
    return Sources(loaded.records, articles, pages, sorted(findings, key=sort_key))


def source_findings(
    root: Path, today: date, wanted: Wanted | None = None
) -> tuple[Records | None, list[Finding]]:
    """The records of `root` and all findings of its sources, most dangerous first.

    With `wanted`, findings of the guard are those of the wanted files only.
    """
    sources = read_sources(root, today, wanted)
    return sources.records, sources.findings


def origins(root: Path) -> Origins:
    """Where the files of the site that is built from `root` come from."""
    names = [path for path in walk(root)[0] if path.endswith(".md")]
    pages = {f"{page_url(path, language(path))}index.html": f"docs/{path}" for path in names}
    untranslated = {
        f"{page_url(path, 'en')}index.html": f"docs/{path}"
        for path in names
        if language(path) == "zh" and counterpart(path) not in names
    }
    return Origins(root, list(source_paths(root)), {**untranslated, **pages})


def _addresses(root: Path, pages: list[PageState], records: Records) -> Iterator[Finding]:
    text = (root / addresses.FILE).read_text("utf-8")
    yield from addresses.check(records.addresses, [p.chinese.path for p in pages], text)


def _writing(
    articles: list[Article],
    texts: Mapping[str, str],
    files: frozenset[str],
    records: Records,
    today: date,
) -> Iterator[Finding]:
    pages = {article.path: Page(article, texts[article.path]) for article in articles}
    listed = frozenset((*records.popular, *records.pages))
    library = Library(pages, files, listed, records.policy.writing, today)
    for page in pages.values():
        for rule in RULES:
            yield from rule(page, library)


def _translations(
    root: Path, pages: list[PageState], records: Records, today: date
) -> Iterator[Finding]:
    """Facts, terms and lag of every page, and what of the lag is too much."""
    yield from check_pages(pages, records.terms)

    @cache
    def history() -> History:
        return History.read(root)

    def since(page: PageState, section: SectionState) -> date | None:
        source = section.stamp.partition("-")[0]
        return history().stale_since(page.chinese.path, section.id, source)

    yield from debt.check(pages, records.policy.translation, today, since)
