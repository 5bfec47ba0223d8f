"""Parts of our own Python that quote addresses on purpose: declared tables and docstrings."""

from __future__ import annotations

import ast
import re
import warnings
from collections import deque
from collections.abc import Collection, Iterator

_LIBRARY = "hooks/helpcenter/"
_SAMPLES = frozenset({"TRUE_SAMPLES", "FALSE_SAMPLES"})
_TABLES = frozenset(
    {
        "CUES",
        "SERVICES",
        "NETWORKS",
        "PLACES",
        "DECODINGS",
        "SPELLINGS",
        "NUMERALS",
        "FOLDS",
        "COMMON",
        "PLATFORM_OF",
        "NICKNAMED",
        "REVERSED",
        "ADDRESSES",
        "HAN_DIGITS",
        "WORDINGS",
        "ROWS",
        "SLANG",
        "PROVIDERS",
        "UNQUOTED",
    }
)
_WORKS_WITH_ITSELF = re.compile(r"get(?<=\bget)(?:doc|source|comments)\b")
"""A program may make texts of its own docstrings; also by `__doc__`."""
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
"""Where statements hold others."""
DECLARED: dict[str, frozenset[str]] = {
    f"{_LIBRARY}guard/detectors/platforms.py": frozenset({"PLATFORMS"}),
    f"{_LIBRARY}guard/places.py": frozenset({"NAMESPACES"}),
    f"{_LIBRARY}guard/archives.py": frozenset({"NAMES"}),
    f"{_LIBRARY}live/visitors.py": frozenset({"REFERRERS"}),
    f"{_LIBRARY}publish/theme.py": frozenset({"PATCHES"}),
    f"{_LIBRARY}publish/reserved.py": frozenset({"SECOND_LEVEL", "PHONES"}),
    **{
        f"{_LIBRARY}guard/detectors/{name}.py": _SAMPLES | _TABLES
        for name in (
            *("accounts", "emails", "handles", "hosts", "networks", "phones", "rooms", "urls"),
            *("passphrases", "persons", "slang"),
            *("cues", "messengers", "sessions", "short_codes", "suffixes", "wallets"),
        )
    },
    **{
        f"{_LIBRARY}guard/{name}.py": _SAMPLES
        for name in (
            *("arithmetic", "built_up", "controls", "diagrams", "dictation", "offsets"),
            *("riddles", "standins", "tables", "tallies"),
        )
    },
    f"{_LIBRARY}guard/derivations.py": _SAMPLES
    | {f"_{name}_{lang}" for name in ("RIDDLE", "CHANGE") for lang in ("ZH", "EN")},
    **{
        f"{_LIBRARY}guard/{name}.py": _TABLES
        for name in (
            "alphabets",
            "canaries",
            "ciphers",
            "codewords",
            "decodings",
            "fold",
            "numerals",
            "pockets",
            "sounds",
            "spelling",
            "wording",
        )
    },
}
"""Tables of known names that a program compares with, and samples that only tests read."""


_Quoting = ast.Expr | ast.Assign | ast.AnnAssign
"""What a part that quotes is the value of."""
_kept: dict[str, ast.Module] = {}
"""The text that `readable` gave last, and its tree."""
_ODD = re.compile(r"[\r\f]")
"""What ends lines or sets columns back for Python only."""


def readable(path: str, text: str) -> str:
    """The text with the quoting parts made empty, every other character in its place.

    An empty text stands where a part was: what is left is a program still.
    """
    _kept.clear()
    tree = _parsed(text)
    if tree is None:
        return text
    quoting = _quoting_in(tree, path, text)
    shown = _emptied(text, _spans(quoting, text))
    if _holds_places(quoting, text, shown):
        _empty(tree, quoting)
        _kept[shown] = tree
    return shown


def tree_of(text: str) -> ast.Module | None:
    """The tree of a program, which is the caller's to change; None for what does not parse.

    The text that `readable` gave last was parsed by it already.

    Raises:
        RecursionError, MemoryError: it is nested too deep.
    """
    return _kept.pop(text, None) or _parsed(text)


def quoted(path: str, text: str) -> list[tuple[int, int]]:
    """Spans of docstrings and of the declared tables of a Python file.

    Nothing of these reaches a page, but docstrings of a program that asks for docstrings. A file
    that does not parse has none.
    """
    tree = _parsed(text)
    return _spans(_quoting_in(tree, path, text), text) if tree else []


def _parsed(text: str) -> ast.Module | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except (SyntaxError, ValueError):
        return None


def _quoting_in(tree: ast.Module, path: str, text: str) -> list[_Quoting]:
    declared = DECLARED.get(path, frozenset())
    works = "__doc__" in text or _WORKS_WITH_ITSELF.search(text) is not None
    return [
        node
        for node in statements(tree)
        if isinstance(node, _Quoting)
        and not (works and isinstance(node, ast.Expr))
        and _is_quoting(node, declared)
    ]


def _spans(quoting: list[_Quoting], text: str) -> list[tuple[int, int]]:
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)

    def offset(line: int, column: int) -> int:
        return starts[line - 1] + len(lines[line - 1].encode()[:column].decode())

    spans = []
    for node in quoting:
        value = _value(node)
        first = offset(value.lineno, value.col_offset)
        last = offset(value.end_lineno or value.lineno, value.end_col_offset or 0)
        spans.append((first, last))
    return spans


def _emptied(text: str, spans: list[tuple[int, int]]) -> str:
    out, done = [], 0
    for start, end in sorted(spans):
        if start >= done:
            out += [text[done:start], '""', re.sub(r"[^\n]", " ", text[start + 2 : end])]
            done = end
    return "".join([*out, text[done:]])


def _holds_places(quoting: list[_Quoting], text: str, shown: str) -> bool:
    """Whether lines and columns, which Python counts in bytes, are the same in both texts."""
    if _ODD.search(text) or text.count("\n") != shown.count("\n"):
        return False
    if text.isascii():
        return True
    lines = text.split("\n")
    return not any(
        lines[(value.end_lineno or 0) - 1].encode()[value.end_col_offset :].strip()
        for value in map(_value, quoting)
    )


def _empty(tree: ast.Module, quoting: list[_Quoting]) -> None:
    """Make the quoting parts of a tree empty, as `readable` does it to the text."""
    ends: dict[tuple[int | None, int | None], tuple[int, int]] = {}
    for node in quoting:
        value = _value(node)
        line, column = value.lineno, value.col_offset
        ends[value.end_lineno, value.end_col_offset] = line, column + 2
        node.value = ast.Constant(
            "", lineno=line, col_offset=column, end_lineno=line, end_col_offset=column + 2
        )
    for outer in statements(tree):
        if isinstance(outer, ast.stmt | ast.ExceptHandler) and (
            end := ends.get((outer.end_lineno, outer.end_col_offset))
        ):
            outer.end_lineno, outer.end_col_offset = end


def statements(tree: ast.AST) -> Iterator[ast.AST]:
    """The tree and every statement in it, with what holds statements; outer ones first."""
    waiting = deque([tree])
    while waiting:
        node = waiting.popleft()
        yield node
        for name in _BLOCKS:
            waiting.extend(getattr(node, name, ()))


def _value(node: _Quoting) -> ast.expr:
    assert node.value  # `_is_quoting` says so
    return node.value


def _is_quoting(node: _Quoting, declared: Collection[str]) -> bool:
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
    return isinstance(target, ast.Name) and target.id in declared and node.value is not None
