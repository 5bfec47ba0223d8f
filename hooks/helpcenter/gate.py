"""All source rules in one run, before anything is built."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

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
from helpcenter.data.models.words import Term
from helpcenter.data.records import Records
from helpcenter.data.sources import walk
from helpcenter.facts.check import check as check_facts
from helpcenter.guard.origin import Origins
from helpcenter.guard.source_gate import check_sources, source_paths
from helpcenter.model import Finding, Progress, Severity, Text, sort_key, unwatched
from helpcenter.workers import MOST, remembering

_PAGES = Text("检查文章", "checking pages")
_Pair = tuple[Article, Article | None, str]
"""Chinese page, English page, and the glossary that both are judged by."""
_PAIRS: dict[_Pair, tuple[tuple[SectionState, ...], tuple[Finding, ...]]] = {}
_ALONE: dict[tuple[Article, Records], tuple[Finding, ...]] = {}
"""What this process has found; it depends on the key alone."""
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
        pairs = list(_pairs(articles, records.terms, concerns, progress))
        pages = [page for page, _ in pairs]
        findings += [finding for _, found in pairs for finding in found]
        findings += check_articles(articles, records)
        if not wanted:
            findings += _debt(root, pages, records, today)
        chinese = [path for path in files if path.endswith(".md") and language(path) == "zh"]
        findings += _addresses(root, chinese, records)
        findings += _writing(articles, frozenset(files), records, concerns)
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


def _pairs(
    articles: list[Article], terms: Mapping[str, Term], concerns: Wanted, progress: Progress
) -> list[tuple[PageState, tuple[Finding, ...]]]:
    """The state of each translation that concerns us, and its facts, terms and lag."""
    glossary = repr(terms)
    keys = [
        (chinese, english, glossary)
        for chinese, english in page_pairs(articles)
        if concerns(f"docs/{chinese.path}") or concerns(f"docs/{counterpart(chinese.path)}")
    ]

    def pair(key: _Pair) -> tuple[tuple[SectionState, ...], tuple[Finding, ...]]:
        page = page_state(key[0], key[1], terms)
        return page.sections, tuple(check_page(page, terms))  # without the articles: less to send

    judged = remembering(_PAIRS, pair, keys, lambda numbers: progress(numbers, _PAGES))
    return [
        (PageState(chinese, english, sections), found)
        for (chinese, english, _), (sections, found) in zip(keys, judged, strict=True)
    ]


@lru_cache(maxsize=MOST)
def _page(article: Article) -> Page:
    return Page(article, article.raw)


def _alone(article: Article, records: Records) -> tuple[Finding, ...]:
    """What can be said of a page without knowing the others."""
    library = Library({}, frozenset(), frozenset(), records.policy.writing, records.today)
    found = [finding for rule in ALONE for finding in rule(_page(article), library)]
    return (*found, *check_facts(f"docs/{article.path}", article.raw, records))


def _writing(
    articles: list[Article], files: frozenset[str], records: Records, concerns: Wanted
) -> Iterator[Finding]:
    """Rules of writing and of facts."""
    pages = {article.path: _page(article) for article in articles}
    listed = frozenset((*records.popular, *records.pages))
    library = Library(pages, files, listed, records.policy.writing, records.today)
    chosen = [article for article in articles if concerns(f"docs/{article.path}")]
    keys = [(article, records) for article in chosen]
    alone = remembering(_ALONE, lambda key: _alone(*key), keys, lambda numbers: numbers)
    for article, found in zip(chosen, alone, strict=True):
        yield from found
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
