"""Finds the names of messengers and networks in a text; see the table of cues."""

from __future__ import annotations

import re
from functools import lru_cache

from helpcenter.guard.detectors.cues import CUES, FIRST, Cue
from helpcenter.guard.matching.passages import sentence_start
from helpcenter.patterns.relaxed import reach_back

_WORDS = "|".join(f"(?P<c{number}>{cue.words})" for number, cue in enumerate(CUES))
ANY = re.compile(rf"{FIRST}(?<=(?={_WORDS}).)")
"""Begins with a plain set of characters, so that search skips fast."""
_PLATFORM_WORDS = re.compile("|".join(cue.words for cue in CUES))
_LEAD = 40
"""Characters in front of a folded account in which the word for its messenger stands."""
_LONGEST = 40
"""Characters of the longest word for a messenger."""
_SENTENCE = 300
"""Characters of a sentence, at most, in front of an account."""
_BACK = max(reach_back(_PLATFORM_WORDS), 1)
"""Characters that a word looks back at."""
_MADE = re.compile(r"(?<![\w@./:-])(?P<made>[A-Za-z][A-Za-z0-9_-]{5,19})(?![\w@./-])", re.ASCII)
_OPENING = re.compile(r"(?:\s|<[a-z][^<>]{0,40}>){2,9}")
_BETWEEN = re.compile(r"[\s:：是为号]{0,3}")
_BESIDE = re.compile(
    r"(?:"
    r"[加添联系聯繫客服专專员員官方我们們的号號码碼群账帐賬户戶搜索找咨询方式人工在线通"
    r"道渠入口请见看下方如扫这是的为：:\s（）()/、-]"
    r"|ID|id|add|us|on|our|contact|support|group|account|service|below|here|is|at|handle"
    r"|username|the|see|official)*",
    re.IGNORECASE,
)


def cue_of(word: re.Match[str]) -> Cue:
    """The row that a match of `ANY` belongs to."""
    return CUES[int((word.lastgroup or "c0")[1:])]


def platform_at(text: str, at: int) -> str:
    """The platform that the word at a place is for; WeChat when it is in no row."""
    word = ANY.match(text, at)
    return cue_of(word).platform if word else "wechat"


def named_before(text: str, start: int, at: int, account: str) -> str:
    """The messenger that the same sentence names before an account; empty when none fits it."""
    begun = sentence_start(text, at, max(start, at - _SENTENCE), "。！？；\n")
    cues = [cue for cue, _ in reversed(words_in(text, begun, at))]
    return next((c.platform for c in cues if re.fullmatch(c.account, account)), "")


def words_in(text: str, start: int, end: int) -> list[tuple[Cue, int]]:
    """The words for messengers in `text[start:end]`: the row of each, and where it begins."""
    first = max(start - _BACK, 0)
    return [(cue, first + at) for cue, at in _words_in(text[first:end], start - first)]


@lru_cache(maxsize=2048)
def _words_in(text: str, start: int) -> tuple[tuple[Cue, int], ...]:
    """The same, kept: many accounts have the same words around them."""
    return tuple((cue_of(word), word.start()) for word in ANY.finditer(text, start))


def end_of(text: str, at: int, cue: Cue) -> int | None:
    """Where the word for a messenger ends that begins at a place; None when it is cut off there."""
    said = re.match(rf"(?:{cue.words})", text[at : at + _LONGEST])
    return at + said.end() if said else None


def is_cue(words: str) -> bool:
    """Whether a few words name a messenger and say nothing else: `微信客服`, `QQ 群号`."""
    for word in ANY.finditer(words):
        first = word.start()
        last = end_of(words, first, cue_of(word)) or first + 1
        if _BESIDE.fullmatch(words[:first] + words[last:]):
            return True
    return False


def word_in(words: str) -> re.Match[str] | None:
    """The first word for a messenger or network in a few words."""
    return next((m for m in _PLATFORM_WORDS.finditer(words) if not is_part(words, m)), None)


def cue_before(text: str, start: int) -> str:
    """The last messenger or network named in the paragraph in front of a place; empty for none."""
    reach = max(start - _LEAD, 0)
    cut = text.rfind("\n\n", reach, start)
    if cut > 0 and text[cut - 1] in ":：" and _OPENING.fullmatch(text, cut, start):
        start, reach = cut, max(cut - _LEAD, 0)  # a list below the sentence that names it
        cut = text.rfind("\n\n", reach, start)
    first = max(cut, reach)
    begin = max(first - _BACK, 0)
    return _last(text[begin : start + 1], first - begin, start - begin)


@lru_cache(maxsize=2048)
def _last(text: str, start: int, end: int) -> str:
    """The last word in `text[start:end]`; many pockets have the same words in front of them."""
    found = [m[0] for m in _PLATFORM_WORDS.finditer(text, start, end) if not is_part(text, m)]
    return found[-1] if found else ""


def is_part(text: str, word: re.Match[str]) -> bool:
    """Whether Latin letters of a word for a messenger stand in the middle of another word."""
    before, behind = text[word.start() - 1 : word.start()], text[word.end() : word.end() + 1]
    sides = (before, word[0][0]), (word[0][-1], behind)
    return any(a.isascii() and a.isalnum() and b.isascii() and b.isalnum() for a, b in sides)


def told_apart(text: str, made: str) -> str:
    """What a program makes, with a colon behind a messenger that is named right before an account.

    An account is a word that no reader of the program can see, because it is put together.
    """
    if all(match["made"] in text for match in _MADE.finditer(made)):
        return made  # which is known sooner than whether a messenger is named
    word = word_in(made)
    account = _MADE.search(made, word.end()) if word else None
    if word is None or account is None or account["made"].lower() in text.lower():
        return made
    between = made[word.end() : account.start()]
    known = _BETWEEN.fullmatch(between) is not None
    return f"{made[: word.end()]}：{made[account.start() :]}" if known else made
