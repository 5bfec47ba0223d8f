"""Snippets that an article includes, read in place: one may hold half an address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.matching.found import Found
from helpcenter.guard.programs.template_runs import BESIDE

_TAKEN_IN = re.compile(r"-{1,5}8<-{1,5}[ \t]{1,4}[\"'](?P<name>[\w./-]{1,200})[\"']", re.ASCII)
_REACH = 120
"""Characters on both sides that are read with a snippet."""


def names(text: str) -> Iterator[str]:
    """The files that an article takes in, as it names them."""
    return (match["name"] for match in _TAKEN_IN.finditer(text))


def taken_in(text: str) -> Iterator[Found]:
    """Span of each line or run of lines with snippets, and what it comes to."""
    beside = BESIDE.get()
    if not beside or "8<" not in text:
        return
    matches = [match for match in _TAKEN_IN.finditer(text) if match["name"] in beside]
    for match in matches:
        first, last = max(match.start() - _REACH, 0), match.end() + _REACH
        made = _TAKEN_IN.sub(lambda m: beside.get(m["name"], m[0]).strip("\r\n"), text[first:last])
        yield match.start(), match.end(), made
