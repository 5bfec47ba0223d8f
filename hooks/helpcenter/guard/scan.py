"""All detectors over all views of one text, with every hit placed in the raw text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from helpcenter.guard import detectors
from helpcenter.guard.detectors.suffixes import STRONG
from helpcenter.guard.hits import Hit
from helpcenter.guard.views import View, views


@dataclass(frozen=True, slots=True)
class Seen:
    """A hit and how many decodings it took."""

    hit: Hit
    """Offsets are those of the raw text."""
    depth: int


class Spans:
    """A set of spans of one text, without overlap."""

    def __init__(self, spans: Sequence[tuple[int, int]] = ()) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def holds(self, offset: int) -> bool:
        """Whether `offset` lies in one of the spans."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]


EVERYTHING = Spans([(0, 1 << 60)])
NOTHING = Spans()


def scan(text: str, code: Spans = NOTHING) -> list[Seen]:
    """Every address-shaped piece of `text`.

    Args:
        text: the raw text.
        code: where program text stands; there bare hosts need a strong ending, and
            account names are not looked for.
    """
    found: dict[tuple[str, int, int, str], Seen] = {}
    for depth, view in enumerate(views(text)):
        for start, end in view.windows():
            for hit in _detect(view.text, start, end):
                raw = _placed(hit, view)
                if not (code.holds(raw.start) and _ignored_in_code(raw, code is EVERYTHING)):
                    found[raw.kind, raw.start, raw.end, raw.canonical] = Seen(raw, depth)
    return list(found.values())


def _placed(hit: Hit, view: View) -> Hit:
    if view.parent is None:
        return hit
    start, end = view.raw(hit.start, hit.end)
    return replace(hit, start=start, end=end)


def _ignored_in_code(hit: Hit, program: bool) -> bool:
    """Account names and, unless they look like nothing else, bare hosts.

    Args:
        hit: what was found.
        program: whether the whole file is program text, where `a-b.top` is a difference.
    """
    if hit.kind in ("social", "messenger") and not hit.core_end:
        return True
    if hit.kind != "url" or "/" in hit.canonical:
        return False
    name, _, suffix = hit.canonical.rpartition(".")
    hyphens = "-" in name and len(name) >= 8 and not program
    return not hyphens and (suffix not in STRONG or name[1:2] == ".")


def _detect(text: str, start: int, end: int) -> Iterator[Hit]:
    claimed: list[tuple[int, int]] = []
    for name, detect in (*detectors.EXACT, *detectors.PROSE):
        taken = Spans(merged(claimed))
        for hit in detect(text, start, end):
            if name != "urls" and (taken.holds(hit.start) or taken.holds(hit.end - 1)):
                continue
            claimed.append((hit.start, hit.core_end or hit.end))
            yield hit


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same spans in order, those that touch joined."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
