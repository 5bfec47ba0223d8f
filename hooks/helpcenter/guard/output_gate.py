"""The gate after the build: every textual file of a built folder, whoever built it.

Pages of one site repeat most of each other. So only what no earlier page had is looked into,
with all views; see `fresh`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from helpcenter.guard.assets import check_contents
from helpcenter.guard.files import MARKUP, Unreadable, guessed_text, opened, read_text
from helpcenter.guard.fresh import Seen
from helpcenter.guard.html import tokenize
from helpcenter.guard.judge import judge
from helpcenter.guard.marks import check_marks
from helpcenter.guard.places import Spot
from helpcenter.guard.rules import hc120
from helpcenter.guard.scan import EVERYTHING, Spans, scan
from helpcenter.guard.scan import Seen as Sighted
from helpcenter.guard.theme_files import theme_hashes
from helpcenter.guard.truth import Truth
from helpcenter.model import Finding


def audit(
    target: Path,
    truth: Truth,
    nonce: str | None = None,
    cleared: Collection[str] = frozenset(),
    seen: Seen | None = None,
) -> list[Finding]:
    """Findings in every textual file below `target`; their paths are relative to it.

    Args:
        target: a built folder.
        truth: what may be found there.
        nonce: the build's secret carried by its marks; None after it was taken out.
        cleared: SHA-256 (hex) of further files that need no look, beside the theme's own.
        seen: what earlier folders had, compared with the same truth and nonce.
    """
    known = theme_hashes() | set(cleared)
    findings: list[Finding] = []
    seen = Seen() if seen is None else seen
    for path in sorted(p for p in target.rglob("*") if p.is_file()):
        findings += _file(path, path.relative_to(target).as_posix(), truth, nonce, known, seen)
    return findings


def _file(
    file: Path, path: str, truth: Truth, nonce: str | None, known: Collection[str], seen: Seen
) -> Iterator[Finding]:
    try:
        if hashlib.sha256(file.read_bytes()).hexdigest() in known:
            return
        text = read_text(file)
    except (OSError, Unreadable) as error:
        yield hc120.check(path, str(error))
        text = guessed_text(file)
    yield from check_contents(path, file, truth)
    if text is not None:
        yield from audit_text(path, text, truth, nonce, seen)


def audit_text(
    path: str, text: str, truth: Truth, nonce: str | None = None, known: Seen | None = None
) -> list[Finding]:
    """Findings in one built file.

    Args:
        path: relative to the built folder.
        text: its content.
        truth: what may be found there.
        nonce: the build's secret carried by its marks.
        known: what earlier files had, without a finding.
    """
    markup = tokenize(text) if file_suffix(path) in MARKUP else None
    file, code = opened(path, text, markup)
    findings: list[Finding] = []
    proven = Spans()
    if markup:
        findings, spans = check_marks(path, markup, truth, nonce)
        proven = Spans(spans)
    declared = replace(file, declared=lambda offset, spot: _declares_fakes(path, spot))
    shown = text.replace(f"~{nonce}", " " * (len(nonce) + 1)) if nonce else text
    runs = (known or Seen()).fresh(text, file_suffix(path))
    hits = [
        item
        for run in runs
        for item in _in_run(shown, run, code, path)
        if not proven.holds(item.hit.start)
    ]
    judged = judge(declared, hits, truth)
    if judged and known:
        known.forget()
    return findings + judged


def _in_run(text: str, run: tuple[int, int], code: Spans, path: str) -> Iterator[Sighted]:
    start, end = run
    deep = file_suffix(path) in MARKUP and code is not EVERYTHING
    for item in scan(text[start:end], code.within(start, end), path, deep=deep, nested=-1):
        hit = item.hit
        core = hit.core_end + start if hit.core_end else 0
        moved = replace(hit, start=hit.start + start, end=hit.end + start, core_end=core)
        yield replace(item, hit=moved)


def file_suffix(path: str) -> str:
    """The ending of a file's name, lower case, `.gz` left out of account."""
    return Path(path.removesuffix(".gz")).suffix.lower()


def _declares_fakes(path: str, spot: Spot) -> bool:
    """Struck through by `impostor()`, or in the search data, which repeat the page's text."""
    struck = spot.element == "s" and "hc-impostor" in spot.attributes.get("class", "").split()
    return struck or path.startswith("search/") or "/search/" in path
