"""Expressions of Jinja, read by its own parser; set variables are known across a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import jinja2
from jinja2 import nodes as jinja

from helpcenter.guard import bounds
from helpcenter.guard.programs.nodes import WALL, Node, Result, Scope
from helpcenter.guard.programs.values import worked_out

_ENVIRONMENT = jinja2.Environment(comment_start_string="{##", comment_end_string="##}")
_TAG = re.compile(
    r"\{\{((?:(?!\}\}|\{\{|\{%).){1,2000}+)\}\}|\{%((?:(?!%\}|\{\{|\{%).){1,2000}+)%\}", re.DOTALL
)
_SET = re.compile(r"-?\s{0,9}set\s{1,9}([A-Za-z_]\w{0,60})\s{0,9}=(.+?)-?\Z", re.DOTALL)
_MAKES = re.compile(r"[~|%+]|\bset\b|\bjoin\b|\[|^\s*[\w.]{1,60}\s*$|[\"'\d]\s*$|\bif\b")
_REACH = 120


def results(text: str) -> Iterator[Result]:
    """Each run of text and expressions that makes more than is written, and what it makes."""
    tags = list(_TAG.finditer(text)) if "{" in text else []
    different: set[str] = set()
    for number, tag in enumerate(tags):
        different.add(tag[0])
        if len(different) > bounds.EXPRESSIONS:
            bounds.meet(f"> {bounds.EXPRESSIONS} expressions")
            tags = tags[:number]
            break
    if not any(_MAKES.search(tag[1] or tag[2]) for tag in tags):
        return
    scope = Scope()
    shown = [_shown(tag, scope) for tag in tags]
    for number, tag in enumerate(tags):
        value = shown[number]
        if value and value != WALL:
            yield tag.start(), tag.end(), _around(text, tags, shown, number)


def _shown(tag: re.Match[str], scope: Scope) -> str:
    """What stands on the page where a tag stands; empty for a statement."""
    source, name = tag[1], ""
    if source is None and (given := _SET.match(tag[2])):
        name, source = given[1], given[2]
    if source is None:
        return ""
    tree = _tree(source.strip().strip("-"))
    if tree is None:
        return WALL
    value = worked_out(tree, Scope(scope.names), 0)
    if name:
        scope.names[name] = value
        return str(value) if isinstance(value, str) and tree.kind != "text" else ""
    if tree.kind == "call" and tree.parts[0].kind == "name":
        return WALL
    if isinstance(value, list):
        value = "".join(map(str, value))
    return str(value) if isinstance(value, str | int | float) else WALL


@lru_cache(maxsize=bounds.EXPRESSIONS)
def _tree(source: str) -> Node | None:
    """An expression read; None when it is none."""
    try:
        node = _ENVIRONMENT.parse("{{" + source + "}}").body[0]
    except (jinja2.TemplateError, RecursionError, IndexError):
        return None
    return _read(node.nodes[0] if isinstance(node, jinja.Output) and node.nodes else node)


def _around(text: str, tags: list[re.Match[str]], shown: list[str], number: int) -> str:
    """A shown value with its neighbours on both sides, tags among them replaced."""
    out = shown[number]
    at, step = tags[number].start(), number - 1
    while tags[number].start() - at < _REACH:
        end = tags[step].end() if step >= 0 else 0
        piece = text[max(end, at - _REACH) : at]
        out = piece + out
        if "\n\n" in piece or step < 0:
            break
        out, at, step = shown[step] + out, tags[step].start(), step - 1
    at, step = tags[number].end(), number + 1
    while at - tags[number].end() < _REACH:
        start = tags[step].start() if step < len(tags) else len(text)
        piece = text[at : min(start, at + _REACH)]
        out += piece
        if "\n\n" in piece or step >= len(tags):
            break
        out, at, step = out + shown[step], tags[step].end(), step + 1
    return out


def _read(item: Any) -> Node:
    """Jinja's tree as ours."""
    known = _READ.get(type(item))
    kind, parts, value = known(item) if known else ("name", (), "")
    return Node(kind, parts, value)


_Parts = tuple[str, tuple[Node, ...], object]


def _filter(item: jinja.Filter) -> _Parts:
    holder = _read(item.node) if item.node is not None else Node("text", (), "")
    return "call", (Node("member", (holder,), item.name), *map(_read, item.args)), None


def _subscript(item: jinja.Getitem) -> _Parts:
    if not isinstance(item.arg, jinja.Slice):
        return "index", (_read(item.node), _read(item.arg)), None
    limits = (item.arg.start, item.arg.stop, item.arg.step)
    none = Node("text", (), None)
    return "slice", (_read(item.node), *(_read(i) if i else none for i in limits)), None


def _map(item: jinja.Dict) -> _Parts:
    pairs = [(str(getattr(pair.key, "value", "")), _read(pair.value)) for pair in item.items]
    return "map", tuple(value for _, value in pairs), tuple(key for key, _ in pairs)


def _sum(sign: str) -> Callable[[Any], _Parts]:
    return lambda item: ("sum", (_read(item.left), _read(item.right)), sign)


_READ: dict[type, Callable[[Any], _Parts]] = {
    jinja.TemplateData: lambda i: ("text", (), i.data),
    jinja.Const: lambda i: ("text", (), i.value),
    jinja.Name: lambda i: ("name", (), i.name),
    jinja.Concat: lambda i: ("join", tuple(map(_read, i.nodes)), None),
    jinja.Getattr: lambda i: ("member", (_read(i.node),), i.attr),
    jinja.Getitem: _subscript,
    jinja.Filter: _filter,
    jinja.Call: lambda i: ("call", (_read(i.node), *map(_read, i.args)), None),
    jinja.List: lambda i: ("list", tuple(map(_read, i.items)), None),
    jinja.Tuple: lambda i: ("list", tuple(map(_read, i.items)), None),
    jinja.Dict: _map,
    jinja.CondExpr: lambda i: ("choice", (_read(i.expr1), _read(i.expr2)), None),
    jinja.Add: _sum("+"),
    jinja.Sub: _sum("-"),
    jinja.Mul: _sum("*"),
    jinja.Mod: _sum("%"),
}
