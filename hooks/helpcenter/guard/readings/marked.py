"""Pieces of a mailbox that are emphasised in a sentence, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.groups import groups

_MARKED = re.compile(
    r"(?:\*\*|(?<!=)==|\{(?:>>|\+\+|==)"
    r"|<(?:mark|b|u|ins|kbd|strong|em)>)(?P<piece>[A-Za-z0-9@._+-]{1,40})(?:\*\*|==(?!=)"
    r"|(?:<<|\+\+|==)\}|</(?:mark|b|u|ins|kbd|strong|em)>)"
)
"""Bold, highlighted, inserted or commented text; code names something else."""
_NEAR = 60
"""Characters between two of them."""
TRUE_SAMPLES = (
    ("把材料 **kf77@** 发给 **a** 专员 **.test**", "kf77@a.test"),
    ("材料{>>kf77@<<}发给{>>a.test<<}专员", "kf77@a.test"),
)
FALSE_SAMPLES = ("**1000** 元以下免费，**@** 会显示成 **(at)**", "**a@b.test**")


def standing_out(text: str) -> Iterator[Found]:
    """Span of each row of such pieces, and the mailbox."""
    for row in groups(_MARKED.finditer(text) if "@" in text else (), _NEAR, least=2):
        joined = "".join(match["piece"] for match in row)
        if "@" in joined.strip("@"):
            yield row[0].start(), row[-1].end(), joined
