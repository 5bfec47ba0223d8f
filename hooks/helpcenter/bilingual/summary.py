"""The state of all translations in numbers, for people and for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from helpcenter.bilingual.debt import hard_stale, total
from helpcenter.bilingual.sections import sections
from helpcenter.bilingual.state import PageState, SectionState, State
from helpcenter.model import Text

NAMES: Mapping[State, Text] = {
    State.FRESH: Text("一致", "fresh"),
    State.STALE: Text("中文改了，英文没跟上", "stale: the Chinese has changed"),
    State.UNREVIEWED: Text("英文改了，还没确认", "unreviewed: the English has changed"),
    State.UNSTAMPED: Text("从没确认过", "unstamped"),
    State.UNTRANSLATED: Text("还没有英文", "untranslated"),
    State.EXTRA: Text("只有英文里有", "extra: only in English"),
}
HARD = Text("事实已经不同", "hard: facts differ")


def state_name(section: SectionState) -> Text:
    """What a section's state is called for people."""
    name = NAMES[section.state]
    return Text(f"{name.zh}，{HARD.zh}", f"{name.en}; {HARD.en}") if section.hard else name


@dataclass(frozen=True, slots=True)
class Row:
    """One page in the table of `helpcenter status`."""

    page: str
    """Below docs/, without ending."""
    status: str
    """`translated`, `missing` or `one-language`."""
    states: dict[str, int]
    """How many sections are in each state, `hard` beside `stale`."""
    debt: int
    behind: list[str]
    """Ids of the sections that are behind."""


def rows(pages: Sequence[PageState]) -> list[Row]:
    """One row for each Chinese page, in the order of `pages`."""
    return [_row(page) for page in pages]


def _row(page: PageState) -> Row:
    name = page.chinese.path.removesuffix(".md")
    if page.english is None:
        status = "one-language" if page.on_purpose else "missing"
        ids = [] if page.on_purpose else [section.id for section in sections(page.chinese)]
        return Row(name, status, {State.UNTRANSLATED.value: len(ids)}, page.debt, ids)
    states = dict(Counter(section.state.value for section in page.sections))
    states["hard"] = sum(section.hard for section in page.sections)
    behind = [section.id for section in page.sections if section.behind]
    return Row(name, "translated", states, page.debt, behind)


def summary(pages: Sequence[PageState]) -> dict[str, int]:
    """Totals over all pages: sections, debt, hard-stale sections, missing pages."""
    return {
        "pages": len(pages),
        "sections": sum(len(sections(page.chinese)) for page in pages),
        "debt": total(pages),
        "hard": sum(1 for _ in hard_stale(pages)),
        "missing": sum(page.english is None and not page.on_purpose for page in pages),
    }
