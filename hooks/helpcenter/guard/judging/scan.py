"""All detectors over all views of one text, with every hit placed in the raw text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from helpcenter.guard import detectors
from helpcenter.guard.detectors import mentions
from helpcenter.guard.detectors.networks import is_name
from helpcenter.guard.judging import ahead
from helpcenter.guard.judging.doubts import CERTAIN, ignored_in_code, is_made_up
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.fold import in_words, is_look_alike
from helpcenter.guard.matching.hits import Hit
from helpcenter.guard.matching.needed import holds_any
from helpcenter.guard.matching.simplified import simplified
from helpcenter.guard.matching.spans import EVERYTHING, NOTHING, Spans, merged
from helpcenter.guard.programs import is_program
from helpcenter.guard.readings.folds import Pocket, unfolded
from helpcenter.guard.readings.pockets import of_pages, pockets, read, told, worked_out
from helpcenter.guard.readings.prose import prose_of
from helpcenter.guard.views.view import View, views


@dataclass(frozen=True, slots=True)
class Seen:
    """A hit and how many decodings it took."""

    hit: Hit
    """Offsets are those of the raw text."""
    depth: int
    disguise: str = ""
    """How it was hidden: `look-alike`, or the name of a decoding or pocket; empty: not at all."""
    pocket: bool = False
    """Whether it stands folded up in a pocket, whose span it bears."""


_QUOTED_SUM = re.compile(r"[\"'`]\s?[+,.]\s?\w*\(?[\"'`]")
"""A program within a program, for `eval`."""
_NESTED = 2
"""Pockets within pockets that are still opened."""
OF_PAGES = -1
"""Instead: only what a browser makes of a page, and nothing within."""
_SHORTEST = 4
"""Characters of the shortest address, `a.cn`."""
_FOLDED_UP = 100
"""Depth of what a pocket holds, behind every view."""


def scan(
    text: str, code: Spans = NOTHING, path: str = "", *, deep: bool = True, nested: int = _NESTED
) -> list[Seen]:
    """Every address-shaped piece of `text`.

    Args:
        text: the raw text.
        code: where program text stands; there bare hosts need a strong ending, and
            account names are not looked for.
        path: the file, by whose ending programs are known.
        deep: also open spelled-out forms, joined pieces and pockets, and look for accounts
            of messengers. Without it a text costs a tenth.
        nested: how many pockets within pockets are opened; or `OF_PAGES`.
    """
    found: dict[tuple[str, int, int, str], Seen] = {}
    everything = _everywhere(text, path, code, nested) if deep else _plainly(text, code)
    for seen in everything:
        found.setdefault(_place(seen.hit), seen)
    places = {place[:3] for place in found}
    for start, plain in simplified(text) if deep else ():
        for seen in _everywhere(plain, path, code.within(start, start + len(plain)), nested):
            moved = replace(seen, hit=seen.hit.moved(start))
            if (place := _place(moved.hit))[:3] not in places:
                found.setdefault(place, moved)
    return list(found.values())


def _place(hit: Hit) -> tuple[str, int, int, str]:
    return hit.kind, hit.start, hit.end, hit.canonical


def _plainly(text: str, code: Spans) -> Iterator[Seen]:
    """What stands in a text as a browser decodes it, nothing joined and nothing spelled out."""
    stages = list(views(text, prose=False))
    yield from _in_views(text, stages, code, detectors.PLAIN)


def _everywhere(
    text: str, path: str, code: Spans, nested: int, *, within: bool = False
) -> Iterator[Seen]:
    """What is found in the views of a text, and in its pockets, so many levels deep.

    `within`: the text was folded up in a program.
    """
    stages = ahead.stages(text, prose=code is not EVERYTHING)
    program, different = code is EVERYTHING, set[str]()
    found_by = detectors.OF_PROGRAMS if program or within else detectors.ALL
    yield from bounds.tried(_in_views(text, stages, code, found_by))
    if nested < OF_PAGES:
        return
    found = _in_program if program and is_program(path) else _in_prose
    for pocket in bounds.tried(found(text, path, stages) if nested >= 0 else of_pages(text, path)):
        different.add(pocket.text)
        if len(different) > bounds.POCKETS:
            bounds.meet(f"> {bounds.POCKETS} folded texts")
            return
        language = "x.js" if pocket.name == "program" and _QUOTED_SUM.search(pocket.text) else ""
        lead = _lead(text, pocket)
        if not lead and _WORD.fullmatch(pocket.text):
            continue
        if pocket.name == "program":
            pocket = replace(pocket, text=mentions.told_apart(text, pocket.text))
        held, met = _unfolded(lead + pocket.text, language, nested - 1, program or within)
        for what in met:
            bounds.meet(what)
        for seen in held:
            if seen.hit.end <= len(lead):
                continue
            guess = pocket.name not in CERTAIN
            in_code = program and pocket.name != "embedded file"
            if is_made_up(seen.hit, guess) or (in_code and ignored_in_code(seen.hit, program)):
                continue
            hit = replace(seen.hit, start=pocket.start, end=pocket.end, core_end=0)
            yield Seen(hit, _FOLDED_UP + seen.depth, pocket.name, pocket=True)


_WORD = re.compile(r"[A-Za-z_]{0,15}|(?:[\s\ufffc]{0,5}[!-~]){0,3}[\s\ufffc]{0,5}")
"""A word alone, or three characters between what nobody knows: no address is so plain, and nothing
so short is the code for one."""
_BARE = re.compile(r"[\w@.+-]{4,40}", re.ASCII)
"""What may be an account, if a word in front of it says of what."""


def _lead(text: str, pocket: Pocket) -> str:
    """The messenger that is named in front of a pocket that holds a bare name or number."""
    if pocket.name == "program" or not _BARE.fullmatch(pocket.text):
        return ""
    cue = mentions.cue_before(text, pocket.start)
    return f"{cue}：" if cue else ""


@lru_cache(maxsize=2048)
def _unfolded(
    text: str, language: str, nested: int, within: bool
) -> tuple[tuple[Seen, ...], tuple[str, ...]]:
    """What is found in a pocket, and the bounds met; a word is folded up in many places."""
    if len(text) < _SHORTEST:
        return (), ()
    with bounds.watched() as met:
        found = tuple(_everywhere(text, language, NOTHING, nested, within=within))
    return found, tuple(met)


def _in_views(
    text: str, stages: Sequence[View], code: Spans, found_by: detectors.Named
) -> Iterator[Seen]:
    for depth, view in enumerate(stages):
        said = in_words(view.text)
        plain = found_by is detectors.PLAIN or not holds_any(said, "prose")
        for start, end in view.windows():
            for hit in _detect(view.text, said, start, end, detectors.PLAIN if plain else found_by):
                if view.parent and not view.base and is_made_up(hit):
                    continue
                raw = _placed(hit, view)
                if not (code.holds(raw.start) and ignored_in_code(raw, code is EVERYTHING)):
                    shape = view.text[hit.start : hit.end]
                    yield Seen(raw, depth, _disguised(text[raw.start : raw.end], shape, view.name))


def _in_prose(text: str, path: str, stages: Sequence[View]) -> Iterator[Pocket]:
    yield from pockets(text, path)
    yield from _in_joined(text, stages)


def _in_program(text: str, path: str, stages: Sequence[View]) -> Iterator[Pocket]:
    """Pockets of a program: what people read is read in its texts alone, and not in its code."""
    yield from unfolded(text)
    yield from worked_out(text, path)
    yield from _in_joined(text, [v for v in stages if v.name in ("raw", "folded")])
    prose = prose_of(text, path)
    for pocket in chain(
        read(prose.text, path), _in_joined(prose.text, [*views(prose.text, prose=False)])
    ):
        start, end = prose.raw(pocket.start, pocket.end)
        yield Pocket(pocket.name, start, end, pocket.text)


def _in_joined(text: str, stages: Sequence[View]) -> Iterator[Pocket]:
    """Pockets that only show when what splits them is gone."""
    final = stages[-1].name
    for view in stages[1:]:
        if view.name not in ("joined", "folded", final):
            continue
        look = unfolded if view.name in ("joined", "folded") else told
        for start, end in view.windows():
            for pocket in look(view.text[start:end]):
                first, last = view.raw(start + pocket.start, start + pocket.end)
                if text[first:last] != view.text[start + pocket.start : start + pocket.end]:
                    yield Pocket(pocket.name, first, last, pocket.text)


def _disguised(raw: str, shape: str, decoding: str) -> str:
    if raw == shape:
        return ""
    return "look-alike" if is_look_alike(raw) else decoding


def _placed(hit: Hit, view: View) -> Hit:
    if view.parent is None:
        return hit
    start, end = view.raw(hit.start, hit.end)
    return replace(hit, start=start, end=end)


def _detect(text: str, said: str, start: int, end: int, found_by: detectors.Named) -> Iterator[Hit]:
    """What the detectors find, those of words in the same text as `in_words` makes it."""
    claimed: list[tuple[int, int]] = []
    for name, detect in found_by:
        taken = Spans(merged(claimed)) if claimed else NOTHING
        for hit in detect(said if name in detectors.OF_WORDS else text, start, end):
            if name != "urls" and (taken.holds(hit.start) or taken.holds(hit.end - 1)):
                continue
            if hit.kind in ("messenger", "social") and is_name(hit.canonical.partition(":")[2]):
                continue
            claimed.append((hit.start, hit.core_end or hit.end))
            yield hit
