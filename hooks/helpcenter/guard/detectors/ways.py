"""Messengers that an earlier sentence or step leads to, where the account only comes later.

`1. 打开微信 2. 点加号 3. 填 desk_7`, `We moved to Discord. The invite code is desk7`. Asked only where
something of the form of an account is to be entered, or stands behind a label for one.
"""

from __future__ import annotations

import re

from helpcenter.guard.detectors import mentions, networks

WARNS = re.compile(
    r"骗|诈|假|冒|演示|示例|测试|例如|样例|不要|切勿|请勿|别(?:信|加|理|回|点|再|相信)|\bscam|\bsample|\bexample|\bdemo\b|\bfraud|\bfake|\bimpost|\bnever\b|\bnot\b|don.t|\bblock\b|\breport\b|hang up",
    re.IGNORECASE,
)
"""That a text warns of an account, or shows a made-up one."""
GOODS = re.compile(
    r"[付单單]|账单|登录|登入|接口|字段|参数|版本|文件|小程序|开放|编号|商户|回调|配置|名称|变量|函数|枚举"
)
"""What of a messenger is no place to meet somebody."""
_MORE = re.compile(
    r"后台|文档|机器人|通知|公众平台|零钱|钱包|红包|\b(?:bots?|webhooks?|tokens?|API|SDK|developers?|portal|settings|docs|notifications?|plugin|pay|wallet|stores?|shop|login|sign[ -]?in)\b",
    re.IGNORECASE,
)
"""The same in what programs and books of account say of one."""
_OPENED = re.compile(
    r"(?:打开|打開|启动|登上|进入?|装[好上个了]?|安装|下载|切[到换]|[换搬迁移转挪]到|回到|[到去上在用走](?:的是)?|开着|是)\s?(?:手机)?(?:里|上)?的?[“\"「【*]{0,2}\Z"
    r"|\b(?:open|launch|start|install|download|get|fire up|switch(?:ed)? to|mov(?:e|ed|ing) to|over to|on|through|via|using|use|into?)\s(?:up\s|the\s|your\s)?[“\"*]{0,2}\Z",
    re.IGNORECASE,
)
"""What stands in front of a messenger that a reader is led to."""
_REACH, _SAME, _BEHIND = 150, 24, 24
"""Characters in front of an account in which its messenger is opened, those in front of the
messenger in which somebody leads there, and those behind either in which it says what else is meant."""
_HEADING = "\n#"


def messenger(text: str, start: int, at: int, end: int) -> str:
    """The messenger that is opened before a place in the same part of a text; empty for none.

    Args:
        text: the text.
        start: where what is read begins.
        at: where the account begins.
        end: where the account ends.
    """
    first = max(start, at - _REACH)
    first = max(first, text.rfind(_HEADING, first, at))
    words = [*mentions.ANY.finditer(text, first, at), *networks.WORDS.finditer(text, first, at)]
    for word in sorted(words, key=lambda word: -word.start()):
        if platform := _opened(text, first, word):
            begun = max(text.rfind(sign, first, word.start()) for sign in "。！？\n.!?") + 1
            behind = text[end : end + _BEHIND].partition("\n\n")[0]
            around = text[max(first, begun) : end] + behind
            return "" if WARNS.search(around) else platform
    return ""


def _opened(text: str, first: int, word: re.Match[str]) -> str:
    """The platform of a word for a messenger that a reader is led to; empty for none."""
    if word.re is mentions.ANY:
        cue = mentions.cue_of(word)
        said, platform = re.match(rf"(?:{cue.words})", text[word.start() :]), cue.platform
        last = word.start() + (said.end() if said else 1)
    else:
        network = networks.network(word[0])
        last, platform = word.end(), "" if network.ordinary else networks.name_of(word[0])
    before = text[max(first, word.start() - _SAME) : word.start()]
    behind = text[last : last + _BEHIND]
    if not platform or GOODS.search(behind) or _MORE.search(behind):
        return ""
    line = text[text.rfind("\n", 0, word.start()) + 1 : _line_end(text, last)]
    return platform if _OPENED.search(before) or mentions.is_cue(line.strip(" -*:：>")) else ""


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
