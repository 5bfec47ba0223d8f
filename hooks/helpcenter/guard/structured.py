"""Data files as the program that reads them sees them: maps of names and values, and where they stand.

YAML and JSON are composed by their parser, so that anchors, merged maps, escapes and folded
lines are resolved; settings are read line by line, sheets row by row, tags by their attributes.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import yaml

_DATA = (".yml", ".yaml", ".json", ".webmanifest")
_SETTINGS = (".toml", ".ini", ".cfg", ".conf", ".properties", ".env")
_SHEETS = (".csv", ".tsv")
_FRONT = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<body>(?:(?!---[ \t]*\r?$)[^\n]*\n){1,400}+)", re.MULTILINE
)
_SETTING = re.compile(
    r"^[ \t]*(?:export[ \t]+)?(?P<name>[\w.-]{1,60})[ \t]*[=:][ \t]*(?:\"(?P<a>[^\"\n]{0,300})\"|'(?P<b>[^'\n]{0,300})'|(?P<c>[^\n\"'#;{\[]{1,300}?))[ \t]*(?:[#;][^\n]*)?$"
)
_INLINE = re.compile(
    r"(?P<name>[\w-]{1,60})[ \t]*=[ \t]*(?:\"(?P<a>[^\"\n]{0,300})\"|'(?P<b>[^'\n]{0,300})')"
)
_SECTION = re.compile(r"^[ \t]*\[")
_LARGEST = 400_000
_MOST = 4_000
"""Maps of one file."""
_ROWS = 200


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
    reader = _Reader(text, span[0])
    try:
        for node in yaml.compose_all(text[slice(*span)].lstrip("\ufeff"), yaml.CSafeLoader):
            reader.read(node, 0)
    except (yaml.YAMLError, ValueError, RecursionError):
        pass  # what was read until then stands
    return reader.records, reader.lists


class _Reader:
    """Walks through composed nodes, each once."""

    def __init__(self, text: str, offset: int) -> None:
        self._offset = offset + text.startswith("\ufeff")
        self.records: list[Record] = []
        self.lists: list[list[Scalar]] = []
        self._seen: set[int] = set()

    def read(self, node: yaml.Node, depth: int) -> None:
        """Collect the maps and lists of a node."""
        if id(node) in self._seen or depth > 40 or len(self._seen) > 20 * _MOST:
            return
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            own = self._entries(node, 0)
            inner = [v for _, v in node.value if isinstance(v, yaml.MappingNode)]
            below = [self._entries(child, 0) for child in inner[:8]]
            self.records.append(own)
            if 1 < len(inner) <= 8 or (own and inner):  # pieces that two maps hold
                self.records.append([entry for row in (own, *below) for entry in row])
            self.lists += [[entry] for entry in map(_as_scalar, own)]
            for _, value in node.value:
                self.read(value, depth + 1)
        elif isinstance(node, yaml.SequenceNode):
            scalars = [self._scalar(v) for v in node.value if isinstance(v, yaml.ScalarNode)]
            self.lists.append(scalars)
            for value in node.value:
                self.read(value, depth + 1)

    def _entries(self, node: yaml.MappingNode, depth: int) -> Record:
        """Names with plain values, those of merged maps first."""
        out: dict[str, Entry] = {}
        for key, value in node.value:
            if key.value == "<<" and depth < 8:
                merged = value.value if isinstance(value, yaml.SequenceNode) else [value]
                for one in merged:
                    if isinstance(one, yaml.MappingNode):
                        for entry in self._entries(one, depth + 1):
                            out.setdefault(entry.name, entry)
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode):
                scalar = self._scalar(value)
                out[key.value] = Entry(key.value, scalar.text, scalar.start, scalar.end)
        return list(out.values())

    def _scalar(self, node: yaml.ScalarNode) -> Scalar:
        start, end = node.start_mark.index, node.end_mark.index
        return Scalar(start + self._offset, end + self._offset, node.value)


def _as_scalar(entry: Entry) -> Scalar:
    return Scalar(entry.start, entry.end, entry.value)


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
    if not path.endswith(_SHEETS):
        return
    heads: Sequence[str] = ()
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        if number > _ROWS:
            return
        cells = next(csv.reader([line.strip("\ufeff\r\n")], delimiter=_sign(path, text)), [])
        if not heads:
            heads = cells
        else:
            pairs = zip(heads, cells, strict=False)
            yield [Entry(name.strip(), cell.strip(), at, at + len(line)) for name, cell in pairs]
        at += len(line)


def _sign(path: str, text: str) -> str:
    head = text[: max(text.find("\n"), 0)]
    return "\t" if path.endswith(".tsv") else ";" if head.count(";") > head.count(",") else ","


_TAG = re.compile(
    r"<[a-zA-Z][\w-]{0,40}(?:\s+[\w:-]{1,60}(?:\s?=\s?(?:\"[^\"<>]{0,200}\"|'[^'<>]{0,200}'))?){2,24}\s?/?>"
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
