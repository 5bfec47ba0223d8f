"""Accounts alone below a messenger's name in a heading, a bold line or a tab."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.detectors import mentions
from helpcenter.guard.matching.families import busy, together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.needed import finder

_BEGIN = (
    r"(?:\A|\n)[ \t>]{0,12}(?:#{1,6}[ \t]{1,4}|\*\*|=== \"|[-*+][ \t]{1,4}\*{0,2}"
    r"|(?:<details[^<>\n]{0,60}>\s?)?<summary>|<h[1-6]>|<dt>|<b>|(?=`))`?"
)
_HEAD = re.compile(_BEGIN)
_ACCOUNT = r"[A-Za-z][A-Za-z0-9_.-]{4,29}|[1-9]\d{5,11}"
_CLOSING = r"[`*\"”」]{0,2}(?:</?\w{1,8}>){0,2}[ \t]*"
_ALONE = re.compile(
    rf"{_BEGIN}(?P<head>[^\n#<*\"`]{{1,16}}?)[:：]?(?:\*\*|\"|#{{1,6}}|`"
    rf"|</\w{{1,8}}>){{0,2}}[:：]?[ \t]{{0,4}}"
    r"(?P<between>(?:\n(?!#|\*\*|===)[^\n]{0,60}){0,8}?)\n?[ \t>]{0,12}(?:[-*+][ \t]{1,4})?"
    r"(?:<(?:p"
    r"|dd|code|pre)>)?[`*\"“「]{0,2}"
    rf"(?P<account>@?(?:{_ACCOUNT})){_CLOSING}(?=\n|\Z)"
)
_TAIL = re.compile(rf"(?<![\d_])[\d_][A-Za-z0-9_.-]{{0,29}}+{_CLOSING}(?=\n|\Z)")
_ENDED = re.compile(rf"(?:{_ACCOUNT}){_CLOSING}\Z")
"""The end of a line from a digit or a low dash of a name on; and with the whole name."""
_LONGEST = 30
"""Characters of the longest name."""
_LONE = re.compile(
    r"\n[ \t>|]{0,12}(?:[-*+][ \t]{1,4}(?:\[[ xX]\][ \t])?|\d{1,3}[.)][ \t]{1,4}"
    r"|\[\^?[^\]\n]{1,20}\]:[ \t]{0,4}(?:#[ \t])?|#{1,6}[ \t]{1,4})?"
    r"(?:<[a-z]\w{0,9}>){0,2}[`*_\"“「(（]{0,3}(?:"
    r"(?P<account>@?[A-Za-z](?=[\w.-]{0,28}[\d_])[A-Za-z0-9_.-]{4,29}|[1-9]\d{5,11})"
    r"|(?P<plain>[a-z]{6,24}))[`*_\"”」)）]{0,3}(?:</\w{1,10}>){0,2}"
    r"(?:[（(][^（）()\n]{1,20}[)）])?[ \t|]{0,4}(?=\r?\n"
    r"|\Z)"
)
"""A line that holds nothing but an account."""
_BREAK = re.compile(r"<(?:br|/?(?:p|div|li|dt|dd|h[1-6]))(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
"""Tags that end a line."""
_FENCE = re.compile(r"\n[ \t>]{0,12}`{3}[\w-]+[ \t]*(?=\n|\Z)")
"""The first line of a program, which names its language."""
_BARE = re.compile(
    r"<[^<>]{1,80}>|\[\^[^\]]{1,9}\]|\[[ xX]\]|^[ \t]*\d{1,3}[.)]"
    r"|[#>*+|`_~\"“”【】「」\[\](){}^!=?]"
)
"""What is around the words of a line."""
_LINES, _NEXT, _SHORT = 8, 2, 24
"""Lines above an account in which the word for its messenger may stand, those above one of letters
alone, and how long such a line may be."""
_TURN = re.compile(
    r"搜|加|添|粘贴|复制|输入|联系|关注|扫|找|私|咨询|进群|search|add|paste|copy|contact",
    re.IGNORECASE,
)
together(_LONE, of="a whole text")
busy(_LONE)


def headed(text: str) -> Iterator[Found]:
    """Span of each account, and the account behind the words above it."""
    for match in _below(text):
        account, head = match["account"], match["head"].strip()
        told = _TURN.search(match["between"]) or _TURN.search(head)
        made_up = re.search(r"\d", account) is not None
        if (told or made_up) and re.search(r"[\d_]", account) and mentions.is_cue(head):
            yield match.start("account"), match.end("account"), f"{head}：{account}"


def lone(text: str) -> Iterator[Found]:
    """Span of each account in a line of its own, behind the nearest line that only names a messenger.

    Of markup the lines are those that its reader sees.
    """
    yield from _lone(text)
    if (lined := _BREAK.sub(lambda tag: f"\n{' ' * (len(tag[0]) - 1)}", text)) != text:
        yield from _lone(lined)


def _lone(text: str) -> Iterator[Found]:
    for match in finder(_LONE)(text):
        group = "account" if match["account"] else "plain"
        lines = _LINES if match["account"] else _NEXT
        if not _FENCE.match(text, match.start()) and (head := _head(text, match.start(), lines)):
            yield *match.span(group), f"{head}：{match[group]}"


def _head(text: str, end: int, lines: int) -> str:
    for _ in range(lines):
        start = text.rfind("\n", max(end - 200, 0), end)
        line = text[start + 1 : end]
        words = _BARE.sub("", line).strip(" \t-:：,，。.！；;")
        if 1 < len(words) <= _SHORT and mentions.is_cue(words):
            word = mentions.word_in(words)
            return word[0] if word else words
        if start < 0 or line.startswith("#"):
            return ""
        end = start
    return ""


def _below(text: str) -> Iterator[re.Match[str]]:
    """Each account with the nearest head above it that names a messenger, else with the first."""
    tails = _TAIL.finditer(text)
    if not any(_ENDED.search(text, max(0, m.start() - _LONGEST), m.end()) for m in tails):
        return
    for match in _ALONE.finditer(text):  # RE2 takes longer than Python: most lists begin like one
        heads = _HEAD.finditer(text, match.start() + 1, match.start("account"))
        nearer = [_ALONE.match(text, head.start(), match.end() + 1) for head in heads]
        named = (m for m in reversed(nearer) if m and mentions.is_cue(m["head"].strip()))
        yield next(named, match)
