"""Handles a save: rebuilds the open pages at once, then whatever else it affects.

The sources are judged before anything is shown. If a changed record makes earlier results invalid,
only the open pages are judged at first, and the others by the build of the whole site, which yields
to the next save. With errors nothing is replaced: the last good pages stay, and their panel shows
the errors.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Thread

from helpcenter.build import Build
from helpcenter.data.records import Records
from helpcenter.model import Finding, Text
from helpcenter.preview.changes import (
    Snapshot,
    articles_of,
    changes,
    concerns_records,
    snapshot,
    suffices,
)
from helpcenter.preview.floor import Floor, Superseded
from helpcenter.preview.making import MOST, MakePages, in_sight, judging, replace
from helpcenter.preview.pages import both, panel_of, renewed
from helpcenter.preview.tabs import Tabs
from helpcenter.report.log import Logger, failure, log_findings, said
from helpcenter.searching import write_search
from helpcenter.source_rules import Sources, Wanted, read_sources

PAUSE = 1.0
"""Seconds after the last save until the search follows: nobody should wait for it."""
DATA_ONLY = {".html", ".json", ".xml", ".txt", ".gz"}
"""Files of the site that no other page loads while it is shown."""
_SHOWN = Text("先更新打开的页面，其余随后：{}", "open pages first, the rest follows: {}")
_MADE = Text("已重新生成：{}", "rebuilt: {}")
_SLOWER = Text(
    "没能先更新打开的页面（{}），改为重建整个站点，会慢一些",
    "the open pages could not be rebuilt first ({}); rebuilding the whole site, which is slower",
)


class Preview:
    """What is served, and what it was made from."""

    def __init__(self, log: Logger) -> None:
        self.log = log
        self.floor = Floor()
        self.build: Build | None = None
        """What the pages in sight were made in."""
        self.findings: list[Finding] = []
        """Of the sources as they were read last."""
        self.tabs = Tabs(self._look)
        self.following = Thread()
        """Makes what is not in sight, after the last save."""
        self.mount = "/"
        """Path of the site's root on the server."""
        self.whole_build: Callable[[], None] = lambda: None
        self.make_pages: MakePages = lambda *given: None
        self._before: Snapshot = {}
        self._under_way: Build | None = None
        self._judged: Records | None = None
        """With which all sources were judged, so that only changed ones need it again."""
        self._owed = False
        """Whether the site is behind the pages in sight."""
        self._unsearched = False
        self._loaded = 0

    def begin(self, root: Path) -> None:
        """A whole build of the project at `root` begins."""
        self._under_way = None
        self._before = snapshot(root)

    def read(self, build: Build) -> None:
        """The sources of the whole build have no errors."""
        self._under_way, self._judged = build, build.records

    def ready(self, build: Build) -> None:
        """The whole build has no errors: it is served from now on."""
        assert build.stage
        self._count(build.stage.merge(whole=True))
        build.stage.discard()
        self.build, self.findings = build, build.findings
        self._owed = self._unsearched = False

    def rebuild(self) -> None:
        """Show what was saved, and rebuild the rest in the background."""
        try:
            with self.floor.of_save():
                assert self.build
                if self.build.profile.release:
                    self.whole_build()
                else:
                    self._show(self.build)
        except Exception as error:  # a file that is gone again: what was under way is still owed
            self.log.error("%s", failure(error))
            self._owed = True
        self.tabs.changed()
        self.following = Thread(target=self._follow, daemon=True)
        self.following.start()

    def is_behind(self) -> bool:
        """Whether something was saved since the whole build began; nobody watches the first one."""
        assert self.build
        return bool(changes(self._before, snapshot(self.build.root)))

    def stop(self) -> None:
        """The server stops: nothing is built any more."""
        with self.floor.at_end():
            self._owed = self._unsearched = False

    def panel(self, path: str) -> str:
        """HTML of the panel for the page at a path of the server."""
        return panel_of(self.build, self.findings, self._url(path)) if self.build else ""

    def _url(self, path: str) -> str:
        return path.removeprefix(self.mount.rstrip("/")).lstrip("/").removesuffix("index.html")

    def _look(self, path: str) -> str:
        assert self.build and self.build.stage
        file = Path(self.build.stage.site, self._url(path), "index.html")
        page = file.read_bytes() if file.is_file() else b""
        shown = page + self.panel(path).encode() + str(self._loaded).encode()
        return hashlib.sha256(shown).hexdigest()[:16]

    def _count(self, changed: Iterable[str]) -> None:
        self._loaded += any(Path(name).suffix not in DATA_ONLY for name in changed)

    def _show(self, build: Build) -> None:
        now = snapshot(build.root)
        changed = changes(self._before, now)
        pages = in_sight(build, map(self._url, self.tabs.open()), changed)
        known = build.records is self._judged and not concerns_records(changed)
        judged = None if known else judging(pages, changed)
        sources = read_sources(build.root, build.profile.today, judged, serving=True)
        self.findings = sources.findings
        log_findings(sources.findings, self.log)
        if sources.errors:
            return
        alone = suffices(build, sources, changed) and len(articles_of(changed)) <= MOST
        self._owed |= not alone
        if alone:
            pages |= both(articles_of(changed))
        try:
            new = self._taken(build, sources, judged, alone=alone)
            self._count(replace(new, pages, changed, self.make_pages))
        except Exception as error:  # the whole build says it in its own way
            self.log.warning("%s", said(_SLOWER, f"{type(error).__name__}: {error}"))
            self.log.debug("where it failed", exc_info=error)
            self._owed = True
            return
        log_findings(new.findings[len(sources.findings) :], self.log)
        self.findings = new.findings
        if not new.errors:
            self.build, self._before = new, now
            self._unsearched |= bool(changed)
            if changed:
                self.log.info("%s", said(_MADE if alone else _SHOWN, ", ".join(changed)))

    def _taken(
        self, build: Build, sources: Sources, judged: Wanted | None, *, alone: bool
    ) -> Build:
        if not alone:
            return renewed(build, sources, judged)
        build.take(sources)
        return build

    def _follow(self) -> None:
        """Make what is not in sight: the rest of the site, or else the search."""
        if not self._owed and self.floor.saved_within(PAUSE):
            return
        try:
            with self.floor.of_rest():
                self._make_rest()
        except Superseded:
            return
        except Exception as error:
            self.log.error("%s", failure(error))
        self.tabs.changed()

    def _make_rest(self) -> None:
        if self._owed:
            self._whole()
        elif self._unsearched and self.build and self.build.stage:
            self._unsearched = False
            write_search(self.build, self.build.stage.site)

    def _whole(self) -> None:
        self.whole_build()
        if not self._owed:
            return
        if self._under_way:  # it failed after its sources were read, and knows why
            self.findings = self._under_way.findings
        elif self.build:
            today = self.build.profile.today
            self.findings = read_sources(self.build.root, today, serving=True).findings
