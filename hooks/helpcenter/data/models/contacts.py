"""`contacts.yml` and `domains.yml`: every address that is ours."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from helpcenter.data.models.base import Bilingual, Distinct, Key, Line, Model, Record, Word, problem
from helpcenter.data.models.formats import Email, Handle, Host, HttpsUrl, Phone

VALUE_KEYS = ("email", "phone", "url", "handle")
"""Exactly one of these keys holds the address of a contact."""


class ContactKind(Word):
    """What the value of a contact is."""

    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    SOCIAL = "social"
    APP = "app"


class Channel(Word):
    """Ways to reach people; hours and reply times are given per channel."""

    CHAT = "chat"
    PHONE = "phone"
    FORM = "form"
    EMAIL = "email"
    SOCIAL = "social"
    URGENT = "urgent"
    """For a stolen account or a scam under way."""


class Contact(Record):
    """One address. Exactly one of `email`, `phone`, `url`, `handle` holds it."""

    label: Bilingual
    use: Bilingual
    """When a reader should pick it, in one sentence."""
    channel: Channel | None = None
    email: Email | None = None
    phone: Phone | None = None
    """E.164."""
    url: HttpsUrl | None = None
    handle: Handle | None = None
    platform: Annotated[Line | None, Field(validate_default=True)] = None
    """Name of the network or shop, with `handle`, or with `url` for an app."""
    needs_sign_in: bool = False

    @field_validator("platform")
    @classmethod
    def _one_value(cls, platform: str | None, info: ValidationInfo) -> str | None:
        given = [name for name in VALUE_KEYS if info.data.get(name, name) is not None]
        if len(given) != 1:
            raise problem("contact_one_value", at=f"../{given[-1] if given else 'label'}")
        if given == ["handle"] and platform is None:
            raise problem("handle_without_platform", at="../handle")
        return platform

    @property
    def kind(self) -> ContactKind:
        """Which kind of address this is."""
        if self.email:
            return ContactKind.EMAIL
        if self.phone:
            return ContactKind.PHONE
        if self.handle:
            return ContactKind.SOCIAL
        return ContactKind.APP if self.platform else ContactKind.URL

    @property
    def value(self) -> str:
        """The canonical value: lower-case mailbox, E.164, URL or handle."""
        return self.email or self.phone or self.url or self.handle or ""


class ContactsFile(Model):
    """`contacts.yml`."""

    contacts: dict[Key, Contact]
    channels: Distinct[Key]
    """Contact ids of the contact block, in the order shown on every page."""
    feedback: Key | None = None
    """Contact that takes word of an article that did not help: a mailbox, or the page where an
    issue is filed, which gets `title` and `body`; none: the reader may copy the text."""


class Domain(Record):
    """One host of ours, exact name, https only; stored in ASCII (RFC 5891)."""

    host: Host
    label: Bilingual


class DomainsFile(Model):
    """`domains.yml`."""

    domains: dict[Key, Domain]
