"""Announcements on top of the pages: time, severity and audience."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo, field_validator

from helpcenter.data.models.base import Bilingual, Distinct, Key, Model, Word, problem
from helpcenter.model import Lang


class Level(Word):
    """Severity of an announcement."""

    INFO = "info"
    WARNING = "warning"
    CRITICAL = "critical"


def _with_zone(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise problem("time_without_zone")
    return value


Moment = Annotated[datetime, AfterValidator(_with_zone)]
"""A point in time; the zone is required."""


class Audience(Model):
    """Audience of an announcement; all the site knows about readers is what they read."""

    languages: Distinct[Lang] = []
    """Only readers of these; empty: of both."""
    categories: Distinct[Key] = []
    """Only pages of these categories; empty: every page."""
    who: Bilingual | None = None
    """Said before the text, where a page cannot tell: `Customers in Singapore`."""


class Announcement(Model):
    """A notice on top of the pages of its audience, between `start` and `end`."""

    text: Bilingual
    severity: Level
    audience: Audience = Audience()
    start: Moment
    end: Moment | None = None

    @field_validator("end")
    @classmethod
    def _ends_after_start(cls, end: Moment | None, info: ValidationInfo) -> datetime | None:
        start = info.data.get("start")
        if end is not None and start is not None and end <= start:
            raise problem("ends_before_start", start=start.isoformat())
        return end


class AnnouncementsFile(Model):
    """`announcements.yml`."""

    announcements: dict[Key, Announcement]
