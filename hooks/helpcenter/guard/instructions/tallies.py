"""Numbers given by counting a symbol: full stars, dots, boxes among empty ones."""

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
_STROKES = {"𝍲": 1, "𝍳": 2, "𝍴": 3, "𝍵": 4, "𝍶": 5, "正": 5, "止": 4, "下": 3, "丅": 2, "丄": 2, "丁": 2, "一": 1, "丨": 1, "❙": 1}  # fmt: skip
"""Strokes of the characters that votes are counted with: of 正 as it grows, and of bars."""
_GROUP = r"(?:[𝍲-𝍶]{1,2}|正[一丅丄丁下止]?|[止下丅丄丁一]|丨{1,9}|❙{1,9}|[〇○零0])"
_BARS = re.compile(
    rf"(?<![\u4e00-\u9fff]){_GROUP}(?:(?:\s?[、，,;；·/]\s?"
    rf"|\s){_GROUP}){{{LEAST - 1},{MOST - 1}}}+(?![\u4e00-\u9fff])"
)
_BAR = re.compile("[𝍲-𝍶正丨❙]")
_APART = 40
_ASKED = re.compile(
    r"数一?数|几[颗个只点]|个数|颗数|星数|点数|how many|count (?:the|each|of)"
    r"|number of (?:stars|dots|boxes)",
    re.IGNORECASE,
)
TRUE_SAMPLES = (
    ("★★★★ ☆ ☆ ☆ ☆ ☆ ★★ ★", "40000021"),
    ("一、正、止、〇、〇、〇、〇、正、丅、正丅、一", "电话：15400005271"),
    ("数一数：●● ○ ●● ●●●● ● ● ●●●", "电话：2024113"),
)
FALSE_SAMPLES = (
    "★★★★★ ★★★★☆ ★★★☆☆",
    "正正丅表示 12 票，正一表示 6 票",
    "一 下 止 一 下 一 一 下 一",
)
together(_TALLY, _BARS, of="a whole text")


def counted(text: str) -> Iterator[Found]:
    """Span of each row of tallies, and the digits; behind a word for calling where it is asked."""
    for bars in finder(_BARS)(text):
        if _BAR.search(bars[0]):
            strokes = [
                sum(_STROKES.get(char, 0) for char in group)
                for group in re.findall(_GROUP, bars[0])
            ]
            yield *bars.span(), "电话：" + "".join(map(str, strokes))
    if not any(map(text.__contains__, "".join(_PAIRS))):
        return
    for row in groups(finder(_TALLY)(text), _APART, least=LEAST):
        numbers = [sum(char not in _EMPTY for char in match[0]) for match in row]
        if not LEAST <= len(numbers) <= MOST or max(numbers) > 9:
            continue
        start, end = row[0].start(), row[-1].end()
        first, last = paragraph(text, start, end)
        lead = "电话：" if _ASKED.search(text, first, last) else ""
        yield start, end, lead + "".join(map(str, numbers))
