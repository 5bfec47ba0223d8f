"""Calling: functions of the program, those that we know by name, and methods of values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from helpcenter.guard.programs.methods import CHANGES, FUNCTIONS, METHODS, SHOWING, Told
from helpcenter.guard.programs.nodes import UNKNOWN, Function, Node, Scope
from helpcenter.guard.programs.running import Return, Work, bind


def values_of(parts: Iterable[Node], scope: Scope, depth: int, work: Work) -> list[Any]:
    """The values of items or arguments; `...x` gives all that are in `x`."""
    out: list[Any] = []
    for part in parts:
        value = work(part, scope, depth)
        out += value if part.kind == "spread" and isinstance(value, list) else [value]
    return out


def _function(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    names: Any = node.value
    return Function(names, node.parts[0])


def _call(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    called, *given = node.parts
    values = values_of(given, scope, depth, work)
    if any(value is UNKNOWN for value in values) and len(values) == len(given):
        pairs = zip(given, values, strict=True)
        values = [FUNCTIONS.get(_dotted(p), v) if v is UNKNOWN else v for p, v in pairs]
    if called.kind == "function":
        return _applied(Function(called.value, called.parts[0]), values, scope, depth, work)  # type: ignore[arg-type]
    if called.kind == "name" and isinstance(known := scope.names.get(str(called.value)), Function):
        return _applied(known, values, scope, depth, work)
    if called.kind == "name" and called.value == "eval" and isinstance(values[0], str):
        return values[0]
    if called.kind == "member":
        return _method(called, values, scope, depth, work)
    if isinstance(known := work(called, scope, depth), Function):
        return _applied(known, values, scope, depth, work)
    return FUNCTIONS[str(called.value)](*values)


def _applied(
    function: Function,
    values: list[Any],
    scope: Scope,
    depth: int,
    work: Work,
    *,
    within: bool = False,
) -> Any:
    """What a function gives back; `within`: it may set the names around it.

    A block that is given nothing known makes nothing but what its expressions make, which are
    read by themselves.
    """
    if function.body.kind == "block" and function.names and all(v is UNKNOWN for v in values):
        return UNKNOWN
    names = scope.names if within else {**scope.names}
    names.update(bind(function.names, values))
    inner = Scope(names, scope.steps, page=scope.page)
    try:
        return work(function.body, inner, depth)
    except Return as way_out:
        return way_out.value
    finally:
        scope.steps = inner.steps


def _dotted(node: Node) -> str:
    """`String.fromCharCode` as it is written."""
    if node.kind == "member":
        return f"{node.parts[0].value}.{node.value}"
    return str(node.value) if node.kind == "name" else ""


def _method(called: Node, values: list[Any], scope: Scope, depth: int, work: Work) -> Any:
    name, holder = str(called.value), work(called.parts[0], scope, depth)
    values = [_callable(value, scope, depth, work, within=name == "forEach") for value in values]
    if name in ("call", "apply") and (known := FUNCTIONS.get(_dotted(called.parts[0]))):
        return known(*(values[1] if name == "apply" else values[1:]))
    if (full := _dotted(called)) in FUNCTIONS:
        return FUNCTIONS[full](*values)
    if name in ("getElementById", "querySelector", "querySelectorAll") and values:
        element = scope.page[f"#{values[0]}" if name == "getElementById" else values[0]]
        return [element] if name == "querySelectorAll" else element
    if name in CHANGES and isinstance(holder, list):
        return CHANGES[name](holder, *values)
    if isinstance(holder, dict) and isinstance(holder.get(name), Function):
        return _applied(holder[name], values, scope, depth, work)
    if name in FUNCTIONS and not isinstance(holder, str | list | dict):
        return FUNCTIONS[name](*values)
    if name in SHOWING and values and not isinstance(holder, str | list):
        return values[-1]
    return UNKNOWN if holder is UNKNOWN else METHODS[name](holder, *values)


def _callable(value: Any, scope: Scope, depth: int, work: Work, *, within: bool) -> Any:
    """A function of the program as one of ours; anything else as it is."""
    if isinstance(value, Function):
        return Told(
            lambda *values: _applied(value, list(values), scope, depth, work, within=within)
        )
    return value


CALLS: dict[str, Callable[[Node, Scope, int, Work], Any]] = {"call": _call, "function": _function}
"""By the sort of node."""
