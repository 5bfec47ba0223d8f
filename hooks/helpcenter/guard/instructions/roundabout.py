"""Instructions that lead to an address indirectly, without naming it.

A text may change an address of ours that it only refers to (“our usual number, but ending in
forty-two”), give part of a number by general knowledge (“then the year of …”), or send a reader to
search elsewhere and call what turns up. None of it can be worked out here, so it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.instructions.sentences import OURS, warns
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.passages import STOP, prose_start
from helpcenter.guard.numbers.called import WORDS
from helpcenter.guard.numbers.digit_groups import HAN
from helpcenter.guard.numbers.numerals import NUMBER_WORD

_VALUE_ZH = (
    rf"\s?[“\"「『`]?(?:\d{{1,8}}|[{HAN}]{{1,8}}|[A-Za-z][A-Za-z0-9-]{{0,15}})[”\"」』`]?"
    r"(?!\s?(?:[点時时月日天个個年元分秒次位号號线線家笔人条%％:：]|小时|工作日|键|转|轉|可|开|到))"
)
_PLACE_ZH = (
    r"(?:最[后後]|[末首]位|末尾?|结尾|尾[数號号巴部]?|倒[数數]|开头|開頭|起首|中间|中間"
    r"|第[一二三四五六七八九十\d]{1,2}[个個位]|[后後前][一二两兩三四五六七八\d]\s?[个個位]"
    r"|[后後]缀)"
)
_VALUE_EN = (
    rf"(?:\d{{1,8}}|[“\"'`]?(?:{NUMBER_WORD})|[“\"'‘`][A-Za-z0-9-]{{1,16}})(?![A-Za-z])[”\"'’`]?"
)
_PLACE_EN = (
    r"(?:last|first|final|middle|closing|ending|end|zeros?|noughts?|eights?|digits?|word|tail)"
)
_CHANGED = re.compile(
    rf"{_PLACE_ZH}[^。！？\n]{{0,14}}?(?:(?:改|换|換|变|變|替换|替換)"
    r"(?:拨|撥|打|按|写|寫|读|念|用)?(?:成|为|為|作|做|上)?"
    rf"|[念读讀拨撥按]成){_VALUE_ZH}"
    rf"|前[面边邊头頭]?(?:再|多|另|请|都){{0,2}}(?:加|补|補|添|插)(?:上|入|一?[个個]){{0,2}}"
    rf"\s?[“\"「『`]?[A-Za-z][A-Za-z0-9-]{{0,15}}"
    rf"|(?:[后後][面边邊头頭]?|末尾|中间|中間)(?:再|多|另|请|都){{0,2}}"
    rf"(?:加|补|補|添|插|(?<=[再多])(?:按|拨|打|输))(?:上|入|一?[个個]){{0,2}}{_VALUE_ZH}"
    r"|(?:去掉|删掉|删去|刪掉|少[拨撥打按]|略去|省去)(?:它的?|其)?"
    rf"(?:最[后後]|末|倒[数數]|中间|中間)[^。！？\n]{{0,6}}(?:[位个個]|数字|數字|字母)"
    rf"|[{HAN}\d]\s?[字号]?(?:都|全部?|统统|統統|通通|一律|各|均|请|請){{0,2}}"
    r"(?:当成?|當成?|看成?|视为|視為|念|读|讀|拨|撥|按|换|換|改|变|變)(?:成|作|为|為)"
    rf"{_VALUE_ZH}"
    rf"|(?<![A-Za-z])(?:digits?|figures?|number|one|last)\b[^.\n]{{0,30}}?\s"
    r"(?:raised|lowered|increased|decreased|reduced|bumped|shifted|moved)\s(?:up\s|down\s)?"
    rf"by\s{_VALUE_EN}"
    r"|(?<![A-Za-z])"
    r"(?:with|let|finish|end|ends|ending|use|put|type|dial|say|enter|make|give|write)\b"
    rf"[^.\n]{{0,24}}?\s{_VALUE_EN}[^.\n]{{0,16}}?\b"
    rf"(?:where|instead of|rather than|in place of|in the place of|not)\s(?:\w+\s){{0,4}}?"
    rf"{_PLACE_EN}\b"
    r"|(?<![A-Za-z])(?:"
    r"replac(?:e|ing)|swap(?:ping)?|chang(?:e|ing)|turn(?:ing)?|trad(?:e|ing)"
    rf"|exchang(?:e|ing))\b[^.\n]{{0,24}}?\b{_PLACE_EN}\b[^.\n]{{0,24}}?\b"
    rf"(?:with|for|to|into|by)\s(?:an?\s)?{_VALUE_EN}"
    r"|(?<![A-Za-z])(?:put|add|insert|write|type|stick|append|tack)\s(?:an?\s|the\s)?"
    rf"(?:digit\s|letter\s|number\s|word\s|extra\s){{0,2}}{_VALUE_EN}\s(?:\w+\s)?(?:"
    r"after|behind|at the end of|to the end of|onto"
    r"|before the (?:at|sign|dot|word|name))\b"
    r"|(?<![A-Za-z])(?:(?:end|finish|close|conclude)\sit"
    rf"|(?:but|only|except|just|now)\s(?:\w+\s){{0,4}}?(?:end|finish|clos|conclud)"
    rf"(?:ing|es|s|e)?(?:\sit)?)\s(?:on|in|with|by)\s(?:an?\s)?{_VALUE_EN}"
    rf"|(?<![A-Za-z])(?:last|final|closing|ending|middle|first)\b[^.\n]{{0,20}}?\b(?:"
    r"becomes?|turns? into|changes? (?:in)?to|now reads?|must read|should (?:read|be)"
    rf"|must be|be|are)\s(?:an?\s)?(?:round\s)?(?:{_VALUE_EN}|(?:{NUMBER_WORD})e?s\b)"
    rf"|(?<![A-Za-z])make\s(?:the|its)\s(?:\w+\s){{0,2}}(?:digits?|figures?|number|zero|one)"
    rf"\s(?:an?\s)?{_VALUE_EN}"
    r"|(?<![A-Za-z])(?:drop|omit|leave out|skip|lose|cut off|take off|leave off)\s"
    r"(?:its|the|our)\s(?:last|final|middle)\s(?:\w+\s)?"
    r"(?:digits?|numbers?|letters?|words?|zeros?)\b",
    re.IGNORECASE,
)
"""A change with its place and, unless something is left out, with what is new there."""
_KNOWN = re.compile(
    r"(?:再[把将按拨]|再?[接跟]上?着?|[后後]面?是|末尾|尾巴|[后後][两兩三四]位|最[后後]|加上"
    r"|补上|补|然[后後])[^。！？\n]{0,14}?(?:(?:那|成立|建成|发生|举办|出生|回归)的?那?一?年"
    r"|[^。，\n]{0,8}(?:的|有多少)(?:天数?|个数|岁数?|门牌号?|年份|小时数?|月份数)"
    r"|俗[语話话]|键盘[^。，\n]{0,8}(?:[列行排]|对角|四角|十字)|成语|谚语|歇后语|诗句|口诀"
    r"|圆周率)"
    r"|(?:尾巴|末尾|结尾|其余|末[两三四几]位|[后最][后]?[两三四几\d]位"
    r"|剩下的?(?:[两三四几\d]位)?)(?:的?数字|号码)?\s?"
    rf"(?:就?是|为|从|看|用|取|由|等于|按|想)(?!\s?[“\"]?[\d{HAN}]{{2}})"
    rf"(?![^。，！？\n]{{0,12}}(?:[您你卡]|随机|验证|隐藏|星号|遮|不同|校验|空|变))"
    r"|(?<![A-Za-z])(?:followed by|then|ends? (?:in|with|on)|finish(?:es)? (?:in|with|on)"
    r"|last (?:two|three|four)(?: digits)?(?: are| is)?|add|and)\s(?:\w+\s){0,2}?(?:"
    r"the year (?:of|in which|that|when)\b"
    r"|the (?:number of )?(?:"
    r"days|hours|weeks|months|minutes|seconds|letters|legs|sides|players"
    r"|states|cards) (?:in|of|on) an?\b"
    r"|how many "
    r"(?:days|hours|weeks|months|minutes|letters|legs|sides|players|states|cards)\b"
    r"|the (?:first \w+ )?(?:digits|decimals) of pi\b"
    r"|the (?:\w+ )?(?:column|row|diagonal|corners|edge) of the "
    r"(?:keypad|dial pad|phone))",
    re.IGNORECASE,
)
"""Part of a number by what is known."""
_DIGITS = re.compile(
    rf"\d{{2}}|[{HAN}]{{3}}|[四八]百|[{HAN}][个個][{HAN}]"
    rf"|\b(?:{NUMBER_WORD})[\s-](?:{NUMBER_WORD})\b|\b(?:double|triple|treble)\b",
    re.IGNORECASE,
)
_TURNED_UP = re.compile(
    r"(?:百度|谷歌|必应|搜狗|搜索引擎|浏览器|网上|上网|全网|地图|Google"
    r"|Bing)[^。！？\n]{0,10}?(?:一下|搜索?|查找?|检索)[^。！？\n]{1,40}?(?:打|拨|联系|加"
    r"|致电|咨询)[^。！？\n]{0,10}?(?:第一[条个家页]|首[条个位]|最前|最上|搜到|结果|跳出"
    r"|排名|置顶|上面)[^。！？\n]{0,8}"
    r"|(?<![A-Za-z])(?:"
    r"google|bing|search (?:the (?:web|internet|net)|online|google|bing|maps)"
    r"|look (?:it |us |them )?up (?:on|in) "
    r"(?:the (?:web|internet|net)|google|bing|maps)"
    r"|search engine)\b[^.\n]{0,70}?\b"
    r"(?:ring|call|dial|phone|text|write to|message|contact|add)\s(?:"
    r"(?:the|whatever|any|that)\s(?:(?!card|order|account|reference)\w+\s){0,2}"
    r"(?:number|result|hit|entry|link|account)"
    r"|whoever|what)\b",
    re.IGNORECASE,
)
"""To search elsewhere, and to turn to what is found."""
_PART = (
    rf"(?:[前后後末首尾][{HAN}一二三四五六七八\d]\s?[位个個]|[前后後下上][半段截]"
    r"|另[一外]?(?:半|段|部分)|其余|其餘|剩下|余下|尾号|尾號)(?:数字|數字|号码|號碼|部分|的"
    rf"|几位|字母){{0,2}}"
)
_ELSEWHERE_ZH = (
    r"(?:英文版?|中文版?|繁[體体]版?|另一?[篇页頁]|下一?[篇页頁]|上一?[篇页頁]"
    r"|其他(?:文章|页面)|别的(?:文章|页面)"
    r"|(?:文章|页面|頁面|网页)?[《“「][^》”」\n]{1,24}[》”」]|首页|首頁|页[脚尾]|頁[腳尾])"
)
_ELSEWHERE = re.compile(
    rf"{_PART}\s?(?:请|請|则|則|要|可以?|放|写|寫|都){{0,2}}(?:见|見|看|查?阅|参[见看考阅]"
    rf"|參[見看考閱]|在|到|于|藏在){_ELSEWHERE_ZH}"
    r"|(?<![A-Za-z])(?:"
    r"(?:last|first|final|other|remaining|missing|second|next)\s(?:\w+\s){0,2}?"
    r"(?:digits?|half|part|numbers?|letters?|figures?)"
    r"|the rest)\s(?:of (?:it|the number|this number)\s)?"
    r"(?:is|are|stands?|can be found|you(?:'ll| will)? find)\s"
    r"(?:given\s|shown\s|told\s|written\s)?(?:on|in|at)\s(?:the|our|another)\s"
    r"(?:\w+\s){0,2}?(?:page|version|article|home ?page|footer|language)\b",
    re.IGNORECASE,
)
"""Part of the instruction is on another page."""
_NEAR = 110
"""Characters in front of a change, in its sentence, in which what is changed stands."""
_BEHIND = 50
TRUE_SAMPLES = (
    "官方熱線您一定記得，只要把最後一個數字改成三，夜間有專人。",
    "常用的那个四百电话，倒数第二位改拨六，就到主管手上。",
    "Take our US number, but let it finish in seventy-three rather than its last two digits.",
    "Put a 2 straight after the word desk in our usual address.",
    "热线开头是四百，跟着三个零，再接某某回归的那一年，照着拨。",
    "Dial 202, then triple five, then the year of the first landing.",
    "Search the web for the words “some desk” and ring the number in the first result.",
    "上网搜“某某人工服务”，打第一条里的电话。",
    "热线前六位：400-000，后四位见英文版本页。",
    "The line begins with 202-555; the last four digits are on the English page.",
)
FALSE_SAMPLES = (
    "我们的热线末尾是四个八，最后一位不是八的都不是我们。",
    "客服电话最后改为 9 点下班；拨打我们的热线，后面按 1 转人工。",
    "来电号码只改了官方热线的最后一个数字，换成三，请挂断。",
    "Call our line with the last four digits of your card ready.",
    "Our number has not changed; put a 0 before the last word of the form.",
    "四百家商户参加活动，活动自建国那一年的老街开始，电话咨询。",
    "Search the web for reviews, then call us if the result surprises you.",
    "在网上搜到的“客服电话”多半是假的，请勿拨打。",
    "卡号前六位是发卡行代码，后四位见卡面。",
    "客服会核对手机尾号；费用的其余部分见《费用》。",
    "The first six digits name the bank; the last four digits are on the card.",
)
together(_CHANGED, _KNOWN, _TURNED_UP, _ELSEWHERE, of="a whole text")


def told(text: str) -> Iterator[tuple[int, int]]:
    """Span of each such instruction."""
    for first, last in (*_changes(text), *_facts(text), *_searches(text), *_halves(text)):
        if not warns(text, first, last):
            yield first, last


def _changes(text: str) -> Iterator[tuple[int, int]]:
    for match in bounds.few(finder(_CHANGED)(text)):
        first, last = _sentence(text, match)
        for ours in OURS.finditer(text, first, last):
            yield min(ours.start(), match.start()), max(ours.end(), match.end())
            break


def _facts(text: str) -> Iterator[tuple[int, int]]:
    for match in bounds.few(finder(_KNOWN)(text)):
        first, last = _sentence(text, match)
        said = WORDS.search(text, first, last) or re.search(r"[号號][段头]", text[first:last])
        if said and _DIGITS.search(text, first, match.start()):
            yield match.span()


def _halves(text: str) -> Iterator[tuple[int, int]]:
    """Half a number to call, and where the other half is."""
    for match in bounds.few(finder(_ELSEWHERE)(text)):
        first, last = _sentence(text, match)
        if WORDS.search(text, first, last) and _DIGITS.search(text, first, match.start()):
            yield match.span()


def _searches(text: str) -> Iterator[tuple[int, int]]:
    for match in bounds.few(finder(_TURNED_UP)(text)):
        yield match.span()


def _sentence(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The sentence of a match, within reach."""
    first, reach = prose_start(text, match.start(), match.start() - _NEAR), match.end() + _BEHIND
    stop = STOP.search(text, match.end(), reach)
    return first, stop.start() if stop else reach
