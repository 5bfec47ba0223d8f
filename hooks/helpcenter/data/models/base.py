"""What every record has: bilingual text, a status, and a dated verification."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Any, LiteralString, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
    ValidationInfo,
    field_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError

from helpcenter.model import Lang

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
"""One line of text for readers."""
KEY_PATTERN = r"^[a-z][a-z0-9]*([_-][a-z0-9]+)*$"
Key = Annotated[str, StringConstraints(pattern=KEY_PATTERN, max_length=60)]
"""Name of a record: small ASCII letters, digits, hyphen or underscore."""


def problem(code: LiteralString, at: str = "", **values: object) -> PydanticCustomError:
    """An error that `data.problems` words in both languages.

    `at` leads from the checked value to the one to blame, as paths do: `../status`, `2`.
    """
    return PydanticCustomError(code, code, {"at": at, **values})


def _not_in_future(value: date, info: ValidationInfo) -> date:
    today: date = (info.context or {}).get("today") or date.today()
    if value > today:
        raise problem("date_in_future", today=today.isoformat())
    return value


PastDate = Annotated[date, AfterValidator(_not_in_future)]
"""A day up to today; validation takes `today` from its context."""


def _distinct(values: list[Any]) -> list[Any]:
    twice = next((value for index, value in enumerate(values) if value in values[:index]), None)
    if twice is not None:
        raise problem("listed_twice", at=str(len(values) - 1 - values[::-1].index(twice)))
    return values


T = TypeVar("T")
Distinct = Annotated[list[T], AfterValidator(_distinct)]
"""A list without repetition, in the writer's order."""


class Word(StrEnum):
    """A choice among fixed words, written as plain text in the record files."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Accept the text of a member although all other values are taken strictly."""
        return {**handler(source), "strict": False}


class Model(BaseModel):
    """Base of all records: unknown keys are refused, values are never converted or changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Bilingual(Model):
    """The same text for readers in both languages; neither may be missing."""

    zh: Line
    en: Line

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


class Status(Word):
    """`sample`: invented for the demo. `verified`: confirmed. `retired`: no longer ours."""

    SAMPLE = "sample"
    VERIFIED = "verified"
    RETIRED = "retired"


class RetireReason(Word):
    """Why a record was switched off; `compromised` lets an emergency release through."""

    COMPROMISED = "compromised"
    REPLACED = "replaced"
    CLOSED = "closed"


class Verified(Model):
    """Who confirmed the value, when, and where it was confirmed."""

    on: PastDate
    by: Line
    source: Line


class Retired(Model):
    """When and why the value stopped being ours."""

    on: PastDate
    reason: RetireReason
    replaced_by: Key | None = None


class Record(Model):
    """A fact that a reader may act on."""

    status: Status
    verified: Annotated[Verified | None, Field(validate_default=True)] = None
    retired: Annotated[Retired | None, Field(validate_default=True)] = None

    @field_validator("verified")
    @classmethod
    def _verified_has_its_proof(
        cls, value: Verified | None, info: ValidationInfo
    ) -> Verified | None:
        status = info.data.get("status")
        if value is None and status is Status.VERIFIED:
            raise problem("verified_without_date", at="../status")
        if value is not None and status is Status.SAMPLE:
            raise problem("sample_with_date", at="../status")
        return value

    @field_validator("retired")
    @classmethod
    def _retired_has_its_reason(cls, value: Retired | None, info: ValidationInfo) -> Retired | None:
        status = info.data.get("status")
        if value is None and status is Status.RETIRED:
            raise problem("retired_without_date", at="../status")
        if value is not None and status not in (Status.RETIRED, None):
            raise problem("retired_but_status", at="../status")
        return value

    def expires(self, days: int) -> date | None:
        """First day on which the verification no longer counts; None if never verified."""
        return self.verified.on + timedelta(days=days) if self.verified else None

    @property
    def compromised(self) -> bool:
        """Switched off in an emergency: its value is never shown again."""
        return bool(self.retired and self.retired.reason is RetireReason.COMPROMISED)
