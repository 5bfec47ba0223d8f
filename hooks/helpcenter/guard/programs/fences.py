"""Programs shown in an article, and what they would print: Python, JavaScript, shell variables."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from typing import Any

from helpcenter.guard.matching import bounds
from helpcenter.guard.programs import javascript, python_statements
from helpcenter.guard.programs.nodes import WALL, Result

_FENCE = re.compile(
    r"(?:^|\n)[ \t>]{0,12}(?:`{3,9}"
    r"|~{3,9})[ \t]{0,3}\{?\.?(?P<language>[A-Za-z]\w{1,11})\b[^\n]{0,80}\n"
    r"(?P<held>(?:(?![ \t>]{0,12}(?:```|~~~))[^\n]{0,400}\n){1,200}+)"
)
_SET = re.compile(
    r"(?:^|[;\n&]|\bexport|\blocal"
    r"|\breadonly)[ \t]{0,8}(?P<name>[A-Za-z_]\w{0,40})=(?:\"(?P<a>[^\"\n]{0,200})\""
    r"|'(?P<b>[^'\n]{0,200})'|(?P<c>[^\s;&|\"'`()]{0,200}))"
)
_USED = re.compile(r"\$\{(?P<braced>\w{1,40})[^{}\n]{0,40}\}|\$(?P<plain>[A-Za-z_]\w{0,40})")
_ECHOED = re.compile(
    r"\$\([ \t]?(?:echo|printf)[ \t](?:-n[ \t])?[\"']?(?P<a>[^\"'()|\n]{1,200}?)[\"']?[ \t]?\)"
)
_DEEPEST, _MOST = 4, 400
TRUE_SAMPLES = (
    ('```sh\nHOST=a.test\nmail "kf@${HOST}"\n```\n', 'mail "kf@a.test"'),
    ("```python\nprint('kf' + '@' + 'a.test')\n```\n", "kf@a.test"),
    ("```js\nalert(['kf', 'a.test'].join('@'))\n```\n", "kf@a.test"),
)
FALSE_SAMPLES = (
    "```js\nconst url = 'https://' + host + '/v1'\n```\n",
    '```sh\ncurl "https://$HOST/v1"\n```\n',
)


def shown(text: str) -> Iterator[Result]:
    """Span of each such program, and each text that it makes in full."""
    if "```" not in text and "~~~" not in text:
        return
    for fence in _FENCE.finditer(text):
        read = _LANGUAGES.get(fence["language"].lower())
        if read is not None:
            held = textwrap.dedent(fence["held"])
            for start, end, made in bounds.tried(read(held)):
                if WALL not in made and not (made.isdigit() and _is_sum(held[start:end])):
                    yield *fence.span("held"), made


def _is_sum(source: str) -> bool:
    """Whether a number is made of numbers: an amount, a limit, a time."""
    return not any(map(source.__contains__, "\"'`"))


def shell(text: str) -> Iterator[Result]:
    """Each line of a shell's program in which what it set before is put in its place."""
    known: dict[str, Any] = {}
    for match in _SET.finditer(text):
        if len(known) < _MOST:
            known.setdefault(match["name"], match["a"] or match["b"] or match["c"] or "")
    at = 0
    for line in text.split("\n"):
        if "$" in line and (made := _filled(line, known)) != line:
            yield at, at + len(line), made
        at += len(line) + 1


def _filled(line: str, known: dict[str, Any]) -> str:
    """A line with what its names hold; those that nobody set are a wall."""
    for _ in range(_DEEPEST):
        line = _ECHOED.sub(lambda match: match["a"], line)
        line = _USED.sub(lambda m: known.get(m["braced"] or m["plain"], WALL), line)[:_MOST]
    return line


_LANGUAGES: dict[str, Callable[[str], Iterator[Result]]] = {
    **dict.fromkeys(["python", "py", "python3"], python_statements.results),
    **dict.fromkeys(
        ["js", "javascript", "mjs", "ts", "typescript", "node", "jsx", "tsx"], javascript.results
    ),
    **dict.fromkeys(["sh", "bash", "shell", "zsh", "console", "dotenv", "env"], shell),
}
"""What reads a language, by the names that it has in articles."""
