"""Splits a page into the sections that are translated one by one.

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
    return (*front, *body_sections(article.raw, article.start))


def body_sections(text: str, start: int = 0) -> list[Section]:
    """Lead and headed pieces of the Markdown after `start`; positions are those of `text`."""
    found = headings(text, start)
    lines = LineIndex(text)
    starts = [lines.offset(heading.position) for heading in found]
    ends = [*starts, len(text)]
    uses = Counter(heading.id for heading in found)
    pieces = []
    if lead := text[start : ends[0]].strip():
        line = lines.at(text.index(lead, start)).line
        pieces.append(Section(LEAD, lead, Position(line)))
    for heading, first, end in zip(found, starts, ends[1:], strict=True):
        if heading.id and uses[heading.id] == 1 and heading.id not in RESERVED:
            section = text[first:end].rstrip()
            pieces.append(Section(heading.id, section, heading.position, heading))
    return pieces
