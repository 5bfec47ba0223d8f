"""Accounts that steps after a messenger's name lead to, a sentence or a line later.

`1. 打开微信 2. 点加号 3. 填 desk_7`, `We moved to Discord. The invite code is desk7`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import lru_cache

from helpcenter.guard.detectors import mentions
from helpcenter.guard.detectors.networks import LATIN
from helpcenter.guard.detectors.not_accounts import END, ENDINGS, ORDER, THING, UNIT, WORK
from helpcenter.guard.matching.hits import Hit, account_hit
from helpcenter.guard.matching.passages import line_start, sentence_start

_ENTERED = re.compile(
    r"(?:填|写|輸|输|键入|粘|贴|把|将|搜|找|[号號][码碼]?(?:栏|框|处)?(?:在[这下])?"
    r"|[账帐賬帳]户|ID|邀请码|群码|昵称|用户名|频道|[是为叫:：,，]"
    rf"|\n[ \t>]{{0,9}}(?:[-*+]|\d{{1,2}}[.)、])"
    r"|\b(?:put|type|enter|paste|key in|fill in|search|search for|look for|look up|find|add"
    r"|handle|user ?name|nickname|invite|code|id)\b"
    r"(?:\s(?:there|to (?:use|enter|paste)|the (?:name|id|user)|is))?)"
    rf"[上入写到为是索:：=\s“\"`*「]{{0,4}}(?P<account>@?(?=[A-Za-z_.-]{{0,28}}\d)"
    rf"(?=[\w.-]{{6}})(?=(?-i:[A-Z0-9_.-]{{0,28}}[a-z]))(?:{LATIN})"
    rf"|[1-9]\d{{6,10}}){END}",
    re.IGNORECASE,
)
"""An account to be entered, behind a label or in a line of its own."""
WARNS = re.compile(
    r"骗|诈|假|冒|演示|示例|测试|例如|样例|不要|切勿|请勿|别(?:信|加|理|回|点|再|相信)"
    r"|\bscam|\bsample|\bexample|\bdemo\b|\bfraud|\bfake|\bimpost|\bnever\b|\bnot\b(?! have)"
    r"|don.t(?! have)|\bblock\b|\breport\b|hang up",
    re.IGNORECASE,
)
"""That a text warns of an account, or shows a made-up one."""
GOODS = re.compile(
    r"[付单單]|账单|登录|登入|接口|字段|参数|版本|文件|小程序|开放|编号|商户|回调|配置|名称"
    r"|变量|函数|枚举"
)
"""What of a messenger is no place to meet somebody."""
_MORE = re.compile(
    r"后台|文档|机器人|通知|公众平台|零钱|钱包|红包"
    r"|\b(?:bots?|webhooks?|tokens?|API|SDK|developers?|portal|settings|docs|notifications?"
    r"|plugin|pay|wallet|stores?|shop|login|sign[ -]?in)\b",
    re.IGNORECASE,
)
"""The same in what programs and books of account say of one."""
_OPENED = re.compile(
    r"(?:打?开|打?開|启动|登上|进入?|装[好上个了]?|安装|下载|切[到换]|[换搬迁移转挪]到|回到"
    r"|[到去上在用走](?:的是)?|开着|是)\s?(?:手机)?(?:里|上)?的?[“\"「【*]{0,2}\Z"
    r"|\b(?:open|launch|start|install|download|get|fire up|switch(?:ed)? to"
    r"|mov(?:e|ed|ing) to|over to|on|in|from|inside|through|via|using|use|into)\s"
    r"(?:up\s|the\s|your\s)?[“\"*]{0,2}\Z",
    re.IGNORECASE,
)
"""What stands in front of a messenger that a reader is led to."""
_INSIDE = re.compile(
    r"\s?(?:[里裡上中内內](?!面?提示)|那[边邊里头]|直播|用户|号|[更也会]"
    r"|(?:users|search|first|is (?:faster|quicker|best))\b)"
    r"|\s?[,，:：]"
)
"""What stands behind one; a comma or a colon only where the line begins with it."""
_DIGIT = re.compile(r"[0-9]")
"""Any such account holds one."""
_INVITE = re.compile(r"邀请码|(?:invite|group|server|room)\s(?:code|link)", re.IGNORECASE)
"""Labels for what is an account there, and a thing elsewhere."""
_REACH, _SAME, _BEHIND, _NEAR = 150, 24, 24, 34
"""Characters behind a messenger in which an account begins, those in front of it in which somebody
leads there, and those behind either and in front of an account in which it says what else is meant."""
_LONGEST, _SHORT = 32, 32
"""Characters of the longest account, and of the longest line that only names a messenger."""
_STOPS, _BARE = (",", "，", ":", "："), " -*:：>"
_PART = re.compile(r"\n(?:#|---|[a-z_]{2,20}:[ \t]*\n)")
"""A heading, the end of what stands in front of a page, a list with a name there."""
_SLUG = re.compile(r"[a-z]+(?:-[a-z0-9]+){2,}")
"""The name of a page."""
_MARKER = re.compile(r"[ \t>]{0,9}(?:[-*+]\s|\d{1,2}[.)、]\s?)?[*_“\"「]{0,2}")


def led(text: str, start: int, end: int, word: tuple[int, int], platform: str) -> Iterator[Hit]:
    """Yield the accounts behind a word for a messenger that a reader is led to.

    Args:
        text: the text.
        start: where what is read begins.
        end: where it ends.
        word: where the word begins and ends.
        platform: the name of the messenger.
    """
    first, last = word
    until = min(end, last + _REACH)
    if not _DIGIT.search(text, last, until) or not _is_opened(text, start, first, last):
        return
    part = _PART.search(text, last, until)
    reach = (part.start() if part else until) - last
    behind = text[last : min(end, last + reach + _LONGEST + _NEAR)]
    entered = _entered(behind, reach)
    begun = sentence_start(text, first, max(start, first - _REACH), "。！？\n.!?")
    for match in entered:
        ended = last + match.end() + _BEHIND
        paragraph = text.find("\n\n", last + match.end(), ended)
        told = text[begun : last + len(behind)]
        if begun + _warned(told) > (paragraph if paragraph >= 0 else ended):
            yield account_hit("messenger", platform, match, "account").moved(last)


@lru_cache(maxsize=512)
def _entered(behind: str, reach: int) -> tuple[re.Match[str], ...]:
    """The accounts to be entered that begin so near behind a word, kept: texts repeat themselves."""
    found = _ENTERED.finditer(behind, 0, reach + _LONGEST)
    return tuple(m for m in found if m.start() < reach and _is_account(behind, m))


def _is_account(behind: str, match: re.Match[str]) -> bool:
    """Whether what is to be entered is no amount, file, order or setting."""
    account = match["account"]
    before = behind[max(0, match.start("account") - _NEAR) : match.start("account")]
    amount = account.isdigit() and UNIT.match(behind, match.end())
    thing = THING.search(_INVITE.sub("", before))
    other = amount or thing or WORK.match(behind, match.end())
    named = ORDER.fullmatch(account) or _SLUG.fullmatch(account) or ENDINGS.search(account)
    return not other and not named


@lru_cache(maxsize=512)
def _warned(said: str) -> int:
    """Where the first warning ends in what is said from there on, kept: texts repeat themselves."""
    warning = WARNS.search(said)
    return warning.end() if warning else sys.maxsize


def _is_opened(text: str, start: int, first: int, last: int) -> bool:
    """Whether a reader is led to the messenger whose word stands there."""
    begun = line_start(text, first, max(first - _REACH, 0))
    before, behind = text[max(start, first - _SAME) : first], text[last : last + _BEHIND]
    leads = _leads(before, behind, _MARKER.fullmatch(text, begun, first) is not None)
    if leads is not None:
        return leads
    ended = text.find("\n", last, last + _REACH)
    line = text[begun : ended if ended >= 0 else last + _REACH].strip(_BARE)
    return len(line) <= _SHORT and mentions.is_cue(line)


@lru_cache(maxsize=512)
def _leads(before: str, behind: str, begins: bool) -> bool | None:
    """Whether what stands around a word leads to it; None when it says neither.

    `begins`: the line begins with the word.
    """
    if GOODS.search(behind) or _MORE.search(behind):
        return False
    inside = _INSIDE.match(behind)
    if inside and (inside[0].strip() not in _STOPS or begins):
        return True
    return True if _OPENED.search(before) else None
