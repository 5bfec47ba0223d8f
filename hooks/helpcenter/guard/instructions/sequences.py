"""Pieces that a reader joins: groups of digits, first letters, code books."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.detectors import mentions
from helpcenter.guard.matching.families import busy, together
from helpcenter.guard.matching.figures import is_in_column
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.groups import groups
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.number_shapes import SURE, are_usual

_PLACED = re.compile(
    r"(?P<rank>前半?段?|区号|区位|中间?|后半?段?|最后|末尾?"
    r"|第[一二三四五六七八九十\d][段部位组节]?分?|开头|结尾|先拨?打?|再拨?打?|然后|接着"
    r"|接下来|尾号"
    r"|first|middle|next|then|last|ends?|second|third|followed by|dial|area code|part [a-d\d])"
    r"[^\d\n，,。;；+]{0,16}?(?:\n?\s?[|][ \t]?)?(?<![\d])(?P<digits>\d{3,8}(?:-\d{3,4})?"
    r"|(?<=[:： ])-\d{4})(?!\d|\s?[元块笔人次份])",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"[三四五六七八九十两二]位|\d位|digits?|号码|数字|热线|电话|拨|dial|call|phone|number|段",
    re.IGNORECASE,
)
_FIRST = {"前": 1, "区": 1, "先": 1, "开": 1, "第一": 1, "第1": 1, "第二": 2, "第2": 2, "第三": 3, "第3": 3, "第四": 4, "第4": 4,
          "first": 1, "second": 2, "third": 3, "area": 1}  # fmt: skip
_LAST = ("后", "最后", "末", "结", "尾", "last", "end")
_ALONE = re.compile(
    r"(?:(?<=[\"“「『|>\[`：:（(【])|(?<=^)|(?<=\n)|(?<=[-*+] )|(?<=\] )|(?<=段)"
    r"|(?<=位))[ \t]{0,4}(?P<digits>\d{3,4})(?=[ \t]{0,4}(?:[\"”」』|<\]`）)】]|\r?\n|\Z))"
)
_CUE_ACROSTIC = re.compile(  # not those of the reader's own name or card, which a form asks for
    r"(?<!姓名)(?<!姓名的)(?<!姓名拼音)(?<!姓名拼音的)(?:首字|首个?字|每行|每句|各行|每段"
    r"|行首|开头的?字|第一个?(?:字|数字|字母|字符)|首字母|(?:末|尾)字母?"
    r"|最后一?个?字(?:母|符)?|last (?:letter|character|digit|sign)"
    r"|first (?:letter|character|digit|sign|number(?=s? (?:of|in|on|from|per|at|down|each)))"
    r"|initials|initial(?=\s(?:of|letter|character|sign))"
    r"|acrostic)(?!s? (?:of|in) (?:your|the|their|a) (?:\w+ )?"
    r"(?:name|surname|card|account|password)"
    r"|母?\s?(?:查找|检索|排序|排列)"
    r"|s? of (?:each|every) word (?:of|in) a (?:sentence|phrase) (?:that )?you\b)",
    re.IGNORECASE,
)
_CUE_LAST = re.compile(r"(?:末|尾|最后一?个?)字|last .*", re.IGNORECASE)
_RUN = re.compile(r"[A-Za-z0-9_.-]{5,20}")
_PAIR = re.compile(
    r"(?<![\w@.])(?P<old>[^\s\d=＝,，;；、()（）:：]{1,2})\s?(?:=|＝|是|为|代表|→|->|:"
    r"|：)\s?(?P<new>[\d@.])(?![\d.])"
)
_EDGE = re.compile(r":[ \t]{1,4}([\"']?)(?P<value>[^\n\"']{1,60})\1[ \t]*(?:#[^\n]*)?(?=\n|\Z)")
_HALF = re.compile(r"[-‐‑–@]$|^[-‐‑–.](?=\w)|^@[\w-]{1,60}\.")
together(_PLACED, _ALONE, _CUE_ACROSTIC, _PAIR, _EDGE, of="a whole text")
busy(_EDGE)


def assembled(text: str) -> Iterator[Found]:
    """Each such row, put together."""
    yield from _placed(text)
    yield from _alone(text)
    yield from _acrostics(text)
    yield from _code_books(text)
    yield from _values(text)


def _placed(text: str) -> Iterator[Found]:
    """Groups of digits whose order is given: “前三位 400，中间三位 000，最后四位 1234”."""
    for row in groups(finder(_PLACED)(text), 60, least=2):
        start, end = row[0].start(), row[-1].end()
        if _NUMBER_OF.search(text[max(0, start - 40) : end + 20]):
            yield start, end, "-".join(item["digits"].strip("-") for item in sorted(row, key=_rank))


def _rank(match: re.Match[str]) -> int:
    word = match["rank"].lower()
    if word.startswith(_LAST):
        return 9
    return next((rank for start, rank in _FIRST.items() if word.startswith(start)), 5)


def _alone(text: str) -> Iterator[Found]:
    """Three groups of a number, each in a line, a cell, a label or quotation marks of its own."""
    groups = list(finder(_ALONE)(text))
    for first, second, third in zip(groups, groups[1:], groups[2:], strict=False):
        row = [group["digits"] for group in (first, second, third)]
        gap = max(second.start() - first.end(), third.start() - second.end())
        near = third.end() - first.start() < 400 and gap < 200
        if near and are_usual(row, SURE) and not _are_counts(text, first, second, third):
            yield first.start(), third.end(), "-".join(row)


def _are_counts(text: str, *cells: re.Match[str]) -> bool:
    """Whether groups stand one below the other in a table that counts something."""
    start, end = cells[0].start(), cells[-1].end()
    if "|" not in text[start : end + 1] or text.find("\n", start, end) < 0:
        return False
    told = _NUMBER_OF.search(text[max(0, start - 120) : end + 60])
    return told is None or is_in_column(text, cells[1].end("digits"))


def _acrostics(text: str) -> Iterator[Found]:
    """The first characters of lines or sentences, or the last, where a text says to read them."""
    last = -1
    for cue in finder(_CUE_ACROSTIC)(text):
        if cue.start() < last:
            continue
        start, last = max(0, cue.start() - 400), min(len(text), cue.end() + 600)
        at = -1 if _CUE_LAST.fullmatch(cue[0]) else 0
        rows = [_chars(block, at) for block in text[start:last].split("\n\n")]
        for chars in [row for row in rows if len(row) > 5] or [[s for row in rows for s in row]]:
            if len(chars) > 5:
                yield start, last, "".join(chars)
                yield from ((start, last, row) for row in _initials(text, cue, chars))
        words = re.split(r"[，,。；;、\s]+", text[cue.end() : cue.end() + 300])
        yield cue.start(), cue.end(), "".join(word[:1] for word in words)


def _chars(block: str, at: int) -> list[str]:
    """The first characters of the lines of a block, or the last; not of the one that says so."""
    lines = [_plain(line) for line in block.split("\n")]
    return [line[at] for line in lines if line and not _CUE_ACROSTIC.search(line)]


def _plain(line: str) -> str:
    """A line without the marks in front and behind."""
    return line.lstrip(" \t>-*+#|").rstrip(" \t*。.！!，,；;|")


def _initials(text: str, cue: re.Match[str], chars: list[str]) -> Iterator[str]:
    """Runs of plain characters among them, behind the messenger that the text names."""
    if word := mentions.word_in(text[max(0, cue.start() - 60) : cue.end() + 60]):
        yield from (f"{word[0]}：{run.lower()}" for run in _RUN.findall("".join(chars)))


def _code_books(text: str) -> Iterator[Found]:
    """“甲=0 乙=1 …”: the words around, translated."""
    for row in groups(finder(_PAIR)(text), 11, least=4):
        book = {item["old"]: item["new"] for item in row}
        start, end = max(0, row[0].start() - 200), min(len(text), row[-1].end() + 200)
        rest = f"{text[start : row[0].start()]} {text[row[-1].end() : end]}"
        for old in sorted(book, key=len, reverse=True):
            rest = rest.replace(old, book[old])
        yield start, end, rest


def _values(text: str) -> Iterator[Found]:
    """Values of neighbouring keys, where one begins or ends in the middle of an address."""
    found = list(finder(_EDGE)(text))
    for at, match in enumerate(found):
        if _HALF.search(match["value"].strip()):
            near = found[max(at - 2, 0) : at + 3]
            if len(near) > 1 and near[-1].end() - near[0].start() < 400:
                yield (
                    near[0].start(),
                    near[-1].end(),
                    "".join(item["value"].strip() for item in near),
                )
