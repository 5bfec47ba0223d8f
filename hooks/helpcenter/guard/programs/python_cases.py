"""Cases of Python's `match`: whether one fits, as far as values are known, and what it binds."""

from __future__ import annotations

import ast

from helpcenter.guard.programs.nodes import Names, Node
from helpcenter.guard.programs.python import NOBODY, Expressions, placed

_ALWAYS = Node("number", (), 1)


def fits(
    reader: Expressions, subject: ast.expr, pattern: ast.pattern
) -> tuple[Node, tuple[Node, ...]]:
    """The condition of a case, and what sets its names."""
    names = _names(pattern)
    bound = (Node("unpack", (reader.read(subject),), (names,)),) if names else ()
    if bound or (isinstance(pattern, ast.MatchAs) and pattern.pattern is None):
        return _ALWAYS, bound
    choices = pattern.patterns if isinstance(pattern, ast.MatchOr) else [pattern]
    values = [reader.read(one.value) for one in choices if isinstance(one, ast.MatchValue)]
    if len(values) < len(choices):
        return NOBODY, ()
    return Node("sum", (reader.read(subject), Node("list", tuple(values))), "in"), ()


def _names(pattern: ast.pattern) -> Names:
    """What a case binds: a name, places of a list, keys of a map; empty for what binds none."""
    if isinstance(pattern, ast.MatchAs):
        return pattern.name or ""
    if isinstance(pattern, ast.MatchStar):
        return pattern.name or ""
    if isinstance(pattern, ast.MatchSequence):
        return placed([(isinstance(p, ast.MatchStar), _names(p)) for p in pattern.patterns])
    if isinstance(pattern, ast.MatchMapping):
        keys = [str(key.value) for key in pattern.keys if isinstance(key, ast.Constant)]
        return tuple(zip(keys, map(_names, pattern.patterns), strict=False))
    if isinstance(pattern, ast.MatchClass):
        return tuple(zip(pattern.kwd_attrs, map(_names, pattern.kwd_patterns), strict=True))
    return ""
