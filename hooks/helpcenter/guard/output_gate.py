"""The gate after the build: every textual file of a built folder, whoever built it.

It looks for addresses as a browser shows them. Disguises are refused in the sources, where
they are written: opening them all again in every page would cost more than the build.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from helpcenter.guard.assets import check_contents
from helpcenter.guard.files import MARKUP, Unreadable, opened, read_text
from helpcenter.guard.html import tokenize
from helpcenter.guard.judge import judge
from helpcenter.guard.marks import check_marks
from helpcenter.guard.places import Spot
from helpcenter.guard.rules import hc120
from helpcenter.guard.scan import Spans, scan
from helpcenter.guard.theme_files import theme_hashes
from helpcenter.guard.truth import Truth
from helpcenter.model import Finding


def audit(
    target: Path, truth: Truth, nonce: str | None = None, cleared: Collection[str] = frozenset()
) -> list[Finding]:
    """Findings in every textual file below `target`; their paths are relative to it.

    Args:
        target: a built folder.
        truth: what may be found there.
        nonce: the build's secret carried by its marks; None after it was taken out.
        cleared: SHA-256 (hex) of further files that need no look, beside the theme's own.
    """
    known = theme_hashes() | set(cleared)
    findings: list[Finding] = []
    for path in sorted(p for p in target.rglob("*") if p.is_file()):
        findings += _file(path, path.relative_to(target).as_posix(), truth, nonce, known)
    return findings


def _file(
    file: Path, path: str, truth: Truth, nonce: str | None, known: Collection[str]
) -> Iterator[Finding]:
    try:
        if hashlib.sha256(file.read_bytes()).hexdigest() in known:
            return
        text = read_text(file)
    except (OSError, Unreadable) as error:
        yield hc120.check(path, str(error))
        return
    yield from check_contents(path, file, truth)
    if text is not None:
        yield from audit_text(path, text, truth, nonce)


def audit_text(path: str, text: str, truth: Truth, nonce: str | None = None) -> list[Finding]:
    """Findings in one built file."""
    markup = tokenize(text) if file_suffix(path) in MARKUP else None
    file, code = opened(path, text, markup)
    findings: list[Finding] = []
    proven = Spans()
    if markup:
        findings, spans = check_marks(path, markup, truth, nonce)
        proven = Spans(spans)
    seen = [item for item in scan(text, code, path, deep=False) if not proven.holds(item.hit.start)]
    declared = replace(file, declared=lambda offset, spot: _declares_fakes(path, spot))
    return findings + judge(declared, seen, truth)


def file_suffix(path: str) -> str:
    """The ending of a file's name, lower case, `.gz` left out of account."""
    return Path(path.removesuffix(".gz")).suffix.lower()


def _declares_fakes(path: str, spot: Spot) -> bool:
    """Struck through by `impostor()`, or in the search data, which repeat the page's text."""
    struck = spot.element == "s" and "hc-impostor" in spot.attributes.get("class", "").split()
    return struck or path.startswith("search/") or "/search/" in path
