"""Reads YAML strictly: every value with its place, nothing silently converted or dropped.

YAML 1.2 core schema, narrowed (see `yaml_scalars`). Refused: duplicate keys, anchors, aliases,
tags, merge keys, a second document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml
from yaml import events as ev

from helpcenter.data.lines import LineIndex
from helpcenter.data.problems import Problem
from helpcenter.data.wording.yaml_reasons import chinese_reason
from helpcenter.data.yaml_scalars import scalar
from helpcenter.model import Position

Path = tuple[str | int, ...]
"""Path from the root of a document to a value: keys and list indices."""

MAX_DEPTH = 20
"""Nesting that no record file needs; deeper input is refused before it costs memory."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands."""

    key: Position
    """Its key, or the value itself in a list."""
    value: Position
    raw: str
    """The text of a scalar as it stands in the file; empty for a mapping or list."""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """Content of a YAML text, with places and problems of form; compared by identity."""

    value: Any
    places: dict[Path, Place]
    problems: list[Problem]
    refused: set[Path]
    """Values whose form is refused (alias, tag, a key in a text): they get no further findings."""
    broken: bool = False
    """Reading stopped early: the value says nothing."""

    def place(self, path: Path) -> Place:
        """The place of `path`, or of its nearest ancestor that stands in the file."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(Position(), Position(), ""))


_FAST = getattr(yaml, "CSafeLoader", None)
"""libyaml, if PyYAML was built with it: many times faster, with the same events and places."""
_WIDE_COLON = re.compile(r"^[ ]*(?P<key>[a-z_]+)(?P<colon>：)", re.MULTILINE)
"""A key with a full-width colon from a Chinese input method; YAML takes it for text and fails
further below or not at all."""
_WIDE = "yaml_wide_colon"
_DIFFERENT = re.compile("[\\t\\ufeff]")
"""libyaml accepts tabs in plain text and does not count a byte order mark."""


class _Malformed(Exception):
    """The rest of the text cannot be read; the problem is already noted."""


@dataclass(slots=True)
class _Reader:
    text: str
    lines: LineIndex
    places: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    refused: set[Path] = field(default_factory=set)

    def note(self, code: str, at: int, found: str = "", **values: str) -> None:
        self.problems.append(Problem(code, self.lines.at(at), found, values))

    def word(self, at: int) -> str:
        """Text from an offset up to the next space."""
        match = re.compile(r"\S+").match(self.text, at)
        return match[0] if match else ""

    def wide_colons(self, first: int, last: int) -> bool:
        """Note keys with a full-width colon, from the line of `first` on."""
        line = self.text.rfind("\n", 0, first) + 1
        found = list(_WIDE_COLON.finditer(self.text, line, last))
        for match in found:
            self.note(_WIDE, match.start("colon"), "：", key=match["key"])
        return bool(found)

    def stop(self, code: str, at: int) -> NoReturn:
        self.note(code, at)
        raise _Malformed

    def document(self) -> Any:
        value: Any = None
        documents = 0
        stream = _events(self.text)
        for event in stream:
            if isinstance(event, ev.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.stop("yaml_two_documents", _start(event))
                if event.tags or event.version:
                    self.note("yaml_directive", _start(event), "%")
            elif isinstance(event, ev.NodeEvent):
                value = self.node(event, stream, (), _start(event))
        return value

    def node(self, event: ev.NodeEvent, stream: Iterator[ev.Event], path: Path, key: int) -> Any:
        at = _start(event)
        if isinstance(event, ev.AliasEvent):
            self.note("yaml_alias", at, f"*{event.anchor}")
            self.refused.add(path)
            return None
        if event.anchor is not None:
            self.note("yaml_anchor", at, f"&{event.anchor}")
        if getattr(event, "tag", None) is not None:
            self.note("yaml_tag", at, self.word(at))
            self.refused.add(path)
        if len(path) > MAX_DEPTH:
            self.stop("yaml_too_deep", at)
        raw = self.text[at : _end(event)].rstrip() if isinstance(event, ev.ScalarEvent) else ""
        place = Place(self.lines.at(key), self.lines.at(at), raw)
        self.places[path] = place
        if isinstance(event, ev.MappingStartEvent):
            return self.mapping(stream, path)
        if isinstance(event, ev.SequenceStartEvent):
            return self.sequence(stream, path)
        assert isinstance(event, ev.ScalarEvent)
        if not event.style and self.wide_colons(at, _end(event)):
            self.refused.add(path)
        return event.value if event.style else scalar(event.value)

    def sequence(self, stream: Iterator[ev.Event], path: Path) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(stream), ev.SequenceEndEvent):
            assert isinstance(event, ev.NodeEvent)
            values.append(self.node(event, stream, (*path, len(values)), _start(event)))
        return values

    def mapping(self, stream: Iterator[ev.Event], path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        while not isinstance(key := next(stream), ev.MappingEndEvent):
            at = _start(key)
            if not isinstance(key, ev.ScalarEvent):
                self.stop("yaml_key_not_text", at)
            if key.anchor is not None:
                self.note("yaml_anchor", at, f"&{key.anchor}")
            event = next(stream)
            assert isinstance(event, ev.NodeEvent)
            if self.is_refused_key(key, lines):
                _Reader(self.text, self.lines, {}, self.problems).node(event, stream, path, at)
                continue
            lines[key.value] = self.lines.at(at).line
            values[key.value] = self.node(event, stream, (*path, key.value), at)
        return values

    def is_refused_key(self, key: ev.ScalarEvent, lines: dict[str, int]) -> bool:
        if key.value == "<<" and not key.style:
            self.note("yaml_merge_key", _start(key), "<<")
            return True
        if key.value in lines:
            self.note("duplicate_key", _start(key), key.value, first=str(lines[key.value]))
            return True
        return False


def _events(text: str) -> Iterator[ev.Event]:
    """The events of a text; errors are worded as by PyYAML's own parser."""
    if _FAST and not _DIFFERENT.search(text):
        with suppress(yaml.YAMLError, RecursionError):
            return iter(list(_bounded(yaml.parse(text, Loader=_FAST))))
    return iter(yaml.parse(text, Loader=yaml.SafeLoader))


def _bounded(stream: Iterator[ev.Event]) -> Iterator[ev.Event]:
    """The events of a stream.

    Raises:
        RecursionError: it is nested too deeply.
    """
    depth = 0
    for event in stream:
        depth += isinstance(event, ev.CollectionStartEvent)
        depth -= isinstance(event, ev.CollectionEndEvent)
        if depth > MAX_DEPTH + 1:
            raise RecursionError
        yield event


def _start(event: ev.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: ev.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def read_yaml(text: str) -> Document:
    """Read one document; problems of form are listed, and the readable part is still returned."""
    reader = _Reader(text, LineIndex(text))
    try:
        value = reader.document()
        return Document(value, reader.places, reader.problems, reader.refused)
    except _Malformed:
        pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = str(error.problem or error.context or "")
        at = mark.index if mark else 0
        missed = "mapping values" in reason or "expected ':'" in reason
        since = error.context_mark.index if error.context_mark else at
        told = any(found.code == _WIDE for found in reader.problems)
        if not (missed and (told or reader.wide_colons(since, at))):
            reader.note("yaml_malformed", at, problem=reason, zh=chinese_reason(reason))
    except yaml.reader.ReaderError as error:
        reader.note("control_character", error.position, f"U+{ord(text[error.position]):04X}")
    return Document(None, reader.places, reader.problems, reader.refused, broken=True)
