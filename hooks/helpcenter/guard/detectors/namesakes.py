"""Names that contain ours, or sound like an office, near a messenger: “message okpaydesk on Telegram”.

Letters alone are an account only where the context says so. A name that contains ours but is not
ours needs no context, nor does one composed like that of a desk or a helper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextvars import ContextVar
from functools import lru_cache
from typing import NamedTuple

from helpcenter.guard.detectors import mentions
from helpcenter.guard.detectors.cues import Cue
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.hits import Hit, Sample, account_hit
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.passages import line_start


class Names(NamedTuple):
    """What is ours, in lower case."""

    brands: frozenset[str] = frozenset()
    """The parts of our host names that tell them from others."""
    accounts: frozenset[str] = frozenset()
    """Our accounts, whatever network they are on."""


NAMES: ContextVar[Names] = ContextVar("names", default=Names())  # noqa: B039  never changed
_BEFORE, _BEHIND = 60, 40
"""Characters of the line around a name in which the messenger is named."""
_LEAST = 3
"""Letters that a name has beside ours; fewer are an ending, as in “OKPay's”."""
_PAYS = re.compile(r"\s?(?:Pay|支付|付款|钱包|錢包|零钱)", re.IGNORECASE)
"""What makes a way to pay of a messenger's name."""

_OFFICES = "desk|refund|rescue|clerk|kefu|tuikuan|zhuanyuan|lipei|shensu|jiedong|zhuikuan|recovery|hotline|helper|claims|complaint|chargeback|unfreeze|kaifu|rengong|guanfang"
_OFFICE = re.compile(
    rf"(?<![A-Za-z0-9@./:_#-])(?P<account>[A-Za-z][a-z]{{2,15}}?(?:{_OFFICES})[a-z]{{0,12}}"
    rf"|(?i:{_OFFICES})[a-z]{{3,16}})(?![A-Za-z0-9@/(=_:-]|\.\w|[\u4e00-\u9fff]?\()"
)
"""A word with that of an office in it."""
_ANY_OFFICE = re.compile(_OFFICES)
_PLAIN = re.compile(
    r"(?:help|service|front|stand|news|hot|info|customer)desk.*|.*desktops?"
    r"|(?:non|un)?refund(?:s|ed|ing|able|ability)?|rescue[rds]+|clerk(?:s|ing|ship)"
    r"|helper[s]?|(?:dis|re|ac|ex|pro|ac)claim.*|complaints?|chargebacks?|.*hotlines?"
    r"|recovery.*|helperless",
    re.IGNORECASE,
)
"""Ordinary words of that sort."""
SAMPLED = Names(frozenset({"okpay"}), frozenset({"okpay_demo"}))
"""Whose names the samples bear."""
TRUE_SAMPLES = (
    Sample("Message okpaydesk on Telegram.", ("telegram:okpaydesk",)),
    Sample("加微信okpaykefu处理", ("wechat:okpaykefu",)),
    Sample("The Telegram group quietdeskclub handles it.", ("telegram:quietdeskclub",)),
    Sample("| 微信 | changfukefu |", ("wechat:changfukefu",)),
    Sample("WhatsApp 上的 OKPayService 可以退款", ("whatsapp:okpayservice",)),
)
FALSE_SAMPLES = (
    Sample("Telegram is no helpdesk; refunds and refunded orders are in the desktop app"),
    Sample("OKPay 不会用微信联系你"),
    Sample("用微信支付时选 OKPayCard"),
    Sample("okpay-logo.png 用于微信分享"),
    Sample("我们在 X 和微信都叫 okpay_demo"),
    Sample("在电报上冒充 OKPay's 客服"),
)
together(_OFFICE, of="prose")


def is_office(name: str) -> bool:
    """Whether a name in small letters has an office's word in it."""
    return _ANY_OFFICE.search(name) is not None


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield such names in `text[start:end]`."""
    brands, accounts = NAMES.get()
    offices = [*finder(_OFFICE)(text, start, end)]
    for match in offices if offices and mentions.ANY.search(text) else ():
        ordinary = _PLAIN.fullmatch(match["account"]) or any(b in match["account"] for b in brands)
        if not ordinary and (cue := _cue(text, match)):
            yield account_hit(cue.kind, cue.platform, match, "account")
    if not brands or not any(map(text.lower().__contains__, brands)):
        return
    for match in _pattern(brands).finditer(text, start, end):
        name = match["account"].lower()
        made = name not in accounts and len(_beside(name, brands)) >= _LEAST
        if made and (cue := _cue(text, match)):
            yield account_hit(cue.kind, cue.platform, match, "account")


@lru_cache(maxsize=4)
def _pattern(brands: frozenset[str]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(brands)))
    return re.compile(
        rf"(?<![A-Za-z0-9@./:_#-])(?=[A-Za-z]{{0,24}}(?:{names}))(?P<account>[A-Za-z]{{5,40}})(?!"
        r"[A-Za-z0-9@/(=_-]"
        r"|\.\w)",
        re.IGNORECASE,
    )


def _beside(name: str, brands: frozenset[str]) -> str:
    """What a name has beside our own."""
    ours = max((brand for brand in brands if brand in name), key=len)
    return name.replace(ours, "", 1)


def _cue(text: str, match: re.Match[str]) -> Cue | None:
    """The messenger that is named nearest to a name, in its line; none for a way to pay."""
    near = max(match.start() - _BEFORE, 0)
    first = line_start(text, match.start(), near)
    behind = text.find("\n", match.end(), match.end() + _BEHIND)
    last = behind if behind >= 0 else match.end() + _BEHIND
    words = mentions.words_in(text, first, match.start())[-1:]
    words += mentions.words_in(text, match.end(), last)[:1]
    for cue, at in words:
        ended = mentions.end_of(text, at, cue)
        if ended is not None and not _PAYS.match(text, ended):
            return cue
    return None
