"""Prevents line breaks within a number, a range, a date, or an amount and its unit.

Browsers break after an en dash, at the space of `48 小时`, and between any two Chinese
characters, so on a phone `9:00–` may stand on one line and `21:00` on the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLOCK = r"[0-9]{1,2}:[0-9]{2}"
_FIGURE = r"[0-9](?:[0-9,.]*[0-9])?"
_MONTH = "[A-Z][a-z]{2,8}"
_WHOLE = re.compile(
    "|".join(
        (
            f"{_CLOCK}(?:–{_CLOCK})?",  # 9:00–21:00
            f"[0-9]{{4}}年[0-9]{{1,2}}月[0-9]{{1,2}}日起?|[0-9]{{1,2}} {_MONTH} [0-9]{{4}}",
            "周[一二三四五六日]至周[一二三四五六日]|[A-Z][a-z]{2}–[A-Z][a-z]{2}",
            # 48 小时, 1,000.00 港元, HK$3.00, 2.5%, 3 business days
            f"[A-Z]{{0,3}}[$€£¥]?{_FIGURE}%?(?: (?:[\u4e00-\u9fff]{{1,6}}|(?:business )?[a-z]+))?",
        )
    )
)


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """A shown value in order, cut into parts, each with whether it must stay on one line."""
    last = 0
    for match in _WHOLE.finditer(text):
        if last < match.start():
            yield text[last : match.start()], False
        yield match[0], True
        last = match.end()
    if last < len(text):
        yield text[last:], False
