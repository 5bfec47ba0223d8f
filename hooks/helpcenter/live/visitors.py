"""Kinds of visitors. Tampered sites show their fakes only to some of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from helpcenter.model import Text


@dataclass(frozen=True, slots=True)
class Visitor:
    """One kind of reader, by what their browser sends."""

    name: Text
    headers: Mapping[str, str]


_LANGUAGE = {"Accept": "*/*", "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8"}
_DESKTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36"
_PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36"
REFERRERS = {"Referer": "https://www.google.com/"}
"""From a search engine: most readers come that way, and cloaked pages look for it."""

DESKTOP = Visitor(Text("电脑", "desktop"), {**_LANGUAGE, "User-Agent": _DESKTOP, **REFERRERS})
PHONE = Visitor(Text("手机", "phone"), {**_LANGUAGE, "User-Agent": _PHONE, **REFERRERS})
DIRECT = Visitor(
    Text("不带来源的电脑", "desktop without referrer"), {**_LANGUAGE, "User-Agent": _DESKTOP}
)
OTHERS = (PHONE, DIRECT)
"""Compared with the first one."""
