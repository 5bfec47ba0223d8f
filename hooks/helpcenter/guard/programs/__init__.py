"""What expressions of scripts, templates and Python come to, without running anything.

Three languages are read into one small tree (`nodes`); `values` works it out within bounds.
A result stands, for a reader of the file, where its expression stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from helpcenter.guard.families import together
from helpcenter.guard.needed import finder
from helpcenter.guard.programs import javascript, python, templates
from helpcenter.guard.programs.nodes import Result
from helpcenter.guard.programs.page import elements

_SCRIPT = re.compile(
    r"<script\b(?![^>]*json)[^>]*+>(.{0,200000}?)(?:</script\b|\Z)", re.DOTALL | re.IGNORECASE
)
_HANDLER = re.compile(r"\son\w{2,20}\s?=\s?(?:\"([^\"]{4,2000})\"|'([^']{4,2000})')", re.IGNORECASE)
_LINK = re.compile(r"javascript:([^\"'>]{4,2000})", re.IGNORECASE)
together(_SCRIPT, _HANDLER, _LINK, of="a whole text")
_SCRIPTS = (".js", ".mjs", ".cjs", ".ts")


def results(text: str, path: str) -> Iterator[Result]:
    """Each expression of a file that makes a text, and that text.

    Args:
        text: the file.
        path: its name, by whose ending the language is known.
    """
    if path.endswith(".py"):
        yield from python.results(text)
        return
    if path.endswith(_SCRIPTS):
        yield from javascript.results(text)
        return
    around: dict[str, dict[str, Any]] | None = None
    for pattern in (_SCRIPT, _HANDLER, _LINK):
        for match in finder(pattern)(text):
            first, last = match.span(match.lastindex or 0)
            around = elements(text) if around is None else around
            for start, end, made in javascript.results(text[first:last], around):
                yield first + start, first + end, made
    if not path.endswith((".css", ".json")):
        yield from templates.results(text)
