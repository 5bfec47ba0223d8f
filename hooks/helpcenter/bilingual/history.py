"""Finds the Chinese text that a stamp was made from in git, by its hash.

Hashes name content, not commits, so that squashing, rebasing and renaming lose nothing: any
version of any Chinese page that git still holds is searched, those of the same file first.
Without git, or in a shallow clone, there is simply no old text to show.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from helpcenter.bilingual.digest import digest
from helpcenter.bilingual.sections import Section, body_sections, sections
from helpcenter.bilingual.urls import counterpart
from helpcenter.data.articles import read_article, split_front_matter
from helpcenter.data.sources import DOCS

TIMEOUT = 20
"""Seconds for one call of git."""
MOST_VERSIONS = 3000
"""Most page versions to search; the history of some years."""
_LOG = ("log", "--format=%x00%ct", "--raw", "--no-abbrev", "-m")
_EVERYWHERE = (*_LOG, "--all", "--no-renames")
_TRUNK = ("--first-parent", "HEAD")
"""Git arguments for the history of this branch alone."""
_NOTHING = "0" * 40
_WHATEVER_IS_SET = (
    *("-c", "core.quotePath=false"),
    *("-c", "log.showSignature=false"),  # its lines would stand before what is asked for
    *("-c", "diff.relative=false"),
    *("-c", "log.diffMerges=separate"),
)
"""Paths and lines as they are read here, whatever someone's own settings of git are."""


class Version(NamedTuple):
    """A Chinese page as one commit left it."""

    path: str
    """Below docs/."""
    blob: str
    time: int
    """Time of the commit, seconds since 1970 (UTC)."""


@dataclass(slots=True)
class History:
    """Versions of Chinese pages, newest first; empty where there is no history."""

    root: Path
    versions: Sequence[Version]
    folder: str = f"{DOCS}/"
    """Of the pages, as git calls it: the project may lie deeper than its repository."""
    _held: dict[str, list[Version]] = field(default_factory=dict)
    """Versions that this line of development held, by the path that a page has now."""

    @classmethod
    def read(cls, root: Path) -> History:
        """The history of `docs/` of the project at `root`; never an error."""
        prefix = _git(root, "rev-parse", "--show-prefix").decode("utf-8", "replace").strip()
        folder = f"{prefix}{DOCS}/"
        return cls(root, list(_versions(_git(root, *_EVERYWHERE, "--", DOCS), folder)), folder)

    def section(self, path: str, wanted: str) -> Section | None:
        """The section with the hash `wanted`, whatever it was called; `path` goes first."""
        name = PurePosixPath(path).name
        near = sorted(
            self.versions,
            key=lambda v: (v.path != path, PurePosixPath(v.path).name != name),
        )
        for _, pieces in self._pieces(near[:MOST_VERSIONS]):
            for piece in pieces:
                if digest(piece.text) == wanted:
                    return piece
        return None

    def stale_since(self, path: str, name: str, wanted: str) -> date | None:
        """Day on which the section `name` of `path` stopped having the hash `wanted`.

        Where it never had it, the day on which its translation got the stamp. In a shallow clone
        both may be later than they were. None when it is not committed yet, or without git.
        """
        since: int | None = None
        if path not in self._held:
            log = _git(self.root, *_LOG, "--follow", *_TRUNK, "--", f"{DOCS}/{path}")
            self._held[path] = list(_versions(log, self.folder))
        for version, pieces in self._pieces(self._held[path]):
            if any(piece.id == name and digest(piece.text) == wanted for piece in pieces):
                return _day(since)
            since = version.time
        return max(filter(None, (_day(since), self._stamped(path, wanted))), default=None)

    def _stamped(self, path: str, wanted: str) -> date | None:
        """Day on which the translation of `path` got a stamp with the hash `wanted`."""
        english = f"{DOCS}/{counterpart(path)}"
        find = ("log", "--format=%ct", "-1", "-m", f"-S{wanted}", *_TRUNK, "--", english)
        found = _git(self.root, *find).split()
        return _day(int(found[0])) if found else None

    def _pieces(self, versions: Sequence[Version]) -> Iterator[tuple[Version, Sequence[Section]]]:
        texts = _blobs(self.root, list(dict.fromkeys(version.blob for version in versions)))
        for version in versions:
            text = texts.get(version.blob)
            if text is not None:
                yield version, _sections(version.path, text)


def _day(time: int | None) -> date | None:
    return datetime.fromtimestamp(time, UTC).date() if time is not None else None


def _sections(path: str, text: str) -> Sequence[Section]:
    """The sections of an old version; without its title where the front matter was broken."""
    article, _ = read_article(path, text, date.max)
    return sections(article) if article else body_sections(split_front_matter(text)[1])


def _versions(log: bytes, folder: str) -> Iterator[Version]:
    for entry in log.decode("utf-8", "replace").split("\0")[1:]:
        time, _, lines = entry.partition("\n")
        for line in lines.splitlines():
            fields, *paths = line.split("\t")
            path = paths[-1] if paths else ""
            parts = fields.split()
            is_chinese = path.endswith(".md") and not path.endswith(".en.md")
            is_ours = is_chinese and path.startswith(folder)
            if len(parts) == 5 and is_ours and parts[3] != _NOTHING:
                yield Version(path.removeprefix(folder), parts[3], int(time))


def _blobs(root: Path, names: Sequence[str]) -> dict[str, str]:
    """Texts of blobs by name; those that are gone or not UTF-8 are left out."""
    out = _git(root, "cat-file", "--batch", stdin="\n".join(names).encode()) if names else b""
    found: dict[str, str] = {}
    place = 0
    while place < len(out):
        end = out.index(b"\n", place)
        name, *kind = out[place:end].decode().split()
        place = end + 1
        if len(kind) == 2:
            size = int(kind[1])
            found[name] = out[place : place + size].decode("utf-8-sig", "replace")
            place += size + 1
    return found


def _git(root: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    """Output of git; empty when it fails, is missing, or takes too long."""
    try:
        done = subprocess.run(
            ["git", *_WHATEVER_IS_SET, *arguments],
            cwd=root,
            input=stdin,
            capture_output=True,
            timeout=TIMEOUT,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout
