"""Walk and read `docs/`: only real, readable UTF-8 files that lie inside it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from helpcenter.data.decoding import MAX_BYTES, decode
from helpcenter.data.problems import Problem, to_finding, unreadable
from helpcenter.model import Finding

DOCS = "docs"
"""Folder of the pages, relative to the root."""


def walk(root: Path) -> tuple[list[str], list[Finding]]:
    """Paths below `docs/` (POSIX, sorted) of all files that can be read, and what is wrong.

    Names that begin with a dot are passed over, as MkDocs does.
    """
    docs = root / DOCS
    paths: list[str] = []
    findings: list[Finding] = []
    for path in _entries(docs, findings):
        entry = f"{docs}/{path}"
        mode = os.lstat(entry).st_mode
        if problem := _entry_problem(entry, path, mode, docs):
            findings.append(_finding(problem, path))
        elif not stat.S_ISDIR(mode):
            paths.append(path)
    return sorted(paths), sorted(findings, key=lambda item: item.path)


def _entries(docs: Path, findings: list[Finding]) -> Iterator[str]:
    """Files and folders below `docs`, by path; symbolic links are listed, never followed."""

    def note(error: OSError) -> None:
        path = Path(error.filename).relative_to(docs).as_posix()
        findings.append(_finding(unreadable(error), path))

    for folder, folders, files in os.walk(docs, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        names = [*folders, *(name for name in files if not name.startswith("."))]
        below = Path(folder).relative_to(docs).as_posix()
        yield from names if below == "." else (f"{below}/{name}" for name in names)


def _entry_problem(entry: str, path: str, mode: int, docs: Path) -> Problem | None:
    name = path.rpartition("/")[2]
    if name.encode("utf-8", "surrogateescape") != name.encode("utf-8", "replace"):
        return Problem("name_not_utf8")
    if stat.S_ISLNK(mode):
        return _symlink_problem(Path(entry), docs)
    if stat.S_ISDIR(mode):
        return Problem("directory_as_page") if path.endswith(".md") else None
    return _readable(entry) if stat.S_ISREG(mode) else Problem("special_file")


def _readable(entry: str) -> Problem | None:
    if os.access(entry, os.R_OK):
        return None
    return unreadable(PermissionError(errno.EACCES, os.strerror(errno.EACCES)))


def _symlink_problem(entry: Path, docs: Path) -> Problem | None:
    target = str(entry.readlink())
    try:
        real = entry.resolve(strict=True)
    except (OSError, RuntimeError):
        return Problem("symlink_dangling", found=target)
    if not real.is_relative_to(docs.resolve()):
        return Problem("symlink_outside", found=target)
    return Problem("symlink_directory", found=target) if real.is_dir() else None


def read(root: Path, path: str) -> tuple[str | None, list[Finding]]:
    """Text of the file `path` below `docs/`, or None, and what is wrong with its bytes.

    Markdown is read up to `MAX_BYTES`; other files have no limit here.
    """
    file = root / DOCS / path
    limit = MAX_BYTES if file.suffix == ".md" else None
    try:
        if limit is not None and (size := file.stat().st_size) > limit:
            values = {"size": str(size), "limit": str(limit)}
            return None, [_finding(Problem("too_large", values=values), path)]
        text, problems = decode(file.read_bytes(), limit)
    except IsADirectoryError:
        return None, [_finding(Problem("directory_as_page"), path)]
    except OSError as error:
        return None, [_finding(unreadable(error), path)]
    return text, [_finding(problem, path) for problem in problems]


def _finding(problem: Problem, path: str) -> Finding:
    shown = path.encode("utf-8", "backslashreplace").decode("utf-8")
    return to_finding(problem, f"{DOCS}/{shown}", kind="file")
