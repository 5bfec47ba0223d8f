"""Expressions of Python, read by its own parser; `python_statements` reads statements."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from helpcenter.guard.programs.nodes import Names, Node

AST_OPERATORS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Mod: "%", ast.BitXor: "^", ast.FloorDiv: "//", ast.Div: "/",
    ast.BitAnd: "&", ast.BitOr: "|", ast.LShift: "<<", ast.RShift: ">>", ast.Pow: "**", ast.MatMult: "@", ast.Eq: "==", ast.NotEq: "!=",
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.In: "in", ast.NotIn: "not in", ast.Is: "==", ast.IsNot: "!=",
}  # fmt: skip
NONE = Node("text", (), None)
PATH = "Path"
"""A call of it joins the parts of a path, as `/` does where the right side is a text."""
NOBODY = Node("name", (), "")
"""A name that nothing knows."""
Parts = tuple[str, tuple[Node, ...], object]


class Expressions:
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

    def node(self, item: Any, parts: Parts) -> Node:
        """A node that stands where the item does."""
        kind, inner, value = parts
        if not hasattr(item, "lineno"):
            return Node(kind, inner, value)
        start = self._offset(item.lineno, item.col_offset)
        end = self._offset(item.end_lineno, item.end_col_offset)
        return Node(kind, inner, value, start, end)

    def read(self, item: Any) -> Node:
        """One expression; what is not known becomes a call of a name that nothing knows."""
        return self.node(item, _READ.get(type(item), _unknown)(self, item))

    def read_all(self, items: Any) -> tuple[Node, ...]:
        """Expressions in their order."""
        return tuple(map(self.read, items))


def names_of(target: Any) -> Names:
    """What a target binds: a name, or the places of a list with a name or more for each."""
    if isinstance(target, ast.Tuple | ast.List):
        return placed([(isinstance(item, ast.Starred), names_of(item)) for item in target.elts])
    if isinstance(target, ast.Starred):
        return names_of(target.value)
    return target.id if isinstance(target, ast.Name) else ""


def placed(items: list[tuple[bool, Names]]) -> Names:
    """The places of a list; a name that takes all the rest is behind `...`, those behind it from the end."""
    rest = next((at for at, (takes_rest, _) in enumerate(items) if takes_rest), len(items))
    return tuple(
        (f"...{at}" if at == rest else str(at if at < rest else at - len(items)), names)
        for at, (_, names) in enumerate(items)
    )


def _unknown(reader: Expressions, item: Any) -> Parts:
    children = (child for child in ast.iter_child_nodes(item) if isinstance(child, ast.expr))
    return "call", (NOBODY, *map(reader.read, children)), None


def _constant(reader: Expressions, item: ast.Constant) -> Parts:
    known = isinstance(item.value, str | bytes | int | float)
    return "text", (), item.value if known else None


def _shown(reader: Expressions, item: ast.FormattedValue) -> Parts:
    value = reader.read(item.value)
    if item.format_spec is None:
        return "join", (value,), None
    return "call", (Node("name", (), "format"), value, reader.read(item.format_spec)), None


def _subscript(reader: Expressions, item: ast.Subscript) -> Parts:
    holder = reader.read(item.value)
    if not isinstance(item.slice, ast.Slice):
        return "index", (holder, reader.read(item.slice)), None
    limits = (item.slice.lower, item.slice.upper, item.slice.step)
    return "slice", (holder, *(reader.read(limit) if limit else NONE for limit in limits)), None


def _sum(reader: Expressions, item: ast.BinOp) -> Parts:
    sides = (reader.read(item.left), reader.read(item.right))
    if isinstance(item.op, ast.Div) and isinstance(sides[1].value, str) and sides[1].kind == "text":
        return "call", (Node("name", (), PATH), *sides), None
    return "sum", sides, AST_OPERATORS.get(type(item.op), "?")


def _unary(reader: Expressions, item: ast.UnaryOp) -> Parts:
    if not isinstance(item.op, ast.USub | ast.UAdd):
        return _unknown(reader, item)
    zero = Node("number", (), 0)
    return "sum", (zero, reader.read(item.operand)), "-" if isinstance(item.op, ast.USub) else "+"


def _compared(reader: Expressions, item: ast.Compare) -> Parts:
    if len(item.ops) > 1:
        return _unknown(reader, item)
    sides = (reader.read(item.left), reader.read(item.comparators[0]))
    return "sum", sides, AST_OPERATORS[type(item.ops[0])]


def _comprehension(reader: Expressions, item: Any) -> Parts:
    """`gather`; of a map as a call of `dict`."""
    pair = isinstance(item, ast.DictComp)
    shown = Node("list", reader.read_all((item.key, item.value))) if pair else reader.read(item.elt)
    parts, steps = [shown], []
    for step in item.generators:
        parts += [reader.read(step.iter), *map(reader.read, step.ifs)]
        steps.append((names_of(step.target), len(step.ifs)))
    gathered = reader.node(item, ("gather", tuple(parts), tuple(steps)))
    return ("call", (Node("name", (), "dict"), gathered), None) if pair else _parts(gathered)


def _parts(node: Node) -> Parts:
    return node.kind, node.parts, node.value


def _pairs(reader: Expressions, item: ast.Dict) -> Parts:
    pairs = zip(item.keys, item.values, strict=True)
    return (
        "pairs",
        tuple(
            Node("list", reader.read_all((k, v))) if k else Node("spread", (reader.read(v),))
            for k, v in pairs
        ),
        None,
    )


def _call(reader: Expressions, item: ast.Call) -> Parts:
    if isinstance(item.func, ast.Name) and item.func.id == "getattr" and len(item.args) > 1:
        return "member", reader.read_all(item.args[:2]), None
    given = reader.read_all(item.args)
    if item.keywords:
        names = tuple(keyword.arg or "" for keyword in item.keywords)
        given += (Node("given", reader.read_all(k.value for k in item.keywords), names),)
    return "call", (reader.read(item.func), *given), None


def _function(reader: Expressions, item: ast.Lambda) -> Parts:
    return "function", (reader.read(item.body),), parameters(item.args)


def parameters(given: ast.arguments) -> tuple[Names, ...]:
    """Names of parameters in their order; `*x` as `...x`, `**x` as it is."""
    names: list[Names] = [one.arg for one in (*given.posonlyargs, *given.args)]
    if given.vararg:
        names.append(f"...{given.vararg.arg}")
    names += [one.arg for one in given.kwonlyargs]
    return (*names, f"**{given.kwarg.arg}") if given.kwarg else tuple(names)


_READ: dict[type, Callable[[Expressions, Any], Parts]] = {
    ast.Constant: _constant,
    ast.Name: lambda r, i: ("name", (), i.id),
    ast.Attribute: lambda r, i: ("member", (r.read(i.value),), i.attr),
    ast.Call: _call,
    ast.BinOp: _sum,
    ast.UnaryOp: _unary,
    ast.Compare: _compared,
    ast.BoolOp: lambda r, i: ("choice", r.read_all(i.values), None),
    ast.JoinedStr: lambda r, i: ("join", r.read_all(i.values), None),
    ast.FormattedValue: _shown,
    ast.List: lambda r, i: ("list", r.read_all(i.elts), None),
    ast.Tuple: lambda r, i: ("list", r.read_all(i.elts), None),
    ast.Set: lambda r, i: ("list", r.read_all(i.elts), None),
    ast.Starred: lambda r, i: ("spread", (r.read(i.value),), "..."),
    ast.Dict: _pairs,
    ast.Subscript: _subscript,
    ast.IfExp: lambda r, i: ("choice", r.read_all(ast.iter_child_nodes(i)), "?"),
    ast.Lambda: _function,
    ast.ListComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.SetComp: _comprehension,
    ast.DictComp: _comprehension,
    ast.NamedExpr: lambda r, i: ("assign", r.read_all((i.target, i.value)), "="),
}
