"""What a pull request changes for readers: facts, addresses, translations, pages.

Two folders are compared, the project as it is and as proposed. Nothing of the proposal is run:
records and pages are read as data, with the comparing project's own code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from helpcenter.bilingual.state import PageState, page_pairs, page_state
from helpcenter.bilingual.summary import summary
from helpcenter.bilingual.urls import chinese_name, language, page_url
from helpcenter.data.articles import load_articles
from helpcenter.data.load import load
from helpcenter.data.markdown_source import code_ranges
from helpcenter.data.records import Records
from helpcenter.data.sources import read
from helpcenter.facts.expressions import Refused, find, mask, parse
from helpcenter.facts.functions import resolve
from helpcenter.facts.view import View
from helpcenter.guard.records.truth import Truth
from helpcenter.model import Progress, Text, unwatched


@dataclass(frozen=True, slots=True)
class Side:
    """A project before or after the proposal."""

    records: Records
    pages: list[PageState]
    texts: Mapping[str, str]
    """Raw pages by path below docs/."""


@dataclass(frozen=True, slots=True)
class FactChange:
    """One value of a record, and the Chinese pages that show the record."""

    record: str
    field: str
    before: str
    """Empty when the record is new."""
    after: str
    """Empty when the record has gone."""
    pages: list[str]


@dataclass(frozen=True, slots=True)
class PageChange:
    """One page in one language."""

    page: str
    """File below docs/."""
    change: str
    """`new`, `changed` or `gone`."""
    file: str
    """Its file in the built site."""


def read_side(root: Path, today: date, progress: Progress = unwatched) -> Side | None:
    """The project at `root` as of `today`; None when its records cannot be used."""
    records = load(root, today).records
    if records is None:
        return None
    articles, _ = load_articles(root, today)
    texts = {article.path: read(root, article.path)[0] or "" for article in articles}
    pairs = progress(page_pairs(articles), Text("读文章", "reading pages"))
    return Side(records, [page_state(zh, en, records.terms) for zh, en in pairs], texts)


def compare(base: Side, head: Side) -> dict[str, Any]:
    """What `head` changes, as plain data for JSON."""
    before, after = _addresses(base.records), _addresses(head.records)
    return {
        "facts": [asdict(change) for change in _facts(base, head)],
        "addresses": {"added": sorted(after - before), "removed": sorted(before - after)},
        "translation": _translation(base, head),
        "limits": list(_limits(base.records, head.records)),
        "pages": [asdict(change) for change in _pages(base.texts, head.texts)],
    }


def _facts(base: Side, head: Side) -> Iterator[FactChange]:
    old, new = _values(base.records), _values(head.records)
    shown = [_shown(side) for side in (base, head)]
    for key in dict.fromkeys((*new, *old)):
        one, other = old.get(key, {}), new.get(key, {})
        pages = sorted(set().union(*(side.get(key, ()) for side in shown)))
        for name in dict.fromkeys((*other, *one)):
            if one.get(name) != other.get(name):
                yield FactChange(key, name, one.get(name, ""), other.get(name, ""), pages)


def _values(records: Records) -> dict[str, dict[str, str]]:
    """Every single value by record key and name within the record."""
    found = {key: dict(_leaves(record.model_dump(mode="json"))) for key, record in records.items()}
    found["brand"] = dict(_leaves(records.brand.model_dump(mode="json")))
    found["redirects"] = dict(records.addresses.redirects)
    for name, group in _others(records).items():
        for key, item in group.items():
            found[f"{name}/{key}"] = dict(_leaves(item.model_dump(mode="json")))
    return found


def _others(records: Records) -> dict[str, Mapping[str, BaseModel]]:
    """What readers see, or what the guard lets pass, besides the records of facts."""
    return {
        "waivers": records.waivers,
        "impostors": records.impostors,
        "announcements": records.announcements,
        "categories": records.categories,
        "glossary": records.terms,
        "interface": records.interface,
    }


def _leaves(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, (dict, list)):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in items:
            yield from _leaves(item, f"{name}.{key}" if name else str(key))
    elif value is not None:
        yield name, str(value)


def _shown(side: Side) -> dict[str, set[str]]:
    """The Chinese pages that show each record."""
    found: dict[str, set[str]] = {}
    for path, text in side.texts.items():
        for key in _records_of(text, side.records):
            found.setdefault(key, set()).add(chinese_name(path).removesuffix(".md"))
    return found


def _records_of(text: str, records: Records) -> set[str]:
    seen: set[str] = set()
    for expression in find(mask(text, code_ranges(text))).expressions:
        view = View(records, "zh", "", badge_all=False)
        try:
            function, arguments = resolve(parse(expression.source), records)
            function.run(view, **arguments)
        except Refused:
            continue
        seen |= view.seen
    return seen


def _addresses(records: Records) -> set[str]:
    truth = Truth.from_records(records)
    return {official.value for official in truth.marks.values()} | truth.links


def _translation(base: Side, head: Side) -> dict[str, Any]:
    one, other = summary(base.pages), summary(head.pages)
    known = set(_behind(base.pages))
    return {
        "before": one["debt"],
        "after": other["debt"],
        "hard": other["hard"],
        "ceiling": head.records.policy.translation.ceiling,
        "new": [name for name in _behind(head.pages) if name not in known],
    }


def _behind(pages: list[PageState]) -> Iterator[str]:
    for page in pages:
        name = page.chinese.path.removesuffix(".md")
        if page.english is None and not page.on_purpose:
            yield name
        yield from (f"{name}#{section.id}" for section in page.sections if section.behind)


def _limits(base: Records, head: Records) -> Iterator[dict[str, str]]:
    """Limits of `policy.yml` that change, each with the role that answers for it."""
    one, other = (dict(_leaves(records.policy.model_dump(mode="json"))) for records in (base, head))
    for name in dict.fromkeys((*other, *one)):
        if one.get(name) != other.get(name):
            owner = head.policy.translation.owner
            values = {"before": one.get(name, ""), "after": other.get(name, "")}
            yield {"name": name, **values, "owner": owner}


def _pages(base: Mapping[str, str], head: Mapping[str, str]) -> Iterator[PageChange]:
    for path in sorted({*base, *head}):
        if base.get(path) != head.get(path):
            change = "new" if path not in base else "gone" if path not in head else "changed"
            yield PageChange(path, change, f"{page_url(path, language(path))}index.html")
