"""Names that stand loose in words about reaching somebody: all that speaks for an account is counted.

`土豆那边也有我们的人，搜 desk_lin 就能看到小林`, `Mia answers on Snap: mia.desk`. Scammers word this in
more ways than any list of phrases holds. So nothing is asked of the order of the words: how the
name is made, that somebody is met, that something is looked up and that an app is meant each have
a weight, and enough of them make an account of the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from helpcenter.guard.detectors import evidence, namesakes, reaching
from helpcenter.guard.detectors.not_accounts import ENDINGS, ORDER, THING, UNIT, WORK
from helpcenter.guard.detectors.suffixes import top_level
from helpcenter.guard.detectors.ways import WARNS
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.hits import Hit, Sample, account_hit
from helpcenter.guard.matching.needed import finder

_VERB = "[搜索找系繫絡络添加入輸粘贴填]"
_APART = r"(?<![A-Za-z0-9_@./:#&=?%~$¥￥€£\\+*<,-].)(?<!\d .)"
"""Behind the first character of a name: nothing it could be a part of stands in front."""
_NAME = re.compile(
    rf"(?P<account>[@A-Za-z]{_APART}"
    r"(?=[A-Za-z0-9._-]{4,31}(?![A-Za-z0-9_]))"
    rf"(?:(?=[A-Za-z-]{{0,30}}[\d_.])|(?<={_VERB}.)|(?<={_VERB}[ ：:“「`\"].))"
    r"(?:[A-Za-z0-9]{0,20}(?:[._-][A-Za-z0-9]{1,20}){1,5}|[A-Za-z]{1,15}\d{2,8}[A-Za-z0-9]{0,8})"
    rf"|[1-9]{_APART}"
    r"(?:(?<=[圈群频頻][号號] .)\d{4,5}|\d{6,9}(?<!(?<!\d)20\d\d[01]\d[0-3]\d)|\d{2}(?: \d{3}){2}))"
    r"(?![A-Za-z0-9_/@(=:+*>%-]| ?\d|[.,][A-Za-z0-9])"
)
"""Two words joined by a hyphen are one only where a Chinese verb asks for them."""
_REACH = 60, 44
"""Characters in front of a name and behind it whose words count."""
_ENOUGH, _AMONG_WORDS = 3, 4
"""The weight that makes an account of a name in Chinese or beside a network, and in other English:
there names of things have such shapes too."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LETTER = re.compile("[A-Za-z]")
_INVITE = re.compile("邀请码|邀請碼|invite code")
"""Asked for in chats and in shops."""
_STOP = re.compile(r"[。；！？;\n]|[.!?]\s")
_ITEM = re.compile(r"\n\s*[-*]\s\Z")
"""In front of a name that is all of an item: what is listed is told by what stands above."""
_ATTRIBUTE = re.compile(r"(?:data-[\w-]{1,20}|id|name|class|for|slot)=[\"']\Z")
"""In front of a name that a program reads, as `data-article` has."""
TRUE_SAMPLES = (
    Sample("土豆那边也有我们的人，搜 some_desk_lin 就能看到小林", ("telegram:some_desk_lin",)),
    Sample("Mia answers fastest on Snap: some.mia.desk. Add her.", ("snapchat:some.mia.desk",)),
    Sample("把 lin-some88 复制到聊天软件的搜索框，头像是蓝盾的就是", ("account:lin-some88",)),
    Sample("下个帮帮 App，打招呼给 602000117，她一看就懂", ("account:602000117",)),
    Sample("在“帮帮”上联系 some-bangbang，全天秒回", ("account:some-bangbang",)),
)
FALSE_SAMPLES = (
    Sample("专员在应用里回复：您搜索的订单 2026010112 已退 1500000 元"),
    Sample("在本站搜 refund_status，可以找到退款状态的说明"),
    Sample("Reference: some-help-51. Quote it when you write to us through the help form."),
    Sample("Search for transfer_limit in the settings and add a note for yourself."),
    Sample(
        "We will send you an in-app message. Our agents reply within a day; find them in the app."
    ),
    Sample("联系客服时，请报订单号 OK20231107，专员在应用里回复"),
    Sample("联系客服时请提供 trade_ref2，或把 out_trade_no 发给专员"),
    Sample('多久没回复可以找专员：{{ reply_time("complaint", part="ask_again2") }}，在应用里'),
    Sample('<p>联系客服</p><hc-a data-article="social-media-c7" data-text="加好友">私信</hc-a>'),
    Sample("别加 abc_01 这样的好友，对方是骗子，App 里的客服才是真的"),
)
together(_NAME, of="prose")


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield such names in `text[start:end]`, which should be prose."""
    found = finder(_NAME)(text, start, end)
    brands = namesakes.NAMES.get().brands
    for match in bounds.few(found, bounds.WORDS, "loose names"):
        if _is_of_a_thing(match["account"]):
            continue
        around = evidence.around(text, match.span(), _REACH)
        if platform := _platform(match["account"], *around, brands):
            yield account_hit("messenger", platform, match, "account")


@lru_cache(maxsize=1024)
def _platform(name: str, before: str, behind: str, brands: frozenset[str]) -> str:
    """The network of a name, `account` for one that is not named; empty when it is no account.

    Kept: texts repeat themselves.
    """
    if _is_other(name, before, behind):
        return ""
    named = evidence.nearest(before, last=True) or evidence.nearest(behind, last=False)
    rare = _LETTER.search(name) and (named or _HAN.search(before) or _HAN.search(behind))
    enough = _ENOUGH if rare else _AMONG_WORDS
    speaks = _made(name, brands) + _said(before, behind, named)
    return (named or "account") if speaks >= enough else ""


@lru_cache(maxsize=1024)
def _is_of_a_thing(name: str) -> bool:
    """Whether a name says by itself that it is a file's, a site's, an order's or a field's."""
    if ENDINGS.search(name) or ORDER.fullmatch(name) or reaching.FIELD.fullmatch(name):
        return True
    return name.rpartition(".")[2] in top_level()


def _is_other(name: str, before: str, behind: str) -> bool:
    """Whether the words around a name say that it is a thing's, or warn of it."""
    if name[0].isdigit() and UNIT.match(behind):
        return True
    if (_ITEM.search(before) and behind[:1] in ("", "\n")) or _ATTRIBUTE.search(before):
        return True
    if before.rfind("{{") > before.rfind("}}"):
        return True  # a part of a reference, which has checks of its own
    if THING.search(_INVITE.sub("", before)) or reaching.OF_A_THING.search(before):
        return True
    if reaching.IS_A_THING.match(behind) or WORK.match(behind):
        return True
    around = before + behind
    return (reaching.DEVELOPERS.search(around) or WARNS.search(around)) is not None


def _made(name: str, brands: frozenset[str]) -> int:
    """How much a name speaks for an account by how it is made; a number alone does not."""
    if not _LETTER.search(name):
        return 0
    lower = name.lower()
    ours = any(brand in lower for brand in brands) or namesakes.is_office(lower)
    return (re.search(r"[\d_]", name) is not None) + ours


def _said(before: str, behind: str, platform: str) -> int:
    """How much the words around a name speak for an account."""
    sentence = _STOP.split(behind, maxsplit=1)[0]
    met = reaching.MEETING.search(before) or reaching.MEETING.search(behind)
    somebody = reaching.SOMEBODY.search(before) or reaching.SOMEBODY.search(behind)
    sought = reaching.LOOKED_UP.search(before) or reaching.LOOKED_UP.search(sentence)
    app = platform or reaching.APP.search(before) or reaching.APP.search(behind)
    return 2 * bool(met) + bool(somebody) + bool(sought) + bool(app)
