"""The gate after the build: every textual file of a built folder, no matter what built it.

Pages of one site repeat most of each other. So only what no earlier page contained is read with all
views; see `fresh`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from helpcenter.clean_cache import clean_cache
from helpcenter.guard.gates import own_files
from helpcenter.guard.gates.asset_lock import digest_of
from helpcenter.guard.gates.built import audited, file_suffix, text_or_guess
from helpcenter.guard.gates.fresh import Seen
from helpcenter.guard.gates.holdings import check_contents
from helpcenter.guard.gates.theme_files import theme_hashes
from helpcenter.guard.matching.effort import TooMuch, bounded
from helpcenter.guard.records.truth import Truth
from helpcenter.guard.rules import hc120, hc131
from helpcenter.model import Finding, Progress, Text, unwatched
from helpcenter.workers import mapped

T = TypeVar("T")
_LABEL = Text("核对成品里的地址", "checking the built files")


class Look(NamedTuple):
    """The part of a file that is to be judged."""

    path: str
    """Relative to the built folder."""
    runs: tuple[tuple[int, int], ...]
    """The spans of its text that no earlier file had."""


class Verdict(NamedTuple):
    """What was found in one file."""

    findings: list[Finding]
    spoke: bool
    """Whether its text has findings, so that the same pieces elsewhere have them too."""
    judged: bytes = b""
    """The digest of the judged part of its text; empty if none was judged."""


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
        cleared: SHA-256 (hex) of further files that need no look, beside the theme's and ours.
        seen: what earlier folders had, compared with the same truth and nonce; when something
            is found, nothing is remembered.
        progress: reports each file.

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
    harmless = theme_hashes() | own_files.published() | set(cleared)
    files = sorted(p.relative_to(target).as_posix() for p in target.rglob("*") if p.is_file())
    seen = Seen() if seen is None else seen
    judge_one, before = partial(_judged, target, truth, nonce), seen.copy()
    try:
        items = _Looks(target, files, harmless, seen)
        both = partial(_both, judge_one, beside)
        made = list(mapped(both, items, progress(items, _LABEL)))
    except BaseException:
        seen.restore(before)  # or what is still to be judged would count as known
        raise
    looks = [look for look in items if look]
    results = [result for result in made if result]
    verdicts = [verdict for verdict, _ in results]
    clean_cache().add(v.judged for v in verdicts if v.judged and not v.spoke)
    if any(verdict.spoke for verdict in verdicts):
        seen.clear()
        verdicts = list(_settled(target, looks, verdicts, judge_one))
    findings = [finding for verdict in verdicts for finding in verdict.findings]
    return findings, {look.path: said for look, (_, said) in zip(looks, results, strict=True)}


class _Looks(Sequence[Look | None]):
    """What of each file is to be looked into, told as it is asked for: others work meanwhile.

    None for a file that needs no check.
    """

    def __init__(
        self, target: Path, files: list[str], harmless: Collection[str], seen: Seen
    ) -> None:
        self._size = len(files)
        self._coming = (_look(target, path, harmless, seen) for path in files)
        self._come: list[Look | None] = []

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, at: Any) -> Any:
        end = at.indices(self._size)[1] if isinstance(at, slice) else range(self._size)[at] + 1
        self._come += islice(self._coming, max(end - len(self._come), 0))
        return self._come[at]


def _both(
    judge_one: Callable[[Look], Verdict], beside: Callable[[str], T], look: Look | None
) -> tuple[Verdict, T] | None:
    return (judge_one(look), beside(look.path)) if look else None


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
    """What of a file is new; None for a file that needs no check."""
    try:
        raw = bounded(target / path)
    except (OSError, TooMuch):  # told where it is judged
        return Look(path, ())
    if known and digest_of(raw) in known:
        return None
    text, _ = text_or_guess(path, raw)
    return Look(path, tuple(seen.fresh(text, file_suffix(path))) if text is not None else ())


def _judged(target: Path, truth: Truth, nonce: str | None, look: Look) -> Verdict:
    path = look.path
    try:
        raw = bounded(target / path)
    except OSError as error:
        return Verdict([hc120.check(path, str(error.strerror or error))], spoke=False)
    except TooMuch as error:
        return Verdict([hc131.check(path, str(error))], spoke=False)
    text, trouble = text_or_guess(path, raw)
    findings = [hc120.check(path, str(trouble), trouble.at)] if trouble else []
    findings += check_contents(path, raw, truth)
    if text is None:
        return Verdict(findings, spoke=False)
    marked, judged, key = audited(path, text, truth, nonce, look.runs)
    return Verdict([*findings, *marked, *judged], bool(judged), key)
