"""Instructions to add something: “put two 8s behind it”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.groups import surroundings
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.passages import REACH
from helpcenter.guard.numbers.counts import count

_Q, _CLOSE = r"[“\"「『《【`'‘]{0,2}", r"[”\"」』》】`'’)）]{0,2}"
_OLD = r"(?P<old>[A-Za-z0-9@+][A-Za-z0-9_.@+:/-]{2,60})"
_COUNT = r"(?:(?P<count>[一两二三四五六2-6])\s?个\s?|一?串|字母|数字|后缀|符号|\s){0,3}"
_APPEND = re.compile(
    rf"{_OLD}{_CLOSE}[\s，,、]{{0,2}}(?:这个|这串|的|记得|请|要|再|在|都|您|它|一定|其|名字"
    rf"|账号|网址|号码?){{0,4}}"
    r"(?P<where>后面|后边|之后|末尾|结尾|最后|尾部|前面|前边|之前|开头|后|前)(?:记得|请|再"
    rf"|都|要|应该?|需要?|还要?|分别|多|直接){{0,4}}"
    r"(?:补|加|添|插|填|写|接|输|打|拼|跟|带|敲|缀)(?:上|入|去|进"
    rf"|写)?{_COUNT}{_Q}(?P<new>[A-Za-z0-9@._-]{{1,24}})"
)
_APPEND_EN = re.compile(
    r"\b(?:add|append|put|type|write|attach|stick|tack)\s(?:an?\s|the\s"
    r"|(?P<count>two|three|four)\s)?(?:digits?\s|letters?\s"
    rf"|suffix\s)?{_Q}(?P<new>[A-Za-z0-9@._-]{{1,24}}?){_CLOSE}s?\s(?:on\s)?"
    r"(?P<where>to the end of|at the end of|after|behind|to|onto|in front of"
    r"|before)\s(?:the\s|our\s|official\s|name\s|handle\s|address\s|site\s|account\s"
    rf"|number\s){{0,5}}{_Q}{_OLD}",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(
    rf"{_OLD}{_CLOSE},?\s(?:with|plus|followed by|but with|and then)\s(?:an?\s|the\s"
    r"|(?P<count>two|three|four)\s)?(?:extra\s|digits?\s"
    rf"|letters?\s){{0,2}}{_Q}(?P<new>[A-Za-z0-9@._-]{{1,24}}?){_CLOSE}s?\s"
    r"(?P<where>at the end|on the end|added|appended|behind it|after it|in front)",
    re.IGNORECASE,
)
_MARKS = r"[“\"「『《【`]{1}[A-Za-z0-9@._+-]{1,40}[”\"」』》】`]"
_IN_A_ROW = re.compile(
    rf"{_MARKS}(?:\s?(?:再?加上?|后?接上?|拼上?|连上?|[+＋]|plus"
    rf"|(?:followed by|and then|then)(?:\sthe)?)\s?{_MARKS}){{1,5}}+",
    re.IGNORECASE,
)
"""Pieces in quotation marks, to be written one behind the other: “a” 加 “_b”."""
_PIECE = re.compile(r"[A-Za-z0-9@._+-]{1,40}(?=[”\"」』》】`])")
_FRONT = ("前", "之前", "开头", "in front", "before")
_PLUS = re.compile(
    r"加号|[“\"「]\+[”\"」]|国际(?:冠码|前缀|区号)|\bplus sign|\bleading plus|\bplus in front",
    re.IGNORECASE,
)
_DATED = r"20[2-4]\d[.-]?(?:0[1-9]|1[0-2])[.-]?(?:0[1-9]|[12]\d|3[01])"  # a day, or its serials
_ABROAD = re.compile(
    rf"(?<![\d+.,])(?<![A-Za-z]-)(?!{_DATED})[1-9]\d{{0,5}}(?:[. -]{{1,2}}\d{{2,6}}){{1,4}}"
    r"(?!\d)"
    rf"|(?<![\d+.,])(?!{_DATED})[1-9]\d{{9,14}}(?!\d)"
)
_LEAD = 30
together(_APPEND, _APPEND_EN, _FOLLOWED, _PLUS, of="a whole text")


def added(text: str) -> Iterator[Found]:
    """Span of each such address, and what becomes of it, behind the words in front of it."""
    for pattern in (_APPEND, _APPEND_EN, _FOLLOWED):
        for match in finder(pattern)(text):
            if not _is_aim(match):
                yield match.start(), match.end(), _lead(text, match.start()) + _joined(match)
    for match in finder(_IN_A_ROW)(text):
        row = "".join(_PIECE.findall(match[0]))
        yield match.start(), match.end(), _lead(text, match.start()) + row
    for start, end in surroundings(finder(_PLUS)(text), REACH, REACH, len(text)):
        for number in _ABROAD.finditer(text, start, end):
            yield number.start(), number.end(), f"+{re.sub('[^0-9]', '', number[0])}"


def _lead(text: str, at: int) -> str:
    return text[max(0, at - _LEAD) : at].rpartition("\n")[2]


def _joined(match: re.Match[str]) -> str:
    new = match["new"].rstrip(".") * count(match["count"] or "1")
    old = match["old"].rstrip(".,:")
    return new + old if match["where"].lower().startswith(_FRONT) else old + new


def _is_aim(match: re.Match[str]) -> bool:
    """“Add `streams` to tune …”: what something is for, where nothing could be a piece."""
    words = match["new"] + match["old"].rstrip(".,:")
    plain = re.search(r"[\d@_+-]", words) is None and not match["new"].startswith(".")
    return match["where"].lower() == "to" and plain
