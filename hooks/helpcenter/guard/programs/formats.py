"""String formatting: `format`, `%`, templates; with limits on widths."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter
from typing import Any

from helpcenter.guard.programs.nodes import UNKNOWN
from helpcenter.guard.programs.operators import shown

_SPEC = re.compile(
    r"(?:.?[<>=^])?[-+ ]?z?#?0?\d{0,2}[,_]?(?:\.\d{1,2})?[bcdeEfFgGnosxX%]?", re.DOTALL
)
_FIELD = re.compile(r"(\w*)((?:\.\w+|\[[^\]]+\])*)")
_PERCENT = re.compile(r"%(?:\((\w+)\))?([-#0 +]{0,3}(?:\d{0,2}|\*)(?:\.\d{1,2})?)([a-zA-Z%])")
_DOLLAR = re.compile(r"\$(?:(\$)|\{(\w+)\}|(\w+))")


def one(value: Any, how: Any = "", *rest: Any) -> str:
    """`format(value, how)`; what is asked for beyond bounds is left out."""
    if not isinstance(value, str | int | float) or not _SPEC.fullmatch(str(how)):
        return shown(value)
    try:
        return format(value, str(how))
    except (ValueError, OverflowError):
        return shown(value)


def filled(holder: str, *values: Any, **named: Any) -> str:
    """`holder.format(…)`; what is missing is nothing."""
    given, out = iter(values), []
    for literal, name, how, _ in Formatter().parse(holder):
        out.append(literal)
        if name is None:
            continue
        how = filled(how, *values, **named) if how and "{" in how else how or ""
        value = _held(name, given, values, named)
        out.append("" if value == "" else one(value, how))
    return "".join(out)


def _held(field: str, given: Any, values: tuple[Any, ...], named: Mapping[str, Any]) -> Any:
    match = _FIELD.fullmatch(field)
    if not match:
        return UNKNOWN
    name = match[1]
    if name.isdigit():
        value = values[int(name)] if int(name) < len(values) else ""
    else:
        value = named.get(name, UNKNOWN) if name else next(given, "")
    for step in re.findall(r"[\w-]+", match[2]):
        known = isinstance(value, dict) and step in value
        value = value[step] if known else value[int(step)] if isinstance(value, list) else UNKNOWN
    return value


def percent(holder: str, value: Any) -> str:
    """`holder % value`; what is missing is nothing."""
    given = iter(value if isinstance(value, list) else [value])

    def put(match: re.Match[str]) -> str:
        name, how, kind = match.groups()
        if kind == "%":
            return "%"
        if name:
            held = value.get(name, UNKNOWN) if isinstance(value, dict) else UNKNOWN
        else:
            if "*" in how:
                how = how.replace("*", str(min(next(given, 0), 99)))
            held = next(given, "")
        return _by_sign(how, kind, held)

    return _PERCENT.sub(put, holder)


def _by_sign(how: str, kind: str, value: Any) -> str:
    try:
        number = isinstance(value, int | float)
        return f"%{how}{kind}" % (value if number or kind in "cra" else shown(value))
    except (TypeError, ValueError, OverflowError):
        return shown(value)


def substituted(holder: str, *given: Any, **named: Any) -> str:
    """`Template(holder).substitute(…)`."""
    known = {**(given[0] if given and isinstance(given[0], dict) else {}), **named}
    return _DOLLAR.sub(lambda m: m[1] or shown(known.get(m[2] or m[3], UNKNOWN)), holder)
