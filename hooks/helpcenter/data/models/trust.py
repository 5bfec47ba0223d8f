"""`security.yml`, `regulators.yml`, `links.yml`, `impostors.yml`: whom to believe."""

from __future__ import annotations

from helpcenter.data.models.base import (
    Bilingual,
    Distinct,
    Key,
    Line,
    Model,
    PastDate,
    Record,
    Word,
)
from helpcenter.data.models.formats import HttpsUrl, ShortNumber


class Item(Record):
    """One line of a list that readers are told to rely on."""

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
    whole_host: bool = False
    """Every page of the host may be linked, not only this one."""


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
