"""Accounts that a reader is told to contact, recognised by what to do there, whatever the network.

`加客服：desk_7`, `搜 desk_7，备注退款`, `look up desk_7 and send a friend request`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.detectors import mentions, networks
from helpcenter.guard.detectors.networks import LATIN
from helpcenter.guard.detectors.not_accounts import END, ENDINGS, ORDER, THING, UNIT, WORK
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.hits import Hit, Sample, account_hit
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.passages import sentence_start

_VERSION = re.compile(r"[vV]\d{1,3}(?:\.\d{1,4})+")
_PERSON = (
    r"(?:在线|人工|专属|官方|退款|理赔|售后|值班|高级|我们的?|一下|这个|您的)?"
    r"(?:客服|专员|專員|老师|经理|顾问|助理|小助手|助手|管理员|群主|主管|坐席|工作人员|好友"
    r"|人工|小助理|业务员|[我俺])"
    r"(?:小?[\u4e00-\u9fff]姐?)?"
)
_TURN = r"(?:添加|加|联系|聯繫|私聊|私信|咨询|諮詢|找|搜索?|关注|滴滴|敲)"
_TO = re.compile(
    rf"(?:{_TURN}\s?{_PERSON}|(?:私聊|私信|加我?好友|搜我|[滴敲戳]我)"
    rf"|(?<![\u4e00-\u9fff]){_PERSON})"
    rf"(?P<mark>\s?(?:的?(?:[账帐]号|号|ID|id|昵称)|[:：]|[(（]){{0,3}}\s?[“\"`*_]{{0,2}})"
    rf"(?P<account>{LATIN}|\d{{6,11}}){END}"
)
"""A person to turn to, and the account: `联系客服：desk_7`."""

_ENGLISH = re.compile(
    r"\b(?:add|contact|message|reach|find|dm|text|ping|write to|chat with|talk to|look up"
    r"|search for|follow|username|user id)\b"
    r"(?:\s(?:"
    r"me|us|our|the|an?|your|agent|support|adviser|advisor|manager|officer|specialist"
    r"|representative|desk|team|admin|refund|recovery|on|in|chat|there|id|user|account"
    r"|handle|at|as|by|under|name|with)\b"
    r"|\sID\b|\s?[:(]){0,6}"
    rf"\s?[\"“'`*]{{0,2}}"
    rf"(?P<account>(?=[A-Za-z0-9.-]{{0,20}}[0-9_])[A-Za-z][A-Za-z0-9_.-]{{3,28}}[A-Za-z0-9])"
    rf"[\"”'`*]{{0,2}}{END}(?!\()",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"(?:\bagent|\bus|\bme|\bsupport|\bdesk|\bteam|\bID|\badmin|\badviser|\badvisor"
    r"|\bmanager|\bofficer|\busername|\buser id)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"(?:\b(?:our|my|the (?:desk|team|agent)(?:['’]s)?)\s(?:\w+\s)?(?:username|user name"
    r"|handle|user id|id|nick(?:name)?|screen name|profile|account|channel)\s(?:on it\s"
    rf"|there\s|here\s|on\s(?:the\s)?[A-Z]\w{{2,14}}\s(?:app\s)?)?(?:is|reads|=)"
    r"|\bwe(?:['’]re|\sare)?\s(?:there\s)?(?:"
    r"go by|answer (?:to|as)|known as|listed as|called|found as"
    r"|can be found (?:as|under))"
    rf"|\b(?:our|my|the)\s(?:\w+\s){{0,2}}?"
    r"(?:team|desk|staff|agents?|people|colleagues?|advis[eo]rs?|support|helpers?)\s"
    r"(?:there\s)?(?:(?:can|may|will)\s)?(?:be\s)?(?:go(?:es)?\sby|answers?\s(?:to|as)"
    r"|(?:(?:is|are)\s)?(?:known|listed|called|found)\s(?:as|under))"
    r"|我的?(?:账号|帐号|賬號|帳號|号|ID|id|昵称|用户名)(?:就?叫|是)"
    r"|(?:我们|我們|咱们|专员|客服|对方)(?:在?那[边里儿]|在上面)?"
    r"(?:的?(?:账号|帐号|賬號|帳號|号|ID|id|昵称|名字|用户名))?(?:就?叫|是))"
    rf"[\s:：“\"'`]{{0,3}}(?P<account>"
    rf"@?(?=[A-Za-z0-9._-]{{0,28}}[\d_])[A-Za-z][A-Za-z0-9_.-]{{3,28}}[A-Za-z0-9]){END}"
    r"(?!\s?(?:这类|这样|这种|之类|时))",
    re.IGNORECASE,
)
"""What we are said to be called somewhere: `our handle there is desk_7`."""
_SEEK = re.compile(
    r"(?:搜索?|搜一搜|查找|检索|输入|复制|找到?|敲|添?加|联系|私信|关注|滴滴|粘贴"
    r"|机器人)(?:一下|用户|店主|卖家|[号账帐]号|号码?|ID|id"
    rf"|[:：“\"`*「\s]){{0,4}}(?P<account>{LATIN}|\d{{6,11}}){END}[”\"`*」]{{0,2}}"
)
_SEEK_EN = re.compile(
    r"\b(?:search(?:\sfor)?|look\s(?:up|for)|find|type(?:\sin)?|enter|paste|add|message|ping"
    r"|dm|text|follow|contact|chat\swith|talk\sto|write\sto|start)\s(?:the\s|our\s|user\s"
    r"|bot\s|id\s|account\s|handle\s"
    rf"|name\s){{0,3}}[\"“'`*]{{0,2}}(?P<account>(?=[A-Za-z0-9._-]{{0,28}}(?:\d"
    rf"|_bot\b))[A-Za-z][A-Za-z0-9_.-]{{3,28}}[A-Za-z0-9]){END}",
    re.IGNORECASE,
)
"""What is to be looked up."""
_ADDED = re.compile(
    r"(?<![增追参累])(?:添加|加)(?:一下|好友|[号账帐]号|号码?|ID|id"
    rf"|[:：“\"`*「\s]){{0,3}}(?P<account>[1-9]\d{{6,10}}){END}[”\"`*」]{{0,2}}"
    r"(?=\s?[，,。；;])"
)
"""A number that is to be added, as friends are."""
_BEHIND = re.compile(
    rf"(?<![A-Za-z0-9_.@/:：-])(?P<account>{LATIN}"
    rf"|[1-9]\d{{6,10}}){END}[”\"`*」]{{0,2}}\s?(?:就是我?们?的?(?:人|号|专员|客服)?|便是"
    r"|这个号|[，,]?\s?(?:直接|放心|尽管|欢迎)加"
    r"|[，,]?\s?(?:加|找|敲|戳|滴|搜|私)(?:一下)?(?:我|它|他|她|他们))(?="
    r"[，,。；;！!、\s备报说来]"
    r"|\Z)"
)
"""An account, and behind it that it is the one to turn to; its messenger is named in front."""
_THEN = re.compile(
    r"\s?(?:要|拿|索取|问)(?=[，。；！\s]|\Z)"
    r"|[，,后再去并即可就\s]{0,4}"
    r"(?:加好友|添加|加我|加人|加群|进群|入群|联系|私[聊信]|关注|咨询|找客服|找人工)"
    r"|[^。！？\n]{0,14}(?:"
    r"备注[“\"「『]?|附言|验证(?:消息|信息|语|申请)|暗号|好友(?:申请|请求)"
    r"|(?:等|待)?(?:专员|客服|对方)?(?:通过|同意)|加(?:为|上)?好友|点(?:击)?加号|拍下"
    r"|滴滴|留言|发消息|发送[“\"「]|回复[“\"「]|发一?句|打招呼|拉(?:您|你)?进群"
    r"|报(?:订单|单)号)"
)
_THEN_EN = re.compile(
    r"[^.\n]{0,40}?\b(?:friend request|contact request"
    r"|add (?:it|him|her|them|us|as a|to (?:your )?(?:friends|contacts))"
    r"|send (?:it |him |her |them |us )?(?:a )?(?:message|request|invite)"
    r"|message (?:it|him|her|them|us)|DMs?|say h(?:i|ello)|start a chat|chat with"
    r"|(?:tap|press|hit|click) (?:add|connect|request))\b",
    re.IGNORECASE,
)
"""What is to be done there: to make friends with it."""
_MEET = re.compile(
    r"(?:装|裝|安装|下载|注册)[^。！？\n]{1,16}?[，,]\s?"
    r"(?:进去|进到里面|在?里面|打开它|登录后)[^。！？\n]{0,4}\Z"
    r"|"
    r"(?:[绿蓝黄红紫粉橙黑白青]色|小鸟|企鹅|飞机|幽灵|蜜蜂|气泡"
    r"|泡泡)[^，。！？\n]{0,12}?(?:软件|应用|图标|平台|[aA][pP][pP])[^。！？\n]{0,10}\Z"
    r"|\b(?:green|blue|yellow|red|purple|pink|orange|white|black|bird|bubble|ghost|plane"
    r"|camera|bee|penguin|owl|speech)(?:[\s-][\w'’-]+){0,3}?[\s-]"
    r"(?:app|messenger|site|network|icon|logo)\b[^.\n]{0,24}\Z"
    r"|"
    r"(?:那个|就是)[^。！？\n]{1,16}(?:软件|应用|平台"
    r"|[aA][pP][pP])[”\"）)」]{0,3}\s?[里上中内]?[，,]?\s?\Z"
    r"|(?:添加(?:好友|朋友|联系人)|加好友|聊天(?:工具|软件|应用)|社交(?:软件|应用)"
    r"|通讯(?:软件|工具)|好友申请)[^。！？\n]{0,16}\Z"
    r"|\b(?:your|any|usual|favou?rite)\s(?:\w+\s)?messenger\b[^.\n]{0,30}\Z"
    r"|\b(?:chat|messaging|messenger|social)\s(?:app|tool|program)\b[^.\n]{0,30}\Z",
    re.IGNORECASE,
)
"""The same in front of it."""
_LABEL = re.compile(r"([A-Za-z]+)[\s:：=\"'`]{1,4}\Z")
_NEAR = 34

TRUE_SAMPLES = (
    Sample("请联系客服：desk_77 办理", ("account:desk_77",)),
    Sample("搜 desk77 加好友", ("account:desk77",)),
    Sample("打开常用的聊天工具，搜 desk_77，备注“退款”", ("account:desk_77",)),
    Sample("Contact support at agent_77.", ("account:agent_77",)),
    Sample("在那个紫色图标的软件里找 desk_77", ("account:desk_77",)),
    Sample("On that app our handle is desk_77.", ("account:desk_77",)),
    Sample("企鹅上有我们的人，1000000771 就是，直接加。", ("qq:1000000771",)),
    Sample("On that app our desk goes by desk_77.", ("account:desk_77",)),
    Sample("Look up desk_77 and send a friend request.", ("account:desk_77",)),
    Sample("Start a chat with desk_bot and press START.", ("telegram:desk_bot",)),
)
FALSE_SAMPLES = (
    Sample("联系客服 24 小时在线；联系客服，提供交易编号 OK20240001"),
    Sample("Contact support about ticket_12 or call us on weekdays"),
    Sample("在账单里搜索订单号 ok2024_01，备注“退款”的就是"),
    Sample("微信支付的单号 1000000771 就是订单号，1000000772 就是流水号"),
    Sample("In the API a test merchant goes by the name desk_77"),
    Sample("Search for limit_24 in the settings and add a note."),
)
together(_TO, _OURS, _ADDED, _BEHIND, _SEEK, _SEEK_EN, _ENGLISH, of="prose")


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield the accounts of `text[start:end]`, which should be prose."""
    for pattern in (_TO, _OURS):
        for match in finder(pattern)(text, start, end):
            if _is_name(text, match):
                yield _hit(text, start, match)
    for pattern, then in ((_SEEK, _THEN), (_SEEK_EN, _THEN_EN)):
        for match in finder(pattern)(text, start, end):
            if _is_name(text, match) and _is_to_be_met(text, start, end, match, then):
                yield _hit(text, start, match)
    for match in finder(_ADDED)(text, start, end):
        first = max(start, match.start() - _NEAR)
        before = text[first : match.start("account")]
        if _THEN.match(text, match.end(), end) and not THING.search(before):
            yield _hit(text, start, match)
    for match in finder(_BEHIND)(text, start, end):
        account = match["account"]
        if (
            _there(text, start, match)
            and not ENDINGS.search(account)
            and re.search(r"[\d_]", account)
        ):
            yield _hit(text, start, match)
    for match in finder(_ENGLISH)(text, start, end):
        said = match[0][: match.start("account") - match.start()]
        if _TOLD.search(said) and _is_name(text, match):
            yield _hit(text, start, match)


def _is_to_be_met(
    text: str, start: int, end: int, match: re.Match[str], then: re.Pattern[str]
) -> bool:
    """Whether what is looked up is somebody: by what is to be done then, or by what stands before."""
    first = max(start, match.start() - _NEAR)
    before = text[first : match.start()]
    if WORK.match(text, match.end()) or THING.search(text[first : match.start("account")]):
        return False
    if ORDER.fullmatch(match["account"]):
        return False
    bot = match["account"].lower().endswith("_bot")
    return bot or bool(then.match(text, match.end(), end) or _MEET.search(before))


def _there(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the sentence names a messenger or network in front of an account."""
    begun = sentence_start(text, match.start(), max(start, match.start() - _NEAR), "。\n")
    before = text[begun : match.start()]
    return bool(
        (mentions.word_in(before) or networks.WORDS.search(before) or _MEET.search(before))
        and not THING.search(before)
    )


def _hit(text: str, start: int, match: re.Match[str]) -> Hit:
    """The account, of the messenger that the sentence names, if it names one."""
    bot = "telegram" if match["account"].lower().endswith("_bot") else ""
    named = bot or mentions.named_before(text, start, match.start(), match["account"])
    return account_hit("messenger", named or "account", match, "account")


def _is_placeholder(text: str, match: re.Match[str]) -> bool:
    """`username: DEMO_USERNAME`: a value that repeats its label."""
    label = _LABEL.search(text, match.start(), match.start("account"))
    account = match["account"]
    return label is not None and account.isupper() and account.endswith("_" + label[1].upper())


def _is_name(text: str, match: re.Match[str]) -> bool:
    account = match["account"]
    if _VERSION.fullmatch(account) or _is_placeholder(text, match):
        return False
    if account.isdigit():
        return (
            "mark" in match.groupdict()
            and bool((match["mark"] or "").strip())
            and not UNIT.match(text, match.end())
        )
    return re.search(r"[\d_]", account) is not None and not ENDINGS.search(account)
