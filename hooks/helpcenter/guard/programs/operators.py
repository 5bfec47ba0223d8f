"""Operators on two values: numbers, or, as in scripts, a text and anything."""

from __future__ import annotations

import json
import operator
from collections.abc import Callable
from typing import Any

from helpcenter.guard.programs.nodes import UNKNOWN, WALL

MAX_TEXT = 20_000
"""Characters of a text that is worked out."""


class Whole(int):
    """A large whole number of a script, `256n`: what it divides or is divided by stays whole."""


def _divided(left: Any, right: Any) -> Any:
    """One number by another."""
    whole = isinstance(left, Whole) or isinstance(right, Whole)
    return Whole(left // right) if whole else left / right


OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "-": operator.sub, "*": operator.mul, "^": operator.xor, "&": operator.and_, "|": operator.or_,
    "%": operator.mod, "//": operator.floordiv, "/": _divided,
    "+": operator.add, ">>": lambda a, b: a >> min(b, 64), "<<": lambda a, b: a << min(b, 64),
    "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge, "==": operator.eq,
    "in": lambda a, b: a in b, "not in": lambda a, b: a not in b, "===": operator.eq, "!=": operator.ne, "!==": operator.ne,
    "**": lambda a, b: a**b if abs(a) < 10**9 and 0 <= b < 20 else UNKNOWN,
}  # fmt: skip
"""Between two numbers."""


def shown(value: object) -> str:
    """A value as part of a text; an unknown one is a wall."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, list):
        return ",".join(map(shown, value))
    return str(value) if isinstance(value, str | int | float) else WALL


def written(value: object) -> str:
    """A value as JSON; an unknown one in it is a wall."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=shown)


def added(left: Any, right: Any) -> Any:
    """Two values added; with an unknown number nothing is known."""
    if isinstance(left, list) and isinstance(right, list):
        return left + right
    if isinstance(left, str) or isinstance(right, str):
        return (shown(left) + shown(right))[:MAX_TEXT]
    return UNKNOWN if left is UNKNOWN or right is UNKNOWN else left + right


def row(left: Any, more: list[Any]) -> Any:
    """All of them added, from left to right; texts as soon as one is among them."""
    for at, right in enumerate(more):
        if isinstance(left, str):
            return "".join((left, *map(shown, more[at:])))[:MAX_TEXT]
        left = added(left, right)
    return left
