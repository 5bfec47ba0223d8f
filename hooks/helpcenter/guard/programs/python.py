"""Expressions of Python, read by its own parser."""

from __future__ import annotations

import ast
import copy
import warnings
from collections.abc import Callable, Iterator
from typing import Any

from helpcenter.guard.programs.making import made
from helpcenter.guard.programs.nodes import Node, Result
from helpcenter.guard.python_source import statements

_SIGNS = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Mod: "%",
    ast.BitXor: "^",
    ast.FloorDiv: "//",
}
_NONE = Node("text", (), None)


def results(text: str) -> Iterator[Result]:
    """Each expression that makes a text, and the text; nothing for what does not parse."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    reader = _Reader(text)
    outer = list(statements(tree))
    nodes = [reader.read(item) for item in outer if isinstance(item, ast.Assign | ast.AugAssign)]
    nodes += [
        reader.read(child)
        for item in outer
        for child in ast.iter_child_nodes(item)
        if isinstance(child, ast.expr)
    ]
    yield from made(nodes)


class _Reader:
    """Turns Python's tree into ours."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._plain = [line.isascii() for line in self._lines]
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def _offset(self, line: int, column: int) -> int:
        if not self._plain[line - 1]:
            column = len(self._lines[line - 1].encode()[:column].decode("utf-8", "ignore"))
        return self._starts[line - 1] + column

    def read(self, item: Any) -> Node:
        """One statement or expression; what is not known becomes a name that nothing knows."""
        kind, parts, value = _READ.get(type(item), _unknown)(self, item)
        start = self._offset(item.lineno, item.col_offset) if hasattr(item, "lineno") else 0
        end = self._offset(item.end_lineno, item.end_col_offset) if hasattr(item, "lineno") else 0
        return Node(kind, parts, value, start, end)


_Parts = tuple[str, tuple[Node, ...], object]


def _unknown(reader: _Reader, item: Any) -> _Parts:
    children = (child for child in ast.iter_child_nodes(item) if isinstance(child, ast.expr))
    return "call", (Node("name", (), ""), *map(reader.read, children)), None


def _constant(reader: _Reader, item: ast.Constant) -> _Parts:
    value = item.value.decode("latin-1") if isinstance(item.value, bytes) else item.value
    known = isinstance(value, str | int | float) and not isinstance(value, bool)
    return "text", (), value if known else None


def _joined(reader: _Reader, item: ast.JoinedStr) -> _Parts:
    pieces = (v.value if isinstance(v, ast.FormattedValue) else v for v in item.values)
    return "join", tuple(map(reader.read, pieces)), None


def _subscript(reader: _Reader, item: ast.Subscript) -> _Parts:
    holder = reader.read(item.value)
    if not isinstance(item.slice, ast.Slice):
        return "index", (holder, reader.read(item.slice)), None
    limits = (item.slice.lower, item.slice.upper, item.slice.step)
    return "slice", (holder, *(reader.read(limit) if limit else _NONE for limit in limits)), None


def _unary(reader: _Reader, item: ast.UnaryOp) -> _Parts:
    zero = Node("number", (), 0)
    return "sum", (zero, reader.read(item.operand)), "-" if isinstance(item.op, ast.USub) else "+"


def _comprehension(reader: _Reader, item: ast.ListComp | ast.GeneratorExp) -> _Parts:
    """`f(c) for c in x` as `x.map(c => f(c))`."""
    first = item.generators[0]
    names: tuple[str, ...] = (first.target.id,) if isinstance(first.target, ast.Name) else ()
    shown: ast.expr = item.elt
    if isinstance(first.target, ast.Tuple):  # `for a, b in x`: `a` is `_[0]`
        names = ("_pair",)
        places = {t.id: at for at, t in enumerate(first.target.elts) if isinstance(t, ast.Name)}
        shown = _Unpacked(places).visit(copy.deepcopy(shown))
    body = Node("function", (reader.read(shown),), names)
    return "call", (Node("member", (reader.read(first.iter),), "map"), body), None


class _Unpacked(ast.NodeTransformer):
    """Puts places of a pair where the names stand that a loop gives them."""

    def __init__(self, places: dict[str, int]) -> None:
        self._places = places

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """The name, or `_pair[n]` for one that the loop unpacks."""
        if node.id not in self._places:
            return node
        holder = ast.copy_location(ast.Name("_pair"), node)
        place = ast.copy_location(ast.Constant(self._places[node.id]), node)
        return ast.copy_location(ast.Subscript(holder, place), node)


_READ: dict[type, Callable[[_Reader, Any], _Parts]] = {
    ast.Constant: _constant,
    ast.Name: lambda r, i: ("name", (), i.id),
    ast.Attribute: lambda r, i: ("member", (r.read(i.value),), i.attr),
    ast.Call: lambda r, i: ("call", (r.read(i.func), *map(r.read, i.args)), None),
    ast.BinOp: lambda r, i: ("sum", (r.read(i.left), r.read(i.right)), _SIGNS.get(type(i.op), "?")),
    ast.UnaryOp: _unary,
    ast.JoinedStr: _joined,
    ast.List: lambda r, i: ("list", tuple(map(r.read, i.elts)), None),
    ast.Tuple: lambda r, i: ("list", tuple(map(r.read, i.elts)), None),
    ast.Subscript: _subscript,
    ast.IfExp: lambda r, i: ("choice", (r.read(i.body), r.read(i.orelse)), None),
    ast.ListComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.Assign: lambda r, i: ("assign", (r.read(i.targets[0]), r.read(i.value)), "="),
    ast.AugAssign: lambda r, i: ("assign", (r.read(i.target), r.read(i.value)), "+="),
}
