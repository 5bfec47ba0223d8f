"""Findings about addresses while a record file cannot be used: those that do not depend on it.

An address that does not occur in such a file is not one of its records, whatever state it is in.
One that does occur may be ours, so nothing is reported about it until the file is fixed.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from helpcenter.data.decoding import MAX_BYTES
from helpcenter.data.files import DATA
from helpcenter.data.records import Records
from helpcenter.data.unread import Unread
from helpcenter.guard.matching import canonical
from helpcenter.guard.records.truth import Truth
from helpcenter.guard.rules import ADDRESS_RULES
from helpcenter.model import Finding

COMPARED = frozenset(
    f"{DATA}/{name}.yml" for name in ("contacts", "domains", "links", "regulators", "waivers")
)
"""Record files that say which addresses are ours, or may stand."""
_TABLES = ("contacts", "domains", "links", "regulators", "public_hotlines", "impostors")
_BY_RECORDS = frozenset(code for code, _ in ADDRESS_RULES) - {"HC104"}
"""Rules that only those files can confirm; a known fake is one whatever they say."""


def truth_of(records: Records) -> Truth:
    """The truth, as far as the records can be read."""
    tables = {name: getattr(records, name) for name in _TABLES}
    unread: dict[str, Any] = {n: {} for n, table in tables.items() if isinstance(table, Unread)}
    return Truth.from_records(replace(records, **unread))


class Doubt:
    """Decides which findings are in doubt because record files are missing."""

    def __init__(self, root: Path, records: Records) -> None:
        """Read the record files that cannot be used as plain text."""
        self.files = sorted(COMPARED & records.unread)
        """Files without which some address was not compared."""
        self._unread = records.unread
        waivers = {f"{DATA}/waivers.yml"} if self.files else set()
        self._text = "\n".join(_text(root / path) for path in sorted({*self.files, *waivers}))

    def covers(self, finding: Finding) -> bool:
        """Whether the finding may be wrong: it is of such a file, or of what stands in one."""
        if not self._unread or finding.rule not in _BY_RECORDS:
            return False
        return finding.path in self._unread or any(map(self._holds, _forms(finding)))

    def _holds(self, form: str) -> bool:
        whole = rf"(?<![\w.-]){re.escape(form.lower())}(?![\w-])"
        return bool(form and re.search(whole, self._text))


def _forms(finding: Finding) -> tuple[str, ...]:
    """How a record may write an address: whole, without its platform, only the host."""
    value = finding.canonical
    host = canonical.url(value).host if finding.kind == "url" else ""
    return finding.found, value, value.partition(":")[2].lstrip("@"), host


def _text(path: Path) -> str:
    raw = b""
    with suppress(OSError), path.open("rb") as file:
        raw = file.read(MAX_BYTES)
    return raw.replace(b"\0", b"").decode("utf-8", "replace").lower()  # UTF-16 too
