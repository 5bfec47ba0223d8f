"""Methods of Python's texts, bytes, lists and maps, within bounds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from helpcenter.guard.programs import formats, javascript_lists, patterns
from helpcenter.guard.programs.nodes import UNKNOWN
from helpcenter.guard.programs.operators import MAX_TEXT, shown

_OWN = [
    "capitalize",
    "casefold",
    "center",
    "count",
    "decode",
    "encode",
    "endswith",
    "expandtabs",
    "find",
    "hex",
    "index",
    "isalnum",
    "isalpha",
    "isascii",
    "isdecimal",
    "isdigit",
    "islower",
    "isnumeric",
    "isspace",
    "isupper",
    "ljust",
    "lower",
    "lstrip",
    "partition",
    "removeprefix",
    "removesuffix",
    "rfind",
    "rindex",
    "rjust",
    "rpartition",
    "rsplit",
    "rstrip",
    "split",
    "splitlines",
    "startswith",
    "strip",
    "swapcase",
    "title",
    "upper",
    "zfill",
]
"""Methods of texts and bytes that lengthen nothing except by a given width."""
_WIDEST = 400


def _own(name: str) -> Callable[..., Any]:
    def call(holder: Any, *values: Any, **named: Any) -> Any:
        if not isinstance(holder, str | bytes | list):
            raise TypeError(name)
        if name in ("center", "ljust", "rjust", "zfill", "expandtabs") and any(
            isinstance(value, int) and value > _WIDEST for value in values
        ):
            raise ValueError(name)
        values = tuple(tuple(v) if isinstance(v, list) else v for v in values)
        made = getattr(holder, name)(*values, **named)
        return [*made] if isinstance(made, tuple) else made

    return call


def _joined(holder: Any, *given: Any, attribute: Any = None) -> Any:
    """`character.join(list)`; in Jinja also `list | join(character)`."""
    if isinstance(holder, bytes):
        return holder.join(given[0]) if sum(map(len, given[0])) <= MAX_TEXT else UNKNOWN
    items, separator = (given[0], holder) if isinstance(holder, str) and given else (holder, "")
    if not isinstance(holder, str) and given:
        separator = given[0]
    attribute = given[1] if len(given) > 1 else attribute
    if attribute is not None:  # what to take of each item
        items = [item.get(attribute, UNKNOWN) for item in items]
    pieces = [shown(item) for item in items]
    long = sum(map(len, pieces)) + len(separator) * len(pieces) > MAX_TEXT
    return UNKNOWN if long else separator.join(pieces)


def _replaced(holder: Any, old: Any, new: Any, *rest: Any, **named: Any) -> Any:
    if holder.count(old) * len(new) > MAX_TEXT:
        raise ValueError(old)
    return holder.replace(old, new, *rest[:1])


def _translated(holder: Any, table: Any, *rest: Any) -> Any:
    """`translate`, with a table of single characters or their numbers."""
    if isinstance(holder, bytes):
        raise TypeError(holder)
    known = {ord(k) if isinstance(k, str) else k: v for k, v in table.items()}
    if any(isinstance(value, str) and len(value) > 40 for value in known.values()):
        raise ValueError(table)
    return holder.translate(known)


def in_order(
    holder: Any, *rest: Any, key: Any = None, reverse: Any = False, attribute: Any = None
) -> list[Any]:
    """In order, by what a function or a name says of each."""
    if attribute:
        return sorted(holder, key=lambda item: item[attribute], reverse=bool(reverse))
    ordered = sorted(holder, key=key if callable(key) else None)
    return ordered[::-1] if reverse is True else ordered


def _sort(holder: list[Any], **named: Any) -> list[Any]:
    holder[:] = in_order(holder, **named)
    return holder


def _turn(holder: Any, *rest: Any) -> Any:
    """`list.reverse()`, which changes it; in Jinja `text | reverse`."""
    if isinstance(holder, list):
        holder.reverse()
        return holder
    return holder[::-1]


def _more(holder: list[Any], values: Any) -> list[Any]:
    if len(holder) + len(values) < MAX_TEXT:
        holder.extend(values)
    return holder


def _updated(holder: dict[Any, Any], *more: Any, **named: Any) -> dict[Any, Any]:
    for other in more:
        holder.update(other)
    holder.update(named)
    return holder


def _popped(holder: Any, *at: Any) -> Any:
    return holder.pop(*at) if isinstance(holder, list | dict) and holder else UNKNOWN


def _put(holder: list[Any], at: int, value: Any) -> list[Any]:
    if len(holder) < MAX_TEXT:
        holder.insert(at, value)
    return holder


def _rotated(holder: list[Any], by: int = 1) -> list[Any]:
    by %= len(holder)
    holder[:] = holder[-by:] + holder[:-by]
    return holder


def _bytes(holder: int, size: int = 1, order: str = "big", **named: Any) -> bytes:
    return holder.to_bytes(min(size, _WIDEST), named.get("byteorder", order))


def _group(match: patterns.Match, *which: Any) -> Any:
    """`match.group(1)` of a match as a list of its groups."""
    picked = [match.named[at] if isinstance(at, str) else match[at] for at in which or (0,)]
    return picked[0] if len(picked) == 1 else picked


METHODS: dict[str, Callable[..., Any]] = {
    **{name: _own(name) for name in _OWN},
    "join": _joined, "replace": _replaced, "translate": _translated, "format": formats.filled,
    "format_map": lambda h, known: formats.filled(h, **known),
    "substitute": formats.substituted, "safe_substitute": formats.substituted,
    "sort": _sort, "reverse": _turn, "append": lambda h, v: _more(h, [v]), "extend": _more, "insert": _put,
    "appendleft": lambda h, v: _put(h, 0, v), "popleft": lambda h: _popped(h, 0), "pop": _popped, "rotate": _rotated,
    "copy": lambda h: h.copy(), "update": _updated, "items": lambda h: [[k, v] for k, v in h.items()],
    "keys": lambda h: list(h), "values": lambda h: list(h.values()), "get": lambda h, k, d=UNKNOWN: h.get(k, d),
    "setdefault": lambda h, k, d=UNKNOWN: h.setdefault(k, d), "add": lambda h, v: _more(h, [v]), "write": lambda h, v: _more(h, [v]), "getvalue": lambda h: type(h[0])().join(h),
    "group": _group, "groups": lambda m: m[1:], "groupdict": lambda m: m.named, "to_bytes": _bytes, "bit_length": lambda n: n.bit_length(),
    "tobytes": lambda h: bytes(h), "sub": lambda p, new, text, *r: patterns.replaced(p, text, new),
    "findall": lambda p, text, *r: [_found(m) for m in patterns.every(p, text)],
    "finditer": lambda p, text, *r: [patterns.groups(m) for m in patterns.every(p, text)],
    **{how: lambda p, text, *r, how=how: patterns.groups(patterns.found(p, text, how)) for how in ("search", "match", "fullmatch")},
    "fromkeys": lambda keys, value=None: dict.fromkeys(keys, value), "maketrans": lambda *t: maketrans(*t),
    "__getitem__": lambda h, k: h[k], "__add__": lambda a, b: a + b, "__len__": len, "most_common": lambda h, n=None: h,
}  # fmt: skip
"""By name; what each works on comes first."""


def _found(match: object) -> Any:
    """What `findall` gives of a match: the groups, if there are any."""
    whole, *groups = patterns.groups(match)
    return whole if not groups else groups[0] if len(groups) == 1 else groups


def maketrans(first: Any, second: Any = "", gone: str = "") -> dict[Any, Any]:
    """`str.maketrans` of a map or of two texts."""
    if isinstance(first, dict):
        return first
    return {**dict(zip(first, second, strict=False)), **dict.fromkeys(gone, "")}


def flat(values: Any) -> list[Any]:
    """The items of all lists in a list, one after the other."""
    return [item for value in values for item in javascript_lists.items(value)]
