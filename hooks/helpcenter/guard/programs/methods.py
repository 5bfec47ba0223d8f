"""Methods and functions of texts and lists, by the names the languages give them.

Every one is bounded by the length of what it is given; patterns are tried only when they are
single signs or classes, so that none can run away.
"""

from __future__ import annotations

import base64
import json
import operator
import re
import zlib
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, urljoin

from helpcenter.guard.programs import lists
from helpcenter.guard.programs.nodes import UNKNOWN, WALL

OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "-": operator.sub, "*": operator.mul, "^": operator.xor, "&": operator.and_, "|": operator.or_,
    "%": operator.mod, "//": operator.floordiv, "/": operator.truediv,
    ">>": lambda a, b: a >> min(b, 64), "<<": lambda a, b: a << min(b, 64),
    "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge, "==": operator.eq,
    "===": operator.eq, "!=": operator.ne, "!==": operator.ne,
    "**": lambda a, b: a**b if abs(a) < 10**9 and 0 <= b < 20 else UNKNOWN,
}  # fmt: skip
"""On two numbers."""
_SIMPLE = re.compile(r"(?:\\[dDwWsSn.@+*?^$|/#-]|\[(?:[^\]\\]|\\.)*\]|[^\\\[\](){}*+?|^$])+[+*]?")
"""Patterns that hold nothing that could try one text in many ways."""


class Pattern(str):
    """The body of a regular expression."""


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value) if isinstance(value, str | int | float) else WALL


def _joined(holder: Any, *given: Any) -> str:
    """`list.join(sign)` and `sign.join(list)`."""
    if isinstance(holder, str) and given and isinstance(given[0], list):
        return holder.join(map(_text, given[0]))
    return _text(given[0] if given else ",").join(map(_text, holder))


def _replaced(holder: str, old: Any, new: Any = "", *rest: Any) -> str:
    if not isinstance(old, Pattern):
        new = new(old) if callable(new) else new
        return holder.replace(old, new) if isinstance(new, str) else holder
    if not _SIMPLE.fullmatch(old) or not holder:
        raise ValueError(old)
    if callable(new):
        return re.sub(old, lambda match: _text(new(match[0], *match.groups())), holder)
    return re.sub(old, lambda match: _text(new), holder)


def _split(holder: str, sign: Any = None, *rest: Any) -> list[str]:
    if isinstance(sign, Pattern):
        return re.split(sign, holder) if _SIMPLE.fullmatch(sign) else [holder]
    return list(holder) if sign == "" else holder.split(sign)


def _matched(holder: str, pattern: Any) -> list[str]:
    simple = re.fullmatch(r"(?:\.|\\w|\\d|\[[^\]]+\]){1,4}(?:\{1,2\})?", pattern)
    return re.findall(str(pattern), holder) if simple else []


def _substr(holder: str, start: int, length: int | None = None) -> str:
    start = start + len(holder) if start < 0 else start
    return holder[start : None if length is None else start + length]


def _reversed(holder: Any, *rest: Any) -> Any:
    return holder[::-1]


def _formatted(holder: str, *values: Any) -> str:
    given = iter(values)
    if "%" in holder:
        return re.sub(r"%0?\d{0,2}[sdc]", lambda match: _placed(match[0], next(given, "")), holder)

    def put(match: re.Match[str]) -> str:
        number = match[1]
        return _text(next(iter(values[int(number) :]), "") if number else next(given, ""))

    return re.sub(r"\{(\d?)\}", put, holder)


def _placed(how: str, value: Any) -> str:
    if how == "%c" and isinstance(value, int):
        return chr(value)
    return _text(value).rjust(int(how[1:-1] or 0), "0" if how[1] == "0" else " ")


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
    change = change if callable(change) else FUNCTIONS.get(str(change), UNKNOWN)
    return [change(value) for value in holder]


def _characters(*codes: Any) -> str:
    return "".join(
        chr(int(code, 0) if isinstance(code, str) else int(code)) for code in _flat(codes)
    )


def _flat(values: Any) -> list[Any]:
    return [item for value in values for item in (value if isinstance(value, list) else [value])]


def _base64(text: Any, *rest: Any) -> str:
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


def _range(*limits: int) -> list[int]:
    return list(range(*limits)) if max(map(abs, limits)) < 5000 else []


def _concatenated(holder: Any, *given: Any) -> Any:
    if isinstance(holder, list):
        return holder + _flat(given)
    return _text(holder) + "".join(map(_text, given))


METHODS: dict[str, Callable[..., Any]] = {
    "join": _joined, "concat": _concatenated, "replace": _replaced, "replaceAll": _replaced,
    "split": _split, "match": _matched, "reverse": _reversed, "toReversed": _reversed,
    "reversed": _reversed, "format": _formatted, "map": _mapped, "flatMap": _mapped,
    "slice": lambda h, a=0, b=None, *r: h[a:b], "substring": lambda h, a=0, b=None, *r: h[a:b],
    "substr": _substr, "charAt": lambda h, a=0, *r: h[a], "at": lambda h, a=0, *r: h[a],
    "repeat": lambda h, n, *r: h * n if n * len(h) < 20_000 else UNKNOWN,
    "padStart": lambda h, n, c=" ", *r: h.rjust(min(n, 200), c[0]),
    "zfill": lambda h, n: h.zfill(min(n, 200)), "rjust": lambda h, n, c=" ": h.rjust(min(n, 200), c),
    "padEnd": lambda h, n, c=" ", *r: h.ljust(min(n, 200), c[0]),
    "trim": lambda h, *r: h.strip(), "strip": lambda h, *r: h.strip(), "string": lambda h, *r: _text(h),
    "toLowerCase": lambda h, *r: h.lower(), "lower": lambda h, *r: h.lower(),
    "toUpperCase": lambda h, *r: h.upper(), "upper": lambda h, *r: h.upper(),
    "toString": _based, "toFixed": lambda h, *r: str(int(h)), "valueOf": lambda h, *r: h,
    "normalize": lambda h, *r: h, "charCodeAt": lambda h, n=0, *r: ord(h[n]),
    "codePointAt": lambda h, n=0, *r: ord(h[n]), "decode": lambda h, *r: h, "encode": lambda h, *r: h,
    "first": lambda h, *r: h[0], "last": lambda h, *r: h[-1], "list": lambda h, *r: list(h),
    "get": lambda h, k, *r: h[k], "safe": lambda h, *r: h, "e": lambda h, *r: h,
    "default": lambda h, *r: h, "title": lambda h, *r: h.title(), "b64decode": _base64,
    "urldecode": lambda h, *r: unquote(h), "flat": lambda h, *r: _flat(h), "values": lambda h: list(h.values()),
    "removeprefix": lambda h, p: h.removeprefix(p),
    "toString36": _based,
}  # fmt: skip
"""On a text or list."""

METHODS.update(lists.METHODS)
METHODS["translate"] = lambda h, t, *r: h.translate({ord(k): v for k, v in t.items()})

FUNCTIONS: dict[str, Callable[..., Any]] = {
    "atob": _base64, "window.atob": _base64, "base64.b64decode": _base64, "b64decode": _base64,
    "String.fromCharCode": _characters, "fromCharCode": _characters, "chr": _characters,
    "String.fromCodePoint": _characters, "fromCodePoint": _characters,
    "decodeURIComponent": lambda t, *r: unquote(t), "decodeURI": lambda t, *r: unquote(t),
    "unquote": lambda t, *r: unquote(t), "parse.unquote": lambda t, *r: unquote(t),
    "unescape": _unescaped, "parseInt": _whole, "Number": lambda t, *r: _whole(t), "int": _whole,
    "Number.parseInt": _whole, "BigInt": lambda t, *r: _whole(t), "String": lambda t="", *r: _text(t),
    "str": lambda t="", *r: _text(t), "ord": lambda t: ord(t), "hex": lambda n: hex(n),
    "JSON.parse": lambda t, *r: json.loads(t), "json.loads": lambda t, *r: json.loads(t),
    "JSON.stringify": lambda v, *r: _text(v), "URL": lambda path, base="", *r: urljoin(base, path),
    "bytes.fromhex": lambda t: bytes.fromhex(t).decode(), "bytes": lambda v, *r: _characters(v),
    "bytearray": lambda v, *r: _characters(v), "Uint8Array": lambda v=(), *r: list(v),
    "Array.from": lambda v, f=None, *r: _mapped(lists.items(v), f) if f else lists.items(v), "list": lambda v: list(v),
    "reversed": lambda v: v[::-1], "range": _range,
    "TextDecoder.decode": lambda v=(), *r: _characters(v), "rot13": lambda t, *r: _rot13(t),
    "String.raw": _text, "codecs.decode": lambda t, *r: _rot13(t), "sorted": lambda v: sorted(v),
    "str.maketrans": lambda a, b=None, *r: a if b is None else dict(zip(a, b, strict=False)),
    "map": lambda f, v, *r: _mapped(v, f), "Array": lists.array, "Buffer.from": lambda t, how="", *r:
    _base64(t) if how == "base64" else bytes.fromhex(t).decode() if how == "hex" else t,
}  # fmt: skip
"""By their full names."""
FUNCTIONS.update(lists.FUNCTIONS)
CHANGES, PARTS, SHOWING = lists.CHANGES, lists.PARTS, lists.SHOWING


def _rot13(text: str) -> str:
    import codecs

    return codecs.decode(text, "rot13")
