"""A page cut into the pieces that are translated one by one.

Title, description and lead (the text before the first heading) are pieces too; the others
run from one heading to the next, whatever its level, and bear its id.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from helpcenter.data.articles import Article
from helpcenter.data.lines import LineIndex
from helpcenter.data.markdown_source import Heading, headings
from helpcenter.model import Position

TITLE, DESCRIPTION, LEAD = "title", "description", "lead"
RESERVED = (TITLE, DESCRIPTION, LEAD)
"""Ids of the pieces without a heading; no heading may bear them."""


@dataclass(frozen=True, slots=True)
class Section:
    """One piece of a page in one language."""

    id: str
    text: str
    """Markdown, the heading's line first."""
    position: Position
    """Of its first character in the raw file."""
    heading: Heading | None = None

    @property
    def body(self) -> str:
        """The text below the heading."""
        return self.text.partition("\n")[2] if self.heading else self.text


@lru_cache(maxsize=16)
def sections(article: Article) -> tuple[Section, ...]:
    """Pieces of the page in order; headings without id or with an id used twice are left out.

    An empty lead is no piece. Several rules ask one after the other.
    """
    front = [
        Section(name, getattr(article.meta, name), article.front.place((name,)).value)
        for name in (TITLE, DESCRIPTION)
    ]
    return (*front, *body_sections(article.body, article.body_line))


def body_sections(body: str, first_line: int = 1) -> list[Section]:
    """Lead and headed pieces of Markdown that begins on `first_line` of its file."""
    found = headings(body)
    lines = LineIndex(body)
    starts = [lines.offset(heading.position) for heading in found]
    ends = [*starts, len(body)]
    uses = Counter(heading.id for heading in found)
    pieces = []
    if lead := body[: ends[0]].strip():
        blank = body[: body.index(lead)].count("\n") if lead else 0
        pieces.append(Section(LEAD, lead, Position(first_line + blank)))
    for heading, start, end in zip(found, starts, ends[1:], strict=True):
        if heading.id and uses[heading.id] == 1 and heading.id not in RESERVED:
            place = Position(heading.position.line + first_line - 1, heading.position.column)
            pieces.append(Section(heading.id, body[start:end].rstrip(), place, heading))
    return pieces
