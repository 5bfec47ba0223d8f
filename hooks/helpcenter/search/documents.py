"""What is searched: articles with their sections as plain text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import unescape

from helpcenter.model import Lang

_BLOCKS = frozenset(
    "p li ul ol tr td th table thead tbody div dl dt dd details summary blockquote pre br".split()  # noqa: SIM905
)
_HIDDEN = frozenset({"script", "style", "template", "svg"})
_VOID = frozenset({"br", "hr", "img", "input", "wbr", "col", "source"})
_HEADINGS = frozenset({"h2", "h3"})
_PIECE = re.compile(
    r"""<!(?:--.*?--|[^>]*)>|<(script|style)\b.*?</\1\s*>"""
    r"""|<(?P<end>/?)(?P<tag>[a-z][a-z0-9-]*)(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)>"""
    r"""|(?P<text>[^<]+|<)""",
    re.DOTALL | re.IGNORECASE,
)
"""Finished articles are well-formed; reading them so takes half of a parser's time."""
_ATTRIBUTE = re.compile(r"""([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?""")
_BEFORE_STOP = re.compile(r" (?=[，。；：！？、]|[,.;:!?](?:\s|$))")
"""The gap where a badge stood."""
_LEFT_OUT = "…"
"""What stands for an address without a name."""
_GAP = re.compile(r"(?<=[\u4e00-\u9fff，。；：！？、）”」』》]) (?=[\u4e00-\u9fff“「『《（])")
"""Chinese has none; around an address or a button it looks right, around a name it does not."""
_LEFT_OUT_CLASSES = frozenset({"headerlink"})


REPEATED = 4
"""A line in so many articles is a repeat."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text below it."""

    anchor: str
    """The heading's id; empty for what stands above the first heading."""
    heading: str
    text: str
    """One line for each paragraph, list item or table cell."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article in one language, its facts filled in."""

    id: str
    lang: Lang
    url: str
    """Below the language's root, with a slash at its end."""
    title: str
    description: str
    category: str
    """The category's title."""
    ask: tuple[str, ...]
    """What readers would type to find it."""
    sections: tuple[Section, ...]
    prior: float = 1
    """Factor of its score: above 1 for what readers ask most, below for pages that only sum up."""


def sections(html: str, names: Mapping[str, str]) -> tuple[Section, ...]:
    """The sections of an article's HTML.

    Addresses (`data-contact`) are left out: search data holds none, so that nobody can plant one
    there and no copy of it grows old. What `names` calls their record stands there instead.
    """
    reader = _Reader(names)
    for piece in _PIECE.finditer(html):
        if text := piece["text"]:
            reader.handle_data(unescape(text))
        elif tag := piece["tag"]:
            if piece["end"]:
                reader.handle_endtag(tag.lower())
            else:
                reader.handle_starttag(tag.lower(), _attributes(piece["attributes"]))
    return tuple(section for section in reader.finish() if section.heading or section.text)


def without_repeats(documents: Sequence[Document]) -> list[Document]:
    """The same documents without lines that stand in many of them, such as the contact table.

    What every article says tells none of them apart, and would drown what only one says.
    """
    counts = Counter(line for document in documents for line in set(_all_lines(document)))

    def own(part: Section) -> Section:
        lines = (line for line in part.text.split("\n") if counts[line] < REPEATED)
        return replace(part, text="\n".join(lines))

    return [replace(item, sections=tuple(map(own, item.sections))) for item in documents]


def _all_lines(document: Document) -> Iterator[str]:
    for part in document.sections:
        yield from part.text.split("\n")


@dataclass(slots=True)
class _Open:
    tag: str
    silent: bool


@dataclass(slots=True)
class _Part:
    anchor: str = ""
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def section(self) -> Section:
        heading = " ".join("".join(self.heading).split())
        return Section(self.anchor, heading, "\n".join(_lines(self.text)))


def _lines(pieces: list[str]) -> Iterator[str]:
    for line in "".join(pieces).split("\n"):
        if plain := " ".join(line.split()):
            yield _GAP.sub("", _BEFORE_STOP.sub("", plain))


def _attributes(text: str) -> dict[str, str]:
    found = _ATTRIBUTE.findall(text) if text.strip(" /") else []
    return {name.lower(): unescape(a or b or c) for name, a, b, c in found}


class _Reader:
    """Collects text by section; remembers which open elements are left out."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._parts = [_Part()]
        self._open: list[_Open] = []
        self._in_heading = False

    def finish(self) -> list[Section]:
        return [part.section() for part in self._parts]

    def handle_starttag(self, tag: str, given: dict[str, str]) -> None:
        if tag in _BLOCKS:
            self._add("\n")
        if tag in _VOID:
            return
        silent = (
            tag in _HIDDEN
            or "data-contact" in given
            or "data-search-exclude" in given
            or "hidden" in given
            or not _LEFT_OUT_CLASSES.isdisjoint(given.get("class", "").split())
        )
        if "data-contact" in given and not self._silent:
            record = given["data-contact"].partition("~")[0]
            self._add(self._names.get(record, _LEFT_OUT))
        self._open.append(_Open(tag, silent or self._silent))
        if tag in _HEADINGS and not self._silent:
            self._parts.append(_Part(given.get("id", "")))
            self._in_heading = True

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                break
        if tag in _HEADINGS:
            self._in_heading = False
        if tag in _BLOCKS:
            self._add("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._add(data.replace("\n", " "))

    @property
    def _silent(self) -> bool:
        return bool(self._open) and self._open[-1].silent

    def _add(self, text: str) -> None:
        part = self._parts[-1]
        (part.heading if self._in_heading else part.text).append(text)
