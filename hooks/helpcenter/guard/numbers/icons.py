"""Icons that show a digit, a letter or a symbol, by their names in common icon sets."""

from __future__ import annotations

import re

from helpcenter.guard.matching.found import Row

_ICON = re.compile(
    r":(?:material|fontawesome|octicons|simple|mdi|fa|bi|tabler|lucide"
    r"|regional)[-/_](?:"
    r"(?:solid|regular|brands|numeric|number|alpha|letter|circle|square|hexagon|box"
    r"|indicator|roman|nf)[-_]){0,4}"
    r"(?P<char>\d|[a-z](?=[-:])|at(?=[-:])"
    r"|minus(?=[-:]))(?:"
    r"-(?:\d\d|box|circle|outline|multiple|square|fill|solid|variant|thick|medium"
    r"|small|hexagon)){0,4}:\s?"
)


_KEY = re.compile(r"(?<![A-Za-z0-9_.-])(?:num|numpad|kp)[-_]?(?P<char>\d)(?![\w.-])\s?")


def _of_icon(match: re.Match[str]) -> str:
    return {"at": "@", "minus": "-"}.get(match["char"], match["char"])


ROWS: tuple[Row, ...] = (
    ("icons of signs", _ICON, _of_icon, (":material-numeric-4-circle::fontawesome-solid-0:", "40"), ":material-cog:", (":",)),
    ("icons of keys", _KEY, lambda m: m["char"], ("num4 num0", "40"), "num-lock, enum4", ("num", "kp")),
)  # fmt: skip
"""Name, pattern, what stands for a match, a text and what it becomes, a text that stays, needs."""
