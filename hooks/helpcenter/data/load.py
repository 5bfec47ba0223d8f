"""Read and check all record files in one run."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

from helpcenter.data.consistency import GAPS, cross_problems
from helpcenter.data.decoding import decode, unfinished_merge
from helpcenter.data.files import DATA, FILES, RecordFile
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
from helpcenter.data.problems import Problem, to_finding, unreadable
from helpcenter.data.records import Records
from helpcenter.data.unread import Unread
from helpcenter.data.validate import validate
from helpcenter.data.yaml_file import Document, read_yaml
from helpcenter.model import Finding, Source, sort_key

M = TypeVar("M", bound=Model)
MOST_KEPT = 4
"""Sets of record files that a process keeps in memory."""
_read = lru_cache(maxsize=len(FILES) * MOST_KEPT)(read_yaml)
_validated = lru_cache(maxsize=len(FILES) * MOST_KEPT)(validate)
"""An unchanged file is not read again when another one has changed."""
_PATHS = {file.model: file.path for file in FILES}
_KEPT: dict[tuple[bytes, date], Loaded] = {}


@dataclass(frozen=True, slots=True)
class Loaded:
    """The records, or None when a file that they need is unusable, with all findings."""

    records: Records | None
    findings: list[Finding]
    readable: Records
    """What could be read; `Unread` stands for the rest."""
    sound: Records
    """The same without files that refer to something that does not exist."""


@dataclass(slots=True)
class _Reading:
    root: Path
    today: date
    findings: list[Finding] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    models: dict[type[Model], Model] = field(default_factory=dict)

    def note(self, problems: list[Problem], path: str, rule: str = "") -> None:
        self.findings += [to_finding(problem, path, rule) for problem in problems]

    def get(self, model: type[M]) -> M:
        """The content of a file; a stand-in that raises `UnreadError` if it cannot be used."""
        return cast(M, self.models[model] if model in self.models else Unread(_PATHS[model]))

    def part(self, model: type[Model], name: str) -> Any:
        """One table of a file, or its stand-in."""
        whole = self.get(model)
        return whole if isinstance(whole, Unread) else getattr(whole, name)

    def without(self, files: Collection[str]) -> _Reading:
        """A copy in which the named files count as unusable."""
        kept = {file.model for file in FILES if file.name not in files}
        models = {model: value for model, value in self.models.items() if model in kept}
        return replace(self, models=models)


def load(root: Path, today: date) -> Loaded:
    """Read `docs/_data/` below `root`; all problems of all files are found in one run.

    Missing interface words alone do not hide the records: no fact depends on them. The
    same files on the same day give the same records, read once a process.
    """
    files = stamp(root)
    if files is None:
        return _load(root, today)
    if (files, today) not in _KEPT:
        if len(_KEPT) >= MOST_KEPT:
            _KEPT.clear()
        _KEPT[files, today] = _load(root, today)
    return _KEPT[files, today]


def stamp(root: Path) -> bytes | None:
    """SHA-256 over all record files, names and bytes; None when one cannot be read as usual."""
    whole = hashlib.sha256()
    try:
        for path in sorted((root / DATA).iterdir()):
            if path.is_symlink():
                return None
            raw = path.read_bytes()
            whole.update(f"{path.name}\0{len(raw)}\0".encode("utf-8", "surrogateescape") + raw)
    except OSError:
        return None
    return whole.digest()


def _load(root: Path, today: date) -> Loaded:
    reading = _Reading(root, today)
    _note_unexpected_files(reading)
    for file in FILES:
        _read_file(file, reading)
    across = list(cross_problems(reading.documents, today))
    for name, problem in across:
        reading.note([problem], f"{DATA}/{name}.yml")
    gaps = {name for name, problem in across if problem.code in GAPS}
    readable = _records(reading)
    sound = _records(reading.without(gaps)) if gaps else readable
    findings = sorted(reading.findings, key=sort_key)
    return Loaded(None if sound.unread else sound, findings, readable, sound)


def _note_unexpected_files(reading: _Reading) -> None:
    names = tuple(f"{file.name}.yml" for file in FILES)
    folder = reading.root / DATA
    present = [entry.name for entry in folder.iterdir()] if folder.is_dir() else []
    for name in sorted(present):
        if name not in names and not name.startswith("."):
            problem = Problem(
                "unexpected_file", found=name, values={"allowed": ", ".join(names)}, near=names
            )
            reading.note([problem], f"{DATA}/{name}")


def _read_file(file: RecordFile, reading: _Reading) -> None:
    text = _read_text(file, reading)
    if text is None:
        return
    document = _read(text)
    merge = unfinished_merge(text) if document.broken else None
    reading.note([merge] if merge else document.problems, file.path, "HC210" if merge else "")
    if document.broken:
        return
    reading.documents[file.name] = document
    model, problems = _validated(file.model, document, reading.today)
    reading.note(problems, file.path)
    if model is not None:
        reading.models[file.model] = model


def _read_text(file: RecordFile, reading: _Reading) -> str | None:
    path = reading.root / file.path
    name = f"{file.name}.yml"
    try:
        if path.is_symlink():
            reading.note([Problem("record_symlink", found=name)], file.path)
            return None
        text, problems = decode(path.read_bytes())
    except FileNotFoundError:
        if not file.optional:
            reading.note([Problem("missing_file", found=name)], file.path)
        return "{}\n" if file.optional else None
    except OSError as error:
        reading.note([unreadable(error)], file.path, "HC210")
        return None
    reading.note(problems, file.path, "HC210")
    return text


def _records(reading: _Reading) -> Records:
    get, part = reading.get, reading.part
    words = reading.models.get(InterfaceFile)
    return Records(
        today=reading.today,
        brand=get(Brand),
        contacts=part(ContactsFile, "contacts"),
        channels=part(ContactsFile, "channels"),
        feedback=part(ContactsFile, "feedback"),
        domains=part(DomainsFile, "domains"),
        hours=get(HoursFile),
        response_times=part(ResponseTimesFile, "response_times"),
        fees=part(FeesFile, "fees"),
        levels=part(LimitsFile, "levels"),
        documents=part(LimitsFile, "documents"),
        methods=part(PaymentMethodsFile, "methods"),
        regulators=part(RegulatorsFile, "regulators"),
        public_hotlines=part(RegulatorsFile, "public_hotlines"),
        security=get(SecurityFile),
        ui=part(UiFile, "ui"),
        links=part(LinksFile, "links"),
        impostors=part(ImpostorsFile, "impostors"),
        terms=part(GlossaryFile, "terms"),
        search=get(SearchFile),
        questions=get(QuestionsFile),
        announcements=part(AnnouncementsFile, "announcements"),
        categories=part(CategoriesFile, "categories"),
        examples=part(CategoriesFile, "examples"),
        popular=part(CategoriesFile, "popular"),
        pages=part(CategoriesFile, "pages"),
        interface=words.interface if isinstance(words, InterfaceFile) else {},
        policy=get(PolicyFile),
        addresses=get(AddressesFile),
        waivers=part(WaiversFile, "waivers"),
        places=_places(reading.documents),
        unread=frozenset(
            file.path
            for file in FILES
            if file.model is not InterfaceFile and file.model not in reading.models
        ),
    )


def _places(documents: dict[str, Document]) -> dict[str, Source]:
    return {
        f"{group}/{path[1]}": Source(file.path, place.key)
        for file in FILES
        if file.name in documents
        for path, place in documents[file.name].places.items()
        for group in file.groups or (file.name,)
        if len(path) == 2 and path[0] == group
    }
