"""Locates the words of a section in its file.

Rules read sections without markup, so what they find is looked up again in the text as written,
starting at the line of its block.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.bilingual.plain import MARK
from helpcenter.bilingual.sections import Section
from helpcenter.data.articles import Article
from helpcenter.data.lines import LineIndex
from helpcenter.model import Position

_SHORTEST = 4
"""Characters of a beginning that still tell where a text is that markup has cut."""

_QUOTED = 8
"""Characters by which a text in the front matter may be longer than what it says."""


class Places:
    """Looks up what the rules found in one file."""

    def __init__(self, raw: str) -> None:
        """`raw` is the whole file, or the same with parts blanked that nothing is found in."""
        self._raw = raw
        self._lines = LineIndex(raw)

    def at(self, section: Section, line: int, found: str, after: int = 0) -> tuple[Position, int]:
        """The position of `found`, and the offset behind it.

        Args:
            section: where it was found.
            line: of its block within the section, from 0.
            found: as the rule saw it, without markup.
            after: an offset to look from, when the same was found before.
        """
        start = section.position
        end = self._lines.offset(start) + len(section.text) + _QUOTED
        if line:
            start = Position(start.line + line)
        for words in _beginnings(found):
            offset = self._raw.find(words, max(self._lines.offset(start), after), end)
            if offset >= 0:
                return self._lines.at(offset), offset + len(words)
        return start, after


def places_of(article: Article) -> Places:
    """Of a page."""
    return Places(article.raw)


def _beginnings(found: str) -> Iterator[str]:
    """What was found, then ever shorter beginnings of it."""
    words = found.partition(MARK)[0].strip()
    while len(words) >= _SHORTEST or words == found:
        if words:
            yield words
        words = words[: len(words) // 2]
