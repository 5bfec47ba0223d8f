"""All source rules in one run, before anything is built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from helpcenter.bilingual import headings, names, settings, urls
from helpcenter.data.articles import (
    Article,
    check_articles,
    load_articles,
    split_front_matter,
)
from helpcenter.data.load import load
from helpcenter.data.markdown_source import Heading
from helpcenter.data.markdown_source import headings as read_headings
from helpcenter.data.records import Records
from helpcenter.data.sources import read, walk
from helpcenter.facts.check import check as check_facts
from helpcenter.guard.source_gate import check_sources
from helpcenter.model import Finding, Severity, Text, sort_key


@dataclass(frozen=True, slots=True)
class Sources:
    """What was read: records, pages, and everything that is wrong with them."""

    records: Records | None
    articles: list[Article] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def errors(self) -> list[Finding]:
        """Findings that stop a build."""
        return [f for f in self.findings if f.severity is Severity.ERROR]


def read_sources(root: Path, today: date, *, serving: bool = False) -> Sources:
    """Run every source rule over the project at `root`, as of the day `today`.

    While `serving` a preview, files that nobody has looked at yet are only warnings.
    """
    loaded = load(root, today)
    articles, article_findings = load_articles(root, today)
    texts = {article.path: read(root, article.path)[0] or "" for article in articles}
    findings = [*loaded.findings, *article_findings]
    findings += names.check(walk(root)[0])
    findings += _languages(articles, texts)
    findings += settings.check_file(root)
    if loaded.records:
        findings += check_articles(articles, loaded.records)
        for article in articles:
            path, text = f"docs/{article.path}", texts[article.path]
            findings += check_facts(path, text, loaded.records)
    findings += check_sources(root, loaded.records, serving=serving)
    return Sources(loaded.records, articles, sorted(findings, key=sort_key))


def source_findings(root: Path, today: date) -> tuple[Records | None, list[Finding]]:
    """The records of `root` and all findings of its sources, most dangerous first."""
    sources = read_sources(root, today)
    return sources.records, sources.findings


def _languages(articles: list[Article], texts: Mapping[str, str]) -> Iterator[Finding]:
    found = {path: _headings(text) for path, text in texts.items()}
    for article in articles:
        path, own = article.path, found[article.path]
        yield from headings.check_ids(f"docs/{path}", own)
        other = urls.counterpart(path)
        if article.lang == "en" and other in found:
            yield from headings.check_pair(f"docs/{path}", found[other], own)
        elif article.lang == "en":
            yield _orphan(path, other)


def _headings(text: str) -> list[Heading]:
    return read_headings(text, split_front_matter(text)[2])


def _orphan(path: str, other: str) -> Finding:
    return Finding(
        rule="HC304",
        path=f"docs/{path}",
        kind="file",
        found=path,
        message=Text(
            f"只有英文页，没有对应的中文页 docs/{other}",
            f"an English page without its Chinese page docs/{other}",
        ),
        suggestion=Text("先写中文页", "write the Chinese page first"),
    )
