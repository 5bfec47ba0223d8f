"""The table of record files: which exist, their model, and which sections hold records."""

from __future__ import annotations

from dataclasses import dataclass

from helpcenter.data.models.addresses import AddressesFile
from helpcenter.data.models.base import Model
from helpcenter.data.models.contacts import ContactsFile, DomainsFile
from helpcenter.data.models.money import FeesFile, LimitsFile, PaymentMethodsFile
from helpcenter.data.models.notices import AnnouncementsFile
from helpcenter.data.models.times import HoursFile, ResponseTimesFile
from helpcenter.data.models.trust import (
    ImpostorsFile,
    LinksFile,
    RegulatorsFile,
    SecurityFile,
    WaiversFile,
)
from helpcenter.data.models.words import (
    Brand,
    CategoriesFile,
    GlossaryFile,
    InterfaceFile,
    PolicyFile,
    QuestionsFile,
    SearchFile,
    UiFile,
)

DATA = "docs/_data"
"""Folder of the record files, relative to the root."""


@dataclass(frozen=True, slots=True)
class RecordFile:
    """One file of `docs/_data/`."""

    name: str
    """Without `.yml`."""
    model: type[Model]
    groups: tuple[str, ...] = ()
    """Sections whose entries carry a status; keys of records begin with these names."""
    optional: bool = False
    """Whether a project without the file is complete."""

    @property
    def path(self) -> str:
        """Path relative to the root."""
        return f"{DATA}/{self.name}.yml"


FILES: tuple[RecordFile, ...] = (
    RecordFile("addresses", AddressesFile),
    RecordFile("announcements", AnnouncementsFile),
    RecordFile("brand", Brand),
    RecordFile("categories", CategoriesFile),
    RecordFile("contacts", ContactsFile, ("contacts",)),
    RecordFile("domains", DomainsFile, ("domains",)),
    RecordFile("fees", FeesFile, ("fees",)),
    RecordFile("glossary", GlossaryFile),
    RecordFile("hours", HoursFile, ("hours", "holidays")),
    RecordFile("impostors", ImpostorsFile),
    RecordFile("interface", InterfaceFile),
    RecordFile("limits", LimitsFile, ("levels", "documents")),
    RecordFile("links", LinksFile, ("links",)),
    RecordFile("payment_methods", PaymentMethodsFile, ("methods",)),
    RecordFile("policy", PolicyFile),
    RecordFile("questions", QuestionsFile, optional=True),
    RecordFile("regulators", RegulatorsFile, ("regulators", "public_hotlines")),
    RecordFile("response_times", ResponseTimesFile, ("response_times",)),
    RecordFile("search", SearchFile),
    RecordFile("security", SecurityFile, ("never_ask", "may_ask")),
    RecordFile("ui", UiFile, ("ui",)),
    RecordFile("waivers", WaiversFile, optional=True),
)

GROUPS: tuple[str, ...] = tuple(group for file in FILES for group in file.groups)
"""All groups of records, in the order of the files."""


def file_of(group: str) -> RecordFile:
    """The file that holds a group of records."""
    return next(file for file in FILES if group in file.groups)
