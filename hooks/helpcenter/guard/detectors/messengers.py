"""Accounts behind the words for messengers and networks, slang included; see the table of cues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from helpcenter.guard.detectors.cues import (
    ASKED,
    CUES,
    FIRST,
    MENTION,
    NAMED,
    PLATFORM_OF,
    REVERSED,
    Cue,
)
from helpcenter.guard.hits import Hit, Sample

_MARK = r"号码|号|號|群号|群|账号|帐号|賬號|客服|專員|专员|昵称|ID|id|Id|user(?:name)?|account|number|联系|聯繫|看这里|在这里|如下|搜索?|添加|备注"
_JOIN = rf"(?P<join>(?:{_MARK}|[:：=|（(“\"「【\[*_~`,，、!！➡→>-]|是|为|為|as |at |on |us |\s){{0,6}}?)"
_WORDS = "|".join(f"(?P<c{number}>{cue.words})" for number, cue in enumerate(CUES))
_ANY = re.compile(rf"{FIRST}(?<=(?={_WORDS}).)")
"""Begins with a plain set of signs, so that search skips fast."""
_PLATFORM = re.compile("|".join(cue.words for cue in CUES), re.IGNORECASE)
"""A list of messengers names no account: `wechat|weixin|line`."""
_NAMES_SOMETHING = re.compile(rf"{_MARK}|[:：=|(（“\"「【是为]|as |at ")
_PLAIN_AFTER = re.compile(r"[ \t][a-z]+[ .,;!?]")
_ENDINGS = re.compile(r"\.(?:com|cn|net|org|html?|png|jpe?g|md|js|py|pdf|svg|json)$", re.IGNORECASE)

TRUE_SAMPLES = (
    *(
        Sample(
            cue.true[0],
            (
                f"{cue.platform}:{cue.true[1].lower().removeprefix('@' if cue.platform == 'telegram' else '~')}",
            ),
        )
        for cue in CUES
    ),
    Sample("请关注微信公众号“某某理赔中心”回复", ("wechat:某某理赔中心",)),
    Sample("Message some_desk9 on Telegram", ("telegram:some_desk9",)),
    Sample("微博私信 @某某在线客服 可加急", ("weibo:@某某在线客服",)),
)
FALSE_SAMPLES = (
    *(Sample(cue.false) for cue in CUES),
    Sample("公众号菜单里的“账单”入口"),
    Sample("加微前请核对对方身份"),
    Sample("微信小程序里打开 index.html"),
    Sample("wechat|weixin|whatsapp|line|skype"),
    Sample("LINE = re.compile(pattern)"),
)


@cache
def _row(cue: Cue) -> re.Pattern[str]:
    return re.compile(rf"(?:{cue.words}){_JOIN}(?P<account>{cue.account})(?![\w@-])")


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield the accounts of `text[start:end]`."""
    taken: set[int] = set()
    for word in _ANY.finditer(text, start, end):
        hit = _behind(text, CUES[int((word.lastgroup or "c0")[1:])], word.start(), end)
        if hit and hit.start not in taken:
            taken.add(hit.start)
            yield hit
    for match in NAMED.finditer(text, start, end):
        asked = ASKED.search(text, max(start, match.start() - 12), match.start())
        if asked and match.start("name") not in taken:
            taken.add(match.start("name"))
            yield _name(match, match["name"])
    for match in REVERSED.finditer(text, start, end):
        if re.search(r"[\d_.@-]", match["name"]):
            yield _name(match, match["name"].lower().removeprefix("@"))
    for match in MENTION.finditer(text, start, end):
        if not match["name"].isascii():
            yield _name(match, f"@{match['name']}")


def _name(match: re.Match[str], name: str) -> Hit:
    platform = PLATFORM_OF.get(match["word"].lower(), "wechat")
    first, last = match.span("name")
    return Hit("social", first, last, f"{platform}:{name}", last)


def _behind(text: str, cue: Cue, at: int, end: int) -> Hit | None:
    match = _row(cue).match(text, at, min(end, at + 80))
    if not match or _is_word(text, match):
        return None
    account = match["account"]
    name = account.lower() if account.isascii() else account
    first, last = match.span("account")
    if cue.platform == "telegram":
        name = name.removeprefix("@")
    return Hit(cue.kind, first, last, f"{cue.platform}:{name.rstrip('.')}", last)


def _is_word(text: str, match: re.Match[str]) -> bool:
    """An ordinary word, an amount, a call or another platform behind the cue, not an account."""
    account, join = match["account"], match["join"]
    if _PLATFORM.fullmatch(account) or text[match.end() : match.end() + 1] == "(":
        return True
    before = text[match.start() - 1 : match.start()]
    if text[match.start()].isascii() and before.isascii() and before.isalnum():
        return True
    if _ENDINGS.search(account) or (not join.strip() and account.isdigit() and not join):
        return bool(_ENDINGS.search(account))
    if account.isdigit():
        return (
            re.match(r"\s?[元年月日个笔人次份%]", text[match.end() : match.end() + 2]) is not None
        )
    if re.search(r"[\d_@]", account):
        return not join and text[match.start()].isascii() and not account.startswith("@")
    named = _NAMES_SOMETHING.search(join) is not None
    return (
        not named
        or _PLAIN_AFTER.match(text, match.end()) is not None
        or account.istitle()
        or account.isupper()
    )
