"""Statements of JavaScript: loops, blocks, destructuring."""

from __future__ import annotations

from helpcenter.guard.programs.javascript_cursor import Unfit
from helpcenter.guard.programs.javascript_operands import Operands
from helpcenter.guard.programs.javascript_tokens import SKIPPED
from helpcenter.guard.programs.nodes import Names, Node

_DECLARED = frozenset({"const", "let", "var"})
_LONGEST = 240
"""Tokens of a block that is run; longer ones are only read."""
_TRIED = 4
"""Times that all tokens may be tried as parts of blocks."""
_UNFIT = 12
"""Pieces of a block that are no statements; with more of them it is not run."""
_NESTED = 3
"""Blocks within blocks that are run."""


class Statements(Operands):
    """Reads statements; expressions are another class's part."""

    _nested = 0
    _defaults: list[Node] = []  # noqa: RUF012
    """What parameters and unpacked names are when nothing is given for them, of the last that were read."""
    _spent = 0
    """Tokens of all blocks that were tried, those in others again."""

    def _statements(self, stop: int) -> list[Node]:
        out: list[Node] = []
        self._depth = unfit = 0
        while self._peek.kind != "end" and self._at < stop:
            start = self._at
            self._depth = 0
            try:
                out.append(self._statement())
            except Unfit:
                unfit += 1
                if self._nested and unfit > _UNFIT:
                    raise
                self._depth = 0
                self._at = start + 1
        return out

    def _statement(self) -> Node:
        token = self._peek
        if token.kind == "name" and token.text in ("for", "while"):
            return self._loop()
        if token.text in ("{", "[") and self._tokens[self._at - 1].text in _DECLARED:
            return self._unpacked()
        if self._nested and token.kind == "name" and token.text in ("return", "if"):
            return self._way_out() if token.text == "return" else self._condition()
        if token.text == "class" and token.kind == "name":
            return self._class()
        if token.text in SKIPPED or (token.text == "{" and not self._is_map()):
            raise Unfit
        return self._function() if token.text == "function" else self._expression()

    def _way_out(self) -> Node:
        first = self._at
        self._need("return")
        return self._node("return", first, (self._expression(),))

    def _condition(self) -> Node:
        first = self._at
        self._need("if")
        self._need("(")
        asked = self._expression()
        self._need(")")
        ways = [self._run()]
        self._take(";")
        if self._take("else"):
            ways.append(self._run())
        return self._node("if", first, (asked, *ways))

    def _loop(self) -> Node:
        """`for (x of xs)`, `for (a; b; c)`, `while (a)`; what it does is run so many times."""
        first = self._at
        asked = self._next().text == "while"
        self._take("await")
        self._need("(")
        if asked:
            condition = self._expression()
            self._need(")")
            return self._node("while", first, (condition, self._run()))
        if self._peek.text in _DECLARED:
            self._next()
        place = self._at
        names = self._pattern()
        if names and self._take("of", "in"):
            keys = self._tokens[self._at - 1].text == "in"
            source = self._expression()
            self._need(")")
            return self._node("keys" if keys else "each", first, (source, self._run()), (names,))
        self._at = place
        begun = self._expressions(";")
        condition = self._expression()
        self._need(";")
        after = self._expressions(")")
        body = self._run()
        again = self._node("block", first, (body, *after))
        return self._node("block", first, (*begun, self._node("while", first, (condition, again))))

    def _expressions(self, closing: str) -> list[Node]:
        out: list[Node] = []
        while not self._take(closing):
            out.append(self._expression())
            if not self._take(",") and self._peek.text != closing:
                raise Unfit
        return out

    def _run(self) -> Node:
        """A statement or a block of them, if it is short enough to be run."""
        first = self._at
        return self._deeper(first, single=not self._take("{"))

    def _deeper(self, first: int, *, single: bool) -> Node:
        stop = self._at + 1 if single else self._closing(self._at)
        self._spent += stop - self._at
        tried = self._spent > _TRIED * len(self._tokens)
        if self._nested >= _NESTED or stop - self._at > _LONGEST or tried:
            raise Unfit
        depth, self._nested = self._depth, self._nested + 1
        try:
            body = [self._statement()] if single else self._statements(stop - 1)
        finally:
            self._depth, self._nested = depth, self._nested - 1
        if not single:
            self._at = stop
        return self._node("block", first, tuple(body))

    def _pattern(self) -> Names:
        """A name, or names to unpack a list or a map into; empty for what is neither.

        What one is when nothing is given for it is kept in `_defaults`.
        """
        if self._peek.kind == "name":
            return self._next().text
        if self._peek.text not in ("[", "{"):
            return ""
        opening, names = self._next().text, list[tuple[str, Names]]()
        while not self._take("]", "}"):
            if self._take(","):
                names += [("", "")] if opening == "[" else []
                continue
            names.append(self._part(opening, len(names)))
            self._take(",")
        return tuple((key or str(at), name) for at, (key, name) in enumerate(names))

    def _part(self, opening: str, at: int) -> tuple[str, Names]:
        """One place of a list or one key of a map, and the names for it."""
        if self._take("..."):
            return f"...{at}", self._next().text
        if opening == "[":
            name = self._pattern()
            return self._otherwise("", name)
        key = self._next().text
        return self._otherwise(key, self._pattern() if self._take(":") else key)

    def _otherwise(self, key: str, name: Names) -> tuple[str, Names]:
        if not name:
            raise Unfit
        if self._take("="):
            self._defaults.append(Node("default", (self._expression(),), str(name)))
        return key, name

    def _unpacked(self) -> Node:
        first, self._defaults = self._at, []
        names = self._pattern()
        self._need("=")
        defaults = tuple(self._defaults)
        node = self._node("unpack", first, (self._expression(),), (names,))
        return self._node("block", first, (node, *defaults)) if defaults else node

    def _parameters(self) -> list[Names]:
        """Names up to the closing bracket; whatever else stands there ends them."""
        names: list[Names] = []
        self._defaults = []
        for _ in range(24):
            if self._peek.kind == "end" or self._take(")"):
                break
            if self._take(","):
                continue
            rest = "..." if self._take("...") else ""
            if not (name := self._pattern()):
                self._at += 1
                break
            names.append(rest + name if isinstance(name, str) else name)
            self._otherwise("", name)
        return names
