"""Edits to a built page by offset; everything between them stays byte for byte."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from helpcenter.guard.markup.html import Attribute, Markup, Tag, tokenize


@dataclass(slots=True)
class Page:
    """One page's markup and the changes to it."""

    text: str
    markup: Markup = field(init=False)
    _changes: list[tuple[int, int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.markup = tokenize(self.text)

    @property
    def tags(self) -> Sequence[Tag]:
        """All tags in order."""
        return self.markup.tags

    def attributes(self, tag: Tag) -> dict[str, Attribute]:
        """The attributes of a tag by name; of equal ones the first, as in browsers."""
        return {item.name: item for item in reversed(self.markup.attributes(tag))}

    def value(self, tag: Tag, name: str) -> str:
        """The decoded value of an attribute; empty when there is none."""
        return self.markup.get(tag, name) or ""

    def end(self, index: int) -> int:
        """Where the element that the tag `index` opens ends in the text."""
        close = self.markup.close(index)
        return self.tags[close].end if close < len(self.tags) else len(self.text)

    def set(self, attribute: Attribute, value: str) -> None:
        """Give a quoted attribute another value."""
        self.replace(attribute.start, attribute.end, escape(value))

    def insert(self, at: int, text: str) -> None:
        """Put markup before the character at `at`."""
        self.replace(at, at, text)

    def replace(self, start: int, end: int, text: str) -> None:
        """Put markup in the place of a span; changes inside it are lost."""
        self._changes.append((start, end, text))

    def result(self) -> str:
        """The page with all changes."""
        parts, at = [], 0
        for start, end, text in sorted(self._changes, key=lambda change: (change[0], -change[1])):
            if start >= at:
                parts += [self.text[at:start], text]
                at = end
        return "".join([*parts, self.text[at:]])
