"""Tables of what things cost and how much moves: fees, limits, payment methods."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from helpcenter.data.models.money import Fee, FeeType, Level, Method, ProcessingTime
from helpcenter.facts import format as form
from helpcenter.facts.inline import Values
from helpcenter.facts.view import Cell, Row, View

DIRECTIONS = {"deposit": "fact_deposit", "withdrawal": "fact_withdrawal"}
"""Ways that money moves through a payment method, with the head of their column."""

COLUMNS = ("fact_method", "fact_currency", "fact_fee", "fact_min", "fact_max", "fact_in_force")
"""Columns of a fee table: those that identify the row, then those that say what it costs."""
BOUNDS = {"fact_min": "min", "fact_max": "max"}
"""Columns that a table has only if one of its fees has such a minimum or maximum, by field."""


def fee_table(view: View, type: str | None = None) -> Values:
    """Fees in force or announced, of one `type` or of all, in the order of the types."""
    wanted = [FeeType(type)] if type else list(FeeType)
    kept = {
        name: fee
        for kind in wanted
        for name, fee in view.records.fees.items()
        if fee.type is kind and offered(view, fee)
    }
    unbounded = {column for column, bound in BOUNDS.items() if not _any(kept.values(), bound)}
    columns = [one for one in COLUMNS if one not in unbounded]
    if not type:
        columns.insert(0, "fact_fee_type")
    rows = [
        Row(fact, [cells[column] for column in columns])
        for _, fee, fact in view.current("fees", kept)
        for cells in [_fee_cells(view, fee)]
    ]
    caption = (  # one type alone stands there, not in every row
        view.t("fact_fees_of", type=view.t(f"fact_fee_{type}")) if type else view.t("fact_fees")
    )
    return view.table(caption, columns, rows)


def offered(view: View, fee: Fee) -> bool:
    """Whether the fee is not over and its payment method is still ours to offer."""
    over = fee.effective_to is not None and fee.effective_to < view.records.today
    gone = fee.method is not None and view.records.state(f"methods/{fee.method}") == "retired"
    return not (over or gone)


def _any(fees: Iterable[Fee], bound: str) -> bool:
    return any(getattr(fee, bound) is not None for fee in fees)


def _fee_cells(view: View, fee: Fee) -> dict[str, Cell]:
    return {
        "fact_fee_type": form.opening(view.t(f"fact_fee_{fee.type}")),
        "fact_fee": form.fee(fee, view.lang),
        "fact_method": method_name(view, fee),
        "fact_currency": form.currency_name(fee.currency, view.lang),
        "fact_min": _sum(view, fee.min, fee.currency, "fact_none"),
        "fact_max": _sum(view, fee.max, fee.currency, "fact_none"),
        "fact_in_force": in_force(view, fee),
    }


def method_name(view: View, fee: Fee) -> str:
    """The payment method that the fee belongs to, which is now shown, or any."""
    if fee.method is None:
        return view.t("fact_any_method")
    view.fact(f"methods/{fee.method}")
    return view.records.methods[fee.method].label[view.lang]


def _sum(view: View, amount: Decimal | None, currency: str, missing: str) -> str:
    return view.t(missing) if amount is None else form.money(amount, currency, view.lang)


def in_force(view: View, fee: Fee) -> str:
    """From which day the fee holds, and to which where that is set."""
    start = form.day(fee.effective_from, view.lang)
    if fee.effective_to is None:
        return view.t("fact_from_date", date=start)
    return view.t("fact_date_range", start=start, end=form.day(fee.effective_to, view.lang))


def limit_table(view: View) -> Values:
    """Limits of each verification level, lowest level first."""
    rows = [
        Row(fact, [level.label[view.lang], *_limits(view, level)])
        for _, level, fact in view.current("levels", view.records.levels)
    ]
    columns = ["fact_level", "fact_single", "fact_daily", "fact_monthly", "fact_balance"]
    return view.table(view.t("fact_limits"), columns, rows)


def _limits(view: View, level: Level) -> list[Cell]:
    amounts = (level.single, level.daily, level.monthly, level.balance)
    return [_sum(view, amount, level.currency, "fact_no_limit") for amount in amounts]


def method_table(view: View, direction: str | None = None) -> Values:
    """Payment methods with regions, currencies and times; only those that offer `direction`."""
    shown = (direction,) if direction else tuple(DIRECTIONS)
    kept = {
        name: method
        for name, method in view.records.methods.items()
        if any(_time(method, way) for way in shown)
    }
    rows = [
        Row(fact, [method.label[view.lang], *_method_cells(view, method, shown)])
        for _, method, fact in view.current("methods", kept)
    ]
    columns = [
        "fact_method",
        *(DIRECTIONS[way] for way in shown),
        "fact_regions",
        "fact_currencies",
    ]
    caption = view.t(f"fact_methods_{direction}" if direction else "fact_methods")
    return view.table(caption, columns, rows)


def _time(method: Method, direction: str) -> ProcessingTime | None:
    return method.deposit if direction == "deposit" else method.withdrawal


def _method_cells(view: View, method: Method, shown: tuple[str, ...]) -> list[Cell]:
    times = [_time(method, way) for way in shown]
    return [
        *(
            form.reply(time.usual, time.longest, view.lang) if time else view.t("fact_not_offered")
            for time in times
        ),
        form.names([region[view.lang] for region in method.regions], view.lang),
        form.names([form.currency_name(code, view.lang) for code in method.currencies], view.lang),
    ]
