"""The syntax tree that all languages are parsed into, and its results."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from helpcenter.guard.matching import bounds

Result = tuple[int, int, str]
"""Start and end of an expression in its file, and the text that it makes."""
Names = str | tuple[tuple[str, "Names"], ...]
"""What a value is bound to: a name, or the keys of a list or map with a name or more for each."""


@dataclass(slots=True, eq=False)
class Node:
    """One expression; nobody changes it, but to say so would take each three times as long to make."""

    kind: str
    """`text number list map pairs name member index call join sum function assign pattern choice spread
    given gather`, and those that `running` knows."""
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
    held: dict[str, Any] | None = None
    """What is known where it was made."""


@dataclass(frozen=True, slots=True)
class Library:
    """What a language brings: its functions by their full names, its methods by name."""

    functions: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    methods: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    constants: Mapping[str, Any] = field(default_factory=dict)

    def known(self, name: str) -> Any:
        """The function or constant with a full name; else a module, of which nothing is known."""
        name = name.removeprefix("builtins.")
        found = self.functions.get(name)
        return found or self.constants.get(name, Module(name))


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
    library: Library = field(default_factory=Library)

    def inner(self, names: dict[str, object]) -> Scope:
        """The same with other names, where nothing is remembered yet; many names cost steps."""
        return Scope(names, self.steps - len(names) // 100, page=self.page, library=self.library)

    def apart(self) -> Scope:
        """The same, where nothing that is set or added is seen from here."""
        names = self.names.items()
        return self.inner({n: _copied(v) if isinstance(v, _HOLDERS) else v for n, v in names})


_HOLDERS = (list, dict)


def _copied(value: object) -> object:
    return [*value] if isinstance(value, list) else {**value} if type(value) is dict else value


class Given(dict[str, Any]):
    """What a call is given by name."""


@dataclass(frozen=True, slots=True)
class Module:
    """A module, or what nobody here knows in one."""

    name: str


WALL = "\ufffc"
"""Stands in a text for an unknown piece; no address spans it."""


class Unknown:
    """A value that only running the program would tell."""

    def __repr__(self) -> str:
        return WALL


UNKNOWN = Unknown()
