"""Values of unquoted text in YAML.

YAML 1.2 core schema, narrowed: `true`/`false` only (so `yes`, `no`, `on` stay text), decimal
numbers stay exact, a number with a sign or leading zero stays text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

_PLAIN: tuple[tuple[re.Pattern[str], Callable[[str], Any]], ...] = (
    (re.compile(r"|~|null"), lambda text: None),
    (re.compile(r"true|false"), lambda text: text == "true"),
    (re.compile(r"-?(?:0|[1-9][0-9]{0,17})"), int),
    (re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}"), Decimal),
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), date.fromisoformat),
    (
        re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{5,8}(?:Z|[+-][0-9]{2}:[0-9]{2})?"),
        datetime.fromisoformat,
    ),
)
"""Plain scalars that are not text; the first pattern that matches decides."""


def scalar(text: str) -> Any:
    """Value of a plain (unquoted) scalar; what looks like a date but is none stays text."""
    for pattern, convert in _PLAIN:
        if pattern.fullmatch(text):
            try:
                return convert(text)
            except ValueError:
                return text
    return text
