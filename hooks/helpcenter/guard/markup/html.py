"""Markup as a browser cuts it: tags, attributes, text, with exact offsets in the raw file.

Follows the tokenizer of WHATWG HTML, section 13.2.5, where a browser and a simple pattern
would disagree: quotes only count behind `=`, an unfinished tag runs to the end of the file,
the first of two equal attributes wins. Every pattern is possessive, so time is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from html import unescape
from typing import NamedTuple

_ATTRIBUTE = r"[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>\"'][^\s>]*+)?+)?+"
_TAG = re.compile(rf"<(/?)([A-Za-z][^\s/>]*+)((?:[\s/=]++|{_ATTRIBUTE})*+)>?|<!--|<[!?/]")
_ATTRIBUTES = re.compile(
    r"([^\s/>=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"?|'([^']*+)'?|([^\s>\"'][^\s>]*+))?+)?+"
)
_COMMENT_END = re.compile(r"--!?>")
_BOGUS_END = re.compile(">")
RAW_TEXT = frozenset(
    {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"}
)
"""Elements whose content holds no tags."""
CODE = frozenset({"script", "style", "code", "pre", "kbd", "samp"})
_RAW_ENDS = {n: re.compile(rf"</{n}(?=[\s/>])", re.IGNORECASE | re.ASCII) for n in RAW_TEXT}


@dataclass(frozen=True, slots=True)
class Attribute:
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


@dataclass
class Markup:
    """The tags of one file, in order."""

    text: str
    tags: list[Tag] = field(default_factory=list)

    @cached_property
    def _starts(self) -> list[int]:
        return [tag.start for tag in self.tags]

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
        for at in range(index, len(self.tags)):
            if self.tags[at].name == name:
                depth += -1 if self.tags[at].closing else 1
                if depth == 0:
                    return at
        return len(self.tags)

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
        for index, tag in enumerate(self.tags):
            if tag.name in CODE and not tag.closing and tag.start >= done:
                stop = self.close(index)
                done = self.tags[stop].start if stop < len(self.tags) else len(self.text)
                spans.append((tag.end, done))
        return spans


@lru_cache(maxsize=2)
def tokenize(text: str) -> Markup:
    """Cut `text` into tags; comments and doctypes are passed over.

    Several rules ask for the same text; what they get is only for reading.
    """
    markup = Markup(text)
    at, search, add = 0, _TAG.search, markup.tags.append
    while match := search(text, at):
        name = match[2]
        if name is None:
            end = _COMMENT_END if match[0] == "<!--" else _BOGUS_END
            stop = end.search(text, match.end() if match[0] != "<!--" else match.end() - 2)
            at = stop.end() if stop else len(text)
            continue
        start, at = match.span()
        name, closing = name.lower(), bool(match[1])
        add(Tag(name, closing, start, at, match.span(3)))
        if name in RAW_TEXT and not closing:
            stop = _RAW_ENDS[name].search(text, at)
            at = stop.start() if stop else len(text)
    return markup
