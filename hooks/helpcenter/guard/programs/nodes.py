"""The tree that every language is read into, and what it yields."""

from __future__ import annotations

from dataclasses import dataclass, field

from helpcenter.guard import bounds

Result = tuple[int, int, str]
"""Start and end of an expression in its file, and the text that it makes."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One expression."""

    kind: str
    """`text number list map name member index call join sum function assign pattern choice`."""
    parts: tuple[Node, ...] = ()
    value: object = None
    """The text or number itself, a name, an operator, or names of parameters and keys."""
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Function:
    """A function of the program: one expression with parameters."""

    names: tuple[str, ...]
    body: Node


@dataclass(slots=True)
class Scope:
    """What is known while a program is worked out."""

    names: dict[str, object] = field(default_factory=dict)
    steps: int = field(default_factory=lambda: bounds.STEPS)
    """How many expressions may still be worked out."""
    made: dict[int, object] = field(default_factory=dict)
    """Values by the identity of their node."""


class Unknown:
    """A value that only running the program would tell."""


UNKNOWN = Unknown()
WALL = "\ufffc"
"""Stands in a text for an unknown piece; no address spans it."""
