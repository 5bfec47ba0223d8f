"""Pieces of the same file that markup brings together: entities, labels, ids."""

from __future__ import annotations

import re
from functools import lru_cache

from helpcenter.guard.detectors import mentions
from helpcenter.guard.matching.fold import folded
from helpcenter.guard.matching.found import Row

_ENTITY = re.compile(r"<!ENTITY\s{1,4}(\w{1,40})\s{1,4}(?:\"([^\"]{0,200})\"|'([^']{0,200})')")
_REFERENCE = re.compile(r"&(\w{1,40});")
_MOST, _DEEPEST = 200, 4
_ID = r"\bid\s{{0,2}}=\s{{0,2}}[\"']?{}[\"'\s>][^<>]{{0,200}}>([^<>]{{0,80}})<"
_ACCOUNT = re.compile(r"(?=[a-z_]{1,29}\d\d)[a-z][a-z0-9_]{4,29}", re.IGNORECASE)
_ASKED = re.compile(
    r"[加搜找添]|联系|聯繫|聯絡|\b(?:add|find|contact|reach|message|text|join)\b", re.I
)


@lru_cache(maxsize=8)
def _entities(text: str) -> dict[str, str]:
    found = list(_ENTITY.finditer(text))[:_MOST]
    return {match[1]: match[2] or match[3] or "" for match in found}


def _expanded(match: re.Match[str]) -> str:
    """What a document's own entities stand for; those in others too, a few levels deep."""
    known, text = _entities(match.string), match[0]
    for _ in range(_DEEPEST):
        text = _REFERENCE.sub(lambda one: known.get(one[1], one[0]), text)[:400]
    return "" if text == match[0] else text


def _labelled(match: re.Match[str]) -> str:
    """What is read aloud for an element that others name, in their order."""
    held = (
        re.search(_ID.format(re.escape(name)), match.string) for name in match["ids"].split()[:12]
    )
    return "".join(one[1].strip() for one in held if one)


def _circled(match: re.Match[str]) -> str:
    return f"{match['local']}@{''.join(map(folded, match['host']))}"


def _anchor(match: re.Match[str]) -> str:
    """An account that is a heading's id, under a heading that tells whom to add where."""
    name = match["id"]
    if not _ACCOUNT.fullmatch(name) or not _ASKED.search(match["head"]):
        return ""
    word = mentions.word_in(match["head"])
    return f"{word[0]}：{name}" if word else ""


ROWS: tuple[Row, ...] = (
    ("entities of the document", re.compile(r"[^\s<>&]{0,60}(?:&\w{1,40};[^\s<>&]{0,60}){1,12}+"), _expanded,
     ('<!ENTITY u "a@"><!ENTITY d "b.test"> <p>&u;&d;</p>', "a@b.test"), "a &amp; b", ("<!ENTITY",)),
    ("labels in their order", re.compile(r"aria-(?:labelledby|describedby|owns|flowto"
        r"|details)\s{0,2}=\s{0,2}[\"'](?P<ids>[\w-]{1,60}(?:\s{1,3}[\w-]{1,60}){1,12})[\"']"), _labelled,
     ('<b id="y">b.test</b><b id="x">a@</b><i aria-labelledby="x y">', "a@b.test"), 'aria-labelledby="x"', ("aria-labelledby", "aria-describedby", "aria-owns", "aria-flowto", "aria-details")),
    ("circled at", re.compile(r"(?<![\w.+-])(?P<local>[\w.+-]{1,64})[ⓐⒶ🅐🅰⒜]\ufe0f?"
        r"(?P<host>[\w\u2010-\u2015-]{1,60}(?:[.․。．｡][\w\u2010-\u2015-]{2,60}){1,4})"), _circled,
     ("ab1ⓐhost․test", "ab1@host.test"), "ⓐ 项", ("ⓐ", "Ⓐ", "🅐", "🅰", "⒜")),
    ("id of a heading", re.compile(r"(?m)^#{1,6}[ \t]{1,3}(?P<head>[^\n{}]{1,80})\{:?\s{0,2}#(?P<id>[\w-]{4,40})"
        r"[^\n{}]{0,60}\}"), _anchor,
     ("## 加人工微信 {#ab_desk77}", "微信：ab_desk77"), "## 微信支付失败 {#wechat-pay-4003}", ("{#", "{: #", "{ #", "{:#")),
)  # fmt: skip
