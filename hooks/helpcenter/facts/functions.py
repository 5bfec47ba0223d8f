"""The closed list of functions that an expression may call, and the names they take."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from helpcenter.data.files import GROUPS
from helpcenter.data.models.contacts import ContactKind
from helpcenter.data.models.money import FeeType
from helpcenter.data.problems import did_you_mean
from helpcenter.data.records import Records
from helpcenter.facts import channels, example, inline, lists, money, tables
from helpcenter.facts.expressions import Call, Constant, Refused
from helpcenter.model import Text

Choices = Callable[[Records], Collection[str]]
"""The names that an argument may take."""


@dataclass(frozen=True, slots=True)
class Function:
    """One function: what it returns goes to the template of that name."""

    run: Callable[..., Mapping[str, Any]]
    template: str
    choices: Mapping[str, Choices] = field(default_factory=dict)
    block: bool = False
    """Makes a block, so it stands alone in its paragraph, list item or cell."""
    plain: bool = False
    """Has a plain-text form, for headings, link texts and front matter."""
    require: Callable[..., None] | None = None
    """Called with the records and the arguments; refuses a record without the requested value."""


FUNCTIONS: dict[str, Function] = {
    "brand": Function(inline.brand, "text.html", plain=True),
    "contact": Function(inline.contact, "contact.html", {"id": lambda r: r.contacts}),
    "ui": Function(inline.ui, "ui.html", {"key": lambda r: r.ui}, plain=True),
    "hours": Function(inline.hours, "text.html", {"channel": lambda r: r.hours.hours}, plain=True),
    "reply_time": Function(
        inline.reply_time,
        "text.html",
        {
            "key": lambda r: r.response_times,
            "part": lambda r: ("usual", "longest", "follow_up_after"),
        },
        plain=True,
    ),
    "verified_on": Function(inline.verified_on, "text.html", {"group": lambda r: GROUPS}),
    "impostor": Function(inline.impostor, "impostor.html", {"id": lambda r: r.impostors}),
    "link": Function(inline.link, "link.html", {"id": lambda r: r.links}),
    "channels": Function(
        channels.channels, "channels.html", {"kind": lambda r: (channels.EVERYDAY,)}, block=True
    ),
    "domains": Function(tables.domains, "table.html", block=True),
    "contact_table": Function(
        tables.contact_table, "table.html", {"kind": lambda r: list(ContactKind)}, block=True
    ),
    "hours_table": Function(tables.hours_table, "table.html", block=True),
    "holidays": Function(tables.holidays, "table.html", block=True),
    "reply_table": Function(tables.reply_table, "table.html", block=True),
    "fee_table": Function(
        money.fee_table, "table.html", {"type": lambda r: list(FeeType)}, block=True
    ),
    "fee_example": Function(
        example.fee_example,
        "example.html",
        {"id": lambda r: r.fees},
        block=True,
        require=example.require_example,
    ),
    "limit_table": Function(money.limit_table, "table.html", block=True),
    "documents": Function(lists.documents, "list.html", block=True),
    "method_table": Function(
        money.method_table, "table.html", {"direction": lambda r: money.DIRECTIONS}, block=True
    ),
    "never_ask": Function(lists.never_ask, "list.html", block=True),
    "may_ask": Function(lists.may_ask, "list.html", block=True),
    "senders": Function(tables.senders, "table.html", block=True),
    "regulators": Function(tables.regulators, "table.html", block=True),
}


def resolve(call: Call, records: Records) -> tuple[Function, dict[str, Constant]]:
    """The function of `call` and its arguments by name, all known to exist.

    Raises:
        Refused: HC202 for an unknown function or record, with the closest names, and for a
            record without what is asked of it; HC203 for arguments not taken.
    """
    if call.name not in FUNCTIONS:
        raise _unknown(call.name, Text("函数", "function"), FUNCTIONS)
    function = FUNCTIONS[call.name]
    arguments = _bind(call, function)
    for parameter, value in arguments.items():
        names = [str(name) for name in function.choices[parameter](records)]
        if value not in names:
            what = Text(f" {call.name}() 的值", f"value for {call.name}()")
            raise _unknown(str(value), what, names)
    if function.require:
        function.require(records, **arguments)
    return function, arguments


def _bind(call: Call, function: Function) -> dict[str, Constant]:
    try:
        bound = _asked(function.run).bind(*call.args, **dict(call.kwargs))
    except TypeError:
        takes = "，".join(function.choices)
        raise Refused(
            Text(f"{call.name}() 的参数不对", f"{call.name}() does not take these arguments"),
            call.name,
            hint=Text(
                f"它的参数：{takes or '没有'}",
                f"it takes: {', '.join(function.choices) or 'nothing'}",
            ),
        ) from None
    return bound.arguments


@cache
def _asked(run: Callable[..., object]) -> inspect.Signature:
    """Arguments that a writer may give; the first parameter, the records, is left out."""
    signature = inspect.signature(run)
    return signature.replace(parameters=list(signature.parameters.values())[1:])


def _unknown(name: str, what: Text, names: Collection[str]) -> Refused:
    hint = did_you_mean(name, names)
    if not hint.en:
        few = ", ".join(sorted(names)[:12])
        hint = Text(
            f"可以写：{few}" if few else "docs/_data 里一条也没有：登记一条，或者删去这一处",
            f"known: {few}" if few else "docs/_data holds none: enter one, or delete this",
        )
    message = Text(f"没有这个{what.zh}：{name}", f"unknown {what.en}: {name}")
    return Refused(message, name, rule="HC202", hint=hint)


def require_plain(call: Call) -> None:
    """Refuse a call of a known function that has no plain-text form.

    Raises:
        Refused: HC203.
    """
    if call.name in FUNCTIONS and not FUNCTIONS[call.name].plain:
        raise Refused(
            Text(
                f"标题、链接文字和页首信息里不能用 {call.name}()",
                f"{call.name}() cannot stand in a heading, a link text or front matter",
            ),
            call.name,
            hint=Text("移到正文里", "move it into the text"),
        )


def require_inline(call: Call) -> None:
    """Refuse a call that makes a block, because other text stands beside it.

    Raises:
        Refused: HC203.
    """
    if call.name in FUNCTIONS and FUNCTIONS[call.name].block:
        raise Refused(
            Text(
                f"{call.name}() 是一个整块，不能和别的文字写在同一段",
                f"{call.name}() makes a block and cannot stand among other text",
            ),
            call.name,
            hint=Text(
                "单独写一行，前后各空一行", "put it on a line of its own between empty lines"
            ),
        )
