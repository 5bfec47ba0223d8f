"""The gate after the build: every textual file of a built folder, whoever built it.

Pages of one site repeat most of each other. So only what no earlier page had is looked into,
with all views; see `fresh`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from helpcenter.guard.gates.assets import check_contents
from helpcenter.guard.gates.fresh import Seen
from helpcenter.guard.gates.marks import check_marks
from helpcenter.guard.gates.theme_files import theme_hashes
from helpcenter.guard.judging.judge import judge
from helpcenter.guard.judging.kinds import MARKUP, Unreadable, guessed_text, opened, text_of
from helpcenter.guard.judging.places import Spot
from helpcenter.guard.judging.scan import Seen as Sighted
from helpcenter.guard.judging.scan import scan
from helpcenter.guard.markup.html import tokenize
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.spans import EVERYTHING, Spans
from helpcenter.guard.readings.literals import spoken
from helpcenter.guard.records.truth import Truth
from helpcenter.guard.rules import hc120, hc131
from helpcenter.known import digest, known
from helpcenter.model import Finding, Progress, Text, unwatched
from helpcenter.workers import mapped

T = TypeVar("T")
_LABEL = Text("核对成品里的地址", "checking the built files")


class Look(NamedTuple):
    """What of one file is to be looked into."""

    path: str
    """Relative to the built folder."""
    runs: tuple[tuple[int, int], ...]
    """The spans of its text that no earlier file had."""


class Verdict(NamedTuple):
    """What was found in one file."""

    findings: list[Finding]
    spoke: bool
    """Whether its text holds something, so that the same pieces elsewhere do so too."""
    judged: bytes = b""
    """The digest of what of its text was judged; empty: none of it."""


def audit(
    target: Path,
    truth: Truth,
    nonce: str | None = None,
    cleared: Collection[str] = frozenset(),
    seen: Seen | None = None,
    progress: Progress = unwatched,
) -> list[Finding]:
    """Findings in every textual file below `target`; their paths are relative to it.

    Args:
        target: a built folder.
        truth: what may be found there.
        nonce: the build's secret carried by its marks; None after it was taken out.
        cleared: SHA-256 (hex) of further files that need no look, beside the theme's own.
        seen: what earlier folders had, compared with the same truth and nonce; when something
            is found, nothing is remembered.
        progress: is told of each file.

    Raises:
        WorkerDied: the system ended a process that took part.
    """
    return audit_beside(target, truth, lambda path: None, nonce, cleared, seen, progress)[0]


def audit_beside(
    target: Path,
    truth: Truth,
    beside: Callable[[str], T],
    nonce: str | None = None,
    cleared: Collection[str] = frozenset(),
    seen: Seen | None = None,
    progress: Progress = unwatched,
) -> tuple[list[Finding], dict[str, T]]:
    """The same, and by its path what `beside` says of each file that needs a look.

    It is asked while what was read of the file is still at hand.
    """
    harmless = theme_hashes() | set(cleared)
    files = sorted(p.relative_to(target).as_posix() for p in target.rglob("*") if p.is_file())
    seen = Seen() if seen is None else seen
    judge_one, before = partial(_judged, target, truth, nonce), seen.copy()
    try:
        looks = [look for path in files if (look := _look(target, path, harmless, seen))]
        both = partial(_both, judge_one, beside)
        results = list(mapped(both, looks, progress(looks, _LABEL)))
    except BaseException:
        seen.restore(before)  # or what is still to be judged would count as known
        raise
    verdicts = [verdict for verdict, _ in results]
    known().add(v.judged for v in verdicts if v.judged and not v.spoke)
    if any(verdict.spoke for verdict in verdicts):
        seen.clear()
        verdicts = list(_settled(target, looks, verdicts, judge_one))
    findings = [finding for verdict in verdicts for finding in verdict.findings]
    return findings, {look.path: said for look, (_, said) in zip(looks, results, strict=True)}


def _both(
    judge_one: Callable[[Look], Verdict], beside: Callable[[str], T], look: Look
) -> tuple[Verdict, T]:
    return judge_one(look), beside(look.path)


def _settled(
    target: Path,
    looks: list[Look],
    verdicts: list[Verdict],
    judge_one: Callable[[Look], Verdict],
) -> Iterator[Verdict]:
    """The verdicts when a piece with a finding counts as new wherever it stands."""
    seen = Seen()
    for look, verdict in zip(looks, verdicts, strict=True):
        wider = _look(target, look.path, frozenset(), seen) or look
        settled = verdict if wider == look else judge_one(wider)
        if settled.spoke:
            seen.forget()
        yield settled


def _look(target: Path, path: str, known: Collection[str], seen: Seen) -> Look | None:
    """What of a file is new; None for a file that needs no look."""
    try:
        raw = (target / path).read_bytes()
    except OSError:  # told where it is judged
        return Look(path, ())
    if known and hashlib.sha256(raw).hexdigest() in known:
        return None
    text, _ = _text(path, raw)
    return Look(path, tuple(seen.fresh(text, file_suffix(path))) if text is not None else ())


def _text(path: str, raw: bytes) -> tuple[str | None, str]:
    """The text of a file, and why it is no proper one."""
    try:
        return text_of(path, raw), ""
    except Unreadable as error:
        return guessed_text(raw), str(error)


def _judged(target: Path, truth: Truth, nonce: str | None, look: Look) -> Verdict:
    path = look.path
    try:
        raw = (target / path).read_bytes()
    except OSError as error:
        return Verdict([hc120.check(path, str(error.strerror or error))], spoke=False)
    text, trouble = _text(path, raw)
    findings = [hc120.check(path, trouble)] if trouble else []
    findings += check_contents(path, raw, truth)
    if text is None:
        return Verdict(findings, spoke=False)
    marked, judged, key = _audited(path, text, truth, nonce, look.runs)
    return Verdict([*findings, *marked, *judged], bool(judged), key)


def audit_text(path: str, text: str, truth: Truth, nonce: str | None = None) -> list[Finding]:
    """Findings in one built file.

    Args:
        path: relative to the built folder.
        text: its content.
        truth: what may be found there.
        nonce: the build's secret carried by its marks.
    """
    runs = tuple(Seen().fresh(text, file_suffix(path)))
    marked, judged, _ = _audited(path, text, truth, nonce, runs)
    return marked + judged


def _audited(
    path: str, text: str, truth: Truth, nonce: str | None, runs: Collection[tuple[int, int]]
) -> tuple[list[Finding], list[Finding], bytes]:
    """Findings about the marks of a file, those in these spans of its text, and its digest."""
    markup = tokenize(text) if file_suffix(path) in MARKUP else None
    findings: list[Finding] = []
    spans: list[tuple[int, int]] = []
    if markup:
        findings, spans = check_marks(path, markup, truth, nonce)
    shown = text.replace(f"~{nonce}", " " * (len(nonce) + 1)) if nonce else text
    key = digest("built", truth.digest, path, shown, tuple(runs), spans)
    if known().holds(key):
        return findings, [], key
    file, code = opened(path, text, markup)
    proven = Spans(spans)
    declared = replace(file, declared=lambda offset, spot: _declares_fakes(path, spot))
    with bounds.watched() as met:
        hits = [
            item
            for run in runs
            for item in _in_run(shown, run, code, path)
            if not proven.holds(item.hit.start)
        ]
    unread = hc131.met(path, bounds.unread(met))
    return findings, [*unread, *judge(declared, hits, truth)], key


@lru_cache(maxsize=1)  # the gate and the inventory ask one after the other
def plain(text: str, code: Spans, path: str) -> tuple[Sighted, ...]:
    """What `scan` finds without looking deep."""
    return tuple(scan(text, code, path, deep=False))


def _in_run(text: str, run: tuple[int, int], code: Spans, path: str) -> Iterator[Sighted]:
    start, end = run
    deep = file_suffix(path) in MARKUP and code is not EVERYTHING
    part, inside = text[start:end], code.within(start, end)
    for item in scan(part, inside, path, nested=-1) if deep else plain(part, inside, path):
        hit = item.hit
        core = hit.core_end + start if hit.core_end else 0
        moved = replace(hit, start=hit.start + start, end=hit.end + start, core_end=core)
        yield replace(item, hit=moved)
    if code is EVERYTHING and not _repeats_pages(path):
        for first, last, said in bounds.tried(spoken(text[start:end])):
            _, inner = opened("x.html", said)
            for item in scan(said, inner, "x.html", nested=-1):
                moved = replace(item.hit, start=start + first, end=start + last, core_end=0)
                yield replace(item, hit=moved, disguise=item.disguise or "program", pocket=True)


def _repeats_pages(path: str) -> bool:
    """The data of a search, which hold every page once more."""
    return path.startswith("search/") or "/search/" in path


def file_suffix(path: str) -> str:
    """The ending of a file's name, lower case, `.gz` left out of account."""
    return Path(path.removesuffix(".gz")).suffix.lower()


def _declares_fakes(path: str, spot: Spot) -> bool:
    """Struck through by `impostor()`, or in the search data, which repeat the page's text."""
    struck = spot.element == "s" and "hc-impostor" in spot.attributes.get("class", "").split()
    return struck or _repeats_pages(path)
