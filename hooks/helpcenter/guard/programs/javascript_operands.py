"""Operands of JavaScript: literals, lists, objects and templates, with their postfix operators."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable

from helpcenter.guard.programs.javascript_cursor import Unfit, number
from helpcenter.guard.programs.javascript_members import Members
from helpcenter.guard.programs.javascript_tokens import UNARY, Token, unescaped
from helpcenter.guard.programs.nodes import Node
from helpcenter.guard.programs.patterns import Pattern

_HOLE = re.compile(r"\$\{((?:[^{}`]|\{[^{}]{0,200}\}){1,600})\}")
MAX_DEPTH = 60
"""Expressions within expressions that are read."""


class Operands(Members, ABC):
    """Reads operands; whole expressions, functions and what they are given are another class's part."""

    _depth = 0

    @abstractmethod
    def _function(self) -> Node:
        """A function that begins with its word."""

    @abstractmethod
    def _within(self, text: str, start: int) -> list[Node]:
        """The expressions of a piece that begins at `start` of this script."""

    def _unary(self) -> Node:
        first = self._at
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise Unfit
        if operator := self._doubled():
            node = self._node(
                "step", first, (self._primary(),), (1 if operator == "+" else -1, True)
            )
        elif self._peek.text in UNARY and self._peek.kind in ("punctuator", "name"):
            operator = self._next().text
            more = operator == "yield" and self._take("*")
            node = self._unary()
            if operator == "yield":
                node = self._node("yield", first, (node,), more)
            if operator == "-":
                node = self._node("sum", first, (Node("number", (), 0), node), "-")
        else:
            node = self._after(self._primary(), first)
        self._depth -= 1
        return node

    def _after(self, node: Node, first: int) -> Node:
        """Members, indexes, calls and tagged templates."""
        while True:
            if self._take(".", "?."):
                self._take("#")
                node = self._node("member", first, (node,), self._next().text)
            elif self._take("["):
                key = self._expression()
                self._need("]")
                node = self._node("index", first, (node, key))
            elif self._take("("):
                node = self._node("call", first, (node, *self._items(")")))
            elif self._peek.kind == "template":
                told = self._tagged(self._next(), raw=node.value == "raw")
                node = self._node("call", first, (node, *told))
            elif operator := self._doubled():
                node = self._node("step", first, (node,), (1 if operator == "+" else -1, False))
            else:
                return node

    def _doubled(self) -> str:
        """Takes `++` or `--`; empty when neither stands here."""
        one = self._tokens[self._at]
        if one.text not in ("+", "-") or one.kind != "punctuator":
            return ""
        two = self._tokens[self._at + 1]
        if (one.text, one.end) != (two.text, two.start):
            return ""
        self._at += 2
        return one.text

    def _items(self, closing: str) -> list[Node]:
        items: list[Node] = []
        while not self._take(closing):
            if closing == "]" and self._take(","):  # nothing stands there
                items.append(Node("name", (), ""))
                continue
            spread, item = self._take("..."), self._expression()
            items.append(Node("spread", (item,), "...", item.start, item.end) if spread else item)
            if not self._take(",") and self._peek.text != closing:
                raise Unfit
        return items

    def _primary(self) -> Node:
        first, token = self._at, self._next()
        if token.kind == "text":
            return self._node("text", first, (), token.text)
        if token.kind == "template":
            return self._template(token, first)
        if token.kind == "pattern":
            return self._node("pattern", first, (), Pattern(token.text))
        if token.kind == "number":
            return self._node("number", first, (), number(token.text))
        if token.kind == "name":
            if token.text == "function":
                self._at -= 1
                return self._function()
            if token.text == "class":
                self._at -= 1
                return self._class()
            return self._node("name", first, (), token.text)
        if token.text == "(":
            node = self._expression()
            while self._take(","):
                node = self._expression()
            self._need(")")
            return node
        if token.text == "[":
            return self._node("list", first, tuple(self._items("]")))
        if token.text == "{":
            return self._map(first)
        raise Unfit

    def _template(self, token: Token, first: int) -> Node:
        texts, values = self._pieces(token, unescaped)
        parts = [texts[0]]
        for text, value in zip(texts[1:], values, strict=True):
            parts += [value, text]
        return self._node("join", first, tuple(parts))

    def _tagged(self, token: Token, *, raw: bool) -> tuple[Node, ...]:
        """What a function in front of a template is given: the texts, and the values between them."""
        texts, values = self._pieces(token, str if raw else unescaped)
        return Node("list", tuple(texts)), *values

    def _pieces(self, token: Token, plain: Callable[[str], str]) -> tuple[list[Node], list[Node]]:
        body, done = token.text[1:-1], 0
        texts, values = list[Node](), list[Node]()
        for hole in _HOLE.finditer(body):
            texts.append(Node("text", (), plain(body[done : hole.start()])))
            within = self._within(hole[1], token.start + 1 + hole.start(1))[:1]
            values += within or [Node("name", (), "")]
            done = hole.end()
        return [*texts, Node("text", (), plain(body[done:]))], values
