"""Small records for templates: links, notices, ways to reach us."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link to a page of this site; `lang` is set when its text is in another language."""

    title: str
    url: str
    """Below the site root; templates make it relative."""
    description: str = ""
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class NoticeView:
    """An announcement; times are ISO 8601, for the reader's own clock."""

    id: str
    text: str
    severity: str
    begun: bool = True
    """Whether it had started on the day of the build; decides where scripts are off."""
    who: str = ""
    """Whom it concerns, if the page alone does not show it."""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class WayView:
    """One way to reach us, in the contact block."""

    id: str
    label: str
    urgent: bool


@dataclass(frozen=True, slots=True)
class CategoryView:
    """A category that has articles."""

    id: str
    title: str
    description: str
    icon: str
    url: str
    articles: list[LinkView]
