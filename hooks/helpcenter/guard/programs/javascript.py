"""Parser for JavaScript expressions, which skips whatever is no expression."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from helpcenter.guard.matching import bounds
from helpcenter.guard.programs import canvas
from helpcenter.guard.programs.javascript_cursor import Tangled, Unfit, is_row
from helpcenter.guard.programs.javascript_operands import MAX_DEPTH
from helpcenter.guard.programs.javascript_statements import Statements
from helpcenter.guard.programs.javascript_tokens import ASSIGNED, BINARY
from helpcenter.guard.programs.making import made
from helpcenter.guard.programs.nodes import Names, Node, Result

_JOINING = re.compile(
    r"[\"'`\w)\]]\s{0,99}\+|\+=|\$\{"
    r"|\b(?:atob|from|join|concat|re(?:verse|place|duce)|slice|sub|map|split|parse|decode"
    r"|un|repeat|char|to)"
    r"|\[\s?\d|\\[0-9ux]|\\\r?\n|eval|append|write|fillText|lineTo|fillRect|dataset"
    r"|getAttribute|URL\(|0[xX]|\dn\b|[\"'`][^\"'`\n]{0,200}<\w"
)
"""Any program without one of these writes its texts out."""
_MAX_BODIES = 2_000


def results(
    text: str,
    page: Mapping[str, dict[str, Any]] | None = None,
    names: Mapping[str, Any] | None = None,
) -> Iterator[Result]:
    """Each expression that makes a text, and the text.

    Args:
        text: the script.
        page: elements around it, by what selects them.
        names: what it imports.
    """
    if _JOINING.search(text):
        drawn: dict[str, Any] = {canvas.DRAWN: []} if canvas.DRAWING.search(text) else {}
        yield from made(Reader(text).expressions(), page, names={**(names or {}), **drawn})


class Reader(Statements):
    """Reads one script."""

    def __init__(self, text: str, offset: int = 0) -> None:
        super().__init__(text, offset)
        self._depth = 0
        self._bodies: list[int] = []
        """Where blocks of functions begin, which are read last."""

    def expressions(self) -> list[Node]:
        """All expressions, in order; of a program that is too tangled, those read until then."""
        out: list[Node] = []
        done: set[int] = set()
        try:
            out = self._statements(len(self._tokens))
            while self._bodies and len(done) < _MAX_BODIES:
                self._at = self._bodies.pop()
                if self._at not in done:
                    done.add(self._at)
                    out = [*self._statements(self._closing(self._at)), *out]
        except Tangled:
            bounds.meet("a tangled program")
        return out

    def _expression(self) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise Unfit
        first = self._at
        if arrow := self._arrow():
            self._depth -= 1
            return arrow
        node = self._binary(0)
        if self._take(*ASSIGNED) and node.kind in ("name", "member", "index"):
            operator = self._tokens[self._at - 1].text
            node = self._node("assign", first, (node, self._expression()), operator)
        elif self._take("?"):
            yes = self._expression()
            self._need(":")
            node = self._node("choice", first, (node, yes, self._expression()), "?")
        self._depth -= 1
        return node

    def _arrow(self) -> Node | None:
        first = self._at
        names: list[Names] = []
        self._take("async")
        if self._peek.kind == "name" and self._tokens[self._at + 1].text == "=>":
            names.append(self._next().text)
        elif self._take("("):
            with suppress(Unfit):  # then it is an expression in brackets
                names = self._parameters()
        if not self._take("=>"):
            self._at = first
            return None
        return self._node("function", first, (self._begun(),), tuple(names))

    def _begun(self) -> Node:
        """What a function gives back, behind what its parameters are when they are not given."""
        defaults = tuple(self._defaults)
        body = self._body()
        if not defaults:
            return body
        parts = body.parts if body.kind == "block" else (Node("return", (body,)),)
        return Node("block", (*defaults, *parts), None, body.start, body.end)

    def _body(self) -> Node:
        """What a function gives back: its one expression, its block, or what `return` says first."""
        if self._peek.text != "{":
            return self._expression()
        self._bodies.append(self._at + 1)
        place = self._at
        try:
            return self._run()
        except Unfit:
            self._at = place
        self._need("{")
        first, depth = self._at, 1
        while depth:
            token = self._next()
            depth += {"{": 1, "}": -1}.get(token.text if token.kind == "punctuator" else "", 0)
            if token.text == "return" and token.kind == "name":
                node = self._expression()
                self._at = self._closing(first)
                return node
        return Node("name", (), "")

    def _function(self) -> Node:
        first = self._at
        self._need("function")
        self._take("*")
        name = self._next().text if self._peek.kind == "name" else ""
        self._need("(")
        node = self._node("function", first, (), ())
        names = self._parameters()
        node = self._node("function", first, (self._begun(),), tuple(names))
        if name:
            return self._node("assign", first, (Node("name", (), name), node), "=")
        return node

    def _binary(self, least: int) -> Node:
        first = self._at
        node = self._unary()
        while (power := BINARY.get(self._peek.text, 0)) > least and self._operator():
            operator = self._peek.text
            parts = [*node.parts] if operator == "+" and is_row(node) else [node]
            if not self._operands(operator, power, parts):  # what was read so far stands
                return node
            kind = "choice" if operator in ("??", "||", "&&") else "sum"
            node = self._node(kind, first, tuple(parts), operator.replace(">>>", ">>"))
        return node

    def _operands(self, operator: str, power: int, parts: list[Node]) -> bool:
        """Read the operand behind an operator, of a sum all that follow; False when none fits."""
        before = len(parts)
        while self._peek.text == operator and self._operator():
            place = self._at
            self._at += 1
            try:
                parts.append(self._binary(power))
            except Unfit:
                self._at = place
                break
            if operator != "+":
                break
        return len(parts) > before

    def _within(self, text: str, start: int) -> list[Node]:
        return Reader(text, self._offset + start).expressions()
