"""Pass-phrases: codes that an app reads from the clipboard and opens as a page or a chat.

`fu:/￥a1B2c3D4e5￥` and the like are copied whole; the app that is named next to one opens it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.hits import Hit, Sample
from helpcenter.guard.matching.needed import finder

_APPS: tuple[tuple[str, str], ...] = (
    ("alipay", r"支付宝|[aA]lipay|fu:/|吱口令"),
    ("taobao", r"淘口令|淘宝|[tT]aobao|天猫|手淘"),
    ("douyin", r"抖音|[dD]ouyin"),
    ("kuaishou", r"快手|[kK]uaishou"),
    ("xiaohongshu", r"小红书"),
    ("xianyu", r"闲鱼|咸鱼|海鲜市场"),
    ("pinduoduo", r"拼多多"),
    ("jd", r"京东"),
    ("meituan", r"美团"),
    ("weixin", r"微信"),
)
"""Apps that read the clipboard, and their words."""
_APP = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _APPS))
_CODE = r"(?=[A-Za-z]*\d|[a-z]*[A-Z])[A-Za-z0-9]{8,16}"
_WRAPPED = re.compile(
    rf"(?:(?P<scheme>[a-z]{{2,4}}:/)\s?/?)?(?P<char>[￥¥€₤₴₳¢₡₢]"
    rf"|[$＄](?=[^$\n]{{8,16}}[$＄]))\s?(?P<code>{_CODE})\s?[￥¥€₤₴₳¢₡₢$＄]"
)
"""Between signs of currencies, as nothing else is written."""
_BARE = re.compile(
    rf"(?:(?<![\w:])[a-z]{{2,4}}:/(?!/)\s?(?:[a-z]{{1,4}}:/\s?)?|(?<![\w:]):/(?!/)\s?"
    rf"|(?:[复複]制|粘贴|口令)[^。\n]{{0,12}}?[:：「【“\"（(]\s?"
    rf"(?=[^。\n]{{8,40}}(?:打开|打開|复制|粘贴)))(?P<code>{_CODE})(?![\w/.-])"
)
"""Behind a short scheme with one slash, or behind the word for copying."""
_COPIED = re.compile(
    rf"(?<![\w/.-])(?P<code>{_CODE})[^\w\n]{{0,4}}[复複]制(?:此|这|整|本|该)[条段]?(?:消息"
    r"|内容|话|口令|信息)"
)
"""In front of “copy this message”."""
_SHARED = re.compile(
    rf"【[^】\n]{{2,24}}】[^\w\n]{{0,6}}(?:(?:https?)?:/{{1,2}}\s?)?(?P<code>{_CODE}"
    rf"|(?=[A-Za-z]*\d)[A-Za-z0-9]{{6,7}})(?![\w/.-])"
)
"""Behind the title of what is shared."""
_WORDED = re.compile(
    r"(?:口令|暗号|红包码|搜索码|领取码)(?:是|为"
    rf"|[:：\s]){{0,3}}(?:[“\"「【『](?P<quoted>[^”\"」】』\n]{{3,24}})[”\"」】』]"
    rf"|[“\"「【『]?(?P<code>\d{{6,12}}|{_CODE})(?![\w-]))"
)
"""A phrase to enter, behind the word for it."""
_QUERIED = re.compile(
    rf"(?:支付宝|微信|抖音|快手|淘宝|拼多多|京东|闲鱼|小红书|美团)[^。\n]{{0,10}}?(?:搜一搜"
    rf"|搜索框?|搜)[^“”\"「【\n。]{{0,6}}[“\"「【](?P<code>\d{{4,10}}"
    rf"|{_CODE})[”\"」】][^。\n]{{0,14}}?(?:领|进|客服|退|人工|办理)"
)
"""A number or code to look up in an app, for what opens then."""
_ENTERED = re.compile(r"搜|输入|[复複]制|粘贴|回复|发给|领取")
_WARNS = re.compile(r"不要|请勿|切勿|别|勿|骗|诈")
_ABOUT = re.compile(r"[复複]制|口令|打开|粘贴|长按|\b(?:copy|paste|open)\b", re.IGNORECASE)
_NEAR = 60
TRUE_SAMPLES = (
    Sample("长按复制整段 fu:/￥a1B2c3D4e5￥ 然后打开支付宝", ("alipay:a1B2c3D4e5",)),
    Sample("淘口令：￥a1B2c3D4e5￥", ("taobao:a1B2c3D4e5",)),
    Sample("支付宝搜索口令“退款某某小李”领取", ("alipay:退款某某小李",)),
    Sample("打开支付宝搜一搜“88021”，进去领取退款", ("alipay:88021",)),
    Sample("8.94 复制打开抖音，看看【某某的作品】 :/ Xk2Pq8Rs", ("douyin:Xk2Pq8Rs",)),
)
FALSE_SAMPLES = (
    Sample("价格为 ￥128.00，满 ￥200 减 ￥20，复制订单号即可。"),
    Sample("打开 file:/data/log 与 C:/Users"),
    Sample("请勿把支付宝口令“恭喜发财”发给别人"),
    Sample("口令红包由平台发放，复制后打开支付宝"),
    Sample("复制订单号：OK20231107，再打开客服"),
)
together(_WRAPPED, _BARE, _COPIED, _WORDED, _QUERIED, _SHARED, of="prose")


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield the pass-phrases of `text[start:end]`, which should be prose."""
    taken: set[int] = set()
    for pattern in (_WRAPPED, _BARE, _COPIED, _SHARED):
        for match in finder(pattern)(text, start, end):
            if match.start("code") in taken:
                continue
            taken.add(match.start("code"))
            first, last = max(start, match.start() - _NEAR), min(end, match.end() + _NEAR)
            app = _app(text, match, first, last)
            if app or (pattern is _WRAPPED and _ABOUT.search(text, first, last)):
                code = f"{app or 'passphrase'}:{match['code']}"
                yield Hit("messenger", match.start(), match.end(), code, match.end())
    for match in finder(_QUERIED)(text, start, end):
        opener = _APP.search(match[0])
        if opener and not _WARNS.search(match[0]):
            code = f"{opener.lastgroup}:{match['code']}"
            yield Hit("messenger", *match.span("code"), code, match.end("code"))
    for match in finder(_WORDED)(text, start, end):
        first, last = max(start, match.start() - _NEAR // 2), min(end, match.end() + _NEAR // 2)
        app = _app(text, match, first, last)
        told = _ENTERED.search(text, first, last) and not _WARNS.search(text, first, last)
        if app and told:
            code = f"{app}:{match['quoted'] or match['code']}"
            yield Hit("messenger", match.start(), match.end(), code, match.end())


def _app(text: str, match: re.Match[str], first: int, last: int) -> str:
    """The app that opens it: the one of its scheme, else the nearest that is named."""
    found = _APP.search(match[0]) or _APP.search(text, match.end(), last)
    if found is None:
        before = list(_APP.finditer(text, first, match.start()))
        found = before[-1] if before else None
    return (found.lastgroup or "") if found else ""
