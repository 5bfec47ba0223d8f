"""Runs loops and generators of a program, with a limit on steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from helpcenter.guard.programs.nodes import UNKNOWN, Names, Node, Scope
from helpcenter.guard.programs.patterns import Match

Work = Callable[[Node, Scope, int], Any]
YIELDED = "<yielded>"
"""Name under which a function keeps what it has given back so far."""
_TIMES = 400
"""Rounds of one loop; an address is shorter."""


class Return(Exception):
    """The way out of a function, with what it gives back."""

    def __init__(self, value: Any) -> None:
        super().__init__()
        self.value = value


class Stop(Exception):
    """The way out of a loop, or (`again`) to its next round."""

    def __init__(self, again: bool) -> None:
        super().__init__()
        self.again = again


def bind(names: Iterable[Names], values: Iterable[Any]) -> dict[str, Any]:
    """Names with their values; a list or a map is unpacked where the program says so."""
    out: dict[str, Any] = {}
    given = [*values]
    for at, name in enumerate(names):
        if isinstance(name, str) and name.startswith("**"):
            break
        if isinstance(name, str) and name.startswith("..."):
            out[name[3:]] = given[at:]
            break
        if at >= len(given):
            break
        value = given[at]
        if isinstance(name, str):
            out[name] = value
            continue
        for key, inner in name:
            out.update(bind((inner,), (_item(value, key),)))
    return out


def _item(value: Any, key: str) -> Any:
    if isinstance(value, dict):
        return value if key.startswith("...") else value.get(key, UNKNOWN)
    if isinstance(value, Match) and key == "groups":
        return value.named
    if key.startswith("..."):
        return value[int(key[3:]) :] if isinstance(value, str | list) else UNKNOWN
    known = isinstance(value, str | list) and key.lstrip("-").isdigit() and int(key) < len(value)
    return value[int(key)] if known else UNKNOWN


def _again(body: Node, scope: Scope, depth: int, work: Work) -> Any:
    """A body once more: nothing is remembered but what its names hold."""
    remembered, scope.made = scope.made, {}
    scope.steps -= len(scope.names) // 100  # as any scope of so many names costs
    try:
        return work(body, scope, depth)
    except Stop as stop:
        if not stop.again:
            raise
        return UNKNOWN
    finally:
        scope.made = remembered


def _each(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    source, body = node.parts
    items, names = work(source, scope, depth), node.value
    if isinstance(items, dict):
        items = list(items)
    elif node.kind == "keys":
        items = [str(at) for at in range(len(items))]
    value: Any = UNKNOWN
    with suppress(Stop):
        for item in items[:_TIMES]:
            scope.names.update(bind(names, (item,)))  # type: ignore[arg-type]
            value = _again(body, scope, depth, work)
    return value


def _while(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    value: Any = UNKNOWN
    with suppress(Stop):
        for _ in range(_TIMES):
            going = _again(node.parts[0], scope, depth, work)
            if going is UNKNOWN or not going:
                break
            value = _again(node.parts[1], scope, depth, work)
    return value


def _block(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    """The last text that a block makes."""
    value: Any = UNKNOWN
    for part in node.parts:
        made = work(part, scope, depth)
        value = made if isinstance(made, str) else value
    return value


def _if(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    asked, *ways = node.parts
    held = work(asked, scope, depth)
    taken = ways[:1] if held is UNKNOWN or held else ways[1:]
    return work(taken[0], scope, depth) if taken else UNKNOWN


def _return(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    raise Return(work(node.parts[0], scope, depth))


def _stop(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    raise Stop(node.value == "continue")


def _yield(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    """One more item of what a function of Python gives back."""
    value = work(node.parts[0], scope, depth)
    given: Any = scope.names.get(YIELDED)
    if isinstance(given, list) and len(given) < _TIMES:
        given += value if node.value and isinstance(value, list) else [value]
    return UNKNOWN


def _default(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    """What a parameter is when nothing is given for it."""
    name = str(node.value)
    if scope.names.get(name, UNKNOWN) is UNKNOWN:
        scope.names[name] = work(node.parts[0], scope, depth)
    return UNKNOWN


def _class(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    """A class as a map of what its body sets."""
    inner = scope.inner({**scope.names})
    for part in node.parts:
        work(part, inner, depth)
    scope.steps = inner.steps
    names: Any = node.value
    return {name: inner.names[name] for name in names if name in inner.names}


def _gather(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    """`[f(a, b) for a in x for b in y if c]`.

    The parts are the item and, of each `for`, its source and its conditions; the value is, of each,
    the names and how many conditions there are.
    """
    out: list[Any] = []
    shown, *rest = node.parts
    steps: Any = node.value

    def deeper(at: int, parts: list[Node], held: Scope) -> None:
        if at == len(steps):
            out.append(work(shown, held, depth))
            return
        name, conditions = steps[at]
        items = work(parts[0], held, depth)
        for item in list(items)[:_TIMES]:
            if len(out) >= _TIMES or held.steps < 0:
                return
            inner = held.inner({**held.names, **bind((name,), (item,))})
            kept = [work(part, inner, depth) for part in parts[1 : conditions + 1]]
            if all(value is UNKNOWN or value for value in kept):
                deeper(at + 1, parts[conditions + 1 :], inner)
            held.steps = inner.steps

    deeper(0, rest, scope)
    return out


def _unpack(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    value = work(node.parts[0], scope, depth)
    scope.names.update(bind(node.value, (value,)))  # type: ignore[arg-type]
    return UNKNOWN


def _step(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    """`n++` and `--n`: the number before or behind the step."""
    told: Any = node.value
    by, before = told
    name = str(node.parts[0].value)
    old: Any = scope.names.get(name, UNKNOWN)
    scope.names[name] = old + by
    return old + by if before else old


RUN: dict[str, Callable[[Node, Scope, int, Work], Any]] = {
    "each": _each, "keys": _each, "while": _while, "block": _block, "if": _if, "return": _return,
    "unpack": _unpack, "step": _step, "stop": _stop, "yield": _yield, "default": _default,
    "class": _class, "gather": _gather,
}  # fmt: skip
"""By the sort of node."""
CHANGING = frozenset({"assign", *RUN} - {"return", "stop", "yield", "class", "gather"})
"""Sorts of nodes that set names."""
