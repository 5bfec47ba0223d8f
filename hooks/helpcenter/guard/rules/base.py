"""What a rule sees, and how its finding is made."""

from __future__ import annotations

from dataclasses import dataclass

from helpcenter.guard.matching.hits import Hit
from helpcenter.guard.records.truth import Official
from helpcenter.guard.views.disguises import foreign_letters, named
from helpcenter.model import Finding, Position, Text


@dataclass(frozen=True, slots=True)
class Sighting:
    """One address in one file, compared with the records."""

    hit: Hit
    path: str
    position: Position
    found: str
    """As it stands in the raw file."""
    official: Official | None = None
    linked: bool = False
    """An outside page of the list of links."""
    impostor: bool = False
    """A known fake."""
    machine: bool = False
    """At a machine place, where official addresses need no mark."""
    declared: bool = False
    """A fake in the list of impostors or struck through by `impostor()`; a retired address
    in the record files."""

    imitates: str = ""
    """The address of ours that it is made to look like."""
    look_alike: bool = False
    """Whether it is an address of ours only if characters are mistaken for each other."""
    disguise: str = ""
    """How it was hidden; empty: not at all."""

    def finding(self, rule: str, message: Text, suggestion: Text) -> Finding:
        """The finding of a rule at this place; says how the address was read."""
        return Finding(
            rule=rule,
            path=self.path,
            message=self._read_as(message),
            position=self.position,
            kind=self.hit.kind,
            found=self.found,
            canonical=self.hit.canonical,
            suggestion=suggestion,
        )

    def _read_as(self, message: Text) -> Text:
        if not self.disguise:
            return message
        raw = " ".join(self.found.split())
        shown = f"{raw[:57]}…" if len(raw) > 60 else raw
        name, read = named(self.disguise), f"{shown} → {self.hit.canonical}"
        if letters := foreign_letters(raw) if self.disguise == "look-alike" else "":
            read = f"{read}; {letters}"
        return Text(f"{message.zh}（{name.zh}：{read}）", f"{message.en} ({name.en}: {read})")


@dataclass(frozen=True, slots=True)
class Carrier:
    """A way of writing that could hide an address, and that is refused whatever it holds."""

    path: str
    position: Position
    found: str
    """As it stands in the file."""
    reading: str = ""
    """What it comes to, if it was decoded."""

    def finding(self, rule: str, kind: str, message: Text, suggestion: Text) -> Finding:
        """The finding of a rule at this place."""
        return Finding(
            rule=rule,
            path=self.path,
            message=message,
            position=self.position,
            kind=kind,
            found=self.found[:200],
            canonical=self.reading[:200],
            suggestion=suggestion,
        )


@dataclass(frozen=True, slots=True)
class Mark:
    """An element with `data-contact` in a built page, or such text in a source."""

    path: str
    position: Position
    value: str
    """The attribute as written: `id` or `id~nonce`."""
    official: Official | None = None
    text: str = ""
    href: str | None = None

    def finding(self, rule: str, found: str, message: Text, suggestion: Text) -> Finding:
        """The finding of a rule at this mark."""
        official = self.official
        return Finding(
            rule=rule,
            path=self.path,
            message=message,
            position=self.position,
            kind=official.kind if official else "record",
            found=found,
            canonical=official.value if official else "",
            suggestion=suggestion,
        )
