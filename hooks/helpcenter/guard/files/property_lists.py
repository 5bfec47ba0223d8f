"""Binary property lists of Apple's programs: settings, bookmarks, profiles."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from itertools import islice

_MOST = 20_000


def strings(raw: bytes) -> str:
    """Each text of a binary property list, a line each."""
    return "\n".join(islice(_texts(plistlib.loads(raw, fmt=plistlib.FMT_BINARY), 20), _MOST))


def _texts(value: object, deep: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        yield value.decode("utf-8", "replace")
    elif isinstance(value, dict | list) and deep:
        for inner in value.items() if isinstance(value, dict) else value:
            yield from _texts(list(inner) if isinstance(inner, tuple) else inner, deep - 1)
