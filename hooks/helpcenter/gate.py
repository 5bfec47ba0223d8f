"""All source rules in one run, before anything is built."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from helpcenter.bilingual import addresses, debt, names, settings
from helpcenter.bilingual.check import check_page
from helpcenter.bilingual.history import History
from helpcenter.bilingual.pairs import check_pairs
from helpcenter.bilingual.state import PageState, SectionState, page_pairs, page_state
from helpcenter.bilingual.urls import counterpart, language
from helpcenter.bilingual.writing import ALONE, AMONG_OTHERS
from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.bilingual.writing.unfilled import RULE as UNFILLED
from helpcenter.data.articles import Article, check_articles, load_articles
from helpcenter.data.load import load
from helpcenter.data.records import Records
from helpcenter.data.sources import walk
from helpcenter.data.unread import UnreadError, told
from helpcenter.facts.check import check as check_facts
from helpcenter.guard.gates.source_files import source_paths
from helpcenter.model import Finding, Progress, Severity, Text, sort_key, unwatched
from helpcenter.workers import MOST, Remembered, aside, shared

if TYPE_CHECKING:
    from helpcenter.guard.gates.source_gate import SourceGate

_PAGES = Text("检查文章", "checking pages")
Wanted = Callable[[str], bool]
"""Whether a file (path below the root) is to be looked at."""


class _Pair(NamedTuple):
    """A Chinese page, its translation, and the glossary that both are judged by."""

    chinese: Article
    english: Article | None
    glossary: str


class _Alone(NamedTuple):
    """A page that is judged without the others."""

    article: Article
    records: Records


_Judged = tuple[tuple[SectionState, ...], tuple[Finding, ...]]
"""How far the sections of a pair are behind, and what was found; a page alone has no sections."""
_JUDGED: dict[_Pair | _Alone, _Judged] = {}
"""What this process has found; it depends on the key alone."""


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
    records = loaded.sound
    keys = _keys(articles, records, concerns)
    bilingual = Remembered(_JUDGED, partial(_judge, records), keys)
    guarded = [path for path in source_paths(root) if wanted(path)] if wanted else None
    with aside(bilingual), _guarding(root, loaded.readable, guarded) as guard:
        made = bilingual.all(lambda numbers: progress(numbers, _PAGES))
        judged = dict(zip(keys, made, strict=True))
        for key, (sections, found) in judged.items():
            if isinstance(key, _Pair):
                pages.append(PageState(key.chinese, key.english, sections))
            findings += found
        findings += told(check_articles, articles, records)
        if not wanted:
            findings += told(_debt, root, pages, records, today)
        chinese = [path for path in files if path.endswith(".md") and language(path) == "zh"]
        findings += told(_addresses, root, chinese, records)
        findings += told(_writing, articles, frozenset(files), records, judged)
        findings += guard.findings(serving=serving, progress=progress)
    if serving:
        findings = [_in_preview(finding) for finding in findings]
    whole = loaded.records is not None
    return Sources(loaded.records, articles, pages if whole else [], sorted(findings, key=sort_key))


@contextmanager
def _guarding(root: Path, records: Records, paths: list[str] | None) -> Iterator[SourceGate]:
    """The guard at work; its patterns take a second to make, while the pages are judged aside."""
    from helpcenter.guard.gates.source_gate import SourceGate

    guard = SourceGate(root, records, paths)
    with shared(guard.job):
        yield guard


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


def _addresses(root: Path, chinese: list[str], records: Records) -> Iterator[Finding]:
    published = records.addresses
    if published.published or chinese:  # asked first: one that cannot be read has no text either
        text = (root / addresses.FILE).read_text("utf-8")
        yield from addresses.check(published, chinese, text)


def _keys(articles: list[Article], records: Records, concerns: Wanted) -> list[_Pair | _Alone]:
    """The pages and pairs that concern us.

    A pair stands beside its pages, so that what was made of a text once serves all three.
    """
    glossary = repr(records.terms)
    keys: dict[_Pair | _Alone, None] = {}
    for chinese, english in page_pairs(articles):
        pages = [page for page in (chinese, english) if page and concerns(f"docs/{page.path}")]
        if pages or concerns(f"docs/{counterpart(chinese.path)}"):
            keys[_Pair(chinese, english, glossary)] = None
        keys |= dict.fromkeys(_Alone(page, records) for page in pages)
    for article in articles:  # also English pages without a Chinese one
        if concerns(f"docs/{article.path}"):
            keys[_Alone(article, records)] = None
    return list(keys)


def _judge(records: Records, key: _Pair | _Alone) -> _Judged:
    """What is to be said of a page or pair."""
    if isinstance(key, _Alone):
        return (), _alone(*key)
    try:
        page = page_state(key.chinese, key.english, records.terms)
    except UnreadError:
        return (), ()
    found = tuple(check_page(page, records.terms))
    return page.sections, found  # without the articles: less to send


@lru_cache(maxsize=MOST)
def _page(article: Article) -> Page:
    return Page(article, article.raw)


def _alone(article: Article, records: Records) -> tuple[Finding, ...]:
    """What can be said of a page without knowing the others."""
    page = _page(article)
    facts = told(check_facts, page.path, article.raw, records)
    return (*told(_style, page, records), *facts)


def _style(page: Page, records: Records) -> Iterator[Finding]:
    library = Library({}, frozenset(), frozenset(), records.policy.writing, records.today)
    return (finding for rule in ALONE for finding in rule(page, library))


def _writing(
    articles: list[Article],
    files: frozenset[str],
    records: Records,
    judged: Mapping[_Pair | _Alone, _Judged],
) -> Iterator[Finding]:
    """Rules of writing that look at the other pages too, for the pages that were judged."""
    pages = {article.path: _page(article) for article in articles}
    listed = frozenset((*records.popular, *records.pages))
    library = Library(pages, files, listed, records.policy.writing, records.today)
    for article in articles:
        if _Alone(article, records) in judged:
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
