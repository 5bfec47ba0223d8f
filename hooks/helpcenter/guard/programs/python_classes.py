"""Classes of Python: what their methods call themselves, and what those of fields begin with."""

from __future__ import annotations

import ast

_OF_FIELDS = frozenset({"dataclass", "NamedTuple", "BaseModel", "define", "frozen", "attrs"})
"""Decorators and bases of classes whose annotated names are what they are made of."""


class Own(ast.NodeTransformer):
    """Puts the class where its methods say `self` or `cls`."""

    def __init__(self, own: str, name: str, above: str) -> None:
        self._own, self._name, self._above = own, name, above

    def visit_Name(self, node: ast.Name) -> ast.AST:
        """The name of the class for the method's own word for it."""
        return ast.copy_location(ast.Name(self._name), node) if node.id == self._own else node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """The class above for `super()`."""
        if self._above and isinstance(node.func, ast.Name) and node.func.id == "super":
            return ast.copy_location(ast.Name(self._above), node)
        return self.generic_visit(node)


def begun(item: ast.ClassDef) -> list[ast.stmt]:
    """The beginning that a class of fields has without one being written; none of any other class."""
    if not any(last(one) in _OF_FIELDS for one in (*item.decorator_list, *item.bases)):
        return []
    fields = [part for part in item.body if isinstance(part, ast.AnnAssign)]
    names = [part.target.id for part in fields if isinstance(part.target, ast.Name)]
    methods = {part.name for part in item.body if isinstance(part, ast.FunctionDef)}
    if not names or "__init__" in methods:
        return []
    after = ["self.__post_init__()"] if "__post_init__" in methods else []
    body = "; ".join([*(f"self.{name} = {name}" for name in names), *after])
    (made,) = ast.parse(f"def __init__(self, {', '.join(names)}): {body}").body
    for node in ast.walk(made):
        ast.copy_location(node, item)
    if isinstance(made, ast.FunctionDef):
        made.args.defaults = [_default(part.value) for part in fields if part.value]
    return [made]


def last(item: ast.expr) -> str:
    """The last name of a decorator or a base."""
    item = item.func if isinstance(item, ast.Call) else item
    return item.attr if isinstance(item, ast.Attribute) else getattr(item, "id", "")


def _default(value: ast.expr) -> ast.expr:
    """What a field is when nothing is given: `field(default=…)` tells it by name."""
    given = value.keywords if isinstance(value, ast.Call) and last(value) == "field" else []
    return next((one.value for one in given if one.arg == "default"), value)
