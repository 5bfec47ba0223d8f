"""Changes that a program makes to texts it does not hold: to the page, to what is shown.

`html.replace("8888", "5751")` yields no address by itself, but it does when applied to an address
of ours.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import Any
from urllib.parse import unquote

from helpcenter.guard.programs import patterns
from helpcenter.guard.programs.nodes import UNKNOWN, Function, Node
from helpcenter.guard.programs.operators import shown
from helpcenter.guard.programs.patterns import Pattern

OURS: ContextVar[tuple[str, ...]] = ContextVar("ours", default=())
"""Addresses of ours as pages show them."""
_WORD = re.compile(r"[^\W_].*[^\W_]")
_GROUP = re.compile(r"\$(?:\d|&|<\w+>)|\\(?:\d|g<\w+>)")
_CALLS = frozenset({"replace", "replaceAll", "sub", "join"})


class Rewrite(str):
    """What is put in; with it, the change itself."""

    change: Callable[[str], str]

    def __new__(cls, new: str, change: Callable[[str], str]) -> Rewrite:
        """A text that knows what it changes."""
        made = super().__new__(cls, new)
        made.change = change
        return made


def _unknown(function: Function, values: list[Any]) -> Any:
    return UNKNOWN


def rewrites(
    node: Node,
    told: Callable[[Node], Any],
    call: Callable[[Function, list[Any]], Any] = _unknown,
) -> Iterator[Rewrite]:
    """The change that a call makes to a text that is not known.

    Args:
        node: an expression.
        told: gives the value of one.
        call: gives what a function of the program makes of some values.
    """
    if node.kind != "call" or node.parts[0].kind != "member":
        return
    name, holder = str(node.parts[0].value), node.parts[0].parts[0]
    if name not in _CALLS:
        return
    given = [told(part) for part in node.parts[1:]]
    if name == "join":
        yield from _joined(holder, node.parts[1:], told)
    elif name == "sub":
        own = told(holder)
        pattern, new, *_ = [own, *given] if isinstance(own, Pattern) else [*given, "", ""]
        if isinstance(pattern, str):
            yield from _exchanged(Pattern(pattern), new, lambda one, match: call(one, [match]))
    elif len(given) > 1 and told(holder) is UNKNOWN:
        yield from _exchanged(given[0], given[1], call)


def _joined(
    holder: Node, given: tuple[Node, ...], told: Callable[[Node], Any]
) -> Iterator[Rewrite]:
    """`html.split(old).join(new)`, and `new.join(html.split(old))`."""
    for split, new in (
        (holder, given[0] if given else None),
        (given[0] if given else None, holder),
    ):
        if split is None or new is None or split.kind != "call" or len(split.parts) != 2:
            continue
        called, old = split.parts
        if called.kind == "member" and called.value == "split" and told(split) is UNKNOWN:
            yield from _exchanged(told(old), told(new))


def _exchanged(
    old: Any, new: Any, call: Callable[[Function, list[Any]], Any] = _unknown
) -> Iterator[Rewrite]:
    if isinstance(old, Pattern) and isinstance(new, Function):
        yield _worked(old, new, call)
    if not isinstance(old, str) or not isinstance(new, str) or not old:
        return
    words = [_GROUP.sub("", new)] if isinstance(old, Pattern) else [old, new]
    if not all(map(_WORD.search, words)):
        return  # what leaves out single characters or tidies up makes no other address on purpose
    if isinstance(old, Pattern):
        yield Rewrite(new, lambda text: patterns.replaced(old, text, new))
    else:
        yield Rewrite(new, lambda text: text.replace(old, new))


def _worked(old: Pattern, new: Function, call: Callable[[Function, list[Any]], Any]) -> Rewrite:
    """A change in which a function says what stands for each match."""

    def one(match: Any) -> str:
        value = call(new, match)
        return str(match[0]) if value is UNKNOWN else shown(value)

    return Rewrite("", lambda text: patterns.replaced(old, text, one))


def rewritten(made: str) -> Iterator[str]:
    """Addresses of ours that a change makes into something else."""
    if not isinstance(made, Rewrite):
        return
    for ours in OURS.get():
        try:
            changed = made.change(ours)
        except (ValueError, IndexError):
            continue
        if unquote(unicodedata.normalize("NFKC", changed)).lower() != ours.lower():
            yield changed
