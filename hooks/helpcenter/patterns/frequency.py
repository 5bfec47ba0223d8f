"""Estimates how often a match of a pattern may begin in ordinary text.

Patterns whose matches begin rarely cost an automaton next to nothing, so many of them are searched
in one pass. Patterns that may begin at any word do not combine: their half-read states multiply.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import re2

from helpcenter.patterns.beginnings import first
from helpcenter.patterns.characters import ONE, character
from helpcenter.patterns.relaxed import tree

_ORDINARY = (
    "Open the page, choose “Send money” and check the amount: fees of 1.5 % apply (see below).\n"
    "- 打开账单，选择要退款的交易，按提示提交；一般 3 个工作日内到账，请勿把验证码告诉任何人。\n"
    'def find(text: str, start=0) -> Iterator[Hit]:\n    return (h for h in seen["a_b"] if h)\n'
).encode()


@cache
def how_often(pattern: re.Pattern[str]) -> float:
    """The share of the characters of ordinary text at which a match may begin."""
    characters, _ = first(list(tree(pattern)), pattern.flags, _for_re2)
    if not characters:
        return 1.0
    found = sum(1 for _ in re2.finditer("|".join(dict.fromkeys(characters)), _ORDINARY))
    return found / len(_ORDINARY.decode())


def _for_re2(name: str, value: Any, flags: int) -> list[str] | None:
    return [character(name, value, flags)] if name in ONE else None
