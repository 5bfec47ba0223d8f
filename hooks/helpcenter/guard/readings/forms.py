"""Addresses given by a template of names, `账号@域名.后缀`, with the values in a table or list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.groups import groups
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.readings.tables import Cell, every
from helpcenter.patterns.words import one_of

_LIKELY = re.compile(
    r"[\u4e00-\u9fff}>」】）)\]]\s?(?:@|://)\s?[\u4e00-\u9fff{<「【（(\[]|[A-Za-z]@[A-Za-z]"
    r"|[\u4e00-\u9fff][.-][\u4e00-\u9fff]{1,8}[.-][\u4e00-\u9fff]"
)
"""What any form holds: a symbol of an address between two names."""
_KEYED = re.compile(
    r"(?:^|\n)[ \t>]{0,6}(?:[-*+][ \t]{1,3}"
    r"|\d{1,2}[.)][ \t]{1,3})?[*_`]{0,2}(?P<name>[^\n:：=|*_`]{1,14}?)[*_`]{0,2}[ \t]?[:：=]"
    r"[ \t]?[*_`]{0,2}(?P<value>[A-Za-z0-9@._+-]{1,40})[*_`]{0,2}[ \t]*(?=\r?\n"
    r"|\Z)"
)
_VALUE = re.compile(r"[\w@.+:/-]{1,60}", re.ASCII)
_OPEN, _CLOSE = r"[{<「【（(\[“\"`]?", r"[}>」】）)\]”\"`]?"
_SYMBOL = r"\s?(?:@|://|[._/+-])\s?"
_REACH = 400
"""Symbols around the values in which the form may stand."""
_MOST = 8
"""Names of one form."""
TRUE_SAMPLES = (
    ("写法：账号@域名.后缀\n\n| 账号 | 域名 | 后缀 |\n|---|---|---|\n| kf | a | test |\n", "kf@a.test"),
    ("{user}@{site}.test\n\n- user: kf\n- site: a\n", "kf@a.test"),
    ("拨 号段-局号-尾号：\n\n| 尾号 | 号段 | 局号 |\n|---|---|---|\n| 1234 | 154 | 0000 |\n", "154-0000-1234"),
)  # fmt: skip
FALSE_SAMPLES = (
    "写法：日期_序号\n\n| 金额 | 序号 |\n|---|---|\n| 20261124 | 01 |\n",
    "用户-平台关系\n\n- 手续费：2\n- 限额：1000\n",
)
together(_LIKELY, of="a whole text")


def filled(text: str, path: str) -> Iterator[Found]:
    """Span of the values, and the form with each name replaced by what stands under it."""
    return bounds.few(_filled(text, path))


def _filled(text: str, path: str) -> Iterator[Found]:
    if next(finder(_LIKELY)(text), None) is None:
        return
    for heads, rows in every(text, path):
        for row in rows:
            yield from _of(text, dict(zip((held for _, held in heads), row, strict=False)))
    for keyed in groups(finder(_KEYED)(text), 60, least=2):
        yield from _of(text, {m["name"].strip(): (m.start(), m["value"]) for m in keyed})


def _of(text: str, cells: Mapping[str, Cell]) -> Iterator[Found]:
    known = {name: cell for name, cell in cells.items() if name and _VALUE.fullmatch(cell[1])}
    if not 1 < len(known) <= _MOST:
        return
    start, end = min(at for at, _ in known.values()), max(at + len(v) for at, v in known.values())
    name = one_of(known)
    part = rf"{_OPEN}(?:{name}|(?<=\.)[a-z]{{2,12}}){_CLOSE}"
    form = re.compile(rf"{_OPEN}(?:{name}){_CLOSE}(?:{_SYMBOL}{part}){{1,6}}")
    for match in form.finditer(text, max(0, start - _REACH), min(len(text), end + _REACH)):
        told = re.sub(name, lambda one: known[one[0]][1], match[0])
        yield start, end, re.sub(r"[^\w@.+:/-]", "", told)
