"""Matches the selectors of a style sheet with the elements of a tree.

Pseudo-classes that depend on what a reader does (`:hover`, `:target`) count as true, since the
reader may do it; so do unknown ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

_STEP = re.compile(r"(?P<tag>-?\d*n|odd|even)?\s*+(?P<shift>[+-]?\s*+\d++)?")
_NEIGHBOURS, _WITHIN = 60, 400
"""Elements beside and in one that are looked at."""


class Element(Protocol):
    """What selectors need of an element."""

    tag: str
    given: dict[str, str]
    place: int
    """From 1, among the elements of its parent."""

    @property
    def above(self) -> Element | None:
        """The element around."""

    @property
    def inside(self) -> Sequence[Element]:
        """The elements in it, in order."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is in it."""


class Condition(NamedTuple):
    """A pseudo-class with what stands in its brackets."""

    name: str
    inner: str
    choices: tuple[Selector, ...]


class Compound(NamedTuple):
    """One element's part of a selector."""

    joint: str
    """How it stands to the part before: a blank, `>`, `+` or `~`."""
    tag: str
    identifier: str
    classes: frozenset[str]
    attributes: tuple[tuple[str, str, str], ...]
    conditions: tuple[Condition, ...]

    def fits(self, element: Element) -> bool:
        """Whether an element is meant."""
        given = element.given
        if self.tag and self.tag != element.tag:
            return False
        if self.identifier and self.identifier != given.get("id"):
            return False
        if self.classes and not self.classes <= set(given.get("class", "").split()):
            return False
        return all(_has(given, *wanted) for wanted in self.attributes) and all(
            _holds(condition, element) for condition in self.conditions
        )


class Selector(NamedTuple):
    """A whole selector, and the pseudo-element that it paints."""

    parts: tuple[Compound, ...]
    pseudo: str

    @property
    def weight(self) -> tuple[int, int, int]:
        """Which of two rules counts: identifiers, then classes and the like, then names."""
        ids = sum(bool(part.identifier) for part in self.parts)
        classes = sum(
            len(part.classes) + len(part.attributes) + len(part.conditions) for part in self.parts
        )
        return ids, classes, sum(bool(part.tag) for part in self.parts)

    def fits(self, element: Element) -> bool:
        """Whether an element is chosen; of several ways up the nearest is taken."""
        if not self.parts[-1].fits(element):
            return False
        at: Element | None = element
        for part, after in zip(self.parts[-2::-1], self.parts[:0:-1], strict=True):
            at = next((one for one in _towards(at, after.joint) if part.fits(one)), None)
            if at is None:
                return False
        return True


def _towards(element: Element | None, joint: str) -> Iterator[Element]:
    above = element.above if element else None
    if element is None or above is None:
        return
    if joint in "+~":
        before = above.inside[max(element.place - 1 - _NEIGHBOURS, 0) : element.place - 1]
        yield from reversed(before[-1:] if joint == "+" else before)
    elif joint == ">":
        yield above
    else:
        while above is not None:
            yield above
            above = above.above


def _has(given: dict[str, str], name: str, how: str, value: str) -> bool:
    held = given.get(name)
    if held is None or not how:
        return held is not None
    kinds = {"=": held == value, "~=": value in held.split(), "^=": held.startswith(value)}
    kinds |= {"$=": held.endswith(value), "*=": value in held}
    return kinds.get(how, held.partition("-")[0] == value)


def _holds(condition: Condition, element: Element) -> bool:
    name, above = condition.name, element.above
    siblings = above.inside if above else [element]
    if name in ("is", "where", "matches", "any", "slotted"):
        return any(choice.fits(element) for choice in condition.choices)
    if name == "not":
        return not any(choice.fits(element) for choice in condition.choices)
    if name == "has":
        within = _below(element) if condition.choices else []
        return any(choice.fits(one) for choice in condition.choices for one in within)
    if name == "part":
        return condition.inner in element.given.get("part", "").split()
    if name in ("host", "host-context"):
        return any(one.tag == "template" for one in element.inside)
    if name == "empty":
        return element.is_empty
    if name.endswith("of-type"):
        siblings = [one for one in siblings if one.tag == element.tag][:_WITHIN]
        at = next((n for n, one in enumerate(siblings, 1) if one is element), _WITHIN)
    else:
        at = element.place
    return _counted(name, condition.inner, at, len(siblings))


def _counted(name: str, inner: str, at: int, size: int) -> bool:
    """Whether an element at a place among so many is meant."""
    sort = name.removesuffix("-of-type").removesuffix("-child")
    if sort == name:
        return True
    from_end = size - at + 1
    if sort == "only":
        return size == 1
    if sort in ("first", "last"):
        return (at if sort == "first" else from_end) == 1
    return _nth(inner, from_end if "last" in sort else at)


def _nth(formula: str, at: int) -> bool:
    """Whether `at` is one of `an+b`."""
    step = _STEP.match(formula.partition(" of ")[0].strip().lower())
    word, shift = (step["tag"] or "", step["shift"] or "0") if step else ("", "0")
    base = int(re.sub(r"\s", "", shift))
    if word in ("odd", "even"):
        return at % 2 == (word == "odd")
    if not word:
        return at == base
    factor = {"n": "1", "-n": "-1"}.get(word, word[:-1])
    rest = at - base
    return rest == 0 if int(factor) == 0 else rest % int(factor) == 0 and rest // int(factor) >= 0


def _below(element: Element) -> list[Element]:
    """The elements in an element, so many and no more."""
    found, at = [*element.inside], 0
    while at < len(found) < _WITHIN:
        found += found[at].inside
        at += 1
    return found[:_WITHIN]
