"""Calls functions of the program and known library functions; `called_methods` does methods."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from helpcenter.guard.programs.called_methods import TYPES, asked, called_method, dotted
from helpcenter.guard.programs.functions import answer, applied, made_here, said
from helpcenter.guard.programs.nodes import UNKNOWN, Function, Given, Node, Scope
from helpcenter.guard.programs.running import Work

_MADE = "<made>"
"""Set in a class of which a thing was made."""
_SAYING = frozenset({"str", "String", "format", "repr"})
"""Functions that ask a thing for its text."""
_RUNNING = frozenset({"eval", "exec"})
"""Functions that run a text, which is read as a program by itself."""


def values_of(parts: Iterable[Node], scope: Scope, depth: int, work: Work) -> list[Any]:
    """The values of items or arguments; `...x` gives all that are in `x`."""
    out: list[Any] = []
    for part in parts:
        value = work(part, scope, depth)
        out += value if part.kind == "spread" and isinstance(value, list) else [value]
    return out


def _function(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    return made_here(node.value, node.parts[0], scope)


def _call(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    called, *given = node.parts
    values = values_of(given, scope, depth, work)
    if any(value is UNKNOWN for value in values) and len(values) == len(given):
        pairs = zip(given, values, strict=True)
        values = [handed(p, scope, depth, work) if v is UNKNOWN else v for p, v in pairs]
    if called.kind == "function":
        return applied(_function(called, scope, depth, work), values, scope, depth, work)
    if called.kind == "name" and called.value in ("globals", "locals", "vars") and not values:
        return {**scope.names}
    if called.kind == "name" and called.value in _RUNNING and isinstance(values[0], str):
        return values[0]
    if called.kind == "member":
        return called_method(called, values, scope, depth, work)
    known = work(called, scope, depth)
    if isinstance(known, Function):
        return applied(known, values, scope, depth, work)
    if type(known) is dict:
        return _made(known, values, scope, depth, work)
    if not callable(known):
        known = scope.library.functions[str(called.value)]
        if called.value in _SAYING and values and type(values[0]) is dict:
            return said(values[0], scope, depth, work, *values[1:])
    return asked(known, values, scope, depth, work)


def handed(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    """A function that is handed on by its name: `chr`, `str.upper`, `table.get`."""
    if (known := scope.library.functions.get(dotted(node))) or node.kind != "member":
        return known or UNKNOWN
    method = scope.library.methods.get(str(node.value))
    if method is None or dotted(node.parts[0]) in TYPES:
        return method or UNKNOWN
    holder = work(node.parts[0], scope, depth)
    return UNKNOWN if holder is UNKNOWN else partial(method, holder)


def _made(known: dict[str, Any], values: list[Any], scope: Scope, depth: int, work: Work) -> Any:
    """What a class makes: the map of what is in it, with what its parameters set.

    What was made of a class of Python is the class itself, so that a call of it may be one more.
    """
    if _MADE in known and "__call__" in known:
        return answer(known, ("__call__",), values, scope, depth, work)
    if isinstance(begin := known.get("__init__"), Function):
        applied(begin, values, scope, depth, work, within=True)
    elif isinstance(begin := known.get("constructor"), Function):
        known = {**known}
        applied(begin, values, scope.inner({**scope.names, "this": known}), depth, work)
    elif values and isinstance(values[-1], Given):
        known.update(values[-1])
    if "__call__" in known:
        known[_MADE] = True
    return known


CALLS: dict[str, Callable[[Node, Scope, int, Work], Any]] = {"call": _call, "function": _function}
"""By the sort of node."""
