"""Trust: `security.yml regulators.yml links.yml impostors.yml waivers.yml`."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from helpcenter.data.models.base import (
    Bilingual,
    Distinct,
    Key,
    Line,
    Model,
    PastDate,
    Record,
    Word,
    problem,
)
from helpcenter.data.models.formats import HttpsUrl, ShortNumber


class Item(Record):
    """One line of a list that readers rely on."""

    label: Bilingual


class SecurityFile(Model):
    """`security.yml`."""

    never_ask: dict[Key, Item]
    may_ask: dict[Key, Item]
    notification_senders: Distinct[Key]
    """Contact ids of mailboxes from which notices are sent."""


class BodyKind(Word):
    """What an independent body does."""

    CONSUMER = "consumer"
    FINANCIAL = "financial"
    OMBUDSMAN = "ombudsman"


class Regulator(Record):
    """An independent body. Listing one never implies that it supervises us."""

    name: Bilingual
    region: Bilingual
    kind: BodyKind
    url: HttpsUrl
    operator_confirmed: bool = False


class Hotline(Record):
    """A public number of somebody else (police, consumer body); none in the sample."""

    name: Bilingual
    number: ShortNumber
    region: Bilingual
    source: Line
    checked: PastDate


class RegulatorsFile(Model):
    """`regulators.yml`."""

    regulators: dict[Key, Regulator]
    public_hotlines: dict[Key, Hotline] = {}


class Link(Record):
    """An outside page that articles may link to; never a way to reach us."""

    url: HttpsUrl
    title: Bilingual
    reason: Line
    below: bool = False
    """Every page below this address may be linked, too."""


class LinksFile(Model):
    """`links.yml`."""

    links: dict[Key, Link]


class ImpostorKind(Word):
    """What the fake address is."""

    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    SOCIAL = "social"
    MESSENGER = "messenger"


class Impostor(Model):
    """An address known to be fake. Shown only struck through, never as a link."""

    kind: ImpostorKind
    value: Line
    note: Bilingual
    reported: PastDate


class ImpostorsFile(Model):
    """`impostors.yml`."""

    impostors: dict[Key, Impostor]


class WaiverKind(Word):
    """Kinds of address that may be waived at all; no messenger, account or code is among them."""

    URL = "url"
    EMAIL = "email"
    PHONE = "phone"


PROGRAM = (".js", ".mjs", ".css", ".py", ".toml")
"""Endings of files that no reader sees; mailboxes and numbers may be waived in these alone."""
LONGEST = timedelta(days=180)


class Waiver(Model):
    """One address that the guard reports in one file although two people vouch for it."""

    kind: WaiverKind
    value: Line
    """The canonical form, as the finding gives it."""
    file: Line
    """Path from the root; of a built file, `site/` and its path in the site."""
    reason: Line
    owners: Annotated[Distinct[Line], Field(min_length=2)]
    """Roles, not names, that agreed."""
    granted: PastDate
    expires: date

    @field_validator("owners")
    @classmethod
    def _two_of_them(cls, owners: list[str]) -> list[str]:
        """Spellings of a name are one owner: case, width, spaces and punctuation do not count."""
        seen: set[str] = set()
        for number, owner in enumerate(owners):
            plain = unicodedata.normalize("NFKC", owner).casefold()
            same = "".join(filter(str.isalnum, plain)) or plain.strip()
            if same in seen:
                raise problem("owner_twice", at=str(number))
            seen.add(same)
        return owners

    @field_validator("file")
    @classmethod
    def _never_where_readers_see_it(cls, file: str, info: ValidationInfo) -> str:
        kind = info.data.get("kind")
        if kind in (WaiverKind.EMAIL, WaiverKind.PHONE) and not file.endswith(PROGRAM):
            raise problem("waiver_visible", allowed=" ".join(PROGRAM))
        return file

    @field_validator("expires")
    @classmethod
    def _not_for_ever(cls, expires: date, info: ValidationInfo) -> date:
        granted = info.data.get("granted")
        if granted is not None and not granted < expires <= granted + LONGEST:
            last = (granted + LONGEST).isoformat()
            raise problem("waiver_too_long", granted=granted.isoformat(), last=last)
        return expires


class WaiversFile(Model):
    """`waivers.yml`."""

    waivers: dict[Key, Waiver] = {}
