"""Functions of lists, maps and addresses in JavaScript."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

from helpcenter.guard.programs.nodes import UNKNOWN
from helpcenter.guard.programs.operators import MAX_TEXT

_MOST = 5_000


def items(value: Any) -> list[Any]:
    """What `Array.from` makes of a text, a list, a map or `{length: n}`."""
    if isinstance(value, dict) and isinstance(value.get("length"), int):
        return [UNKNOWN] * min(value["length"], _MOST)
    return [[*pair] for pair in value.items()] if isinstance(value, dict) else list(value)


def exchanged(holder: str, old: str, new: str) -> str:
    """`holder.replace(old, new)`.

    Raises:
        ValueError: the result would be too long.
    """
    if holder.count(old) * len(new) > MAX_TEXT:
        raise ValueError(old)
    return holder.replace(old, new)


def _keys(value: dict[str, Any]) -> list[str]:
    """In the order of a script: whole numbers first, then as they were set."""
    numbers = sorted((key for key in value if key.isdigit()), key=int)
    return [*numbers, *(key for key in value if not key.isdigit())]


def _reduced(holder: list[Any], change: Callable[..., Any], *start: Any) -> Any:
    values = [*start[:1], *holder]
    out = values[0]
    for at, value in enumerate(values[1:]):
        out = change(out, value, at)
    return out


def _sorted(holder: Any, how: Any = None, *rest: Any) -> list[Any]:
    """Sorted; with a comparison function, the first 200 items are."""
    values = list(holder)
    if not callable(how):
        return sorted(values, key=str) if all(isinstance(v, str | int) for v in values) else values
    out: list[Any] = []
    for value in values[:200]:
        at = next((n for n, other in enumerate(out) if how(value, other) < 0), len(out))
        out.insert(at, value)
    return out


def _filtered(holder: Any, keep: Any = None, *rest: Any) -> Any:
    """The items that a function keeps; all of them if that is unknown."""
    if not callable(keep):
        return holder
    held = [keep(value, at) for at, value in enumerate(holder)]
    return holder if UNKNOWN in held else [v for v, kept in zip(holder, held, strict=True) if kept]


def _found(holder: Any, wanted: Callable[..., Any], *rest: Any) -> Any:
    return next(iter(_filtered(holder, wanted)), UNKNOWN)


def _done(holder: Any, change: Callable[..., Any], *rest: Any) -> Any:
    for at, value in holder.items() if isinstance(holder, dict) else enumerate(holder):
        change(value, at)
    return UNKNOWN


def array(*values: Any) -> list[Any]:
    """`Array(3)` has three places, `Array(3, 4)` two items."""
    if len(values) == 1 and isinstance(values[0], int):
        return [UNKNOWN] * min(values[0], _MOST)
    return [*values]


def _filled(holder: list[Any], value: Any, *rest: Any) -> list[Any]:
    return [value] * len(holder)


def _map(pairs: Any = (), *rest: Any) -> dict[Any, Any]:
    return dict(pairs) if not isinstance(pairs, dict) else pairs


def _query(text: Any = "", *rest: Any) -> dict[str, str]:
    if isinstance(text, dict | list):
        return _map(text)
    return dict(parse_qsl(str(text).partition("?")[2] or str(text), keep_blank_values=True))


def _assigned(first: dict[str, Any], *more: dict[str, Any]) -> dict[str, Any]:
    for other in more:
        first.update(other)
    return first


def _taken(holder: list[Any], at: int = -1) -> Any:
    return holder.pop(at) if holder else UNKNOWN


def _put(holder: list[Any], at: int, values: tuple[Any, ...]) -> Any:
    if len(holder) + len(values) <= _MOST:
        holder[at:at] = values
    return len(holder)


def _spliced(holder: list[Any], at: int = 0, size: int = _MOST, *new: Any) -> list[Any]:
    gone = holder[at : at + size]
    holder[at : at + size] = new
    return gone


PARTS: dict[str, Callable[[str], Any]] = {
    "searchParams": lambda t: _query(t), "search": lambda t: f"?{urlsplit(t).query}", "host": lambda t: urlsplit(t).netloc,
    "hostname": lambda t: urlsplit(t).hostname or "", "pathname": lambda t: urlsplit(t).path,
    "hash": lambda t: f"#{urlsplit(t).fragment}", "username": lambda t: urlsplit(t).username or "",
}  # fmt: skip
"""Of an address."""
SHOWING = frozenset(
    {"setAttribute", "append", "prepend", "appendChild", "write", "writeln", "insertAdjacentHTML", "insertAdjacentText"}
    | {"createTextNode", "assign", "open", "replaceWith", "setProperty", "alert", "fetch", "sendBeacon"}
)  # fmt: skip
"""What they are given, last of all, is shown or gone to."""
CHANGES: dict[str, Callable[..., Any]] = {
    "push": lambda h, *v: _put(h, len(h), v), "unshift": lambda h, *v: _put(h, 0, v),
    "append": lambda h, *v: _put(h, len(h), v), "pop": _taken, "shift": lambda h: _taken(h, 0), "splice": _spliced,
}  # fmt: skip
"""On a list, which they change."""
METHODS: dict[str, Callable[..., Any]] = {
    "reduce": _reduced, "reduceRight": lambda h, f, *s: _reduced(h[::-1], f, *s),
    "sort": _sorted, "toSorted": _sorted, "filter": _filtered, "find": _found,
    "fill": _filled, "forEach": _done,
    "keys": lambda h: _keys(h) if isinstance(h, dict) else list(range(len(h))),
    "entries": lambda h: [[k, h[k]] for k in _keys(h)] if isinstance(h, dict) else [[n, v] for n, v in enumerate(h)],
    "indexOf": lambda h, v, *r: h.index(v) if v in h else -1, "includes": lambda h, v, *r: v in h,
    "startsWith": lambda h, v, *r: h.startswith(v), "endsWith": lambda h, v, *r: h.endswith(v),
    "set": lambda h, k, v: _assigned(h, {k: v}), "getAttribute": lambda h, k: h[k],
    "with": lambda h, at, v: [*h[:at], v, *h[at:][1:]],
    "formatToParts": lambda h, v: [{"value": str(v)}],
}  # fmt: skip
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "Object.keys": _keys, "Reflect.ownKeys": _keys, "Object.getOwnPropertyNames": _keys,
    "Object.values": lambda v: [v[key] for key in _keys(v)],
    "Object.entries": lambda v: [[key, v[key]] for key in _keys(v)], "Object.fromEntries": _map,
    "Object.assign": _assigned, "Map": _map, "Set": lambda v=(), *r: list(dict.fromkeys(v)),
    "URLSearchParams": _query, "encodeURIComponent": lambda t, *r: quote(str(t), safe=""),
    "Array.of": lambda *v: list(v), "structuredClone": lambda v, *r: v, "Object.freeze": lambda v, *r: v,
    "Math.floor": lambda n: math.floor(n), "Math.ceil": lambda n: math.ceil(n), "Math.abs": lambda n: abs(n),
    "Math.round": lambda n: math.floor(n + 0.5), "Math.trunc": lambda n: math.trunc(n),
    "Function": lambda *t: t[-1], "setTimeout": lambda t, *r: t, "setInterval": lambda t, *r: t,
    "Math.max": lambda *n: max(n), "Math.min": lambda *n: min(n), "Math.pow": lambda a, b: a**b if abs(a) < 10**9 and 0 <= b < 20 else UNKNOWN,
    "Math.sqrt": lambda n: math.sqrt(n), "parseFloat": lambda t, *r: float(t), "Number.parseFloat": lambda t, *r: float(t),
}  # fmt: skip
