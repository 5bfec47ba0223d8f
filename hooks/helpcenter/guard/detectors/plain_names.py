"""Accounts of letters alone that a reader is told to contact: `加微信deskname处理`, `ping deskname on Line`.

A Latin word is an account only where nothing else is possible: in Chinese after a word for adding
or searching with a messenger nearby, in English where a person is messaged there or the text says
what to do with the person found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.detectors import mentions, namesakes, networks
from helpcenter.guard.detectors.cues import PLATFORM_OF
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.hits import Hit, Sample, account_hit
from helpcenter.guard.matching.needed import finder

_TURN = "添加|加|搜一搜|搜索?|查找|关注|關注|联系|聯絡|聯繫|私信|私聊|找|敲|戳"
_NAME = r"(?P<account>[A-Za-z]{5,24})(?![A-Za-z0-9@/(=_:-]|\.\w|\s[a-z])"
_ASKED = re.compile(rf"(?:{_TURN})(?P<between>[^A-Za-z0-9，。！？；、\n]{{0,10}}){_NAME}")
_FILLER = re.compile(
    r"(?:一下|我们|我們|咱们?|客服|专员|專員|老师|官方|个人|工作|值班|用户|用戶|名字|昵称"
    r"|好友|[的个個]|[账帐賬帳]?[号號户戶]|[名是为為叫：“「『【（《]|[:\"'`(\s])*"
)
"""What stands between such a word, the messenger and the name."""
_PLACE = re.compile(
    r"(?:上|里面?|裡面?|那[边里]|中)?(?:请|請|直接|就|再|去|可以?|能|您|你|大家|[，,\s]){0,4}\Z"
)
"""Between a messenger and the word for searching there."""
_PRODUCT = re.compile(
    r"[”\"」』】）)》]?\s?(?:小程序|支付|付款|客户端|官网|[aA][pP][pP]|插件|接口|模板|机器人"
    r"|文档|[sS][dD][kK]|登[录錄]|库|包|框架|字段|参数|协议|组件|功能|服务端|按钮|权限)"
)
_NETWORKS = "|".join(word for word in PLATFORM_OF if word.isascii() and " " not in word)
_PERSONAL = "poke|ping|dm|nudge|buzz|hit up|pm"
_ANY = "find|look up|look for|search for|search|add|message|text|write to|ask for|ask|contact|reach|follow|chat with|talk to"
_ENGLISH = re.compile(
    rf"\b(?:(?P<verb>{_PERSONAL}|{_ANY}|drop|send|give|shoot|leave"
    rf"|write)\s[“\"'‘]?(?P<account>[a-z]{{6,24}})[”\"'’]?"
    r"(?P<line>\sa\s(?:\w+\s)?(?:line|message|note|text|dm|buzz|shout|ping|word|hello))?\s"
    r"(?:over\s)?(?:on"
    rf"|via|through)\s(?P<word>{_NETWORKS})\b"
    rf"|(?:on|to|into|open|in|inside)\s(?:(?:our|the)\s)?(?P<word2>{_NETWORKS})"
    r"(?:\s(?:server|group|channel|room|chat|app))?,?\s"
    rf"(?:(?:and|then|just|please)\s){{0,2}}(?P<verb2>{_PERSONAL}|{_ANY})\s(?:for\s)?"
    rf"[“\"'‘]?(?P<account2>[a-z][a-z._]{{4,23}}[a-z])(?=[”\"'’]?(?:[.,;:!?]|\sand\s|\Z)))",
    re.IGNORECASE,
)
_MET = re.compile(
    r"[^.!?\n]{0,30}?\b(?:say h|friend request|send (?:a|the|him|her|them|it)\b"
    r"|(?:message|tell|ask|add|text) (?:him|her|them|it)\b"
    r"|(?:s?he|they)"
    r"(?:['’]\w{1,2}| (?:will|can|has|have|is|are|answers?|repl(?:y|ies)|pick))\b"
    r"|(?:quote|mention|with) your\b|start a chat)",
    re.IGNORECASE,
)
"""What to do with the person found there."""
_FRIEND = re.compile(
    rf"\b(?:{_ANY})\s[“\"'‘]?(?P<account>[a-z][a-z._]{{4,22}}[a-z])[”\"'’]?(?:,|\sand|\sthen"
    rf"|,\s(?:and|then))\s[^.!?\n]{{0,16}}?\b(?:(?:friend|contact|chat) request"
    r"|say h(?:i|ello)\b|add (?:him|her|them) as)",
    re.IGNORECASE,
)
"""A name to look up and to make friends with."""
_UNDER = re.compile(
    rf"\bon\s(?P<word>{_NETWORKS})\b[^.!?\n]{{0,24}}?\s(?:under|as|by the name(?: of)?|at"
    r"|named"
    rf"|called)\s[“\"'‘]?(?P<account>@?(?=[a-z]{{0,24}}[._])[a-z][a-z._]{{4,28}}[a-z])(?!"
    r"[\w@/(-]"
    r"|\.\w)",
    re.IGNORECASE,
)
_PAGE = re.compile(
    rf"\b(?P<word>{_NETWORKS})\s(?:business\s|official\s|support\s)?(?:page|group|channel"
    r"|profile|account|community"
    r"|server)\s[“\"'‘]?"
    rf"(?P<account>(?-i:[A-Z])[\w&]{{1,20}}(?:\s(?-i:[A-Z])[\w&]{{0,20}}){{1,5}})",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:Desk|Support|Recovery|Refunds?|Services?|Help|Claims?|Care|Team|Agents?"
    r"|Cent(?:er|re)|Office|Assistance|Complaints?|Rescue|Advisors?)\b"
)
"""A page with the name of an office."""
_FILE = re.compile(
    r"\.(?:com|cn|net|org|html?|md|js|py|json|ya?ml|txt|csv|pdf|png|jpe?g|svg|zip|apk|app|io"
    r"|test|example|invalid)\Z"
)
_WORDS = frozenset({
    "account", "accounts", "agents", "answers", "anybody", "anyone", "anything", "assistant",
    "channels", "community", "contact", "contacts", "customer", "customers", "email",
    "everyone", "friend", "friends", "group", "groups", "handle", "login", "members",
    "merchant", "merchants", "message", "messages", "nobody", "number", "official", "openid",
    "payment", "people", "person", "phone", "posts", "robot", "seller", "sellers", "service",
    "somebody", "someone", "something", "staff", "stories", "strangers", "support", "token",
    "unionid", "usernames", "users", "video", "videos", "webhook", "widget", "world",
})  # fmt: skip
"""Ordinary words that stand there."""
_WARNS = re.compile(
    r"骗|诈|詐|騙|冒充|假冒|不要|切勿|请勿|別|别|勿|\bscam|\bfraud|\bfake|\bnever\b|don.t"
    r"|\bdo not\b|\bnot\b",
    re.IGNORECASE,
)
_LATIN = re.compile(rf"(?<![A-Za-z])(?:{_NETWORKS})(?![A-Za-z])", re.IGNORECASE)
_STOP = re.compile(r"[。！？；!?\n]|\. ")
_LEAD = 16
"""Characters in front of a word for searching in which the network stands."""
TRUE_SAMPLES = (
    Sample("提现卡住，加微信deskname处理", ("wechat:deskname",)),
    Sample("关注公众号 DeskService，回复“退款”", ("wechat:deskservice",)),
    Sample("上快手找 deskname，双击关注", ("kuaishou:deskname",)),
    Sample("急件請加微信 deskname，註明退款", ("wechat:deskname",)),
    Sample("Ping deskname on Discord.", ("discord:deskname",)),
    Sample("Find deskname on Line and say hello.", ("line:deskname",)),
    Sample("Jump on Discord and poke deskname; she is there.", ("discord:deskname",)),
    Sample("Once inside, search deskname and send a friend request.", ("account:deskname",)),
    Sample("Our Facebook page Some Rescue Desk answers.", ("facebook:some rescue desk",)),
    Sample("She takes cases on Signal under desk.name all night.", ("signal:desk.name",)),
)
FALSE_SAMPLES = (
    Sample("关注公众号后，在菜单里选账单；添加微信 openid 字段"),
    Sample("关注公众号 OKPay，加微信 okpay"),
    Sample("搜索微信小程序；加微信支付 SDK；关注公众号 Python"),
    Sample("用微信搜一搜 app store 里的应用"),
    Sample("Find friends on Signal and send a message."),
    Sample("A Facebook page Some Rescue Desk is a scam? The Facebook page Privacy Settings"),
    Sample("Post stories on Facebook. Follow orders on Discord for news."),
)
together(_ASKED, _ENGLISH, _UNDER, _PAGE, _FRIEND, of="prose")


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield such names in `text[start:end]`."""
    for names in (_asked, _pinged, _under, _befriended, _pages):
        yield from names(text, start, end)


def _asked(text: str, start: int, end: int) -> Iterator[Hit]:
    """Names behind a Chinese word for adding or searching."""
    for match in finder(_ASKED)(text, start, end):
        if _is_ordinary(match["account"]) or _PRODUCT.match(text, match.end()):
            continue
        if (platform := _asked_on(text, start, match)) and not _is_warning(text, match, start):
            yield account_hit("messenger", platform, match, "account")


def _pinged(text: str, start: int, end: int) -> Iterator[Hit]:
    """Names in an English sentence with a network in front or behind."""
    for match in finder(_ENGLISH)(text, start, end):
        group = "account" if match["account"] else "account2"
        personal = re.fullmatch(_PERSONAL, match["verb"] or match["verb2"], re.IGNORECASE)
        marked = match["line"] or re.search("[._]", match[group])
        told = personal or marked or _MET.match(text, match.end(), end)
        if told and _is_lone(match[group]) and not _is_warning(text, match, start):
            word = (match["word"] or match["word2"]).lower()
            yield account_hit("messenger", PLATFORM_OF.get(word, word), match, group)


def _is_lone(name: str) -> bool:
    """Whether a name in small letters is no ordinary word and no file."""
    return name.islower() and name not in _WORDS and not _FILE.search(name)


def _under(text: str, start: int, end: int) -> Iterator[Hit]:
    for match in finder(_UNDER)(text, start, end):
        if not _FILE.search(match["account"]):
            yield account_hit("messenger", PLATFORM_OF[match["word"].lower()], match, "account")


def _befriended(text: str, start: int, end: int) -> Iterator[Hit]:
    for match in finder(_FRIEND)(text, start, end):
        name = match["account"]
        if name.islower() and name not in _WORDS and not _is_warning(text, match, start):
            named = mentions.named_before(text, start, match.start(), name)
            yield account_hit("messenger", named or "account", match, "account")


def _pages(text: str, start: int, end: int) -> Iterator[Hit]:
    for match in finder(_PAGE)(text, start, end):
        if _OFFICE.search(match["account"]) and not _is_warning(text, match, start):
            yield account_hit("social", PLATFORM_OF[match["word"].lower()], match, "account")


def _is_ordinary(name: str) -> bool:
    """Whether a name in a Chinese sentence is our own, a word or one that things have."""
    ours = name.lower() in _WORDS | namesakes.NAMES.get().brands
    return ours or name.istitle() or name.isupper()


def _asked_on(text: str, start: int, match: re.Match[str]) -> str:
    """The network that stands between the word for searching and a name, or in front of both."""
    between = match["between"]
    if found := _network(between):
        first, last, name = found
        return name if _FILLER.fullmatch(between[:first] + between[last:]) else ""
    before = text[max(start, match.start() - _LEAD) : match.start()]
    found = _network(before) if _FILLER.fullmatch(between) else None
    return found[2] if found and _PLACE.match(before, found[1]) else ""


def _network(piece: str) -> tuple[int, int, str] | None:
    """Where in a few words the last network is named, and which it is."""
    words = [*networks.WORDS.finditer(piece), *_LATIN.finditer(piece)]
    if word := max(words, key=lambda word: word.end(), default=None):
        return *word.span(), PLATFORM_OF.get(word[0].lower()) or networks.name_of(word[0])
    if word := mentions.word_in(piece):
        return *word.span(), mentions.platform_at(piece, word.start())
    return None


def _is_warning(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the sentence of a name says not to do so."""
    before = text[max(start, match.start() - 2 * _LEAD) : match.start()]
    behind = text[match.end() : match.end() + 2 * _LEAD]
    sentence = f"{_STOP.split(before)[-1]} {_STOP.split(behind)[0]}"
    return _WARNS.search(sentence) is not None
