"""What the rules of writing see: one page, and the library that it stands in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from helpcenter.bilingual.places import Places
from helpcenter.bilingual.sections import Section, sections
from helpcenter.data.articles import Article, split_front_matter
from helpcenter.data.lines import LineIndex
from helpcenter.data.markdown_source import Heading, code_ranges, headings
from helpcenter.data.models.words import WritingPolicy
from helpcenter.model import Finding, Position, Severity, Text


@dataclass(frozen=True)
class Page:
    """One page in one language."""

    article: Article
    raw: str
    """The whole file."""

    @property
    def path(self) -> str:
        """As findings name it."""
        return f"docs/{self.article.path}"

    @cached_property
    def start(self) -> int:
        """Offset of the body in the raw file."""
        return split_front_matter(self.raw)[2]

    @cached_property
    def prose(self) -> str:
        """The raw file with front matter and code blanked, every offset as it was."""
        parts, done = [], 0
        for first, last in [(0, self.start), *code_ranges(self.raw, self.start)]:
            blank = "\n".join(" " * len(line) for line in self.raw[first:last].split("\n"))
            parts += [self.raw[done:first], blank]
            done = last
        return "".join([*parts, self.raw[done:]])

    @cached_property
    def sections(self) -> Sequence[Section]:
        """The pieces of the page."""
        return sections(self.article)

    @cached_property
    def headings(self) -> Sequence[Heading]:
        """The headings of the body, outside code."""
        return headings(self.raw, self.start)

    @cached_property
    def places(self) -> Places:
        """Looks up what the rules find in running text."""
        return Places(self.raw[: self.start] + self.prose[self.start :])

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.raw)

    def at(self, offset: int) -> Position:
        """The position of an offset of the raw file."""
        return self._lines.at(offset)

    def finding(
        self,
        rule: str,
        place: Position,
        found: str,
        message: Text,
        hint: Text,
        *,
        warn: bool = False,
    ) -> Finding:
        """A finding of this page."""
        severity = Severity.WARNING if warn else Severity.ERROR
        return Finding(
            rule,
            self.path,
            message,
            place,
            severity,
            kind="writing",
            found=found,
            suggestion=hint,
        )


@dataclass(frozen=True, eq=False)
class Library:
    """All pages, and the settings of the rules."""

    pages: Mapping[str, Page]
    """By path below docs/."""
    files: frozenset[str]
    """Every file below docs/."""
    listed: frozenset[str]
    """Ids of pages that the records name: popular ones and those of docs/ itself."""
    policy: WritingPolicy
    today: date
