"""Accounts behind the words for messengers and networks, slang included; see the table of cues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from helpcenter.guard import canonical
from helpcenter.guard.detectors.cues import (
    ASKED,
    CUES,
    FIRST,
    MENTION,
    NAMED,
    PLATFORM_OF,
    REVERSED,
    UNQUOTED,
    Cue,
)
from helpcenter.guard.detectors.letters import EAST_ASIAN, tails
from helpcenter.guard.families import together
from helpcenter.guard.hits import Hit, Sample
from helpcenter.guard.needed import finder

_MARK = (
    r"号码|号|號|群号|群|账号|帐号|賬號|客服|專員|专员|人工|昵称|ID|id|Id|[uU]ser(?:name)?|[aA]ccount|[nN]umber|handle|group|community|page|no\.|联系|聯繫|看这里|在这里|如下|搜一搜|搜索?"
    r"|频道|小号|大号|工作号|私人号?|备用号?|新号|唯一|软件|应用|[里上中内]|群组|本人|[我你]|留言|滴滴?我?|戳|办理|处理|同微|不是广告|me\b|my\b|首页|顶部|直接|添加|朋友|好友|输入|复制|备注|同号|同步|詢問|询问|咨询|諮詢|私[信聊]?我?|一行一[个個]?[字位]|每行一[个個]?[字位]?|逐[行字个]|竖着[读看]?|从上[往到]下|依次|按顺序|找|我们的|官方|退款|[（(][^（）()\n]{1,12}[)）]|👉|👇|➜"
)
_JOIN = rf"(?P<join>(?:{_MARK}|[:：=|（(“\"「【〔『《\[*_~`,，、!！➡→>-]|[^\w\s\u3000-\u303f\uff00-\uffef\x00-\x7f]|就是|即为?|上面?|里面?|那边|用户|的|是|为|為|as |at |on |us |is |\s){{0,9}}?)"
_WORDS = "|".join(f"(?P<c{number}>{cue.words})" for number, cue in enumerate(CUES))
_ANY = re.compile(rf"{FIRST}(?<=(?={_WORDS}).)")
"""Begins with a plain set of signs, so that search skips fast."""
_PLATFORM = re.compile("|".join(cue.words for cue in CUES), re.IGNORECASE)
"""A list of messengers names no account: `wechat|weixin|line`."""
_NO_MARK = r"(?!(?:[uU]ser(?:name)?|[aA]ccount|[nN]umber|handle|group|community|page|name|official|support)\b)"
_NAMES_SOMETHING = re.compile(rf"{_MARK}|[:：=|(（“\"「【〔是为]|as |at |is ")
_NAMED_IN_ENGLISH = re.compile(r"[:=(]|\b(?:ID|id|Id|[uU]ser(?:name)?|[aA]ccount|handle|as)\b")
"""A word behind a messenger's name is an account only then: `Telegram group exists`."""
_BEFORE = re.compile(
    rf"(?P<link>[（(【\[]|\s?(?:[，,]\s?(?:这个?|它|此|就)?是|是|为|就是|到|去|在|用|打开|的|on|via)\s?)(?:我们的?|官方的?|客服的?|专员的?|本人|手机|私人){{0,2}}\s?(?P<word>{'|'.join(f'(?P<d{n}>{cue.words})' for n, cue in enumerate(CUES))})"
)
"""A messenger behind the account: `desk_1（微信同号）`, `desk_1 是我们的微信`."""
_ACCOUNT_BACKWARDS = re.compile(
    r"\s?[\"”’」`]?([A-Za-z0-9_.-]{4,29}[A-Za-z]|\d{4,11}[1-9])(?![A-Za-z0-9_@.-])"
)
_PRODUCT = re.compile(r"[”\"」』》]?\s?(?:小程序|支付|客户端|官网|[aA][pP][pP])")
"""A name in front of these is a product's, and it is looked up there: `微信里搜索“OKPay”小程序`."""
_SLANG = re.compile(
    r"(?!微信)[微薇威徽維维崴溦嶶徴徾围违葳]\W{0,3}[信伩芯心言訫]|[卫衛]\W{0,3}[星✨⭐🌟]|绿泡泡?|[vV]\W{0,3}[xX信]|.{0,3}[加家佳嘉＋+➕]\s?[vVwW薇]"
    r"|[扣叩抠蔻寇筘]{2}|[纸紙]飞机|電報|瓦次普?|[➕加]?[賴赖]"
)
"""Misspelt on purpose: what follows is an account, though it looks like a word."""
_PLAIN_AFTER = re.compile(r"[ \t][a-z]+[ .,;!?]")
_LETTERS = str.maketrans("oil", "011")
_ENDINGS = re.compile(r"\.(?:com|cn|net|org|html?|png|jpe?g|md|js|py|pdf|svg|json)$", re.IGNORECASE)
_PLATFORM_WORDS = re.compile("|".join(cue.words for cue in CUES))
_LEAD = 40
"""Characters in front of a folded account in which the word for its messenger stands."""
together(_ANY, _BEFORE, NAMED, UNQUOTED, REVERSED, MENTION)

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
    Sample("desk_k91（微信同号）", ("wechat:desk_k91",)),
    Sample("微信搜公众号 某某理赔中心，回复 1", ("wechat:某某理赔中心",)),
)
FALSE_SAMPLES = (
    *(Sample(cue.false) for cue in CUES),
    Sample("公众号菜单里的“账单”入口"),
    Sample("枚举值 WX_PAY.QQ_PAY"),
    Sample("join in _Dingtalk Group_ :"),
    Sample("依赖 `pkg_a1` 与 `pkg_b2`"),
    Sample("No official Telegram group exists. WhatsApp group chats"),
    Sample("文件 app_v2（微信版）更新"),
    Sample("加微前请核对对方身份"),
    Sample("微信小程序里打开 index.html"),
    Sample("wechat|weixin|whatsapp|line|skype"),
    Sample("LINE = re.compile(pattern)"),
)


@cache
def _row(cue: Cue) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{cue.words}){_JOIN}{_NO_MARK}(?P<account>{cue.account})(?![A-Za-z0-9_@-])"
    )


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield the accounts of `text[start:end]`."""
    taken: set[int] = set()
    for word in finder(_ANY)(text, start, end):
        hit = _behind(text, CUES[int((word.lastgroup or "c0")[1:])], word.start(), end)
        if hit and hit.start not in taken:
            taken.add(hit.start)
            yield hit
    yield from _in_front(text, start, end, taken)
    for match in (*finder(NAMED)(text, start, end), *finder(UNQUOTED)(text, start, end)):
        asked = (
            ASKED.search(text, max(start, match.start() - 12), match.start()) or "搜" in match[0]
        )
        if "搜" not in match[0] and "搜" in text[match.start() : match.start("name")]:
            asked = match
        if asked and match.start("name") not in taken:
            taken.add(match.start("name"))
            yield _name(match, match["name"])
    for match in finder(REVERSED)(text, start, end):
        if re.search(r"[\d_.@-]", match["name"]) and match.start("name") not in taken:
            at = "@" if match["word"].lower() in ("x", "twitter") else ""
            yield _name(match, at + match["name"].lower().removeprefix("@"))
    for match in finder(MENTION)(text, start, end):
        if not match["name"].isascii():
            yield _name(match, f"@{match['name']}")


def _in_front(text: str, start: int, end: int, taken: set[int]) -> Iterator[Hit]:
    """Accounts in front of the word."""
    for match in finder(_BEFORE)(text, start, end):
        first = match.start()
        found = _ACCOUNT_BACKWARDS.match(text[max(start, first - 40) : first][::-1])
        cue = CUES[int(next(n for n, v in match.groupdict().items() if v and n[0] == "d")[1:])]
        name = found[1][::-1] if found else ""
        bracket = match["link"].strip() in ("（", "(", "【", "[")
        behind = text[match.end() : match.end() + 6]
        closed = not bracket or re.match(r"\s?(?:同?号|客服|ID|群|同步)?\s?[)）】\]]", behind)
        if (
            not name
            or not closed
            or not re.fullmatch(cue.account, name)
            or not re.search(r"\d|_", name)
        ):
            continue
        at = first - (found.end(1) if found else 0)
        if at not in taken and not _ENDINGS.search(name):
            taken.add(at)
            yield Hit(
                cue.kind, at, at + len(name), f"{cue.platform}:{name.lower()}", at + len(name)
            )


def _name(match: re.Match[str], name: str) -> Hit:
    platform = PLATFORM_OF.get(match["word"].lower(), "wechat")
    first, last = match.span("name")
    return Hit(
        "social", first, last, f"{platform}:{name}", last, also=((f"{platform}:@{name}", 0),)
    )


def _behind(text: str, cue: Cue, at: int, end: int) -> Hit | None:
    match = _row(cue).match(text, at, min(end, at + 80))
    if not match or _is_word(text, match):
        return None
    account = match["account"]
    name = account.lower() if account.isascii() else account
    first, last = match.span("account")
    if cue.platform not in ("line", "weibo"):
        name = name.removeprefix("@")
    if cue.platform in ("qq", "meeting"):
        name = re.sub(r"[ -]", "", name.translate(_LETTERS))
    if cue.platform in ("whatsapp", "viber") and re.fullmatch(r"\+?\d{7,15}", name):
        number = canonical.phone(f"+{name.removeprefix('+')}")
        return Hit("phone", first, last, number, last) if number else None
    longer = tuple((f"{cue.platform}:{account}{tail}", len(tail)) for tail in tails(text, last))
    return Hit(cue.kind, first, last, f"{cue.platform}:{name.rstrip('.')}", last, also=longer)


def _is_word(text: str, match: re.Match[str]) -> bool:
    """An ordinary word, an amount, a call or another platform behind the cue, not an account."""
    account, join = match["account"], match["join"]
    if account.isalpha() and _PRODUCT.match(text, match.end()):
        return True
    if _PLATFORM.fullmatch(account) or text[match.end() : match.end() + 1] == "(":
        return True
    if EAST_ASIAN.match(text, match.end()) and account.isalpha():
        return True
    if join.startswith("_") and account.isupper():  # the name of a constant, `WX_PAY`
        return True
    before = text[match.start() - 1 : match.start()]
    if text[match.start()].isascii() and before.isascii() and before.isalnum():
        return True
    if _ENDINGS.search(account) or (not join.strip() and account.isdigit() and not join):
        return bool(_ENDINGS.search(account))
    if account.isdigit():
        return (
            re.match(
                r"\s?[元年月日个笔人次份只张枚台件条万亿分币点天积%]",
                text[match.end() : match.end() + 2],
            )
            is not None
        )
    if re.search(r"[\d_@]", account.rstrip("_")):
        cue = text[match.start() : match.start("join")]
        return not join and cue.isascii() and cue[-1:].isalnum() and not account.startswith("@")
    if "\n" in join or text[match.end() : match.end() + 1] in (":", "="):
        return True
    cue = text[match.start() : match.start("join")]
    slang = _SLANG.fullmatch(cue) is not None and not account.istitle()
    english = join.isascii() and account.rstrip(".-").isalpha()
    if english and not slang and not _NAMED_IN_ENGLISH.search(join):
        return True
    named = _NAMES_SOMETHING.search(join) is not None or slang
    return (
        not named
        or _PLAIN_AFTER.match(text, match.end()) is not None
        or account.istitle()
        or account.isupper()
    )


def named_before(text: str, start: int, at: int, account: str) -> str:
    """The messenger that the same sentence names before an account; empty when none fits it."""
    said = max(text.rfind(sign, start, at) for sign in "。！？；\n") + 1
    words = list(_ANY.finditer(text, max(said, start), at))
    cues = [CUES[int((word.lastgroup or "c0")[1:])] for word in words]
    return next((c.platform for c in reversed(cues) if re.fullmatch(c.account, account)), "")


_BESIDE = re.compile(
    r"(?:[加添联系聯繫客服专專员員官方我们們的号號码碼群账帐賬户戶搜索找咨询方式人工在线通道渠入口：:\s（）()/、-]|ID|id|add|us|on|our|contact|support|group|account|service)*",
    re.IGNORECASE,
)


def is_cue(words: str) -> bool:
    """Whether a few words name a messenger and say nothing else: `微信客服`, `QQ 群号`."""
    match = _ANY.search(words)
    if not match:
        return False
    said = re.match(
        rf"(?:{CUES[int((match.lastgroup or 'c0')[1:])].words})", words[match.start() :]
    )
    rest = words[: match.start()] + words[match.start() + (said.end() if said else 1) :]
    return _BESIDE.fullmatch(rest) is not None


def cue_before(text: str, start: int) -> str:
    """The last messenger or network named in the paragraph in front of a place; empty for none."""
    reach = max(start - _LEAD, 0)
    first = max(text.rfind("\n\n", reach, start), reach)
    found = [m[0] for m in _PLATFORM_WORDS.finditer(text, first, start) if not _is_part(text, m)]
    return found[-1] if found else ""


def _is_part(text: str, word: re.Match[str]) -> bool:
    """Whether Latin letters of a word for a messenger stand in the middle of another word."""
    before, behind = text[word.start() - 1 : word.start()], text[word.end() : word.end() + 1]
    sides = (before, word[0][0]), (word[0][-1], behind)
    return any(a.isascii() and a.isalnum() and b.isascii() and b.isalnum() for a, b in sides)
