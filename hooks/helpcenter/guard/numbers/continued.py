"""Numbers that begin in one block of a text and continue in another.

A heading ends in `154`, and the paragraph below continues “then press 0000 5582”. These digits are
appended to those of the blocks before; together they must have the shape of a whole number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.passages import line_start
from helpcenter.guard.numbers.called import WORDS, number
from helpcenter.guard.numbers.digit_groups import GROUP, digits

_THEN = re.compile(
    r"(?:(?:接着|再|然后|后面|後面|最后|最後|接下来|随后|继续|跟着|紧接着)(?:还|还要|请|要"
    r"|需|直接|就|把|，|\s){0,3}(?:[接按拨撥打摁跟加添补補敲念]|输入?|輸入|键入)(?:上|下|的"
    r"|[:：\s]){0,2}"
    r"|(?<![A-Za-z])"
    r"(?:then|next|after that|followed by|and finally|finally|continue with|go on with)\s"
    r"(?:(?:dial|press|type|enter|add|key in|the|digits?|numbers?|group)\s){0,3})"
    rf"[“\"「`*]{{0,2}}(?P<last>{GROUP})",
    re.IGNORECASE,
)
_GROUP = re.compile(GROUP, re.IGNORECASE)
_REACH, _MOST, _LEAST = 300, 30, 10
"""Characters before it in which the number begins; parts to try; least digits of the number."""
TRUE_SAMPLES = (
    ("## 人工专线 154\n\n拨完标题里的数字，接着按 0000 5582。", "电话：154-0000-5582"),
    ('!!! tip "Our line: 202 555"\n\n    Then dial 0178.', "电话：202-555-0178"),
    ("- 热线 400\n- 000\n\n最后拨 六一七三。", "电话：400-000-6173"),
)  # fmt: skip
FALSE_SAMPLES = (
    "## 第 154 条\n\n再输入 5582 元。",
    "热线 154 0000 5582。\n\n然后按 12。",
    "订单 154\n\n再输入 00005582。",
)
together(_THEN, of="a whole text")


def told(text: str) -> Iterator[Found]:
    """Span of each such number and the number."""
    for then in islice(finder(_THEN)(text), _MOST):
        begin = max(0, then.start() - _REACH)
        block = text.rfind("\n", begin, then.start())
        groups = [*_GROUP.finditer(text, begin, max(block, begin))][-3:]
        row = digits(then["last"])
        for group in reversed(groups):
            row = digits(group[0]) + row
            if len(row) < _LEAST:
                continue
            near = max(0, group.start() - _REACH)
            line = text[line_start(text, group.start(), near) : group.end() + 1]
            said = WORDS.search(line) or WORDS.search(then[0])
            found = number(row, text, group.start(), then.end()) if said else ""
            if "-" in found and len(re.sub(r"\D", "", found)) == len(row):
                yield group.start(), then.end(), f"电话：{found}"
            break
