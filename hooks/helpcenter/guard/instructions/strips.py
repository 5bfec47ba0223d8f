"""Labels of one kind, each a character, that a reader reads one after the other.

Labels are numbers of headings, lines, folded boxes, tabs and notes, values, picture names, ticked
boxes. Labels that merely count are ignored; the rest is read like any other text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby, pairwise

from helpcenter.guard.detectors import mentions
from helpcenter.guard.instructions.label_kinds import KINDS, ROUND, Kind, row_of
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.fold import HAN_TO_ASCII
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.groups import groups
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.number_shapes import LEAST, MOST, are_usual
from helpcenter.guard.matching.passages import REACH
from helpcenter.guard.numbers.called import WORDS
from helpcenter.guard.numbers.numerals import NUMBER_WORDS

_CALL = "电话"
_SAID = re.compile(
    r"(?:chapter|section|heading|step|title|line|item|tab|note|page)s?(?:'s?)? (?:numbers?|digits)"
    r"|numbers? (?:of|in|on) (?:the|these|this|each)|编号|序号|章节?号|节号"
    r"|标题[^。\n]{0,4}(?:数字|号码)",
    re.IGNORECASE,
)
"""Where a text says that the numbers of labels are to be read."""
_ORDER = re.compile(
    r"依次|顺次|順次|按(?:顺|順)序|先后|先後|(?:先|再|然后|接着|最后)[拨撥按打]|连[着起]"
    r"|合起来|拼|in (?:this |that )?order|one after|in turn|then|together",
    re.IGNORECASE,
)
_FEW = 3
"""Labels of the shortest row."""
_APART = 3_000
"""Characters between two labels of one row."""
_HOLDING = ("char", "inner", "round", "link", "held", "bar")
"""Groups of a pattern, one of which holds the character."""
_NAME = re.compile(r"(?=.*[0-9_])[a-z0-9_]{5,30}")


FALSE_SAMPLES = (
    row_of("## §. 甲\n", "123456789"),
    row_of("## §. 甲\n", "123123456"),
    "甲[^1]乙[^2]丙[^1]丁[^3]戊[^2]己[^4]庚[^5]",
    row_of("- §个工作日", "三五七一二六四三"),
)
_TICK = re.compile(
    r"(?:(?:^|\n)[ \t>]{0,6}(?:[-*+]|\d{1,2}[.)])[ \t]{1,3}"
    r"(?:\[(?P<tick>[ xX])\]|(?P<mark>[✅☑✔✓🗹❎❌☐⬜✖✘✗🔲]\ufe0f?))[ \t]{1,3}"
    r"|<input\b(?=[^<>]{0,100}checkbox)(?P<box>[^<>]{0,120})>\s?)(?P<words>[^\n<>]{1,12})(?="
    r"\n"
    r"|<|\Z)"
)
_TICKED = ("[x]", "[X]", "checked", "✅", "☑", "✔", "✓", "🗹")
_ASKED = re.compile(
    r"(?:第一|首|开头)个?的?(?:词|字|数)|每[行条句项]|first word|each line|numbers? in front",
    re.IGNORECASE,
)
_PIECE = re.compile(
    r"(?:(?:^|\n)[ \t>]{0,24}"
    r"(?:#{1,6}|===!?\+?|\?\?\?\+?[ \t][\w -]{1,40}|!!![ \t][\w -]{1,40})[ \t]{1,4}\"?"
    r"|<(?:summary|h[1-6]|label|dt|option|caption|legend|t[dh]|li|p|div|dd)\b[^<>]{0,200}>"
    r"\s{0,3}"
    r"|(?:^|\n)(?=\S{1,40}[ \t]{0,4}\r?\n{1,2}:[ \t]))(?P<piece>[A-Za-z0-9@._+-]{1,40})\"?"
    r"[ \t]{0,4}(?=\r?\n"
    r"|</|<li\b|<t[dh]\b|\Z)"
)
_HALF = re.compile(r"@.*|\.[a-z].*|.*[-@._]", re.IGNORECASE)
"""What begins or ends in the middle of an address."""
_LINE = re.compile(r"(?:^|\n)(?P<line>[^\n]{0,60}\d[^\n]{0,60})(?=\n|\Z)")
_NUMBER = re.compile(r"\d+")
together(*(kind.pattern for kind in KINDS), _TICK, _PIECE, of="a whole text")


def labels(text: str) -> Iterator[Found]:
    """Span of each row of labels, and what the characters say."""
    for kind in KINDS:
        if any(map(text.__contains__, kind.needs)):
            for row in groups(finder(kind.pattern)(text), _APART, least=_FEW):
                start, end = row[0].start(), row[-1].end()
                chars = [_plain(_char(match)) for match in row]
                yield from ((start, end, read) for read in _read(text, start, end, chars, kind))
    yield from _ticked(text)
    yield from _pieces(text)
    yield from _alike(text)


def _char(match: re.Match[str]) -> str:
    found = match.groupdict()
    return next((found[name] for name in _HOLDING if found.get(name)), "")


def _plain(char: str) -> str:
    if char and char in ROUND:
        return str(int(unicodedata.numeric(char)))
    return NUMBER_WORDS.get(char.lower(), char).translate(HAN_TO_ASCII)


def _read(text: str, start: int, end: int, chars: list[str], kind: Kind) -> Iterator[str]:
    """What a row of characters says, unless it counts."""
    joined = "".join(chars)
    if joined.isdigit():
        if len(joined) < LEAST or _counts([int(char) for char in chars]):
            return
        near = f"{text[max(0, start - REACH) : start]}\n{text[end : end + REACH]}"
        single = all(len(char) == 1 for char in chars)
        if len(chars) >= LEAST - 2 and (single or WORDS.search(near)):
            yield joined
        if single and WORDS.search(near) and (not kind.prose or _ASKED.search(near)):
            yield f"{_CALL}：{joined}"
        elif WORDS.search(near) and (_SAID.search(near) or _are_told(text, start, end, chars)):
            yield f"{_CALL}：{'-'.join(chars)}"
    elif len(chars) < LEAST - 2:
        return
    elif not _counts([ord(char[0].lower()) for char in chars]):
        word = mentions.word_in(text[max(0, start - REACH) : start])
        account = word and _NAME.fullmatch(joined.lower())
        yield f"{word[0]}：{joined.lower()}" if word and account else joined


def _are_told(text: str, start: int, end: int, chars: list[str]) -> bool:
    """Whether labels have the form of the groups of a number, and a text says in which order they go."""
    asked = _ORDER.search(text, max(0, start - REACH), end + REACH)
    return asked is not None and are_usual(chars)


def _counts(numbers: list[int]) -> bool:
    """Whether numbers go up or down one by one for the most part, or only name what is new."""
    steps = sum(abs(b - a) == 1 for a, b in pairwise(numbers))
    if 2 * steps >= len(numbers) or len(set(numbers)) < 3:
        return True
    known = 0
    for number in numbers:
        if number > known + 1:
            return False
        known = max(known, number)
    return True


def _ticked(text: str) -> Iterator[Found]:
    """The short words behind boxes that are ticked, and those behind the others."""
    if not any(map(text.__contains__, _TICKED)):
        return
    for row in groups(finder(_TICK)(text), REACH, least=LEAST):
        for ticked in (True, False):
            chosen = [m["words"].strip() for m in row if _is_ticked(m) is ticked]
            yield row[0].start(), row[-1].end(), "".join(chosen)


def _is_ticked(match: re.Match[str]) -> bool:
    if mark := match["tick"] or match["mark"]:
        return mark[0] in "xX✅☑✔✓🗹"
    return "checked" in match["box"]


def _pieces(text: str) -> Iterator[Found]:
    """Labels that are pieces of an address or of an account, one after the other."""
    for row in groups(finder(_PIECE)(text), _APART, least=2):
        pieces = [match["piece"] for match in row]
        if any(map(_HALF.fullmatch, pieces)):
            start, end, joined = row[0].start(), row[-1].end(), "".join(pieces)
            yield start, end, joined
            word = mentions.word_in(text[max(0, start - REACH) : start])
            if word and _NAME.fullmatch(joined.lower()):
                yield start, end, f"{word[0]}：{joined}"
        elif len(row) > 2 and mentions.is_cue(pieces[0]) and _are_groups(row[1:]):
            yield row[0].start(), row[-1].end(), f"{pieces[0]}：{''.join(pieces[1:])}"
        elif are_usual(pieces) and _are_groups(row) and _is_called(text, row):
            yield row[0].start(), row[-1].end(), f"{_CALL}：{'-'.join(pieces)}"


def _is_called(text: str, row: list[re.Match[str]]) -> bool:
    """Whether a word for calling stands near a row of labels."""
    start, end = row[0].start(), row[-1].end()
    return WORDS.search(text, max(0, start - REACH), end + REACH) is not None


def _are_groups(row: list[re.Match[str]]) -> bool:
    """Whether headings, tabs or boxes (no cells: those hold amounts) are groups of one number."""
    groups_of_digits = [match["piece"] for match in row]
    return (
        all(g.isdigit() and 2 < len(g) < 7 for g in groups_of_digits)
        and 7 < sum(map(len, groups_of_digits)) < 12
        and not any("<" in match[0] for match in row)
    )


def _alike(text: str) -> Iterator[Found]:
    """Numbers in the same place of lines that are otherwise the same."""
    if text.count("\n") < LEAST - 1:
        return
    for row in groups(_LINE.finditer(text), 4, least=LEAST):
        for _, same in groupby(row, key=lambda match: _NUMBER.sub("#", match["line"])):
            lines = list(same)
            if len(lines) < LEAST or len(lines) > MOST:
                continue
            for column in zip(*(_NUMBER.findall(line["line"]) for line in lines), strict=True):
                if all(len(n) == 1 for n in column) and not _counts([int(n) for n in column]):
                    yield lines[0].start(), lines[-1].end(), "".join(column)
