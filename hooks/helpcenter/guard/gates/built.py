"""Judges one file of a built folder: its marks and the given spans of its text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from helpcenter.clean_cache import clean_cache, digest
from helpcenter.guard.gates.fresh import Seen
from helpcenter.guard.gates.marks import check_marks
from helpcenter.guard.judging.judge import judge
from helpcenter.guard.judging.kinds import MARKUP, Unreadable, guessed_text, opened, text_of
from helpcenter.guard.judging.places import Spot
from helpcenter.guard.judging.scan import OF_PAGES, scan
from helpcenter.guard.judging.scan import Seen as Sighted
from helpcenter.guard.markup.html import tokenize
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.spans import EVERYTHING, Spans
from helpcenter.guard.readings.literals import spoken
from helpcenter.guard.records.truth import Truth
from helpcenter.guard.rules import hc131
from helpcenter.model import Finding


def text_or_guess(path: str, raw: bytes) -> tuple[str | None, Unreadable | None]:
    """The text of a file, and why it could not be decoded, if so."""
    try:
        return text_of(path, raw), None
    except Unreadable as error:
        return guessed_text(raw), error


def audit_text(path: str, text: str, truth: Truth, nonce: str | None = None) -> list[Finding]:
    """Findings in one built file.

    Args:
        path: relative to the built folder.
        text: its content.
        truth: what may be found there.
        nonce: the build's secret carried by its marks.
    """
    runs = tuple(Seen().fresh(text, file_suffix(path)))
    marked, judged, _ = audited(path, text, truth, nonce, runs)
    return marked + judged


def audited(
    path: str, text: str, truth: Truth, nonce: str | None, runs: Collection[tuple[int, int]]
) -> tuple[list[Finding], list[Finding], bytes]:
    """Findings about the marks of a file, those in these spans of its text, and its digest."""
    markup = tokenize(text) if file_suffix(path) in MARKUP else None
    findings: list[Finding] = []
    spans: list[tuple[int, int]] = []
    if markup:
        findings, spans = check_marks(path, markup, truth, nonce)
    shown = text.replace(f"~{nonce}", " " * (len(nonce) + 1)) if nonce else text
    raw = shown.encode("utf-8", "surrogatepass")  # sooner than its `repr`
    key = digest("built", truth.digest, path, raw, tuple(runs), spans)
    if clean_cache().holds(key):
        return findings, [], key
    file, code = opened(path, text, markup)
    proven = Spans(spans)
    declared = replace(file, declared=lambda offset, spot: _declares_fakes(path, spot))
    with bounds.watched() as met:
        hits = [
            item
            for run in runs
            for item in _in_run(shown, run, code, path)
            if not (proven.holds(item.hit.start) or _is_ours(item, truth))
        ]
    return findings, [*hc131.met(path, met), *judge(declared, hits, truth)], key


@lru_cache(maxsize=1)  # the gate and the inventory ask one after the other
def plain(text: str, code: Spans, path: str) -> tuple[Sighted, ...]:
    """What `scan` finds without its deep readings."""
    return tuple(scan(text, code, path, deep=False))


def _in_run(text: str, run: tuple[int, int], code: Spans, path: str) -> Iterator[Sighted]:
    start, end = run
    deep = file_suffix(path) in MARKUP and code is not EVERYTHING
    part, inside = text[start:end], code.within(start, end)
    for item in scan(part, inside, path, nested=OF_PAGES) if deep else plain(part, inside, path):
        yield replace(item, hit=item.hit.moved(start))
    if code is EVERYTHING and not _repeats_pages(path):
        for first, last, said in bounds.tried(spoken(text[start:end])):
            _, inner = opened("x.html", said)
            for item in scan(said, inner, "x.html", nested=OF_PAGES):
                moved = replace(item.hit, start=start + first, end=start + last, core_end=0)
                yield replace(item, hit=moved, disguise=item.disguise or "program", pocket=True)


def _is_ours(item: Sighted, truth: Truth) -> bool:
    """Whether a browser turns it into an address of ours, which is marked in the page itself."""
    official = truth.lookup(item.hit) if item.pocket else None
    return official is not None and not official.retired


def _repeats_pages(path: str) -> bool:
    """The data of a search, which hold every page once more."""
    return path.startswith("search/") or "/search/" in path


@lru_cache(maxsize=16)
def file_suffix(path: str) -> str:
    """The ending of a file's name, lower case, `.gz` left out of account."""
    return Path(path.removesuffix(".gz")).suffix.lower()


def _declares_fakes(path: str, spot: Spot) -> bool:
    """Struck through by `impostor()`, or in the search data, which repeat the page's text."""
    struck = spot.element == "s" and "hc-impostor" in spot.attributes.get("class", "").split()
    return struck or _repeats_pages(path)
