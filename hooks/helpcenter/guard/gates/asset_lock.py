"""The asset lock: which files that are not articles were looked at, and what they hold.

`assets.lock` at the root has one line a file, sorted by path, with tabs between: path,
SHA-256, kind, reviewer, payloads of codes and, if there is any, text in the picture, both as
JSON. One line a file lets merges work.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from helpcenter.data.edit import replace_file
from helpcenter.guard.rules import hc130
from helpcenter.model import Finding

LOCK = "assets.lock"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the lock."""

    path: str
    digest: str
    kind: str
    reviewer: str
    codes: tuple[str, ...] = ()
    text: str = ""
    """What was read in the picture; empty when there is nothing, or nobody could read."""

    @property
    def line(self) -> str:
        """As it is written."""
        payloads = json.dumps(self.codes, ensure_ascii=False)
        text = [json.dumps(self.text, ensure_ascii=False)] if self.text else []
        return "\t".join((self.path, self.digest, self.kind, self.reviewer, payloads, *text))


_READ = {"overrides/": (), "docs/_data/": (".yml", ".yaml"), "docs/": (".md",), "hooks/": (".py",)}
"""Folders, the inner ones first, and how files end that need no line, as they have rules."""


def is_asset(path: str) -> bool:
    """Whether a source needs a line: not Markdown, not a record file, not Python."""
    usual = next((ending for folder, ending in _READ.items() if path.startswith(folder)), None)
    return usual is not None and not path.endswith(usual)


def read_lock(root: Path) -> dict[str, Entry]:
    """The lines of the lock by path; unreadable ones count as missing."""
    entries = (entry for _, _, entry in _lines(root) if entry)
    return {entry.path: entry for entry in entries}


def _lines(root: Path) -> Iterator[tuple[int, str, Entry | None]]:
    """The lines of the lock with their numbers; None beside one that is unreadable."""
    file = root / LOCK
    text = file.read_text("utf-8", "replace") if file.is_file() else ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line, _entry(line)


def _entry(line: str) -> Entry | None:
    if line.count("\t") not in (4, 5):
        return None
    path, digest, kind, reviewer, codes, *text = line.split("\t")
    try:
        held = json.loads(text[0]) if text else ""
        return Entry(path, digest, kind, reviewer, tuple(json.loads(codes)), str(held))
    except (ValueError, TypeError):
        return None


def damage(root: Path) -> Iterator[Finding]:
    """Lines of the lock that are none, such as marks of a merge, and second ones of a file."""
    met: set[str] = set()
    for number, line, entry in _lines(root):
        if entry is None or entry.path in met:
            yield hc130.damaged(LOCK, number, line)
        met |= {entry.path} if entry else set()


def write_lock(root: Path, entries: Collection[Entry]) -> None:
    """Write the lock, sorted."""
    lines = sorted(e.line.encode(errors="backslashreplace").decode() for e in entries)
    replace_file(root / LOCK, "\n".join([_HEAD, *lines]) + "\n")


_HEAD = "# path, SHA-256, kind, reviewer, payloads of codes; written by `helpcenter lock`"


def digest_of(raw: bytes) -> str:
    """SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(raw).hexdigest()
