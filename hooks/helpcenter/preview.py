"""A preview that is saved again and again: what changed, and whether its pages alone can follow.

Whatever stands in other pages too (titles, records, templates, files that come or go) needs a
whole build. Running text does not: the sources are judged anew, all of them, and then only the
pages of that text are made again, and judged.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from threading import Lock, Timer

from helpcenter.bilingual.urls import chinese_name
from helpcenter.build import Build
from helpcenter.data.articles import Article
from helpcenter.gate import read_sources
from helpcenter.guard.assets import LOCK
from helpcenter.guard.source_gate import source_paths
from helpcenter.model import LANGS, Lang
from helpcenter.publish.files import remove_nonce
from helpcenter.publish.stage import Stage
from helpcenter.report.log import Logger, log_findings
from helpcenter.searching import write_search

PAUSE = 1.0
"""Seconds after the last save until the search follows: nobody should wait for it."""
Snapshot = Mapping[str, tuple[int, int]]
"""Time of the last change (ns) and size (bytes) of each source, by its path below the root."""
MakePages = Callable[[Build, Lang, Collection[str], Path], None]
"""Writes the pages with these Chinese names, in one language, into a folder."""


class Preview:
    """What is served, and what it was made from."""

    def __init__(self, log: Logger) -> None:
        self._log = log
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
        if self._search:
            self._search.cancel()
        with self._writing:
            if not self._made_alone(make_pages):
                whole_build()

    def _made_alone(self, make_pages: MakePages) -> bool:
        build = self._build
        if build is None or build.profile.release:
            return False
        now = snapshot(build.root)
        changed = edited(self._before, now)
        if changed is None or not follow(build, changed):
            return False
        try:
            if not _replace(build, {chinese_name(path) for path in changed}, make_pages):
                return False
        except Exception as error:  # the whole build says it in its own way
            self._log.debug("a page could not be made alone", exc_info=error)
            return False
        log_findings(build.findings, self._log)
        self._log.info("Made again: %s", ", ".join(changed))
        self._before = now
        self._search = Timer(PAUSE, self._write_search, [build])
        self._search.daemon = True
        self._search.start()
        return True

    def _write_search(self, build: Build) -> None:
        with self._writing:
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


def follow(build: Build, changed: Collection[str]) -> bool:
    """Read the sources again into `build`, whose pages `changed` were edited.

    False, and nothing done, when that needs a whole build: an error, another record, another
    front matter.
    """
    sources = read_sources(build.root, build.profile.today, serving=True)
    articles = {article.path: article for article in sources.articles}
    if sources.errors or sources.records is not build.records:
        return False
    if articles.keys() != build.articles.keys():
        return False
    if any(_front(articles[path]) != _front(build.articles[path]) for path in changed):
        return False
    build.take(sources)
    return True


def _front(article: Article) -> str:
    """The front matter as it is written."""
    return article.raw.removesuffix(article.body)


def _replace(build: Build, names: Collection[str], make_pages: MakePages) -> bool:
    """Make pages beside the site, judge them, put them into it; False if any is wrong."""
    assert build.stage
    stage = Stage.begin(build.stage.site)
    try:
        for lang in LANGS:
            make_pages(build, lang, names, stage.path)
        build.judge(stage.path, whole=False)
        if build.errors:
            return False
        remove_nonce(stage.path, build.nonce)
        stage.merge()
        return True
    finally:
        stage.discard()
