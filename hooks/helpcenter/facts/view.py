"""What a function of the facts passes to its template, and how far each record is trusted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from helpcenter.data.models.base import Record
from helpcenter.data.models.contacts import Contact
from helpcenter.data.records import Records, State
from helpcenter.facts import format as form
from helpcenter.model import Lang

K = TypeVar("K", bound=str)
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Fact:
    """How far one record may be trusted on the day of the build."""

    key: str
    state: State
    badge: bool
    """Whether the reader is told that the value is an example."""
    verified: date | None = None
    expires: date | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """An address of ours, with the mark that proves it came from its record."""

    mark: str
    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an outside page; its text is never an address."""

    text: str
    href: str


Cell = str | Address | Link


@dataclass(frozen=True, slots=True)
class Row:
    """One record in a table: the first cell heads the row, the second holds the fact."""

    fact: Fact
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of records with its caption, column heads and an optional note below."""

    caption: str
    columns: list[str]
    rows: list[Row]
    note: str = ""

    @property
    def badge(self) -> bool:
        """Whether one badge in the caption speaks for all rows."""
        return bool(self.rows) and all(row.fact.badge for row in self.rows)


@dataclass(slots=True)
class View:
    """Records seen in one language; notes which of them a reader sees."""

    records: Records
    lang: Lang
    nonce: str
    badge_all: bool
    seen: set[str] = field(default_factory=set)

    def t(self, word: str, **values: str) -> str:
        """A word of the interface with its `{name}` places filled.

        Raises:
            KeyError: when `interface.yml` has no such word.
        """
        return self.records.interface[word][self.lang].format(**values)

    def fact(self, key: str) -> Fact:
        """The standing of the record `key`, which is now shown (or missed) on the page."""
        self.seen.add(key)
        record = self.records.record(key)
        state = self.records.state(key)
        return Fact(
            key=key,
            state=state,
            badge=state != "retired" and (state == "sample" or self.badge_all),
            verified=record.verified.on if record.verified else None,
            expires=self.records.expires(key),
        )

    def current(self, group: str, records: Mapping[K, R]) -> Iterator[tuple[K, R, Fact]]:
        """Name, record and standing of all that are not retired; those are left out silently."""
        for name, record in records.items():
            key = f"{group}/{name}"
            if self.records.state(key) != "retired":
                yield name, record, self.fact(key)

    def address(self, name: str, contact: Contact) -> Address:
        """The marked address of the contact `name`."""
        return Address(f"{name}~{self.nonce}", form.display(contact), form.href(contact))

    def table(
        self, caption: str, columns: Sequence[str], rows: list[Row], note: str = ""
    ) -> dict[str, Table]:
        """The values of the table template; `columns` are words of the interface."""
        return {"table": Table(caption, [self.t(word) for word in columns], rows, note)}
