"""Carriers: ways of writing that a help article never needs and that could hide anything.

They are refused for the way they are written, whatever they say.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from helpcenter.data.lines import LineIndex
from helpcenter.data.markdown_source import code_ranges
from helpcenter.guard.gates import holes, letters, markup_carriers
from helpcenter.guard.instructions import derivations, new_ends, offsets, roundabout, secrets
from helpcenter.guard.matching.simplified import simplified
from helpcenter.guard.matching.spans import Spans
from helpcenter.guard.rules import hc121, hc122, hc123, hc126, hc127
from helpcenter.guard.rules.base import Carrier
from helpcenter.model import Finding

LETTERED = (".md", ".yml", ".yaml", ".html", ".txt", ".svg", ".xml", ".json", ".css", ".js")
"""Files whose letters are looked at; Python may write such characters to compare with them."""
TOLD = (".md", ".yml", ".yaml", ".html", ".txt")
"""Files whose words readers meet."""


def refused(path: str, text: str) -> Iterator[Finding]:
    """Every carrier in one source; the same one again is not repeated."""
    if not path.endswith(LETTERED):
        return
    lines = LineIndex(text)
    code = Spans(code_ranges(text)) if path.endswith(".md") else Spans()
    found = [*_letters(path, text, lines, code)]
    if path.endswith(TOLD):
        found += _instructions(path, text, lines, code)
    if path.endswith(".md"):
        found += markup_carriers.refused(path, text, lines, code)
    yield from {finding.id: finding for finding in reversed(found)}.values()


def with_holes(path: str, text: str, code: Spans) -> Iterator[Finding]:
    """Addresses of which another file fills in a part; in plain code of an article nothing is.

    Args:
        path: the file.
        text: what of it tells or does anything.
        code: where code stands in it.
    """
    lines = LineIndex(text)
    for start, end in holes.told(text, python=path.endswith(".py")):
        plain = path.endswith(".md") and "{{" not in text[start:end]
        if not (plain and code.holds(start)):
            yield hc126.check(Carrier(path, lines.at(start), text[start:end]))


def _instructions(path: str, text: str, lines: LineIndex, code: Spans) -> Iterator[Finding]:
    for begin, said in chain([(0, text)], simplified(text)):
        told = (derivations.told, new_ends.told, offsets.told, roundabout.told)
        refused = chain.from_iterable(find(said) for find in told)
        for rule, spans in ((hc126, refused), (hc127, secrets.told(said))):
            for start, end in ((begin + first, begin + last) for first, last in spans):
                if not code.holds(start):
                    yield rule.check(Carrier(path, lines.at(start), text[start:end]))


def _letters(path: str, text: str, lines: LineIndex, code: Spans) -> Iterator[Finding]:
    if text.isascii():
        return
    for rule, find in ((hc121, letters.styled), (hc122, letters.invisible), (hc123, letters.mixed)):
        for start, end in find(text):
            if rule is hc122 or not code.holds(start):
                found = text[start:end]
                yield rule.check(Carrier(path, lines.at(start), found, letters.plain(found)))
