"""Evaluates expressions of scripts, templates and Python without running anything.

Three languages are parsed into one small syntax tree (`nodes`), which `values` evaluates within
limits. A result is placed where its expression is in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.programs import fences, javascript, python_statements, templates
from helpcenter.guard.programs.modules import imported
from helpcenter.guard.programs.nodes import Result
from helpcenter.guard.programs.page import around, elements
from helpcenter.guard.programs.rewriting import rewritten

_SCRIPT = re.compile(
    r"<script\b(?![^>]*json)[^>]*+>(.{0,200000}?)(?:</script\b|\Z)", re.DOTALL | re.IGNORECASE
)
_HANDLER = re.compile(r"\son\w{2,20}\s?=\s?(?:\"([^\"]{4,2000})\"|'([^']{4,2000})')", re.IGNORECASE)
_LINK = re.compile(
    r"\"javascript:([^\"]{4,2000})|'javascript:([^']{4,2000})|javascript:([^\"'>]{4,2000})",
    re.IGNORECASE,
)
_STARTS, _HANDLES = re.compile(r"<script\b(?![^>]*json)"), re.compile(r"on\w{2,20}\s?=\s?[\"']")
"""Quick test that a lower-case text has no script: both alternatives begin with plain letters."""
_OWN = re.compile(r"\b(?:this|event)\s?\.")
together(_SCRIPT, _HANDLER, _LINK, of="a whole text")
_SCRIPTS = (".js", ".mjs", ".cjs", ".ts")


def is_program(path: str) -> bool:
    """Whether a file of this name is a program throughout, whose texts are its literals."""
    return path.endswith((".py", *_SCRIPTS))


def results(text: str, path: str) -> Iterator[Result]:
    """Each expression of a file that yields a text, with that text; also changes to our addresses.

    Args:
        text: the file.
        path: its name, by whose ending the language is known.

    A program on which a reader fails is told as one that was not read; the others are read.
    """
    yield from _with_rewritten(_results(text, path))


def _results(text: str, path: str) -> Iterator[Result]:
    if path.endswith(".py"):
        yield from bounds.tried(python_statements.results(text))
        return
    if path.endswith(_SCRIPTS):
        yield from bounds.tried(javascript.results(text, names=imported(text, path)))
        return
    yield from _of_scripts(text)
    if path.endswith((".sh", ".bash", ".env")):
        yield from bounds.tried(fences.shell(text))
    yield from bounds.tried(fences.shown(text))
    if not path.endswith((".css", ".json")):
        yield from bounds.tried(templates.results(text))


def of_page(text: str) -> Iterator[Result]:
    """The same of a built page, whose scripts and handlers alone are programs."""
    low = text.lower()
    if "javascript:" in low or _STARTS.search(low) or _HANDLES.search(low):
        yield from _with_rewritten(_of_scripts(text))


def _with_rewritten(found: Iterator[Result]) -> Iterator[Result]:
    """Each result, and what it makes of our addresses."""
    for start, end, made in found:
        yield start, end, made
        yield from ((start, end, changed) for changed in rewritten(made))


def _of_scripts(text: str) -> Iterator[Result]:
    page = _Page(text)
    for pattern in (_SCRIPT, _HANDLER, _LINK):
        for match in finder(pattern)(text):
            yield from bounds.tried(page.results(*match.span(match.lastindex or 0)))


class _Page:
    """A page, whose elements its scripts may read."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _elements(self) -> dict[str, dict[str, Any]]:
        return elements(self._text)

    def results(self, first: int, last: int) -> Iterator[Result]:
        """Those of the script in a span of the page."""
        script = self._text[first:last]
        names = around(self._text, first) if _OWN.search(script) else {}
        for start, end, made in javascript.results(script, self._elements, names):
            yield first + start, first + end, made
