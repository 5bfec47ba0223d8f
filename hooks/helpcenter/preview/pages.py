"""Pages of a preview: the page of a URL, its panel of findings, and the build that makes it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from helpcenter.bilingual.urls import chinese_name, counterpart, language, page_url
from helpcenter.build import Build, prepared
from helpcenter.model import LANGS, Finding, Lang
from helpcenter.report.overlay import panel, shown
from helpcenter.source_rules import Sources, Wanted


class Page(NamedTuple):
    """One page in one language."""

    lang: Lang
    name: str
    """Its Chinese file below docs/, whether or not there is one."""


def both(articles: Iterable[str]) -> set[Page]:
    """The pages of these files, in both languages: the English says what it is behind in."""
    return {Page(lang, chinese_name(path)) for path in articles for lang in LANGS}


def own(articles: Iterable[str]) -> set[Page]:
    """The pages that show the text of these files, each in its own language."""
    return {Page(language(path), chinese_name(path)) for path in articles}


def found(url: str, names: Collection[str]) -> Iterator[Page]:
    """The page at `url` below the site's root, if it is made of one of these files."""
    lang: Lang = "en" if url.startswith("en/") else "zh"
    pages = {chinese_name(path) for path in names}
    yield from (Page(lang, name) for name in pages if page_url(name, lang) == url)


def panel_of(build: Build, findings: Iterable[Finding], url: str) -> str:
    """The panel of findings for the page at `url` below the site's root, as HTML."""
    src = next((src for src in build.sources if page_url(src, language(src)) == url), "")
    files = {f"docs/{src}", f"docs/{counterpart(src)}"} if src else set()
    lang: Lang = "en" if url.startswith("en/") else "zh"
    words = {key: build.words(f"findings_{key}", lang) for key in ("title", "elsewhere")}
    found_here = shown(findings, frozenset({*files, f"{url}index.html"}))
    return panel(found_here, lang, words, build.root / "overrides/bilingual")


def renewed(before: Build, sources: Sources, judged: Wanted | None) -> Build:
    """The next build of a preview, for some of its pages: what others said stays.

    Args:
        before: the last one.
        sources: read anew; they hold the state of the judged pages alone.
        judged: says of a file (path below the root) whether it was; None for all.
    """
    assert sources.records
    build = prepared(before.root, before.site_url, before.profile, sources.records, before)
    build.serving, build.changed = before.serving, before.changed
    build.stage, build.searched = before.stage, before.searched
    build.take(sources)
    kept = {
        src: state
        for src, state in before.behind.items()
        if src in build.articles and judged and not judged(f"docs/{src}")
    }
    build.behind = {**kept, **build.behind}
    return build
