"""Numbers written in words: Chinese numerals and English number words."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = "零〇 一壹 二两贰俩 三叁 四肆 五伍 六陆 七柒 八捌 九玖"
ZH_DIGITS = {c: value for value, forms in enumerate(_DIGITS.split()) for c in forms}
ZH_UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
ZH_GROUPS = {"万": 10**4, "亿": 10**8}
_OLD = {"廿": "二十", "卅": "三十"}
_ZH_FIGURES = "".join(ZH_DIGITS)
_ZH_CHARACTERS = "".join((*ZH_DIGITS, *ZH_UNITS, *ZH_GROUPS, *_OLD))
ZH_NUMERAL = f"[{_ZH_CHARACTERS}]+(?:点[{_ZH_FIGURES}]+[百千万亿]?(?![{_ZH_CHARACTERS}点]))?"
"""With a fraction, as in 一点五亿."""
_ESTIMATE = re.compile(f"([{_ZH_FIGURES}])([{_ZH_FIGURES}])")
_SHORTENED = re.compile(f"[百千万亿佰仟]([{_ZH_FIGURES}])$")

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_MORE = "sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
EN_SMALL = {w: n for n, w in enumerate(f"{_ONES} {_MORE}".split(), 1)}
EN_TENS = {w: n * 10 for n, w in enumerate(_TENS.split(), 2)}
EN_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_WORD = "|".join(sorted((*EN_SMALL, *EN_TENS, *EN_SCALES), key=len, reverse=True))
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
    total = group = digit = 0
    for character in text:
        if character in ZH_DIGITS:
            digit = ZH_DIGITS[character]
        elif character in ZH_UNITS:
            group += (digit or 1) * ZH_UNITS[character]
            digit = 0
        else:
            total = (total + (group + digit or 1)) * ZH_GROUPS[character]
            group = digit = 0
    if short := _SHORTENED.search(text):  # 一万五 is 15,000
        scale = ZH_UNITS.get(text[-2]) or ZH_GROUPS[text[-2]]
        digit = ZH_DIGITS[short[1]] * scale // 10
    return Decimal(total + group + digit)


def english(text: str) -> Decimal:
    """The value of English number words such as `twenty-four` or `two hundred and five`."""
    total = group = 0
    for word in re.split(r"[ -]| and ", text.lower()):
        if word in EN_SCALES and EN_SCALES[word] == 100:
            group = (group or 1) * 100
        elif word in EN_SCALES:
            total += (group or 1) * EN_SCALES[word]
            group = 0
        else:
            group += EN_SMALL.get(word) or EN_TENS.get(word, 0)
    return Decimal(total + group)
