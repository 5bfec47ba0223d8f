"""What a text tells the reader to add: “put two 8s behind it”, “starts with …, ends in …”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.instructions.corrections import around, end_of_paragraph
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.needed import finder

Found = tuple[int, int, str]
_Q, _CLOSE = r"[“\"「『《【`'‘]{0,2}", r"[”\"」』》】`'’)）]{0,2}"
_OLD = r"(?P<old>[A-Za-z0-9@+][A-Za-z0-9_.@+:/-]{2,60})"
_COUNT = r"(?:(?P<count>[一两二三四五六2-6])\s?个\s?|一?串|字母|数字|后缀|符号|\s){0,3}"
_APPEND = re.compile(
    rf"{_OLD}{_CLOSE}[\s，,、]{{0,2}}(?:这个|这串|的|记得|请|要|再|在|都|您|它|一定|其|名字|账号|网址|号码?){{0,4}}"
    rf"(?P<where>后面|后边|之后|末尾|结尾|最后|尾部|前面|前边|之前|开头|后|前)(?:记得|请|再|都|要|应该?|需要?|还要?|分别|多|直接){{0,4}}"
    rf"(?:补|加|添|插|填|写|接|输|打|拼|跟|带|敲|缀)(?:上|入|去|进|写)?{_COUNT}{_Q}(?P<new>[A-Za-z0-9@._-]{{1,24}})"
)
_APPEND_EN = re.compile(
    rf"\b(?:add|append|put|type|write|attach|stick|tack)\s(?:an?\s|the\s|(?P<count>two|three|four)\s)?(?:digits?\s|letters?\s|suffix\s)?{_Q}(?P<new>[A-Za-z0-9@._-]{{1,24}}?){_CLOSE}s?\s(?:on\s)?"
    rf"(?P<where>to the end of|at the end of|after|behind|to|onto|in front of|before)\s(?:the\s|our\s|official\s|name\s|handle\s|address\s|site\s|account\s|number\s){{0,5}}{_Q}{_OLD}",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(
    rf"{_OLD}{_CLOSE},?\s(?:with|plus|followed by|but with|and then)\s(?:an?\s|the\s|(?P<count>two|three|four)\s)?(?:extra\s|digits?\s|letters?\s){{0,2}}{_Q}(?P<new>[A-Za-z0-9@._-]{{1,24}}?){_CLOSE}s?\s"
    r"(?P<where>at the end|on the end|added|appended|behind it|after it|in front)",
    re.IGNORECASE,
)
_MARKS = r"[“\"「『《【`]{1}[A-Za-z0-9@._+-]{1,40}[”\"」』》】`]"
_IN_A_ROW = re.compile(
    rf"{_MARKS}(?:\s?(?:再?加上?|后?接上?|拼上?|连上?|[+＋]|plus|(?:followed by|and then|then)(?:\sthe)?)\s?{_MARKS}){{1,5}}+",
    re.IGNORECASE,
)
"""Pieces in quotation marks, to be written one behind the other: “a” 加 “_b”."""
_PIECE = re.compile(r"[A-Za-z0-9@._+-]{1,40}(?=[”\"」』》】`])")
_COUNTS = {
    "一": 1,
    "两": 2,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "two": 2,
    "three": 3,
    "four": 4,
}
_FRONT = ("前", "之前", "开头", "in front", "before")
_PLUS = re.compile(
    r"(?:加号|[“\"「]\+[”\"」]|国际(?:冠码|前缀|区号)|\bplus sign|\bleading plus|\bplus in front)",
    re.IGNORECASE,
)
_ABROAD = re.compile(
    r"(?<![\d+.,])[1-9]\d{0,5}(?:[. -]{1,2}\d{2,6}){1,4}(?!\d)|(?<![\d+.,])[1-9]\d{9,14}(?!\d)"
)
_STARTS = re.compile(
    r"(?P<a>\+?\d(?:[ -]?\d){2,9})\s?(?:开头|打头|起头|起首|为首|开始)[^\d\n]{0,16}?(?:尾数|尾号|末尾|后[一二三四五六两]位|后[2-6]位|以)[^\d\n]{0,6}(?P<b>\d(?:[ -]?\d){1,7})"
    r"|(?:starts?|starting|begins?|beginning)\s(?:with|in)\s(?P<c>\+?\d(?:[ -]?\d){2,9})[^\d\n]{1,24}?(?:end|last)[^\d\n]{0,16}(?P<d>\d(?:[ -]?\d){1,7})",
    re.IGNORECASE,
)
_CARD = re.compile(r"[卡账]|\bcards?\b|\baccounts?\b", re.IGNORECASE)
_LEAD = 30
together(_APPEND, _APPEND_EN, _FOLLOWED, _PLUS, _STARTS, of="a whole text")


def added(text: str) -> Iterator[Found]:
    """Span of each such address, and what becomes of it, behind the words in front of it."""
    for pattern in (_APPEND, _APPEND_EN, _FOLLOWED):
        for match in finder(pattern)(text):
            if not _is_aim(match):
                yield match.start(), match.end(), _lead(text, match.start()) + _joined(match)
    for match in finder(_IN_A_ROW)(text):
        row = "".join(_PIECE.findall(match[0]))
        yield match.start(), match.end(), _lead(text, match.start()) + row
    for start, end in _beside_a_plus(text):
        for number in _ABROAD.finditer(text, start, end):
            yield number.start(), number.end(), f"+{re.sub('[^0-9]', '', number[0])}"
    for match in finder(_STARTS)(text):
        yield from _of_ends(text, match)


def _beside_a_plus(text: str) -> Iterator[tuple[int, int]]:
    """The surroundings of each word for a plus; those that overlap are one."""
    first = last = -1
    for cue in finder(_PLUS)(text):
        if cue.start() <= last:
            last = max(last, end_of_paragraph(text, cue.end()))
            continue
        if last >= 0:
            yield first, last
        first, last = around(text, cue.start(), cue.end())
    if last >= 0:
        yield first, last


def _lead(text: str, at: int) -> str:
    return text[max(0, at - _LEAD) : at].rpartition("\n")[2]


def _joined(match: re.Match[str]) -> str:
    count = match["count"] or "1"
    new = match["new"].rstrip(".") * (_COUNTS.get(count.lower()) or int(count))
    old = match["old"].rstrip(".,:")
    return new + old if match["where"].lower().startswith(_FRONT) else old + new


def _is_aim(match: re.Match[str]) -> bool:
    """“Add `streams` to tune …”: what something is for, where nothing could be a piece."""
    words = match["new"] + match["old"].rstrip(".,:")
    plain = re.search(r"[\d@_+-]", words) is None and not match["new"].startswith(".")
    return match["where"].lower() == "to" and plain


def _of_ends(text: str, match: re.Match[str]) -> Iterator[Found]:
    """A number of which both ends are told; of a card they are told to hide the rest."""
    first, last = match["a"] or match["c"], match["b"] or match["d"]
    if _CARD.search(text, max(0, match.start() - 12), match.end() + 8):
        return
    yield match.start(), match.end(), f"{first}-{last}"
    if not first.startswith("+") and first[0] != "0":
        yield match.start(), match.end(), f"+{first}-{last}"
