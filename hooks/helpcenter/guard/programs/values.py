"""Working expressions out: joining, indexing, and the methods that turn texts into texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from helpcenter.guard import bounds
from helpcenter.guard.programs.methods import FUNCTIONS, METHODS, OPERATORS
from helpcenter.guard.programs.nodes import UNKNOWN, WALL, Function, Node, Result, Scope
from helpcenter.guard.programs.sums import MAX_TEXT, added, row, shown

_MAX_ITEMS = 5_000
_MAX_DEPTH = 80


def made(nodes: list[Node]) -> Iterator[Result]:
    """The texts that a program's expressions come to, those that are not written out anyway."""
    scope = Scope()
    for node in nodes:  # what is set further down may be used further up, in a function
        if node.kind == "assign":
            worked_out(node, scope, 0)
    scope = Scope(scope.names)
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
    value = worked_out(node, scope, 0)
    if node.kind not in ("list", "map", "function") and (text := _plain(value)):
        yield node.start, node.end, text
        if WALL not in text:
            return
    for part in node.parts:
        yield from _texts(part, scope, depth + 1)


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
    return str(value) if isinstance(value, str | int | float) else ""


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
    except (ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RecursionError):
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
    items: list[Any] = []
    for part in node.parts:
        value = worked_out(part, scope, depth)
        items += value if part.value == "..." and isinstance(value, list) else [value]
    return items


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
    return holder[key] if isinstance(holder, dict | str | list) else UNKNOWN


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
    return scope.names.get(f"{node.parts[0].value}.{node.value}", UNKNOWN)


def _slice(node: Node, scope: Scope, depth: int) -> Any:
    holder, *limits = (worked_out(part, scope, depth) for part in node.parts)
    return holder[slice(*limits)]


def _choice(node: Node, scope: Scope, depth: int) -> Any:
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
    values: list[Any] = []
    for part in given:
        value = worked_out(part, scope, depth)
        values += value if part.value == "..." and isinstance(value, list) else [value]
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


def _applied(function: Function, values: list[Any], scope: Scope, depth: int) -> Any:
    inner = Scope({**scope.names, **dict(zip(function.names, values, strict=False))}, scope.steps)
    value = worked_out(function.body, inner, depth)
    scope.steps = inner.steps
    return value


def _method(called: Node, values: list[Any], scope: Scope, depth: int) -> Any:
    name, holder = str(called.value), worked_out(called.parts[0], scope, depth)
    full = f"{called.parts[0].value}.{name}"
    if full in FUNCTIONS:
        return FUNCTIONS[full](*values)
    if name in ("map", "forEach", "replace", "flatMap", "from") and values:
        values = [_callable(value, called, scope, depth) for value in values]
    if name == "push" and isinstance(holder, list):
        holder += values
        return UNKNOWN
    if isinstance(holder, dict) and isinstance(holder.get(name), Function):
        return _applied(holder[name], values, scope, depth)
    if name in FUNCTIONS and not isinstance(holder, str | list | dict):
        return FUNCTIONS[name](*values)
    return UNKNOWN if holder is UNKNOWN else METHODS[name](holder, *values)


def _callable(value: Any, called: Node, scope: Scope, depth: int) -> Any:
    """A function of the program as one of ours; anything else as it is."""
    if isinstance(value, Function):
        return lambda *values: _applied(value, list(values), scope, depth)
    return value


_KINDS: dict[str, Callable[[Node, Scope, int], Any]] = {
    "text": _constant, "number": _constant, "pattern": _constant, "list": _list, "map": _map,
    "name": _name, "member": _member, "index": _index, "slice": _slice, "call": _call,
    "join": _join, "sum": _sum, "function": _function, "assign": _assign, "choice": _choice,
}  # fmt: skip
