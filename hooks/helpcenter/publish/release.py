"""The release gate: nothing sample, retired, expired or reserved reaches a reader.

HC501 a shown record is sample; HC502 a shown address is a reserved name or number,
whatever its status says; HC503 the host of `site_url` is not one of ours; HC504 a
shown record is retired; HC505 a shown record's verification has run out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from helpcenter.data.models.base import Record
from helpcenter.data.models.contacts import Contact, Domain
from helpcenter.data.models.trust import Hotline, Link, Regulator
from helpcenter.data.records import Records
from helpcenter.model import Finding, Text
from helpcenter.publish.profile import Profile
from helpcenter.publish.reserved import is_reserved

STATES = {
    "sample": ("HC501", "是示例数据", "is sample data"),
    "retired": ("HC504", "已停用", "is retired"),
    "expired": ("HC505", "核实已过期", "has an expired verification"),
}
MENDS = {
    "HC501": Text(
        "核实后写 status: verified 和 verified: {on, by, source}",
        "confirm it, then write status: verified and verified: {on, by, source}",
    ),
    "HC502": Text(
        "换成真实的值；没有，就删去这条记录和引用它的地方",
        "write the real one; if there is none, delete the record and what refers to it",
    ),
    "HC503": Text(
        "在 domains.yml 里登记它，或者改 mkdocs.yml 的 site_url",
        "enter it in domains.yml, or change site_url in mkdocs.yml",
    ),
    "HC504": Text(
        "引用它的地方换成现在用的记录", "make whatever refers to it use the current record"
    ),
    "HC505": Text(
        "重新核实，再更新 verified 的日期", "confirm it again, then renew the date of verified"
    ),
}
"""What to do about a finding of each rule."""


def check(
    records: Records, shown: Mapping[str, set[str]], site_url: str, profile: Profile
) -> Iterator[Finding]:
    """Findings of the release profile for the records in `shown` (key to pages)."""
    for key in sorted(shown):
        record = records.record(key)
        if record.compromised:
            continue
        yield from _state(records, key, shown[key])
        if not profile.allow_reserved:
            yield from _reserved(records, key, record, shown[key])
    yield from _site_url(records, site_url, profile)


def _state(records: Records, key: str, pages: set[str]) -> Iterator[Finding]:
    state = records.state(key)
    if state in STATES:
        rule, zh, en = STATES[state]
        yield _finding(
            records, rule, key, pages, Text(f"记录 {key} {zh}", f"the record {key} {en}")
        )


def _reserved(records: Records, key: str, record: Record, pages: set[str]) -> Iterator[Finding]:
    value = _address(record)
    if value and is_reserved(value):
        message = Text(
            f"记录 {key} 的值 {value} 是保留的示例名称或号码，不能发布",
            f"the record {key} holds {value}, a name or number reserved for examples",
        )
        yield _finding(records, "HC502", key, pages, message)


def _address(record: Record) -> str:
    match record:
        case Contact():
            return record.value
        case Domain():
            return record.host
        case Regulator() | Link():
            return record.url
        case Hotline():
            return record.number
    return ""


def _site_url(records: Records, site_url: str, profile: Profile) -> Iterator[Finding]:
    host = urlsplit(site_url).hostname or ""
    if host not in {domain.host for domain in records.domains.values()}:
        message = Text(
            f"site_url 的主机 {host} 不在 docs/_data/domains.yml 里",
            f"the host {host} of site_url is not in docs/_data/domains.yml",
        )
        yield _about_site_url("HC503", host, message)
    elif is_reserved(host) and not profile.allow_reserved:
        message = Text(
            f"site_url 的主机 {host} 是保留的示例名称",
            f"the host {host} of site_url is a reserved name",
        )
        yield _about_site_url("HC502", host, message)


def _about_site_url(rule: str, host: str, message: Text) -> Finding:
    return Finding(
        rule=rule,
        path="mkdocs.yml",
        kind="host",
        found=host,
        message=message,
        suggestion=MENDS["HC503"],
    )


def _finding(records: Records, rule: str, key: str, pages: set[str], message: Text) -> Finding:
    place, mend = records.place(key), MENDS[rule]
    some = sorted(pages)[:5]
    return Finding(
        rule=rule,
        path=place.path,
        position=place.position,
        kind="record",
        found=key,
        canonical=key,
        message=message,
        suggestion=Text(
            f"{mend.zh}；出现在 {'、'.join(some)}", f"{mend.en}; shown on {', '.join(some)}"
        ),
    )
