"""The gate before the build: every source that a build reads, judged by several processes.

Addresses enter articles only as references, so anything address-shaped in a source is a
finding. The record files themselves may hold what the records hold.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import filterfalse
from pathlib import Path
from typing import Any, NamedTuple

from helpcenter.clean_cache import clean_cache, digest
from helpcenter.data.records import Records
from helpcenter.guard.gates import canaries, own_files
from helpcenter.guard.gates.assets import check_lock
from helpcenter.guard.gates.source import check_bytes
from helpcenter.guard.gates.source_files import source_paths
from helpcenter.guard.gates.unread_records import Doubt, truth_of
from helpcenter.guard.gates.waivers import waived
from helpcenter.guard.judging.ahead import read_ahead
from helpcenter.guard.judging.kinds import Unreadable, text_of
from helpcenter.guard.programs import related_files
from helpcenter.guard.records.truth import Truth
from helpcenter.guard.rules import hc120, hc140
from helpcenter.model import Finding, Progress, Text, unwatched
from helpcenter.workers import Job

_JUDGED: dict[str, tuple[bytes, list[Finding]]] = {}
"""Cache by file: the findings of this process, and the digest of all they depend on."""
_LABEL = Text("核对地址", "checking addresses")
_LARGE = 1 << 14
"""Bytes from which a file may take as long as dozens of others."""


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
        self._doubt = Doubt(root, records)
        self._truth = truth = truth_of(records)
        self._sources = [path for path in source_paths(root) if paths is None or path in paths]
        self.job = _Judging(partial(_source, root, truth), _large_first(root, self._sources))

    def findings(self, *, serving: bool = False, progress: Progress = unwatched) -> list[Finding]:
        """What the guard finds.

        Args:
            serving: report unknown assets as warnings only.
            progress: reports each file.
        """
        locked = check_lock(  # first, as other processes still judge what it does not wait for
            self._root, self._sources, self._truth, serving=serving, whole=self._whole
        )
        judged = self.job.results(progress(self.job.items, _LABEL))
        _JUDGED.update(zip(self.job.items, judged, strict=True))
        mine = [_JUDGED[path] for path in self._sources]
        clean_cache().add(key for key, findings in mine if not findings)
        found = [finding for _, findings in mine for finding in findings]
        if not self._doubt.files:
            found = waived(found, self._records, built=False, whole=self._whole)
        told = filterfalse(self._doubt.covers, (*found, *locked))
        return [*self._blind, *map(hc140.unread, self._doubt.files), *told]


def _large_first(root: Path, paths: Sequence[str]) -> list[str]:
    """Put large files first so that no process ends long after the others; keep the first in place.

    The rest stays too: files that lie together are alike, and what was worked out for one serves
    the next.
    """
    return [*paths[:1], *sorted(paths[1:], key=lambda path: _size(root / path) < _LARGE)]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # what cannot be read is reported when it is judged
        return 0


class _Source(NamedTuple):
    """One source as it was read, with cached findings if there are any."""

    path: str
    raw: bytes
    more: Mapping[str, str]
    truth: Truth
    key: bytes
    """What its findings depend on."""
    findings: list[Finding] | None
    """None: not judged yet."""

    def judged(self) -> tuple[bytes, list[Finding]]:
        """The key and the findings."""
        if self.findings is not None:
            return self.key, self.findings
        return self.key, list(check_bytes(self.path, self.raw, self.truth, self.more))


def _source(root: Path, truth: Truth, path: str) -> _Source:
    """Read a source, and look up what this run or an earlier one found in it."""
    try:
        raw = (root / path).read_bytes()
    except OSError as error:
        return _Source(path, b"", {}, truth, b"", [_unreadable(path, error)])
    more = related_files.texts(root, path, raw)
    key = digest("source", truth.digest, path, raw, *(text.encode() for text in more.values()))
    judged, found = _JUDGED.get(path, (b"", []))
    clean = own_files.is_cleared(path, raw) or clean_cache().holds(key)
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


def check_file(root: Path, path: str, truth: Truth) -> list[Finding]:
    """Findings in one source."""
    return _source(root, truth, path).judged()[1]
