"""All records of one reading of `docs/_data/`: typed, complete, never changed afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from helpcenter.data.files import GROUPS
from helpcenter.data.models.addresses import AddressesFile
from helpcenter.data.models.base import Bilingual, Record, Status
from helpcenter.data.models.contacts import Contact, Domain
from helpcenter.data.models.money import Document, Fee, Level, Method
from helpcenter.data.models.notices import Announcement
from helpcenter.data.models.times import HoursFile, ReplyTime
from helpcenter.data.models.trust import Hotline, Impostor, Link, Regulator, SecurityFile, Waiver
from helpcenter.data.models.words import (
    Brand,
    Category,
    Label,
    PolicyFile,
    QuestionsFile,
    SearchFile,
    Term,
)
from helpcenter.model import Source

State = Literal["sample", "verified", "expired", "retired"]


@dataclass(frozen=True, eq=False)
class Records:
    """The single source of truth; a key such as `contacts/support-email` names one record."""

    today: date
    """The day on which expiry is judged."""
    brand: Brand
    contacts: Mapping[str, Contact]
    channels: list[str]
    """Ids of the contacts of the contact block, in order."""
    feedback: str | None
    """Id of the contact that takes feedback on articles."""
    domains: Mapping[str, Domain]
    hours: HoursFile
    response_times: Mapping[str, ReplyTime]
    fees: Mapping[str, Fee]
    levels: Mapping[str, Level]
    documents: Mapping[str, Document]
    methods: Mapping[str, Method]
    regulators: Mapping[str, Regulator]
    public_hotlines: Mapping[str, Hotline]
    security: SecurityFile
    ui: Mapping[str, Label]
    links: Mapping[str, Link]
    impostors: Mapping[str, Impostor]
    terms: Mapping[str, Term]
    search: SearchFile
    questions: QuestionsFile
    announcements: Mapping[str, Announcement]
    categories: Mapping[str, Category]
    examples: list[Bilingual]
    """Questions shown below the search box of the home page."""
    popular: list[str]
    """Article ids offered first on the home page."""
    pages: list[str]
    """Ids of the pages that lie in docs/ itself; the first is the emergency page."""
    interface: Mapping[str, Bilingual]
    policy: PolicyFile
    addresses: AddressesFile
    places: Mapping[str, Source]
    """Where each record's key stands, by record key."""
    waivers: Mapping[str, Waiver] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    """Record files that cannot be used: `Unread` stands for each of their tables."""

    def group(self, name: str) -> Mapping[str, Record]:
        """The records of one group, such as `contacts` or `holidays`; KeyError if unknown."""
        if name not in GROUPS:
            raise KeyError(name)
        if name == "hours":
            return {str(channel): item for channel, item in self.hours.hours.items()}
        of_a_file = {"holidays": "hours", "never_ask": "security", "may_ask": "security"}
        holder = getattr(self, of_a_file[name]) if name in of_a_file else self
        found: Mapping[str, Record] = getattr(holder, name)
        return found

    def record(self, key: str) -> Record:
        """The record of a key such as `hours/phone`; KeyError if there is none."""
        group, _, name = key.partition("/")
        return self.group(group)[name]

    def items(self) -> Iterator[tuple[str, Record]]:
        """Every record with its key, in the order of the files."""
        for group in GROUPS:
            for name, record in self.group(group).items():
                yield f"{group}/{name}", record

    def place(self, key: str) -> Source:
        """File and position of a record's key; KeyError if there is none."""
        return self.places[key]

    def expires(self, key: str) -> date | None:
        """First day on which the record counts as unconfirmed; None if never confirmed."""
        days = self.policy.verification_days[key.partition("/")[0]]
        return self.record(key).expires(days)

    def state(self, key: str) -> State:
        """What may be said of the record today."""
        status = self.record(key).status
        if status is Status.RETIRED:
            return "retired"
        if status is Status.SAMPLE:
            return "sample"
        until = self.expires(key)
        return "expired" if until is not None and until <= self.today else "verified"
