"""The tree that every language is read into, and what it yields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from helpcenter.guard import bounds

Result = tuple[int, int, str]
"""Start and end of an expression in its file, and the text that it makes."""
Names = str | tuple[tuple[str, str], ...]
"""What a value is bound to: a name, or the keys of a list or map with a name for each."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One expression."""

    kind: str
    """`text number list map name member index call join sum function assign pattern choice spread`,
    and those that `running` knows."""
    parts: tuple[Node, ...] = ()
    value: object = None
    """The text or number itself, a name, an operator, or names of parameters and keys."""
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Function:
    """A function of the program: one expression or block with parameters."""

    names: tuple[Names, ...]
    body: Node


@dataclass(slots=True)
class Scope:
    """What is known while a program is worked out."""

    names: dict[str, object] = field(default_factory=dict)
    steps: int = field(default_factory=lambda: bounds.STEPS)
    """How many expressions may still be worked out."""
    made: dict[int, object] = field(default_factory=dict)
    """Values by the identity of their node."""
    page: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    """Elements of the page around a script, by what selects them."""

    def apart(self) -> Scope:
        """The same, where nothing that is set or added is seen from here."""
        names = {k: [*v] if isinstance(v, list) else v for k, v in self.names.items()}
        return Scope(names, self.steps, page=self.page)


class Unknown:
    """A value that only running the program would tell."""


UNKNOWN = Unknown()
WALL = "\ufffc"
"""Stands in a text for an unknown piece; no address spans it."""
