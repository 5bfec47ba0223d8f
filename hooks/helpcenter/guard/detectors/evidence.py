"""What stands around a name, for the detectors that weigh all of it instead of asking for a phrase."""

from __future__ import annotations

import re
from functools import cache

from helpcenter.guard.detectors import mentions, networks, slang

_LETTER = re.compile("[A-Za-z]")
_CUT_OFF, _CUT_SHORT = re.compile(r"\A[A-Za-z]+"), re.compile(r"[A-Za-z]+\Z")
"""Half words, which may be a messenger's: `ig` of “big”."""
_CAPITAL = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z]{3,12}(?![A-Za-z])")
_PAYS = re.compile(
    r"(?:微信|QQ|LINE|支付宝|WeChat|WhatsApp|京东)\s?(?:支付|[Pp]ay\b|钱包|付款|收款|零钱)"
)
"""Ways to pay that are called after a messenger."""


def around(text: str, span: tuple[int, int], reach: tuple[int, int]) -> tuple[str, str]:
    """What stands in front of a piece of text and behind it, in its paragraph, in whole words.

    Args:
        text: the text.
        span: where the piece begins and ends.
        reach: characters that are read in front of it and behind it, at most.
    """
    first, last = span
    begin, end = max(0, first - reach[0]), last + reach[1]
    before, behind = text[begin:first], text[last:end]
    if begin and _LETTER.match(text, begin - 1):
        before = _CUT_OFF.sub("", before)
    if _LETTER.match(text, end):
        behind = _CUT_SHORT.sub("", behind)
    return before.rpartition("\n\n")[2], behind.partition("\n\n")[0]


def nearest(words: str, *, last: bool) -> str:
    """The messenger or network that is named in a few words; empty for none.

    `last`: the last of several, else the first.
    """
    at = -1 if last else 0
    words = _PAYS.sub("", words)
    if found := mentions.words_in(words, 0, len(words)):
        return found[at][0].platform
    if named := [w[0] for w in networks.WORDS.finditer(words) if not mentions.is_part(words, w)]:
        return networks.name_of(named[at])
    if called := _called().findall(words.lower()):
        return slang.ENGLISH[called[at]]
    named = [word.lower() for word in _CAPITAL.findall(words) if networks.is_name(word.lower())]
    return named[at] if named else ""


@cache
def _called() -> re.Pattern[str]:
    phrases = sorted(slang.ENGLISH, key=len, reverse=True)
    return re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, phrases))})(?![a-z])")
