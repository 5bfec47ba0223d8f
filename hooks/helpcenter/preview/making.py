"""Rebuilds the pages in sight: finds them, and puts them into what is served."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from helpcenter.bilingual.navigation import offered
from helpcenter.bilingual.urls import counterpart, page_url
from helpcenter.build import Build
from helpcenter.model import Lang
from helpcenter.preview.changes import articles_of
from helpcenter.preview.pages import Page, found, own
from helpcenter.publish.files import remove_nonce
from helpcenter.publish.stage import Stage
from helpcenter.source_rules import Wanted

MOST = 8
"""Changed articles that are made at once; after more, the whole site is."""
MakePages = Callable[[Build, Lang, Collection[str], Collection[str], Path], None]
"""Writes the pages with these Chinese names, in one language, into a folder, and beside them
what of the changed files (paths below the root) a page loads."""


def in_sight(build: Build, urls: Iterable[str], changed: Collection[str]) -> set[Page]:
    """The pages open at these URLs, and those of changed articles.

    Args:
        build: what they were made in; articles that are new since are among the changed.
        urls: below the site's root.
        changed: files, by their path below the project's root.
    """
    articles = articles_of(changed)
    of_texts = own(articles) if len(articles) <= MOST else set()
    return {page for url in urls for page in found(url, build.sources | articles)} | of_texts


def judging(pages: Iterable[Page], changed: Collection[str]) -> Wanted:
    """Which files must be judged before these pages are shown."""
    names = {page.name for page in pages}
    files = {f"docs/{path}" for name in names for path in (name, counterpart(name))}
    return {*files, *changed}.__contains__


def replace(
    build: Build, pages: Collection[Page], changed: Collection[str], make_pages: MakePages
) -> list[str]:
    """Make pages beside the site, judge them, put them into it unless any is wrong.

    Returns:
        The files of the site that are other ones now; none if the build has errors.
    """
    assert build.stage
    there = {page for page in pages if offered(page.name, build.sources, page.lang)}
    stage = Stage.begin(build.stage.site)
    try:
        for lang in {page.lang for page in pages}:
            names = {page.name for page in there if page.lang == lang}
            make_pages(build, lang, names, set(changed), stage.path)
        stage.drop_unchanged()
        build.judge(stage.path, whole=False)
        if build.errors:
            return []
        remove_nonce(stage.path, build.nonce)
        for page in set(pages) - there:
            file = Path(stage.site, page_url(page.name, page.lang), "index.html")
            file.unlink(missing_ok=True)
        return stage.merge()
    finally:
        stage.discard()
