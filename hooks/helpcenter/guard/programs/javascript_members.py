"""Members of JavaScript objects and classes."""

from __future__ import annotations

from abc import ABC, abstractmethod

from helpcenter.guard.programs.javascript_cursor import Cursor, Unfit
from helpcenter.guard.programs.nodes import Names, Node

_BEFORE = frozenset({"static", "get", "set", "async"})
"""Words before the name of a member."""


class Members(Cursor, ABC):
    """Reads objects and classes; what their members are is another class's part."""

    @abstractmethod
    def _expression(self) -> Node:
        """A whole expression."""

    @abstractmethod
    def _begun(self) -> Node:
        """What a function gives back."""

    @abstractmethod
    def _run(self) -> Node:
        """A block."""

    @abstractmethod
    def _parameters(self) -> list[Names]:
        """Names up to the closing bracket."""

    def _map(self, first: int) -> Node:
        """An object, behind its brace."""
        members: list[Node] = []
        while not self._take("}"):
            if self._take("..."):
                members.append(Node("spread", (self._expression(),), "..."))
            else:
                members.append(self._member())
            if not self._take(",") and self._peek.text != "}":
                raise Unfit
        return self._held(first, members)

    def _class(self) -> Node:
        """A class as a map of what it holds."""
        first = self._at
        self._need("class")
        name = self._next().text if self._peek.text not in ("extends", "{") else ""
        members = [Node("spread", (self._expression(),), "...")] if self._take("extends") else []
        self._need("{")
        after: list[Node] = []
        while not self._take("}"):
            if self._peek.text == "static" and self._tokens[self._at + 1].text == "{":
                self._next()
                after.append(self._run())
            elif not self._take(";"):
                members.append(self._member())
        node = self._held(first, members)
        if name:
            node = self._node("assign", first, (Node("name", (), name), node), "=")
        return self._node("block", first, (node, *after)) if after else node

    def _held(self, first: int, members: list[Node]) -> Node:
        """A map with plain keys, or one whose keys are worked out too."""
        if all(part.kind == "list" and part.parts[0].kind == "text" for part in members):
            keys = tuple(str(part.parts[0].value) for part in members)
            return self._node("map", first, tuple(part.parts[1] for part in members), keys)
        return self._node("pairs", first, tuple(members))

    def _member(self) -> Node:
        """A name and what it stands for, as a list of both."""
        getter = False
        while self._peek.text in _BEFORE and self._tokens[self._at + 1].text not in "(=:,}":
            getter = self._next().text == "get"
        self._take("*")
        self._take("#")
        key = self._key()
        if self._take("("):
            names: tuple[Names, ...] = tuple(self._parameters())
            names = ("property",) if getter else names
            return Node("list", (key, Node("function", (self._begun(),), names)))
        if self._take(":", "="):
            return Node("list", (key, self._expression()))
        return Node("list", (key, Node("name", (), key.value)))

    def _key(self) -> Node:
        if self._take("["):
            key = self._expression()
            self._need("]")
            return key
        token = self._next()
        if token.kind not in ("name", "text", "number"):
            raise Unfit
        return Node("text", (), token.text)
