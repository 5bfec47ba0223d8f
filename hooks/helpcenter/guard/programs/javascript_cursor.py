"""Cursor over a script's tokens: looks ahead, and takes what is expected."""

from __future__ import annotations

from functools import cached_property

from helpcenter.guard.programs.javascript_tokens import Token, tokens
from helpcenter.guard.programs.nodes import Node
from helpcenter.guard.programs.operators import Whole


class Unfit(Exception):
    """There is no expression here that this parser knows."""


class Tangled(Exception):
    """Expressions are nested so ambiguously that trying all of them takes too long."""


_READINGS = 10
"""Times that a token may be read on average; ordinary programs need three."""
_LEAST = 20_000


class Cursor:
    """Steps through the tokens of one script."""

    def __init__(self, text: str, offset: int = 0) -> None:
        self._tokens = [*tokens(text), Token("end", "", len(text), len(text))]
        self._offset = offset
        self._at = 0
        self._left = _READINGS * len(self._tokens) + _LEAST

    @cached_property
    def _ends(self) -> dict[int, int]:
        """Behind each opening brace the place behind the brace that closes it."""
        ends: dict[int, int] = {}
        opened: list[int] = []
        for at, token in enumerate(self._tokens):
            if token.kind == "punctuator" and token.text == "{":
                opened.append(at + 1)
            elif token.kind == "punctuator" and token.text == "}" and opened:
                ends[opened.pop()] = at + 1
        return ends

    def _closing(self, at: int) -> int:
        """Where the block that begins at `at`, behind its brace, ends."""
        return self._ends.get(at, len(self._tokens) - 1)

    @property
    def _peek(self) -> Token:
        return self._tokens[self._at]

    def _operator(self) -> bool:
        return self._peek.kind in ("punctuator", "name")

    def _next(self) -> Token:
        self._left -= 1
        if self._left < 0:
            raise Tangled
        token = self._tokens[self._at]
        if token.kind == "end":
            raise Unfit
        self._at += 1
        return token

    def _take(self, *texts: str) -> bool:
        token = self._tokens[self._at]
        if token.text in texts and token.kind in ("punctuator", "name"):
            self._at += 1
            return True
        return False

    def _need(self, text: str) -> None:
        if not self._take(text):
            raise Unfit

    def _node(
        self, kind: str, first: int, parts: tuple[Node, ...] = (), value: object = None
    ) -> Node:
        start, end = self._tokens[first].start, self._tokens[max(first, self._at - 1)].end
        return Node(kind, parts, value, start + self._offset, end + self._offset)

    def _is_map(self) -> bool:
        after = self._tokens[self._at + 1 : self._at + 3]
        return (
            len(after) == 2 and after[0].kind in ("name", "text", "number") and after[1].text == ":"
        )


def is_row(node: Node) -> bool:
    """A sum that more can be added to, so that long ones are not deep."""
    return node.kind == "sum" and node.value == "+"


def number(text: str) -> int | float:
    """The value of a number literal."""
    plain = text.replace("_", "").lower()
    if plain.endswith("n"):
        return Whole(plain[:-1], 0)
    if "." in plain or ("e" in plain and plain[:2] != "0x"):
        return float(plain)
    return int(plain, 0) if plain[:2] in ("0x", "0b", "0o") else int(plain)
