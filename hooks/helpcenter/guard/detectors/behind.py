"""Accounts right after the name of a messenger or network, slang included."""

from __future__ import annotations

import re
from functools import cache

from helpcenter.guard.detectors.cues import CUES, Cue
from helpcenter.guard.detectors.letters import EAST_ASIAN, tails
from helpcenter.guard.detectors.not_accounts import PLAIN_ENDINGS
from helpcenter.guard.detectors.ordinary import is_ordinary
from helpcenter.guard.matching import canonical
from helpcenter.guard.matching.hits import Hit

_MARK = (
    r"号码|号|號|群号|群|用户名|账号|帐号|賬號|帳號|暱稱|客服|專員|专员|人工|昵称|ID|id|Id"
    r"|[uU]ser(?:s|name)?|[aA]ccount|[nN]umber|handle|group|community|page|no\.|联系|聯繫"
    r"|看这里|在这里|如下|搜一搜|搜索?"
    r"|频道|聊聊?|沟通|详[聊谈]|交流|对话|小号|大号|工作号|私人号?|备用号?|新号|唯一|软件"
    r"|应用|[里上中内]|群组|本人|[我你]|留言|滴滴?我?|戳|办理|处理|同微|不是广告"
    r"|search(?:\sfor)?\b|(?<=[uU]sers[:,] )add\b|under\b|me\b|my\b|首页|顶部|直接|请|請|把"
    r"|添?加|朋友|好友|输入|复制|备注|同号|同步|詢問|询问|咨询|諮詢|私[信聊]?我?|tag\b"
    r"|letter by letter|spelled(?: out)?|spelt|one letter at a time|[念拼写]作|拼成|拼写"
    r"|一行一[个個]?[字位]|每行一[个個]?[字位]?|逐[行字个]|竖着[读看]?|从上[往到]下|依次"
    r"|按顺序|找|我们的|官方|退款|[（(][^（）()\n]{1,12}[)）]|👉|👇|➜"
)
_JOIN = (
    rf"(?P<join>(?:{_MARK}|\]:|[:：=|（(“\"「【〔『《\[*_~`,，、!！➡→>-]"
    r"|[^\w\s\u3000-\u303f\uff00-\uffef\x00-\x7f]|就是|即为?|上面?|里面?|那边|用户|的|是|为"
    rf"|為|as |at |on |us |is |the |our |my |DMs?\b|inbox\b|bio\b|\s){{0,9}}?)"
)
_PLATFORM = re.compile("|".join(cue.words for cue in CUES), re.IGNORECASE)
"""A list of messengers names no account: `wechat|weixin|line`."""
_NO_MARK = (
    r"(?!(?:[uU]ser(?:s|name)?|[aA]ccount|[nN]umber|handle|group|community|page|name"
    r"|official|support|search|under|letter|spelled|spelt|one|inbox|below|above|here)\b)"
)
_NAMES_SOMETHING = re.compile(rf"{_MARK}|[:：=|(（“\"「【〔是为]|as |at |is ")
_NAMED_IN_ENGLISH = re.compile(r"[:=(]|\b(?:ID|id|Id|[uU]ser(?:name)?|[aA]ccount|handle|as)\b")
"""A word behind a messenger's name is an account only then: `Telegram group exists`."""
_PRODUCT = re.compile(r"[”\"」』》]?\s?(?:小程序|支付|客户端|官网|[aA][pP][pP])")
"""A name in front of these is a product's, and it is looked up there: `微信里搜索“OKPay”小程序`."""
_SLANG = re.compile(
    r"(?!微信)[微薇威徽維维崴溦嶶徴徾围违葳胃蔚]\W{0,3}[信伩芯心言訫❤♥♡]"
    r"|[卫衛]\W{0,3}[星✨⭐🌟]|绿泡泡?|[vV]\W{0,3}[xX信]|[vV微薇]一下"
    r"|.{0,3}[加家佳嘉＋+➕]\s?[vVwW薇]"
    r"|[扣叩抠蔻寇筘]{2}|[纸紙]飞机|電報|瓦次普?|[➕加]?[賴赖]"
)
"""Misspelt on purpose: what follows is an account, though it looks like a word."""
_SPELLED = re.compile(r"(?:[a-z0-9][-._]){4,}[a-z0-9]")
"""Character by character: `d-e-s-k-7`."""
_COUNTED = re.compile(r"\s?[元年月日个笔人次份只张枚台件条万亿分币点天积%]")
"""What makes an amount of the digits in front of it."""
_PLAIN_AFTER = re.compile(r"[ \t][a-z]+[ .,;!?]")
_SAID_OF_ACCOUNTS = frozenset(
    [
        "ours",
        "yours",
        "mine",
        "theirs",
        "real",
        "genuine",
        "official",
        "verified",
        "fake",
        "hacked",
        "stolen",
        "locked",
        "closed",
        "blocked",
        "needed",
        "required",
        "optional",
        "private",
        "public",
        "enough",
        "correct",
        "linked",
    ]
)
"""“Which WhatsApp account is ours”."""
_LETTERS = str.maketrans("oil", "011")
REACH = 80
"""Characters from the beginning of a word in which its account ends."""
ROOM = re.compile(r"[A-Za-z\d_.@+# :-]{4,}+")
"""Characters of accounts, as many in a row as the shortest has; spaces part the digits of some."""


@cache
def _row(cue: Cue) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{cue.words}){_JOIN}{_NO_MARK}(?P<account>{cue.account})(?![A-Za-z0-9_@-])"
    )


def account_behind(text: str, cue: Cue, at: int, end: int) -> Hit | None:
    """The account behind a word that stands at `at`; None when an ordinary word stands there."""
    match = _row(cue).match(text, at, min(end, at + REACH))
    if not match or _is_word(text, match):
        return None
    account = match["account"]
    name = account.lower() if account.isascii() else account
    first, last = match.span("account")
    if _SPELLED.fullmatch(name):
        name = name[::2]
    if cue.platform not in ("line", "weibo"):
        name = name.removeprefix("@")
    if cue.platform == "qq":
        name = re.sub(r"[ -]", "", name.translate(_LETTERS))
    if cue.platform == "zalo" and re.fullmatch(r"\+?[\d .-]+", name):
        name = re.sub(r"[ .-]", "", name)
    if cue.platform in ("whatsapp", "viber") and re.fullmatch(r"\+?[\d -]{7,24}", name):
        name = re.sub(r"[ -]", "", name)
        number = canonical.phone(f"+{name.removeprefix('+')}")
        return Hit("phone", first, last, number, last) if number else None
    longer = tuple((f"{cue.platform}:{account}{tail}", len(tail)) for tail in tails(text, last))
    return Hit(cue.kind, first, last, f"{cue.platform}:{name.rstrip('.')}", last, also=longer)


def _is_word(text: str, match: re.Match[str]) -> bool:
    """An ordinary word, an amount, a call or another platform behind the cue, not an account."""
    account = match["account"]
    if account in _SAID_OF_ACCOUNTS or _belongs_elsewhere(text, match):
        return True
    if account.isdigit():
        return match["join"] != "" and _COUNTED.match(text, match.end()) is not None
    if re.search(r"[\d_@]", account.rstrip("_")):
        cue = _cue(text, match)
        glued = not match["join"] and cue.isascii() and cue[-1:].isalnum()
        return glued and not account.startswith("@")
    return not _is_named(text, match)


def _belongs_elsewhere(text: str, match: re.Match[str]) -> bool:
    """A product, a platform, a call, a constant, a file, or the middle of a longer word."""
    account, end = match["account"], match.end()
    before = text[match.start() - 1 : match.start()]
    return bool(
        (account.isalpha() and (_PRODUCT.match(text, end) or EAST_ASIAN.match(text, end)))
        or _PLATFORM.fullmatch(account)
        or text[end : end + 1] == "("
        or is_ordinary(text, match.start(), match)
        or (match["join"].startswith("_") and account.isupper())  # a constant, `WX_PAY`
        or (text[match.start()].isascii() and before.isascii() and before.isalnum())
        or PLAIN_ENDINGS.search(account)
    )


def _is_named(text: str, match: re.Match[str]) -> bool:
    """Whether what stands between the cue and a word of letters makes an account of the word."""
    account, join = match["account"], match["join"]
    if "\n" in join or text[match.end() : match.end() + 1] in (":", "="):
        return False
    slang = _SLANG.fullmatch(_cue(text, match)) is not None and not account.istitle()
    english = join.isascii() and account.rstrip(".-").isalpha()
    if english and not slang and not _NAMED_IN_ENGLISH.search(join):
        return False
    if not slang and not _NAMES_SOMETHING.search(join):
        return False
    return not (_PLAIN_AFTER.match(text, match.end()) or account.istitle() or account.isupper())


def _cue(text: str, match: re.Match[str]) -> str:
    """The word for the messenger, as it is written."""
    return text[match.start() : match.start("join")]
