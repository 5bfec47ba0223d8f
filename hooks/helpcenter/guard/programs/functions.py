"""Calls functions of the program, and special methods of its objects."""

from __future__ import annotations

from typing import Any

from helpcenter.guard.programs.javascript_library import Told
from helpcenter.guard.programs.nodes import UNKNOWN, Function, Given, Node, Scope
from helpcenter.guard.programs.running import YIELDED, Return, Work, bind

_OUTER = "<outer>"
"""Keys under which a function keeps the enclosing names, and its own."""
SPOKEN = ("__str__", "__format__", "__repr__", "toString")
"""Methods that convert an object to text."""
OPERATOR_METHODS = {
    "+": "__add__", "-": "__sub__", "*": "__mul__", "/": "__truediv__", "//": "__floordiv__", "%": "__mod__",
    "|": "__or__", "&": "__and__", "^": "__xor__", "@": "__matmul__", "<<": "__lshift__", ">>": "__rshift__",
}  # fmt: skip
"""Special methods by operator."""


def applied(
    function: Function,
    values: list[Any],
    scope: Scope,
    depth: int,
    work: Work,
    *,
    within: bool = False,
) -> Any:
    """What a function returns; `within`: it may set the enclosing names.

    A block that is given nothing known makes nothing but what its expressions make, which are
    read by themselves.
    """
    if function.names and all(v is UNKNOWN for v in values) and _needs_them(function.body):
        return UNKNOWN
    names = scope.names if within else _around(function, scope)
    given, named = (values[:-1], values[-1]) if _by_name(values) else (values, {})
    own = [name.lstrip(".*") for name in function.names if isinstance(name, str)]
    names.update(dict.fromkeys(own, UNKNOWN))
    names["arguments"] = given
    if not within:
        names[_OUTER] = (scope.names, own)
    names.update(bind(function.names, given))
    names.update({name: value for name, value in named.items() if name in own})
    if function.names and str(function.names[-1])[:2] == "**":
        names[own[-1]] = {name: v for name, v in named.items() if name not in own}
    inner = scope.inner(names)
    yielded: list[Any] = []
    names[YIELDED] = yielded
    try:
        value = work(function.body, inner, depth)
        return yielded or value
    except Return as way_out:
        return yielded or way_out.value
    finally:
        scope.steps = inner.steps


def _needs_them(body: Node) -> bool:
    """Whether a block has nothing to begin with but what it is given."""
    return body.kind == "block" and not (body.parts and body.parts[0].kind == "default")


def _around(function: Function, scope: Scope) -> dict[str, Any]:
    """The names that a function knows: those where it is called, and what was its own where it was made."""
    return {**scope.names, **(function.held or {})}


def made_here(names: Any, body: Node, scope: Scope) -> Function:
    """A function that keeps what only the function around it knows."""
    told: Any = scope.names.get(_OUTER)
    if told is None:
        return Function(names, body)
    outer, own = told
    held = {n: v for n, v in scope.names.items() if n in own or n not in outer}
    return Function(names, body, held)


def _by_name(values: list[Any]) -> bool:
    return bool(values) and isinstance(values[-1], Given)


def as_ours(value: Any, scope: Scope, depth: int, work: Work, *, within: bool) -> Any:
    """A function of the program as one of ours; anything else as it is."""
    if isinstance(value, Function):
        return Told(lambda *values: applied(value, list(values), scope, depth, work, within=within))
    return value


def answer(
    thing: Any, names: tuple[str, ...], given: list[Any], scope: Scope, depth: int, work: Work
) -> Any:
    """What the first of these methods that a thing has gives back.

    Raises:
        KeyError: it has none.
    """
    method = next((thing[name] for name in names if isinstance(thing.get(name), Function)), None)
    if method is None:
        raise KeyError(names)
    inner = scope.inner({**scope.names, "this": thing})
    try:
        return applied(method, given, inner, depth, work)
    finally:
        scope.steps = inner.steps


def said(value: Any, scope: Scope, depth: int, work: Work, *how: Any) -> Any:
    """The text that a thing gives of itself where a text is asked for; else the thing."""
    try:
        return answer(value, SPOKEN, [*how], scope, depth, work)
    except KeyError:
        return value
