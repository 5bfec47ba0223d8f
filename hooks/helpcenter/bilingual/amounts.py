"""Values of numbers in running text: readers for the patterns of `numbers`."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from helpcenter.bilingual import currencies, numerals
from helpcenter.bilingual.units import unit_at
from helpcenter.model import Lang
from helpcenter.numerals import EN_SCALES, ZH_DIGITS, ZH_GROUPS, ZH_UNITS

Reader = Callable[[str, re.Match[str], Lang], tuple[list[str], int]]
"""Values of a match in the text, and their end; no values if it was no quantity."""

ARABIC = (
    r"(?<![0-9A-Za-z.])[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|(?<![0-9A-Za-z.])[0-9]+(?:\.[0-9]+)?"
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
ORDINALS = _ORDINALS.split()
_LOOSE_ONE = "哪每某这那几同有任上下"
"""Before 一, these make an idiom (`有一天`), no quantity."""
_VAGUE = "数几好"
"""Before a numeral, these take its figure away: 几十个."""
_MEASURE = re.compile(
    "[个位步句次种项条张页篇样件封笔家行栏组遍倍级类名道份款点台字列层轮部人者座辆块册章节枚套批趟]"
)
_ZH_FULL = re.compile(f"[{''.join(ZH_DIGITS)}][十百千万亿]")
"""How a numeral begins that needs no measure word: 两千三百, not 千万 or 万一."""
_SCALES = {**ZH_UNITS, **ZH_GROUPS, **EN_SCALES} | {
    "k": 1000,
    "m": 10**6,
    "bn": 10**9,
}
_SCALE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(" ?([十百千]?[万亿]|[千百])"),
    "en": re.compile(r"(?: (?:hundred|thousand|million|billion)|[km]|bn)\b", re.IGNORECASE),
}
_PER = {"百": 1, "千": 10, "万": 100, "‰": 10}
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}


def round_the_clock(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    """`24/7`, however it is said."""
    return ["24/7"], match.end()


def money(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    """A symbol or code, then a sum; Chinese may name the currency again after it."""
    code = currencies.symbols()[match["code"]]
    factor, end = _scale(text, match.end(), lang)
    named, after = unit_at(text, end, lang)
    total = f"{_plain(value(match['sum']) * factor)} {code}"
    return [total], after if named == code else end


def percent(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    """`百分之五`, `千分之五`, `5‰`."""
    return [f"{_plain(value(match['number']) / _PER[match['per']])} %"], match.end()


def fraction(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    """`三分之一`, `two thirds`."""
    over = match["over"]
    below = Decimal(_PARTS[over.lower()]) if over.lower() in _PARTS else value(over)
    return [f"{_plain(value(match['number']))}/{_plain(below)}"], match.end()


def quarters(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    """`一刻钟`, `a quarter of an hour`."""
    return [f"{_plain(value(match['number']) * 15)} minute"], match.end()


def halves(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    """`半小时`, `half an hour`; `两个半小时`, `an hour and a half`."""
    given = match.groupdict()
    amount = (value(given["number"]) if given.get("number") else 0) + Decimal("0.5")
    unit, end = unit_at(text, match.start("unit") if "unit" in given else match.end(), lang)
    return ([f"{_plain(amount)} {unit}"] if unit else []), max(end, match.end())


def both_ends(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    """A range: the unit, written once, is that of both ends."""
    one, other = value(match["one"]), value(match["other"])
    factor, end = _scale(text, match.end(), lang)
    unit, end = unit_at(text, end, lang)
    return ([f"{_plain(n * factor)} {unit}" for n in (one, other)] if unit else []), end


def one_or_two(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    """`a day or two`."""
    unit, _ = unit_at(text, match.start("unit"), lang)
    return ([f"1 {unit}", f"2 {unit}"] if unit else []), match.end()


def figures(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    """A number in figures, with its unit if one follows."""
    factor, end = _scale(text, match.end(), lang)
    unit, end = unit_at(text, end, lang)
    return [f"{_plain(value(match[0]) * factor)} {unit}".rstrip()], end


def zh_words(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    """A numeral counts before a unit or a measure word, or where it is written in full."""
    unit, end = unit_at(text, match.end(), lang)
    *others, last = numerals.chinese(match[0])
    before = text[match.start() - 1] if match.start() else " "
    if before in _VAGUE or (last == 1 and (not unit or before in _LOOSE_ONE)):
        return [], end
    bare = end == match.end() and not _MEASURE.match(text, end)
    if bare and not _ZH_FULL.match(match[0]):
        return [], end
    estimate = [other for other in others if other != 1 or unit]
    return [f"{_plain(number)} {unit}".rstrip() for number in (*estimate, last)], end


def en_words(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    """English words; the bare `one` is no quantity."""
    amount = value(match[0])
    unit, end = unit_at(text, match.end(), lang)
    if amount == 1 and unit in ("", "second"):
        return [], end
    return [f"{_plain(amount)} {unit}".rstrip()], end


def ordinal(text: str, match: re.Match[str], lang: Lang) -> tuple[list[str], int]:
    """`第三步`, `third`."""
    word = match["number"].lower()
    return [
        _plain(Decimal(ORDINALS.index(word) + 1) if word in ORDINALS else value(word))
    ], match.end()


def value(text: str) -> Decimal:
    """Of figures, of a Chinese numeral or of English words (`a` and `an` included)."""
    if text[0].isdigit():
        return Decimal(text.replace(",", ""))
    if text.isascii():
        return Decimal(1) if text.lower() in ("a", "an") else numerals.english(text)
    return numerals.chinese(text)[-1]


def _scale(text: str, end: int, lang: Lang) -> tuple[int, int]:
    match = _SCALE[lang].match(text, end)
    if not match:
        return 1, end
    factor = 1
    for word in [match[0].strip().lower()] if lang == "en" else match[1]:
        factor *= _SCALES[word]
    return factor, match.end()


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
