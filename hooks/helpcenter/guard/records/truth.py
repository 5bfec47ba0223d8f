"""Truth: every address that exists for us, in canonical form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from urllib.parse import unquote

from helpcenter.clean_cache import digest
from helpcenter.data.models.base import Status
from helpcenter.data.models.contacts import Contact
from helpcenter.data.models.trust import Impostor, ImpostorKind
from helpcenter.data.records import Records
from helpcenter.guard.detectors import platforms
from helpcenter.guard.detectors.namesakes import Names
from helpcenter.guard.matching import canonical
from helpcenter.guard.matching.hits import Hit
from helpcenter.guard.records.imitation import brand_labels


@dataclass(frozen=True, slots=True)
class Official:
    """One address of ours."""

    key: str
    """Record key, such as `contacts/support-email` or `domains/help`."""
    kind: str
    """email, phone, url, social, messenger or host."""
    value: str
    """As the record holds it: mailbox, E.164, https URL, host, handle."""
    retired: bool = False
    """Whether it was ours once. Whether anybody has confirmed it says nothing of an address, and
    would have every file judged anew on the day on which somebody does."""
    labels: tuple[str, ...] = ()
    """Its label in each language, which a rendered reference may show instead."""

    @property
    def name(self) -> str:
        """The id of the record, without its group."""
        return self.key.partition("/")[2]

    @property
    def href(self) -> str | None:
        """Where a link to it leads; None for what is never a link."""
        schemes = {"email": "mailto:", "phone": "tel:", "url": "", "host": "https://"}
        return f"{schemes[self.kind]}{self.value}" if self.kind in schemes else None


@dataclass(frozen=True)
class Truth:
    """The closed world: what is in none of these tables does not exist for us."""

    officials: Mapping[str, Official] = field(default_factory=dict)
    """Mailboxes, numbers, accounts and exact URLs by canonical form."""
    hosts: Mapping[str, Official] = field(default_factory=dict)
    """Our hosts in ASCII; every https page of theirs is ours."""
    marks: Mapping[str, Official] = field(default_factory=dict)
    """By what `data-contact` may name: a contact's id, a domain's id or full record key."""
    links: frozenset[str] = frozenset()
    """Outside pages that may be linked, as canonical URLs."""
    link_trees: frozenset[tuple[str, str]] = frozenset()
    """Outside hosts and paths, with a slash at their end, below which every page may be linked."""
    impostors: frozenset[str] = frozenset()
    """Canonical forms, and hosts, of known fakes."""
    hotlines: frozenset[str] = frozenset()
    """Public hotlines, digits only: they belong to others and may be named."""

    @cached_property
    def digest(self) -> bytes:
        """Identifies this set of records, the same in every process."""
        tables = (getattr(self, table.name) for table in fields(self))
        return digest(
            *(sorted(map(repr, t.items() if isinstance(t, Mapping) else t)) for t in tables)
        )

    @classmethod
    def from_records(cls, records: Records) -> Truth:
        """The truth that `docs/_data/` holds."""
        officials = [_contact(key, contact) for key, contact in records.contacts.items()]
        hosts = [
            Official(
                f"domains/{key}",
                "host",
                d.host,
                d.status is Status.RETIRED,
                (d.label.zh, d.label.en),
            )
            for key, d in records.domains.items()
        ]
        urls = [link.url for link in records.links.values()]
        trees = [link.url for link in records.links.values() if link.below]
        urls += [body.url for body in records.regulators.values()]
        hotlines = [hotline.number for hotline in records.public_hotlines.values()]
        return cls.of(officials, hosts, urls, records.impostors.values(), hotlines, trees)

    @classmethod
    def of(
        cls,
        officials: Iterable[Official],
        hosts: Iterable[Official],
        urls: Iterable[str] = (),
        impostors: Iterable[Impostor] = (),
        hotlines: Iterable[str] = (),
        trees: Iterable[str] = (),
    ) -> Truth:
        """A truth from its parts; below `trees` every page is listed, else just the URL."""
        officials, hosts = list(officials), list(hosts)
        parts = [canonical.url(url) for url in urls]
        by_form = {form: o for o in officials for form in _forms(o)}
        marks = {name: o for o in hosts for name in (o.key, o.name)}
        return cls(
            officials=by_form,
            hosts={o.value: o for o in hosts},
            marks=marks | {o.key: o for o in officials} | {o.name: o for o in officials},
            links=frozenset(url.canonical for url in parts),
            link_trees=frozenset(
                (url.host, f"{_path(url).rstrip('/')}/")
                for url in map(canonical.url, trees)
                if not platforms.is_platform(url.host)
            ),
            impostors=frozenset(form for item in impostors for form in _impostor_forms(item)),
            hotlines=frozenset(form for number in hotlines for form in (number, _digits(number))),
        )

    @cached_property
    def written(self) -> tuple[str, ...]:
        """Our mailboxes, numbers, addresses and accounts as pages may show them."""
        forms: dict[str, None] = {}
        for official in (*self.officials.values(), *self.hosts.values()):
            shown = canonical.written(official.value) if official.kind == "phone" else ()
            forms.update(dict.fromkeys((official.href or official.value, *shown)))
        return tuple(forms)

    @cached_property
    def names(self) -> Names:
        """Our brands and our accounts."""
        accounts = (
            form.partition(":")[2].lstrip("@") for form in self.officials if "//" not in form
        )
        return Names(brand_labels(self.hosts), frozenset(accounts))

    def lookup(self, hit: Hit) -> Official | None:
        """The record that this address equals, retired ones included."""
        if hit.odd:
            return None
        if found := self.officials.get(hit.canonical):
            return found
        if hit.kind != "url":
            return None
        url = canonical.url(hit.canonical)
        return self.hosts.get(url.host) if url.scheme in ("", "https") and not url.port else None

    def as_ours(self, hit: Hit) -> Hit:
        """The hit in the reading that makes it an address of ours; unchanged if none does."""
        if self.officials.get(hit.canonical) is None:
            for form, more in hit.also:
                if form in self.officials:
                    return replace(hit, canonical=form, end=hit.end + more)
        return hit

    def is_linked(self, hit: Hit) -> bool:
        """Whether it is an outside page of the list of links, or a public hotline."""
        if hit.kind == "phone":
            return hit.canonical in self.hotlines
        if hit.kind != "url" or hit.odd:
            return False
        url = canonical.url(hit.canonical)
        return hit.canonical in self.links or (not url.port and self._is_below(url))

    def is_anybodys(self, hit: Hit) -> bool:
        """Whether it is a page that may be linked only because all pages there may."""
        return hit.kind == "url" and hit.canonical not in self.links

    def _is_below(self, url: canonical.Url) -> bool:
        path = _path(url) or "/"
        climbs = ".." in unquote(path).replace("\\", "/").split("/")
        return not climbs and any(
            url.host == host and path.startswith(tree) for host, tree in self.link_trees
        )

    def is_impostor(self, hit: Hit) -> bool:
        """Whether it is a known fake, or a page on the host of one."""
        host = canonical.url(hit.canonical).host if hit.kind == "url" else ""
        return hit.canonical in self.impostors or host in self.impostors


def _path(url: canonical.Url) -> str:
    return re.split(r"[?#]", url.tail, maxsplit=1)[0]


def _digits(number: str) -> str:
    return "".join(char for char in number if char.isdigit())


def _contact(key: str, contact: Contact) -> Official:
    kind = contact.kind.value if contact.kind.value != "app" else "url"
    value = contact.value
    if contact.handle:
        value = platforms.of_handle(contact.platform or "", contact.handle)
    retired = contact.status is Status.RETIRED
    return Official(f"contacts/{key}", kind, value, retired, (contact.label.zh, contact.label.en))


def _forms(official: Official) -> list[str]:
    """The canonical forms under which the detectors may report an address."""
    if official.kind != "url":
        bare = official.value.partition(":")[2]
        return [official.value, bare] if bare.startswith("@") else [official.value]
    url = canonical.url(official.value)
    profile = platforms.of_url(url)
    return [url.canonical, *([profile[1]] if profile else [])]


def _impostor_forms(item: Impostor) -> list[str]:
    if item.kind is ImpostorKind.EMAIL:
        return [canonical.email(item.value)]
    if item.kind is ImpostorKind.PHONE:
        return [canonical.phone(item.value, "CN")]
    if item.kind is ImpostorKind.URL:
        url = canonical.url(item.value)
        return [url.canonical, *([url.host] if url.tail in ("", "/") else [])]
    return [item.value.lower()]
