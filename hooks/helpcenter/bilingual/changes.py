"""The Chinese of a stale section with what changed in it marked, as Markdown.

Only plain words are wrapped in `<ins>`, never Markdown syntax, so that lists, links and references
keep working. Deleted words are in `<del>`, without figures, Latin words and references, because an
old text may hold an address that is not ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from helpcenter.bilingual.sections import Section
from helpcenter.bilingual.worddiff import word_diff
from helpcenter.data.markdown_source import code_ranges

Spans = Sequence[tuple[int, int]]
_KEPT = re.compile(
    r"\{\{[^{}\n]*\}\}|\{:?[#. ][^{}\n]*\}|\]\([^()\n]*\)|<[^<>\n]*>"
    r"|^[ \t]*(?:!!!|\?\?\?)[^\n]*|^[ \t]*\|?[|:\- ]*-{3}[|:\- ]*$"
    r"|^[ \t>]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+",
    re.MULTILINE,
)
"""What stays as it is: references, attributes, targets of links, HTML, titles and markers."""
_WORDS = re.compile(
    r"[^\s*_`\[\]()!<>{}|~\\#&](?:[^\n*_`\[\]()!<>{}|~\\#&]*[^\s*_`\[\]()!<>{}|~\\#&])?"
)
_SAID = re.compile("[…\u3000-\u303f\u3400-\u9fff\uff01-\uff0f\uff1a-\uff1f ]+")
"""What is shown of deleted words: Chinese and its punctuation."""
_MARKER = re.compile(r"[ \t>]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+")
_NEXT = re.compile(rf"\n{_MARKER.pattern}\Z")
"""The list marker of what follows a deleted item."""
_FIGURES = re.compile("[零〇一二三四五六七八九十百千万两幺]{4,}")


def marked(old: Section, new: Section) -> str:
    """The body of `new` as Markdown, with what differs from `old` in `<ins>` and `<del>`."""
    text = new.body
    kept = [*code_ranges(text), *(match.span() for match in _KEPT.finditer(text))]
    insertions: list[tuple[int, str]] = []
    place = 0
    for mark, piece in word_diff(old.body, text):
        if mark == "gone":
            insertions += _gone(text, piece, place, kept)
            continue
        if mark == "new":
            insertions += _new(text, place, place + len(piece), kept)
        place += len(piece)
    parts, last = [], 0
    for offset, tag in insertions:
        parts += [text[last:offset], tag]
        last = offset
    return "".join([*parts, text[last:]])


def _new(text: str, place: int, end: int, kept: Spans) -> Iterator[tuple[int, str]]:
    """Where to open and close `<ins>` for the words of `text` from `place` to `end`."""
    for start, after in sorted((*kept, (end, end))):
        for match in _WORDS.finditer(text, place, max(min(start, end), place)):
            yield from ((match.start(), "<ins>"), (match.end(), "</ins>"))
        if place <= start < after <= end and _in_line(text, start, after):
            yield from ((start, "<ins>"), (after, "</ins>"))
        place = max(place, after)


def _in_line(text: str, start: int, end: int) -> bool:
    """Whether a reference from `start` to `end` has words beside it, so that it is no table."""
    line = text[text.rfind("\n", 0, start) + 1 : start] + text[end:].partition("\n")[0]
    return text.startswith("{{", start) and bool(_SAID.search(line))


def _gone(text: str, piece: str, place: int, kept: Spans) -> Iterator[tuple[int, str]]:
    """`<del>` for a `piece` that stood at `place`: after a list's marker, never inside a title."""
    words = _KEPT.sub("…", _NEXT.sub("", piece))
    said = _FIGURES.sub("…", "".join(_SAID.findall(words)).strip())
    inside = next((span for span in kept if span[0] <= place < span[1]), None)
    if inside and _MARKER.fullmatch(text[slice(*inside)]):
        place, inside = inside[1], None
    elif inside and inside[0] == place and _in_line(text, *inside):
        inside = None
    if said and not inside:
        yield place, f"<del>{said}</del>"
