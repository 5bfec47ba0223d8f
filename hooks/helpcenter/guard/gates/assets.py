"""The asset gate: files that nobody has reviewed yet, or that changed since."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from helpcenter.guard.files import ocr, split_codes
from helpcenter.guard.files.documents import (
    PICTURES,
    Contents,
    contents,
    suffix_of,
)
from helpcenter.guard.gates.asset_lock import Entry, damage, digest_of, is_asset, read_lock
from helpcenter.guard.gates.holdings import OPAQUE, judged_held
from helpcenter.guard.records.truth import Truth
from helpcenter.guard.rules import hc130
from helpcenter.model import Finding, Severity, Text


def entry_of(root: Path, path: str, reviewer: str) -> tuple[Entry, Contents]:
    """The line for a file as it is now, and what it holds."""
    raw = (root / path).read_bytes()
    held = contents(path, raw)
    kind = path.rpartition(".")[2].lower() if "." in path else "file"
    text = ocr.words(path, raw) if _is_legible(path, held) else ""
    return Entry(path, digest_of(raw), kind, reviewer, tuple(held.codes), text), held


def _is_legible(path: str, held: Contents) -> bool:
    """Whether drawn text in a file can be read; files that are refused anyway are skipped."""
    return suffix_of(path) in ocr.READ and not held.trouble and ocr.available()


def check_lock(
    root: Path,
    paths: Collection[str],
    truth: Truth | None = None,
    *,
    serving: bool = False,
    whole: bool = True,
) -> Iterator[Finding]:
    """Files without a line or that differ from it, and lines without a file.

    Args:
        root: folder of the lock.
        paths: all sources, or some.
        truth: with it, text in pictures is judged too: that of new ones is read, if it can be.
        serving: while writing (`serve`) these are warnings.
        whole: whether they are all; of some, nothing is said about lines without a file.
    """
    entries = read_lock(root)
    severity = Severity.WARNING if serving else Severity.ERROR
    without_code: set[str] = set()
    for path in filter(is_asset, paths):
        entry = entries.pop(path, None)
        raw = (root / path).read_bytes()
        if entry and entry.digest == digest_of(raw):
            text = entry.text
        else:
            held = contents(path, raw) if suffix_of(path) in OPAQUE else Contents()
            yield _unlocked(path, entry is None, held, severity)
            if _is_picture(path) and not held.codes:
                without_code.add(path)
            text = ocr.words(path, raw) if truth and _is_legible(path, held) else ""
        if truth and text:
            yield from judged_held(path, (), (text,), truth)
    if truth and without_code:
        for path, code in split_codes.of_pairs(root, without_code, [*filter(_is_picture, paths)]):
            yield from judged_held(path, (code,), (), truth)
    yield from damage(root)
    if whole:
        yield from (hc130.missing(path) for path in entries)


def _is_picture(path: str) -> bool:
    return suffix_of(path) in PICTURES


def _unlocked(path: str, new: bool, held: Contents, severity: Severity) -> Finding:
    """HC130, which says of a picture if its text could not be read."""
    finding = hc130.check(path, new, held.codes, severity)
    if not _is_picture(path) or ocr.available():
        return finding
    message = finding.message
    return replace(finding, message=Text(message.zh + ocr.ABSENT_ZH, message.en + ocr.ABSENT_EN))
