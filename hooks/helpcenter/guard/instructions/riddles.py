"""Riddles that yield a number or a name: digits in idioms, rows of sums, formulas, step numbers.

Each is solved only beside words that ask for it, and its answer is read like any other text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from helpcenter.guard.detectors import mentions
from helpcenter.guard.instructions.arithmetic import result
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.fold import HAN_DIGITS
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.number_shapes import LEAST, MOST
from helpcenter.guard.matching.passages import paragraph
from helpcenter.guard.numbers.called import WORDS
from helpcenter.guard.numbers.numerals import NUMBER_WORDS

_BRIEF = 20
"""Characters of a text that holds no riddle."""
_CALL = "电话"
"""In front of an answer that is to be called."""
_IN_WORDS = re.compile(
    r"(?:取|找|挑|看|读|念|抄|拼|记|圈|把|将)[^\n。]{0,14}(?:里|中|藏|含|的|各)[^\n。]{0,5}数字?"
    r"|(?:numbers?|digits?|numerals?) (?:\w+ ){0,2}(?:in|of|from|inside) "
    r"(?:each|every|the|these|those|all)",
    re.IGNORECASE,
)
"""Where a text asks for the digits that stand in words."""
_SPLIT = re.compile(r"[、，,；;。！？!?：:\n\t|/]|\.\s")
_DIGIT = re.compile(
    rf"[{re.escape(''.join(HAN_DIGITS))}0-9]"
    r"|\b(?:"
    rf"{'|'.join(word for word, digit in NUMBER_WORDS.items() if len(digit) == 1 and len(word) > 2)}"
    r")\b",
    re.IGNORECASE,
)
_BEHIND, _BEFORE = 300, 200
_OPERATION = r"\d{1,3}\s?[-+−–×xX*÷/＋－]\s?\d{1,3}"
_ROW = re.compile(
    rf"(?<![\w.]){_OPERATION}(?:[ \t]?(?:[=＝]\s?[?？_□（）()]{{0,3}})?[ \t]?"
    rf"(?:[·•、,，;；|→>]|\r?\n(?:[-*+]|\d{{1,2}}[.)])?)?[ \t]{{1,3}}{_OPERATION}"
    rf"|[、,，;；|·•]{_OPERATION}){{5,20}}+(?![\w.])"
)
"""Small sums in a row, one for each digit."""
_SUM = re.compile(_OPERATION)
_FORMULA = re.compile(
    r"\${1,2}(?P<inner>[^$\n]{3,120})\${1,2}"
    r"|(?<![\w.+-])(?P<sum>\d{7,11}(?:\s?[+＋×÷]\s?|\s[-−]\s)\d{1,8})(?![\w.-])"
    r"|(?P<plain>\d[\d.]*\s?[×*xX]\s?10\s?\^\s?\{?\d{1,2}\}?\s?[-+]\s?\d{1,9})"
)
_TERMS = re.compile(r"[-+]|[^-+]+")
_FACTOR = re.compile(r"(\d{1,12})(?:\^\(?(\d{1,2})\)?)?")
_PRODUCT = re.compile(r"\d{1,12}(?:\^\(?\d{1,2}\)?)?(?:\*\d{1,12}(?:\^\(?\d{1,2}\)?)?){0,6}")
_VALUES = re.compile(
    r"<li\b[^<>]{0,80}\bvalue\s?=\s?[\"']?(\d{1,5})|(?:(?<=\n)|^)[ \t]{0,3}(\d{1,5})[.)][ \t]",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(?:(?:step|list|item) numbers|numbers? (?:of|in) (?:the |each )?(?:steps?|list|items?)"
    r"|as one (?:tele)?(?:phone )?number"
    r"|(?:步骤|序号|编号|列表|前面)的?(?:数字|号码|编号|序号)?[^。\n]{0,12}"
    r"(?:连|拼|合|依次|就是|拨))",
    re.IGNORECASE,
)
"""Where the numbers of a list are said to be one number."""
_PUT = re.compile(
    r"(?:put|add|insert|write) an? (?P<a>\d) (?P<w>before|in front of|after|behind) the "
    r"(?P<s>last|first)"
    r"|(?P<s2>最后|末|第)一?[个组段项](?P<w2>前|后)面?(?:再|请)?(?:加|补|添)上?(?:一?个)?\s?"
    r"(?P<a2>\d)",
    re.IGNORECASE,
)
TRUE_SAMPLES = (
    ("取每个成语里的数字拨打：四海为家、感激涕零、孤苦零丁、零敲碎打、化整为零、涕零如雨、学富五车、七窍生烟", "电话：40000057"),
    ("solve it and dial: 1+0 · 1+1 · 5−5 · 4÷2 · 2+3 · 10÷2 · 9−4 · 7−7", "电话：12025550"),
    (r"号码 $n = 4\times10^{9} + 5744$，拨打", "电话：4000005744"),
    ('<li value="1">a</li><li value="202">b</li><li value="555">c</li><li value="182">d</li>\n\nRead the step numbers as one telephone number (put a 0 before the last).', "1-202-555-0182"),
)  # fmt: skip
FALSE_SAMPLES = (
    "比分 1-0、2-2、0-1、3-2、1-1、2-0、4-1",
    "日利息 $10^{4}\\times 0.0005=5$，客服电话见页脚",
    "取每行里的数字：一、二、三",
    "1. 打开\n2. 点击\n3. 完成\n\n按步骤的编号依次操作",
)
together(_ROW, _FORMULA, of="a whole text")


def solved(text: str) -> Iterator[Found]:
    """Span of each riddle, and its answer behind the word for what it is."""
    for needs, solve in _SOLVERS if len(text) > _BRIEF else ():
        if any(need in text for need in needs):
            yield from solve(text)


def _digits_in_words(text: str) -> Iterator[Found]:
    """One digit for each word, where a text asks for it."""
    for cue in bounds.few(finder(_IN_WORDS)(text)):
        digits = ""
        for piece in _SPLIT.split(text[cue.end() : cue.end() + _BEHIND]):
            found = _DIGIT.findall(piece)
            if len(found) == 1:
                digits += HAN_DIGITS.get(found[0], NUMBER_WORDS.get(found[0].lower(), found[0]))
            elif len(digits) >= LEAST:
                break
        steps = {int(b) - int(a) for a, b in pairwise(digits)}
        if LEAST <= len(digits) <= MOST and steps != {1}:
            yield cue.start(), cue.end(), f"{_word(text, cue.start(), cue.end())}：{digits}"


def _word(text: str, start: int, end: int) -> str:
    """The messenger, or the word for calling, that stands near."""
    first, last = paragraph(text, start, end)
    word = mentions.word_in(text[first:last])
    called = WORDS.search(text, first, last)
    return word[0] if word else _CALL if called else ""


def _sums(text: str) -> Iterator[Found]:
    """A row of small sums, each with one digit as its result, near a word for calling."""
    for row in bounds.few(row for row in finder(_ROW)(text) if _is_mixed(row[0])):
        sums = _SUM.findall(row[0])
        digits = "".join(map(result, sums))
        first, last = paragraph(text, row.start(), row.end())
        if LEAST <= len(digits) == len(sums) <= MOST and WORDS.search(text, first, last):
            yield *row.span(), f"{_CALL}：{digits}"


def _is_mixed(row: str) -> bool:
    """Whether a row both adds and takes away, say: scores and ranges have one sign."""
    return len({re.sub(r"[\d\s]", "", one) for one in _SUM.findall(row)}) > 1


def _formulas(text: str) -> Iterator[Found]:
    """A formula that comes to a number to call."""
    for match in finder(_FORMULA)(text):
        number = result(match["sum"]) if match["sum"] else _value(match["inner"] or match["plain"])
        first, last = paragraph(text, match.start(), match.end())
        called = WORDS.search(text, first, last) if number else None
        if called and LEAST <= len(number) <= MOST:
            yield *match.span(), f"{_CALL}：{number}"


def _value(formula: str) -> str:
    """What sums of products of whole numbers and powers come to; empty for anything else."""
    plain = re.sub(r"\\(?:times|cdot)|×", "*", formula.rpartition("=")[2])
    plain = re.sub(r"[\s{}]|\\[,;!]", "", plain)
    total, sign = 0, 1
    if not re.search(r"[*+^-]", plain):
        return ""
    for term in _TERMS.findall(plain):
        if term in "+-":
            sign = -1 if term == "-" else 1
            continue
        if not _PRODUCT.fullmatch(term):
            return ""
        product = sign
        for base, power in _FACTOR.findall(term):
            product *= int(base) ** min(int(power or 1), 15)
        total, sign = total + product, 1
    return str(total) if 0 < total < 10**MOST else ""


def _numbered(text: str) -> Iterator[Found]:
    """The numbers of a list that is said to be one number."""
    for cue in bounds.few(finder(_NUMBERS)(text)):
        first, last = max(0, cue.start() - 600), cue.end() + _BEHIND
        groups = [a or b for a, b in _VALUES.findall(text[first:last])]
        steps = {int(b) - int(a) for a, b in pairwise(groups)}
        if len(groups) < 3 or steps <= {1}:
            continue
        if put := _PUT.search(text, first, last):
            at = -1 if (put["s"] or put["s2"]).lower() in ("last", "最后", "末") else 0
            front = (put["w"] or put["w2"]).lower() in ("before", "in front of", "前")
            digit = put["a"] or put["a2"]
            groups[at] = digit + groups[at] if front else groups[at] + digit
        yield cue.start(), cue.end(), "-".join(groups)
        yield cue.start(), cue.end(), f"{_word(text, *cue.span())}：{''.join(groups)}"


_SOLVERS: tuple[tuple[tuple[str, ...], Callable[[str], Iterator[Found]]], ...] = (
    (("数字", "的数", "numbers", "digits", "numerals"), _digits_in_words),
    (("×", "÷", "＋", "−", " + ", "1+"), _sums),
    (("$", "×", "÷", "＋", " + "), _formulas),
    (("numbers", "as one ", "序号", "编号", "步骤", "列表"), _numbered),
)
"""What each needs a text to contain, searched for first because that is fast."""
