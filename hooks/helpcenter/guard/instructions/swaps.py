"""Words for what an instruction changes and into what, and further changes in the same sentence.

“Replace # by @ and ! by a dot” names the action once and applies it twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.numbers.spelling import AT_DESCRIBED

Q = r"[\"'“”‘’「」『』《》【】〔〕`（(]"
CLOSE = r"[\"'”’」』》】〕`）)]"
_NAMED = (
    r"空格|空白|spaces?|横线|横杠|dash(?:es)?|hyphens?|星号|asterisks?|stars?|井号"
    r"|hash(?:es)?|点号|逗号|commas?|句号|感叹号|exclamation marks?"
    r"|下划线|underscores?|at|艾特|dots?|periods?|百分号|问号|加号|plus|斜杠|slash(?:es)?"
    r"|竖线|pipes?|波浪号|tildes?|美元符号|和号|爱心|星星|圆圈|方块|三角|冒号|分号|等号"
    r"|dollars?(?:\ssigns?)?|ampersands?|carets?|(?:percent|pound|equals?)\ssigns?"
    r"|(?:semi)?colons?|question\smarks?"
)
OLD = (
    rf"\s{{0,3}}+(?=\S)(?:{Q}{{1,2}}\s?"
    rf"(?P<quoted>[^\s\"'“”‘’「」『』《》【】〔〕`（()）]{{1,16}})\s?{CLOSE}{{1,2}}"
    rf"|(?P<word>{_NAMED})"
    rf"|(?P<char>[!-/:-@\[-`{{-~★☆■●○◆◇△▲□※☎✉]{{1,3}}|[^\w\s，。、；：“”‘’（）<>=\"'])"
    r"|(?P<letter>(?<![A-Za-z0-9])[A-Za-z0-9][A-Za-z0-9_.-]{0,15}(?![A-Za-z0-9])))\s{0,3}"
)
MAKE = (
    r"(?:换成|換成|改成|改为|改為|改写成|写成|替换为|替换成|替换|换为|变成|当作|当成|当|读作"
    r"|读成|看成|看作|理解为|视为|代表|表示|就是|即是|等于|即|"
    r"(?:with|by|to|for|into|as|stands for|means|is really|becomes?)(?![A-Za-z])|→|->|=>|="
    r"|＝|是|为)"
)
NEW = (
    r"\s?(?:字母|符号|数字|英文的?|一个|an? "
    r"|the )?[\"'“‘「『《【`（(\s]{0,3}(?P<new>圈\s?[aA]|小数点|小老鼠|下划线|横线|横杠"
    r"|[^\s\"'“”‘’「」『』《》【】`（()）。，,；;]{1,20})"
)
_WORDS = {
    "at": "@", "艾特": "@", "圈a": "@", "小老鼠": "@", "atsign": "@", "点": ".", "dot": ".", "小数点": ".", "点号": ".", "period": ".",
    "空格": " ", "空白": " ", "space": " ", "横线": "-", "横杠": "-", "dash": "-", "dashe": "-", "hyphen": "-",
    "星号": "*", "asterisk": "*", "star": "*", "井号": "#", "hash": "#", "hashe": "#", "逗号": "，", "comma": ",", "句号": "。",
    "感叹号": "！", "exclamation mark": "!", "下划线": "_", "underscore": "_", "百分号": "%", "问号": "?", "加号": "+", "plus": "+",
    "斜杠": "/", "slash": "/", "slashe": "/", "竖线": "|", "pipe": "|", "波浪号": "~", "tilde": "~", "美元符号": "$", "和号": "&",
    "dollar": "$", "dollar sign": "$", "ampersand": "&", "caret": "^", "percent sign": "%", "pound sign": "#", "equals sign": "=", "equal sign": "=",
    "colon": ":", "semicolon": ";", "question mark": "?", "冒号": "：", "分号": "；", "等号": "=",
    "爱心": "❤", "星星": "☆", "圆圈": "○", "方块": "□", "三角": "△",
}  # fmt: skip
TWINS = {
    "，": ",",
    "。": ".",
    "！": "!",
    "？": "?",
    "：": ":",
    "；": ";",
    "-": "－",
    "☆": "★",
    "○": "◯",
    "#": "＃",
    "*": "＊",
}
_DESCRIBED = re.compile(AT_DESCRIBED)
_MOST = 6
"""Several changes in one sentence."""
_FURTHER = re.compile(
    rf"(?:\s?(?:sign|symbol|符号|号))?[\s，,、;；]{{0,3}}"
    r"(?:(?:and|as well as|以及|并且?|和|再|而)\s?)?(?:把"
    rf"|将|the\s|every\s|each\s)?{OLD}(?:请|都|全部|号|sign|character)?\s?"
    r"(?:换成|換成|改成|改为|写成|替换为|替换成|换为|变成|当作|是|为|成|→|->|=|by|with|to"
    rf"|for|into|is|means)(?![a-z]){NEW}",
    re.IGNORECASE,
)
"""Behind a change the next one, without its verb."""
_EACH = re.compile(
    r"(?:把|将"
    r"|將)?\s?(?P<olds>[!-/:-@\[-`{-~](?:\s?[、和与及,，]\s?[!-/:-@\[-`{-~]){1,3})\s?(?:分别"
    r"|分別|依次|各自|对应)(?:地|要|请|都)?"
    r"(?:换成|換成|改成|改为|写成|替换为|替换成|换为|变成|当作|读作|代表|是"
    r"|为)\s?(?P<news>[@.A-Za-z点艾特小老鼠-]{1,6}"
    r"(?:\s?[、和与及,，]\s?[@.A-Za-z点艾特小老鼠-]{1,6}){1,3})"
    r"|(?<![A-Za-z])(?:replace|swap|change|read|turn)\s"
    r"(?P<olds2>[!-/:-@\[-`{-~](?:,? and |, )[!-/:-@\[-`{-~])\s(?:by|with|to|for|into|as)\s"
    r"(?P<news2>\S{1,8}(?:,? and |, )(?:an? )?\S{1,8}),? respectively",
    re.IGNORECASE,
)
"""Several characters and what each becomes, one row behind the other."""
_BETWEEN = re.compile(r"\s?(?:[、和与及]|,? and (?:an? )?|[,，])\s?")
Change = tuple[int, int, str, str]
"""Start and end of an instruction, what is changed, and into what."""


def further(text: str, at: int) -> Iterator[Change]:
    """Changes told behind one that ends at a place."""
    for _ in range(_MOST):
        match = _FURTHER.match(text, at)
        if not match or not (match["quoted"] or match["word"] or match["char"]):
            return
        yield match.start(), match.end(), old(match), plain(match["new"])
        at = match.end()


def in_rows(text: str) -> Iterator[Change]:
    """Changes of several characters, each with its replacement."""
    if not any(word in text for word in ("分别", "分別", "依次", "各自", "对应", "respectively")):
        return
    for match in _EACH.finditer(text):
        olds = _BETWEEN.split(match["olds"] or match["olds2"])
        news = _BETWEEN.split(match["news"] or match["news2"])
        for one, other in zip(olds, news, strict=False):
            yield match.start(), match.end(), one, plain(other)


def old(match: re.Match[str], prefix: str = "") -> str:
    """The character that an instruction is about."""
    if word := (match[f"{prefix}word"] or "").lower():
        return _WORDS.get(word, _WORDS.get(word.removesuffix("s"), word))
    return match[f"{prefix}quoted"] or match[f"{prefix}char"] or match[f"{prefix}letter"] or ""


def plain(new: str) -> str:
    """The character or text that words for it mean."""
    if _DESCRIBED.fullmatch(new):
        return "@"
    return _WORDS.get(re.sub(r"\s|(?<=\w)[.:：)）]\Z|\.\Z", "", new.lower()), new)
