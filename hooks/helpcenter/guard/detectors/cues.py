"""Cue words of messengers and networks, slang and misspelling included, as data.

A row names the platform, the words, the shape of an account, and a sample of each sort:
one that must be found (with its account) and one that must not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_ID = r"[A-Za-z][\w.-]{3,29}"
_NUMBER = r"[1-9]\d{4,11}"
_EITHER = rf"(?:{_ID}|{_NUMBER})"


@dataclass(frozen=True, slots=True)
class Cue:
    """The words for one platform."""

    platform: str
    kind: Literal["social", "messenger"]
    words: str
    """Pattern of the words; signs between them are allowed for."""
    account: str
    true: tuple[str, str]
    """A text, and the account in it."""
    false: str


CUES: tuple[Cue, ...] = (
    Cue("wechat", "messenger",
        r"[微薇威徽維维崴溦嶶]\s?[-.·*/]?\s?[信伩芯❤♥心言]|卫星|衛星|维芯|绿泡泡|[vV]\s?[-.·/]?\s?[xX信❤♥]|[wW]\s?[-.·/]?\s?[xX]"
        r"|[wW][eE][iI]\s?[xX][iI][nN]|[wW][eE]\s?[cC]hat|[加家佳嘉＋+➕]\s?(?:我|个|一下|客服|专员)?\s?(?:[vVwW](?![A-Za-z])|[薇微❤])|绿色(?:聊天)?(?:软件|图标)|小绿|[vV]号|[微薇]号",
        _EITHER, ("退款加V：some_kefu87", "some_kefu87"), "微信支付与 OKPay 的账单"),
    Cue("qq", "messenger",
        r"[qQ]\s?[-.·]?\s?[qQ]\s?群?|[扣叩][扣叩]|企鹅|企鵝|球球|[qQ扣]\s?群|[加➕]\s?[qQ](?![A-Za-z])|[qQ]号|丘丘|秋秋|[qQ](?=\s?[:：])|[加入进][qQ扣]?群|群号",
        _NUMBER, ("企鹅号 1000000043", "1000000043"), "Q 币 10000 个"),
    Cue("telegram", "messenger",
        r"电\s?报|電報|纸?飞机|紙?飛機|T\s?[-.]?\s?G\b|tg(?=[\s:：号群@])|[tT]ele(?:gram|gran)?\b|小飞机|土豆",
        rf"@?{_ID}", ("飞机号：@some_desk1", "@some_desk1"), "飞机 Airbus 晚点；tele-fax"),
    Cue("line", "messenger", r"LINE\b|Line\s?(?=ID|id|[:：])|[加➕]?[賴赖](?=[\s:：@I])|連我",
        rf"@?{_ID}", ("加賴 @some_desk2", "@some_desk2"), "Line 10 of the form"),
    Cue("whatsapp", "messenger", r"[wW]hats?\s?-?[aA]pp|瓦次普|WS号",
        rf"(?:{_ID}|\+?\d{{7,15}})", ("WhatsApp: some_desk3", "some_desk3"), "WhatsApp groups"),
    Cue("dingtalk", "messenger", r"钉\s?钉|釘釘|丁丁|[dD]ing\s?[tT]alk", _EITHER,
        ("钉钉号：some-desk-4", "some-desk-4"), "钉钉 机器人"),
    Cue("signal", "messenger", r"Signal\b", r"[A-Za-z][\w]{2,31}\.\d{2,}",
        ("Signal: somedesk.42", "somedesk.42"), "Signal strength"),
    Cue("viber", "messenger", r"Viber\b", rf"(?:{_ID}|\+?\d{{7,15}})", ("Viber: desk_77", "desk_77"),
        "Viber calls"),
    Cue("kakao", "messenger", r"[kK]akao\s?(?:[tT]alk)?", _ID, ("KakaoTalk ID somedesk5", "somedesk5"),
        "Kakao maps"),
    Cue("zalo", "messenger", r"[zZ]alo\b", _EITHER, ("Zalo: desk_78", "desk_78"), "Zalo works"),
    Cue("skype", "messenger", r"[sS]kype\b", rf"(?:live:)?{_ID}", ("Skype: live:desk_79", "live:desk_79"),
        "Skype calls"),
    Cue("discord", "messenger", r"[dD]iscord\b", r"[\w.-]{2,32}#\d{4}",
        ("Discord user some-desk#0001", "some-desk#0001"), "Discord #general"),
    Cue("alipay", "messenger", r"支付宝(?=账?号|帐?号|[:：])", _EITHER, ("支付宝账号：desk_80a", "desk_80a"),
        "支付宝 Alipay"),
    Cue("feishu", "messenger", r"飞书(?=号|[:：])|Lark ID", _EITHER, ("飞书号：desk_81", "desk_81"), "飞书 Lark"),
    Cue("douyin", "social", r"抖\s?音", _EITHER, ("抖音号 some_desk_kf", "some_desk_kf"), "抖音 TikTok 直播"),
    Cue("kuaishou", "social", r"快手(?=号|[:：\s])", _EITHER, ("快手号：desk_82", "desk_82"), "快手 Kwai"),
    Cue("xiaohongshu", "social", r"小红书|小紅書|RED号", _EITHER, ("小红书号：desk_83", "desk_83"),
        "小红书 笔记"),
    Cue("weibo", "social", r"微博|围脖|[wW]eibo", rf"@?{_ID}", ("微博：@some_desk84", "@some_desk84"),
        "微博 hot search"),
)  # fmt: skip

FIRST = r"[入进群小绿微薇威徽維维崴溦嶶卫衛绿vVwW加家佳嘉＋+➕qQ扣叩企球丘秋电電纸紙飞飛Tt小土L賴赖連瓦钉釘丁dDSsVkKzZ支R抖快围]"
"""Every sign that some row's words begin with."""
NAMED = re.compile(
    r"[微公服视小企抖快B知支百](?<=(?=(?P<word>微信公众号|微信服务号|微信|公众号|服务号|视频号|小程序|企业微信|抖音|快手|小红书|微博|B站|知乎|支付宝生活号|百家号)"
    r"(?:账?号)?(?:是|为|名为|叫|搜索?|[:：\s]){0,3}[“\"「『《【](?P<name>[^”\"」』》】\n]{2,24})[”\"」』》】]).)"
)
"""A platform and a name in quotes right behind it."""
ASKED = re.compile(
    r"(?:关注|搜索|搜|添加|加|联系|私信|认准|进入|打开|回复|follow|search|add)[^。；\n]{0,8}$",
    re.IGNORECASE,
)
"""What makes of such a name an account to turn to; right in front of it."""
MENTION = re.compile(
    r"(?P<word>微博|抖音|小红书|快手|知乎|B站|[wW]eibo)[^@\n。；]{0,10}@(?P<name>[\w\u4e00-\u9fff·-]{2,24})"
)
"""A network and an `@name` in Chinese letters."""
REVERSED = re.compile(
    r"(?:message|dm|text|add|contact|find|reach|ping|chat with|write to)\s(?:us\s)?(?P<name>@?[A-Za-z][\w.-]{4,29})\s"
    r"(?:on|via|over|through|in|at)\s(?P<word>Telegram|TG|WeChat|LINE|Line|WhatsApp|Signal|Skype|Viber|Discord|Instagram|Facebook|X|Twitter)\b",
    re.IGNORECASE,
)
"""The account in front of the platform."""
PLATFORM_OF = {
    "telegram": "telegram", "tg": "telegram", "line": "line", "whatsapp": "whatsapp", "signal": "signal",
    "skype": "skype", "viber": "viber", "discord": "discord", "instagram": "instagram",
    "facebook": "facebook", "x": "x", "twitter": "x",
    "微博": "weibo", "weibo": "weibo", "抖音": "douyin", "快手": "kuaishou", "小红书": "xiaohongshu",
    "知乎": "zhihu", "b站": "bilibili", "百家号": "baijiahao", "支付宝生活号": "alipay",
}  # fmt: skip
"""Networks of those words; all others belong to WeChat."""
