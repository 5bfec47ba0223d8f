"""Judges what a file that is not only text contains: codes, words, links, what a font shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from helpcenter.guard.files import letterforms
from helpcenter.guard.files.documents import (
    ARCHIVES,
    MAILS,
    PICTURES,
    contents,
    suffix_of,
)
from helpcenter.guard.files.fonts import FONTS
from helpcenter.guard.judging.judge import File, judge
from helpcenter.guard.judging.kinds import BINARY
from helpcenter.guard.judging.places import Spot
from helpcenter.guard.judging.scan import scan
from helpcenter.guard.matching import bounds
from helpcenter.guard.records.truth import Truth
from helpcenter.guard.rules import hc131
from helpcenter.model import Finding, Position, Text

OPAQUE = PICTURES | ARCHIVES | MAILS | {".pdf", ".svg", ".gz"}
"""Kinds of files that contain more than their text."""


def check_contents(path: str, raw: bytes, truth: Truth) -> Iterator[Finding]:
    """Addresses in what is not only text, and why it could not be read to its end."""
    if not _is_opaque(suffix_of(path), raw):
        return
    held = contents(path, raw)
    if held.trouble:
        yield hc131.check(path, held.trouble)
    texts = [*held.texts, *(_drawn(raw, truth) if suffix_of(path) in FONTS else ())]
    yield from judged_held(path, held.codes, texts, truth)
    for finding in judged_held(path, (), held.credits, truth):
        if finding.rule != "HC101" or finding.kind not in ("url", "email"):
            yield finding


def _drawn(raw: bytes, truth: Truth) -> list[str]:
    """What a font shows where an address of ours is written; nothing when it is no font."""
    try:
        return list(letterforms.shown(raw, truth.written))
    except Exception:  # whatever a reader makes of broken bytes: told where it is read
        return []


def _is_opaque(suffix: str, raw: bytes) -> bool:
    """Whether a file contains more than its text."""
    return suffix in OPAQUE or suffix in BINARY or b"\0" in raw


def judged_held(
    path: str, codes: Iterable[str], texts: Iterable[str], truth: Truth
) -> Iterator[Finding]:
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
