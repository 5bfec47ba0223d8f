"""Values with a written form: addresses, times, currencies. Each type checks, none repairs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, get_args
from zoneinfo import available_timezones

import phonenumbers
from babel.numbers import list_currencies
from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from helpcenter.data.models.base import problem
from helpcenter.data.models.hosts import authority, check_host, mixed_scripts

Unit = Literal["minute", "hour", "day", "business_day"]
UNITS: tuple[Unit, ...] = get_args(Unit)
_MINUTES: dict[Unit, int] = {"minute": 1, "hour": 60, "day": 1440, "business_day": 1440}

SHORT_NUMBER_PATTERN = r"^[0-9]{3,6}$"
CLOCK_PATTERN = r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$"
_MAILBOX = re.compile(r"[a-z0-9_]+(?:[.+-][a-z0-9_]+)*")
_HANDLE = re.compile(r"@?[\w.-]{2,64}")
_DURATION = re.compile(r"([1-9][0-9]{0,3}) (minute|hour|day|business_day)s?")
_URL_TAIL = re.compile(r"[!#$%&'()*+,./:;=?@\[\]~\w-]*", re.ASCII)


def _email(value: str) -> str:
    user, at, host = value.rpartition("@")
    if mix := mixed_scripts(user):
        raise problem("mixed_scripts", part=user, scripts=" + ".join(mix).title())
    if not at or len(user) > 64 or not _MAILBOX.fullmatch(user.lower()):
        raise problem("bad_email")
    if user != user.lower():
        raise problem("not_lower_case", lower=value.lower())
    check_host(host)
    return value


def _url(value: str) -> str:
    if not value.startswith("https://"):
        raise problem("url_not_https")
    host = authority(value)
    if "@" in host or ":" in host:
        raise problem("url_with_user_or_port")
    check_host(host)
    if not _URL_TAIL.fullmatch(value, len("https://" + host)):
        raise problem("bad_url")
    return value


def _handle(value: str) -> str:
    if not _HANDLE.fullmatch(value):
        raise problem("bad_handle")
    if mix := mixed_scripts(value):
        raise problem("mixed_scripts", part=value, scripts=" + ".join(mix).title())
    return value


def _phone(value: str) -> str:
    try:
        number = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        raise problem("bad_phone") from None
    if not phonenumbers.is_possible_number(number):
        raise problem("impossible_phone")
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if written != value:
        raise problem("phone_not_e164", e164=written)
    return value


@cache
def zones() -> frozenset[str]:
    """All IANA time zones of this system or of the tzdata package."""
    return frozenset(available_timezones())


def _zone(value: str) -> str:
    if value not in zones():
        raise problem("bad_zone", near=sorted(zones()))
    return value


@cache
def currencies() -> frozenset[str]:
    """All ISO 4217 codes that Babel's CLDR data knows."""
    return frozenset(list_currencies())


def _currency(value: str) -> str:
    if value not in currencies():
        raise problem("bad_currency", near=sorted(currencies()))
    return value


def _exact_number(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise problem("not_a_number")
    return Decimal(value)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as the record states it: `48 hours`, `1 day`, `3 business_days`."""

    amount: int
    unit: Unit

    @property
    def minutes(self) -> int:
        """Length in minutes for comparing; a business day counts as one day."""
        return self.amount * _MINUTES[self.unit]

    @classmethod
    def parse(cls, value: object) -> Duration:
        """Read the written form; raises when it is anything else."""
        match = _DURATION.fullmatch(value) if isinstance(value, str) else None
        if not match:
            raise problem("bad_duration")
        unit = next(unit for unit in UNITS if unit == match[2])
        return cls(int(match[1]), unit)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: object) -> CoreSchema:
        """Validate by `parse`; for editors it is a text with a pattern."""
        form = core_schema.str_schema(pattern=f"^{_DURATION.pattern}$")
        return core_schema.no_info_plain_validator_function(
            cls.parse, json_schema_input_schema=form
        )


def not_under_usual(longest: Duration | None, usual: Duration | None) -> Duration | None:
    """`longest` itself; raises when it is shorter than the usual time."""
    if longest and usual and longest.minutes < usual.minutes:
        raise problem("longest_under_usual")
    return longest


def _form(pattern: str) -> WithJsonSchema:
    """What editors check while typing; the validator beside it is the judge."""
    return WithJsonSchema({"type": "string", "pattern": pattern})


Email = Annotated[str, AfterValidator(_email), _form(r"^[a-z0-9_.+-]+@[a-z0-9.-]+$")]
"""A mailbox in small letters."""
Handle = Annotated[str, AfterValidator(_handle), _form(r"^@?[^@/:\s]{2,64}$")]
"""Account name on a network, with or without the leading @."""
Host = Annotated[str, AfterValidator(check_host), _form(r"^([a-z0-9-]+\.)+[a-z0-9-]+$")]
"""An exact host name, ASCII, small letters."""
HttpsUrl = Annotated[str, AfterValidator(_url), _form(r"^https://[a-z0-9.-]+([/?#].*)?$")]
"""An https URL without user name and port."""
Phone = Annotated[str, AfterValidator(_phone), _form(r"^\+[1-9][0-9]{6,14}$")]
"""E.164, a possible number by the plans that `phonenumbers` knows."""
ShortNumber = Annotated[str, StringConstraints(pattern=SHORT_NUMBER_PATTERN)]
"""Short number of a public body, digits only."""
Clock = Annotated[str, StringConstraints(pattern=CLOCK_PATTERN)]
"""Time of day `HH:MM`, 00:00 to 24:00; compares as text."""
Zone = Annotated[str, AfterValidator(_zone), _form(r"^[A-Za-z]+(/[A-Za-z0-9_+-]+)*$")]
"""IANA time zone."""
Currency = Annotated[str, AfterValidator(_currency), _form(r"^[A-Z]{3}$")]
"""ISO 4217 code."""
Number = Annotated[
    Decimal, BeforeValidator(_exact_number), WithJsonSchema({"type": "number"}, mode="validation")
]
"""An exact number written without quotes."""
