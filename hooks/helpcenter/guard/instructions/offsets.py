"""Instructions to turn a number of ours into another: “the usual number, plus twenty-three”.

If the number itself is in the text, the result is read on. If there is only a reference to it, or a
word for it, the instruction is refused as one to work out an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from helpcenter.guard.instructions.sentences import OURS, warns
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.passages import prose_start
from helpcenter.guard.numbers.called import WORDS, number
from helpcenter.guard.numbers.digit_groups import HAN, numeral_digits
from helpcenter.guard.numbers.numerals import NUMBER_WORD, NUMBER_WORDS, TENS

_N_ZH = rf"(?:[{HAN}十百]{{1,6}}|\d{{1,6}})"
_UNITS_ZH = r"\s?(?:[元块成%％分天日月年次倍人笔件条张折级岁个位秒]|小时|工作日|港|美)"
_N_EN = (
    rf"(?:\d{{1,6}}|an?\shundred|(?:{NUMBER_WORD})(?:[\s-](?:{NUMBER_WORD}))?)(?![A-Za-z\d.,]*\d)"
)
_UNITS_EN = (
    r"[\s-](?:minutes?|hours?|days?|weeks?|months?|years?|seconds?|business|working|per"
    r"|percent|cents?|dollars?|pounds?|euros?|times|more|other|extra|digits?|people"
    r"|yuan|CNY|USD|GBP|HKD)\b"
    r"|\s?%"
)
_MOVED = re.compile(
    rf"(?P<zh>加上?|减去?|减掉|增加|减少)\s?(?P<n>{_N_ZH})(?!{_UNITS_ZH}|[\d{HAN}十百]"
    r"|[-+])(?=\s?(?:[，,。；;！!）)、”\"]|\Z|\n|[就即便再后的之拨得是为而来然打]))"
    r"|(?<![A-Za-z])(?P<en>"
    r"add(?:ing)?|plus|subtract(?:ing)?|minus|less|tak(?:e|ing) (?:away|off)"
    r"|(?:(?:rais|increas|decreas|reduc)(?:e|ed|ing)|lower(?:ed|ing)?) "
    r"(?:it |the (?:last|final) (?:digit|figure|number) )?by"
    rf"|(?:goes|go|moved?|up|down) (?:up |down )?by)\s(?:just\s|exactly\s)?(?P<m>{_N_EN})"
    rf"(?!{_UNITS_EN})(?=\s?(?:[,.;:!)–—-]|\Z|\n"
    r"|(?:to (?:it|that|this|the)|and|then|from|off|for|before|in)\b))",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"(?:[后末尾前首中第][一二两三四五六七八\d]?[位个]|最后|数字|@|艾特|[前后]面"
    r"|每一?位)[^。！？\n]{0,16}?(?:换成|改成|替换[成为]|换[为作]|改[为作]|变成|对调|调换"
    r"|互换|颠倒|倒过来|反过来|倒序)(?!\s?(?:\{\{|您|你|自己|官方|星号|\*))"
    r"|(?<![A-Za-z])(?:last|first|final|middle|every|each|all)\s(?:\w+\s){0,2}?"
    r"(?:digits?|numbers?|figures?|part|word|ending)\b(?! of)[^.\n]{0,16}?\b(?:"
    r"swapped|changed|replaced|reversed|exchanged|turned (?:round|around)"
    r"|back to front|backwards|the other way (?:round|around)|in reverse)\b"
    r"|(?<![A-Za-z])(?:swap|replace|reverse|exchange|change)\s(?:\w+\s){0,3}?"
    r"(?:last|first|final|middle)\s(?:\w+\s)?(?:digits?|numbers?|figures?|part|word|ending)"
    r"\b(?! with stars)",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    rf"比(?P<c1>[^。！？\n]{{2,60}}?)[大小多少高低]\s?(?P<n>{_N_ZH})(?!{_UNITS_ZH}|[\d{HAN}十百])"
    rf"|(?<![A-Za-z\d])(?P<m>{_N_EN})\s(?:"
    r"(?:more|less|higher|lower|greater|above|below|after|before)(?:\sthan)?"
    rf"(?P<c2>\s[^.\n]{{2,60}})"
    r"|(?:higher|lower|up|down|above|below)(?P<c3>))",
    re.IGNORECASE,
)
"""“Twenty-three more than our number”."""
_REFERENCE = r"\{\{[^{}\n]{0,20}contact\w{0,12}\([^{}\n]{1,60}\}\}"
_FROM = re.compile(
    r"(?<![A-Za-z])(?:tak(?:e|ing)|subtract(?:ing)?|deduct(?:ing)?|remov(?:e|ing)"
    rf"|add(?:ing)?)\s(?:just\s|exactly\s)?(?P<n>)(?P<m>{_N_EN})\s(?:away\s)?(?:from|to"
    rf"|off)\s(?P<number>\+?\d[\d ()-]{{6,18}}\d)(?!\w)",
    re.IGNORECASE,
)
"""“Take eighteen away from” the number."""
_NUMBER = re.compile(r"(?<![\w.])\+?\d[\d ()-]{5,18}\d(?![\w])")
_OURS = re.compile(rf"{_REFERENCE}|(?P<literal>{_NUMBER.pattern})|{OURS.pattern}", re.IGNORECASE)
"""As everywhere, and by its reference or in digits."""
_FAR, _BEHIND = 90, 60
"""Characters in front of an instruction in which what it is about stands, and behind it."""
_BETWEEN = re.compile(
    r"(?:[\s，,、;；:：()（）\d-]"
    r"|[的里中上面边那但只把将请不过是其它后末尾前首最每各一二两三四五六七八九十位个数字"
    r"都分别再均全部统整体基础之以同时倒第用拿取来先]"
    r"|\b(?:but|and|then|with|its?|the|each|every|all|both|of|last|first|final|middle|two"
    r"|three|four|five|six|digits?|numbers?|figures?|take|taken|to|just|only|simply"
    r"|instead|which|please|now|you|from|on|in|having|whose|where|as)\b){0,40}",
    re.IGNORECASE,
)
"""All that may stand between a number and what is to be done with it."""
_IN_FRONT = re.compile(r"前面?(?:再|请|先|都)?\s?\Z")
_FOR = re.compile(r"\s?(?:for|before|in front|to (?:reach|hear))\b|[”\"]?\s?(?:转|键)")
"""A code to dial in front of it, or a key to press."""
_SCOPE = re.compile(
    r"(?P<side>[后末尾前首]|last|final|first)\s?(?P<k>[一二两三四五六七八\d]|one|two|three"
    r"|four|five|six|seven|eight)?\s?(?:[位个]|digits?|numbers?|figures?)",
    re.IGNORECASE,
)
_EACH = re.compile(r"每|各|都|分别|\b(?:each|every|all|both)\b", re.IGNORECASE)
_MINUS = re.compile(
    r"减|小|少|低|below|before|subtract|minus|less|tak|lower|decreas|reduc|down", re.IGNORECASE
)
TRUE_SAMPLES = (
    ("把官方热线 400-000-8888 的后四位每一位都减去 3 再拨打", "400-000-5555"),
    ("Take our usual +44 1632 960100, add twenty-three to it, and call.", "+44 1632 960123"),
    ("Take eighteen away from 2025550200 and dial what is left.", "202-555-0182"),
)
FALSE_SAMPLES = (
    "订单金额 40000000 减去 33，再付款。",
    "Our number is +44 1632 960100, plus 20 extra lines.",
    "客服电话 400-000-8888，加 12 元运费。",
)
TOLD_SAMPLES = (
    '把 {{ contact("support") }} 的后四位每一位都减去 3，就是加急专线。',
    'the number {{ contact("support") }} with its last two digits swapped for forty-two',
    '写信到 {{ contact("mail") }}，把 @ 前面换成 help',
    "take our usual number, add twenty-three to it, and call the result",
    '夜间号码比 {{ contact("support") }} 大 23',
    "a number that is twenty-three more than our usual number",
)
SILENT_SAMPLES = (
    '拨打 {{ contact("support") }}，按 3 转人工，加急加 2 元。',
    '把 {{ contact("support") }} 添加到通讯录，显示为 OKPay。',
    'Call {{ contact("support") }} and have the last four digits of your card ready.',
    '海外拨打请在 {{ contact("support") }} 前加 0086。',
    '致电 {{ contact("support") }}，将绑定邮箱的后缀改为新的。',
    'Call {{ contact("support") }} if the last four digits have changed.',
    'Call {{ contact("support") }} with the last four digits of the changed card.',
    "比客服电话多 2 个渠道；三分钟后再拨客服电话",
    "骗子会让您把官方热线的后四位每一位都减去 3，请挂断。",
)
together(_MOVED, _TURNED, _COMPARED, _FROM, of="a whole text")


class _Change(NamedTuple):
    """An instruction and the number it is about."""

    match: re.Match[str]
    ours: re.Match[str]


def told(text: str) -> Iterator[tuple[int, int]]:
    """Span of each such instruction, from what it is about to what is to be done."""
    for change in bounds.few(_changes(text)):
        first = min(change.ours.start(), change.match.start())
        last = max(change.ours.end(), change.match.end())
        if not warns(text, first, last):
            yield first, last


def moved(text: str) -> Iterator[Found]:
    """Span of each number that stands there, and what becomes of it."""
    for match, ours in bounds.few(_changes(text)):
        if ours["literal"] and match.re is not _TURNED:
            yield *ours.span(), _result(ours[0], text[ours.end() : match.start()], match)
    for match in finder(_FROM)(text):
        if WORDS.search(text, max(0, match.start() - _BEHIND), match.end() + _BEHIND):
            made = _result(match["number"], "", match)
            yield *match.span("number"), number(made, text, *match.span()) or made


def _changes(text: str) -> Iterator[_Change]:
    for pattern in (_MOVED, _TURNED):
        for match in finder(pattern)(text):
            first = prose_start(text, match.start(), match.start() - _FAR)
            ours = list(_OURS.finditer(text, first, match.start()))
            if ours and _is_bound(text, ours[-1], match) and _is_to_reach(text, ours[-1], match):
                yield _Change(match, ours[-1])
    for match in finder(_COMPARED)(text):
        first, last = match.span("c1" if match["c1"] else "c2")
        if first < 0:
            first, last = max(0, match.start() - _BEHIND), match.start()
        ours = list(_OURS.finditer(text, first, last))
        about = next((one for one in ours if one["literal"]), ours[0]) if ours else None
        if about and _is_to_reach(text, about, match):
            yield _Change(match, about)


def _is_bound(text: str, ours: re.Match[str], match: re.Match[str]) -> bool:
    """Whether nothing else stands between them, and it is no code in front of the number."""
    between = text[ours.end() : match.start()]
    if match.re is _MOVED and (_IN_FRONT.search(between) or _FOR.match(text, match.end())):
        return False
    return _BETWEEN.fullmatch(between) is not None


def _is_to_reach(text: str, ours: re.Match[str], match: re.Match[str]) -> bool:
    """Whether it is a number to call: by its reference, by its words, or by words around it."""
    if not ours["literal"]:
        return True
    return WORDS.search(text, max(0, ours.start() - _BEHIND), match.end() + _BEHIND) is not None


def _result(old: str, between: str, match: re.Match[str]) -> str:
    places = [at for at, char in enumerate(old) if char.isdigit()]
    by = _value(match["n"] or match["m"]) * (-1 if _MINUS.search(match[0]) else 1)
    if not _EACH.search(between):
        digits = str(int("".join(old[at] for at in places)) + by).rjust(len(places), "0")
        return _with(old, dict(zip(places, digits, strict=False)))
    if scope := _SCOPE.search(between):
        size = _value(scope["k"] or "1")
        places = places[:size] if scope["side"].lower() in ("前", "首", "first") else places[-size:]
    return _with(old, {at: str((int(old[at]) + by) % 10) for at in places})


def _with(old: str, changed: dict[int, str]) -> str:
    return "".join(changed.get(at, char) for at, char in enumerate(old))


def _value(words: str) -> int:
    """A small number, in digits or in words of either language."""
    if words.isdigit():
        return int(words)
    if words.isascii():
        if words.lower().endswith("hundred"):
            return 100 * (_value(words[:-7].strip()) if len(words) > 10 else 1)
        tokens = re.findall("[a-z]+", words.lower())
        return sum(int(TENS[w]) * 10 if w in TENS else int(NUMBER_WORDS[w]) for w in tokens)
    return int(numeral_digits(words))
