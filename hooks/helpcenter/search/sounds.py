"""Tables for the query side that need large dictionaries to make: pinyin and character variants."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path

import opencc

from helpcenter.search.script import common_characters

os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # characters are enough; phrases cost 0.3 s
from pypinyin.constants import PINYIN_DICT

_CONVERTERS = ("t2s", "tw2s", "hk2s")
POLYPHONES = Path(__file__).with_name("polyphones.txt")
"""What `attested_readings` gives; kept, because counting the phrases takes half a second."""
_LEAST_PHRASES = 3
_LEAST_SHARE = 0.04
"""A reading in fewer phrases, or a smaller share of a character's, is a name or an old word."""
_HAN = range(0x3400, 0xA000)
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0304\u030c"))
"""The four marks, written apart from their letter."""
_NOT_SPOKEN = frozenset({"", "n", "m", "ng", "hm", "hng"})


def syllable_lengths() -> str:
    """How many of the common characters have each syllable, in their order: "a2i13 ba18ai8 …".

    Syllables with the same first letter stand together, that letter only before the first.

    The order is alphabetical, so each character's reading is the one that keeps the row
    of syllables rising; characters with one reading fix the others.
    """
    counts = [(name, len(list(group))) for name, group in groupby(_rising())]
    rows = groupby(counts, key=lambda item: item[0][0])
    return " ".join(a + "".join(f"{name[1:]}{n}" for name, n in row) for a, row in rows)


@cache
def _rising() -> tuple[str, ...]:
    """The syllable of each common character."""
    readings = [_readings(char) for char in common_characters()]
    best: list[dict[str, tuple[int, str]]] = [dict.fromkeys(readings[0], (0, ""))]
    for row in readings[1:]:
        before = sorted((name, cost) for name, (cost, _) in best[-1].items())
        step: dict[str, tuple[int, str]] = {}
        for name in row:
            costs = [(cost + (last > name), last) for last, cost in before]
            step[name] = min(costs)
        best.append(step)
    name = min(best[-1], key=lambda key: best[-1][key][0])
    row = [name]
    for step in reversed(best[1:]):
        name = step[name][1]
        row.append(name)
    return tuple(row[::-1])


def other_readings(chars: Iterable[str]) -> str:
    """Readings of `chars` that the order of the common characters does not tell: "重chong"."""
    told = dict(zip(common_characters(), _rising(), strict=True))
    found = []
    for char in sorted(set(chars)):
        own = _polyphones().get(char) or _readings(char)[:1]
        names = [name for name in own if name != told.get(char)]
        if names:
            found.append(char + ",".join(names))
    return "".join(found)


def attested_readings() -> str:
    """Readings of the characters that have several in living words: "重zhong,chong 长…".

    Counted in the phrases of pypinyin's dictionary.
    """
    from pypinyin.phrases_dict import phrases_dict

    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase, row in phrases_dict.items():
        for char, syllables in zip(phrase, row, strict=False):
            counts[char][_without_tones(syllables[0])] += 1
    found = []
    for char, own in sorted(counts.items()):
        least = max(_LEAST_PHRASES, _LEAST_SHARE * own.total())
        living = [name for name, count in own.most_common() if count >= least]
        if len(living) > 1:
            found.append(char + ",".join(living))
    return " ".join(found)


@cache
def _polyphones() -> dict[str, list[str]]:
    rows = re.findall(r"(\S)(\S+)", POLYPHONES.read_text("utf-8"))
    return {char: names.split(",") for char, names in rows}


def _readings(char: str) -> list[str]:
    """Syllables of a character, without tones; "?" where the dictionary has none."""
    names = _without_tones(PINYIN_DICT.get(ord(char), "")).split(",")
    return [name for name in dict.fromkeys(names) if name not in _NOT_SPOKEN] or ["?"]


def _without_tones(marked: str) -> str:
    plain = unicodedata.normalize("NFD", marked).translate(_TONES)
    return unicodedata.normalize("NFC", plain).replace("ü", "v")


def variants(chars: Iterable[str], others: Iterable[str] = ()) -> str:
    """Pairs of characters: a traditional or variant one, and the one of `chars` it stands for.

    `others` are told apart from what is not ours: pairs may stand for them, too.
    """
    own = set(chars)
    known = own.union(others)
    pairs: dict[str, str] = {}
    for char, simple in _simplified():
        if simple in known and char not in own:
            pairs.setdefault(char, simple)
    return "".join(char + simple for char, simple in sorted(pairs.items()))


@cache
def _simplified() -> tuple[tuple[str, str], ...]:
    """Each character that a converter replaces, and by what; converter by converter."""
    source = [chr(code) for code in _HAN]
    found = []
    for name in _CONVERTERS:
        target = opencc.OpenCC(name).convert("\n".join(source)).split("\n")
        found += [(char, to) for char, to in zip(source, target, strict=True) if char != to]
    return tuple(found)


def of_common_characters(pairs: str) -> tuple[str, str]:
    """The few pairs of `variants` whose first is a common character (乾, 著), and the others.

    A query without any other character needs no others.
    """
    common = set(common_characters())
    rows = re.findall("..", pairs)
    return (
        "".join(pair for pair in rows if pair[0] in common),
        "".join(pair for pair in rows if pair[0] not in common),
    )
