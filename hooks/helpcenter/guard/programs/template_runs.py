"""One run of a template: its output so far, and where each piece came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import jinja2
from jinja2 import nodes as jinja

from helpcenter.guard.matching import bounds
from helpcenter.guard.programs.nodes import WALL, Node, Scope
from helpcenter.guard.programs.template_expressions import read
from helpcenter.guard.programs.values import worked_out

BESIDE: ContextVar[Mapping[str, str]] = ContextVar("beside", default={})  # noqa: B039
"""Templates that the one that is read may include, by their names."""
STATEMENTS: dict[type, Callable[[Run, Any], None]] = {}
"""What each statement does, by its sort; `template_statements` fills it."""
_ENVIRONMENT = jinja2.Environment(
    extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols", "jinja2.ext.i18n"]
)
_REACH = 120
_DEEPEST = 12


def parsed(text: str) -> jinja.Template | None:
    """The statements of a whole file; None if it does not parse."""
    try:
        return _ENVIRONMENT.parse(text)
    except (jinja2.TemplateError, RecursionError):
        return None


@dataclass(slots=True)
class Budget:
    """What all runs of one file share."""

    steps: int = field(default_factory=lambda: bounds.STEPS)
    characters: int = 200_000
    """Characters that may still come out."""
    depth: int = 0
    """Runs within runs."""


class Run:
    """One file on its way to a reader."""

    def __init__(self, scope: Scope, budget: Budget) -> None:
        self.scope = scope
        self.budget = budget
        self._pieces: list[tuple[int, str, bool]] = []
        """Line, text, and whether an expression made it."""

    @property
    def text(self) -> str:
        """All that came out."""
        return "".join(piece for _, piece, _ in self._pieces)

    def windows(self) -> Iterator[tuple[int, int, str]]:
        """First line, last line, and what comes out between empty lines or within reach."""
        whole, at, last = self.text, 0, -1
        spans: list[list[int]] = []
        for line, piece, made in self._pieces:
            if made and piece.strip(WALL):
                low, high = max(at - _REACH, 0), at + len(piece) + _REACH
                cut = whole.rfind("\n\n", low, at)
                low = cut + 2 if cut >= 0 else low
                cut = whole.find("\n\n", at + len(piece), high)
                high = cut if cut >= 0 else high
                if spans and low <= last:
                    spans[-1][1], spans[-1][3] = max(high, last), line
                else:
                    spans.append([low, high, line, line])
                last = spans[-1][1]
            at += len(piece)
        for low, high, first, line in spans:
            yield min(first, line), max(first, line), whole[low:high]

    def all(self, items: list[Any]) -> None:
        """Statements in their order."""
        for item in items:
            if self.budget.characters < 0 or self.budget.steps < 0:
                return
            known = STATEMENTS.get(type(item))
            if known:
                known(self, item)
            elif body := getattr(item, "body", None):
                self.all(body)

    def told(self, item: Any) -> Any:
        """The value of an expression."""
        return self.worked_out(read(item))

    def worked_out(self, node: Node) -> Any:
        """The same of an expression that was read."""
        inner = self.scope.inner(self.scope.names)
        before = inner.steps = self.budget.steps
        value = worked_out(node, inner, 0)
        self.budget.steps -= max(before - inner.steps, 1)
        return value

    def put(self, line: int, text: str, *, made: bool) -> None:
        """One more piece of what comes out."""
        self._pieces.append((line, text, made))
        self.budget.characters -= len(text)

    def aside(self, items: list[Any], names: Mapping[str, Any]) -> str:
        """What statements make apart from the rest, with these names set."""
        run = self._deeper(items, names)
        return run.text if run else WALL

    def other(self, name: Any) -> Run | None:
        """A template beside this one, followed with what is known here."""
        text = BESIDE.get().get(str(name))
        tree = parsed(text) if text else None
        return self._deeper(tree.body, {}) if tree else None

    def _deeper(self, items: list[Any], names: Mapping[str, Any]) -> Run | None:
        if self.budget.depth >= _DEEPEST:
            return None
        run = Run(self.scope.inner({**self.scope.names, **names}), self.budget)
        self.budget.depth += 1
        try:
            run.all(items)
        finally:
            self.budget.depth -= 1
        return run
