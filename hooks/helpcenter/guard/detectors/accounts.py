"""Accounts that a reader is told to contact: after the name of a network, or after a person.

`蝙蝠ID 88991234`, `加客服：desk_7`, `闲鱼昵称：某某代办`. The table of networks lists the names; what may come
between name and account is defined here once for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from helpcenter.guard.detectors import networks, persons, strangers, ways
from helpcenter.guard.detectors.letters import EAST_ASIAN
from helpcenter.guard.detectors.networks import Network
from helpcenter.guard.detectors.not_accounts import END, ENDINGS, UNIT
from helpcenter.guard.detectors.ordinary import is_ordinary
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import busy, together
from helpcenter.guard.matching.hits import Hit, Sample, account_hit
from helpcenter.guard.matching.needed import finder

_MARK = (
    r"号码|號碼|[群帐账賬频]号|号|號|[账帐賬]户|昵称|暱稱|网名|網名|名字|名称|用户名?|联系人"
    r"|好友|房间|直播间|频道|识别码|识别代码|连接码|代码|设备(?:代码|码)|邀请码"
    r"|[uU]?ID|[uU]?id|Id|アカウント|チャンネル|아이디|계정|채널명?|ไอดี"
    r"|(?:[uU]ser|[hH]andle|[aA]ccount|[iI]nvite(?: code)?|[cC]ontact|[cC]hannel"
    r"|[sS]erver|[gG]roup|[mM]eeting)(?:\s?(?:name|number|code))?"
    r"|name\b|number\b|code\b"
)
_LINK = (
    r"客服|客服号|聊聊?|沟通|办理|处理|店主|卖家|店铺|店家|掌柜|老板|[uU][pP]主|阿婆主|博主"
    r"|主播|小编|账号名|@?\s?一下|艾特|圈|专员|人工|官方|退款|理赔|我们的?|[我你他]|搜一搜"
    r"|搜索|搜|查找|添加|加|关注|联系|私信|私聊|找|输入|聊天|软件|里|上|中|群|群聊|同名|一样"
    r"|的|app|APP|请|可|是|为|為|叫|改名为?"
    r"|(?:at|as|is|on|us|me|our|the|my|agent|support|add|find|search|for|to|and|message"
    r"|under|we|go|goes|by|called|named|known|it's|it’s|human|page|profile|there|with"
    r"|you|can|may|reach|talk|write|chat|ask|get)\b"
    r"|:material-[\w-]+:"
)
_PUNCTUATION = r"[\s:：=|（()）”」』“\"「【〔『《\[*_~`，,、!！➡→>›»👉👇-]"
_JOIN = rf"(?P<join>(?:{_MARK}|{_LINK}|{_PUNCTUATION}){{0,14}}?)"
_NO_MARK = (
    r"(?!(?:[uU]ser(?:name)?|[uU]?ID|[uU]id|[aA]ccount|[hH]andle|[nN]ame|[nN]umber|[iI]nvite"
    r"|[cC]ode|[gG]roup|[cC]hannel|[cC]ontact|[mM]eeting|[sS]erver|[aA]gent|[sS]upport"
    r"|[aA]pp|APP|you|can|may|reach|talk|write|chat|ask|get|our|the|and|for|add|find|search"
    r"|message|goes|called|named|known|human|page|profile|there|with)\b)"
)
_MARKED = re.compile(rf"{_MARK}|[:：=|(（]|\bas\b|[是叫为]|@$")
_NAMING = re.compile(
    rf"(?:{_MARK})[^:：=]*[:：=]"
    r"|(?:[账帐賬]号|号码?|ID|昵称|用户名?|[uU]sername|[hH]andle)\s?$"
    r"|(?:搜索?|查找|add|find)\s?$"
)
_CODE = re.compile(r"[A-Z]{2,6}-?\d{1,6}")
"""Names of standards and weaknesses: `CWE-427`."""
_DAY = re.compile(r"(?:19|20)\d\d(?:[01]\d[0-3]\d)?")

_HAN_NAME = r"[\u4e00-\u9fffA-Za-z0-9_·.-]{2,16}"
_NICK = re.compile(
    r"(?:昵称|暱稱|网名|網名|用户名)(?:是|为|叫|改成"
    rf"|[:：\s]){{0,3}}[“\"「『《【`*]{{0,2}}"
    rf"(?P<name>(?=[^，。\s]{{0,15}}[\u4e00-\u9fff]){_HAN_NAME}?)"
    r"(?:[”\"」』》】`*]|(?=[，,。；;！!）)\s]|$)"
    r"|(?=的?(?:联系|私信|私聊|咨询|添加|加好友|办理|即可)))"
)
_OFFICE = re.compile(
    r"客服|专员|中心|助手|热线|理赔|退款|官方|代办|顾问|老师|经理|主管|处理|追款|维权|服务"
    r"|咨询|售后|人工|解冻|申诉|律师|团队"
)
_LOOKED_UP = re.compile(
    r"(?:搜一搜|搜索|搜|找|加|关注|联系)(?:用户|店铺|商家|卖家|账号|号"
    rf"|一下)?[:：\s]{{0,2}}(?P<open>[“\"「『《【])?"
    rf"(?P<name>(?=[^，。\s]{{0,15}}[\u4e00-\u9fff]){_HAN_NAME}?)"
    r"(?(open)[”\"」』》】]|(?=[，,。；;！!）)\s]|$|(?:的?(?:联系|私信|私聊|咨询|办理|即可))))"
)
_QUERY = re.compile(
    r"(?:搜一搜|搜索框?|搜索|搜|查找|输入|关注|添加朋友"
    r"|添加好友)[^“\"「『《【\n。]{0,12}[“\"「『《【]"
    r"(?P<name>(?=[^”\"」』》】]{0,19}[\u4e00-\u9fff])[^”\"」』》】\n]{2,20})[”\"」』》】]"
    r"[^。\n]{0,8}(?:关注|添加|加好友|进群|私信|私聊|联系|咨询|点进|进店|拍下|拍一|发消息"
    r"|留言|回复)"
)
"""A name to look up, and to turn to."""
_FIRST_FOUND = re.compile(
    r"(?:搜一搜|搜索框?|搜索|搜|查找"
    r"|输入)[^“\"「『《【\n。]{0,6}[“\"「『《【]"
    r"(?P<name>(?=[^”\"」』》】]{0,19}[\u4e00-\u9fff])[^”\"」』》】\n]{2,20})[”\"」』》】]"
    r"[^。\n]{0,6}(?:第一"
    r"|头一|頭一)[家个個条條位]"
    r"|(?:搜一搜|搜索框?|搜|查找|输入?|键入)[:：\s]{0,2}"
    r"(?P<bare>(?=[^，。\n]{0,19}[\u4e00-\u9fff])[\w ]{3,20}?)[，,]\s?"
    r"(?:点|选|进|关注|就是)?(?:第一|头一|頭一)[家个個条條位]"
)
"""An office to look up, of which the first is the one."""
PLACES = {"公众号": "wechat", "视频号": "wechat-channels", "微信": "wechat", "QQ": "qq", "抖音": "douyin", "快手": "kuaishou", "小红书": "xiaohongshu", "微博": "weibo",
           "支付宝": "alipay", "闲鱼": "xianyu", "淘宝": "wangwang", "电报": "telegram", "飞书": "feishu", "钉钉": "dingtalk", "知乎": "zhihu", "B站": "bilibili", "陌陌": "momo", "京东": "jd", "拼多多": "pinduoduo", "美团": "meituan", "大众点评": "dianping", "转转": "zhuanzhuan"}  # fmt: skip
_PLACE = re.compile("|".join(PLACES))
_FOLLOWED = re.compile(
    r"[，,]\s?(?:再|点击?|然后|直接)?(?:关注|私信|加好友|添加好友|加群|进群|拉群|留言)"
)
_PAGES = re.compile(r"程序|公众|服务号|名称|商品|订单|账号|视频|应用")
"""What is looked up on a network besides people."""
_REACH, _LEAST = 14, 4
_ASKED = ("搜", "加", "找")

TRUE_SAMPLES = (
    *(Sample(n.true[0], (f"{n.name}:{n.true[1]}",)) for n in networks.NETWORKS),
    Sample("搜薯号 9500012345", ("xiaohongshu:9500012345",)),
    Sample("请联系客服：desk_77 办理", ("account:desk_77",)),
    Sample("Threads: @desk_77；豆瓣：desk_78", ("threads:desk_77", "douban:desk_78")),
    Sample("搜 desk77 加好友", ("account:desk77",)),
    Sample("Contact support at agent_77.", ("account:agent_77",)),
    Sample("闲鱼昵称：某某代办，备注退款", ("xianyu:某某代办",)),
    Sample("闲鱼搜“某某代办”私聊", ("xianyu:某某代办",)),
    Sample("QQ昵称：退款某经理", ("qq:退款某经理",)),
    Sample("打开微信搜一搜，输入“某某理赔处”，关注后回复", ("wechat:某某理赔处",)),
)
FALSE_SAMPLES = (
    *(Sample(n.false) for n in networks.NETWORKS),
    Sample("联系客服 24 小时在线；联系客服，提供交易编号 OK20240001"),
    Sample("Contact support about ticket_12 or call us on weekdays"),
    Sample("昵称可以修改；昵称：2 到 16 个字"),
    Sample("在闲鱼搜索二手手机"),
)
together(networks.WORDS, _NICK, _QUERY, _FIRST_FOUND, of="prose")
busy(networks.WORDS)


@cache
def _row(network: Network) -> re.Pattern[str]:
    return re.compile(rf"{_JOIN}{_NO_MARK}(?P<account>@?(?:{network.account})){END}")


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield the accounts of `text[start:end]`, which should be prose."""
    taken: set[int] = set()
    for hit in (
        *_networks(text, start, end),
        *persons.find(text, start, end),
        *strangers.find(text, start, end),
        *_nicks(text, start, end),
        *_queries(text, start, end),
    ):
        if hit.start not in taken:
            taken.add(hit.start)
            yield hit


def _networks(text: str, start: int, end: int) -> Iterator[Hit]:
    words = finder(networks.WORDS)(text, start, end)
    for word in bounds.few(words, bounds.WORDS, "words for networks"):
        network = networks.network(word[0])
        if word[0].isascii() and _touches(text, word):
            continue
        match = _row(network).match(text, word.end(), min(end, word.end() + 110))
        asked = text[max(start, word.start() - 1) : word.start()] in _ASKED
        if (
            match
            and _is_account(text, network, match, asked=asked)
            and not is_ordinary(text, word.start(), match)
        ):
            yield account_hit(network.kind, networks.name_of(word[0]), match, "account")
        elif not network.ordinary:
            yield from ways.led(text, start, end, word.span(), networks.name_of(word[0]))
        name = _LOOKED_UP.search(text, word.end(), min(end, word.end() + 40))
        if (
            name
            and name.start() - word.end() <= 3
            and (name["open"] or _OFFICE.search(name["name"]) or _is_met(text, name))
        ):
            yield account_hit("social", networks.name_of(word[0]), name, "name")


def _is_met(text: str, name: re.Match[str]) -> bool:
    """Whether a name without quotation marks is one to turn to, by what is to be done then."""
    known = len(name["name"]) < _LEAST or _PAGES.search(name["name"])
    return not known and _FOLLOWED.match(text, name.end()) is not None


def _touches(text: str, word: re.Match[str]) -> bool:
    before, after = text[word.start() - 1 : word.start()], text[word.end() : word.end() + 1]
    return (before.isascii() and before.isalnum()) or (after.isascii() and after.isalpha())


def _is_account(text: str, network: Network, match: re.Match[str], *, asked: bool) -> bool:
    """Whether what stands behind the word is an account, not a date, an amount or a word.

    `asked`: in front of the word a reader is told to look it up.
    """
    account, join = match["account"].lstrip("@$"), match["join"]
    after = text[match.end() : match.end() + 6]
    group = text[match.start() - 1] in "群裙"
    marked = match["account"][0] == "@" or group or _MARKED.search(join) is not None
    told = marked or asked or re.search("[搜加]", join) is not None
    if match["account"][0] == "$":
        return True
    if ENDINGS.search(account) or (network.ordinary and (not told or _CODE.fullmatch(account))):
        return False
    if re.fullmatch(r"[\d -]+", account):
        digits = re.sub(r"[ -]", "", account)
        alone = len(digits) > 5 and _DAY.fullmatch(digits) is None and network.words[0].isascii()
        return len(digits) > 4 and (told or alone) and not UNIT.match(after)
    if re.search(r"[\d_]", account):
        return bool(join) and not UNIT.match(after)
    plain = after[:1] == " " and after[1:2].isascii() and after[1:2].isalpha()
    named = _NAMING.search(join) is not None
    return (
        named
        and not plain
        and not EAST_ASIAN.match(after)
        and len(account) > 4
        and account.islower()
    )


def _nicks(text: str, start: int, end: int) -> Iterator[Hit]:
    for match in finder(_NICK)(text, start, end):
        before = text[max(start, match.start() - _REACH) : match.start()]
        words = networks.WORDS.findall(before)
        place = _PLACE.findall(before)
        platform = networks.name_of(words[-1]) if words else ""
        platform = platform or (PLACES[place[-1]] if place else "")
        quoted = text[match.end("name") : match.end("name") + 1] in '”"」』》】`*'
        asked = quoted and re.search(r"[加搜找]|联系|关注", before) is not None
        if words or asked or _OFFICE.search(match["name"]):
            yield account_hit("social", platform or "account", match, "name")


def _queries(text: str, start: int, end: int) -> Iterator[Hit]:
    found = finder(_FIRST_FOUND)(text, start, end)
    offices = (m for m in found if _OFFICE.search(m["name"] or m["bare"]))
    for match in (*finder(_QUERY)(text, start, end), *offices):
        group = "name" if match["name"] else "bare"
        place = _PLACE.findall(text[max(start, match.start() - 20) : match.start(group)])
        if place:
            yield account_hit("social", PLACES[place[-1]], match, group)
