"""Table of less common networks and messengers: their names and the shape of an account.

Where the name is also an ordinary word (Signal, 有信), only a marker after it (`ID`, `号`, a colon)
makes what follows an account.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from helpcenter.guard.detectors import slang
from helpcenter.patterns.words import one_of

LATIN = r"[A-Za-z][A-Za-z0-9_.-]{1,28}[A-Za-z0-9]|\d{1,9}[A-Za-z_][A-Za-z0-9_]{1,20}"
NUMBER = r"\d{5,12}|\d{1,4}(?:[ -]\d{2,4}){1,3}"
EITHER = rf"(?:{LATIN}|{NUMBER})"


@dataclass(frozen=True, slots=True)
class Network:
    """One network."""

    name: str
    """Written in front of the account in canonical forms."""
    kind: Literal["social", "messenger"]
    words: tuple[str, ...]
    true: tuple[str, str]
    """A text, and the account in it."""
    false: str
    account: str = EITHER
    ordinary: bool = False
    """Whether its words are ordinary words too."""


NETWORKS: tuple[Network, ...] = (
    Network("batchat", "messenger", ("蝙蝠聊天", "蝙蝠", "BatChat"), ("蝙蝠ID 88991234", "88991234"), "蝙蝠侠 3 上映"),
    Network("feishu", "messenger", ("飞书", "飛書"), ("飞书联系人：desk_k2", "desk_k2"), "飞书文档 2024 版"),
    Network("lark", "messenger", ("Lark",), ("Lark ID: desk_k3", "desk_k3"), "Lark docs", ordinary=True),
    Network("dingtalk", "messenger", ("钉钉", "釘釘", "DingTalk", "钉群", "钉钉群"), ("进钉群 3522 0001", "35220001"), "钉钉 6.5 版"),
    Network("xianyu", "social", ("闲鱼", "閑魚", "咸鱼", "鹹魚", "海鲜市场"), ("咸鱼ID：desk_k4", "desk_k4"), "闲鱼 7 天包退"),
    Network("zhuanzhuan", "social", ("转转",), ("转转号：desk_k5", "desk_k5"), "转转 30 天", ordinary=True),
    Network("wangwang", "messenger", ("阿里旺旺", "淘宝旺旺", "旺旺", "千牛", "旺信"), ("旺旺：desk_k6", "desk_k6"), "旺旺 12 包"),
    Network("momo", "messenger", ("陌陌",), ("陌陌号 mo12345678", "mo12345678"), "陌陌 2023 财报"),
    Network("tantan", "messenger", ("探探",), ("探探ID：desk_k7", "desk_k7"), "去探探路"),
    Network("soul", "messenger", ("Soul",), ("Soul ID desk_k8", "desk_k8"), "Soul music 1970", ordinary=True),
    Network("miliao", "messenger", ("密聊", "密信", "米聊", "聊天宝", "易信", "默往", "友聊", "连信", "事密达", "海鸥聊天"),
            ("密聊号：desk_k9", "desk_k9"), "密信 3 封"),
    Network("youxin", "messenger", ("有信",), ("有信号：desk_l1", "desk_l1"), "有信心 100 分", ordinary=True),
    Network("bilibili", "social", ("B站", "b站", "哔哩哔哩", "bilibili"), ("B站UID:88123456", "88123456"), "B站 2023 年会"),
    Network("huya", "social", ("虎牙", "斗鱼", "花椒", "映客", "YY语音", "YY直播"), ("虎牙房间号 88123456", "88123456"), "虎牙 2023 财报"),
    Network("zhihu", "social", ("知乎", "豆瓣", "贴吧", "百度贴吧", "百家号", "头条号", "今日头条", "脉脉", "喜马拉雅", "最右"),
            ("知乎账号 desk_l2", "desk_l2"), "知乎 10 周年"),
    Network("douyin", "social", ("抖音", "抖Y", "抖y", "某音", "快音"), ("抖音搜 desk_l3", "desk_l3"), "抖音 15 秒"),
    Network("kuaishou", "social", ("快手", "某手"), ("加快手 desk_l4", "desk_l4"), "快手 2023 年"),
    Network("xiaohongshu", "social", ("小红书", "小紅書", "小红薯", "红薯", "薯号"), ("薯号：9500012345", "9500012345"), "红薯 5 斤"),
    Network("wechat", "social", ("公众号", "视频号", "服务号", "企业微信", "WeCom"), ("公众号搜 desk_l5", "desk_l5"), "视频号 2024 规则"),
    Network("qq", "social", ("QQ频道", "QQ 频道", "QQ空间", "QQ小世界"), ("QQ频道 desk_l9a", "desk_l9a"), "QQ空间 2023 相册"),
    Network("weibo", "social", ("微博", "新浪微博"), ("微博号：desk_n4", "desk_n4"), "微博 2023 年报"),
    Network("discord", "messenger", ("Discord", "discord"), ("Discord invite code: a1B2c3D4", "a1b2c3d4"), "Discord 2024 report"),
    Network("skype", "messenger", ("Skype",), ("Skype name live:desk_l6", "live:desk_l6"), "Skype 8.1 update", rf"(?:live:[\w.-]{{3,40}}|{LATIN})"),
    Network("signal", "messenger", ("Signal",), ("on Signal as desk.42", "desk.42"), "Signal 5 of 8", rf"(?:{LATIN})", ordinary=True),
    Network("session", "messenger", ("Session", "Oxen"), (f"Session ID: 05{'a1' * 32}", f"05{'a1' * 32}"), "Session 12345", r"05[0-9a-f]{64}"),
    Network("tox", "messenger", ("Tox", "qTox"), (f"Tox ID {'A1' * 38}", "a1" * 38), "Tox 12345", r"[0-9A-Fa-f]{76}"),
    Network("threema", "messenger", ("Threema",), ("Threema: A1B2C3D4", "a1b2c3d4"), "Threema 5 app", r"[A-Z0-9*][A-Z0-9]{7}"),
    Network("potato", "messenger", ("Potato", "土豆"), ("土豆号 desk_l7", "desk_l7"), "土豆 5 斤", ordinary=True),
    Network("safew", "messenger", ("SafeW", "Safew", "safew", "Letstalk", "LetsTalk", "letstalk", "Zangi", "BOTIM", "Wickr", "Kik", "KIK", "Jami", "Briar", "SimpleX", "ICQ", "BiP", "GroupMe", "XMPP", "Jabber"),
            ("SafeW 搜 desk_l8", "desk_l8"), "Kik 15 app"),
    Network("bluesky", "social", ("Bluesky", "BlueSky", "bsky", "Mastodon", "Twitch"), ("bsky: desk_n1", "desk_n1"), "Twitch 2023"),
    Network("instagram", "social", ("Insta", "insta", "Ins号", "ins号"), ("Insta: desk_n2", "desk_n2"), "Insta 360"),
    Network("snapchat", "social", ("Snap",), ("Snap: desk_n3", "desk_n3"), "Snap 2023", ordinary=True),
    Network("wire", "messenger", ("Wire", "Element", "Matrix", "Slack", "imo", "Band", "Threads", "Tango", "Steam", "Xbox", "PSN", "iMessage", "FaceTime", "Messenger"),
            ("Wire username desk_l9", "desk_l9"), "Wire transfer 10000", ordinary=True),
    Network("kakao", "messenger", ("카카오톡", "카톡", "카카오", "KakaoTalk", "Kakao"), ("카톡 아이디 desk_m1", "desk_m1"), "Kakao 2023"),
    Network("line", "messenger", ("라인", "ライン", "ไลน์"), ("라인 아이디 desk_m2", "desk_m2"), "라인 2", ordinary=True),
    Network("zalo", "messenger", ("Zalo", "zalo"), ("Zalo: desk_m3", "desk_m3"), "Zalo 2023", rf"(?:{LATIN})"),
    Network("telegram", "messenger", ("Телеграм", "Телеграмм", "телеграм", "телеграмм", "텔레그램", "テレグラム", "تيليجرام", "تلگرام", "टेलीग्राम"),
            ("Телеграм: desk_m6", "desk_m6"), "Телеграм 2023"),
    Network("whatsapp", "messenger", ("Ватсап", "Вотсап", "ватсап", "왓츠앱", "واتساب", "व्हाट्सएप"), ("Ватсап: desk_m7", "desk_m7"), "왓츠앱 2023"),
    Network("viber", "messenger", ("Вайбер", "вайбер", "바이버"), ("Вайбер: desk_m8", "desk_m8"), "Вайбер 2023"),
    Network("wechat", "messenger", ("Вичат", "위챗", "ウィーチャット", "วีแชท"), ("위챗 아이디 desk_m9", "desk_m9"), "위챗 2023"),
    Network("vk", "social", ("ВКонтакте", "Вконтакте", "VKontakte"), ("ВКонтакте: desk_n5", "desk_n5"), "ВКонтакте 2023"),
    Network("cashapp", "messenger", ("Cash App", "CashApp", "Venmo", "Zelle"), ("Cash App: $desk_m4", "$desk_m4"), "Venmo 2023", rf"[$@]?(?:{LATIN})"),
)  # fmt: skip

_OWN = {
    "bsky": "bluesky", "豆瓣": "douban", "贴吧": "tieba", "百度贴吧": "tieba", "百家号": "baijiahao", "头条号": "toutiao", "今日头条": "toutiao", "脉脉": "maimai",
    "喜马拉雅": "ximalaya", "最右": "zuiyou", "虎牙": "huya", "斗鱼": "douyu", "花椒": "huajiao", "映客": "inke", "YY语音": "yy", "YY直播": "yy",
    "易信": "yixin", "密信": "mixin", "视频号": "wechat-channels",
}  # fmt: skip
"""Names of networks that share a row with others."""
_SHARED = frozenset({"safew", "bluesky", "wire", "cashapp"})
"""Rows of networks that are called by their words."""
_CALLED = tuple(
    Network(
        name,
        kind,
        words,
        (f"{words[0]}号：desk_p1", "desk_p1"),
        f"{words[0]} 10 年",
        ordinary=ordinary,
    )
    for name, kind, words, ordinary in slang.rows()
)
_BY_WORD = {word: network for network in (*_CALLED, *NETWORKS) for word in network.words}
WORDS = re.compile(one_of(_BY_WORD))
"""Every word of the table, the longest first."""


def network(word: str) -> Network:
    """The network whose word this is."""
    return _BY_WORD[word]


def name_of(word: str) -> str:
    """The name of the network whose word this is."""
    name = _BY_WORD[word].name
    return _OWN.get(word) or (re.sub(r"\s", "", word).lower() if name in _SHARED else name)


_NAMES = frozenset(word.lower() for word in _BY_WORD if word.isascii()) | {
    "telegram", "whatsapp", "wechat", "weixin", "line", "viber", "facebook", "instagram", "twitter", "weibo", "douyin", "tiktok",
    "kuaishou", "xiaohongshu", "alipay", "youtube", "teams", "zoom", "qq",
}  # fmt: skip


def is_name(word: str) -> bool:
    """Whether a word is the name of a network or messenger: where they are listed, no account."""
    return word.lower() in _NAMES
