"""How a fee is worked out, line by line, in exact decimal arithmetic.

fee = clamp(amount x percent/100 + fixed, least, highest), rounded to the smallest unit of the
currency (ISO 4217). How a fraction of that unit is rounded is the operator's rule; without one, a
sum with a fraction has no result here.
"""

from __future__ import annotations

import decimal
from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import get_currency_precision

from helpcenter.data.models.base import Word


class Rounding(Word):
    """How to round a fraction of the currency's smallest unit."""

    HALF_UP = "half_up"
    UP = "up"
    DOWN = "down"


_MODES = {
    Rounding.HALF_UP: decimal.ROUND_HALF_UP,
    Rounding.UP: decimal.ROUND_UP,
    Rounding.DOWN: decimal.ROUND_DOWN,
}


@dataclass(frozen=True, slots=True)
class Terms:
    """What decides a fee besides the amount; sums are in `currency`."""

    currency: str
    percent: Decimal = Decimal(0)
    fixed: Decimal = Decimal(0)
    least: Decimal | None = None
    highest: Decimal | None = None
    rounding: Rounding | None = None


@dataclass(frozen=True, slots=True)
class Working:
    """The sum after each line; a line that the terms lack leaves the sum as it was."""

    share: Decimal
    """Percentage of the amount."""
    with_fixed: Decimal
    not_under: Decimal
    not_over: Decimal
    fee: Decimal


def work_out(amount: Decimal, terms: Terms) -> Working | None:
    """The fee for `amount`; None when it leaves a fraction that no rule rounds."""
    share = amount * terms.percent / 100
    with_fixed = share + terms.fixed
    not_under = with_fixed if terms.least is None else max(with_fixed, terms.least)
    not_over = not_under if terms.highest is None else min(not_under, terms.highest)
    unit = Decimal(1).scaleb(-get_currency_precision(terms.currency))
    mode = _MODES[terms.rounding] if terms.rounding else decimal.ROUND_DOWN
    fee = not_over.quantize(unit, mode)
    if fee != not_over and terms.rounding is None:
        return None
    return Working(share, with_fixed, not_under, not_over, fee)
