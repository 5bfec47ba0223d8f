"""Statements of Python: assignments, loops, conditions, definitions, imports."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from helpcenter.guard.programs import python_cases as cases
from helpcenter.guard.programs.making import made
from helpcenter.guard.programs.nodes import Module, Node, Result
from helpcenter.guard.programs.python import AST_OPERATORS, Expressions, names_of, parameters
from helpcenter.guard.programs.python_classes import Own, begun, last
from helpcenter.guard.programs.reading import READING, told


def results(text: str) -> Iterator[Result]:
    """Each expression that makes a text, and the text; nothing for what does not parse."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    reader = _Reader(text)
    reader.own = {item.name for item in tree.body if isinstance(item, ast.FunctionDef)}
    nodes = reader.block(tree.body)
    if said := ast.get_docstring(tree, clean=False):
        nodes.insert(0, _set("__doc__", Node("text", (), said)))
    yield from told(made(nodes, library=READING))


def _set(name: str, value: Node) -> Node:
    return Node("assign", (Node("name", (), name), value), "=")


class _Reader(Expressions):
    """Reads statements; expressions are another class's part."""

    own: frozenset[str] | set[str] = frozenset()
    """Functions of the program itself."""

    def block(self, items: Iterable[ast.stmt]) -> list[Node]:
        """Statements in their order."""
        return [node for item in items for node in self._statement(item)]

    def _statement(self, item: ast.stmt) -> list[Node]:
        known = _STATEMENTS.get(type(item))
        if known:
            return known(self, item)
        found = [self.read(c) for c in ast.iter_child_nodes(item) if isinstance(c, ast.expr)]
        for name in ("body", "handlers", "orelse", "finalbody", "cases"):  # with, try, match
            for inner in getattr(item, name, ()):
                found += (
                    self._statement(inner)
                    if isinstance(inner, ast.stmt)
                    else self.block(inner.body)
                )
        return found

    def group(self, items: Iterable[ast.stmt]) -> Node:
        """Statements as one."""
        nodes = self.block(items)
        return nodes[0] if len(nodes) == 1 else Node("block", tuple(nodes))

    def assign(self, item: Any, targets: Iterable[ast.expr], value: Node) -> list[Node]:
        """A value set to each target; to a list of them place by place."""
        out = []
        for target in targets:
            if isinstance(target, ast.Tuple | ast.List):
                out.append(self.node(item, ("unpack", (value,), (names_of(target),))))
            else:
                out.append(self.node(item, ("assign", (self.read(target), value), "=")))
        return out


_Statement = Callable[[_Reader, Any], list[Node]]


def _assign(reader: _Reader, item: ast.Assign) -> list[Node]:
    return reader.assign(item, item.targets, reader.read(item.value))


def _annotated(reader: _Reader, item: ast.AnnAssign) -> list[Node]:
    return reader.assign(item, (item.target,), reader.read(item.value)) if item.value else []


def _augmented(reader: _Reader, item: ast.AugAssign) -> list[Node]:
    operator = AST_OPERATORS.get(type(item.op), "?")
    value = reader.read(item.value)
    if operator != "+":
        value = reader.node(item, ("sum", (reader.read(item.target), value), operator))
    return [
        reader.node(
            item, ("assign", (reader.read(item.target), value), "+=" if operator == "+" else "=")
        )
    ]


def _for(reader: _Reader, item: Any) -> list[Node]:
    parts = (reader.read(item.iter), reader.group(item.body))
    found = [reader.node(item, ("each", parts, (names_of(item.target),)))]
    return [*found, *reader.block(item.orelse)]


def _asked(item: ast.stmt) -> ast.AST:
    """The condition of a statement, which comes first in it."""
    return next(ast.iter_child_nodes(item))


def _while(reader: _Reader, item: ast.While) -> list[Node]:
    parts = (reader.read(_asked(item)), reader.group(item.body))
    return [reader.node(item, ("while", parts, None))]


def _if(reader: _Reader, item: ast.If) -> list[Node]:
    ways = [reader.group(item.body), *([reader.group(item.orelse)] if item.orelse else [])]
    return [reader.node(item, ("if", (reader.read(_asked(item)), *ways), None))]


def _return(reader: _Reader, item: ast.Return) -> list[Node]:
    return [reader.node(item, ("return", (reader.read(item.value),), None))] if item.value else []


def _expression(reader: _Reader, item: ast.Expr) -> list[Node]:
    if isinstance(item.value, ast.Yield | ast.YieldFrom) and item.value.value:
        parts = (reader.read(item.value.value),)
        return [reader.node(item, ("yield", parts, isinstance(item.value, ast.YieldFrom)))]
    return [] if isinstance(item.value, ast.Constant) else [reader.read(item.value)]


def _function(reader: _Reader, item: Any) -> list[Node]:
    given = item.args
    plain = [*given.posonlyargs, *given.args]
    pairs = [*zip(plain[len(plain) - len(given.defaults) :], given.defaults, strict=True)]
    pairs += [(a, d) for a, d in zip(given.kwonlyargs, given.kw_defaults, strict=True) if d]
    begin = [Node("default", (reader.read(value),), one.arg) for one, value in pairs]
    body = Node("block", (*begin, *reader.block(item.body)))
    asked = any(isinstance(d, ast.Name) and d.id == "property" for d in item.decorator_list)
    names = ("property",) if asked else parameters(given)
    function = reader.node(item, ("function", (body,), names))
    found = [reader.node(item, ("assign", (Node("name", (), item.name), function), "="))]
    if said := ast.get_docstring(item, clean=False):
        found.append(_set(f"{item.name}.__doc__", Node("text", (), said)))
    for one in reversed(item.decorator_list):
        if last(one) in reader.own:
            held = Node("call", (reader.read(one), Node("name", (), item.name)))
            found.append(_set(item.name, held))
    return [*found, *_made_global(reader, item)]


def _made_global(reader: _Reader, item: Any) -> list[Node]:
    """What a function sets for the whole program, as if it were set beside it."""
    named = {n for part in item.body if isinstance(part, ast.Global) for n in part.names}
    sets = [
        part
        for part in item.body
        if isinstance(part, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id in named for target in part.targets)
    ]
    return reader.block(sets)


def _class(reader: _Reader, item: ast.ClassDef) -> list[Node]:
    names: list[str] = []
    above = next((base.id for base in item.bases if isinstance(base, ast.Name)), "")
    item.body += begun(item)
    for part in item.body:
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
            names.append(part.name)
            held = {d.id for d in part.decorator_list if isinstance(d, ast.Name)}
            if part.args.args and "staticmethod" not in held:
                own = part.args.args.pop(0)
                del part.args.defaults[: max(len(part.args.defaults) - len(part.args.args), 0)]
                part.body = [Own(own.arg, item.name, above).visit(inner) for inner in part.body]
        elif isinstance(part, ast.Assign):
            told = (node for target in part.targets for node in ast.walk(target))
            names += [node.id for node in told if isinstance(node, ast.Name)]
        elif isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
            names.append(part.target.id)
    body = reader.node(item, ("class", tuple(reader.block(item.body)), tuple(names)))
    if above:  # what the class above has, unless this one has its own
        body = Node("pairs", (Node("spread", (Node("name", (), above),)), Node("spread", (body,))))
    return [reader.node(item, ("assign", (Node("name", (), item.name), body), "="))]


def _import(reader: _Reader, item: ast.Import) -> list[Node]:
    return [
        _set(
            one.asname or one.name.partition(".")[0],
            Node("text", (), Module(one.name if one.asname else one.name.partition(".")[0])),
        )
        for one in item.names
    ]


def _from(reader: _Reader, item: ast.ImportFrom) -> list[Node]:
    holder = Node("text", (), Module(item.module or ""))
    return [_set(one.asname or one.name, Node("member", (holder,), one.name)) for one in item.names]


def _stop(reader: _Reader, item: Any) -> list[Node]:
    return [Node("stop", (), "continue" if isinstance(item, ast.Continue) else "break")]


def _match(reader: _Reader, item: ast.Match) -> list[Node]:
    """A choice among cases as conditions, one behind the other."""
    rest: tuple[Node, ...] = ()
    for case in reversed(item.cases):
        asked, bound = cases.fits(reader, item.subject, case.pattern)
        body = Node("block", (*bound, reader.group(case.body)))
        rest = (reader.node(item, ("if", (asked, body, *rest), None)),)
    return [*rest]


def _with(reader: _Reader, item: Any) -> list[Node]:
    """What is opened, under its name, and what is done with it."""
    found: list[Node] = []
    for one in item.items:
        held = reader.read(one.context_expr)
        named = one.optional_vars
        found += reader.assign(item, (named,), held) if named else [held]
    return [*found, *reader.block(item.body)]


_STATEMENTS: dict[type, _Statement] = {
    ast.Assign: _assign,
    ast.AnnAssign: _annotated,
    ast.AugAssign: _augmented,
    ast.For: _for,
    ast.AsyncFor: _for,
    ast.While: _while,
    ast.If: _if,
    ast.Match: _match,
    ast.With: _with,
    ast.AsyncWith: _with,
    ast.Return: _return,
    ast.Expr: _expression,
    ast.FunctionDef: _function,
    ast.AsyncFunctionDef: _function,
    ast.ClassDef: _class,
    ast.Import: _import,
    ast.ImportFrom: _from,
    ast.Break: _stop,
    ast.Continue: _stop,
}
