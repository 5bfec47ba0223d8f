"""Functions whose value stands inside a sentence; each returns the values of its template."""

from __future__ import annotations

from typing import Any

from helpcenter.data.models.contacts import Channel
from helpcenter.data.models.formats import Duration
from helpcenter.facts import format as form
from helpcenter.facts.view import View

Values = dict[str, Any]


def brand(view: View) -> Values:
    """The name of the company."""
    return {"text": view.records.brand.name}


def contact(view: View, id: str) -> Values:
    """One address of ours, as a link where there is something to open."""
    fact = view.fact(f"contacts/{id}")
    return {"fact": fact, "address": view.address(id, view.records.contacts[id])}


def ui(view: View, key: str) -> Values:
    """A menu or button label, word for word."""
    return {"fact": view.fact(f"ui/{key}"), "text": view.records.ui[key][view.lang]}


def hours(view: View, channel: str) -> Values:
    """Opening hours of a channel with their zone."""
    hours = view.records.hours.hours[Channel(channel)]
    return {"fact": view.fact(f"hours/{channel}"), "text": form.hours(hours, view.lang)}


def reply_time(view: View, key: str, part: str | None = None) -> Values:
    """How long an answer takes: a phrase, or only the `part` usual, longest, follow_up_after."""
    record = view.records.response_times[key]
    if part is None:
        text = form.reply(record.usual, record.longest, view.lang)
    else:
        length: Duration | None = getattr(record, part)
        text = form.duration(length, view.lang)
    return {"fact": view.fact(f"response_times/{key}"), "text": text}


def verified_on(view: View, group: str) -> Values:
    """The day on which the record of `group` that was confirmed longest ago was confirmed."""
    live = [
        record
        for name, record in view.records.group(group).items()
        if view.records.state(f"{group}/{name}") != "retired"
    ]
    dates = [record.verified.on for record in live if record.verified]
    if not dates or len(dates) < len(live):
        return {"text": view.t("fact_not_verified")}
    return {"text": form.day(min(dates), view.lang)}


def impostor(view: View, id: str) -> Values:
    """A known fake address, struck through, said to be fake, and never a link."""
    note = form.parentheses(view.t("fact_impostor"), view.lang)
    return {"text": view.records.impostors[id].value, "note": note}


def link(view: View, id: str) -> Values:
    """A link to an outside page of the list; its text is the title."""
    record = view.records.links[id]
    return {"fact": view.fact(f"links/{id}"), "text": record.title[view.lang], "href": record.url}
