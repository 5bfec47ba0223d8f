"""Accounts before and after the names of messengers and networks, slang included; see the table of cues."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.detectors.behind import REACH, ROOM, account_behind
from helpcenter.guard.detectors.cues import (
    ASKED,
    ASKED_BEHIND,
    CUES,
    MENTION,
    MINI_PROGRAM,
    NAMED,
    NAMED_AFTER,
    NICKNAMED,
    PLATFORM_OF,
    REVERSED,
    UNQUOTED,
)
from helpcenter.guard.detectors.mentions import ANY, cue_of, end_of, platform_at
from helpcenter.guard.detectors.not_accounts import PLAIN_ENDINGS
from helpcenter.guard.detectors.ordinary import is_menu
from helpcenter.guard.detectors.ways import led
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import busy, together
from helpcenter.guard.matching.hits import Hit, Sample
from helpcenter.guard.matching.needed import finder

_BEFORE = re.compile(
    r"(?P<link>[（(【\[]|\s?(?:←|<-|⬅)\s?|(?<=[\w]) (?=微信|[vV][xX]|QQ|qq)"
    r"|\s?(?:[，,]\s?(?:这个?|它|此|就)?是|是|为|就是|[这那]个|到|去|在|用|打开|的|on|via)"
    r"\s?)(?:我们的?"
    r"|我的?|官方的?|客服的?|专员的?|本人|手机"
    rf"|私人){{0,2}}\s?"
    rf"(?P<word>{'|'.join(f'(?P<d{n}>{cue.words})' for n, cue in enumerate(CUES))})"
)
"""A messenger behind the account: `desk_1（微信同号）`, `desk_1 是我们的微信`."""
_ACCOUNT_BACKWARDS = re.compile(
    r"\s?[\"”’」`]?([A-Za-z0-9_.-]{4,29}[A-Za-z]|\d{4,11}[1-9])(?![A-Za-z0-9_@.-])"
)
_ASKING = re.compile(r"(?:[加搜找添]|联系|输入|add|search)\s?[:：“\"`]?\s?\Z")
"""What stands in front of an account that has nothing but a space between it and the word."""
_TURNING = re.compile("搜|私[信聊]|关注|艾特")
"""What is to be done, between a network and a name."""
together(ANY, _BEFORE, NAMED, UNQUOTED, REVERSED, NICKNAMED, MINI_PROGRAM, MENTION, of="prose")
busy(ANY, _BEFORE, MENTION, REVERSED)

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
    Sample("关注公粽号【某某理赔】", ("wechat:某某理赔",)),
    Sample("复制 #小程序://某某助手/a1B2c3D4 打开", ("wechat-miniprogram:某某助手",)),
    Sample("视频号：Abc理赔", ("wechat-channels:Abc理赔",)),
    Sample("视频号“某某老师”每晚直播，点头像进群", ("wechat-channels:某某老师",)),
    Sample("围脖 @某某理赔专员", ("weibo:@某某理赔专员",)),
    Sample("on Telegram, the handle is some_desk", ("telegram:some_desk",)),
    Sample("扫码加 desk_k93 微信；desk_k94 ←微信", ("wechat:desk_k93", "wechat:desk_k94")),
    Sample("desk_k91（微信同号）", ("wechat:desk_k91",)),
    Sample("微信搜公众号 某某理赔中心，回复 1", ("wechat:某某理赔中心",)),
    Sample("1. 打开微信\n2. 点右上角的加号\n3. 填 desk_77", ("wechat:desk_77",)),
    Sample("We moved to Discord. The invite code is desk77.", ("discord:desk77",)),
)
FALSE_SAMPLES = (
    *(Sample(cue.false) for cue in CUES),
    Sample("见 order_k95 微信支付，field_k96 微信登录"),
    Sample("公众号菜单里的“账单”入口；微博：官方号"),
    Sample("枚举值 WX_PAY.QQ_PAY"),
    Sample("join in _Dingtalk Group_ :"),
    Sample("依赖 `pkg_a1` 与 `pkg_b2`"),
    Sample("No official Telegram group exists. WhatsApp group chats"),
    Sample("文件 app_v2（微信版）更新"),
    Sample("加微前请核对对方身份"),
    Sample("打开微信支付的账单，填 bill_24；不要在微信上加人，账号 desk_77 是骗子"),
    Sample("Open the Telegram developer portal. The id is app_77."),
    Sample("微信小程序里打开 index.html"),
    Sample("wechat|weixin|whatsapp|line|skype"),
    Sample("Which WhatsApp account is ours?"),
    Sample("LINE = re.compile(pattern)"),
)


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield the accounts of `text[start:end]`."""
    taken: set[int] = set()
    words = list(bounds.few(finder(ANY)(text, start, end), bounds.WORDS, "words for messengers"))
    for word in _with_room(iter(words), text, end):
        hit = account_behind(text, cue_of(word), word.start(), end)
        if hit and hit.start not in taken:
            taken.add(hit.start)
            yield hit
    yield from _in_front(text, start, end, taken)
    for word in reversed(words):  # the nearest in front of an account first
        cue = cue_of(word)
        last = end_of(text, word.start(), cue) or word.start() + 1
        for hit in led(text, start, end, (word.start(), last), cue.platform):
            if hit.start not in taken and text[max(start, hit.start - 5) : hit.start] != "live:":
                taken.add(hit.start)
                yield hit
    for match in (*finder(NAMED)(text, start, end), *finder(UNQUOTED)(text, start, end)):
        if _is_asked(text, start, match) and match.start("name") not in taken:
            taken.add(match.start("name"))
            yield _name(match, match["name"])
    for match in (*finder(REVERSED)(text, start, end), *finder(NICKNAMED)(text, start, end)):
        if re.search(r"[\d_.@-]", match["name"]) and match.start("name") not in taken:
            taken.add(match.start("name"))
            at = "@" if _known(match["word"]) in ("x", "twitter") else ""
            yield _name(match, at + match["name"].lower().removeprefix("@"))
    for match in finder(MINI_PROGRAM)(text, start, end):
        first, last = match.span()
        yield Hit("social", first, last, f"wechat-miniprogram:{match['name']}", last)
    for match in finder(MENTION)(text, start, end):
        if not match["name"].isascii():
            yield _name(match, f"@{match['name']}")


def _with_room(words: Iterator[re.Match[str]], text: str, end: int) -> Iterator[re.Match[str]]:
    """The words with characters of an account in reach, which are searched for once for all words."""
    room: re.Match[str] | None = None
    for word in words:
        at = word.start()
        if room is None or room.end() <= at:
            room = ROOM.search(text, at, end)
        if room is None:
            return
        if room.start() < at + REACH:
            yield word


def _is_asked(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a reader is told to turn to a name: in front of it, behind it, or by the word itself."""
    between = text[match.start() : match.start("name")]
    return bool(
        "搜" in match[0]
        or _TURNING.search(between)
        or (
            ASKED.search(text, max(start, match.start() - 12), match.start())
            and not is_menu(
                text[max(start, match.start() - 8) : match.start("name")], match["name"]
            )
        )
        or ASKED_BEHIND.match(text, match.end("name"))
        or (NAMED_AFTER.search(between) and re.match("[A-Za-z]", match["name"]))
    )


def _in_front(text: str, start: int, end: int, taken: set[int]) -> Iterator[Hit]:
    """Accounts in front of the word."""
    for match in finder(_BEFORE)(text, start, end):
        first = match.start()
        found = _ACCOUNT_BACKWARDS.match(text[max(start, first - 40) : first][::-1])
        if not found:
            continue
        cue = CUES[int(next(n for n, v in match.groupdict().items() if v and n[0] == "d")[1:])]
        name = found[1][::-1]
        bracket = match["link"].strip() in ("（", "(", "【", "[")
        behind = text[match.end() : match.end() + 6]
        closed = not bracket or re.match(r"\s?(?:同?号|客服|ID|群|同步)?\s?[)）】\]]", behind)
        asked = match["link"] != " " or _ASKING.search(
            text[max(start, first - 60) : first - len(name)]
        )
        if (
            not asked
            or not closed
            or not re.fullmatch(cue.account, name)
            or not re.search(r"\d|_", name)
        ):
            continue
        at = first - found.end(1)
        if at not in taken and not PLAIN_ENDINGS.search(name):
            taken.add(at)
            yield Hit(
                cue.kind, at, at + len(name), f"{cue.platform}:{name.lower()}", at + len(name)
            )


def _known(word: str) -> str:
    """The platform of a word that is in the table of those; empty for none."""
    return PLATFORM_OF.get(word.lower()) or PLATFORM_OF.get(word.lower().replace("-", " "), "")


def _name(match: re.Match[str], name: str) -> Hit:
    platform = _known(match["word"]) or platform_at(match.string, match.start())
    first, last = match.span("name")
    also = ((f"{platform}:@{name}", 0), (f"{platform.removesuffix('-channels')}:{name}", 0))
    return Hit("social", first, last, f"{platform}:{name}", last, also=also)
