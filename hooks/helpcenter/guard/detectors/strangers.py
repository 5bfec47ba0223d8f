"""Accounts on networks that are in no table: after a label, on a named app, under a name.

`星讯：desk_77，加我好友秒过`, `On Foobar look for desk_77`, `find the business called Some Desk on
WhatsApp`. The network may be any word, so the sentence must say that somebody is to be met there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from helpcenter.guard.detectors import mentions, networks, slang
from helpcenter.guard.detectors.networks import LATIN
from helpcenter.guard.detectors.not_accounts import END, ENDINGS
from helpcenter.guard.detectors.ways import GOODS, WARNS
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.hits import Hit, Sample, account_hit
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.passages import sentence_start

_ACCOUNT = rf"(?P<account>@?(?=[A-Za-z0-9.-]{{0,28}}[\d_])(?:{LATIN})|[1-9]\d{{6,11}}){END}"
_LABELLED = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<label>[\u4e00-\u9fff]{{2,6}}"
    rf"|(?<![\w.-])[A-Z][A-Za-z]{{2,14}}(?:\s(?:ID|id|user|handle|account|name))?)\s?[:：]\s?"
    rf"[“\"`*「]{{0,2}}{_ACCOUNT}"
)
_NUMBERED = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<label>[\u4e00-\u9fff]{{1,4}}[号號])\s?(?:就?[是为為叫]"
    rf"|[:：])?\s?[“\"`*「]{{0,2}}{_ACCOUNT}"
)
_ACCOUNT_OF = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<label>[\u4e00-\u9fff]{{2,4}})(?:[账帐][号户]|賬號"
    rf"|帳號)\s?(?:就?[是为為叫]|[:：])?\s?[“\"`*「]{{0,2}}{_ACCOUNT}"
)
_OF_OURS = re.compile(
    r"[您你我]|登[录入陆]|商户|测试|收款|付款|银行|支付|用户|子|主|个人|公司|企业|对方|管理"
    r"|系统|平台|默认|示例|演示|沙箱|余额|新|旧|该|此|本|的$"
)
"""What an account is of that is no network."""
_SERIAL = re.compile(
    r"[单單编編序户戶水次型本卡账帐賬帳工学证税尾房牌机機票柜楼门座品货货批案标签符称信口讯名期版]"
    r"\s?[号號]$"
    r"|[备參参示例]"
)
"""Other things that have numbers."""
_FIELD = re.compile(
    r"[单編编码號]|号$|备注|備註|附言|版本|文件|名称|名稱|示例|例如|参考|商户|商戶|账单|密"
    r"|时间|日期|字段|参数|路径|接口|标签|主题|标题|批次|产品|型号|关键|地址|链接|状态|原因"
    r"|类型|环境|命令|变量|输入|输出"
    r"|^(?:Ref|Order|Version|File|Code|Ticket|Case|Note|Example|Build|Invoice|Payment"
    r"|Transaction|Memo|Label|Key|Token|Test|Merchant|Field|Name|Branch|Tag|Type"
    r"|Status|Item|Product|Model|Batch|Path|Param|Value|Step|Table|Column|Topic"
    r"|Subject|Title|Session|Device|Bank|Account|User|Host|Server|Log|Event|Error"
    r"|Result|Output|Input|Package|Module|Plugin|Template|Method|Function|Class)",
    re.IGNORECASE,
)
"""What other things a label is for."""
_LABELS = ((_LABELLED, _FIELD), (_NUMBERED, _SERIAL), (_ACCOUNT_OF, _OF_OURS))
"""Kinds of labels, and which of them are for other things."""
_MEET_ZH = (
    r"[备備][注註]\s?[“\"「『]|[秒速即快](?:速|刻|时)?(?:通过|通過|过|回|加)|好友|私聊|私信"
    r"|[拉进進入][^。\n]{0,3}群|[加找敲戳滴]一?下?我"
    r"|(?:欢迎|随时|直接|可)(?:咨询|諮詢|添加|联系)|在线等|全天在线|直播间|关注后|[就来]聊"
    r"|聊聊|加了|连麦|(?:都|也|总)有人"
)
_MEET_EN = (
    r"\b(?:add|message|ping|dm|text|write|find|reach|contact)\s(?:me|us|our \w+)\b|\bDMs?\b"
    r"|chat with (?:me|us)|friend request|contact request"
    r"|\bwe (?:answer|reply|respond|pick up|are there)|say h(?:i|ello)"
    r"|(?:open|there|online) (?:day and night|all night|round the clock)"
)
_MEET = re.compile(rf"{_MEET_ZH}|{_MEET_EN}", re.IGNORECASE)
_NEAR = 36
"""Characters around an account in which it says that somebody is to be met."""
_ON_APP = re.compile(
    rf"\b[oO](?:n|ver on)\s(?:the\s)?(?P<label>[A-Z][A-Za-z]{{2,14}})(?:\sapp"
    r"|\smessenger)?,?\s(?:(?:just|please|you can|simply)\s)?(?:search(?:\sfor)?"
    r"|look(?:\sfor|\sup)|ask(?:\sfor)?|find|message|ping|add|dm|write to|talk to|text"
    r"|follow|we(?:['’]re|\sare)|I(?:['’]m|\sam)"
    r"|you(?:['’]ll)?\s(?:will\s)?(?:find|reach)\s(?:us|me)\s(?:as|at|under))\s(?:user\s"
    rf"|our\s|the\s|account\s|handle\s|desk\s){{0,3}}[“\"'`*]{{0,2}}{_ACCOUNT}"
)
_KNOWN_AS = re.compile(
    r"\b(?:(?:I['’]m|I am|[wW]e['’]re|[wW]e are)"
    rf"(?=\s[^\s.!?]{{4,32}}\s(?:over\s)?on\s(?:the\s)?[A-Z])"
    r"|(?:[fF]ind|[rR]each|[hH]as|[kK]nows|[lL]ists|[kK]eeps)\s(?:us|me)\s(?:\w+\s)?"
    r"(?:as|at|under)"
    r"|(?:hangs?\sout|lives?|sits?|signed\sup|registered|waits?)\s"
    rf"(?:there\s|on\s(?:the\s)?[A-Z]\w+\s)?(?:as|under))\s[“\"'`*]{{0,2}}{_ACCOUNT}"
)
"""What we are called there: `the bird site has us as desk_77`."""
_ON_APP_ZH = re.compile(
    rf"[到去上在用](?:那个)?\s?(?P<label>[A-Z][A-Za-z]{{2,14}})\s?(?:[上里中]|那[边头]"
    r"|软件)?\s?(?:直接|就|再)?(?:[找加敲喊問问]|联系|私信)(?:一下|我们的?"
    rf"|用户)?\s?[“\"`*「]{{0,2}}{_ACCOUNT}"
)
_THERE = re.compile(
    r"(?:那[头頭位边邊里裡儿](?:的人|就?是|叫|找|喊)?|喊(?:一声|一聲)?|呼叫?|叫|同号?|同步"
    rf"|也是)[^\n，。；！？,;!?A-Za-z0-9]{{0,5}}"
    rf"(?P<account>@?(?=[A-Za-z0-9.-]{{0,28}}[\d_])(?:{LATIN})){END}"
)
"""Behind a messenger's word with a few words between: `纸飞机那头喊一声 desk_77`."""
_PLACE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July"
    r"|August|(?:Septem|Octo|Novem|Decem)ber|Android|Windows|Linux|Mac(?:OS)?|GitHub|Google"
    r"|Debian|Ubuntu|Step|Page|Line|Desktop|Mobile|Web|Excel|Word|iPhone|iPad|Jira|Notion"
    r"|Figma|Chrome|Safari|Edge|Finder|Terminal|Postman|Slides|Sheets|App|Wiki"
)
"""What a thing is looked for on, and no messenger."""
_APP_ZH = re.compile(
    r"(?:软件|軟體|应用|應用|平台|[aA][pP][pP]"
    rf"|信使)[”\"」』》]?[^。！？\n]{{0,24}}?(?:[账帐賬帳]号|[账帐賬帳]號|号码|ID|id|昵称"
    rf"|暱稱|用户名)(?:就?是|为|為|叫|[:：\s]){{0,3}}[“\"`*「]{{0,2}}{_ACCOUNT}"
)
_UNDER_A_NAME = re.compile(
    r"(?:(?i:named|called|titled|under the name(?: of)?)\s"
    r"|(?:名叫|名为|名為|叫做|名字[叫是]|名称[叫是])\s?)[“\"'‘]?"
    r"(?P<name>[A-Z][\w&]{1,20}(?:\s(?:[A-Z][\w&]{0,20}|\d{1,3})){1,4})(?![\w@])"
)
_LOOKED_UP = re.compile(
    r"\b(?:search|look|find|add|message|follow|join|chat|write|contact|ping)\b|[搜加找关關]"
    r"|私信|联系|咨询",
    re.IGNORECASE,
)
_SORT = re.compile(
    r"\b"
    r"(?:business|account|user|contact|page|group|channel|bot|profile|person|chat|community)"
    r"\b"
    r"|主页|账号|帐号|号|页面|频道|群",
    re.IGNORECASE,
)
_SENTENCE, _LEAD = 140, 14
TRUE_SAMPLES = (
    Sample("星讯：desk_77，备注“退款”秒通过", ("account:desk_77",)),
    Sample("For urgent cases – Foobar: desk_77. Message us there.", ("account:desk_77",)),
    Sample("On Foobar look for desk_77.", ("account:desk_77",)),
    Sample("装好那个叫星讯的软件，账号 desk_77，加我好友", ("account:desk_77",)),
    Sample("Open WhatsApp, find the business named Some Rescue Desk and write to it.", ("whatsapp:some rescue desk",)),
)  # fmt: skip
FALSE_SAMPLES = (
    Sample("订单备注：ok_ref77，客服会私信您"),
    Sample("Reference: ok_help_51. Message us with it."),
    Sample("On Android, search for refund_24 in the settings."),
    Sample("应用账号 demo_01 只用于测试"),
    Sample("Scammers on WhatsApp find victims with accounts called Some Help Desk."),
)
together(
    _LABELLED,
    _ACCOUNT_OF,
    _NUMBERED,
    _ON_APP,
    _ON_APP_ZH,
    _THERE,
    _KNOWN_AS,
    _APP_ZH,
    _UNDER_A_NAME,
    of="prose",
)


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield the accounts of `text[start:end]`, which should be prose."""
    for pattern, other in _LABELS:
        for match in finder(pattern)(text, start, end):
            if not other.search(match["label"]) and _is_met(text, start, end, match):
                yield account_hit("messenger", "account", match, "account")
    for pattern in (_ON_APP, _ON_APP_ZH):
        for match in finder(pattern)(text, start, end):
            if not _PLACE.match(match["label"]) and not ENDINGS.search(match["account"]):
                yield account_hit("messenger", "account", match, "account")
    for match in finder(_THERE)(text, start, end):
        if platform := _named_near(text, start, match):
            yield account_hit("messenger", platform, match, "account")
    for match in finder(_KNOWN_AS)(text, start, end):
        if not match["account"].isdigit() and not ENDINGS.search(match["account"]):
            yield account_hit("messenger", _named(text, start, match), match, "account")
    for match in finder(_APP_ZH)(text, start, end):
        if _is_met(text, start, end, match):
            yield account_hit("messenger", "account", match, "account")
    for match in finder(_UNDER_A_NAME)(text, start, end):
        if platform := _platform(text, start, end, match):
            yield account_hit("social", platform, match, "name")


def _named(text: str, start: int, match: re.Match[str]) -> str:
    """The messenger that is named in front of an account, by its name or as people call it."""
    lead = text[max(start, match.start() - _NEAR) : match.end()].lower()
    called = next((name for words, name in slang.ENGLISH.items() if words in lead), "")
    at = match.start("account")
    return called or mentions.named_before(text, start, at, match["account"]) or "account"


def _named_near(text: str, start: int, match: re.Match[str]) -> str:
    """The messenger or network right in front of such words; empty for none."""
    begun = sentence_start(text, match.start(), max(start, match.start() - _LEAD), "。！？!?\n")
    lead = text[begun : match.start()]
    behind = text[match.end() : match.end() + _LEAD]
    if ENDINGS.search(match["account"]) or GOODS.search(lead) or GOODS.search(behind):
        return ""
    if words := mentions.words_in(text, begun, match.start()):
        return words[-1][0].platform
    named = networks.WORDS.findall(lead)
    return networks.name_of(named[-1]) if named else ""


def _is_met(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether the text around an account says that somebody is to be met, and does not warn."""
    first, last = max(start, match.start() - _NEAR), min(end, match.end() + _NEAR)
    if not _says_to_meet(text[first : match.start()], text[match.end() : last]):
        return False
    return not (ENDINGS.search(match["account"]) or WARNS.search(text, first, last))


@lru_cache(maxsize=1024)
def _says_to_meet(before: str, behind: str) -> bool:
    return (_MEET.search(before) or _MEET.search(behind)) is not None


def _platform(text: str, start: int, end: int, match: re.Match[str]) -> str:
    """The messenger or network on which a sentence says to look up a name; empty for none."""
    first = max(start, match.start() - _SENTENCE)
    lead = re.split(r"[.!?。！？\n]\s?", text[first : match.start()])[-1]
    behind = re.split(r"[.!?。！？\n]", text[match.end() : min(end, match.end() + 60)])[0]
    if (
        not _SORT.search(lead)
        or not _LOOKED_UP.search(lead + behind)
        or WARNS.search(lead + behind)
    ):
        return ""
    word = mentions.ANY.search(lead) or mentions.ANY.search(behind)
    return mentions.cue_of(word).platform if word else ""
