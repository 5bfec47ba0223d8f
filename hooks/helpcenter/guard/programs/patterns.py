"""Regular expressions of programs, run by RE2 in linear time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import re2

_MOST = 500
"""Matches of one pattern in one text."""
_LONGEST = 400
_PLACE = re.compile(r"\$(?:(\d)|<(\w+)>|(&))|\\(?:(\d)|g<(\w+)>)")


class Pattern(str):
    """The body of a regular expression."""


class Match(list[str]):
    """What a pattern found: the whole, and the groups by their numbers."""

    named: dict[str, str]
    """The groups that have names."""


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> Any:
    """The pattern for RE2.

    Raises:
        ValueError: it is too long, or RE2 does not have what it asks for.
    """
    if len(pattern) > _LONGEST:
        raise ValueError(pattern)
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 20
    named = re.sub(r"\(\?<(?=[A-Za-z_])", "(?P<", pattern)
    try:
        return re2.compile(named, options)
    except re2.error as error:
        raise ValueError(pattern) from error


def found(pattern: str, text: str, how: str = "search") -> Any:
    """A match of RE2's, or None; `how` is `search`, `match` or `fullmatch`."""
    return getattr(_compiled(pattern), how)(text)


def every(pattern: str, text: str) -> Iterator[Any]:
    """The matches, so many and no more."""
    for number, match in enumerate(_compiled(pattern).finditer(text)):
        if number >= _MOST:
            return
        yield match


def groups(match: Any) -> Match:
    """The whole match and its groups, as a list of a program; empty when nothing was found."""
    made = Match() if match is None else Match([match[0], *(g or "" for g in match.groups())])
    made.named = {} if match is None else {n: g or "" for n, g in match.groupdict().items()}
    return made


def replaced(pattern: str, text: str, new: str | Callable[..., Any]) -> str:
    """The text with every match replaced; groups are named as in JavaScript or as in Python."""
    parts, done = [], 0
    for match in every(pattern, text):
        given = new(groups(match)) if callable(new) else _filled(new, match)
        parts += [text[done : match.start()], given]
        done = match.end()
    return "".join([*parts, text[done:]])


def split(pattern: str, text: str) -> list[str]:
    """The text between the matches."""
    parts, done = [], 0
    for match in every(pattern, text):
        if match.end() > match.start():
            parts.append(text[done : match.start()])
            done = match.end()
    return [*parts, text[done:]]


def _filled(new: str, match: Any) -> str:
    def group(place: re.Match[str]) -> str:
        if place[3]:
            return str(match[0])
        name = place[1] or place[2] or place[4] or place[5]
        try:
            return str(match[int(name) if name.isdigit() else name] or "")
        except (IndexError, KeyError):
            return place[0]

    return _PLACE.sub(group, new) if "$" in new or "\\" in new else new
