"""A preview that is saved again and again: what changed, and whether its pages alone can follow.

Whatever stands in other pages too (titles, records, templates, files that come or go) needs a
whole build. Running text does not: the sources are judged anew, all of them, and then only the
pages of that text are made again, and judged. Sources with errors need no build either.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from threading import Lock, Timer

from helpcenter.bilingual.urls import chinese_name
from helpcenter.build import Build
from helpcenter.data.articles import Article
from helpcenter.gate import Sources, read_sources
from helpcenter.guard.assets import LOCK
from helpcenter.guard.source_gate import source_paths
from helpcenter.model import LANGS, Lang, Text
from helpcenter.publish.files import remove_nonce
from helpcenter.publish.stage import Stage
from helpcenter.report.language import tool_language
from helpcenter.report.log import Logger, log_findings
from helpcenter.report.text import visible
from helpcenter.searching import write_search

PAUSE = 1.0
"""Seconds after the last save until the search follows: nobody should wait for it."""
Snapshot = Mapping[str, tuple[int, int]]
"""Time of the last change (ns) and size (bytes) of each source, by its path below the root."""
_OWN = {"stamps", "owner", "review_by", "ask", "related"}
"""Front matter that its own page alone shows; two of the stamps are asked for beside it."""
MakePages = Callable[[Build, Lang, Collection[str], Path], None]
"""Writes the pages with these Chinese names, in one language, into a folder."""


class Preview:
    """What is served, and what it was made from."""

    def __init__(self, log: Logger) -> None:
        self.log = log
        self._before: Snapshot = {}
        self._build: Build | None = None
        self._search: Timer | None = None
        self._writing = Lock()

    def begin(self, root: Path) -> None:
        """A whole build of the project at `root` begins."""
        self._build = None
        self._before = snapshot(root)

    def ready(self, build: Build) -> None:
        """The whole build is served now."""
        self._build = build

    def rebuild(self, whole_build: Callable[[], None], make_pages: MakePages) -> None:
        """Make what changed since the last time, or everything where that is not enough."""
        with self._writing:
            build = self._build
            if build is None or build.profile.release or not self._followed(build, make_pages):
                whole_build()

    def _followed(self, build: Build, make_pages: MakePages) -> bool:
        """Whether the preview is up to date again without a whole build.

        With errors nothing is replaced: what is served stays, and its panel names them.
        """
        now = snapshot(build.root)
        sources = read_sources(build.root, build.profile.today, serving=True)
        changed = edited(self._before, now)
        if sources.errors:
            build.findings = sources.findings
        elif changed is None or not suffices(build, sources, changed):
            return False
        else:
            build.take(sources)
            try:
                _replace(build, {chinese_name(path) for path in changed}, make_pages)
            except Exception as error:  # the whole build says it in its own way
                self.log.warning("%s", slower(f"{type(error).__name__}: {error}"))
                self.log.debug("where it failed", exc_info=error)
                return False
        log_findings(build.findings, self.log)
        if changed and not build.errors:
            self._before = now
            self.log.info("Made again: %s", ", ".join(changed))
            self._search_follows(build)
        return True

    def _search_follows(self, build: Build) -> None:
        if self._search:
            self._search.cancel()
        self._search = Timer(PAUSE, self._write_search, [build])
        self._search.daemon = True
        self._search.start()

    def _write_search(self, build: Build) -> None:
        with self._writing:
            if build is self._build:
                assert build.stage
                write_search(build, build.stage.site)


def snapshot(root: Path) -> Snapshot:
    """The sources of the project at `root` as they are now."""
    paths = [*source_paths(root), *([LOCK] if (root / LOCK).is_file() else [])]
    stats = {path: (root / path).stat() for path in paths}
    return {path: (stat.st_mtime_ns, stat.st_size) for path, stat in stats.items()}


def edited(before: Snapshot, after: Snapshot) -> list[str] | None:
    """Pages (paths below docs/) that were changed; None when any other file was, came or went."""
    changed = [path for path in after if before.get(path) != after[path]]
    if before.keys() != after.keys() or not all(path.endswith(".md") for path in changed):
        return None
    return [path.removeprefix("docs/") for path in changed]


def suffices(build: Build, sources: Sources, changed: Collection[str]) -> bool:
    """Whether only the pages `changed` differ between `build` and its `sources` read again."""
    articles = {article.path: article for article in sources.articles}
    if sources.records is not build.records or articles.keys() != build.articles.keys():
        return False
    return all(_elsewhere(articles[path]) == _elsewhere(build.articles[path]) for path in changed)


def _elsewhere(article: Article) -> dict[str, object]:
    """What other pages show of this one, or take from it: all but what stands in it alone."""
    said = article.meta.model_dump(exclude=_OWN)
    stamps = {name: article.meta.stamps.get(name) for name in ("title", "description")}
    return said | {"stamps": stamps}


def slower(why: str) -> str:
    """One line that says why a save takes a whole build, in the language of the tools."""
    said = Text(
        f"没能只更新这一页（{why}），改为重建整个站点，会慢一些",
        f"this page could not be made alone ({why}); the whole site is built, which is slower",
    )
    return visible(" ".join(said[tool_language(os.environ)].split()))


def _replace(build: Build, names: Collection[str], make_pages: MakePages) -> None:
    """Make pages beside the site, judge them, put them into it unless any is wrong."""
    assert build.stage
    stage = Stage.begin(build.stage.site)
    try:
        for lang in LANGS:
            make_pages(build, lang, names, stage.path)
        build.judge(stage.path, whole=False)
        if not build.errors:
            remove_nonce(stage.path, build.nonce)
            stage.merge()
    finally:
        stage.discard()
