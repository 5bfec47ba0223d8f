"""Blanks parts of our own Python that quote addresses on purpose: declared tables, docstrings."""

from __future__ import annotations

import ast
import re
from collections import deque
from collections.abc import Collection, Iterator

_LIBRARY = "hooks/helpcenter/"
_SAMPLES = frozenset({"TRUE_SAMPLES", "FALSE_SAMPLES"})
_TABLES = frozenset(
    {
        "CUES",
        "NOTATIONS",
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
_WORKS_WITH_ITSELF = re.compile(r"__doc__|\bget(?:doc|source|comments)\b")
"""A program may make texts of its own docstrings."""
DECLARED: dict[str, frozenset[str]] = {
    **{
        f"{_LIBRARY}{name}.py": frozenset(tables)
        for name, tables in {
            "guard/detectors/platforms": ("PLATFORMS",),
            "guard/judging/places": ("NAMESPACES",),
            "guard/instructions/label_kinds": ("KINDS",),
            "guard/files/archives": ("NAMES",),
            "live/visitors": ("REFERRERS",),
            "publish/theme": ("PATCHES",),
            "publish/reserved": ("SECOND_LEVEL", "PHONES"),
        }.items()
    },
    **{
        f"{_LIBRARY}guard/detectors/{name}.py": _SAMPLES | _TABLES
        for name in (
            *("accounts", "emails", "handles", "hosts", "networks", "phones", "rooms", "urls"),
            *("passphrases", "persons", "slang", "strangers", "namesakes", "plain_names"),
            *("display_names", "loose_names"),
            *("cues", "messengers", "sessions", "short_codes", "suffixes", "wallets"),
        )
    },
    **{
        f"{_LIBRARY}guard/{package}/{name}.py": _SAMPLES
        for package, names in {
            "files": ("subtitles",),
            "gates": ("holes",),
            "instructions": (
                *(
                    "arithmetic",
                    "masks",
                    "new_ends",
                    "offsets",
                    "riddles",
                    "roundabout",
                    "secrets",
                    "tallies",
                ),
            ),
            "numbers": (
                *(
                    "stated_numbers",
                    "built_up",
                    "continued",
                    "far_parts",
                    "gathered",
                    "large_numbers",
                ),
                "usual_groups",
            ),
            "judging": ("support_links",),
            "programs": ("fences",),
            "readings": (
                *("controls", "diagrams", "dictation", "forms", "marked", "roles", "standins"),
                "tables",
            ),
        }.items()
        for name in names
    },
    f"{_LIBRARY}guard/instructions/derivations.py": _SAMPLES
    | {f"_{name}_{lang}" for name in ("RIDDLE", "CHANGE") for lang in ("ZH", "EN")},
    **{
        f"{_LIBRARY}guard/{package}/{name}.py": _TABLES
        for package, names in {
            "gates": ("canaries",),
            "matching": ("fold",),
            "numbers": (
                *("alphabets", "codewords", "numerals", "other_languages", "sounds"),
                *("spelling", "spoken", "zhuyin"),
            ),
            "readings": ("folds", "notations", "referred", "wording"),
            "views": ("ciphers", "decodings", "signals"),
        }.items()
        for name in names
    },
}
"""Tables of known names that a program compares with, and samples that only tests read."""


def readable(path: str, text: str) -> str:
    """The text with the quoting parts made empty, every other character in its place.

    An empty text stands where a part was: what is left is a program still.
    """
    out, done = [], 0
    for start, end in sorted(quoted(path, text)):
        if start >= done:
            out += [text[done:start], '""', re.sub(r"[^\n]", " ", text[start + 2 : end])]
            done = end
    return "".join([*out, text[done:]])


def quoted(path: str, text: str) -> list[tuple[int, int]]:
    """Spans of docstrings and of the declared tables of a Python file.

    Nothing of these reaches a page, but docstrings of a program that asks for docstrings. A file
    that does not parse has none.
    """
    declared = DECLARED.get(path, frozenset())
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return []
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    lines = text.split("\n")

    def offset(line: int, column: int) -> int:
        return starts[line - 1] + len(lines[line - 1].encode()[:column].decode())

    spans = []
    works = _WORKS_WITH_ITSELF.search(text) is not None
    for node in statements(tree):
        if works and isinstance(node, ast.Expr):
            continue
        if value := _quoting(node, declared):
            first = offset(value.lineno, value.col_offset)
            last = offset(value.end_lineno or value.lineno, value.end_col_offset or 0)
            spans.append((first, last))
    return spans


def statements(tree: ast.AST) -> Iterator[ast.AST]:
    """The tree's nodes without those of expressions, outer ones first."""
    waiting = deque([tree])
    while waiting:
        node = waiting.popleft()
        yield node
        waiting.extend(n for n in ast.iter_child_nodes(node) if not isinstance(n, ast.expr))


def _quoting(node: ast.AST, declared: Collection[str]) -> ast.expr | None:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return node.value if isinstance(node.value.value, str) else None
    if isinstance(node, ast.Assign | ast.AnnAssign):
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
        if isinstance(target, ast.Name) and target.id in declared:
            return node.value
    return None
