"""The asset lock: which files that are not articles were looked at, and what they hold.

`assets.lock` at the root has one line a file, sorted by path, with tabs between: path,
SHA-256, kind, reviewer, payloads of codes and, if there is any, text in the picture, both as
JSON. One line a file lets merges work.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from helpcenter.guard.files import halves, letterforms, ocr
from helpcenter.guard.files.documents import (
    ARCHIVES,
    MAILS,
    PICTURES,
    Contents,
    contents,
    suffix_of,
)
from helpcenter.guard.files.fonts import FONTS
from helpcenter.guard.judging.judge import File, judge
from helpcenter.guard.judging.kinds import BINARY
from helpcenter.guard.judging.places import Spot
from helpcenter.guard.judging.scan import scan
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.effort import MAX_BYTES
from helpcenter.guard.records.truth import Truth
from helpcenter.guard.rules import hc130, hc131
from helpcenter.model import Finding, Position, Severity, Text

LOCK = "assets.lock"
OPAQUE = PICTURES | ARCHIVES | MAILS | {".pdf", ".svg", ".gz"}
"""Files that hold more than their text."""


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


def is_asset(path: str) -> bool:
    """Whether a source needs a line: not Markdown, not a record file, not Python."""
    if path.startswith("overrides/"):
        return True
    return (
        path.startswith("docs/") and not path.endswith(".md") and not path.startswith("docs/_data/")
    )


def read_lock(root: Path) -> dict[str, Entry]:
    """The lines of the lock by path; unreadable ones count as missing."""
    file = root / LOCK
    entries = {}
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        if line.count("\t") not in (4, 5) or line.startswith("#"):
            continue
        path, digest, kind, reviewer, codes, *text = line.split("\t")
        try:
            held = json.loads(text[0]) if text else ""
            entries[path] = Entry(path, digest, kind, reviewer, tuple(json.loads(codes)), str(held))
        except (ValueError, TypeError):
            continue
    return entries


def write_lock(root: Path, entries: Collection[Entry]) -> None:
    """Write the lock, sorted."""
    lines = sorted(entry.line for entry in entries)
    (root / LOCK).write_text("\n".join([_HEAD, *lines]) + "\n", "utf-8")


_HEAD = "# path, SHA-256, kind, reviewer, payloads of codes; written by `helpcenter lock`"


def entry_of(root: Path, path: str, reviewer: str) -> tuple[Entry, Contents]:
    """The line for a file as it is now, and what it holds."""
    raw = (root / path).read_bytes()
    held = contents(path, raw)
    kind = path.rpartition(".")[2].lower() if "." in path else "file"
    text = ocr.words(path, raw) if _is_legible(path, held) else ""
    return Entry(path, _digest(raw), kind, reviewer, tuple(held.codes), text), held


def _is_legible(path: str, held: Contents) -> bool:
    """Whether text that is drawn in a file can be read; what is refused anyway is left alone."""
    return _suffix(path) in ocr.READ and not held.trouble and ocr.available()


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def check_lock(
    root: Path,
    paths: Collection[str],
    truth: Truth | None = None,
    *,
    serving: bool = False,
    whole: bool = True,
) -> Iterator[Finding]:
    """Files without a line or unlike it, and lines without a file.

    Args:
        root: folder of the lock.
        paths: all sources, or some.
        truth: with it, text in pictures is judged too: that of new ones is read, if it can be.
        serving: while writing (`serve`) these are warnings.
        whole: whether they are all; of some, nothing is said about lines without a file.
    """
    entries = read_lock(root)
    severity = Severity.WARNING if serving else Severity.ERROR
    unread: set[str] = set()
    for path in paths:
        if is_asset(path):
            known = entries.pop(path, None)
            raw = (root / path).read_bytes()
            if known is None or known.digest != _digest(raw):
                held = contents(path, raw) if _suffix(path) in OPAQUE else Contents()
                codes = held.codes
                finding = hc130.check(path, known is None, codes, severity)
                picture = _suffix(path) in PICTURES
                unread.update([path] if picture and not codes else [])
                yield _unread(finding) if picture and not ocr.available() else finding
                text = ocr.words(path, raw) if truth and _is_legible(path, held) else ""
            else:
                text = known.text
            if truth and text:
                yield from _held(path, (), (text,), truth)
    if truth and unread:
        pictures = [path for path in paths if _suffix(path) in PICTURES]
        for path, code in halves.of_pairs(root, unread, pictures):
            yield from _held(path, (code,), (), truth)
    if whole:
        yield from (hc130.missing(path) for path in entries)


def _suffix(path: str) -> str:
    return suffix_of(path)


def check_contents(path: str, raw: bytes, truth: Truth) -> Iterator[Finding]:
    """Addresses in what is not only text, and why it could not be read to its end."""
    if not _is_opaque(_suffix(path), raw):
        return
    if len(raw) > MAX_BYTES:
        yield hc131.check(path, f"{len(raw):,} bytes")
        return
    held = contents(path, raw)
    if held.trouble:
        yield hc131.check(path, held.trouble)
    texts = [*held.texts, *(_drawn(raw, truth) if _suffix(path) in FONTS else ())]
    yield from _held(path, held.codes, texts, truth)
    for finding in _held(path, (), held.credits, truth):
        if finding.rule != "HC101" or finding.kind not in ("url", "email"):
            yield finding


def _drawn(raw: bytes, truth: Truth) -> list[str]:
    """What a font shows where an address of ours is written; nothing when it is no font."""
    try:
        return list(letterforms.shown(raw, truth.written))
    except Exception:  # whatever a reader makes of broken bytes: told where it is read
        return []


def _is_opaque(suffix: str, raw: bytes) -> bool:
    """Whether a file holds more than its text."""
    return suffix in OPAQUE or suffix in BINARY or b"\0" in raw


def _held(path: str, codes: Iterable[str], texts: Iterable[str], truth: Truth) -> Iterator[Finding]:
    """Addresses in the codes and texts of a file, behind what of them could not be read."""
    with bounds.watched() as met:
        found = [f for code in codes for f in _payload(path, code, truth)]
        found += [f for text in dict.fromkeys(texts) for f in _judged(path, text, truth)]
    yield from hc131.met(path, bounds.unread(met))
    yield from {(f.rule, f.canonical or f.found): f for f in reversed(found)}.values()


def _judged(path: str, text: str, truth: Truth) -> Iterator[Finding]:
    """Addresses in the text of a picture or document."""
    for finding in judge(File(path, text, _nowhere), scan(text, path="x.txt"), truth):
        if finding.rule != "HC102" and finding.found.strip():
            yield replace(finding, position=Position())


def _unread(finding: Finding) -> Finding:
    message = finding.message
    told = Text(message.zh + ocr.ABSENT_ZH, message.en + ocr.ABSENT_EN)
    return replace(finding, message=told)


def _payload(path: str, code: str, truth: Truth) -> Iterator[Finding]:
    """A code's payload: every address in it, or the whole of it, must be ours."""
    seen = scan(code, path="x.txt")
    findings = judge(File(path, code, _nowhere), seen, truth)
    for finding in findings:
        if finding.rule != "HC102":
            yield replace(finding, position=Position(), kind="qr", found=code)
    if not seen:
        yield Finding(
            rule="HC101",
            path=path,
            kind="qr",
            found=code,
            canonical=code,
            message=Text(
                f"未登记的二维码内容 {code}", f"a code whose content is not in the records: {code}"
            ),
            suggestion=Text("删除该图片", "remove the picture"),
        )


def _nowhere(offset: int) -> Spot:
    return Spot()
