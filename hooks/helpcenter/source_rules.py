"""All source rules in one run, before anything is built: facts, both languages, writing, guard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from helpcenter.bilingual import addresses, debt, names, settings
from helpcenter.bilingual.history import History
from helpcenter.bilingual.pairs import check_pairs
from helpcenter.bilingual.state import PageState, SectionState
from helpcenter.bilingual.urls import language
from helpcenter.bilingual.writing import AMONG_OTHERS
from helpcenter.bilingual.writing.page import Library
from helpcenter.bilingual.writing.unfilled import RULE as UNFILLED
from helpcenter.data.articles import Article, check_articles, load_articles
from helpcenter.data.load import Loaded, load
from helpcenter.data.records import Records
from helpcenter.data.sources import walk
from helpcenter.data.unread import unless_unread
from helpcenter.guard.gates.source_files import source_paths
from helpcenter.model import Finding, Progress, Severity, Text, sort_key, unwatched
from helpcenter.page_rules import Alone, Judged, Key, Pair, judging, keys_of, page_of
from helpcenter.workers import aside, shared

if TYPE_CHECKING:
    from helpcenter.guard.gates.source_gate import SourceGate

_PAGES = Text("检查文章", "checking pages")
Wanted = Callable[[str], bool]
"""Whether a file (path below the root) is to be checked."""


@dataclass(frozen=True, slots=True)
class _Project:
    """Records, articles and file names as they were read, before the rules run."""

    root: Path
    loaded: Loaded
    articles: list[Article]
    broken: list[Finding]
    """Why some articles cannot be used."""
    files: list[str]
    """Paths of all files, relative to docs/."""

    @classmethod
    def read(cls, root: Path, today: date) -> _Project:
        return cls(root, load(root, today), *load_articles(root, today), walk(root)[0])

    def findings(self) -> Iterator[Finding]:
        """What is wrong with the files themselves, whatever the articles say."""
        yield from self.loaded.findings
        yield from self.broken
        yield from names.check(self.files)
        yield from check_pairs(self.articles, self.files)
        yield from settings.check_file(self.root)


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
    project = _Project.read(root, today)
    records = project.loaded.sound
    keys = keys_of(project.articles, records, wanted or (lambda path: True))
    paged = judging(keys, records)
    guarded = [path for path in source_paths(root) if wanted(path)] if wanted else None
    findings = [*project.findings()]
    with aside(paged), _guarding(root, project.loaded.readable, guarded) as guard:
        made = paged.all(lambda numbers: progress(numbers, _PAGES))
        judged = dict(zip(keys, made, strict=True))
        pages = [PageState(*key[:2], judged[key][0]) for key in keys if isinstance(key, Pair)]
        findings += chain.from_iterable(found for _, found in judged.values())
        findings += unless_unread(check_articles, project.articles, records)
        if not wanted:
            findings += unless_unread(_debt, root, pages, records, today)
        findings += unless_unread(_addresses, project)
        findings += unless_unread(_writing, project, judged)
        findings += guard.findings(serving=serving, progress=progress)
    if serving:
        findings = [_in_preview(finding) for finding in findings]
    findings.sort(key=sort_key)
    usable = project.loaded.records
    return Sources(usable, project.articles, pages if usable else [], findings)


@contextmanager
def _guarding(root: Path, records: Records, paths: list[str] | None) -> Iterator[SourceGate]:
    """The guard at work; its patterns compile for a second while another process judges pages."""
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

    With `wanted`, only the findings of the wanted files are complete.
    """
    sources = read_sources(root, today, wanted, progress=progress)
    return sources.records, sources.findings


def _addresses(project: _Project) -> Iterator[Finding]:
    published = project.loaded.sound.addresses
    chinese = [path for path in project.files if path.endswith(".md") and language(path) == "zh"]
    if published.published or chinese:  # asked first: one that cannot be read has no text either
        text = (project.root / addresses.FILE).read_text("utf-8")
        yield from addresses.check(published, chinese, text)


def _writing(project: _Project, judged: Mapping[Key, Judged]) -> Iterator[Finding]:
    """Rules of writing that look at the other pages too, for the pages that were judged."""
    records = project.loaded.sound
    pages = {article.path: page_of(article) for article in project.articles}
    listed = frozenset((*records.popular, *records.pages))
    files = frozenset(project.files)
    library = Library(pages, files, listed, records.policy.writing, records.today)
    for article in project.articles:
        if Alone(article, records) in judged:
            for rule in AMONG_OTHERS:
                yield from rule(pages[article.path], library)


def _debt(root: Path, pages: list[PageState], records: Records, today: date) -> Iterator[Finding]:
    """Findings about too much translation debt."""

    @cache
    def history() -> History:
        return History.read(root)

    def since(page: PageState, section: SectionState) -> date | None:
        source = section.stamp.partition("-")[0]
        return history().stale_since(page.chinese.path, section.id, source)

    yield from debt.check(pages, records.policy.translation, today, since)
