"""Converts expressions of Jinja's parser to our syntax tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import nodes as jinja

from helpcenter.guard.programs.nodes import Node

_OPERATORS = {
    "eq": "==",
    "ne": "!=",
    "gt": ">",
    "gteq": ">=",
    "lt": "<",
    "lteq": "<=",
    "in": "in",
    "notin": "not in",
}
_Parts = tuple[str, tuple[Node, ...], object]


def read(item: Any) -> Node:
    """One expression; what is not known is a name that nothing knows."""
    known = _READ.get(type(item))
    kind, parts, value = known(item) if known else ("name", (), "")
    return Node(kind, parts, value)


def _all(items: Any) -> tuple[Node, ...]:
    return tuple(map(read, items))


def _given(item: Any) -> tuple[Node, ...]:
    """What a call or a filter is given, in order and by name."""
    given = _all(item.args)
    if item.dyn_args is not None:
        given += (Node("spread", (read(item.dyn_args),), "..."),)
    names = tuple(pair.key for pair in item.kwargs)
    values = _all(pair.value for pair in item.kwargs)
    if item.dyn_kwargs is not None:
        names, values = (*names, ""), (*values, read(item.dyn_kwargs))
    return (*given, Node("given", values, names)) if names else given


def _filter(item: jinja.Filter) -> _Parts:
    holder = read(item.node) if item.node is not None else Node("text", (), "")
    return "call", (Node("member", (holder,), item.name), *_given(item)), None


def _subscript(item: jinja.Getitem) -> _Parts:
    if not isinstance(item.arg, jinja.Slice):
        return "index", (read(item.node), read(item.arg)), None
    limits = (item.arg.start, item.arg.stop, item.arg.step)
    none = Node("text", (), None)
    return "slice", (read(item.node), *(read(i) if i else none for i in limits)), None


def _map(item: jinja.Dict) -> _Parts:
    return "pairs", tuple(Node("list", _all((pair.key, pair.value))) for pair in item.items), None


def _chosen(item: jinja.CondExpr) -> _Parts:
    otherwise = read(item.expr2) if item.expr2 is not None else Node("text", (), "")
    asked, chosen = list(item.iter_child_nodes())[:2]
    return "choice", (read(asked), read(chosen), otherwise), "?"


def _compared(item: jinja.Compare) -> _Parts:
    first, *more = item.ops
    if more:
        return "name", (), ""
    return "sum", (read(item.expr), read(first.expr)), _OPERATORS[first.op]


def _sum(operator: str) -> Callable[[Any], _Parts]:
    return lambda item: ("sum", (read(item.left), read(item.right)), operator)


def _negative(item: jinja.Neg) -> _Parts:
    return "sum", (Node("number", (), 0), read(item.node)), "-"


_READ: dict[type, Callable[[Any], _Parts]] = {
    jinja.TemplateData: lambda i: ("text", (), i.data),
    jinja.Const: lambda i: ("text", (), i.value),
    jinja.Name: lambda i: ("name", (), i.name),
    jinja.NSRef: lambda i: ("member", (Node("name", (), i.name),), i.attr),
    jinja.Concat: lambda i: ("join", _all(i.nodes), None),
    jinja.Getattr: lambda i: ("member", (read(i.node),), i.attr),
    jinja.Getitem: _subscript,
    jinja.Filter: _filter,
    jinja.Call: lambda i: ("call", (read(i.node), *_given(i)), None),
    jinja.List: lambda i: ("list", _all(i.items), None),
    jinja.Tuple: lambda i: ("list", _all(i.items), None),
    jinja.Dict: _map,
    jinja.CondExpr: _chosen,
    jinja.Compare: _compared,
    jinja.And: lambda i: ("choice", (read(i.left), read(i.right), read(i.left)), "?"),
    jinja.Or: lambda i: ("choice", _all((i.left, i.right)), None),
    jinja.Add: _sum("+"),
    jinja.Sub: _sum("-"),
    jinja.Mul: _sum("*"),
    jinja.Mod: _sum("%"),
    jinja.Div: _sum("/"),
    jinja.FloorDiv: _sum("//"),
    jinja.Pow: _sum("**"),
    jinja.Neg: _negative,
}
