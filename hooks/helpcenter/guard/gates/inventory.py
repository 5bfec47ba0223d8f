"""The inventory: every distinct address that a built folder leads to, and where it stands.

It fits on a screen, so that a person can see at a glance whether it lists anything that should not
be there; comparing two of them shows what changed in between.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from helpcenter.data.lines import LineIndex
from helpcenter.guard.files.documents import contents
from helpcenter.guard.gates.built import file_suffix, plain
from helpcenter.guard.gates.holdings import OPAQUE
from helpcenter.guard.gates.marks import ATTRIBUTE, marked
from helpcenter.guard.gates.output_gate import audit_beside
from helpcenter.guard.judging.kinds import MARKUP, Unreadable, opened, text_of
from helpcenter.guard.judging.places import is_geometry, is_namespace
from helpcenter.guard.markup.html import Markup, tokenize
from helpcenter.guard.matching.effort import TooMuch, bounded
from helpcenter.guard.records.truth import Official, Truth
from helpcenter.model import Finding, Position, Text

Key = tuple[str, str]
"""Kind and canonical form."""


@dataclass(frozen=True, slots=True)
class Row:
    """One address."""

    kind: str
    canonical: str
    record: str
    """Its record key, `impostors` for a known fake, `links` for a page of others; empty: none."""
    first: str
    """`path:line:column` of its first place."""
    pages: tuple[str, ...]
    """Every file that holds it, sorted."""

    @property
    def key(self) -> Key:
        """Identifies the same row in two inventories."""
        return self.kind, self.canonical


@dataclass(frozen=True, slots=True)
class Changes:
    """Differences from an earlier inventory."""

    added: tuple[Row, ...]
    removed: tuple[Row, ...]
    moved: tuple[tuple[Row, Row], ...]
    """The same address on other pages, before and now."""

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.moved)


Sighted = tuple[Key, str, Position]
_LISTS = (("impostors", Truth.is_impostor), ("links", Truth.is_linked))
_ORDER = ("", "impostors")
"""Records that come first, then all others, then links."""


def audited(
    target: Path, truth: Truth, cleared: Collection[str] = frozenset()
) -> tuple[list[Finding], list[Row]]:
    """The findings in the folder `target`, and its inventory, unlisted ones and fakes first.

    Args:
        target: a built folder, each file of which is read once for both.
        truth: what may be found there.
        cleared: SHA-256 of files of the theme as published, which nobody needs to look at.
    """

    def file(path: str) -> list[Sighted]:
        return list(_file(target / path, path, truth))

    findings, sighted = audit_beside(target, truth, file, cleared=cleared)
    return findings, _rows(sighted)


def _rows(sighted: Mapping[str, Sequence[Sighted]]) -> list[Row]:
    records: dict[Key, str] = {}
    first: dict[Key, str] = {}
    pages: dict[Key, dict[str, None]] = {}
    for path, found in sighted.items():
        for key, record, place in found:
            records[key] = record
            first.setdefault(key, f"{path}:{place.line}:{place.column}")
            pages.setdefault(key, {})[path] = None
    rows = [Row(*key, records[key], first[key], tuple(pages[key])) for key in records]
    return sorted(rows, key=lambda row: (_rank(row), row.key))


def _rank(row: Row) -> int:
    return _ORDER.index(row.record) if row.record in _ORDER else 2 + (row.record == "links")


def _file(file: Path, path: str, truth: Truth) -> Iterator[Sighted]:
    try:
        raw = bounded(file)
        if file_suffix(path) in OPAQUE:
            for code in contents(path, raw).codes:
                yield ("qr", code), "", Position()
        text = text_of(path, raw)
    except (OSError, Unreadable, TooMuch):  # a finding of the audit
        return
    if text is not None:
        yield from _text(path, text, truth)


def _text(path: str, text: str, truth: Truth) -> Iterator[Sighted]:
    markup = tokenize(text) if file_suffix(path) in MARKUP else None
    opened_file, code = opened(path, text, markup)
    lines = LineIndex(text)
    for seen in plain(text, code, path):
        hit, spot = seen.hit, opened_file.spot(seen.hit.start)
        if is_geometry(spot) or is_namespace(path, spot, hit.canonical):
            continue
        official = truth.lookup(hit)
        key, record = _named(official) if official else ((str(hit.kind), hit.canonical), "")
        if not official:
            record = next((name for name, holds in _LISTS if holds(truth, hit)), "")
        yield key, record, lines.at(hit.start)
    if markup:
        yield from _marked(markup, truth, lines)


def _marked(markup: Markup, truth: Truth, lines: LineIndex) -> Iterator[Sighted]:
    """References to records, account names without a link among them."""
    for index, attributes in marked(markup):
        value = next(a.text for a in attributes if a.name == ATTRIBUTE)
        if official := truth.marks.get(value.partition("~")[0]):
            yield *_named(official), lines.at(markup.tags[index].start)


def _named(official: Official) -> tuple[Key, str]:
    """Every page of a host of ours is one row, that of the host."""
    return (official.kind, official.value), official.key


def compare(
    before: Sequence[Row], now: Sequence[Row], unasked: Collection[str] = frozenset()
) -> Changes:
    """What changed from one inventory to the next.

    Args:
        before: the earlier one.
        now: the later one.
        unasked: names of files that may have been left out now although they are there: that
            they are missing is no change, what is new in them is one.
    """
    new = {row.key: row for row in now}
    old = {}
    for row in before:
        here = new[row.key].pages if row.key in new else ()
        pages = tuple(p for p in row.pages if p in here or p.rpartition("/")[2] not in unasked)
        if pages or not row.pages:
            old[row.key] = replace(row, pages=pages)
    known = {row.key for row in before}
    return Changes(
        tuple(row for key, row in new.items() if key not in known),
        tuple(row for key, row in old.items() if key not in new),
        tuple(
            (old[key], row)
            for key, row in new.items()
            if key in old and old[key].pages != row.pages
        ),
    )


def dump(rows: Sequence[Row]) -> str:
    """As JSON, for a later `--against`."""
    names = ("kind", "canonical", "record", "first", "pages")
    listed = [{name: getattr(row, name) for name in names} for row in rows]
    text = json.dumps({"addresses": listed}, ensure_ascii=False, indent=1) + "\n"
    return text.encode(errors="backslashreplace").decode()  # names of files may be any bytes


def read(text: str) -> list[Row]:
    """The rows of a saved inventory.

    Raises:
        ValueError: it is not an inventory.
    """
    try:
        return [_row(item) for item in json.loads(text)["addresses"]]
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no inventory: {error}") from error


def _row(item: Mapping[str, Any]) -> Row:
    kind, canonical, record, first = (
        str(item[name]) for name in ("kind", "canonical", "record", "first")
    )
    return Row(kind, canonical, record, first, tuple(map(str, item["pages"])))


UNLISTED = Text("未登记", "unlisted")
