"""Numbers that contain a sum: `400-000-（7000＋102）`, “the last four are 7000 plus 102”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.number_shapes import LEAST, MOST
from helpcenter.guard.matching.passages import paragraph

_OPERATORS = {
    "+": r"[+＋﹢]|加上?|(?<![a-z])plus(?![a-z])|(?<![a-z])and(?![a-z])",
    "-": r"[-－−–]|减去?|(?<![a-z])minus(?![a-z])|(?<![a-z])less(?![a-z])",
    "*": r"[×✕✖*＊xX·]|乘以?|(?<![a-z])times(?![a-z])|(?<![a-z])multiplied by(?![a-z])",
    "/": r"[÷/／]|除以|(?<![a-z])divided by(?![a-z])",
}
_IN_WORDS = (
    r"[+＋﹢×✕✖÷]|加上?|减去?|乘以?|除以"
    r"|(?<![a-z])(?:plus|minus|times|multiplied by|divided by)(?![a-z])"
)
_THEN = r"[\s，,]{0,2}(?:再|然后|接着|之后|(?<![a-z])(?:and|then)(?: then)?\s)?\s?"
_ANY = "|".join(_OPERATORS.values())
_OPEN, _CLOSE = r"[（(\[【{]", r"[)）\]】}]"
_SUM = rf"\d{{1,9}}(?:\s{{0,2}}(?:{_ANY})\s{{0,2}}\d{{1,9}}){{1,4}}+"
_BOXED = rf"{_OPEN}\s{{0,2}}{_SUM}\s{{0,2}}{_CLOSE}"
_PART = rf"(?:\d{{1,11}}+|{_BOXED})"
_NUMBER = re.compile(
    rf"(?<![\w.])\+?(?:\d{{2,11}}[\s－-]{{0,2}}+(?=[\d\s－-]{{0,16}}{_OPEN}\s?\d)|(?={_OPEN}\s?\d))"
    rf"{_PART}(?:[\s－-]{{0,2}}+{_PART}){{0,5}}+",
    re.IGNORECASE,
)
"""Groups of digits, at least one of which is a sum in brackets."""
_WORDED = re.compile(
    r"(?:[后末尾前中][一二三四五六七八两\d]\s?位|尾号|末尾|号码|区号"
    r"|(?:last|first|middle|final|other|next)\s(?:\w{1,6}\s)?"
    r"(?:digits?|numbers?|ones?|part|group))"
    rf"[^\d\n。；]{{0,12}}?"
    rf"(?P<sum>\d{{1,9}}(?:{_THEN}(?:{_IN_WORDS})\s{{0,2}}\d{{1,9}}){{1,4}}+)(?P<tail>\s?(?:"
    r"的?(?:和"
    r"|差|积|商|结果|得数)))?",
    re.IGNORECASE,
)
"""Where a part of a number is given as a sum."""
_BOX = re.compile(_BOXED, re.IGNORECASE)
_TERM = re.compile(rf"(\d+)|({_ANY})", re.IGNORECASE)
TRUE_SAMPLES = (
    ("热线 400-000-（7000＋102）", "400-000-7102"),
    (
        "前三位 400，中间三位 000，后四位等于 7000 加 102",
        "前三位 400，中间三位 000，后四位等于 7102",
    ),
    ("dial (200+200)-000-0199", "400-000-0199"),
)
FALSE_SAMPLES = (
    "合计 100 (50+50) 元",
    "后四位是 7102，共 11 位",
    "版本 3 (2-1)",
    "手续费为 2 + 0.5%",
)
_HINT = re.compile(rf"{_OPEN}\s{{0,2}}\d{{1,9}}\s{{0,2}}(?:{_ANY})\s{{0,2}}\d", re.IGNORECASE)
_NEAR = 24
"""Characters before such a bracket in which its number begins."""
together(_HINT, _WORDED, of="a whole text")


def worked_out(text: str) -> Iterator[Found]:
    """Span of each such number or paragraph, and the same with its sums worked out."""
    for match in _with_sums(text):
        made = _BOX.sub(lambda box: result(box[0]), match[0])
        if made != match[0] and LEAST <= sum(map(str.isdigit, made)) <= MOST:
            yield match.start(), match.end(), made
    for match in finder(_WORDED)(text):
        start, end = paragraph(text, match.start(), match.end())
        first, last = match.start("sum"), match.end()
        yield start, end, f"{text[start:first]}{result(match['sum'])}{text[last:end]}"


def _with_sums(text: str) -> Iterator[re.Match[str]]:
    done = 0
    for hint in finder(_HINT)(text):
        if hint.start() >= done:
            for match in _NUMBER.finditer(text, max(done, hint.start() - _NEAR), hint.end() + 60):
                done = match.end()
                yield match


def result(words: str) -> str:
    """What a row of terms comes to, read from left to right; the words when it is no number."""
    total, operator = 0, "+"
    for number, said in _TERM.findall(words):
        if said:
            operator = next(s for s, other in _OPERATORS.items() if re.fullmatch(other, said, re.I))
        elif operator == "+":
            total += int(number)
        elif operator == "-":
            total -= int(number)
        elif operator == "*":
            total *= int(number)
        elif not int(number) or total % int(number):
            return words
        else:
            total //= int(number)
    return str(total) if total >= 0 else words
