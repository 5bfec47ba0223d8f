"""Telephone numbers in the notations people write, read to E.164 by phonenumbers.

One cheap pattern finds runs of seven digits or more; the table then says which of them
are telephone numbers. libphonenumber's own matcher reports far too much in ordinary text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from helpcenter.guard.matching import canonical
from helpcenter.guard.matching.figures import is_in_row
from helpcenter.guard.matching.hits import Hit, Sample

_GAP = r"[ \u00a0\t.()（）\u2010-\u2015-]"
_RUN = re.compile(rf"\d(?:{_GAP}{{0,3}}+\d){{6,}}+")
_EDGE = r"(?<![A-Za-z\d])"
_CHINA = rf"(?:(?:\+|00)?86{_GAP}{{0,2}})?"


@dataclass(frozen=True, slots=True)
class Notation:
    """One way to write numbers."""

    name: str
    region: str | None
    """Country whose national form it is; None: the number carries its country code."""
    pattern: re.Pattern[str]


NOTATIONS: tuple[Notation, ...] = (
    Notation(
        "Chinese 400 and 800 service numbers",
        "CN",
        re.compile(
            rf"{_EDGE}{_CHINA}[(（]?[48]00{_GAP}{{0,3}}"
            rf"(?:\d{{3}}{_GAP}{{0,3}}\d{{4}}|\d{{4}}{_GAP}{{0,3}}\d{{3}}"
            rf"|\d{_GAP}{{0,3}}\d{{3}}{_GAP}{{0,3}}\d{{3}})"
            r"(?![A-Za-z\d])"
        ),
    ),
    Notation(
        "Chinese mobile",
        "CN",
        re.compile(
            rf"{_EDGE}{_CHINA}(?:[(（]0[)）]{_GAP}?)?1[3-9]\d(?:{_GAP}{{0,3}}\d{{4}}{_GAP}{{0,3}}"
            rf"\d{{4}}"
            r"|(?P<gap>[ -])\d{3}(?P=gap)\d{3}(?P=gap)\d{2}|(?P<two>[ -])\d{2}(?:(?P=two)\d{2}){3}"
            r"|(?P<five>[ -])\d{3}(?P=five)\d{5})(?![A-Za-z\d])"
        ),
    ),
    Notation(
        "international",
        None,
        re.compile(
            rf"{_EDGE}(?:\+|00(?=[1-9])){_GAP}?[1-9](?:{_GAP}{{0,3}}\d){{6,14}}"
            r"(?![A-Za-z\d])"
        ),
    ),
    Notation(
        "Chinese land line",
        "CN",
        re.compile(
            rf"{_EDGE}{_CHINA}(?!080[08])(?:[(（]0[1-9]\d{{1,2}}[)）]{_GAP}?"
            rf"|0[1-9]\d{{1,2}}{_GAP}{{1,2}})"
            rf"\d{{3,4}}{_GAP}?\d{{4}}(?![A-Za-z\d])"
        ),
    ),
    Notation(
        "British",
        "GB",
        re.compile(
            rf"{_EDGE}0(?:[1-9](?:\d{{3}}[ -]\d{{6}}|\d{{3}} \d{{3}} \d{{3}}|\d{{2}} \d{{3}} \d{{4}})"
            r"|80[08]-\d{3}-\d{3,4})(?![A-Za-z\d])"
        ),
    ),
    Notation(
        "Hong Kong and Macau",
        None,
        re.compile(rf"{_EDGE}(?:\+|00)?85[23]{_GAP}[2-9]\d{{3}}{_GAP}\d{{4}}(?![A-Za-z\d])"),
    ),
    Notation(
        "North American",
        "US",
        re.compile(
            rf"{_EDGE}(?:\+?1{_GAP})?(?:\([2-9]\d{{2}}\)[ -]?|[2-9]\d{{2}}[.-])"
            r"[2-9]\d{2}[.-]\d{4}(?![A-Za-z\d])"
        ),
    ),
)

TRUE_SAMPLES = (
    Sample("热线400-000-0199转人工", ("+864000000199",)),
    Sample("4000-000-199 或 (400)000-0199", ("+864000000199", "+864000000199")),
    Sample("(+86) 400 000 0199", ("+864000000199",)),
    Sample("手机：190-0000-0199，", ("+8619000000199",)),
    Sample("tel:+441632960123", ("+441632960123",)),
    Sample("+1 (202) 555-0123 ext. 8", ("+12025550123",)),
    Sample("0044 1632 960123", ("+441632960123",)),
    Sample("(202) 555-0123", ("+12025550123",)),
    Sample("UK 01632 960123", ("+441632960123",)),
    Sample("0808-157-0123 or 0808 157 0124", ("+448081570123", "+448081570124")),
    Sample("电话 010-0000 0199", ("+861000000199",)),
    Sample("q=call+400-000-0199+now", ("+864000000199",)),
)
FALSE_SAMPLES = (
    Sample("订单号：20240501123456789012"),
    Sample("SF1400000123456 与 OK-400-000-0001"),
    Sample("2024-05-01 10:20:30"),
    Sample("合计 4000000199 元"),
    Sample("IBAN GB00 0000 0000 0000 0000 00"),
    Sample("Reference 4000 0012 3456 7890 1234"),
    Sample("550e8400-e29b-41d4-a716-446655440000"),
    Sample("T+1234567890123456789"),
    Sample("Android 9.0.0+ (build 4000.007.105)"),
)

_BEFORE, _AFTER = 24, 12
"""Characters in front of a number and behind it that tell it from others."""
_BRIEF = 120
"""Characters of a run with its surroundings that is worth remembering."""
_CODE_BEFORE = re.compile(
    r"(?<![A-Za-z])(?!(?:tel|phone|call|fax|hotline)[-_/.]$)[A-Za-z\d]+[-_/.]$", re.IGNORECASE
)
_JOINTS = frozenset("-_/.\n")
"""How that ends: in a character, with or without a line end."""
_DIGITS_BEFORE = re.compile(rf"\d{_GAP}{{1,2}}$")
_LIST_NUMBER = re.compile(r"(?:^|[\n>|])[ \t>]*\d{1,2}[.)、][ \t]{1,3}$")
_DIGITS_AFTER = re.compile(r"[ -]\d{3,}(?![\d:：年月.])")
_UNIT_AFTER = re.compile(r"\s?(?:元|笔|人次|份|美元|港元|USD|CNY|HKD|%)")
_ORDER_BEFORE = re.compile(
    r"(?:(?:[订工运回保]单|流水|参考|凭证|交易|批次|终端|序列|合同|发票)号?"
    r"|单号|编号|商户号|受理号)[码为是]?[:： ]{0,3}$"
    r"|(?:order(?: (?:no\.?|number|ID))?|reference|ticket|invoice)[:： ]{0,3}$",
    re.IGNORECASE,
)


def is_part_of_code(before: str) -> bool:
    """`OK-400-000-0001`: letters or digits joined on in front, as in contract numbers."""
    return before[-1:] in _JOINTS and _CODE_BEFORE.search(before) is not None


def is_part_of_longer_number(before: str, found: str, after: str) -> bool:
    """More groups of digits on either side, as in card and account numbers."""
    if _DIGITS_BEFORE.search(before) and not _LIST_NUMBER.search(before):
        return not found.startswith("+")
    return _DIGITS_AFTER.match(after) is not None and " " in found


_BUILD_BEFORE = re.compile(
    r"(?:版本|构建号?|固件|(?<![a-z])(?:build|version|release|firmware|kernel|v))[\s:：]{0,3}$",
    re.IGNORECASE,
)


def is_build(before: str, found: str) -> bool:
    """`build 4000.007.105`: stops between the digits, behind a word for versions."""
    return re.fullmatch(r"\d+(?:\.\d+)+", found) is not None and bool(_BUILD_BEFORE.search(before))


def is_amount(after: str) -> bool:
    """A unit follows."""
    return _UNIT_AFTER.match(after) is not None


def is_order_number(before: str, found: str) -> bool:
    """Bare digits behind the word for a reference."""
    return found.isdigit() and _ORDER_BEFORE.search(before) is not None


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield the telephone numbers of `text[start:end]`."""
    for run in _RUN.finditer(text, start, end):
        first = max(start, run.start() - 3)
        low = max(0, first - _BEFORE)
        piece = text[low : run.end() + _AFTER]
        look = _remembered if len(piece) < _BRIEF else _in_run
        for at, last, number in look(piece, first - low, run.end() - low):
            yield Hit("phone", low + at, low + last, number)


def _in_run(text: str, start: int, end: int) -> tuple[tuple[int, int, str], ...]:
    """The numbers of one run with their places."""
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, int, str]] = []
    for notation in NOTATIONS:
        for match in notation.pattern.finditer(text, start, end):
            first, last = match.span()
            if text[last : last + 1].isalnum() and text[last : last + 1].isascii():
                continue
            if any(first < b and a < last for a, b in taken):
                continue
            if number := _number(text, match, notation):
                taken.append((first, last))
                found.append((first, last, number))
    return tuple(found)


_remembered = lru_cache(maxsize=4096)(_in_run)
"""The same, for the dates and numbers that stand in many places with the same words around."""


def _number(text: str, match: re.Match[str], notation: Notation) -> str:
    first, last = match.span()
    before, after = text[max(0, first - _BEFORE) : first], text[last : last + _AFTER]
    if (
        is_part_of_code(before)
        or is_part_of_longer_number(before, match[0], after)
        or is_amount(after)
        or (match[0].isdigit() and is_in_row(before, after))
        or is_build(before, match[0])
        or is_order_number(before, match[0])
    ):
        return ""
    number = match[0]
    if notation.name.startswith("Hong Kong") and not number.startswith(("+", "00")):
        number = f"+{number}"
    return canonical.phone(number, notation.region)
