"""Tables about ourselves and others: addresses, hours, reply times, notices, bodies."""

from __future__ import annotations

from helpcenter.data.models.contacts import Contact
from helpcenter.data.models.times import Holiday, Hours
from helpcenter.facts import format as form
from helpcenter.facts.inline import Values
from helpcenter.facts.view import Address, Cell, Link, Row, View


def domains(view: View) -> Values:
    """Every host of ours and what it is for."""
    rows = [
        Row(
            fact,
            [
                domain.label[view.lang],
                Address(f"domains/{name}~{view.nonce}", form.host_name(domain.host)),
            ],
        )
        for name, domain, fact in view.current("domains", view.records.domains)
    ]
    return view.table(view.t("fact_domains"), ["fact_domain_use", "fact_domain"], rows)


def contact_table(view: View, kind: str) -> Values:
    """All contacts of one kind: email, phone, url, social or app."""
    kept = {name: value for name, value in view.records.contacts.items() if value.kind == kind}
    rows = [
        Row(fact, [contact.label[view.lang], view.address(name, contact), _use(contact, view)])
        for name, contact, fact in view.current("contacts", kept)
    ]
    return view.table(
        view.t(f"fact_contacts_{kind}"), ["fact_contact", f"fact_address_{kind}", "fact_use"], rows
    )


def _use(contact: Contact, view: View) -> str:
    parts = [contact.use[view.lang]]
    if contact.needs_sign_in:
        parts.append(view.t("fact_sign_in"))
    return form.sentences(parts, view.lang)


def senders(view: View) -> Values:
    """The mailboxes from which notices are sent."""
    listed = {
        name: view.records.contacts[name] for name in view.records.security.notification_senders
    }
    rows = [
        Row(fact, [contact.label[view.lang], view.address(name, contact)])
        for name, contact, fact in view.current("contacts", listed)
    ]
    return view.table(view.t("fact_senders"), ["fact_contact", "fact_address_email"], rows)


def hours_table(view: View) -> Values:
    """Opening hours of each channel with the zone, when waits are long, and about holidays."""
    rows = [
        Row(fact, [view.t(f"fact_channel_{name}"), *_hours_cells(view, hours)])
        for name, hours, fact in view.current("hours", view.records.hours.hours)
    ]
    columns = ["fact_channel", "fact_hours", "fact_zone", "fact_busy"]
    return view.table(view.t("fact_hours_table"), columns, rows, note=_holidays_note(view))


def _hours_cells(view: View, hours: Hours) -> list[Cell]:
    opening = form.ALWAYS[view.lang] if hours.always else form.spans(hours.weekly, view.lang)
    busy = form.spans(hours.busy, view.lang) or form.NO_FIGURE[view.lang]
    return [opening, form.zone(hours.timezone, view.lang), busy]


def _holidays_note(view: View) -> str:
    until = form.day(view.records.hours.holidays_until, view.lang)
    return view.t("fact_holidays_note", until=until)


def holidays(view: View) -> Values:
    """Holidays from today on, earliest first, and which channels are closed on each."""
    coming = {
        name: day
        for name, day in view.records.hours.holidays.items()
        if day.date >= view.records.today
    }
    rows = [
        Row(fact, [form.day(day.date, view.lang), day.name[view.lang], _closed(view, day)])
        for _, day, fact in view.current("holidays", coming)
    ]
    rows.sort(key=lambda row: view.records.hours.holidays[row.fact.key.partition("/")[2]].date)
    columns = ["fact_date", "fact_holiday", "fact_closed"]
    return view.table(view.t("fact_holidays"), columns, rows, note=_holidays_note(view))


def _closed(view: View, day: Holiday) -> str:
    closed = [view.t(f"fact_channel_{channel}") for channel in day.closed]
    return form.names(closed, view.lang) or view.t("fact_none")


def reply_table(view: View) -> Values:
    """Reply times: usual, longest, and when to ask again."""
    rows = []
    for _, record, fact in view.current("response_times", view.records.response_times):
        times = (record.usual, record.longest, record.follow_up_after)
        rows.append(
            Row(fact, [record.label[view.lang], *(form.duration(t, view.lang) for t in times)])
        )
    columns = ["fact_reply_about", "fact_usual", "fact_longest", "fact_follow_up"]
    return view.table(view.t("fact_reply_table"), columns, rows)


def regulators(view: View) -> Values:
    """Independent bodies by region; a listing never says that one supervises us."""
    rows = []
    for _, body, fact in view.current("regulators", view.records.regulators):
        supervises = "fact_confirmed" if body.operator_confirmed else "fact_not_confirmed"
        link = Link(body.name[view.lang], body.url)
        kind = view.t(f"fact_body_{body.kind}")
        rows.append(Row(fact, [body.region[view.lang], link, kind, view.t(supervises)]))
    columns = ["fact_region", "fact_body", "fact_body_kind", "fact_supervises"]
    return view.table(view.t("fact_regulators"), columns, rows, note=view.t("fact_regulators_note"))
