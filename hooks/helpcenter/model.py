"""Types that every package shares: languages, bilingual text, positions and findings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, Protocol, TypeVar

T = TypeVar("T")
Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")
HTML_LANG: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}
"""BCP 47 tag written in `<html lang>` for each language of the site."""


class Severity(StrEnum):
    """Effect of a finding: an error stops the build, a warning is only reported."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in both languages of the tools."""

    zh: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


def filled(text: Text, **values: object) -> Text:
    """`text` with the same values in the places of both languages."""
    return Text(text.zh.format(**values), text.en.format(**values))


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in the raw file, both counted from 1; columns count characters."""

    line: int = 1
    column: int = 1

    @classmethod
    def at(cls, text: str, offset: int) -> Position:
        """The position of the character at `offset` (from 0) of `text`."""
        start = text.rfind("\n", 0, offset) + 1
        return cls(text.count("\n", 0, offset) + 1, offset - start + 1)


@dataclass(frozen=True, slots=True)
class Source:
    """Where the bytes of a built file were written by hand."""

    path: str
    position: Position = Position()


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem, where it is, and the likely fix."""

    rule: str
    """Stable code such as HC101; codes are never reused."""
    path: str
    """POSIX path relative to the root (to the target for an audit)."""
    message: Text
    position: Position = Position()
    severity: Severity = Severity.ERROR
    kind: str = ""
    """What sort of thing was found: email, phone, url, social, record, file …"""
    found: str = ""
    """The offending text as it stands in the file."""
    canonical: str = ""
    """Its canonical form (E.164, lower-case mailbox, URL …), if it has one."""
    suggestion: Text = field(default=Text("", ""))
    source: Source | None = None
    """For built files: where the value came from, if that is known."""

    @property
    def id(self) -> str:
        """Stable over line moves: rule, kind, canonical value and path, hashed."""
        value = self.canonical or self.found
        key = "\0".join((self.rule, self.kind, value, self.path))
        return hashlib.sha256(key.encode(errors="backslashreplace")).hexdigest()[:12]


_WORST = ("HC140", "HC104", "HC103", "HC106", "HC110", "HC101", "HC105")
"""A blind guard first, then whatever leads readers to others; the rest by rule number."""


def sort_key(finding: Finding) -> tuple[int, int, str, str, Position]:
    """Errors first, then the most dangerous, then by place."""
    rank = 0 if finding.severity is Severity.ERROR else 1
    worst = _WORST.index(finding.rule) if finding.rule in _WORST else len(_WORST)
    return (rank, worst, finding.rule, finding.path, finding.position)


class Progress(Protocol):
    """Iterates over items and may show progress."""

    def __call__(self, items: Sequence[T], label: Text) -> Iterable[T]:
        """Yield the same items; `label` says what is being done."""


def unwatched(items: Sequence[T], label: Text) -> Iterable[T]:
    """A progress that shows nothing."""
    return items
