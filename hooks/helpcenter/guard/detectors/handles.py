"""Account names in prose: `@name`, and a name behind the word for a messenger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from helpcenter.guard.detectors import platforms
from helpcenter.guard.detectors.letters import tails
from helpcenter.guard.detectors.ordinary import is_ordinary
from helpcenter.guard.detectors.platforms import Platform
from helpcenter.guard.matching import bounds, canonical
from helpcenter.guard.matching.hits import Hit, Sample
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.passages import line_start

_AT = re.compile(
    r"@(?<![\w@./`{-]@)([A-Za-z_](?:\w|-(?=\w)){3,49}+)(?![@/{:.]\w|[/({]|\"\s?:)", re.ASCII
)
_AT_RULE = re.compile(
    r"@(?:charset|container|counter-style|font-face|import|keyframes|layer|media|namespace"
    r"|page|property|supports)(?=\s?[({\"'][^\n]|\s[\w -]{1,40}[({])"
    r"|@ts-(?:check|expect-error|ignore|nocheck)(?![\w-])"
)
"""Rules of style sheets and words for a compiler, whose names nobody chooses."""
_LINKED = re.compile(r"[*_`]{0,3}\]\((https?://[^\s()]{4,200})\)")
"""Where a link leads whose text is an account name."""
_LATIN = re.compile(r"[A-Za-z]")
_MARKER = r"(?:\s{0,2}(?:号码|号|群号|账号|帐号|客服|群|ID|id|account|user))?"
_VERBS = r"(?:search|look|contact|follow|message|click)(?![\w@])"
"""What a reader is told to do there."""
_JOIN = (
    r"(?P<join>\s{0,2}(?:[:：]|[(（]\s?(?:ID|id)?\s?[:：]?|是|为|as|at"
    r"|[,，]?\s?[(（]?(?:search|look up|搜索?)(?:\sfor)?\s?[\"“「])?\s{0,2})"
)

TRUE_SAMPLES = (
    Sample("关注 @some_support1 获取", ("@some_support1",)),
    Sample("Tweet @somedesk1 and wait", ("x:@somedesk1",)),
    Sample("添加客服微信：some_kefu81。", ("wechat:some_kefu81",)),
    Sample("our agent on WeChat (ID: somekf94).", ("wechat:somekf94",)),
    Sample("QQ群 1000000043", ("qq:1000000043",)),
    Sample("Telegram: @some_desk", ("telegram:some_desk",)),
    Sample('on Facebook (search "some.desk")', ("facebook:some.desk",)),
)
FALSE_SAMPLES = (
    Sample("@2x 与 @3x 图片，@我 即可"),
    Sample("@media (min-width: 1000px){.g{order:3}}"),
    Sample("@ts-ignore 会跳过检查"),
    Sample('{"@type": "Organization"}'),
    Sample("@types/node 与 actions@v4"),
    Sample("微信支付与余额的账单；微信小程序"),
    Sample("Your WhatsApp number is not shared. Search Telegram channels."),
    Sample("Share it on X, Facebook or Instagram if you wish"),
    Sample("WeChat: search for the name"),
    Sample("Q 币充值失败"),
    Sample('on Facebook (search "some name")'),
)


@cache
def _row(account: str) -> re.Pattern[str]:
    """What follows the word for a platform: a marker, something that joins, the account."""
    return re.compile(
        rf"{_MARKER}{_JOIN}(?!{_VERBS})(?P<account>{account})(?![\w@-])", re.ASCII | re.IGNORECASE
    )


_WORD_BEFORE = 60


def is_plain_word(account: str, join: str, marker: bool, after: str) -> bool:
    """`WeChat: search for …`, `Telegram channels`: an ordinary word, not a name."""
    if re.search(r"[\d_@]", account.rstrip("_")):
        return False
    named = marker or re.search(r"[:：(\"“「]", join) is not None
    return not named or re.match(r" [a-z]", after) is not None


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield the account names of `text[start:end]`, which should be prose."""
    seen = set()
    for match in bounds.in_places(_AT.finditer(text, start, end)):
        if _AT_RULE.match(text, match.start(), end):
            continue
        near = max(match.start() - _WORD_BEFORE + 1, 0)
        line = text[line_start(text, match.start(), near) : match.start()]
        words = platforms.WORDS.findall(line)
        profile = _LINKED.match(text, match.end(), end)
        leads = platforms.of_url(canonical.url(profile[1])) if profile else None
        platform = leads[0] if leads else platforms.named(words[-1]) if words else None
        seen.add(match.start())
        yield _mention(match, platform, tails(text, match.end()))
    for word in finder(platforms.WORDS)(text, start, end):
        hit = _behind(text, word, end)
        if hit and hit.start not in seen:
            yield hit


def _mention(match: re.Match[str], platform: Platform | None, behind: tuple[str, ...]) -> Hit:
    """An `@name`; Chinese letters behind it may belong to it."""

    def form(name: str) -> str:
        return platforms.account(platform, name) if platform else name

    longer = tuple((form(match[0] + tail), len(tail)) for tail in behind)
    return Hit("social", match.start(), match.end(), form(match[0].lower()), also=longer)


def _behind(text: str, word: re.Match[str], end: int) -> Hit | None:
    """The account behind a platform's word, which must stand alone if it is Latin."""
    first, at = word.span()
    if word[0].isascii() and (
        _LATIN.match(text, max(first - 1, 0), first) or _LATIN.match(text, at)
    ):
        return None
    platform = platforms.named(word[0])
    match = _row(platform.account).match(text, at, min(end, at + 100)) if platform else None
    if not platform or not match:
        return None
    name, join = match["account"], match["join"]
    marker = re.search(r"(?:ID|号|account|user)\s?$", text[at : match.start("join")]) is not None
    if is_plain_word(name, join, marker, text[match.end() : match.end() + 2]):
        return None
    if is_ordinary(text, first, match):
        return None
    return Hit(platform.kind, *match.span("account"), platforms.account(platform, name))
