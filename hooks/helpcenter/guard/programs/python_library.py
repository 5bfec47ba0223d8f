"""Built-in functions of Python, and the part of its standard library that makes texts."""

from __future__ import annotations

import ast
import base64
import binascii
import bz2
import codecs
import html
import ipaddress
import itertools
import json
import lzma
import math
import operator
import quopri
import struct
import textwrap
import unicodedata
import zlib
from collections.abc import Callable
from functools import partial
from typing import Any
from urllib import parse

from helpcenter.guard.programs import formats, patterns, python_methods
from helpcenter.guard.programs.nodes import UNKNOWN, Library, Module
from helpcenter.guard.programs.operators import MAX_TEXT, OPERATORS, shown, written
from helpcenter.guard.programs.patterns import Pattern

_MOST = 5_000
_ROUNDS = 400
"""Items of what goes on without end; an address is shorter."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _raw(value: Any) -> bytes:
    return value.encode() if isinstance(value, str) else bytes(value)


def _whole(value: Any = 0, base: Any = 10) -> int:
    return int(value, base) if isinstance(value, str) else int(value)


def _bytes(value: Any = b"", *how: Any) -> bytes:
    if isinstance(value, int):
        return bytes(min(value, _MOST))
    return _raw(value)


def _range(*limits: int) -> list[int]:
    return list(itertools.islice(range(*limits), _MOST))


def _map(change: Callable[..., Any], *sources: Any) -> list[Any]:
    return [change(*row) for row in zip(*sources, strict=False)]


def _kept(keep: Any, source: Any) -> list[Any]:
    return [item for item in source if (keep(item) if callable(keep) else item)]


def _reduced(change: Callable[..., Any], source: Any, *start: Any) -> Any:
    values = [*start, *source]
    out = values[0]
    for value in values[1:]:
        out = change(out, value)
    return out


def _accumulated(source: Any, change: Callable[..., Any] = operator.add) -> list[Any]:
    return list(itertools.accumulate(source, change))[:_MOST]


def _dict(*given: Any, **named: Any) -> dict[Any, Any]:
    return {**(dict(given[0]) if given else {}), **named}


def _longest(*sources: Any, fillvalue: Any = "") -> list[Any]:
    return [[*row] for row in itertools.zip_longest(*sources, fillvalue=fillvalue)]


def _item(*keys: Any) -> Callable[[Any], Any]:
    def get(holder: Any) -> Any:
        values = [holder[key] for key in keys]
        return values[0] if len(values) == 1 else values

    return get


def _method(name: str, *values: Any) -> Callable[[Any], Any]:
    return lambda holder: python_methods.METHODS[name](holder, *values)


def _decoded(value: Any, how: str = "utf-8", *rest: Any) -> Any:
    name = how.lower().replace("-", "").replace("_", "")
    if name == "rot13":
        return codecs.decode(value, "rot13")
    if name in ("hex", "base64"):
        return (bytes.fromhex if name == "hex" else base64.b64decode)(_raw(value).decode())
    if name in ("unicodeescape", "rawunicodeescape"):
        return _raw(value).decode(how)
    return _raw(value).decode(how)


def _inflated(value: Any, *rest: Any, wbits: int = 47) -> bytes:
    return zlib.decompressobj(wbits).decompress(_raw(value), MAX_TEXT)


def _base(decode: Callable[..., bytes]) -> Callable[..., bytes]:
    return lambda value, *rest, **named: decode(_raw(value))


def _packed(how: str, *values: Any) -> bytes:
    size = struct.calcsize(how) if len(how) < 20 else MAX_TEXT
    return struct.pack(how, *values) if size < 400 else b""


def _named_tuple(name: str, fields: Any, *rest: Any) -> Callable[..., Any]:
    names = fields.replace(",", " ").split() if isinstance(fields, str) else fields
    return lambda *values, **named: {**dict(zip(names, values, strict=False)), **named}


def _rounded(value: Any, digits: int = 0) -> Any:
    return round(value, digits) if digits else round(value)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "chr": chr, "ord": ord, "str": lambda v="", *r: v.decode() if isinstance(v, bytes) and r else shown(v), "int": _whole, "float": float,
    "hex": hex, "bin": bin, "oct": oct, "repr": lambda v: repr(v) if isinstance(v, str | int) else shown(v), "ascii": lambda v: ascii(v),
    "format": formats.one, "len": len, "bool": bool, "abs": abs, "min": min, "max": max, "round": _rounded,
    "divmod": lambda a, b: [*divmod(a, b)], "pow": lambda a, b, *m: pow(a, b, *m) if m or (abs(b) < 200 and abs(a) < 10**9) else UNKNOWN,
    "sum": lambda v, *s: _reduced(operator.add, v, *(s or (0,))), "list": lambda v=(): list(v), "tuple": lambda v=(): list(v), "iter": lambda v: list(v),
    "set": lambda v=(): list(dict.fromkeys(v)), "frozenset": lambda v=(): list(dict.fromkeys(v)), "dict": _dict, "slice": slice,
    "bytes": _bytes, "bytearray": _bytes, "bytes.fromhex": bytes.fromhex, "bytearray.fromhex": bytes.fromhex, "memoryview": _bytes,
    "int.from_bytes": lambda v, order="big", **n: int.from_bytes(_raw(v), n.get("byteorder", order)),
    "range": _range, "map": _map, "filter": _kept, "zip": lambda *v, **n: [[*row] for row in zip(*v, strict=False)],
    "enumerate": lambda v, start=0: [[n, item] for n, item in enumerate(v, start)], "reversed": lambda v: list(v)[::-1],
    "sorted": python_methods.in_order, "next": lambda v, *d: v[0] if v else d[0], "str.maketrans": python_methods.maketrans, "print": lambda *v: " ".join(map(shown, v)),
    "functools.reduce": _reduced, "functools.partial": partial, "partial": partial, "reduce": _reduced,
    "operator.itemgetter": _item, "operator.attrgetter": _item, "operator.methodcaller": _method, "operator.add": operator.add, "operator.concat": operator.add,
    "operator.xor": operator.xor, "operator.sub": operator.sub, "operator.mul": OPERATORS["*"], "operator.getitem": lambda h, k: h[k],
    "itertools.chain": lambda *v: python_methods.flat(v), "itertools.chain.from_iterable": python_methods.flat, "chain.from_iterable": python_methods.flat, "itertools.accumulate": _accumulated,
    "itertools.islice": lambda v, *limits: list(v)[slice(*limits)], "itertools.repeat": lambda v, n=1: [v] * min(n, _MOST),
    "itertools.zip_longest": _longest, "itertools.starmap": lambda f, rows: [f(*row) for row in rows], "itertools.compress": lambda v, k: list(itertools.compress(v, k)),
    "itertools.pairwise": lambda v: [[*p] for p in itertools.pairwise(v)], "itertools.takewhile": lambda f, v: list(itertools.takewhile(f, v)),
    "itertools.dropwhile": lambda f, v: list(itertools.dropwhile(f, v)), "itertools.filterfalse": lambda f, v: list(itertools.filterfalse(f, v)),
    "base64.b64decode": _base(base64.b64decode), "base64.standard_b64decode": _base(base64.b64decode), "base64.decodebytes": _base(base64.decodebytes),
    "base64.urlsafe_b64decode": _base(base64.urlsafe_b64decode), "base64.b32decode": _base(base64.b32decode), "base64.b32hexdecode": _base(base64.b32hexdecode),
    "base64.b16decode": _base(lambda v: base64.b16decode(v, casefold=True)), "base64.b85decode": _base(base64.b85decode), "base64.a85decode": _base(base64.a85decode),
    "binascii.unhexlify": _base(binascii.unhexlify), "binascii.a2b_hex": _base(binascii.unhexlify), "binascii.a2b_base64": _base(binascii.a2b_base64),
    "quopri.decodestring": _base(quopri.decodestring), "codecs.decode": _decoded, "codecs.encode": _decoded,
    "zlib.decompress": _inflated, "gzip.decompress": _inflated, "struct.pack": _packed,
    "html.unescape": html.unescape, "unescape": html.unescape, "urllib.parse.unquote": parse.unquote, "urllib.parse.unquote_plus": parse.unquote_plus,
    "urllib.parse.quote": parse.quote, "urllib.parse.urljoin": parse.urljoin, "urllib.parse.urlunsplit": lambda v: parse.urlunsplit(map(shown, v)),
    "urllib.parse.urlunparse": lambda v: parse.urlunparse(map(shown, v)), "urllib.parse.urlencode": lambda v, *r: parse.urlencode(v),
    "urllib.parse.parse_qs": lambda v: parse.parse_qs(v), "urllib.parse.parse_qsl": lambda v: [[*p] for p in parse.parse_qsl(v)],
    "json.loads": lambda v, *r, **n: json.loads(v), "json.dumps": lambda v, *r, **n: written(v), "ast.literal_eval": lambda v: ast.literal_eval(v) if len(v) < MAX_TEXT else UNKNOWN,
    "itertools.cycle": lambda v: (list(v) * _ROUNDS)[:_ROUNDS], "itertools.count": lambda start=0, step=1: [start + step * n for n in range(_ROUNDS)],
    "itertools.batched": lambda v, n: [list(v)[at : at + n] for at in range(0, len(v), n)], "itertools.tee": lambda v, n=2: [list(v)] * min(n, 9),
    "itertools.groupby": lambda v, key=None: [[k, list(same)] for k, same in itertools.groupby(v, key)],
    "ipaddress.ip_address": lambda v: str(ipaddress.ip_address(v)), "ipaddress.IPv4Address": lambda v: str(ipaddress.IPv4Address(v)),
    "ipaddress.IPv6Address": lambda v: str(ipaddress.IPv6Address(v)), "socket.inet_ntoa": lambda v: str(ipaddress.IPv4Address(_raw(v))),
    "email.utils.formataddr": lambda v, *r: f"{v[0]} <{v[1]}>",
    "bz2.decompress": lambda v: bz2.BZ2Decompressor().decompress(_raw(v), MAX_TEXT),
    "lzma.decompress": lambda v: lzma.LZMADecompressor(memlimit=1 << 24).decompress(_raw(v), MAX_TEXT),
    "io.StringIO": lambda v="": [v], "io.BytesIO": lambda v=b"": [_raw(v)], "os.path.expandvars": lambda v: v, "functools.cache": lambda f: f,
    "codecs.getdecoder": lambda how: lambda v, *r: [_decoded(v, how), len(v)], "decimal.Decimal": _whole,
    "textwrap.dedent": textwrap.dedent, "textwrap.wrap": lambda v, n=70, **k: textwrap.wrap(v, n), "textwrap.fill": lambda v, n=70, **k: textwrap.fill(v, n),
    "textwrap.indent": lambda v, p, *r: "".join(p + line for line in v.splitlines(keepends=True)) if len(p) < 80 else UNKNOWN,
    "inspect.cleandoc": textwrap.dedent, "string.Template": lambda v: v, "Template": lambda v: v, "string.Formatter": lambda: {"format": formats.filled, "vformat": lambda form, v, n: formats.filled(form, *v, **n)}, "string.capwords": lambda v, *r: v.title(),
    "unicodedata.normalize": lambda form, v: unicodedata.normalize(form, v), "unicodedata.lookup": unicodedata.lookup,
    "re.sub": lambda p, new, v, *r, **n: patterns.replaced(p, v, new), "re.split": lambda p, v, *r: patterns.split(p, v), "re.escape": lambda v: v,
    "re.findall": lambda p, v, *r: python_methods.METHODS["findall"](p, v), "re.finditer": lambda p, v, *r: python_methods.METHODS["finditer"](p, v),
    "re.search": lambda p, v, *r: python_methods.METHODS["search"](p, v), "re.match": lambda p, v, *r: python_methods.METHODS["match"](p, v),
    "re.fullmatch": lambda p, v, *r: python_methods.METHODS["fullmatch"](p, v), "re.compile": lambda p, *r: Pattern(p),
    "collections.OrderedDict": _dict, "collections.deque": lambda v=(), *r: list(v), "collections.namedtuple": _named_tuple, "collections.ChainMap": lambda *v: _dict(itertools.chain.from_iterable(m.items() for m in v[::-1])),
    "types.SimpleNamespace": _dict, "types.MappingProxyType": _dict, "os.path.join": lambda *v: "/".join(v), "posixpath.join": lambda *v: "/".join(v),
    "__import__": Module, "importlib.import_module": Module, "math.floor": math.floor, "math.prod": lambda v: _reduced(OPERATORS["*"], v),
    "array.array": lambda how, v=(): list(v), "sys.intern": lambda v: v, "typing.cast": lambda t, v: v, "copy.copy": lambda v: v, "copy.deepcopy": lambda v: v,
}  # fmt: skip
"""By their full names."""
CONSTANTS = {
    "string.ascii_lowercase": _LETTERS,
    "string.ascii_uppercase": _LETTERS.upper(),
    "string.ascii_letters": _LETTERS + _LETTERS.upper(),
    "string.digits": "0123456789",
    "string.hexdigits": "0123456789abcdefABCDEF",
    "string.punctuation": "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
    "string.printable": f"0123456789{_LETTERS}{_LETTERS.upper()}",
    "os.sep": "/",
}
"""Texts that modules hold."""
PYTHON = Library(FUNCTIONS, python_methods.METHODS, CONSTANTS)
