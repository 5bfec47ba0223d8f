"""The gate before the build: every source that a build reads, file by file.

Addresses enter articles only as references, so anything address-shaped in a source is a
finding. The record files themselves may hold what the records hold.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from helpcenter.data.records import Records
from helpcenter.data.sources import walk
from helpcenter.guard import beside, bounds, canaries, own
from helpcenter.guard.ahead import read_ahead
from helpcenter.guard.assets import check_contents, check_lock
from helpcenter.guard.carriers import refused, with_holes
from helpcenter.guard.detectors.namesakes import NAMES
from helpcenter.guard.effort import MAX_BYTES, MAX_SIGNS
from helpcenter.guard.files import TEMPLATES, Unreadable, guessed_text, opened, text_of
from helpcenter.guard.judge import judge
from helpcenter.guard.programs.rewriting import OURS
from helpcenter.guard.programs.template_runs import BESIDE
from helpcenter.guard.python_source import readable
from helpcenter.guard.rules import hc110, hc120, hc131
from helpcenter.guard.rules.base import Mark
from helpcenter.guard.scan import scan
from helpcenter.guard.spans import Spans
from helpcenter.guard.truth import Truth
from helpcenter.guard.views import Lines
from helpcenter.guard.waivers import waived
from helpcenter.known import digest, known
from helpcenter.model import Finding, Progress, Text, unwatched
from helpcenter.workers import Job, shared

_JUDGED: dict[str, tuple[bytes, list[Finding]]] = {}
"""Of each file what this process found, and the digest of what it was found in and by."""
IMPOSTORS = "docs/_data/impostors.yml"
_FOLDERS = (("overrides", ""), ("hooks", ".py"), ("includes", ""), ("data", ""), ("snippets", ""))
_MARK = re.compile(r"(?<![\w\[.-])data-contact\s{0,8}=\s{0,8}(?P<value>[\"']?[^\s\"'>}]{0,80})")
_LABEL = Text("核对地址", "checking addresses")
_LARGE = 1 << 14
"""Bytes of a file that may take as long as dozens of others."""


class SourceGate:
    """The guard over the sources of one project; its `job` can be shared with other work."""

    def __init__(self, root: Path, records: Records, paths: Collection[str] | None = None) -> None:
        """Prepare the job.

        Args:
            root: folder of mkdocs.yml.
            records: the truth.
            paths: only these files, relative to the root.
        """
        self._blind = [*canaries.check()]  # patterns are made before processes are copied
        self._root, self._records, self._whole = root, records, paths is None
        self._truth = truth = Truth.from_records(records)
        self._sources = [path for path in source_paths(root) if paths is None or path in paths]
        self.job = _Judging(partial(_source, root, truth), _large_first(root, self._sources))

    def findings(self, *, serving: bool = False, progress: Progress = unwatched) -> list[Finding]:
        """What the guard finds.

        Args:
            serving: unknown assets are warnings only.
            progress: is told of each file.
        """
        judged = self.job.results(progress(self.job.items, _LABEL))
        _JUDGED.update(zip(self.job.items, judged, strict=True))
        mine = [_JUDGED[path] for path in self._sources]
        known().add(key for key, findings in mine if not findings)
        found = [finding for _, findings in mine for finding in findings]
        found = waived(found, self._records, built=False, whole=self._whole)
        locked = check_lock(
            self._root, self._sources, self._truth, serving=serving, whole=self._whole
        )
        return [*self._blind, *found, *locked]


def _large_first(root: Path, paths: Sequence[str]) -> list[str]:
    """So that no process ends long after the others; the first is done by one alone, and stays.

    The rest stays too: files that lie together are alike, and what was worked out for one serves
    the next.
    """
    return [*paths[:1], *sorted(paths[1:], key=lambda path: _size(root / path) < _LARGE)]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # what cannot be read is told when it is judged
        return 0


def check_sources(
    root: Path, records: Records | None, paths: Collection[str] | None = None
) -> list[Finding]:
    """Findings of the guard in the sources of the project at `root`, for itself.

    Without records, when they cannot be used, every address would be a finding beside the ones
    about the records, so there are none.
    """
    if not records:
        return []
    gate = SourceGate(root, records, paths)
    with shared(gate.job):
        return gate.findings()


class _Source(NamedTuple):
    """One source as it was read, with what is known of it."""

    path: str
    raw: bytes
    more: Mapping[str, str]
    truth: Truth
    key: bytes
    """What its findings depend on."""
    findings: list[Finding] | None
    """None: nobody has judged it yet."""

    def judged(self) -> tuple[bytes, list[Finding]]:
        """The key and the findings."""
        if self.findings is not None:
            return self.key, self.findings
        return self.key, list(check_bytes(self.path, self.raw, self.truth, self.more))


def _source(root: Path, truth: Truth, path: str) -> _Source:
    """Read a source; what was judged before, by this run or another, is known."""
    try:
        raw = (root / path).read_bytes()
    except OSError as error:
        return _Source(path, b"", {}, truth, b"", [_unreadable(path, error)])
    more = beside.texts(root, path, raw)
    key = digest("source", truth.digest, path, raw, *(text.encode() for text in more.values()))
    judged, found = _JUDGED.get(path, (b"", []))
    clean = own.is_cleared(path, raw) or known().holds(key)
    findings = found if key == judged else [] if clean else None
    return _Source(path, raw, more, truth, key, findings)


class _Judging(Job[str, Any]):
    """Reads sources, and judges those that are new; the articles among them are read ahead."""

    def several(self, items: Sequence[str]) -> list[tuple[bytes, list[Finding]]]:
        """The key and the findings of each."""
        sources = [self.work(path) for path in items]
        texts = []
        for source in sources:
            with suppress(Unreadable):
                if source.findings is None and source.path.endswith(".md"):
                    texts.append(text_of(source.path, source.raw) or "")
        if len(texts) > 1:
            read_ahead(texts)
        return [source.judged() for source in sources]


def _unreadable(path: str, error: OSError) -> Finding:
    return hc120.check(path, str(error.strerror or error))


def check_tree(root: Path, truth: Truth, paths: Collection[str] | None = None) -> list[Finding]:
    """The same, compared with a given truth."""
    chosen = (path for path in source_paths(root) if paths is None or path in paths)
    return [finding for path in chosen for finding in check_file(root, path, truth)]


def source_paths(root: Path) -> Iterator[str]:
    """Every source, relative to the root: docs/, mkdocs.yml, overrides/, hooks/, includes/."""
    yield from (f"docs/{path}" for path in walk(root)[0])
    if (root / "mkdocs.yml").is_file():
        yield "mkdocs.yml"
    for folder, ending in _FOLDERS:
        if (root / folder).is_dir():
            yield from sorted(_files(root / folder, folder, ending))


def _files(folder: Path | str, name: str, ending: str) -> Iterator[str]:
    """Files below the folder called `name`; a save under `serve` asks often, so no objects."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _files(entry.path, f"{name}/{entry.name}", ending)
        elif entry.name.endswith(ending) and entry.is_file():
            yield f"{name}/{entry.name}"


def check_file(root: Path, path: str, truth: Truth) -> list[Finding]:
    """Findings in one source."""
    return _source(root, truth, path).judged()[1]


def check_bytes(
    path: str, raw: bytes, truth: Truth, more: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Finding]:
    """Findings in one source that was read already; `more`: what others give to it, by name."""
    if len(raw) > MAX_BYTES:
        yield hc131.check(path, f"{len(raw):,} bytes")
        return
    yield from check_contents(path, raw, truth)
    try:
        text = text_of(path, raw)
    except Unreadable as error:
        if not path.endswith((".md", ".yml")):  # those are reported where they are read
            yield hc120.check(path, str(error))
        text = guessed_text(raw)
    if text is None:
        return
    if len(text) > MAX_SIGNS:
        yield hc131.check(path, f"{len(text):,} signs")
        return
    plain, code = opened(path, text)
    file = replace(plain, declared=lambda offset, spot: path == IMPOSTORS)
    shown = readable(path, text) if path.endswith(".py") else text
    with bounds.watched() as met:
        tokens = BESIDE.set(more), OURS.set(truth.written), NAMES.set(truth.names)
        try:
            seen = scan(shown, code, path)
        finally:
            BESIDE.reset(tokens[0])
            OURS.reset(tokens[1])
            NAMES.reset(tokens[2])
    yield from hc131.met(path, met)
    yield from judge(file, seen, truth)
    yield from _marks(path, text, code)
    yield from refused(path, text)
    yield from with_holes(path, shown, code)


def _marks(path: str, text: str, code: Spans) -> Iterator[Finding]:
    """Forged marks; templates may write one whose value is an expression."""
    if not path.endswith((".md", ".html", ".yml")) or "data-contact" not in text:
        return
    lines = Lines(text)
    for match in _MARK.finditer(text):
        value = match["value"].strip("\"'")
        template = path.startswith(TEMPLATES) and value.startswith("{{")
        if not template and not code.holds(match.start()):
            yield hc110.check(Mark(path, lines.position(match.start()), value))
