"""The contact block: how to reach people, as cards."""

from __future__ import annotations

from dataclasses import dataclass

from helpcenter.data.models.contacts import Channel, Contact
from helpcenter.facts import format as form
from helpcenter.facts.inline import Values
from helpcenter.facts.view import Address, Fact, View


@dataclass(frozen=True, slots=True)
class Line:
    """One fact of a card under its own head."""

    head: str
    fact: Fact
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """One way to reach us."""

    fact: Fact
    label: str
    use: str
    address: Address
    lines: list[Line]
    needs_sign_in: bool
    urgent: bool

    @property
    def badge(self) -> bool:
        """Whether one badge speaks for everything on the card."""
        return self.fact.badge or any(line.fact.badge for line in self.lines)


EVERYDAY = "everyday"
"""All channels except the emergency line, which must stay free for emergencies."""
_WAITED_FOR = (Channel.CHAT, Channel.PHONE, Channel.URGENT)
"""Channels whose time is a waiting time, not a reply time."""


def channels(view: View, kind: str | None = None) -> Values:
    """A card for each channel (or each of a `kind`) not retired, in the order of the records."""
    wanted = [name for name in view.records.channels if not (kind and _urgent(view, name))]
    order = {name: view.records.contacts[name] for name in wanted}
    return {"cards": [_card(view, *entry) for entry in view.current("contacts", order)]}


def _urgent(view: View, name: str) -> bool:
    return view.records.contacts[name].channel is Channel.URGENT


def _card(view: View, name: str, contact: Contact, fact: Fact) -> Card:
    return Card(
        fact=fact,
        label=contact.label[view.lang],
        use=contact.use[view.lang],
        address=view.address(name, contact),
        lines=[*_hours(view, contact), *_reply(view, contact)],
        needs_sign_in=contact.needs_sign_in,
        urgent=contact.channel is Channel.URGENT,
    )


def _hours(view: View, contact: Contact) -> list[Line]:
    kept = {
        name: value for name, value in view.records.hours.hours.items() if name == contact.channel
    }
    head = view.t("fact_hours")
    return [
        Line(head, fact, form.hours(hours, view.lang))
        for _, hours, fact in view.current("hours", kept)
    ]


def _reply(view: View, contact: Contact) -> list[Line]:
    times = view.records.response_times
    kept = {name: value for name, value in times.items() if name == contact.channel}
    head = view.t("fact_wait" if contact.channel in _WAITED_FOR else "fact_reply")
    return [
        Line(head, fact, form.reply(times.usual, times.longest, view.lang))
        for _, times, fact in view.current("response_times", kept)
    ]
