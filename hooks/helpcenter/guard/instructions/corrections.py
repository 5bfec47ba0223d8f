"""Instructions to change a number: “the last digit is 5, not 8”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.fold import HAN_TO_ASCII
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.passages import paragraph
from helpcenter.guard.numbers.counts import COUNTS, count

_DIGIT = re.compile(
    r"(?P<side>第|最后|末|倒数第|the last|the first|last|first"
    r"|final)\s?(?P<rank>[一二三四五六七八九十\d]?)\s?(?:个?位(?:数字?)?|个?数字?"
    r"|digit)\s?(?:\d\s?)?"
    r"(?:should be |is |应该?|要|请|都)?\s?(?:(?P<add>加|减|plus|minus|加上)|换成|改成|改为"
    r"|是|为|换为|to|into|replaced by|changed to"
    r"|changes to)\s?(?P<new>[\d一二三四五六七八九])",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?P<side>最后|末尾?|后|尾数?|前|开头|头|last|final"
    r"|first)\s?(?P<size>[一二两三四五六七八\d]|two|three|four|five|six|seven"
    r"|eight)\s?(?:个?位(?:数字?)?|个?数字?|个?号码?|码|digits?|numbers?)\s?"
    r"(?:都|请|要|应该?|现在|now|are|is|should be|must be|instead|现|已|全部)?\s?(?:改拨打?"
    r"|改成|改为|改|换成|换为|换|变成|变为|拨打?|输入|按|打|是|为|换作|→|->|with|to|by"
    r"|becomes?|now|replaced (?:by|with)|changed? to|dial|="
    r"|[:：])\s?[“\"「]?(?P<new>\d{2,8}(?!\d)|[零〇洞幺一二三四五六七八九拐勾]{2,8})",
    re.IGNORECASE,
)
"""“The last four digits are now 1234”."""
_NUMBER = re.compile(r"\+?\d[\d -]{5,18}\d")
together(_DIGIT, _TAIL, of="a whole text")


def corrected(text: str) -> Iterator[Found]:
    """Span of each such number, and what becomes of it."""
    yield from _digits(text)
    yield from _tails(text)


def _numbers_around(match: re.Match[str]) -> list[re.Match[str]]:
    """The numbers in the paragraph of an instruction, in front of it and behind."""
    text = match.string
    start, end = paragraph(text, match.start(), match.end())
    before = _NUMBER.finditer(text, start, match.start())
    return [*before, *_NUMBER.finditer(text, match.end(), end)]


def _tails(text: str) -> Iterator[Found]:
    """The number beside “the last four digits are …”, so changed."""
    for match in bounds.few(finder(_TAIL)(text)):
        size = count(match["size"])
        if size != len(match["new"]):
            continue
        numbers = _numbers_around(match)
        for number in numbers[-2:]:
            old = number[0]
            places = [at for at, c in enumerate(old) if c.isdigit()]
            front = match["side"].lower() in ("前", "开头", "头", "first")
            chosen = places[:size] if front else places[-size:]
            new = match["new"].translate(HAN_TO_ASCII)
            changed = dict(zip(chosen, new, strict=False))
            yield (
                number.start(),
                number.end(),
                "".join(changed.get(at, c) for at, c in enumerate(old)),
            )


def _digits(text: str) -> Iterator[Found]:
    """“The last digit is 5, not 8”: the number before it, so changed."""
    for match in bounds.few(finder(_DIGIT)(text)):
        numbers = _numbers_around(match)
        places = [at for at, c in enumerate(numbers[-1][0]) if c.isdigit()] if numbers else []
        rank = count(match["rank"] or "1")
        side = match["side"].lower()
        index = -rank if side in ("最后", "末", "倒数第", "the last", "last", "final") else rank - 1
        if not places or not -len(places) <= index < len(places):
            continue
        old, at = numbers[-1][0], places[index]
        new = str(COUNTS.get(match["new"], match["new"]))
        if match["add"]:
            sign = -1 if match["add"] in ("减", "minus") else 1
            new = str((int(old[at]) + sign * int(new)) % 10)
        yield numbers[-1].start(), numbers[-1].end(), old[:at] + new + old[at + 1 :]
