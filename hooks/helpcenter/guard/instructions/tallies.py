"""Numbers told by how many of a symbol stand there: full stars, dots, boxes among empty ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.groups import groups
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.number_shapes import LEAST, MOST
from helpcenter.guard.matching.passages import paragraph

_PAIRS = ("★⭐☆", "●⚫○", "■⬛□⬜", "◆◇", "▲△", "♥♡", "▮▯", "🟢⚪", "✔✘", "✅❌")
_EMPTY = frozenset("☆○□⬜◇△♡▯⚪✘❌")
_TALLY = re.compile("|".join(f"[{pair}]{{1,10}}" for pair in _PAIRS))
_APART = 40
_ASKED = re.compile(
    r"数一?数|几[颗个只点]|个数|颗数|星数|点数|how many|count (?:the|each|of)|number of (?:stars|dots|boxes)",
    re.IGNORECASE,
)
TRUE_SAMPLES = (
    ("★★★★ ☆ ☆ ☆ ☆ ☆ ★★ ★", "40000021"),
    ("数一数：●● ○ ●● ●●●● ● ● ●●●", "电话：2024113"),
)
FALSE_SAMPLES = ("★★★★★ ★★★★☆ ★★★☆☆",)
together(_TALLY, of="a whole text")


def counted(text: str) -> Iterator[Found]:
    """Span of each row of tallies, and the digits; behind a word for calling where it is asked."""
    if not any(map(text.__contains__, "".join(_PAIRS))):
        return
    for row in groups(finder(_TALLY)(text), _APART, least=LEAST):
        numbers = [sum(sign not in _EMPTY for sign in match[0]) for match in row]
        if not LEAST <= len(numbers) <= MOST or max(numbers) > 9:
            continue
        start, end = row[0].start(), row[-1].end()
        first, last = paragraph(text, start, end)
        lead = "电话：" if _ASKED.search(text, first, last) else ""
        yield start, end, lead + "".join(map(str, numbers))
