"""Evaluates expressions: joins, conditions, assignments; see also `calls`, `member_access`, `running`."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from functools import partial
from typing import Any

from helpcenter.guard.matching import bounds
from helpcenter.guard.programs import addresses, formats
from helpcenter.guard.programs.assignment import combined
from helpcenter.guard.programs.calls import CALLS, handed, values_of
from helpcenter.guard.programs.functions import OPERATOR_METHODS, answer, said
from helpcenter.guard.programs.member_access import REACHED, key_of
from helpcenter.guard.programs.nodes import UNKNOWN, Function, Given, Node, Scope
from helpcenter.guard.programs.operators import MAX_TEXT, OPERATORS, added, row, shown
from helpcenter.guard.programs.page import is_element
from helpcenter.guard.programs.running import RUN

_MAX_ITEMS = 5_000
_LARGEST = 10**160
"""A number as long as an address, letter for letter."""
_GLOBAL = frozenset({"window", "globalThis", "self", "top"})
"""What is set in one of them is a name of the whole script."""
_COUNTING = frozenset("-/")
"""What a script does to texts as to numbers."""
MAX_DEPTH = 80
"""Expressions within expressions that are worked out."""
_LONG = (str, list, bytes)
_FAILURES = (
    ArithmeticError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    RecursionError,
    MemoryError,
    SyntaxError,
    StopIteration,
    re.error,
    zlib.error,
    struct.error,
)
"""What working with values of the wrong sort raises."""


def worked_out(node: Node, scope: Scope, depth: int) -> Any:
    """The value of an expression; UNKNOWN when it cannot be determined, or not within the limits."""
    scope.steps -= 1
    if scope.steps < 0:
        bounds.meet(f"> {bounds.STEPS} steps of a program")
        return UNKNOWN
    if depth > MAX_DEPTH:
        return UNKNOWN
    made, place = scope.made, id(node)
    if place in made:
        return made[place]
    try:
        value = _KINDS[node.kind](node, scope, depth + 1)
    except _FAILURES:
        value = UNKNOWN
    if isinstance(value, _LONG):
        if len(value) > (_MAX_ITEMS if isinstance(value, list) else MAX_TEXT):
            value = UNKNOWN
    elif isinstance(value, int) and abs(value) > _LARGEST:
        value = UNKNOWN
    made[place] = value
    return value


def _constant(node: Node, scope: Scope, depth: int) -> Any:
    return node.value


def _list(node: Node, scope: Scope, depth: int) -> Any:
    return values_of(node.parts, scope, depth, worked_out)


def _spread(node: Node, scope: Scope, depth: int) -> Any:
    value = worked_out(node.parts[0], scope, depth)
    return list(value) if isinstance(value, str | list | bytes) else value


def _map(node: Node, scope: Scope, depth: int) -> Any:
    keys: Any = node.value
    values = (worked_out(part, scope, depth) for part in node.parts)
    return dict(zip(keys, values, strict=True))


def _pairs(node: Node, scope: Scope, depth: int) -> Any:
    """A map whose keys are worked out too; `**x` gives all that are in `x`."""
    out: dict[Any, Any] = {}
    for part in node.parts:
        if part.kind == "spread":
            value = worked_out(part.parts[0], scope, depth)
            out.update(value if isinstance(value, dict) else {})
            continue
        key, value = (worked_out(item, scope, depth) for item in part.parts)
        out[key_of(key)] = value
    return out


def _given(node: Node, scope: Scope, depth: int) -> Any:
    """What a call is given by name; `**x` gives all that are in `x`."""
    names: Any = node.value
    out = Given()
    for name, part in zip(names, node.parts, strict=True):
        value = worked_out(part, scope, depth)
        if value is UNKNOWN:
            value = handed(part, scope, depth, worked_out)
        out.update({name: value} if name else value if isinstance(value, dict) else {})
    return out


def _name(node: Node, scope: Scope, depth: int) -> Any:
    return scope.names.get(str(node.value), UNKNOWN)


def _join(node: Node, scope: Scope, depth: int) -> Any:
    """Texts in a row, as in a template; unknown ones leave a wall."""
    return "".join(shown(_spoken(part, scope, depth)) for part in node.parts)


def _spoken(node: Node, scope: Scope, depth: int) -> Any:
    value = worked_out(node, scope, depth)
    return said(value, scope, depth, worked_out) if type(value) is dict else value


def _sum(node: Node, scope: Scope, depth: int) -> Any:
    first = worked_out(node.parts[0], scope, depth)
    if type(first) is dict and isinstance(
        first.get(OPERATOR_METHODS.get(str(node.value))), Function
    ):
        right = worked_out(node.parts[1], scope, depth)
        return answer(
            first, (OPERATOR_METHODS[str(node.value)],), [right], scope, depth, worked_out
        )
    left, *more = (_spoken(part, scope, depth) for part in node.parts)
    if len(more) > 1:
        return row(left, more)
    right = more[0]
    if node.value == "%" and isinstance(left, str):
        return formats.percent(left, right)
    if node.value == "*" and isinstance(right, str | list | bytes):
        left, right = right, left
    if node.value == "*" and isinstance(left, str | list | bytes):
        return left * right if right * len(left) <= MAX_TEXT else UNKNOWN
    if node.value != "+":
        if node.value in _COUNTING:
            left, right = _counted(left), _counted(right)
        return OPERATORS[str(node.value)](left, right)
    return added(left, right)


def _counted(value: Any) -> Any:
    """A text as the number that a script takes it for: `'0x1f'`, `'12.5'`."""
    if not isinstance(value, str):
        return value
    return int(value, 0) if value[:2].lower() in ("0x", "0b", "0o") else float(value)


def _choice(node: Node, scope: Scope, depth: int) -> Any:
    """The branch that is taken; the first text of any branch, if that is unknown."""
    if node.value == "?":
        held = worked_out(node.parts[0], scope, depth)
        if held is not UNKNOWN:
            return worked_out(node.parts[1 if held else 2], scope, depth)
    values = (worked_out(part, scope, depth) for part in node.parts)
    return next((value for value in values if isinstance(value, str) and value), UNKNOWN)


def _assign(node: Node, scope: Scope, depth: int) -> Any:
    target, source = node.parts
    value = worked_out(source, scope, depth)
    name, holder = str(target.value), None
    if target.kind == "member":
        name = f"{target.parts[0].value}.{target.value}"
        holder = worked_out(target.parts[0], scope, depth)
        if isinstance(holder, dict):
            holder[str(target.value)] = value
    elif target.kind == "index":
        holder, key = (worked_out(part, scope, depth) for part in target.parts)
        if isinstance(holder, dict):
            value = holder[key_of(key)] = combined(node, holder.get(key_of(key), UNKNOWN), value)
        elif isinstance(holder, list) and isinstance(key, int):
            value = holder[key] = combined(
                node, holder[key] if key < len(holder) else UNKNOWN, value
            )
        return value
    is_part = target.kind == "member" and target.value in addresses.PARTS
    is_map = isinstance(holder, dict) and not is_element(holder)
    if is_part and not is_map and isinstance(value, str):
        return addresses.set_part(scope, target, value)
    value = scope.names[name] = combined(node, scope.names.get(name, UNKNOWN), value)
    if target.kind == "member" and target.parts[0].value in _GLOBAL:
        scope.names[str(target.value)] = value
    return value


_RUN: dict[str, Any] = CALLS | RUN | REACHED
_KINDS: dict[str, Callable[[Node, Scope, int], Any]] = {
    "text": _constant, "number": _constant, "pattern": _constant, "list": _list, "map": _map,
    "name": _name, "join": _join, "sum": _sum, "assign": _assign, "choice": _choice,
    "spread": _spread, "pairs": _pairs, "given": _given,
    **{kind: partial(run, work=worked_out) for kind, run in _RUN.items()},
}  # fmt: skip
