"""Calling: functions of the program, those that we know by name, and methods of values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from helpcenter.guard.programs.methods import CHANGES, SHOWING, Told
from helpcenter.guard.programs.nodes import UNKNOWN, Function, Given, Module, Node, Scope
from helpcenter.guard.programs.page import SAME
from helpcenter.guard.programs.running import YIELDED, Return, Work, bind


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
        values = [_named(p, scope, depth, work) if v is UNKNOWN else v for p, v in pairs]
    if called.kind == "function":
        return applied(Function(called.value, called.parts[0]), values, scope, depth, work)  # type: ignore[arg-type]
    if called.kind == "name" and called.value in ("globals", "locals", "vars") and not values:
        return {**scope.names}
    if called.kind == "name" and called.value == "eval" and isinstance(values[0], str):
        return values[0]
    if called.kind == "member":
        return _method(called, values, scope, depth, work)
    known = work(called, scope, depth)
    if isinstance(known, Function):
        return applied(known, values, scope, depth, work)
    if type(known) is dict:
        return _made(known, values, scope, depth, work)
    if not callable(known):
        known = scope.library.functions[str(called.value)]
    return _asked(known, values, scope, depth, work)


def _asked(
    known: Callable[..., Any], values: list[Any], scope: Scope, depth: int, work: Work
) -> Any:
    """What a function of the language gives back, with what it is given by name if it takes that."""
    values = [_callable(value, scope, depth, work, within=False) for value in values]
    if values and isinstance(values[-1], Given):
        *values, named = values
        named = {n: _callable(v, scope, depth, work, within=False) for n, v in named.items()}
        try:
            return known(*values, **named)
        except TypeError:
            return known(*values)
    return known(*values)


def _named(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    """A function that is handed on by its name: `chr`, `str.upper`, `table.get`."""
    if (known := scope.library.functions.get(_dotted(node))) or node.kind != "member":
        return known or UNKNOWN
    method = scope.library.methods.get(str(node.value))
    if method is None or _dotted(node.parts[0]) in _TYPES:
        return method or UNKNOWN
    holder = work(node.parts[0], scope, depth)
    return UNKNOWN if holder is UNKNOWN else partial(method, holder)


def _made(known: dict[str, Any], values: list[Any], scope: Scope, depth: int, work: Work) -> Any:
    """What a class makes: the map of what is in it, with what its parameters set."""
    if isinstance(begin := known.get("__init__"), Function):
        applied(begin, values, scope, depth, work, within=True)
    elif isinstance(begin := known.get("constructor"), Function):
        known = {**known}
        applied(begin, values, scope.inner({**scope.names, "this": known}), depth, work)
    elif values and isinstance(values[-1], Given):
        known.update(values[-1])
    return known


def applied(
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
    values, named = (values[:-1], values[-1]) if _by_name(values) else (values, {})
    own = [name.lstrip(".") for name in function.names if isinstance(name, str)]
    names.update(dict.fromkeys(own, UNKNOWN))
    names.update(bind(function.names, values))
    names.update({name: value for name, value in named.items() if name in own})
    inner = scope.inner(names)
    given: list[Any] = []
    names[YIELDED] = given
    try:
        value = work(function.body, inner, depth)
        return given or value
    except Return as way_out:
        return given or way_out.value
    finally:
        scope.steps = inner.steps


def _by_name(values: list[Any]) -> bool:
    return bool(values) and isinstance(values[-1], Given)


def _dotted(node: Node) -> str:
    """`String.fromCharCode` as it is written."""
    if node.kind == "member":
        return f"{node.parts[0].value}.{node.value}"
    return str(node.value) if node.kind == "name" else ""


def _method(called: Node, values: list[Any], scope: Scope, depth: int, work: Work) -> Any:
    library = scope.library
    if called.value is None:  # `getattr(holder, name)(…)`
        called = Node("member", called.parts[:1], work(called.parts[1], scope, depth))
    name, holder = str(called.value), work(called.parts[0], scope, depth)
    values = [_callable(value, scope, depth, work, within=name == "forEach") for value in values]
    if name in ("call", "apply") and (known := library.functions.get(_dotted(called.parts[0]))):
        return known(*(values[1] if name == "apply" else values[1:]))
    if name in ("call", "apply") and called.parts[0].kind == "member" and values:
        more = values[1] if name == "apply" and len(values) > 1 else values[1:]
        if (method := library.methods.get(str(called.parts[0].value))) and holder is UNKNOWN:
            return method(values[0], *more)
    full = f"{holder.name}.{name}" if isinstance(holder, Module) else _dotted(called)
    if full in library.functions:
        return _asked(library.functions[full], values, scope, depth, work)
    if name in ("getElementById", "querySelector", "querySelectorAll") and values:
        return _element(name, holder, str(values[0]), scope)
    if name in CHANGES and isinstance(holder, list):
        return CHANGES[name](holder, *values)
    if isinstance(holder, dict) and isinstance(holder.get(name), Function):
        held = scope.inner({**scope.names, "this": holder})
        value = applied(holder[name], values, held, depth, work)
        scope.steps = held.steps
        return value
    if isinstance(holder, dict) and callable(holder.get(name)):
        return holder[name](*values)
    if isinstance(holder, Module):
        return UNKNOWN
    if _dotted(called.parts[0]) in _TYPES:
        return _asked(library.methods[name], values, scope, depth, work)
    if name in library.functions and not isinstance(holder, str | list | dict | bytes):
        return _asked(library.functions[name], values, scope, depth, work)
    if name in SHOWING and values and not isinstance(holder, str | list):
        return values[-1]
    if holder is UNKNOWN:
        return UNKNOWN
    return _asked(library.methods[name], [holder, *values], scope, depth, work)


def _element(name: str, holder: Any, wanted: str, scope: Scope) -> Any:
    """The element of the page, or all of them, that a script asks for by a selector."""
    selector = f"#{wanted}" if name == "getElementById" else wanted.split(" ")[-1]
    if name == "querySelectorAll":
        return list(scope.page[selector].get(SAME, [scope.page[selector]]))
    return scope.page[selector]


def _callable(value: Any, scope: Scope, depth: int, work: Work, *, within: bool) -> Any:
    """A function of the program as one of ours; anything else as it is."""
    if isinstance(value, Function):
        return Told(lambda *values: applied(value, list(values), scope, depth, work, within=within))
    return value


_TYPES = frozenset({"str", "bytes", "list", "dict", "int"})
"""Types whose methods are called with what they work on as the first thing given."""
CALLS: dict[str, Callable[[Node, Scope, int, Work], Any]] = {"call": _call, "function": _function}
"""By the sort of node."""
