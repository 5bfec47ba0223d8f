"""Letters that have no place in an article: styled, invisible, of mixed scripts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from helpcenter.guard.matching.fold import BLANK_LETTERS, COMBINING, folded, look_alikes, same

Span = tuple[int, int]
TRUE_STYLED = (
    "ｏｋｐａｙ１",
    "④①⑤⑧",
    "𝑘𝑓",
    "１２３４５６７８９０",
    "ｏk",
    "𝟒𝟎",
    "❶❷❸❹",
    "⁴⁰⁰⁰",
    "٤٠٠",
    "s̲h̲",
    "4⃣0⃣",
    "ⓐⓑ",
    "🅾🅺",
)
FALSE_STYLED = (
    "①②③",
    "①登录②实名③绑卡④付款",
    "100㎡",
    "25℃",
    "№ 7",
    "OKPay™",
    "Ⅱ类",
    "x²",
    "角标¹²³",
    "１２８．００ 元，备注“ＯＫ”",
    "（全角）：，",
    "1️⃣ 第一步",
    "🅿️ 停车",
    "🅰🅱 型",
    "２０２６年１月１７日",
    "限额２０００００元",
    "𝑥 + 𝑦 = 𝑧",
)
TRUE_INVISIBLE = ("a\u200bb", "\u202eab", "a\xadb", "a\u2060b", "\U000e0041")
FALSE_INVISIBLE = ("👨\u200d👩\u200d👧", "❤\ufe0f", "🏴\U000e0067\U000e007f", "a b")
TRUE_MIXED = ("оkpay", "раypal")
FALSE_MIXED = ("Żak、Σοφία。", "T恤", "Привет", "μs", "okpay 官方")

_CANDIDATE = re.compile(
    r"[\xb2\xb3\xb9\u0660-\u0d6f\u1d00-\u1dbf\u2070-\u209c\u20e3\u2460-\u24ff"
    r"\u2776-\u2793\uff10-\uff5a\U0001d400-\U0001d7ff\U0001f100-\U0001f189]"
)
_SINGLE = re.compile(r"[\xb2\xb3\xb9\u2070-\u209c\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u20e3]")
"""Harmless on their own: exponents, list marks, one keycap."""
_RAISED = re.compile(r"[\xb2\xb3\xb9\u2070-\u209c]")
"""Exponents, indices, marks of footnotes."""
_MANY = 4
"""From this many on, characters that are harmless on their own form a number."""
_BOXED = frozenset(map(chr, range(0x1F130, 0x1F18A)))
"""Letters in squares and dark circles."""
_EMOJI_LETTERS = frozenset("🅰🅱🅾🅿")
"""Those that are signs of blood groups or parking, alone or in twos."""
_SHORT = 5
"""Full-width letters or digits of an amount or a name as Chinese typing makes them; an address is
longer, and detectors read it in any width."""
_AMOUNT = re.compile(
    r"(?:[\uff10-\uff19]{1,9}(?:[．，,.][\uff10-\uff19]{1,3}){0,3}"
    r"[年月日号时點点分秒元角万亿件笔个人次位页章条款楼层天岁％%]){1,6}[^\uff10-\uff5a]?"
)
"""Numbers with what they count."""
_FORMULA = re.compile(r"[\U0001d400-\U0001d7cb]")
"""Mathematical letters; one alone is a quantity of a formula."""
_PLAIN = re.compile(r"[A-Za-z0-9]")
"""Next to full-width characters these show that somebody mixes widths."""
_UNDERLINED = re.compile(rf"(?:[A-Za-z0-9][{COMBINING}]{{1,4}}){{2,}}+")
_INVISIBLE = re.compile(
    r"[\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    rf"\U000e0000-\U000e01ef{''.join(BLANK_LETTERS)}]"
)
_EMOJI = re.compile(
    r"[\u2190-\u2bff\u3030\u303d\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f\u200d]"
)
_WORD = re.compile(r"[A-Za-z\u00aa-\u1fff\u2c60-\u2dff\ua640-\ua7ff\uab30-\uabbf]{2,60}")
_SCRIPTS = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU", "GEORGIAN")
_UNITS = frozenset("μπΩΔ")


def styled(text: str) -> Iterator[Span]:
    """Runs of styled letters and digits."""
    run: list[int] = []
    for match in [*_CANDIDATE.finditer(text), None]:
        at = match.start() if match else -9
        if match and not _is_costume(match[0]):
            continue
        if run and at > run[-1] + 3:
            yield from _run(text, run)
            run = []
        if at >= 0:
            run.append(at)
    if run:
        yield from _run(text, run)
    for match in _UNDERLINED.finditer(text):
        yield match.span()


def plain(text: str) -> str:
    """A run of styled letters typed plainly; a few exponents and indices among them stay."""
    few = len(_RAISED.findall(text)) < _MANY
    return "".join(char if few and _RAISED.match(char) else folded(char) for char in text)


def _is_costume(char: str) -> bool:
    plain = folded(char) if char in _BOXED else same(char)
    return char == "\u20e3" or (plain.isascii() and any(c.isalnum() for c in plain))


def _is_typed(text: str, run: list[int]) -> bool:
    """Whether full-width characters are few, an amount or a date, as Chinese typing makes them."""
    return len(run) <= _SHORT or _AMOUNT.fullmatch(text[run[0] : run[-1] + 2]) is not None


def _is_list(text: str, run: list[int]) -> bool:
    """`①登录②实名③绑卡④付款`: the marks of a list, each with words behind it."""
    marks = [unicodedata.digit(text[at], -1) for at in run]
    apart = all(later - at > 1 for at, later in pairwise(run))
    return apart and marks == list(range(1, len(run) + 1))


def _run(text: str, run: list[int]) -> Iterator[Span]:
    if len(run) < 3 and all(text[at] in _EMOJI_LETTERS for at in run):
        return
    plain = _PLAIN.search(text, max(0, run[0] - 3), run[-1] + 4)
    if not plain and all("\uff10" <= text[at] <= "\uff5a" for at in run) and _is_typed(text, run):
        return
    if len(run) == 1 and _FORMULA.match(text[run[0]]) and not plain:
        return
    if all(_SINGLE.match(text, at) for at in run):
        limit = 2 if text[run[0]] == "\u20e3" else _MANY
        if len(run) < limit or _is_list(text, run):
            return
    yield run[0], run[-1] + 1


def invisible(text: str) -> Iterator[Span]:
    """Invisible characters, except those inside emoji."""
    for match in _INVISIBLE.finditer(text):
        at = match.start()
        in_emoji = match[0] == "\u200d" or match[0] >= "\U000e0020"
        if in_emoji and at and _EMOJI.match(text, at - 1):
            continue
        if at == 0 and match[0] == "\ufeff":  # reported where the file is read
            continue
        yield match.span()


def mixed(text: str) -> Iterator[Span]:
    """Words that mix Latin letters with those of another script that look like them."""
    for match in _WORD.finditer(text):
        word = match[0]
        if word.isascii() or not any(c.isascii() for c in word):
            continue
        if any(_foreign(char) for char in word):
            yield match.span()


def _foreign(char: str) -> bool:
    if char.isascii() or char in _UNITS:
        return False
    return char in look_alikes() and unicodedata.name(char, "").startswith(_SCRIPTS)
