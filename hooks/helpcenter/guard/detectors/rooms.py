"""Accounts and rooms with their server: Matrix (`@name:host`, `#room:host`), the fediverse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.detectors.suffixes import top_level
from helpcenter.guard.matching.hits import Hit, Sample

_ROOM = re.compile(
    r"[@#!+](?<![\w@./]@)(?<![\w&])(?P<name>[a-z0-9_][\w.=-]{1,60})(?P<char>[:@])"
    r"(?P<host>(?:[a-z0-9-]{1,60}\.){1,4}[a-z]{2,12})(?![\w-])",
    re.ASCII | re.IGNORECASE,
)

TRUE_SAMPLES = (
    Sample("our room @desk:chat.test", ("matrix:@desk:chat.test",)),
    Sample("进群 #desk-1:chat.test", ("matrix:#desk-1:chat.test",)),
    Sample("关注 @desk@social.test", ("fediverse:@desk@social.test",)),
)
FALSE_SAMPLES = (
    Sample("a@b.test, a#b:c, @media, @types/node"),
    Sample("@desk: chat.test, @cache@app.route"),
)


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield the accounts and rooms of `text[start:end]`."""
    for match in _ROOM.finditer(text, start, end):
        if match["char"] == "@" and match[0][0] != "@":
            continue
        if match["host"].rpartition(".")[2].lower() not in top_level():
            continue  # a decorator behind another
        network = "matrix" if match["char"] == ":" else "fediverse"
        yield Hit("messenger", *match.span(), f"{network}:{match[0].lower()}", match.end())
