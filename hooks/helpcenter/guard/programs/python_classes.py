"""Classes of Python: resolves `self`, `cls` and `super()`, and generates `__init__` for fields."""

from __future__ import annotations

import ast

_OF_FIELDS = frozenset({"dataclass", "NamedTuple", "BaseModel", "define", "frozen", "attrs"})
"""Decorators and bases of classes whose annotated names become parameters of `__init__`."""


class Own(ast.NodeTransformer):
    """Replaces `self` and `cls` in methods by the class."""

    def __init__(self, own: str, name: str, above: str) -> None:
        self._own, self._name, self._above = own, name, above

    def visit_Name(self, node: ast.Name) -> ast.AST:
        """The class in place of the method's first parameter."""
        return ast.copy_location(ast.Name(self._name), node) if node.id == self._own else node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """The base class in place of `super()`."""
        if self._above and isinstance(node.func, ast.Name) and node.func.id == "super":
            return ast.copy_location(ast.Name(self._above), node)
        return self.generic_visit(node)


def begun(item: ast.ClassDef) -> list[ast.stmt]:
    """The generated `__init__` of a dataclass or the like; nothing for other classes."""
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
    """The default of a field, also that of `field(default=…)`."""
    given = value.keywords if isinstance(value, ast.Call) and last(value) == "field" else []
    return next((one.value for one in given if one.arg == "default"), value)
