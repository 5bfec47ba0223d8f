"""Parses the selectors of a style sheet, as far as they are supported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.markup.selectors import Compound, Condition, Selector

_SIMPLE = re.compile(
    r"(?P<tag>^(?:[\w-]|\\.)+)|\.(?P<cls>(?:[\w-]|\\.)+)|#(?P<id>(?:[\w-]|\\.)+)"
    r"|\[\s*+(?P<attr>[\w-]++)\s*+"
    r"(?:(?P<how>[~|^$*]?=)\s*+[\"']?(?P<value>[^\]\"']*+)[\"']?[^\]]*+)?\]"
    r"|:(?P<pseudo>:?[\w-]++)(?:\((?P<inner>(?:[^()]|\((?:[^()]|\([^()]*+\))*+\))*+)\))?"
)
_ELEMENT = re.compile(r"[>+~]?(?:[\w\\.#\[:*&-])")
_PAINTED = frozenset({"before", "after", "marker", "first-line", "first-letter", "placeholder"})
_MOST_PARTS, _MOST_DEEP, _MOST_LISTED, _LONGEST = 8, 3, 40, 500
"""Bounds of one selector and of what stands in its brackets, of lists, and in characters."""


def selectors(text: str, deep: int = 0) -> Iterator[Selector]:
    """The selectors of a list, as far as they can be read."""
    for one in _listed(text)[:_MOST_LISTED]:
        parts = _parts(one.rpartition(";")[2])[-_MOST_PARTS:] if len(one) < _LONGEST else []
        read = [_compound(part, deep) for part in parts]
        if read and all(map(_ELEMENT.match, parts)):
            yield Selector(tuple(compound for compound, _ in read), read[-1][1])


def _listed(text: str) -> list[str]:
    """A list cut at its commas; those in brackets are not its own."""
    parts, depth, last = [], 0, 0
    for at, char in enumerate(text):
        depth += (char in "([") - (char in ")]")
        if char == "," and depth <= 0:
            parts.append(text[last:at])
            last = at + 1
    return [*parts, text[last:]]


def _parts(text: str) -> list[str]:
    """A selector cut where one element's part ends; each begins with how it is joined, if told."""
    parts, depth = [""], 0
    for char in text.strip():
        depth += (char in "([") - (char in ")]")
        if depth > 0 or char not in " \t\r\n>+~":
            parts[-1] += char
        elif char in ">+~":
            parts.append(char)
        elif parts[-1] not in (">", "+", "~"):
            parts.append("")
    return [part for part in parts if part]


def _compound(part: str, deep: int) -> tuple[Compound, str]:
    joint = part[0] if part[0] in ">+~" else " "
    tag = identifier = pseudo = ""
    classes, attributes, conditions = set(), [], []
    for match in _SIMPLE.finditer(part.lstrip(">+~")):
        if match["pseudo"]:
            name = match["pseudo"].lower()
            plain = name.lstrip(":")
            if plain in _PAINTED:
                pseudo = plain
            elif deep < _MOST_DEEP:
                inner = match["inner"] or ""
                choices = () if "nth" in name else tuple(selectors(inner, deep + 1))
                conditions.append(Condition(plain, inner, choices))
        elif match["attr"]:
            attributes.append((match["attr"].lower(), match["how"] or "", match["value"] or ""))
        elif match["cls"]:
            classes.add(match["cls"])
        else:
            tag, identifier = (match["tag"] or tag).lower(), match["id"] or identifier
    compound = Compound(
        joint, tag, identifier, frozenset(classes), tuple(attributes), tuple(conditions)
    )
    return compound, pseudo
