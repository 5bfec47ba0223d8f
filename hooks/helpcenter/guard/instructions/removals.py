"""Instructions to leave out a kind of character, and decoys that everybody knows to remove."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.passages import paragraph
from helpcenter.guard.numbers.called import number
from helpcenter.patterns.words import one_of

_DROP = (
    r"(?:去掉|去除|删掉|刪掉|删去|删除|略去|忽略|不要|拿掉|抹去|省略|不看|不读|跳过|无视"
    r"|剔除|remove|delete|drop|without|ignor(?:e|ing)|omit|strip|take out|skip|leave out)"
    r"(?:其中的?|中间的?|里面的?|所有的?|全部的?|多余的?|那些|这些|夹的|\s|all|the|every|any"
    r"|of|extra|小(?=圆)){0,4}"
)
_SORTS = {
    "大写": r"[A-Z]", "upper": r"[A-Z]", "capital": r"[A-Z]",
    "小写": r"[a-z]", "lower": r"[a-z]",
    "数字": r"\d", "digit": r"\d", "number": r"\d",
    "汉字": r"[\u3400-\u9fff]", "中文": r"[\u3400-\u9fff]", "chinese": r"[\u3400-\u9fff]",
    "英文": r"[A-Za-z]", "字母": r"[A-Za-z]", "letter": r"[A-Za-z]",
    "括号": r"[\[({（【][^\[\](){}（）【】\n]{0,40}[\])}）】]", "bracket": r"[\[({（【][^\[\](){}（）【】\n]{0,40}[\])}）】]",
    "paren": r"[(（][^()（）\n]{0,40}[)）]", "表情": r"[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f]", "emoji": r"[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f]",
    "标点": r"[，。、；：！？,;!?]", "punctuation": r"[，。、；：！？,;!?]",
    **dict.fromkeys(("逗号", "分节号", "comma"), r"(?<=\d)[,，](?=\d)"),
    **dict.fromkeys(("圆点", "小点", "点号", "句点", "小数点", "dots", "full stop", "period"), r"(?<=\d)\.(?=\d)"),
}  # fmt: skip
"""What a word for a sort of characters covers; brackets go with what is in them."""
_BY_SORT = re.compile(rf"{_DROP}(?P<sort>{one_of(_SORTS)})", re.IGNORECASE)
_TOKEN = re.compile(
    r"[!-~\u3400-\u9fff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff（）【】，。、]{7,160}"
)
_TRAP = re.compile(
    r"[._-]?(?:NO[._-]?SPAM|no[._-]spam|(?<![a-z])nospam|ANTI[._-]?SPAM"
    r"|(?:REMOVE|DELETE|CUT|OMIT|remove|delete|omit)[._-]?"
    r"(?:THIS|ME|THESE|CAPS|this|me|these)"
    r"|删[我掉]|去掉我)(?:[._-](?=@))?"
)
"""What is written into a mailbox against programs that collect them."""
_MAILBOX = re.compile(r"[^\s<>()（），。；]{1,80}@[^\s<>()（），。；]{3,120}")
_NAMED = one_of(word for word, sort in _SORTS.items() if not word.isascii() and "(?<=" in sort)
"""Marks within numbers, by their names."""
_AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:[,.，]\d{3}){2,4}(?![\d]|[.,]\d)")
_IS_NUMBER = re.compile(
    r"[^\n。]{0,10}?(?:就是|即是?|便是|变成|[得看]到"
    r"|\bit is|\bgives?|\bbecomes|\bmakes|\band (?:call|dial|ring))"
    r"[^\n。]{0,16}?(?:电话|電話|热线|熱線|手机|手機|号码|號碼|专线|客服"
    r"|\b(?:it|number|hotline|line|phone)\b)",
    re.IGNORECASE,
)
"""What says that the rest is to be called."""
_AWAY = (
    r"(?:去掉|去除|去光|刪掉|删掉|删去|删除|删光|拿掉|拿走|抹去|抹掉|赶走|请走|撵走|扔掉"
    r"|丢掉|踢掉|踢走|剔掉|剔除|擦掉|抠掉|挖掉|划掉|划去|撇开|摘掉|摘除|抽掉|抽走|清掉|清除"
    r"|吃掉|忽略|跳过)"
)
_TAKEN = re.compile(
    r"(?:把|将|將|請將|请将)\s?(?:其中的?|里面的?|裡面的?|里头的?|中间的?|夹着的?|所有的?"
    r"|全部的?|多余的?|混进去的?|那[个些]|这[个些]"
    rf"|每个|小(?=圆)){{0,2}}\s?(?:(?P<sort>{_NAMED})"
    rf"|(?P<char>[\u3400-\u9fff]{{1,2}}?)字?)(?:都|全部?|统统|通通|一起|一律"
    rf"|先){{0,2}}{_AWAY}"
)
"""A character to take out that stands bare in the sentence: “把猫都赶走”."""
together(_BY_SORT, _TAKEN, of="a whole text")


def removed(text: str) -> Iterator[Found]:
    """Span of each piece with something to leave out, and what is left."""
    for cue in finder(_BY_SORT)(text):
        start, end = paragraph(text, cue.start(), cue.end())
        rest = f"{text[start : cue.start()]} \n {text[cue.end() : end]}"
        left = _without(rest, _SORTS[cue["sort"].lower()])
        if left != rest:
            yield start, end, left
    for cue in (*finder(_BY_SORT)(text), *finder(_TAKEN)(text)):
        yield from _called(text, cue)
    for cue in finder(_TAKEN)(text):
        start, end = paragraph(text, cue.start(), cue.end())
        lead = text[start : cue.start()]
        left = (
            _without(lead, _SORTS[sort]) if (sort := cue["sort"]) else lead.replace(cue["char"], "")
        )
        if left != lead:
            yield start, end, left
    if "@" in text and _TRAP.search(text):
        for box in _MAILBOX.finditer(text):
            if (left := _TRAP.sub("", box[0])) != box[0]:
                yield box.start(), box.end(), left


def _called(text: str, cue: re.Match[str]) -> Iterator[Found]:
    """An amount that is said to be a number to call without its commas or dots."""
    sort = _SORTS.get((cue["sort"] or "").lower(), "")
    if "(?<=" not in sort or not _IS_NUMBER.match(text, cue.end()):
        return
    start, _ = paragraph(text, cue.start(), cue.end())
    for amount in _AMOUNT.finditer(text, start, cue.start()):
        digits = re.sub(r"\D", "", amount[0])
        if told := number(digits, text, *amount.span(), told=True):
            yield amount.start(), cue.end(), f"电话：{told}"


def _without(text: str, sort: str) -> str:
    """The text whose longer words have lost these characters."""
    return _TOKEN.sub(lambda token: re.sub(sort, "", token[0]), text)
