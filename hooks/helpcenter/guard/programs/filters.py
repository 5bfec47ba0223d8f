"""Filters and functions of Jinja; templates also call the methods of Python."""

from __future__ import annotations

import codecs
import html
import itertools
import textwrap
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, unquote

from helpcenter.guard.programs import formats, javascript_library, python_library, python_methods
from helpcenter.guard.programs.nodes import Library
from helpcenter.guard.programs.operators import shown, written

_MOST = 1_000
"""Items of a row that a filter makes."""


def _batches(holder: Any, size: int, fill: Any = None, **named: Any) -> list[Any]:
    if not 0 < size <= _MOST:
        raise ValueError(size)
    rows = [list(holder)[at : at + size] for at in range(0, len(holder), size)]
    if fill is not None and rows:
        rows[-1] += [fill] * (size - len(rows[-1]))
    return rows


def _columns(holder: Any, count: int, *rest: Any) -> list[Any]:
    """`slice` of Jinja: so many lists of about one length."""
    items, out, at = list(holder), list[Any](), 0
    if count > _MOST:
        raise ValueError(count)
    for number in range(count):
        size = len(items) // count + (number < len(items) % count)
        out.append(items[at : at + size])
        at += size
    return out


def _mapped(holder: Any, name: Any = "", *values: Any, attribute: Any = None) -> list[Any]:
    if attribute is not None:
        return [_of(item, attribute) for item in holder]
    return [METHODS[name](item, *values) for item in holder]


def _of(item: Any, path: Any) -> Any:
    for step in str(path).split("."):
        item = item[int(step)] if isinstance(item, list | str) else item[step]
    return item


def _selected(keep: bool) -> Callable[..., Any]:
    def select(holder: Any, *how: Any) -> list[Any]:
        if how:
            raise ValueError(how)  # tests are not worked out
        return [item for item in holder if bool(item) is keep]

    return select


def _by_attribute(keep: bool) -> Callable[..., Any]:
    def select(holder: Any, name: Any, test: Any = "", wanted: Any = None) -> list[Any]:
        same = test in ("equalto", "eq", "==")
        return [
            item
            for item in holder
            if ((_of(item, name) == wanted) if same else bool(_of(item, name))) is keep
        ]

    return select


def _in_order(
    holder: Any, reverse: Any = False, *rest: Any, attribute: Any = None, **named: Any
) -> Any:
    if not isinstance(holder, list):
        holder = list(holder)
    key = (lambda item: _of(item, attribute)) if attribute is not None else None
    turned = bool(reverse) or bool(named.get("reverse"))
    return sorted(holder, key=key, reverse=turned)


def _pairs_in_order(
    holder: dict[Any, Any], *rest: Any, by: str = "key", reverse: Any = False, **named: Any
) -> Any:
    pairs = sorted(holder.items(), key=lambda pair: pair[by == "value"], reverse=bool(reverse))
    return [[*pair] for pair in pairs]


def _summed(holder: Any, attribute: Any = None, start: Any = 0) -> Any:
    return sum((_of(v, attribute) if attribute is not None else v for v in holder), start)


def _turned(holder: Any, *rest: Any) -> Any:
    return holder[::-1]


def _turns(*items: Any) -> dict[str, Any]:
    """`cycler`: the next of some items each time it is asked."""
    held = itertools.cycle(items)
    return {"next": lambda: next(held), "current": items[0]}


def _joiner(separator: str = ", ") -> Callable[[], str]:
    """What stands between items: nothing when it is asked first."""
    held = itertools.chain([""], itertools.repeat(separator))
    return lambda: next(held)


def _formatted(holder: str, *values: Any, **named: Any) -> str:
    """What fills `%s`, and `{}` as Python does."""
    if "%" in holder and "{" not in holder:
        return formats.percent(holder, named or list(values))
    return formats.filled(holder, *values, **named)


def _rot13(text: str, *rest: Any) -> str:
    return codecs.decode(text, "rot13")


METHODS: dict[str, Callable[..., Any]] = {
    **javascript_library.METHODS, **python_methods.METHODS,
    "batch": _batches, "slice": _columns, "map": _mapped, "select": _selected(True), "reject": _selected(False),
    "selectattr": _by_attribute(True), "rejectattr": _by_attribute(False), "sort": _in_order, "dictsort": _pairs_in_order,
    "sum": _summed, "reverse": _turned, "format": _formatted, "string": lambda h: shown(h), "int": lambda h, *r: int(h),
    "float": lambda h, *r: float(h), "list": lambda h: list(h), "first": lambda h: h[0], "last": lambda h: h[-1], "length": len, "count": len,
    "trim": lambda h, *c: h.strip(*c), "escape": lambda h: h, "e": lambda h: h, "safe": lambda h: h, "forceescape": lambda h: h,
    "default": lambda h, d="", *r: h, "d": lambda h, d="", *r: h, "unique": lambda h, *r, **n: list(dict.fromkeys(h)), "min": lambda h, *r: min(h), "max": lambda h, *r: max(h),
    "abs": abs, "round": lambda h, n=0, *r: round(h, n) if n else round(h), "urlencode": lambda h: quote(shown(h)), "url": lambda h, *r: h,
    "striptags": lambda h: h, "unescape": html.unescape, "wordwrap": lambda h, n=79, *r, **k: textwrap.fill(h, n), "truncate": lambda h, n=255, *r, **k: h[:n],
    "indent": lambda h, *r, **k: h, "tojson": lambda h, *r: written(h), "attr": lambda h, name: h[name], "pprint": lambda h: h, "random": lambda h: h[0],
    "zip": lambda *v: [[*row] for row in itertools.zip_longest(*v, fillvalue="")], "b64decode": javascript_library.base64_text, "urldecode": lambda h, *r: unquote(h),
    "decode": lambda h, *r: h if isinstance(h, str) else h.decode(), "rot13": _rot13,
}  # fmt: skip
"""By name; what each works on comes first."""
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "range": python_library.FUNCTIONS["range"], "dict": python_library.FUNCTIONS["dict"], "namespace": python_library.FUNCTIONS["dict"],
    "cycler": _turns, "joiner": _joiner, "rot13": _rot13,
}  # fmt: skip
JINJA = Library(FUNCTIONS, METHODS)
"""Of templates."""
