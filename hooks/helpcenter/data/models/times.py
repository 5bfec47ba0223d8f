"""`hours.yml` and `response_times.yml`: when we answer."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from helpcenter.data.models.base import (
    Bilingual,
    Distinct,
    Key,
    Model,
    Record,
    Word,
    problem,
)
from helpcenter.data.models.contacts import Channel
from helpcenter.data.models.formats import Clock, Duration, Zone, not_under_usual


class Day(Word):
    """Days of the week as writers type them."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


class Span(Model):
    """The same opening span on some days of the week; `close` may be 24:00."""

    days: Annotated[Distinct[Day], Field(min_length=1)]
    open: Clock
    close: Clock

    @field_validator("close")
    @classmethod
    def _in_order(cls, close: str, info: ValidationInfo) -> str:
        if info.data.get("open", "") >= close:
            raise problem("close_before_open")
        return close


class Hours(Record):
    """Weekly hours of one channel in one IANA zone; `always` means day and night."""

    timezone: Zone
    weekly: list[Span] = []
    always: Annotated[bool, Field(validate_default=True)] = False
    busy: list[Span] = []
    """When waits are long, so that readers can pick another time or channel."""

    @field_validator("always")
    @classmethod
    def _some_hours(cls, always: bool, info: ValidationInfo) -> bool:
        if "weekly" in info.data and always == bool(info.data["weekly"]):
            raise problem("hours_weekly_or_always", at="../weekly")
        return always


class Holiday(Record):
    """One day on which channels are closed or open shorter."""

    date: date
    name: Bilingual
    closed: Distinct[Channel]


class HoursFile(Model):
    """`hours.yml`."""

    hours: dict[Channel, Hours]
    holidays: dict[Key, Holiday]
    holidays_until: date
    """Last day that the list of holidays covers."""


class ReplyTime(Record):
    """How long an answer takes. None: we do not have the figure and say so."""

    label: Bilingual
    usual: Duration | None = None
    longest: Duration | None = None
    follow_up_after: Duration | None = None
    """After this long a reader may ask again, quoting the first reference."""

    @field_validator("longest")
    @classmethod
    def _not_under_usual(cls, longest: Duration | None, info: ValidationInfo) -> Duration | None:
        return not_under_usual(longest, info.data.get("usual"))


class ResponseTimesFile(Model):
    """`response_times.yml`: channels and kinds of case."""

    response_times: dict[Key, ReplyTime]
