"""Words and program names after the name of a messenger that are no accounts.

Changelogs and manuals of programs name messengers all the time: `Telegram: treat DM topics`, `LINE
(plugin)`, `wechat_public_key=…`. An account there contains a digit, ends its phrase, or is near
words that tell a reader to contact it.
"""

from __future__ import annotations

import re

_LOWER = r"[a-z][a-z'’]*[.,;!?)]?(?=[ \t.,;!?)\n]|\Z)"
_READS_ON = re.compile(
    rf"(?:/[A-Za-z][\w-]*)*[`*_]{{0,2}}[ \t](?:->|→|{_LOWER}"
    r"|(?:`[A-Za-z/.][^`\n]{0,40}`|@[a-z]+|[./][a-z][\w/.-]*|[a-z]+[/_=-][\w/=-]*"
    r"|[a-z]+[A-Z]\w*)[ \t][\w-]*[a-z]{2}"
    rf"|[A-Z]{{2,}}s?[ \t]{_LOWER}[ \t]{_LOWER})"
)
"""A sentence goes on: ordinary words, names of commands, words joined by `/` or `-`."""
_CAMEL = re.compile(r"[a-z]+[A-Z][A-Za-z]*(?:\.[a-z]+)?")
_SNAKE = re.compile(r"[a-z]+(?:_[a-z]+)+(?:\.[a-z]{2,4})?")
_WORDS = re.compile(r"[A-Za-z]+(?:-[a-z]+)*")
_STANDARD = re.compile(r"[A-Z]\.\d{1,4}")
"""`E.164`, `X.509`."""
_NAME = re.compile(r"[a-z]{4,}")
"""A messenger by its whole name: so begins `weixin_pay_h5`, the name of something in a program."""
_LINK = re.compile(r"\]\(\w+\)")
"""The end of a link that leads nowhere, `[label](url)`."""
_WITHIN = frozenset("$%&=/\\")
"""What stands in codes right before letters."""
_BRACKET = re.compile(r"[ \t][(][`\"*_]{0,2}\Z")
_TURN = re.compile(
    r"\b(?:add|contact|message|reach|find|dm|text|ping|write|chat|talk|ask|follow|join|call"
    r"|search|us|our|ours|me|my|support|help|agent|desk)\b"
    r"|[加找搜]|联系|聯繫|关注|私信|客服|咨询|扫码",
    re.IGNORECASE,
)
"""Words that tell a reader to contact somebody."""
_BEFORE, _BEHIND = 80, 60


def is_ordinary(text: str, word: int, match: re.Match[str]) -> bool:
    """Whether what a match of a messenger and an account holds is a word or a program's name.

    Args:
        text: the text.
        word: where the word for the messenger begins.
        match: with the groups `join`, what stands between them, and `account`.
    """
    account, join = match["account"], match["join"]
    before = text[max(0, word - 2) : word]
    if join == "_" and "_" in account and _NAME.fullmatch(text[word : match.start("join")]):
        return not _is_told(text, word, match.end())
    if not account.isascii() or re.search(r"\d", account):
        path = before[-1:] == ":" and re.match(r":\w", text[match.end() : match.end() + 2])
        return bool(path) or _STANDARD.fullmatch(account) is not None
    if account == "@username" or re.fullmatch(r"[A-Za-z]\.", before, re.ASCII):
        return True
    if _is_option(text, match) or _is_code(text, word, match):
        return True
    if not (join.isascii() and text[word].isascii()):
        return False
    if _BRACKET.search(join):
        closed = re.match(r"[`\"*_]{0,2}\)", text[match.end() : match.end() + 3])
        return not closed or not _is_told(text, word, match.end())
    goes_on = _READS_ON.match(text, match.end()) is not None
    if _CAMEL.fullmatch(account) or _WORDS.fullmatch(account):
        quoted = join[-1:] in "\"'" or (join[-1:] == "`" and not _CAMEL.fullmatch(account))
        return goes_on and not quoted
    code = not join.strip(" `*") and _SNAKE.fullmatch(account) is not None
    return code and goes_on and not _is_told(text, word, match.end())


def _is_option(text: str, match: re.Match[str]) -> bool:
    """`--account alerts`, `--guild-id`: an option of a command, and its value."""
    before = text[max(0, match.start("account") - 12) : match.start("account")]
    return re.search(r"(?:\A|[\s`])--(?:[a-z-]{2,10}[ =])?\Z", before) is not None


def _is_code(text: str, word: int, match: re.Match[str]) -> bool:
    """A part of a longer name, `wechat_public_key`; the text of a link, `[label](url)`; a key."""
    after = text[match.end() : match.end() + 20]
    before, join = text[word - 1 : word], match["join"]
    if not join:  # `$1$vXGZ`: letters within a code
        return before in _WITHIN and text[word].isascii()
    joined = join == "_" and text[word].isascii()
    slug = before == "-" and join[0] == join[-1] == "-"
    key = re.match(r":\S", after) is not None and "_" in match["account"]
    return joined or slug or key or join.endswith('`"') or _LINK.match(after) is not None


def _is_told(text: str, word: int, end: int) -> bool:
    """Whether the lines around tell a reader to turn to somebody."""
    before = text[max(0, word - _BEFORE) : word]
    behind = text[end : end + _BEHIND].partition("\n")[0]
    return _TURN.search(before) is not None or _TURN.search(behind) is not None


_OPENED = re.compile(
    r"(?:打开|进入)\s?(?:(?:企业)?微信|QQ|抖音|快手|小红书|微博|飞书|钉钉|B站|知乎|脸书)"
    r"\s?[“\"「『《【‘']?\Z"
)
_SOMEBODY = re.compile(
    r"客服|专员|助[手理]|热线|理赔|退款|官方|经理|顾问|老师|人工|[A-Za-z]\d|\d{4}"
)


def is_menu(before: str, name: str) -> bool:
    """Whether a quoted name is something to tap on in an app, `打开微信“扫一扫”`.

    One that sounds like somebody is not.

    Args:
        before: what stands in front of the name.
        name: the name.
    """
    return _OPENED.search(before) is not None and _SOMEBODY.search(name) is None
