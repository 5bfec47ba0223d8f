"""Collects the texts that a program's expressions yield."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from helpcenter.guard.matching import bounds
from helpcenter.guard.programs import canvas
from helpcenter.guard.programs.called_methods import SHOWN
from helpcenter.guard.programs.functions import applied
from helpcenter.guard.programs.javascript_library import SCRIPT
from helpcenter.guard.programs.javascript_objects import KEPT, SETTING
from helpcenter.guard.programs.nodes import UNKNOWN, WALL, Library, Node, Result, Scope
from helpcenter.guard.programs.operators import shown
from helpcenter.guard.programs.patterns import Pattern
from helpcenter.guard.programs.rewriting import Rewrite, rewrites
from helpcenter.guard.programs.running import CHANGING, Return, Stop
from helpcenter.guard.programs.values import MAX_DEPTH, worked_out

_TIMES_OVER = 6
"""So much more than one expression may all of a program take, each function being run by itself."""
_HOLDING = frozenset({"list", "map", "pairs", "class", "function", "block", "given"})
"""Kinds of nodes whose parts are reported one by one."""
_LITERALS = frozenset({"text", "number"})
_LEAVES = _LITERALS | {"name", "pattern"}
"""Sorts of nodes that have no parts and need no working out."""


def known(nodes: list[Node], scope: Scope | None = None) -> dict[str, Any]:
    """What the names of a program hold when all of it has run once."""
    scope = scope or Scope(library=SCRIPT)
    for node in nodes:
        if node.kind in CHANGING or _is_setting(node) or _may_draw(node, scope):
            with bounds.trying():
                _told(node, scope)
    return scope.names


def _is_setting(node: Node) -> bool:
    """Whether an expression puts something under a name, as often as it may be run."""
    return node.kind == "call" and node.parts[0].kind == "member" and node.parts[0].value in SETTING


def _may_draw(node: Node, scope: Scope) -> bool:
    """Whether an expression is a call in a program that draws, maybe within what it calls."""
    return node.kind == "call" and canvas.DRAWN in scope.names


def made(
    nodes: list[Node],
    page: Mapping[str, dict[str, Any]] | None = None,
    library: Library = SCRIPT,
    names: Mapping[str, Any] | None = None,
) -> Iterator[Result]:
    """The texts that a program's expressions come to, those that are not written out anyway.

    Args:
        nodes: the expressions.
        page: elements around the program, by what selects them.
        library: what its language brings.
        names: what it takes from other files.
    """
    stores: dict[str, Any] = {name: {} for name in KEPT} if library is SCRIPT else {}
    scope = Scope({**stores, **(names or {})}, page=page or {}, library=library)
    known(nodes, scope)  # what is set further down may be used further up, in a function
    scope = scope.inner({n: v for n, v in scope.names.items() if not n.endswith(SHOWN)})
    drawn: Any = scope.names.pop(canvas.DRAWN, ())
    yield from ((nodes[0].start, nodes[-1].end, text) for text in canvas.shown(drawn))
    scope.steps = bounds.STEPS
    left = [_TIMES_OVER * bounds.STEPS]
    for node in nodes:
        yield from bounds.tried(_texts(node, scope, 0, left))


def _texts(
    node: Node, scope: Scope, depth: int, left: list[int], around: str = ""
) -> Iterator[Result]:
    """The largest expressions whose value is known.

    Args:
        node: where to look.
        scope: what is known there.
        depth: how deep it stands in others.
        left: steps that all functions and loops may still take together, one number.
        around: what was told of the expression around it, between walls.
    """
    if left[0] < 0:
        bounds.meet(f"> {bounds.STEPS} steps of a program")
    if depth > MAX_DEPTH or left[0] < 0 or node.kind in ("name", "pattern"):
        return
    if node.kind in _LITERALS:
        if _is_written_otherwise(node) and not _is_told(text := str(node.value), around):
            yield node.start, node.end, text
        return
    value = _told(node, scope)
    if isinstance(value, Pattern) and scope.library is not SCRIPT:
        return  # it is compared with; who shows it asks for its source or hands its name on
    if node.kind not in _HOLDING and (text := _plain(value)):
        if node.end and not _is_told(text, around):
            yield node.start, node.end, text
        if WALL not in text:
            return
        around = _walled(text) if node.end else around
    for change in _rewrites(node, scope) if value is UNKNOWN else ():
        yield node.start, node.end, change
    scope = _within(node, value, scope)
    for part in node.parts:
        if part.kind == "name" and node.kind == "call":
            yield from _given(part, scope)
        if part.kind in _LEAVES and left[0] >= 0 and not _is_written_otherwise(part):
            continue
        before = scope.steps
        yield from _texts(part, scope, depth + 1, left, around)
        left[0] -= max(before - scope.steps, 0)


def _within(node: Node, value: object, scope: Scope) -> Scope:
    """What is known in the parts of an expression."""
    if node.kind == "function" or (node.kind in CHANGING and node.kind != "assign"):
        scope = scope.apart()  # its parts are run elsewhere; to tell what they make is not to run
    if node.kind in ("map", "pairs") and type(value) is dict:
        scope = scope.inner({**scope.names, "this": value})
    if node.kind == "function":
        own: Any = node.value
        scope.names.update({name: UNKNOWN for name in own if isinstance(name, str)})
    return scope


def _walled(text: str) -> str:
    return f"{WALL}{text.strip(WALL)}{WALL}"


def _is_told(text: str, around: str) -> bool:
    """Whether all of a text stands between walls in what was told of the expression around it.

    What is quoted in it may be a program, which is read only where it is all of a text.
    """
    return _walled(text) in around and not any(map(text.__contains__, "\"'`"))


def _rewrites(node: Node, scope: Scope) -> Iterator[Rewrite]:
    return rewrites(
        node,
        lambda part: _told(part, scope),
        lambda function, values: applied(function, values, scope, 0, worked_out),
    )


def _given(node: Node, scope: Scope) -> Iterator[Result]:
    """A text that a program made and gives to a function that we do not know."""
    value = scope.names.get(str(node.value))
    if isinstance(value, str) and len(value) > 3:
        yield node.start, node.end, value


def _told(node: Node, scope: Scope) -> Any:
    """The value of an expression that stands by itself; of a way out, what it gives back."""
    try:
        return worked_out(node, scope, 0)
    except Return as way_out:
        return way_out.value
    except Stop:
        return UNKNOWN


def _is_written_otherwise(node: Node) -> bool:
    """A literal with escapes, a number not in decimal digits, or a text that holds markup."""
    if node.kind not in _LITERALS or not node.end or not isinstance(node.value, str | int):
        return False
    text = str(node.value)
    quotes = 2 if isinstance(node.value, str) and node.kind == "text" else 0
    return len(text) > 3 and (node.end - node.start != len(text) + quotes or "<" in text)


def _plain(value: object) -> str:
    if isinstance(value, list):
        return "".join(map(str, value)) if all(isinstance(v, str) for v in value) else ""
    if isinstance(value, bytes):
        return value.decode("ascii") if value.isascii() else ""
    return shown(value) if isinstance(value, str | int | float) else ""
