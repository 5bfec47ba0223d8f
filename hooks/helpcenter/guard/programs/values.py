"""Working expressions out: joining, indexing, and the methods that turn texts into texts."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from helpcenter.guard import bounds
from helpcenter.guard.programs.methods import (
    CHANGES,
    FUNCTIONS,
    METHODS,
    OPERATORS,
    PARTS,
    SHOWING,
    Told,
)
from helpcenter.guard.programs.nodes import UNKNOWN, WALL, Function, Node, Result, Scope
from helpcenter.guard.programs.running import CHANGING, RUN, Return, bind
from helpcenter.guard.programs.sums import MAX_TEXT, added, row, shown

_MAX_ITEMS = 5_000
_MAX_DEPTH = 80


def made(nodes: list[Node], page: Mapping[str, dict[str, Any]] | None = None) -> Iterator[Result]:
    """The texts that a program's expressions come to, those that are not written out anyway.

    Args:
        nodes: the expressions.
        page: elements around the program, by what selects them.
    """
    scope = Scope(page=page or {})
    for node in nodes:  # what is set further down may be used further up, in a function
        if node.kind in CHANGING:
            _told(node, scope)
    scope = Scope(scope.names, page=scope.page)
    for node in nodes:
        yield from _texts(node, scope, 0)


def _texts(node: Node, scope: Scope, depth: int) -> Iterator[Result]:
    """The largest expressions whose value is known."""
    if depth > _MAX_DEPTH or node.kind in ("name", "pattern"):
        return
    if node.kind in ("text", "number"):
        if _is_written_otherwise(node):
            yield node.start, node.end, str(node.value)
        return
    value = _told(node, scope)
    if node.kind not in ("list", "map", "function") and (text := _plain(value)):
        yield node.start, node.end, text
        if WALL not in text:
            return
    if node.kind == "function" or (node.kind in CHANGING and node.kind != "assign"):
        scope = scope.apart()  # its parts are run elsewhere; to tell what they make is not to run
    for part in node.parts:
        if part.kind == "name" and node.kind == "call":
            yield from _given(part, scope)
        yield from _texts(part, scope, depth + 1)


def _given(node: Node, scope: Scope) -> Iterator[Result]:
    """A text that a program made and gives to a function that we do not know."""
    value = scope.names.get(str(node.value))
    if isinstance(value, str) and len(value) > 3:
        yield node.start, node.end, value


def _told(node: Node, scope: Scope) -> Any:
    """The value of an expression that stands by itself; of a way out, what it gives back."""
    try:
        return worked_out(node, scope, 0)
    except Return as way_out:
        return way_out.value


def _is_written_otherwise(node: Node) -> bool:
    """A literal with escapes, a number not in decimal digits, or a text that holds markup."""
    if not node.end or not isinstance(node.value, str | int):
        return False
    text = str(node.value)
    quotes = 2 if isinstance(node.value, str) and node.kind == "text" else 0
    return len(text) > 3 and (node.end - node.start != len(text) + quotes or "<" in text)


def _plain(value: object) -> str:
    if isinstance(value, list):
        return "".join(map(str, value)) if all(isinstance(v, str) for v in value) else ""
    return shown(value) if isinstance(value, str | int | float) else ""


def worked_out(node: Node, scope: Scope, depth: int) -> Any:
    """The value of an expression; UNKNOWN when it cannot be told, or not within bounds."""
    scope.steps -= 1
    if scope.steps < 0:
        bounds.meet(f"> {bounds.STEPS} steps of a program")
    if depth > _MAX_DEPTH or scope.steps < 0:
        return UNKNOWN
    if id(node) in scope.made:
        return scope.made[id(node)]
    try:
        value = _KINDS[node.kind](node, scope, depth + 1)
    except (
        ArithmeticError,
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
        RecursionError,
        re.error,
        zlib.error,
    ):
        value = UNKNOWN
    if isinstance(value, str | list) and len(value) > (
        MAX_TEXT if isinstance(value, str) else _MAX_ITEMS
    ):
        value = UNKNOWN
    value = UNKNOWN if isinstance(value, int) and abs(value) > 10**40 else value
    scope.made[id(node)] = value
    return value


def _constant(node: Node, scope: Scope, depth: int) -> Any:
    return node.value


def _list(node: Node, scope: Scope, depth: int) -> Any:
    return _values(node.parts, scope, depth)


def _values(parts: Iterable[Node], scope: Scope, depth: int) -> list[Any]:
    """The values of items or arguments; `...x` gives all that are in `x`."""
    out: list[Any] = []
    for part in parts:
        value = worked_out(part, scope, depth)
        out += value if part.kind == "spread" and isinstance(value, list) else [value]
    return out


def _spread(node: Node, scope: Scope, depth: int) -> Any:
    value = worked_out(node.parts[0], scope, depth)
    return list(value) if isinstance(value, str | list) else value


def _map(node: Node, scope: Scope, depth: int) -> Any:
    keys: Any = node.value
    values = (worked_out(part, scope, depth) for part in node.parts)
    return dict(zip(keys, values, strict=True))


def _name(node: Node, scope: Scope, depth: int) -> Any:
    return scope.names.get(str(node.value), UNKNOWN)


def _join(node: Node, scope: Scope, depth: int) -> Any:
    """Texts in a row, as in a template; unknown ones leave a wall."""
    return "".join(shown(worked_out(part, scope, depth)) for part in node.parts)


def _sum(node: Node, scope: Scope, depth: int) -> Any:
    left, *more = (worked_out(part, scope, depth) for part in node.parts)
    if len(more) > 1:
        return row(left, more)
    right = more[0]
    if node.value == "%" and isinstance(left, str):
        return METHODS["format"](left, *(right if isinstance(right, list) else [right]))
    if node.value == "*" and isinstance(left, str) and right * len(left) <= MAX_TEXT:
        return left * right
    if node.value != "+":
        return OPERATORS[str(node.value)](left, right)
    return added(left, right)


def _index(node: Node, scope: Scope, depth: int) -> Any:
    holder, key = (worked_out(part, scope, depth) for part in node.parts)
    if isinstance(key, float):
        key = int(key)
    if isinstance(key, str) and isinstance(holder, str | list):
        return _property(holder, key)
    if isinstance(holder, dict):
        return holder[key] if key in holder else holder[str(key)]
    return holder[key] if isinstance(holder, str | list) else UNKNOWN


def _property(holder: Any, name: str) -> Any:
    return len(holder) if name in ("length", "size") else holder[int(name)]


def _member(node: Node, scope: Scope, depth: int) -> Any:
    holder = worked_out(node.parts[0], scope, depth)
    if isinstance(holder, dict):
        return holder[node.value]
    if node.value == "length" and isinstance(holder, str | list):
        return len(holder)
    if node.value in ("source", "href", "text"):
        return holder
    if isinstance(holder, str) and node.value in PARTS:
        return PARTS[str(node.value)](holder)
    return scope.names.get(f"{node.parts[0].value}.{node.value}", UNKNOWN)


def _slice(node: Node, scope: Scope, depth: int) -> Any:
    holder, *limits = (worked_out(part, scope, depth) for part in node.parts)
    return holder[slice(*limits)]


def _choice(node: Node, scope: Scope, depth: int) -> Any:
    """The way that is taken; the first text among all, if that cannot be told."""
    if node.value == "?":
        held = worked_out(node.parts[0], scope, depth)
        if held is not UNKNOWN:
            return worked_out(node.parts[1 if held else 2], scope, depth)
    values = (worked_out(part, scope, depth) for part in node.parts)
    return next((value for value in values if isinstance(value, str) and value), UNKNOWN)


def _assign(node: Node, scope: Scope, depth: int) -> Any:
    target, source = node.parts
    value = worked_out(source, scope, depth)
    name = str(target.value)
    if target.kind == "member":
        name = f"{target.parts[0].value}.{target.value}"
        holder = worked_out(target.parts[0], scope, depth)
        if isinstance(holder, dict):
            holder[str(target.value)] = value
    elif target.kind == "index":
        holder, key = (worked_out(part, scope, depth) for part in target.parts)
        if isinstance(holder, dict):
            holder[key] = value
        return value
    if node.value == "+=":
        value = shown(scope.names.get(name, UNKNOWN)) + shown(value)
    scope.names[name] = value
    return value


def _function(node: Node, scope: Scope, depth: int) -> Any:
    names: Any = node.value
    return Function(names, node.parts[0])


def _call(node: Node, scope: Scope, depth: int) -> Any:
    called, *given = node.parts
    values = _values(given, scope, depth)
    if any(value is UNKNOWN for value in values) and len(values) == len(given):
        pairs = zip(given, values, strict=True)
        values = [FUNCTIONS.get(_dotted(p), v) if v is UNKNOWN else v for p, v in pairs]
    if called.kind == "function":
        return _applied(Function(called.value, called.parts[0]), values, scope, depth)  # type: ignore[arg-type]
    if called.kind == "name" and isinstance(known := scope.names.get(str(called.value)), Function):
        return _applied(known, values, scope, depth)
    if called.kind == "name" and called.value == "eval" and isinstance(values[0], str):
        return values[0]
    if called.kind == "member":
        return _method(called, values, scope, depth)
    if isinstance(known := worked_out(called, scope, depth), Function):
        return _applied(known, values, scope, depth)
    return FUNCTIONS[str(called.value)](*values)


def _applied(
    function: Function, values: list[Any], scope: Scope, depth: int, *, within: bool = False
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
        return worked_out(function.body, inner, depth)
    except Return as way_out:
        return way_out.value
    finally:
        scope.steps = inner.steps


def _dotted(node: Node) -> str:
    """`String.fromCharCode` as it is written."""
    if node.kind == "member":
        return f"{node.parts[0].value}.{node.value}"
    return str(node.value) if node.kind == "name" else ""


def _method(called: Node, values: list[Any], scope: Scope, depth: int) -> Any:
    name, holder = str(called.value), worked_out(called.parts[0], scope, depth)
    values = [_callable(value, scope, depth, within=name == "forEach") for value in values]
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
        return _applied(holder[name], values, scope, depth)
    if name in FUNCTIONS and not isinstance(holder, str | list | dict):
        return FUNCTIONS[name](*values)
    if name in SHOWING and values and not isinstance(holder, str | list):
        return values[-1]
    return UNKNOWN if holder is UNKNOWN else METHODS[name](holder, *values)


def _callable(value: Any, scope: Scope, depth: int, *, within: bool) -> Any:
    """A function of the program as one of ours; anything else as it is."""
    if isinstance(value, Function):
        return Told(lambda *values: _applied(value, list(values), scope, depth, within=within))
    return value


def _run(node: Node, scope: Scope, depth: int) -> Any:
    return RUN[node.kind](node, scope, depth, worked_out)


_KINDS: dict[str, Callable[[Node, Scope, int], Any]] = {
    "text": _constant, "number": _constant, "pattern": _constant, "list": _list, "map": _map,
    "name": _name, "member": _member, "index": _index, "slice": _slice, "call": _call,
    "join": _join, "sum": _sum, "function": _function, "assign": _assign, "choice": _choice,
    "spread": _spread, **dict.fromkeys(RUN, _run),
}  # fmt: skip
