"""JavaScript's promises, reflection, formatting for people and web storage."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable
from typing import Any

from helpcenter.guard.programs.javascript_lists import items
from helpcenter.guard.programs.nodes import UNKNOWN, Function
from helpcenter.guard.programs.operators import shown

KEPT = ("localStorage", "sessionStorage")
"""What a script keeps texts in by name."""
SETTING = frozenset({"set", "setItem", "setdefault", "update"})
"""Methods that put something under a name."""
_MOST = 400


class Proxy(dict[Any, Any]):
    """What a script asks in place of another thing: `new Proxy(target, {get: …})`."""

    def __init__(self, target: Any, handler: Any = None, *rest: Any) -> None:
        super().__init__(target if isinstance(target, dict) else {})
        self.target, self.handler = target, handler if isinstance(handler, dict) else {}


def _apply(change: Any, this: Any = None, values: Any = (), *rest: Any) -> Any:
    return change(*values)


def _put(holder: dict[Any, Any], key: Any, value: Any, *rest: Any) -> dict[Any, Any]:
    holder[key] = value
    return holder


def _defined(holder: dict[Any, Any], key: Any, told: Any, *rest: Any) -> dict[Any, Any]:
    """`Object.defineProperty`, with a value or with a function that gets it."""
    get = told.get("get")
    return _put(holder, key, Function(("property",), get.body, get.held) if get else told["value"])


def _grouped(values: Any, name: Any, *rest: Any) -> dict[Any, list[Any]]:
    out: dict[Any, list[Any]] = {}
    for at, value in enumerate(values[:_MOST]):
        out.setdefault(name(value, at), []).append(value)
    return out


def _listing(language: Any = "", how: Any = None, *rest: Any) -> dict[str, Any]:
    """A maker of lists for people; of units nothing need stand between, as in Chinese."""
    told = how if isinstance(how, dict) else {}
    between = "" if told.get("type") == "unit" else "、"

    def parts(values: Iterable[Any]) -> list[dict[str, str]]:
        return [{"type": "element", "value": shown(value)} for value in values]

    return {"format": lambda v: between.join(map(shown, v)), "formatToParts": parts}


def _numbering(*rest: Any) -> dict[str, Any]:
    return {"format": shown, "formatToParts": lambda v: [{"type": "integer", "value": shown(v)}]}


def _segments(*rest: Any) -> dict[str, Any]:
    return {"segment": lambda text: [{"segment": char} for char in text[:_MOST]]}


def _body(text: Any = "", *rest: Any) -> dict[str, Any]:
    """A file or an answer: `await answer.text()`, `await answer.json()`."""
    whole = "".join(map(shown, text)) if isinstance(text, list) else shown(text)
    return {"text": lambda: whole, "json": lambda: json.loads(whole)}


def _promise(run: Callable[..., Any], *rest: Any) -> Any:
    """What a promise is kept with."""
    kept: list[Any] = []
    run(lambda value=UNKNOWN, *more: kept.append(value), lambda *more: UNKNOWN)
    return kept[0] if kept else UNKNOWN


def _byte(holder: list[Any], at: int, value: int, *rest: Any) -> list[Any]:
    holder[at] = value
    return holder


def _boolean(value: Any = False, *rest: Any) -> bool:
    return value is not UNKNOWN and bool(value)


answered = _body
"""What a script has of a file that it fetches."""


def _index(holder: Any, keep: Callable[..., Any], *, last: bool) -> int:
    places = [at for at, value in enumerate(holder) if keep(value, at) is True]
    return places[-1 if last else 0] if places else -1


def _one(holder: Any, keep: Callable[..., Any], *, last: bool = True) -> Any:
    at = _index(holder, keep, last=last)
    return holder[at] if at >= 0 else UNKNOWN


def _spliced(holder: list[Any], at: int = 0, size: int = _MOST, *new: Any) -> list[Any]:
    return [*holder[:at], *new, *holder[at:][size:]]


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "Promise.all": lambda v, *r: items(v), "Promise.any": lambda v, *r: items(v)[0], "Promise.race": lambda v, *r: items(v)[0],
    "Promise.allSettled": lambda v, *r: [{"status": "fulfilled", "value": one} for one in items(v)],
    "Promise": _promise, "Boolean": _boolean, "Symbol": lambda t="": {"description": t}, "Symbol.for": lambda t="": {"description": t},
    "FormData": dict, "Headers": lambda v=(), *r: dict(v), "ArrayBuffer": lambda n, *r: [0] * min(n, _MOST), "DataView": lambda v, *r: v,
    "Proxy": Proxy, "Reflect.apply": _apply, "Reflect.construct": lambda make, v=(), *r: make(*v), "Reflect.get": lambda h, k, *r: h[k], "Reflect.set": _put,
    "Reflect.has": lambda h, k: k in h, "Object.create": lambda v, *r: {**v} if isinstance(v, dict) else {}, "Object.defineProperty": _defined, "Reflect.defineProperty": _defined,
    "Object.groupBy": _grouped, "Map.groupBy": _grouped, "Object.seal": lambda v: v, "Iterator.from": items, "WeakRef": lambda v: {"deref": lambda: v},
    "Intl.ListFormat": _listing, "Intl.NumberFormat": _numbering, "Intl.Segmenter": _segments,
    "Blob": _body, "Response": _body, "File": _body, "CSS.escape": lambda t: t,
    "Uint8Array.fromBase64": lambda t, *r: list(base64.b64decode(t + "==")), "Uint8Array.fromHex": lambda t: list(bytes.fromhex(t)),
    "queueMicrotask": lambda t: t, "requestAnimationFrame": lambda t: t, "requestIdleCallback": lambda t, *r: t,
}  # fmt: skip
"""By their full names."""
METHODS: dict[str, Callable[..., Any]] = {
    "setUint8": _byte, "setInt8": _byte, "getUint8": lambda h, n: h[n], "getInt8": lambda h, n: h[n], "append": _put, "delete": lambda h, *r: h,
    "setItem": _put, "getItem": lambda h, k: h[k], "has": lambda h, k: k in h, "getAll": lambda h, k: [h[k]],
    "findLast": _one, "findIndex": lambda h, f, *r: _index(h, f, last=False), "findLastIndex": lambda h, f, *r: _index(h, f, last=True),
    "lastIndexOf": lambda h, v, *r: h.rindex(v) if isinstance(h, str) else len(h) - 1 - h[::-1].index(v),
    "some": lambda h, f, *r: _index(h, f, last=False) >= 0, "every": lambda h, f, *r: all(f(v, n) is True for n, v in enumerate(h)),
    "toSpliced": _spliced, "take": lambda h, n: h[:n], "drop": lambda h, n: h[n:], "toArray": lambda h: [*h], "toWellFormed": lambda h: h,
    "toLocaleLowerCase": lambda h, *r: h.lower(), "toLocaleUpperCase": lambda h, *r: h.upper(), "catch": lambda h, *r: h, "finally": lambda h, *r: h,
}  # fmt: skip
"""On a text, a list or a map; what each works on comes first."""
