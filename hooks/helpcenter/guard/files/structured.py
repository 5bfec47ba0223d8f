"""Data files as a program reads them: maps of names and values, with their places.

YAML and JSON are composed by their parser, so that anchors, merged maps, escapes and folded
lines are resolved; settings are read line by line, sheets row by row, tags by their attributes.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from helpcenter.guard.files import sheets
from helpcenter.guard.files.nodes_of_yaml import Node, compose
from helpcenter.guard.matching.found import Found

_DATA = (".yml", ".yaml", ".json", ".webmanifest")
_SETTINGS = (".toml", ".ini", ".cfg", ".conf", ".properties", ".env")
_SHEETS = (".csv", ".tsv")
_FRONT = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<body>(?:(?!---[ \t]*\r?$)[^\n]*\n){1,400}+)", re.MULTILINE
)
_SETTING = re.compile(
    r"^[ \t]*(?:export[ \t]+)?(?P<name>[\w.-]{1,60})[ \t]*[=:][ \t]*(?:\""
    r"(?P<a>[^\"\n]{0,300})\""
    r"|'(?P<b>[^'\n]{0,300})'|(?P<c>[^\n\"'#;{\[]{1,300}?))[ \t]*(?:[#;][^\n]*)?$"
)
_INLINE = re.compile(
    r"(?P<name>[\w-]{1,60})[ \t]*=[ \t]*(?:\"(?P<a>[^\"\n]{0,300})\"|'(?P<b>[^'\n]{0,300})')"
)
_SECTION = re.compile(r"^[ \t]*\[")
_LARGEST = 400_000
_MOST = 4_000
"""Maps of one file."""
_WIDEST = 200
"""Names of one map that are put together."""
_FORMULA = ("=", "+", "-", "@")
"""How a formula begins."""
_ROWS = 200
_WIDE = 5_000
"""Characters of a row that are read."""


class Entry(NamedTuple):
    """A name and its value; where the value stands."""

    name: str
    value: str
    start: int
    end: int


Record = list[Entry]


class Scalar(NamedTuple):
    """One value: its span with its quotation marks, and what it stands for."""

    start: int
    end: int
    text: str


def body_of(text: str, path: str) -> tuple[int, int] | None:
    """The span of what is read as YAML: the whole file, or what stands in front of an article."""
    if path.endswith(_DATA):
        return 0, len(text)
    if path.endswith(".md") and text.startswith(("---", "\ufeff---")):
        match = _FRONT.match(text)
        return match.span("body") if match else None
    return None


def composed(text: str, path: str) -> tuple[list[Record], list[list[Scalar]]]:
    """The maps and the lists of a file that is YAML or has some in front; none if it does not parse."""
    span = body_of(text, path)
    if span is None or span[1] - span[0] > _LARGEST:
        return [], []
    reader = _Reader(span[0] + text.startswith("\ufeff"))
    for node in compose(text[slice(*span)].lstrip("\ufeff")):
        reader.read(node)
    return reader.records, reader.lists


class _Reader:
    """Walks through nodes, each once."""

    def __init__(self, offset: int) -> None:
        self._offset = offset
        self.records: list[Record] = []
        self.lists: list[list[Scalar]] = []
        self._seen: set[int] = set()
        self._known: dict[int, Record] = {}

    def read(self, node: Node) -> None:
        """Collect the maps and lists of a node."""
        if id(node) in self._seen or len(self.records) > _MOST:
            return
        self._seen.add(id(node))
        values = node.inner
        if node.kind == "map":
            values = [value for _, value in node.pairs()]
            own = self._entries(node)
            inner = [value for value in values if value.kind == "map"][:8]
            self.records.append(own)
            if inner and (own or len(inner) > 1):  # pieces that several maps hold
                below = (entry for child in inner for entry in self._entries(child))
                self.records.append([*own, *below])
            self.lists += [[Scalar(entry.start, entry.end, entry.value)] for entry in own]
        elif node.kind == "list":
            self.lists.append([self._scalar(value) for value in values if value.kind == "value"])
        for value in values:
            self.read(value)

    def _entries(self, node: Node) -> Record:
        """Names with plain values, those of merged maps first."""
        if id(node) in self._known:
            return self._known[id(node)]
        self._known[id(node)] = []  # a map that merges itself
        out: dict[str, Entry] = {}
        for key, value in node.pairs():
            for one in (
                (value.inner if value.kind == "list" else [value]) if key.text == "<<" else ()
            ):
                if one.kind == "map":
                    out = {entry.name: entry for entry in self._entries(one)} | out
        for key, value in node.pairs():
            if key.kind == value.kind == "value":
                scalar = self._scalar(value)
                out[key.text] = Entry(key.text, scalar.text, scalar.start, scalar.end)
        record = self._known[id(node)] = list(out.values())[:_WIDEST]
        return record

    def _scalar(self, node: Node) -> Scalar:
        return Scalar(node.start + self._offset, node.end + self._offset, node.text)


def settings(text: str, path: str) -> Iterator[Record]:
    """The sections of a settings file, and what stands in braces in it."""
    if not path.endswith(_SETTINGS) or len(text) > _LARGEST:
        return
    record: Record = []
    at = 0
    for line in text.splitlines(keepends=True):
        if _SECTION.match(line):
            yield record
            record = []
        elif match := _SETTING.match(line.rstrip("\r\n")):
            record.append(_entry(match, at))
        yield [_entry(match, at) for match in _INLINE.finditer(line)]
        at += len(line)
    yield record


def _entry(match: re.Match[str], at: int) -> Entry:
    held = match.lastgroup or "name"
    return Entry(match["name"], match[held], at + match.start(held), at + match.end(held))


def rows(text: str, path: str) -> Iterator[Record]:
    """The rows of a sheet, each cell with the head of its column."""
    heads: Sequence[str] = ()
    for start, end, cells in _cells(text, path):
        if not heads:
            heads = cells
        else:
            pairs = zip(heads, cells, strict=False)
            yield [Entry(name.strip(), cell.strip(), start, end) for name, cell in pairs]


def formulas(text: str, path: str) -> Iterator[Found]:
    """Span of each row of a sheet with formulas, and the text that one puts together."""
    for start, end, cells in _cells(text, path) if '"' in text else ():
        for cell in cells:
            if cell.lstrip()[:1] in _FORMULA and '"' in cell:
                yield start, end, sheets.joined(cell)


def _cells(text: str, path: str) -> Iterator[tuple[int, int, list[str]]]:
    """Span and cells of each row of a sheet."""
    if not path.endswith(_SHEETS):
        return
    at = 0
    for line in islice(text.splitlines(keepends=True), _ROWS + 1):
        cells = csv.reader([line.strip("\ufeff\r\n")[:_WIDE]], delimiter=_delimiter(path, text))
        yield at, at + len(line), next(cells, [])
        at += len(line)


def _delimiter(path: str, text: str) -> str:
    head = text[: max(text.find("\n"), 0)]
    return "\t" if path.endswith(".tsv") else ";" if head.count(";") > head.count(",") else ","


_TAG = re.compile(
    r"<[a-zA-Z][\w-]{0,40}(?:\s+[\w:-]{1,60}(?:\s?=\s?(?:\"[^\"<>]{0,200}\""
    r"|'[^'<>]{0,200}'))?){2,24}\s?/?>"
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[\w:-]{1,60})\s?=\s?(?:\"(?P<a>[^\"<>]{0,200})\"|'(?P<b>[^'<>]{0,200})')"
)


def tags(text: str) -> Iterator[Record]:
    """The attributes of each tag that has several."""
    for tag in _TAG.finditer(text):
        yield [
            Entry(m["name"], m[m.lastgroup or "name"], m.start(), m.end())
            for m in _ATTRIBUTE.finditer(text, *tag.span())
        ]
