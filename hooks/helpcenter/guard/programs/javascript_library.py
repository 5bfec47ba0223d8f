"""Methods and functions of JavaScript: those of texts here, with all others beside them.

The output of each is limited by the length of its input; patterns are run only if they are single
characters or classes, so that none takes too long.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, urljoin

from helpcenter.guard.programs import javascript_lists, javascript_objects, patterns
from helpcenter.guard.programs.nodes import UNKNOWN, WALL, Library
from helpcenter.guard.programs.operators import Whole, written
from helpcenter.guard.programs.patterns import Pattern


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value) if isinstance(value, str | int | float) else WALL


def _joined(holder: Any, *given: Any) -> str:
    """`list.join(separator)` and `separator.join(list)`."""
    if isinstance(holder, str) and given and isinstance(given[0], list):
        return holder.join(map(_text, given[0]))
    items = ("" if item is UNKNOWN else _text(item) for item in holder)
    return _text(given[0] if given else ",").join(
        items if _is_empty(holder) else map(_text, holder)
    )


def _is_empty(holder: Any) -> bool:
    """Whether a list has only places and no items, as `Array(5)` has."""
    return len(holder) > 0 and all(item is UNKNOWN for item in holder)


def _replaced(holder: str, old: Any, new: Any = "", *rest: Any) -> str:
    if not isinstance(old, Pattern):
        new = new(old) if callable(new) else new
        return javascript_lists.exchanged(holder, old, new) if isinstance(new, str) else holder
    if callable(new):
        return patterns.replaced(old, holder, lambda match: _text(new(*match)))
    return patterns.replaced(old, holder, _text(new))


def _split(holder: str, separator: Any = None, *rest: Any) -> list[str]:
    if isinstance(separator, Pattern):
        return patterns.split(separator, holder)
    return list(holder) if separator == "" else holder.split(separator)


def _matched(holder: str, pattern: Any) -> list[str]:
    """All matches; the first one with its groups, if it has any."""
    matches = [patterns.groups(match) for match in patterns.every(pattern, holder)]
    first = matches[:1]
    return first[0] if first and len(first[0]) > 1 else [match[0] for match in matches]


def _executed(holder: Any, text: Any) -> list[Any]:
    """`pattern.exec(text)`."""
    return patterns.groups(patterns.found(holder, text))


def _substr(holder: str, start: int, length: int | None = None) -> str:
    start = start + len(holder) if start < 0 else start
    return holder[start : None if length is None else start + length]


def _reversed(holder: Any, *rest: Any) -> Any:
    return holder[::-1]


class Told:
    """A function of the program; it is given the place of an item too, ours are not."""

    def __init__(self, run: Callable[..., Any]) -> None:
        self._run = run

    def __call__(self, *values: Any) -> Any:
        """What it gives back."""
        return self._run(*values)


def _mapped(holder: Any, change: Any, *rest: Any) -> Any:
    if isinstance(change, Told):
        return [change(value, at) for at, value in enumerate(holder)]
    return [change(value) for value in holder]


def _characters(*codes: Any) -> str:
    return "".join(
        chr(int(code, 0) if isinstance(code, str) else int(code)) for code in _flat(codes)
    )


def _decoded(values: Any = (), *rest: Any) -> str:
    return bytes(value & 255 for value in _flat([values])).decode("utf-8", "replace")


def _interleaved(texts: Any, *values: Any) -> str:
    """A template: texts, and the values between them."""
    if isinstance(texts, dict):
        texts = texts["raw"]
    more = [*map(_text, values), *[""] * len(texts)]
    return "".join(text + value for text, value in zip(texts, more, strict=False))


def _flat(values: Any) -> list[Any]:
    return [item for value in values for item in (value if isinstance(value, list) else [value])]


def base64_text(text: Any, *rest: Any) -> str:
    """What a text in base64 says, unpacked if it was packed."""
    text = text.decode("latin-1") if isinstance(text, bytes) else text
    raw = base64.b64decode(_text(text).encode() + b"==", altchars=None)
    if raw[:2] == b"\x1f\x8b":
        raw = zlib.decompressobj(wbits=31).decompress(raw, 100_000)
    return raw.decode("utf-8", "replace")


def _unescaped(text: str, *rest: Any) -> str:
    return unquote(re.sub(r"%u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text))


def _whole(text: Any, base: Any = 10, *rest: Any) -> int:
    return int(text if isinstance(text, int | float) else int(text, int(base)))


def _based(holder: Any, base: Any = 10, *rest: Any) -> str:
    if isinstance(holder, str):
        return holder
    value, out = int(holder), ""
    while value and len(out) < 60:
        value, digit = divmod(value, int(base))
        out = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + out
    return out or "0"


def _concatenated(holder: Any, *given: Any) -> Any:
    if isinstance(holder, list):
        return holder + _flat(given)
    return _text(holder) + "".join(map(_text, given))


METHODS: dict[str, Callable[..., Any]] = {
    "join": _joined, "concat": _concatenated, "replace": _replaced, "replaceAll": _replaced,
    "split": _split, "match": _matched, "exec": _executed,
    "matchAll": lambda h, p, *r: [patterns.groups(m) for m in patterns.every(p, h)], "reverse": _reversed, "toReversed": _reversed,
    "map": _mapped, "flatMap": _mapped,
    "slice": lambda h, a=0, b=None, *r: h[a:b], "substring": lambda h, a=0, b=None, *r: h[a:b],
    "substr": _substr, "charAt": lambda h, a=0, *r: h[a], "at": lambda h, a=0, *r: h[a],
    "repeat": lambda h, n, *r: h * n if n * len(h) < 20_000 else UNKNOWN, "subarray": lambda h, a=0, b=None, *r: h[a:b],
    "padStart": lambda h, n, c=" ", *r: h.rjust(min(n, 200), _text(c)[0]),
    "padEnd": lambda h, n, c=" ", *r: h.ljust(min(n, 200), _text(c)[0]),
    "trim": lambda h, *r: h.strip(), "toLowerCase": lambda h, *r: h.lower(), "toUpperCase": lambda h, *r: h.upper(),
    "toString": _based, "toFixed": lambda h, *r: str(int(h)), "valueOf": lambda h, *r: h,
    "normalize": lambda h, *r: h, "charCodeAt": lambda h, n=0, *r: ord(h[n]),
    "codePointAt": lambda h, n=0, *r: ord(h[n]), "get": lambda h, k, *r: h[k],
    "flat": lambda h, *r: _flat(h), "values": lambda h: list(h.values()),
    "localeCompare": lambda h, o, *r: (h > o) - (h < o), "toLocaleString": lambda h, *r: _text(h), "trimEnd": lambda h: h.rstrip(),
    "trimStart": lambda h: h.lstrip(), "test": lambda p, t: bool(patterns.found(p, t)), "then": lambda h, f, *r: f(h),
    **javascript_lists.METHODS, **javascript_objects.METHODS,
}  # fmt: skip
"""On a text or list."""

_ARRAYS = [f"{kind}Array" for kind in ("Uint8", "Uint8Clamped", "Uint16", "Uint32", "Int8", "Int16", "Int32", "Float32", "Float64")]  # fmt: skip


def _from(values: Any, change: Any = None, *rest: Any) -> list[Any]:
    items = javascript_lists.items(values)
    return _mapped(items, change) if change else items


def _places(values: Any = (), *rest: Any) -> list[Any]:
    return javascript_lists.array(values) if isinstance(values, int) else list(values)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "btoa": lambda t: base64.b64encode(t.encode()).decode(), "atob": base64_text, "window.atob": base64_text,
    **dict.fromkeys(["String.fromCharCode", "fromCharCode", "String.fromCodePoint", "fromCodePoint"], _characters),
    **dict.fromkeys(["decodeURIComponent", "decodeURI"], lambda t, *r: unquote(t)),
    "unescape": _unescaped, "parseInt": _whole, "Number": lambda t, *r: _whole(t),
    "Number.parseInt": _whole, "BigInt": lambda t, *r: Whole(_whole(t)), "String": lambda t="", *r: _text(t),
    "JSON.parse": lambda t, *r: json.loads(t), "JSON.stringify": lambda v, *r: written(v),
    "URL": lambda path, base="", *r: urljoin(base if isinstance(base, str) else "", path), "RegExp": lambda p, *r: Pattern(p),
    "TextDecoder.decode": lambda v=(), *r: _decoded(v), "TextDecoder": lambda *r: {"decode": _decoded},
    "TextEncoder": lambda *r: {"encode": lambda t, *r: list(t.encode())}, "String.raw": _interleaved,
    "Array": javascript_lists.array, "Array.from": _from, "Promise.resolve": lambda v, *r: v,
    "Buffer.from": lambda t, how="", *r: base64_text(t) if how == "base64" else bytes.fromhex(t).decode() if how == "hex" else t,
    **dict.fromkeys(_ARRAYS, _places), **{f"{name}.from": _from for name in _ARRAYS}, **{f"{name}.of": lambda *v: list(v) for name in _ARRAYS},
    **javascript_lists.FUNCTIONS, **javascript_objects.FUNCTIONS,
}  # fmt: skip
"""By their full names."""
SCRIPT = Library(FUNCTIONS, METHODS)
"""Of JavaScript."""
