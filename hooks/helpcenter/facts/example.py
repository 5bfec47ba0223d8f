"""A worked example: the fee of one record for its sample amount, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from helpcenter.data.models.money import Fee
from helpcenter.data.models.working import Working
from helpcenter.data.records import Records
from helpcenter.facts import format as form
from helpcenter.facts.expressions import Refused
from helpcenter.facts.inline import Values
from helpcenter.facts.money import in_force, method_name, offered
from helpcenter.facts.view import View
from helpcenter.model import Text

Line = tuple[str, str]
"""What is done, and the sum written out."""


def require_example(records: Records, id: str) -> None:
    """Refuse a fee without an example amount.

    Raises:
        Refused: HC202, with the fees that have one.
    """
    if records.fees[id].example_amount is not None:
        return
    ready = ", ".join(name for name, fee in records.fees.items() if fee.example_amount is not None)
    raise Refused(
        Text(f"手续费“{id}”没有示例金额", f"the fee “{id}” has no example amount"),
        id,
        rule="HC202",
        hint=Text(
            f"在 fees.yml 里给它加 example_amount: 金额；已有的：{ready or '无'}",
            f"give it example_amount: AMOUNT in fees.yml; fees that have one: {ready or 'none'}",
        ),
    )


def fee_example(view: View, id: str) -> Values:
    """The fee `id` worked out for its example amount; no lines when it is not offered."""
    fee = view.records.fees[id]
    fact = view.fact(f"fees/{id}")
    kind = view.t(f"fact_fee_{fee.type}")
    values: Values = {"fact": fact, "caption": view.t("fact_example", type=kind), "lines": []}
    working = fee.worked()
    if working is None or fact.state == "retired" or not offered(view, fee):
        return values
    row = {"type": kind, "method": method_name(view, fee), "date": in_force(view, fee)}
    return values | {
        "lines": list(_lines(view, fee, working)),
        "fee": _money(view, fee, working.fee) if working.fee else form.FREE[view.lang],
        "row": view.t("fact_example_row", **row),
    }


def _money(view: View, fee: Fee, amount: Decimal) -> str:
    return form.money(amount, fee.currency, view.lang)


def _lines(view: View, fee: Fee, working: Working) -> Iterator[Line]:
    """The lines of a worksheet that this fee has, in the order of `work_out`."""
    names = ("share", "with_fixed", "not_under", "not_over", "fee")
    share, with_fixed, not_under, not_over, due = (
        _money(view, fee, getattr(working, name)) for name in names
    )
    amount = _money(view, fee, fee.example_amount or Decimal(0))
    yield view.t("fact_example_amount"), amount
    if fee.percent:
        rate = form.percent(fee.percent)
        yield view.t("fact_example_percent"), f"{amount} × {rate} = {share}"
    if fee.fixed:
        fixed = _money(view, fee, fee.fixed)
        if fee.percent:
            yield view.t("fact_example_fixed"), f"{share} + {fixed} = {with_fixed}"
        else:
            yield view.t("fact_example_only_fixed"), fixed
    if fee.min is not None:
        least = _money(view, fee, fee.min)
        yield (
            view.t("fact_example_min"),
            view.t("fact_larger", a=with_fixed, b=least, result=not_under),
        )
    if fee.max is not None:
        most = _money(view, fee, fee.max)
        yield (
            view.t("fact_example_max"),
            view.t("fact_smaller", a=not_under, b=most, result=not_over),
        )
    if fee.rounding and working.fee != working.not_over:
        yield view.t(f"fact_round_{fee.rounding}"), f"{not_over} → {due}"
