"""Numbers whose groups stand about in tables, tabs, lists and sentences: all that speaks for one counts.

`=== "号码开头"` over `154 0000`, `=== "号码结尾"` over `6634`; a table whose last column is to be read
downwards. Some word says that pieces are to be put in order, another that somebody is called; the
groups around them must make a whole number, in the order in which they stand or in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise, permutations

from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.groups import surroundings
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.number_shapes import SHAPES, SURE, grouped
from helpcenter.guard.numbers.called import OTHERS, WORDS, is_counting
from helpcenter.guard.numbers.digit_groups import GROUP, PLURAL, REPEATED, digits

_ORDER = re.compile(
    r"依次|依序|次序|[顺順]序|[从從由自][上下左右前后後首尾](?:[往至到而]|面往)"
    r"|[连連][起成着著]|[拼接][起成在]"
    r"|[开開][头頭]|打[头頭]|起[头頭首]|居中|[当當正][间間中]|中[间間段]|[压壓收]尾|[结結]尾"
    r"|末[尾了]|尾[号號数數巴]"
    r"|[前中后後][段半截]|[前后後][三四五六七][位码個个]|[跟接补補][上着著]|[号號][头頭]|一路"
    r"|[顺順挨][着著个個]|逐[个個一]|第[一二三][段组組行格列]"
    r"|\b(?:columns?|downwards?|upwards?|(?:from )?(?:top|bottom|left|right) to \w+"
    r"|in (?:turn|(?:that|this|the same) order)|one after (?:the other|another)|followed by"
    r"|strung together"
    r"|string (?:them|these) together|join(?:ed)? (?:up|together)|put (?:them |these )?together"
    r"|area|exchange|prefix|suffix|(?:first|second|last|other) (?:half|part|piece)"
    r"|(?:opens|starts|begins|ends|finishes|closes) (?:with|in|on))\b",
    re.IGNORECASE,
)
"""What says where a piece of a number belongs, or that pieces are to be put together."""
_CALLED = re.compile(
    rf"{WORDS.pattern}|门[号號]|門號|[号號][头頭]|[的条條那]线(?=[，,。的])", re.IGNORECASE
)
_PIECE = re.compile(rf"{REPEATED.pattern}|{PLURAL}|{GROUP}", re.IGNORECASE)
_BOUND = re.compile(r"\d(?:[:：]|\s?[–—~～至到]\s?)\d")
"""What makes a group a part of a time of day or of a range."""
_FIGURE = re.compile(r"\d(?:\d|[:：])")
_OF = re.compile(
    rf"{OTHERS.pattern}|工单|[工號号]单|范围|\b(?:tickets?|ranges?|cases?|queue)\b", re.IGNORECASE
)
_BACK, _ON, _APART, _AROUND = 200, 200, 90, 90
"""Characters in front of a word for order and behind it in which the groups stand; from one group
to the next; around them in which somebody is called."""
_LEAD = 16
"""Characters in front of the first group that say what it is of."""
_BESIDE = 4
"""Characters between groups that stand right beside each other."""
_MOST, _FEWEST, _LARGEST = 400, 2, 4
"""Words for order in one text that are looked at, and groups that make a number."""
_WHOLE = 10
"""Digits of a number that stands there in full already."""
TRUE_SAMPLES = (
    ('=== "号码开头"\n\n    154 0000\n\n=== "号码结尾"\n\n    6634', "电话：154-0000-6634"),
    ("新專線請由下往上抄：\n\n- 8251\n- 零零零零\n- 154", "电话：154-0000-8251"),
    ("Read the column downwards; that line answers.\n\n| A | 202 |\n| B | 555 |\n| C | 0152 |", "电话：202-555-0152"),
)  # fmt: skip
FALSE_SAMPLES = (
    "单笔、单日、单月限额依次为 154 元、5000 元、2719 元，可电话查询。",
    "客服电话的服务时间：从上往下看，09:00–12:00、13:30–18:00。",
    "The columns are 202, 555 and 0152 orders; call us about an order.",
    "Tickets are read in that order at the desk: 0202–0555, 0556–0960.",
    "| 09:00 | 154 | 98 |\n| 12:00 | 400 | 310 |\n| 15:00 | 86 | 77 |\n\n从左往右看，数字小的容易接通人工。",
    "手机号开头 138，尾号 8000。",
)
together(_ORDER, of="a whole text")


def told(text: str) -> Iterator[Found]:
    """Span of each such number, from its first group to its last, and the number."""
    return bounds.few(_told(text))


def _told(text: str) -> Iterator[Found]:
    words = bounds.few(finder(_ORDER)(text), _MOST)
    for first, last in surroundings(words, _BACK, _ON, len(text)):
        pieces = [m for m in _PIECE.finditer(text, first, last) if not _is_bound(text, m)]
        taken = -1
        for at in range(len(pieces)):
            near = pieces[at : at + _LARGEST]
            row = next(_rows(text, near), None) if pieces[at].start() > taken else None
            if row and not _is_among(pieces, at, len(row[0])):
                taken = row[0][-1].end()
                yield row[0][0].start(), taken, f"电话：{row[1]}"


def _rows(text: str, pieces: list[re.Match[str]]) -> Iterator[tuple[list[re.Match[str]], str]]:
    """The groups that begin with the first of some and make a number, and the number."""
    for size in range(_LARGEST, _FEWEST - 1, -1):
        row = pieces[:size]
        if len(row) == size and _are_near(text, row) and (number := _number(text, row)):
            yield row, number


def _number(text: str, row: list[re.Match[str]]) -> str:
    """The number that groups make in some order; empty for none."""
    groups = [digits(piece[0]) for piece in row]
    if not all(2 <= len(group) < _WHOLE for group in groups):
        return ""
    for order, exact in _orders(groups):
        if (number := _whole(order, exact=exact)) and _is_called(text, row):
            return number
    return ""


def _orders(groups: list[str]) -> Iterator[tuple[Sequence[str], bool]]:
    """As they stand, backwards, and in any other order, where only usual groups make a number."""
    yield from ((groups, False), (groups[::-1], False))
    yield from ((order, True) for order in permutations(groups))


def _whole(groups: Sequence[str], *, exact: bool) -> str:
    """The number in its usual groups, which the given ones are or hold whole; empty for none.

    Smaller ones are believed of numbers beyond doubt alone: tables are full of figures.
    """
    told, ends = "".join(groups), set(accumulate(map(len, groups)))
    for shape, sizes in SHAPES if not is_counting(told) else ():
        usual = set(accumulate(sizes))
        fits = (
            ends == usual if exact else ends <= usual or ((shape, sizes) in SURE and ends >= usual)
        )
        if fits and sum(sizes) == len(told) and re.fullmatch(shape, told):
            return grouped(told, sizes)
    return ""


def _is_called(text: str, row: list[re.Match[str]]) -> bool:
    """Whether somebody is called around the groups, and they are of nothing else."""
    first, last = max(0, row[0].start() - _AROUND), row[-1].end() + _AROUND
    if _OF.search(text, max(0, row[0].start() - _LEAD), row[-1].end() + 8):
        return False
    return _CALLED.search(text, first, last) is not None


def _are_near(text: str, row: list[re.Match[str]]) -> bool:
    """Whether no group is far from the next, and no other figure stands between."""
    gaps = [(a.end(), b.start()) for a, b in pairwise(row)]
    return all(b - a <= _APART and not _FIGURE.search(text, a, b) for a, b in gaps)


def _is_among(pieces: list[re.Match[str]], at: int, size: int) -> bool:
    """Whether further groups stand right beside some: a table of figures, not a number."""
    first, last = pieces[at].start(), pieces[at + size - 1].end()
    before = at > 0 and first - pieces[at - 1].end() <= _BESIDE
    return before or (at + size < len(pieces) and pieces[at + size].start() - last <= _BESIDE)


def _is_bound(text: str, piece: re.Match[str]) -> bool:
    """Whether a group is a part of a time of day or of a range."""
    around = text[max(0, piece.start() - 4) : piece.end() + 4]
    return _BOUND.search(around) is not None
