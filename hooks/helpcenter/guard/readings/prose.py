"""The prose of a program: its strings and comments, without the code between them.

Readers never see code, so detectors for human sentences need not read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.readings.literals import LITERAL
from helpcenter.guard.views.view import View, replaced

_PYTHON = re.compile(
    r"#[^\n]*+|\"\"\"(?:[^\"\\]|\\.|\"(?!\"\"))*+(?:\"\"\")?|'''(?:[^'\\]|\\.|'(?!''))*+(?:''')?"
    r"|\"(?:[^\"\\\n]|\\.)*+\"?|'(?:[^'\\\n]|\\.)*+'?",
    re.DOTALL,
)
"""A text or a comment; a text that no mark ends is read to its line's end, or to the file's."""


def prose_of(program: str, path: str) -> View:
    """What a program says, one text behind the other, with the way back to the program.

    Args:
        program: the program.
        path: its file, by whose ending the language is known: Python, else JavaScript.
    """
    return replaced(View("raw", program), "prose", _code(program, path))


def _code(program: str, path: str) -> Iterator[tuple[int, int, str]]:
    """Each piece of code, and what parts the texts before and behind it."""
    done = 0
    for match in (_PYTHON if path.endswith(".py") else LITERAL).finditer(program):
        yield done, match.start(), _wall(program[done : match.start()])
        done = match.end()
    yield done, len(program), ""


def _wall(code: str) -> str:
    """What parts two texts: a blank, a line's end, or that of a paragraph, as code parted them."""
    return "\n\n" if "\n\n" in code else "\n" if "\n" in code else " "
