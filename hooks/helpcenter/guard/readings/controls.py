"""Accounts that a button copies or a form field holds, with a label that names the messenger.

`<button data-copy="desk_1">Copy our WeChat ID</button>`: the name comes after the account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.detectors import mentions
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.needed import finder

_ELEMENT = re.compile(
    r"<(?P<tag>button|a|input|span|div|p|li|label|b|strong|i|em|code|img|option|md-button"
    r"|clipboard-copy|copy-[a-z]{1,20})"
    r"\s(?P<given>[^<>]{0,160}?[\"'=][A-Za-z0-9_.-]{5,30}[\"' ][^<>]{0,600})>"
    r"(?P<said>[^<>\n]{0,60})",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?P<name>[\w:@.-]{1,40})\s?=\s?(?P<quote>[\"'])(?P<value>[^\"]{1,400}?)(?P=quote)(?=[\s/]|\Z)"
)
_SPOKEN = frozenset({"title", "alt", "aria-label", "placeholder", "label", "data-label", "name"})
"""Attributes whose words a reader meets."""
_NEVER = frozenset({"class", "id", "style", "href", "src", "for", "type", "rel", "role", "lang"})
_ACCOUNT = re.compile(
    r"(?<![\w.-])(?:[A-Za-z](?=[\w.-]*[\d_])[\w.-]{4,29}|[1-9]\d{5,11})(?![\w.(-])", re.ASCII
)
together(_ELEMENT, of="a whole text")
TRUE_SAMPLES = (
    ("<button onclick=\"copy('desk_k77')\">Copy our WeChat ID</button>", "WeChat：desk_k77"),
    ('<button data-clipboard-text="desk_k77">复制微信号</button>', "微信：desk_k77"),
    ('<input value="desk_k77" aria-label="Telegram">', "Telegram：desk_k77"),
)
FALSE_SAMPLES = (
    '<a class="btn btn_k77" href="#wechat_pay1">微信支付</a>',
    '<button data-clipboard-text="desk_k77">复制订单号</button>',
    '<button onclick="open_wechat1()">打开微信</button>',
)


def copied(text: str) -> Iterator[Found]:
    """Span of each account, and the account behind the word for its messenger."""
    for match in finder(_ELEMENT)(text):
        given = list(_NAMES.finditer(match["given"]))
        said = [match["said"], *(at["value"] for at in given if at["name"].lower() in _SPOKEN)]
        word = next((word[0] for words in said if (word := mentions.word_in(words))), "")
        for at in given if word else ():
            if at["name"].lower() not in _NEVER | _SPOKEN:
                for account in _ACCOUNT.finditer(at["value"]):
                    start = match.start("given") + at.start("value") + account.start()
                    yield start, start + len(account[0]), f"{word}：{account[0]}"
