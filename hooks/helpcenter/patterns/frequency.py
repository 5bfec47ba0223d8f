"""How often a match of a pattern may begin in ordinary text.

Patterns that may begin seldom cost an automaton next to nothing, so many of them are read in one
pass; those that may begin at any word are not: what one of them has half read multiplies with
what the others have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import re2

from helpcenter.patterns.relaxed import tree
from helpcenter.patterns.signs import ONE, sign

_ORDINARY = (
    "Open the page, choose “Send money” and check the amount: fees of 1.5 % apply (see below).\n"
    "- 打开账单，选择要退款的交易，按提示提交；一般 3 个工作日内到账，请勿把验证码告诉任何人。\n"
    'def find(text: str, start=0) -> Iterator[Hit]:\n    return (h for h in seen["a_b"] if h)\n'
).encode()


@cache
def how_often(pattern: re.Pattern[str]) -> float:
    """The share of the signs of ordinary text at which a match may begin."""
    signs, _ = _first(list(tree(pattern)), pattern.flags)
    if not signs:
        return 1.0
    found = sum(1 for _ in re2.finditer("|".join(dict.fromkeys(signs)), _ORDINARY))
    return found / len(_ORDINARY.decode())


def _first(nodes: Sequence[Any], flags: int) -> tuple[list[str], bool]:
    """What a row of pieces may begin with, for RE2; and whether it may be empty."""
    signs: list[str] = []
    for name, value in nodes:
        more, empty = _piece(str(name), value, flags)
        signs += more
        if not empty:
            return signs, False
    return signs, True


def _piece(name: str, value: Any, flags: int) -> tuple[list[str], bool]:
    if name in ONE:
        return [sign(name, value, flags)], False
    if name == "BRANCH":
        return _any(_first(list(branch), flags) for branch in value[1])
    if name == "SUBPATTERN":
        return _first(list(value[3]), (flags | value[1]) & ~value[2])
    if name == "ATOMIC_GROUP":
        return _first(list(value), flags)
    if name.endswith("_REPEAT"):
        signs, empty = _first(list(value[2]), flags)
        return signs, empty or not value[0]
    return [], True


def _any(branches: Iterable[tuple[list[str], bool]]) -> tuple[list[str], bool]:
    found = list(branches)
    return [sign for signs, _ in found for sign in signs], any(empty for _, empty in found)
