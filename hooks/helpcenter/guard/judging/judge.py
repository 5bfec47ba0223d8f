"""Turns hits into findings: looks each up, applies the rules, resolves overlaps."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from helpcenter.data.lines import LineIndex
from helpcenter.guard.detectors.suffixes import top_level
from helpcenter.guard.judging.places import (
    NAMESPACES,
    RECORD_FILES,
    Spot,
    is_geometry,
    is_machine_place,
    is_namespace,
)
from helpcenter.guard.judging.scan import Seen
from helpcenter.guard.judging.support_links import is_for_help
from helpcenter.guard.matching import canonical
from helpcenter.guard.matching.fold import folded
from helpcenter.guard.matching.hits import Hit
from helpcenter.guard.records.imitation import imitated
from helpcenter.guard.records.truth import Official, Truth
from helpcenter.guard.rules import ADDRESS_RULES
from helpcenter.guard.rules.base import Sighting
from helpcenter.model import Finding, Position

_LOOK_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU"})
_RANK = {code: rank for rank, (code, _) in enumerate(ADDRESS_RULES)} | {"HC103": 2}


@dataclass(frozen=True, slots=True)
class File:
    """One file under judgement."""

    path: str
    text: str
    spot: Callable[[int], Spot]
    """Where the character at an offset stands."""
    declared: Callable[[int, Spot], bool] = lambda offset, spot: False
    """Whether known fakes are declared there."""


def judge(file: File, seen: Iterable[Seen], truth: Truth) -> list[Finding]:
    """Findings of the address rules, in the order of the file; one per rule and address."""
    lines = LineIndex(file.text)
    verdicts: list[tuple[int, int, int, Seen, Finding]] = []
    for item in seen:
        finding = _verdict(file, item, truth, lines)
        if finding:
            size = item.hit.end - item.hit.start
            verdicts.append((_RANK[finding.rule], -size, -item.depth, item, finding))
    verdicts.sort(
        key=lambda v: (
            v[3].pocket,
            not _is_real(v[3], v[4].found, truth),
            v[0],
            v[1],
            v[2],
            v[3].hit.start,
        )
    )
    return _settled((v[3], v[4]) for v in verdicts)


def _verdict(file: File, item: Seen, truth: Truth, lines: LineIndex) -> Finding | None:
    hit = item.hit if item.disguise else truth.as_ours(item.hit)
    spot = file.spot(hit.start)
    if is_geometry(spot) or is_namespace(file.path, spot, hit.canonical):
        return None
    if item.pocket and hit.canonical in NAMESPACES:
        return None
    impostor = truth.is_impostor(hit)
    official = truth.lookup(hit)
    look_alike = item.disguise == "look-alike" and hit.kind != "phone"
    imitates = _imitated(hit, official, truth, look_alike)
    retired = official is not None and official.retired
    sighting = Sighting(
        hit=hit,
        path=file.path,
        position=Position(),
        found=file.text[hit.start : hit.end],
        official=official,
        linked=truth.is_linked(hit)
        and not (truth.is_anybodys(hit) and is_for_help(file.text, hit.start)),
        impostor=impostor,
        imitates=imitates,
        look_alike=look_alike and official is not None,
        disguise=item.disguise,
        machine=is_machine_place(file.path, spot, hit.kind),
        declared=(impostor and file.declared(hit.start, spot))
        or (retired and file.path in RECORD_FILES),
    )
    found = next((found for _, check in ADDRESS_RULES if (found := check(sighting))), None)
    return replace(found, position=lines.at(hit.start)) if found else None


def _imitated(hit: Hit, official: Official | None, truth: Truth, look_alike: bool) -> str:
    if official is not None:
        return official.value if look_alike else ""
    live = (o.value for o in truth.officials.values() if not o.retired)
    return imitated(hit, live, truth.hosts)


def _is_real(item: Seen, found: str, truth: Truth) -> bool:
    """An international host as written: that is where a browser goes, whatever it looks like."""
    if item.disguise or "xn--" not in item.hit.canonical or item.hit.kind not in ("email", "url"):
        return False
    name = item.hit.canonical.rpartition("@")[2]
    if any(_is_mixed(label) for label in found.lower().split(".")):
        plain = "".join(map(folded, found))
        form = (
            canonical.email(plain) if item.hit.kind == "email" else canonical.url(plain).canonical
        )
        if truth.lookup(replace(item.hit, canonical=form)) is None:
            return False  # no registry sells it; what a reader takes it for is the danger
    return canonical.url(name).host.rpartition(".")[2] in top_level()


def _is_mixed(label: str) -> bool:
    """Whether letters of two of the scripts that look alike stand in one label (UTS #39, 5.1)."""
    scripts = {unicodedata.name(char, "").partition(" ")[0] for char in label if char.isalpha()}
    return len(scripts & _LOOK_ALIKE) > 1


def _settled(ordered: Iterable[tuple[Seen, Finding]]) -> list[Finding]:
    """Drop what overlaps a worse or more complete finding, and repeats of one address.

    What a pocket holds overlaps nothing; it only must not repeat what is known already.
    """
    taken = _Taken()
    kept: dict[str, tuple[int, Finding]] = {}
    for item, finding in ordered:
        if item.pocket:
            told = item.disguise == "addition"
            if any(_repeats(finding, known, told) for _, known in kept.values()):
                continue
        elif not taken.add(item.hit.start, item.hit.end):
            continue
        known = kept.get(finding.id)
        if known is None or item.hit.start < known[0]:
            kept[finding.id] = (item.hit.start, finding)
    return [finding for _, finding in sorted(kept.values(), key=lambda pair: pair[0])]


def _repeats(finding: Finding, known: Finding, told: bool) -> bool:
    """Whether an address out of a pocket is one already reported.

    One of ours with more glued on is no other address either: pockets join by guess, unless
    the reader is `told` to glue.
    """
    if finding.kind != known.kind:
        return False
    glued = not told and known.rule == "HC102" and known.canonical in finding.canonical
    return glued or finding.canonical == known.canonical


class _Taken:
    """Spans without overlap, found fast: each marks the blocks of 64 characters it touches."""

    def __init__(self) -> None:
        self._blocks: dict[int, list[tuple[int, int]]] = {}

    def add(self, start: int, end: int) -> bool:
        """Take a span; False when it overlaps one already taken."""
        blocks = range(start >> 6, (max(end - 1, start) >> 6) + 1)
        for block in blocks:
            if any(start < b and a < end for a, b in self._blocks.get(block, ())):
                return False
        for block in blocks:
            self._blocks.setdefault(block, []).append((start, end))
        return True
