"""`fees.yml`, `limits.yml`, `payment_methods.yml`: what things cost and how much moves."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
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
from helpcenter.data.models.formats import Currency, Duration, Number, not_under_usual
from helpcenter.data.models.working import Rounding, Terms, Working, work_out

Amount = Annotated[Number, Field(ge=0, max_digits=15, decimal_places=4)]
"""A sum of money; its currency (ISO 4217) stands beside it."""


class FeeType(Word):
    """The kinds of transaction that cost a fee."""

    TRANSFER = "transfer"
    WITHDRAWAL = "withdrawal"
    DEPOSIT = "deposit"
    CROSS_BORDER = "cross_border"


class Fee(Record):
    """fee = clamp(amount x percent/100 + fixed, min, max), rounded to the currency."""

    type: FeeType
    method: Key | None = None
    """Id in `payment_methods.yml`; None: any method."""
    percent: Annotated[Number, Field(ge=0, le=100)] = Decimal(0)
    fixed: Amount = Decimal(0)
    min: Amount | None = None
    max: Amount | None = None
    currency: Currency
    rounding: Rounding | None = None
    """How to round a fraction of the currency's smallest unit; None: unknown."""
    effective_from: date
    effective_to: date | None = None
    example_amount: Annotated[Amount, Field(gt=0)] | None = None
    """Amount of the worked example; its fee needs no rule of rounding, or has one."""

    @field_validator("max")
    @classmethod
    def _max_over_min(cls, value: Decimal | None, info: ValidationInfo) -> Decimal | None:
        least = info.data.get("min")
        if value is not None and least is not None and value < least:
            raise problem("max_under_min", least=str(least))
        return value

    @field_validator("effective_to")
    @classmethod
    def _ends_after_start(cls, value: date | None, info: ValidationInfo) -> date | None:
        start = info.data.get("effective_from")
        if value is not None and start is not None and value < start:
            raise problem("ends_before_start", start=start.isoformat())
        return value

    @field_validator("example_amount")
    @classmethod
    def _has_an_answer(cls, value: Decimal | None, info: ValidationInfo) -> Decimal | None:
        if value is not None and all(name in info.data for name in _TERMS):
            terms = Terms(*(info.data[name] for name in _TERMS))
            if work_out(value, terms) is None:
                raise problem("example_not_rounded")
        return value

    def worked(self) -> Working | None:
        """The fee of `example_amount`, line by line; None when the record has no example."""
        if self.example_amount is None:
            return None
        return work_out(self.example_amount, Terms(*(getattr(self, name) for name in _TERMS)))


_TERMS = ("currency", "percent", "fixed", "min", "max", "rounding")
"""Fields of a fee in the order of `Terms`."""


class FeesFile(Model):
    """`fees.yml`."""

    fees: dict[Key, Fee]


class Level(Record):
    """Limits of one verification level; None: no limit of that kind is set."""

    label: Bilingual
    currency: Currency
    single: Amount | None = None
    daily: Amount | None = None
    monthly: Amount | None = None
    balance: Amount | None = None


class Document(Record):
    """A kind of paper that may be asked for when a limit is raised."""

    label: Bilingual


class LimitsFile(Model):
    """`limits.yml`: levels in rising order, and documents."""

    levels: dict[Key, Level]
    documents: dict[Key, Document]


class ProcessingTime(Model):
    """From asking to arrival, usual and longest."""

    usual: Duration
    longest: Duration

    @field_validator("longest")
    @classmethod
    def _not_under_usual(cls, longest: Duration, info: ValidationInfo) -> Duration | None:
        return not_under_usual(longest, info.data.get("usual"))


class Method(Record):
    """A way to pay in or out. A direction is offered when it has a processing time."""

    label: Bilingual
    deposit: ProcessingTime | None = None
    withdrawal: Annotated[ProcessingTime | None, Field(validate_default=True)] = None
    regions: Annotated[list[Bilingual], Field(min_length=1)]
    currencies: Annotated[Distinct[Currency], Field(min_length=1)]

    @field_validator("withdrawal")
    @classmethod
    def _some_direction(
        cls, value: ProcessingTime | None, info: ValidationInfo
    ) -> ProcessingTime | None:
        if value is None and info.data.get("deposit", value) is None and "deposit" in info.data:
            raise problem("method_without_direction", at="../label")
        return value


class PaymentMethodsFile(Model):
    """`payment_methods.yml`."""

    methods: dict[Key, Method]
