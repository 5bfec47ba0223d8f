"""Numbers written in words: Chinese numerals and English number words."""

from __future__ import annotations

import re
from decimal import Decimal

from helpcenter import numerals
from helpcenter.numerals import EN_SCALES, EN_SMALL, EN_TENS, ZH_DIGITS, ZH_GROUPS, ZH_UNITS
from helpcenter.patterns.words import one_of

_OLD = {"廿": "二十", "卅": "三十"}
_ZH_FIGURES = "".join(ZH_DIGITS)
_ZH_CHARACTERS = "".join((*ZH_DIGITS, *ZH_UNITS, *ZH_GROUPS, *_OLD))
ZH_NUMERAL = f"[{_ZH_CHARACTERS}]+(?:点[{_ZH_FIGURES}]+[百千万亿]?(?![{_ZH_CHARACTERS}点]))?"
"""With a fraction, as in 一点五亿."""
_ESTIMATE = re.compile(f"([{_ZH_FIGURES}])([{_ZH_FIGURES}])")
_WORD = one_of((*EN_SMALL, *EN_TENS, *EN_SCALES))
EN_NUMERAL = rf"(?:{_WORD})(?:(?:[ -]| and )(?:{_WORD}))*"


def chinese(text: str) -> list[Decimal]:
    """The value of a Chinese numeral; two of them for an estimate such as 两三 or 三四十."""
    for old, new in _OLD.items():
        text = text.replace(old, new)
    whole, _, fraction = text.partition("点")
    if fraction:
        scale = ZH_UNITS.get(fraction[-1]) or ZH_GROUPS.get(fraction[-1]) or 1
        digits = "".join(str(ZH_DIGITS[c]) for c in fraction if c in ZH_DIGITS)
        return [(_whole(whole) + Decimal(f"0.{digits}")) * scale]
    spelled = all(c in ZH_DIGITS for c in text)
    if spelled and len(text) > 2:  # figure by figure, as in 二〇二六
        return [Decimal("".join(str(ZH_DIGITS[c]) for c in text))]
    if "零" not in text and "〇" not in text and (pair := _ESTIMATE.search(text)):
        before, after = text[: pair.start()], text[pair.end() :]
        return [_whole(before + one + after) for one in pair.groups()]
    return [_whole(text)]


def _whole(text: str) -> Decimal:
    return Decimal(numerals.chinese(text))


def english(text: str) -> Decimal:
    """The value of English number words such as `twenty-four` or `two hundred and five`."""
    return Decimal(numerals.english(text))
