"""A new end for a number of ours, however that is worded: “the UK line, only it ends in 355 now”.

A line or a number is meant, its end is spoken of with digits for it, and something is said to stay
or to change. All three beside each other are told, in any order of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.instructions.sentences import warns
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.numbers.called import OTHERS
from helpcenter.guard.numbers.digit_groups import HAN
from helpcenter.guard.numbers.numerals import SPOKEN_WORD

_DIGITS = (
    rf"(?:\d{{1,4}}(?![\d:%]|[.,]\d|\s?[元年月日次个位笔])|[{HAN}]{{1,4}}(?![{HAN}位个年月日次元])"
    rf"|(?<![A-Za-z])(?:{SPOKEN_WORD})(?:(?:\s|-"
    rf"|\sand\s)(?:a\s)?(?:{SPOKEN_WORD})){{0,3}}(?![A-Za-z]))"
)
_END = re.compile(
    r"(?:尾[号號数數巴]|末[尾了]|[最结結][后後末尾]|[后後末尾][一二两兩三四1-4][个個]?[位码碼]"
    r"|收尾)"
    rf"(?:[两兩一二三四][个個位])?(?P<zh>[^。！？\n{HAN}\d]{{0,10}}{_DIGITS})"
    rf"|(?<![A-Za-z])(?:ends?|ending|finish(?:es)?|clos(?:es|ing)) (?:in|with|on) (?P<en>{_DIGITS})"
    r"|(?<![A-Za-z])(?:last|final|closing) (?:(?:two|three|four|pair|couple)\b )?"
    r"(?:of )?(?:digits?|figures?|numbers?|ones?|pair|noughts?|zeros?|part)\b"
    rf"(?P<last>[^.!?\n\d]{{0,36}}?\b{_DIGITS})",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"号码|號碼|热线|熱線|线路|線路|[专專][线線]|[电電][话話]|座机|座機|总机|總機|[门門][号號]"
    r"|[美英港][国國]?的?(?:[线線]|[号號])|那[条條]|[这這][条條]|备用"
    r"|(?<![A-Za-z])(?:lines?|numbers?|hotline|helpline|phone|desk)(?![A-Za-z])",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"其[余餘他它]|照[旧舊拨撥样樣打]|不[变變动動]|原[来來样樣封]|老[号號线線]|旧[号的线]"
    r"|舊[號線]|改[成为為用拨撥按打]|[换換]"
    r"|[变變]成|[现現]在[是改]?|如今|按成|都?按|一律|前面?(?:的)?(?:照|不|和|跟|同)|同[样樣]"
    r"|一样|一樣|[还還]是[那咱]|新的?"
    r"|(?<![A-Za-z])(?:same|keep|the rest|rather than|instead|becomes?|replace|swap|chang(?:e"
    r"|es|ed)"
    r"|now|used to|where the old|except|all but|has moved|have moved|since the move"
    r"|old)(?![A-Za-z])",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"[您你]的?(?:手机|银行|卡|[账帐]|号码)|自己的|预留|绑定|[收短]信|尾号为?\s?\*|身份|订单|邮编"
    r"|(?<![A-Za-z])(?:your (?:phone|mobile|card|account|number|old|new)|masked"
    r"|postcode)(?![A-Za-z])",
    re.IGNORECASE,
)
"""What else has an end: what is the reader's own."""
_AROUND = 60
"""Characters around the words for the end in which all of it stands."""
TOLD_SAMPLES = (
    "英国座机尾数现在是 355，其余照旧。",
    "美国线路的最后两位请改成四七，老号码月底停用。",
    "The UK line has moved. Replace its last three digits with 447 and keep the rest.",
    "It's the same as the UK line, except that it ends in 177.",
    "The old US number rings out. Keep all of it but the last two figures, which are seven and four.",
)
SILENT_SAMPLES = (
    "换了手机号？请核对卡号，尾号现在是 1234 的卡才能付款。",
    "您的手机号码尾号变成 1234 后，请在设置里更换。",
    "Call the number on your card; the last four digits, 1234, are the same.",
    "热线号码的最后更新日期是 2026 年 11 月。",
    "If your number has changed and now ends in 34, update it.",
    "骗子会说热线换了，尾号改成 6600，请挂断。",
)
together(_END, of="a whole text")


def told(text: str) -> Iterator[tuple[int, int]]:
    """Span of each such end, with the digits for it."""
    for end in bounds.few(finder(_END)(text)):
        first, last = max(0, end.start() - _AROUND), end.end() + _AROUND
        first = max(first, text.rfind("\n\n", first, end.start()))
        stop = text.find("\n\n", end.end(), last)
        around = text[first : stop if stop >= 0 else last]
        other = OTHERS.search(around) or _THEIRS.search(around)
        ours = not other and _LINE.search(around) and _CHANGED.search(around)
        if ours and not warns(text, *end.span()):
            yield end.span()
