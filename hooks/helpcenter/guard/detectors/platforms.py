"""Networks and messengers: how their profile addresses and account names read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from helpcenter.guard.matching import canonical
from helpcenter.patterns.words import one_of


@dataclass(frozen=True, slots=True)
class Platform:
    """One network."""

    name: str
    """Written in front of the account in canonical forms."""
    kind: Literal["social", "messenger"]
    hosts: tuple[str, ...] = ()
    path: str = ""
    """Pattern of the path (with query) of a profile; group 1 is the account."""
    words: tuple[str, ...] = ()
    """Words that name it in prose; those in capitals only in capitals."""
    account: str = r"[A-Za-z][\w.-]{4,29}"
    """Pattern of an account behind such a word."""
    at: bool = False
    """Accounts are written with a leading @."""
    phone: bool = False
    """The account is a telephone number."""


_NUMBER = r"(?:\+|%2[Bb])?(\d(?:[\d().+-]|%20|%2[89Dd]){4,30}\d)"
"""A telephone number in an address, plain or in groups."""
PLATFORMS: tuple[Platform, ...] = (
    Platform("telegram", "messenger", ("tg://resolve", "tg://join"), r"/?\?(?:.*&)?(?:domain|invite|phone)=([\w-]+)"),
    Platform("line", "messenger", ("line://ti", "line://r"), r"/(?:ti/)?p/~?((?:@|%40)?[\w.-]+)"),
    Platform("qq", "messenger", ("mqqwpa://im", "mqq://im", "mqqapi://card", "tencent://message"),
             r"/?[^?]*\?(?:.*&)?uin=(\d{5,12})"),
    Platform("viber", "messenger", ("viber://chat", "viber://add"),
             r"/?\?(?:.*&)?number=" + _NUMBER, phone=True),
    Platform("whatsapp", "messenger", ("whatsapp://send",),
             r"/?\?(?:.*&)?phone=" + _NUMBER, phone=True),
    Platform("wechat", "messenger", ("weixin://dl",), r"/[^?]*\?([\w-]+)(?![\w=-])"),
    Platform("telegram", "messenger", ("t.me", "telegram.me", "telegram.dog"),
             r"/(?:s/)?(?!joinchat)(\w{4,32})", ("Telegram", "电报", "TG"), r"@?[A-Za-z]\w{4,31}"),
    Platform("whatsapp", "messenger", ("wa.me",), "/" + _NUMBER, phone=True),
    Platform("whatsapp", "messenger", ("api.whatsapp.com", "web.whatsapp.com"),
             r"/send/?\?(?:.*&)?phone=" + _NUMBER, phone=True),
    Platform("line", "messenger", ("line.me",), r"/(?:R/)?ti/p/~?((?:@|%40)?[\w.-]+)",
             ("LINE",), r"@?[A-Za-z][\w.-]{3,19}"),
    Platform("wechat", "messenger", ("u.wechat.com",), r"/([\w-]+)",
             ("微信公众号", "微信", "公众号", "WeChat official account", "WeChat", "Weixin"),
             r"[A-Za-z][\w-]{5,19}"),
    Platform("qq", "messenger", ("qm.qq.com", "wpa.qq.com"), r"/.*?(?:[?&](?:uin|k)=)([\w-]+)",
             ("QQ群", "QQ"), r"[1-9]\d{4,11}"),
    Platform("discord", "messenger", ("discord.gg",), r"/([\w-]+)", ("Discord",)),
    Platform("discord", "messenger", ("discord.com",), r"/invite/([\w-]+)"),
    Platform("dingtalk", "messenger", words=("钉钉", "DingTalk")),
    Platform("kakao", "messenger", words=("KakaoTalk", "Kakao")),
    Platform("signal", "messenger", ("signal.me",), "/#p/" + _NUMBER, phone=True),
    Platform("viber", "messenger", ("viber.me", "viber.click"), "/" + _NUMBER, phone=True),
    Platform("zalo", "messenger", ("zalo.me",), r"/(\d{6,15})"),
    Platform("skype", "messenger", ("join.skype.com",), r"/([\w.-]{4,})"),
    Platform("snapchat", "social", ("snapchat.com",), r"/add/([\w.-]+)", ("Snapchat",)),
    Platform("x", "social", ("x.com", "twitter.com"), r"/(?:intent/(?:user|follow)\?(?:.*&)?screen_name=)?@?(\w{1,50})",
             ("Twitter", "Tweet", "推特", "X"), r"@\w{4,50}", at=True),
    Platform("weibo", "social", ("weibo.com",), r"/(?:u/|n/)?([\w-]+)", ("微博", "Weibo"),
             r"@[\w-]{2,30}", at=True),
    Platform("facebook", "social", ("facebook.com", "fb.com", "fb.me", "m.me", "me"), r"/([\w.]{3,})",
             ("Facebook",)),
    Platform("instagram", "social", ("instagram.com",), r"/([\w.]+)", ("Instagram",)),
    Platform("youtube", "social", ("youtube.com",), r"/@([\w.-]+)"),
    Platform("tiktok", "social", ("tiktok.com",), r"/@([\w.-]+)", ("TikTok",)),
    Platform("douyin", "social", ("douyin.com",), r"/user/([\w-]+)", ("抖音",)),
    Platform("linkedin", "social", ("linkedin.com",), r"/(?:company|in)/([\w-]+)"),
)  # fmt: skip

_BY_HOST = {host: p for p in PLATFORMS for host in p.hosts}
_NOT_ACCOUNTS = {"share", "intent", "home", "login", "search", "hashtag", "sharer", "watch"}


def of_url(url: canonical.Url) -> tuple[Platform, str] | None:
    """The platform and canonical account of a profile address, or None."""
    web = url.scheme in ("", "http", "https")
    host = url.host.removeprefix("www.").removeprefix("m.")
    if host.endswith(".t.me") and web:
        return _BY_HOST["t.me"], account(_BY_HOST["t.me"], host.removesuffix(".t.me"))
    platform = _BY_HOST.get(host if web else f"{url.scheme}://{url.host}")
    match = re.match(platform.path, url.tail) if platform else None
    if not platform or not match or match[1].lower() in _NOT_ACCOUNTS:
        return None
    return platform, account(platform, match[1])


def spellings(word: str) -> set[str]:
    """The ways to write a platform's word that count."""
    return {word} if word.isupper() else {word, word.lower(), word.upper(), word.capitalize()}


_BY_WORD = {form: p for p in PLATFORMS for word in p.words for form in spellings(word)}
WORDS = re.compile(one_of(_BY_WORD))
"""All words of the table; begins with plain letters, so that search skips fast."""


@lru_cache(maxsize=1024)
def named(word: str) -> Platform | None:
    """The platform that `word` names, as a record or an article writes it."""
    match = WORDS.search(word)
    return _BY_WORD[match[0]] if match else None


def account(platform: Platform, name: str) -> str:
    """Canonical form of an account: `telegram:name`, `x:@name`, or E.164."""
    name = name.replace("%40", "@")
    if platform.phone:
        name = re.sub(r"%\w\w|\D", "", name)
        return canonical.phone(f"+{name}") or f"{platform.name}:{name}"
    if platform.at:
        name = f"@{name.removeprefix('@')}"
    elif platform.name not in ("line", "weibo"):
        name = name.removeprefix("@")
    return f"{platform.name}:{name.lower() if name.isascii() else name}"


def of_handle(platform_name: str, handle: str) -> str:
    """Canonical form of an account whose platform is named in words."""
    platform = named(platform_name)
    return account(platform, handle) if platform else f"{platform_name.lower()}:{handle.lower()}"


def is_platform(host: str) -> bool:
    """Whether anybody can open a page on this host."""
    return host.removeprefix("www.").removeprefix("m.") in _BY_HOST
