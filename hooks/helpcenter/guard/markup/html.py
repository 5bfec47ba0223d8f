"""Tokenizes markup as a browser does: tags, attributes, text, with exact offsets in the raw file.

Follows the tokenizer of WHATWG HTML, section 13.2.5, where a browser and a simple pattern
would disagree: quotes only count behind `=`, an unfinished tag runs to the end of the file,
the first of two equal attributes wins. Every pattern is possessive, so time is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from html import unescape
from itertools import islice
from operator import itemgetter
from typing import Any, NamedTuple

RAW_TEXT = frozenset(
    {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"}
)
"""Elements whose content holds no tags."""
CODE = frozenset({"script", "style", "code", "pre", "kbd", "samp"})
_ATTRIBUTE = r"[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>\"'][^\s>]*+)?+)?+"
_FIRST = "".join({letter for name in RAW_TEXT for letter in (name[0], name[0].upper())})
_PIECE = re.compile(
    rf"<(/?)((?P<raw>(?<=<)(?=[{_FIRST}])(?ai:{'|'.join(RAW_TEXT)})(?=[\s/>]|\Z))"
    r"|[A-Za-z][^\s/>]*+)"
    rf"((?: [a-z-]++=\"[^\"]*+\"(?=[ >]))*+(?:[\s/=]++|{_ATTRIBUTE})*+)(>?)"
    r"(?(raw)(?:[^<]++|<(?!/(?ai:(?P=raw)[\s/>])))*+)"
    r"|<!(?=--).*?(?:--!?>|\Z)|<[!?/][^>]*+>?",
    re.DOTALL,
)
"""A tag, with all that is raw text behind it; or what is none, such as a comment.

Read in one go: to ask Python between two tags costs more than to read them. How nearly all tags
are written is tried first.
"""
_NAME, _BODY, _TAG_END = 2, 4, 5
_OF_CODE = re.compile(rf"<(?:{'|'.join(CODE)})(?=[\s/>]|\Z)", re.IGNORECASE)
_ATTRIBUTES = re.compile(
    r"([^\s/>=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"?|'([^']*+)'?|([^\s>\"'][^\s>]*+))?+)?+"
)


class Attribute(NamedTuple):
    """One attribute; the span is that of its value, without quotes."""

    name: str
    value: str
    """As written, character references not decoded."""
    start: int
    end: int

    @property
    def text(self) -> str:
        """The value as the browser reads it."""
        return unescape(self.value)


class Tag(NamedTuple):
    """A start or end tag."""

    name: str
    closing: bool
    start: int
    end: int
    body: tuple[int, int]
    """Span of the attributes."""


class _Tags(Sequence[Tag]):
    """The tags as they were read, each made when it is asked for: few of a page are."""

    def __init__(self, read: list[re.Match[str]]) -> None:
        self._read = read

    def __len__(self) -> int:
        return len(self._read)

    def __getitem__(self, at: Any) -> Any:
        found = self._read[at]
        return list(map(_tag, found)) if isinstance(at, slice) else _tag(found)

    def __iter__(self) -> Iterator[Tag]:
        return map(_tag, self._read)


def _tag(read: re.Match[str]) -> Tag:
    end = read.end(_TAG_END)
    return Tag(read[_NAME].lower(), bool(read[1]), read.start(), end, read.span(_BODY))


class Markup:
    """The tags of one file, in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._read = list(filter(itemgetter(_NAME), _PIECE.finditer(text)))
        self.tags: Sequence[Tag] = _Tags(self._read)

    @cached_property
    def _starts(self) -> list[int]:
        return [read.start() for read in self._read]

    def before(self, offset: int) -> int:
        """Index of the last tag that begins at or before `offset`; -1 if there is none."""
        return bisect_right(self._starts, offset) - 1

    def attributes(self, tag: Tag) -> list[Attribute]:
        """All attributes of a tag, repeated ones too."""
        if tag.body[0] == tag.body[1]:
            return []
        out = []
        for match in _ATTRIBUTES.finditer(self.text, *tag.body):
            group = match.lastindex or 1
            start, end = match.span(group) if group > 1 else (match.end(), match.end())
            out.append(Attribute(match[1].lower(), self.text[start:end], start, end))
        return out

    def get(self, tag: Tag, name: str) -> str | None:
        """The decoded value of the first attribute `name`."""
        return next((a.text for a in self.attributes(tag) if a.name == name), None)

    def close(self, index: int) -> int:
        """Index of the end tag that closes the start tag `index`; len(tags) if none does."""
        depth, name = 0, self.tags[index].name
        for at, read in enumerate(islice(self._read, index, None), index):
            if read[_NAME].lower() == name:
                depth += -1 if read[1] else 1
                if depth == 0:
                    return at
        return len(self._read)

    def inner_text(self, index: int) -> str:
        """The text between a start tag and its end tag, decoded, white space collapsed."""
        stop = self.close(index)
        parts = []
        for at in range(index, stop):
            after = self.tags[at + 1].start if at + 1 < len(self.tags) else len(self.text)
            parts.append(self.text[self.tags[at].end : after])
        return " ".join(unescape("".join(parts)).split())

    def code_spans(self) -> list[tuple[int, int]]:
        """Where program text stands: inside script, style, code and the like."""
        spans: list[tuple[int, int]] = []
        done = 0
        for found in _OF_CODE.finditer(self.text):
            index = self.before(found.start())
            if index < 0 or self._starts[index] != found.start() or found.start() < done:
                continue
            stop = self.close(index)
            done = self.tags[stop].start if stop < len(self.tags) else len(self.text)
            spans.append((self.tags[index].end, done))
        return spans


@lru_cache(maxsize=2)
def tokenize(text: str) -> Markup:
    """Cut `text` into tags; comments and doctypes are passed over.

    Several rules ask for the same text; what they get is only for reading.
    """
    return Markup(text)
