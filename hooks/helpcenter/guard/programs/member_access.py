"""Accesses parts of a value: by index, by name, by slice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from helpcenter.guard.programs.functions import answer, applied
from helpcenter.guard.programs.javascript_lists import PARTS
from helpcenter.guard.programs.javascript_objects import Proxy
from helpcenter.guard.programs.nodes import UNKNOWN, Function, Module, Node, Scope
from helpcenter.guard.programs.patterns import Match, Pattern
from helpcenter.guard.programs.running import Return, Work

_STORES = frozenset({"os.environ"})
"""Full names of what a program of Python keeps texts in by name."""


def key_of(value: Any) -> Any:
    """A value as the key of a map."""
    return tuple(value) if isinstance(value, list) else value


def _stood_in(holder: Proxy, key: Any, scope: Scope, depth: int, work: Work) -> Any:
    """What a stand-in gives under a name."""
    get = holder.handler.get("get")
    if isinstance(get, Function):
        return applied(get, [holder.target, key, holder], scope, depth, work)
    return holder[key]


def _index(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    holder, key = (work(part, scope, depth) for part in node.parts)
    if isinstance(key, float):
        key = int(key)
    if isinstance(holder, Proxy):
        return _stood_in(holder, key, scope, depth, work)
    if isinstance(key, str) and isinstance(holder, str | list):
        return _property(holder, key)
    if isinstance(holder, dict):
        key = key_of(key)
        if key not in holder and str(key) not in holder:
            return answer(holder, ("__missing__", "__getitem__"), [key], scope, depth, work)
        return holder[key] if key in holder else holder[str(key)]
    return holder[key] if isinstance(holder, str | list | bytes) else UNKNOWN


def _property(holder: Any, name: str) -> Any:
    if isinstance(holder, Match) and name in holder.named:
        return holder.named[name]
    return len(holder) if name in ("length", "size") else holder[int(name)]


def _member(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    holder = work(node.parts[0], scope, depth)
    if node.value is None:  # `getattr(holder, name)`
        node = Node("member", node.parts[:1], work(node.parts[1], scope, depth))
    if isinstance(holder, Module):
        name = f"{holder.name}.{node.value}"
        return scope.names.setdefault(name, {}) if name in _STORES else scope.library.known(name)
    if isinstance(holder, Proxy):
        return _stood_in(holder, node.value, scope, depth, work)
    if isinstance(holder, Match) and node.value == "groups":
        return holder.named
    if isinstance(holder, dict):
        if node.value not in holder:
            return answer(holder, ("__getattr__",), [node.value], scope, depth, work)
        value = holder[node.value]
        is_property = isinstance(value, Function) and value.names == ("property",)
        return _got(value, holder, scope, depth, work) if is_property else value
    if node.value == "length" and isinstance(holder, str | list):
        return len(holder)
    if isinstance(holder, Pattern) and node.value in ("source", "pattern"):
        return str(holder)
    if node.value in ("source", "href", "text", "value"):
        return holder
    if isinstance(holder, str) and node.value in PARTS:
        return PARTS[str(node.value)](holder)
    return scope.names.get(f"{node.parts[0].value}.{node.value}", UNKNOWN)


def _got(value: Function, holder: Any, scope: Scope, depth: int, work: Work) -> Any:
    """What a property gives when it is read."""
    inner = scope.inner({**scope.names, "this": holder})
    try:
        return work(value.body, inner, depth)
    except Return as way_out:
        return way_out.value
    finally:
        scope.steps = inner.steps


def _slice(node: Node, scope: Scope, depth: int, work: Work) -> Any:
    holder, *limits = (work(part, scope, depth) for part in node.parts)
    return holder[slice(*limits)]


REACHED: dict[str, Callable[[Node, Scope, int, Work], Any]] = {
    "index": _index, "member": _member, "slice": _slice,
}  # fmt: skip
"""By the sort of node."""
