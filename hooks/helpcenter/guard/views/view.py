"""Views: the same text as a browser decodes it, with the way back to the raw file.

A view is made from the one before it by replacing pieces. Only the surroundings of a
replaced piece can hold something that the view before did not, so a view names its windows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.needed import Chooser, finder
from helpcenter.guard.views.decodings import DECODINGS, HIDDEN, HIDES

REACH = 300
"""Characters around a replaced piece in which an address may begin or end."""

_FOLDING = re.compile(r"\ufeff?\s{0,9}BEGIN:V[A-Z]")
"""Calendars and cards, RFC 5545 and 6350: a line goes on behind a line end and a blank."""
_FOLD = re.compile(r"\r?\n[ \t]")
_JOINED = next(at for at, step in enumerate(DECODINGS) if step.name == "joined") + 1
_PARTS = (DECODINGS[:_JOINED], DECODINGS[_JOINED:])
"""Most texts change in the step `joined`. Later decodings search only after it, earlier ones only before:
each searches one text instead of two."""
for _part in _PARTS:
    together(*(step.pattern for step in _part))
together(HIDDEN)
_CHOSEN = {
    prose: [(steps, Chooser([step.pattern for step in steps])) for steps in of]
    for prose, of in ((True, _PARTS), (False, [[s for s in p if not s.prose] for p in _PARTS]))
}


@dataclass(slots=True)
class View:
    """A text, and where each of its characters comes from."""

    name: str
    text: str
    parent: View | None = None
    _starts: list[int] = field(default_factory=list)
    """Offset in this view of each replaced piece, rising."""
    _pieces: list[tuple[int, int, int]] = field(default_factory=list)
    """For each: its end in this view, and its span in the parent."""
    base: bool = False
    """Whether everything is read here for the first time, and nowhere before."""

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The span of the raw text that `text[start:end]` of this view was made from."""
        if self.parent is None:
            return start, end
        return self.parent.raw(self._back(start, first=True), self._back(end - 1, first=False) + 1)

    def _back(self, offset: int, *, first: bool) -> int:
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return offset
        end, parent_start, parent_end = self._pieces[at]
        if offset < end:
            return parent_start if first else parent_end - 1
        return parent_end + offset - end

    def _word_start(self, at: int) -> int:
        """The nearest place before `at` where a window cuts no address in two."""
        least = max(at - REACH, 0)
        while at > least and not self.text[at - 1].isspace():
            at -= 1
        return at

    def _word_end(self, at: int) -> int:
        most = min(at + REACH, len(self.text))
        while at < most and not self.text[at].isspace():
            at += 1
        return at

    def windows(self) -> Iterator[tuple[int, int]]:
        """The spans of this view worth searching, without overlap."""
        if self.parent is None or self.base:
            yield 0, len(self.text)
            return
        size, low, last = len(self.text), 0, -1
        for start, (end, _, _) in zip(self._starts, self._pieces, strict=True):
            before = max(start - REACH, 0)
            if before > last:  # else the windows of this piece and the one before overlap anyway
                first = self._word_start(before)
                high = self._word_end(last) if last >= 0 else -1
                if high < first:
                    if high >= 0:
                        yield low, high
                    low = first
            last = min(end + REACH, size)
        yield low, self._word_end(last)


def decoded(
    parent: View, name: str, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]
) -> View | None:
    """The view after one decoding; None when it changes nothing."""
    matches = finder(pattern)(parent.text)
    if (first := next(matches, None)) is None:
        return None
    pieces = ((*match.span(), replace(match)) for match in chain((first,), matches))
    view = replaced(parent, name, pieces)
    return view if view._pieces else None


def replaced(parent: View, name: str, pieces: Iterable[tuple[int, int, str]]) -> View:
    """The view in which other text stands for pieces of its parent.

    Args:
        parent: the view before it.
        name: what the change is called.
        pieces: where each piece starts and ends, in order, and what stands there now.
    """
    view, parts, done, size = View(name, "", parent), [], 0, 0
    for start, end, new in pieces:
        if new == parent.text[start:end]:
            continue
        parts += [parent.text[done:start], new]
        size += start - done
        view._starts.append(size)
        size += len(new)
        view._pieces.append((size, start, end))
        done = end
    view.text = "".join([*parts, parent.text[done:]])
    return view


def views(text: str, prose: bool = True) -> Iterator[View]:
    """The raw text, then each decoding of the one before it that changes something.

    Of a format that folds its lines no half of one is read: it begins with the lines made whole.
    Where a reader does not see everything, the same once more without what is hidden.
    """
    raw = View("raw", text)
    if _FOLDING.match(text) and (whole := decoded(raw, "folded line", _FOLD, lambda match: "")):
        raw = whole
        raw.base = True
    yield raw
    yield from _chain(raw, prose)
    hides = prose and any(map(text.__contains__, HIDES))
    if hides and (visible := decoded(raw, "visible", HIDDEN, lambda match: "")):
        yield visible
        yield from _chain(visible, prose)


def _chain(view: View, prose: bool) -> Iterator[View]:
    for steps, chooser in _CHOSEN[prose]:
        first = 0
        while first < len(steps):
            for number in chooser.among(view.text, first):
                step = steps[number]
                if step.needs and not any(map(view.text.__contains__, step.needs)):
                    continue
                if after := decoded(view, step.name, step.pattern, step.replace):
                    view, first = after, number + 1
                    yield view
                    break
            else:
                break
