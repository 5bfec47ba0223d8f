"""Calls methods: of the program's own objects, of the page, of texts and lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from helpcenter.guard.programs import canvas
from helpcenter.guard.programs.functions import applied, as_ours
from helpcenter.guard.programs.javascript_library import Told
from helpcenter.guard.programs.javascript_lists import CHANGES, SHOWING
from helpcenter.guard.programs.nodes import UNKNOWN, Function, Given, Module, Node, Scope
from helpcenter.guard.programs.operators import MAX_TEXT, shown
from helpcenter.guard.programs.page import PROPERTIES, SAME, is_element
from helpcenter.guard.programs.running import Work

TYPES = frozenset({"str", "bytes", "list", "dict", "int"})
"""Types whose methods are called with what they work on as the first thing given."""
_BY_NAME = ("getElementById", "querySelector", "querySelectorAll")
SHOWN = ".<shown>"
"""Behind the name of a thing: under which all is kept that was added to it."""
_ADDING = frozenset({"append", "write", "writeln", "insertAdjacentHTML", "insertAdjacentText"})
"""What is given to them stands behind what was given before."""


def dotted(node: Node) -> str:
    """`String.fromCharCode` as it is written."""
    if node.kind == "member":
        return f"{node.parts[0].value}.{node.value}"
    return str(node.value) if node.kind == "name" else ""


def asked(
    known: Callable[..., Any], values: list[Any], scope: Scope, depth: int, work: Work
) -> Any:
    """What a function of the language gives back, with what it is given by name if it takes that."""
    values = [as_ours(value, scope, depth, work, within=False) for value in values]
    if values and isinstance(values[-1], Given):
        *values, named = values
        named = {n: as_ours(v, scope, depth, work, within=False) for n, v in named.items()}
        try:
            return known(*values, **named)
        except TypeError:
            return known(*values)
    return known(*values)


def called_method(called: Node, values: list[Any], scope: Scope, depth: int, work: Work) -> Any:
    """What a method gives back."""
    library = scope.library
    if called.value is None:  # `getattr(holder, name)(…)`
        called = Node("member", called.parts[:1], work(called.parts[1], scope, depth))
    name, holder = str(called.value), work(called.parts[0], scope, depth)
    if name in ("call", "apply", "bind") and dotted(called) not in library.functions:
        return _handed(name, called.parts[0], holder, values, scope, depth, work)
    values = [as_ours(value, scope, depth, work, within=name == "forEach") for value in values]
    full = f"{holder.name}.{name}" if isinstance(holder, Module) else dotted(called)
    full = full.removeprefix("builtins.")
    if full == "os.getenv":
        kept: Any = scope.names.get("os.environ", {})
        return kept.get(*values)
    if full in library.functions:
        return asked(library.functions[full], values, scope, depth, work)
    if name in _BY_NAME and values:
        return _element(name, str(values[0]), scope)
    if name == "getPropertyValue" and values and PROPERTIES in scope.page:
        return scope.page[PROPERTIES][str(values[0])]
    if name in CHANGES and isinstance(holder, list):
        return CHANGES[name](holder, *values)
    if isinstance(holder, dict) and name in holder:
        return _own(name, holder, values, scope, depth, work)
    if isinstance(holder, Module):
        return UNKNOWN
    if dotted(called.parts[0]) in TYPES:
        return asked(library.methods[name], values, scope, depth, work)
    if name in library.functions and not isinstance(holder, str | list | dict | bytes):
        return asked(library.functions[name], values, scope, depth, work)
    if name in canvas.CALLS and (drawn := scope.names.get(canvas.DRAWN)) is not None:
        canvas.note(drawn, name, values)  # type: ignore[arg-type]
        return UNKNOWN
    if name in SHOWING and values and not _keeps(holder):
        return _shown(name, dotted(called.parts[0]), values, scope)
    if holder is UNKNOWN:
        return UNKNOWN
    return asked(library.methods[name], [holder, *values], scope, depth, work)


def _keeps(holder: Any) -> bool:
    """Whether a value keeps what it is given, and does not show it."""
    return isinstance(holder, str | list) or (isinstance(holder, dict) and not is_element(holder))


def _own(
    name: str, holder: dict[Any, Any], values: list[Any], scope: Scope, depth: int, work: Work
) -> Any:
    """A method that the program gave to a thing."""
    if not isinstance(holder[name], Function):
        return holder[name](*values) if callable(holder[name]) else UNKNOWN
    held = scope.inner({**scope.names, "this": holder})
    value = applied(holder[name], values, held, depth, work)
    scope.steps = held.steps
    return value


def _handed(
    how: str, node: Node, holder: Any, values: list[Any], scope: Scope, depth: int, work: Work
) -> Any:
    """`f.call(this, a)`, `f.apply(this, [a])`, `f.bind(this, a)`."""
    given = values[1] if how == "apply" and len(values) > 1 else values[1:]
    function = as_ours(holder, scope, depth, work, within=False)
    function = function if callable(function) else scope.library.functions.get(dotted(node))
    if function is None and node.kind == "member" and holder is UNKNOWN:
        method = scope.library.methods[str(node.value)]
        given = [as_ours(value, scope, depth, work, within=False) for value in given]
        return method(values[0], *given)
    if function is None:
        return UNKNOWN
    return Told(lambda *more: function(*given, *more)) if how == "bind" else function(*given)


def _shown(name: str, place: str, values: list[Any], scope: Scope) -> Any:
    """What a reader sees or where a browser goes; where one thing is added behind another, all of it."""
    if name not in _ADDING or not place:
        return values[-1]
    pieces = values if name in ("append", "write", "writeln") else values[-1:]
    before = scope.names.get(key := f"{place}{SHOWN}", "")
    whole = scope.names[key] = (str(before) + "".join(map(shown, pieces)))[-MAX_TEXT:]
    return whole


def _element(name: str, wanted: str, scope: Scope) -> Any:
    """The element of the page, or all of them, that a script asks for by a selector."""
    selector = f"#{wanted}" if name == "getElementById" else wanted.split(" ")[-1]
    if name == "querySelectorAll":
        return list(scope.page[selector].get(SAME, [scope.page[selector]]))
    return scope.page[selector]
