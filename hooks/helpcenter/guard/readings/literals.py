"""Texts between quotation marks in the scripts, data and style sheets of a built folder.

The code around them is not read: the folder may be anybody's, whose programs follow no rules of
ours. But the text of one literal is shown as it is, as prose or as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from helpcenter.guard.programs.javascript_tokens import unescaped

_LEAST = 4
"""Characters of the shortest literal that is read."""
LITERAL = re.compile(
    r"\"(?P<a>(?:[^\"\\\n]|\\[^\n])*+)\"?|'(?P<b>(?:[^'\\\n]|\\[^\n])*+)'?"
    r"|`(?P<c>(?:[^`\\]|\\.)*+)`?"
    r"|/\*[^*]*+(?:\*(?!/)[^*]*+)*+|(?:^|(?<=[\s;}]))//[^\n]*"
    r"|(?:(?<=[(,=:\[!&|?{};\n>])|(?<=[(,=:\[!&|?{};>] )|(?<=\breturn ))/"
    r"(?:[^/\\\n\[]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n]){0,60}+\]){1,500}+/",
    re.DOTALL,
)
"""A literal, or what may hold a quotation mark that begins none: a comment, a pattern. A literal
that no mark ends is read to its line's end, and one between backticks to the file's."""
_SPEAKS = re.compile(
    r"[\u3400-\u9fff]|\\u[4-9][0-9a-fA-F]{3}|</?[a-zA-Z]|\S@\S|&#|\d[\d -]{6}\d|[a-z]{2} [a-z]{2,} "
)
"""Words, a tag, a reference, a number: what a reader or a browser would be shown."""
_SPOKEN_BY_NONE = re.compile(r"\$\{[^{}]*\}|@?abcdefghijklmnopqrstuvwxyz", re.IGNORECASE)
"""What is put in at run time, and a whole alphabet, by which programs count: nobody's name."""
_MOST = 400_000
"""Characters of one file that are read so; what is written plainly is found beyond them too."""


class Literal(NamedTuple):
    """One literal: its span with the quotation marks, and the text it stands for."""

    start: int
    end: int
    text: str


def spoken(text: str) -> Iterator[Literal]:
    """The literals of a file that hold something to be read."""
    size = 0
    for match in LITERAL.finditer(text):
        body = match["a"] or match["b"] or match["c"] or ""
        if len(body) < _LEAST or not _SPEAKS.search(body):
            continue
        size += len(body)
        if size > _MOST:
            return
        yield Literal(match.start(), match.end(), unescaped(_SPOKEN_BY_NONE.sub(" ", body)))
