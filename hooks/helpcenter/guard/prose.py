"""The prose of a program: its texts and comments, without the code between them.

Nobody is shown code, so who reads sentences as people do need not read it.
"""

from __future__ import annotations

import re

from helpcenter.guard.literals import LITERAL
from helpcenter.guard.views import View

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
    parts: list[str] = []
    starts: list[int] = []
    pieces: list[tuple[int, int, int]] = []
    done = size = 0
    for match in (_PYTHON if path.endswith(".py") else LITERAL).finditer(program):
        start, end = match.span()
        wall = _wall(program[done:start])
        starts.append(size)
        size += len(wall)
        pieces.append((size, done, start))
        size += end - start
        parts += [wall, match[0]]
        done = end
    return View("prose", "".join(parts), View("raw", program), starts, pieces)


def _wall(code: str) -> str:
    """What parts two texts: a blank, a line's end, or that of a paragraph, as code parted them."""
    return "\n\n" if "\n\n" in code else "\n" if "\n" in code else " "
