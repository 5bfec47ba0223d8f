"""Checks across records: dangling references, duplicate addresses, expiry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from helpcenter.data.files import FILES, GROUPS, file_of
from helpcenter.data.models.contacts import VALUE_KEYS
from helpcenter.data.models.hosts import authority
from helpcenter.data.models.words import ELSEWHERE, MAX_DAYS
from helpcenter.data.problems import Problem
from helpcenter.data.yaml_file import Document, Path
from helpcenter.model import LANGS

Noted = tuple[str, Problem]
"""Name of the record file, and the problem."""
Documents = Mapping[str, Document]

_REFERENCES: tuple[tuple[str, Path, str], ...] = (
    ("contacts", ("channels", "*"), "contacts"),
    ("contacts", ("feedback",), "contacts"),
    ("announcements", ("announcements", "*", "audience", "categories", "*"), "categories"),
    ("security", ("notification_senders", "*"), "contacts"),
    ("fees", ("fees", "*", "method"), "methods"),
    *((file_of(group).name, (group, "*", "retired", "replaced_by"), group) for group in GROUPS),
)
"""File, place of a value in it (`*`: any), and the group in which that name must exist."""


GAPS = ("unknown_reference", "missing_key")
"""Problems that leave a reference without its record: such files cannot be used at all."""


def cross_problems(documents: Documents, today: date) -> Iterator[Noted]:
    """Every problem between records; works on whatever parts of the files are readable."""
    yield from _unknown_references(documents)
    yield from _unknown_hosts(documents)
    yield from _unknown_articles(documents)
    yield from _same_address(documents)
    yield from _policy(documents)
    yield from _expired(documents, today)


def _matches(path: Path, pattern: Path) -> bool:
    return len(path) == len(pattern) and all(
        want in ("*", step) for step, want in zip(path, pattern, strict=True)
    )


def _values(documents: Documents, file: str, pattern: Path) -> Iterator[tuple[Path, Any]]:
    """The values of a file at places like `pattern`, with their places."""
    if file in documents:
        for path in documents[file].places:
            if _matches(path, pattern):
                yield path, _at(documents[file].value, path)


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def _file(section: str) -> str:
    """Name of the file that holds a section; categories are no records with a status."""
    return section if section == "categories" else file_of(section).name


def _names(documents: Documents, group: str) -> list[str] | None:
    """Names of a group's records, valid or not; None when the file cannot tell."""
    file = _file(group)
    value = documents[file].value if file in documents else None
    section = value.get(group) if isinstance(value, dict) else None
    return list(section) if isinstance(section, dict) else None


def _unknown_references(documents: Documents) -> Iterator[Noted]:
    for file, pattern, group in _REFERENCES:
        names = _names(documents, group)
        for path, value in _values(documents, file, pattern):
            if names is not None and isinstance(value, str) and value not in names:
                where = {"section": group, "file": f"{_file(group)}.yml"}
                yield (
                    file,
                    _problem("unknown_reference", documents[file], path, value, where, names),
                )


def _problem(
    code: str,
    document: Document,
    path: Path,
    found: str,
    values: Mapping[str, str],
    near: list[str] | None = None,
) -> Problem:
    return Problem(code, document.place(path).value, found, values, tuple(near or ()))


def _unknown_hosts(documents: Documents) -> Iterator[Noted]:
    """A URL of ours must be on a host of ours."""
    hosts = [value for _, value in _values(documents, "domains", ("domains", "*", "host"))]
    if not hosts:
        return
    for path, value in _values(documents, "contacts", ("contacts", "*", "url")):
        host = authority(value) if isinstance(value, str) else ""
        if host and host not in hosts:
            yield "contacts", _problem("host_not_ours", documents["contacts"], path, value, {})


def _unknown_articles(documents: Documents) -> Iterator[Noted]:
    """Readers' wordings belong to an article that the navigation lists, or to none."""
    listed = [("categories", "*", "articles", "*"), ("pages", "*")]
    ids = [str(name) for path in listed for _, name in _values(documents, "categories", path)]
    if "questions" not in documents or "categories" not in documents:
        return
    for lang in LANGS:
        for path, _ in _values(documents, "questions", (lang, "*")):
            name = str(path[-1])
            if name not in ids and name != ELSEWHERE:
                place = documents["questions"].place(path).key
                yield "questions", Problem("unknown_article", place, name, near=(*ids, ELSEWHERE))


def _same_address(documents: Documents) -> Iterator[Noted]:
    """An address is recorded once, and never both as ours and as an impostor's."""
    sources = [("contacts", ("contacts", "*", key)) for key in VALUE_KEYS]
    sources += [("domains", ("domains", "*", "host")), ("impostors", ("impostors", "*", "value"))]
    seen: dict[str, Path] = {}
    for file, pattern in sources:
        for path, value in _values(documents, file, pattern):
            if not isinstance(value, str) or not value:
                continue
            first = seen.setdefault(value.casefold(), path)
            if first != path:
                fake = file == "impostors" and first[0] != "impostors"
                code = "impostor_is_ours" if fake else "value_twice"
                values = {"first": str(first[1])}
                yield file, _problem(code, documents[file], path, value, values)


def _policy(documents: Documents) -> Iterator[Noted]:
    """Every group, and nothing else, has a number of days for which a verification is valid."""
    document = documents.get("policy")
    days = _verification_days(documents)
    if document is None or days is None:
        return
    path: Path = ("verification_days",)
    for group in GROUPS:
        if group not in days:
            values = {"key": group, "parent": "verification_days"}
            yield "policy", Problem("missing_key", document.place(path).key, "", values)
    for name in days:
        if name not in GROUPS:
            place = document.place((*path, name)).key
            values = {"allowed": ", ".join(GROUPS)}
            yield "policy", Problem("unknown_key", place, name, values, GROUPS)


def _verification_days(documents: Documents) -> dict[str, Any] | None:
    value = documents["policy"].value if "policy" in documents else None
    days = value.get("verification_days") if isinstance(value, dict) else None
    return days if isinstance(days, dict) else None


def _expired(documents: Documents, today: date) -> Iterator[Noted]:
    """Verifications that have run out, or will within the days of warning."""
    days_of = _verification_days(documents) or {}
    for file in FILES:
        for group in file.groups:
            days = days_of.get(group)
            if not isinstance(days, int) or not 1 <= days <= MAX_DAYS:
                continue
            for path, on in _values(documents, file.name, (group, "*", "verified", "on")):
                status = _at(documents[file.name].value, path[:2]).get("status")
                if status == "verified" and type(on) is date:
                    left = days - (today - on).days
                    if left <= _warn_days(documents):
                        problem = _expiry(documents[file.name], path, days, left)
                        yield file.name, problem


def _warn_days(documents: Documents) -> int:
    value = documents["policy"].value if "policy" in documents else None
    days = value.get("warn_days_before") if isinstance(value, dict) else None
    return days if isinstance(days, int) else 0


def _expiry(document: Document, path: Path, days: int, left: int) -> Problem:
    on: date = _at(document.value, path)
    values = {
        "record": f"{path[0]}/{path[1]}",
        "days": str(days),
        "until": (on + timedelta(days=days)).isoformat(),
    }
    code = "expired" if left <= 0 else "expiring"
    return _problem(code, document, path, on.isoformat(), values)
