"""Accounts in a table column whose head names the messenger, or right of the cell that names it.

For tables in Markdown, HTML and spreadsheets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest

from helpcenter.guard.detectors import mentions
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.needed import finder

Cell = tuple[int, str]
"""Where it stands, and what it holds."""
_RULE = re.compile(
    r"\n[ \t>]{0,9}\|?[ \t]{0,9}:?-{1,60}:?[ \t]{0,9}"
    r"(?:\|[ \t]{0,9}:?-{0,60}:?[ \t]{0,9}){1,20}\|?[ \t]{0,9}(?=\r?\n)"
)
"""The line below the heads of a table."""
_TICKS, _CROSSES = (
    ("✓", "✔", "✅", "☑", "√", "[x]", "[X]"),
    ("", "✗", "✘", "❌", "☐", "×", "[ ]", "-"),
)
"""What chooses a row, and what does not."""
_FEW = 3
_ROWS, _WIDE = 60, 1_000
"""Rows below it that are read, and characters of one."""
_TABLE = re.compile(r"<t[hd]\b[^<>]{0,200}>(?:(?!</table).){20,20000}+", re.DOTALL | re.IGNORECASE)
_TR = re.compile(r"<tr\b", re.IGNORECASE)
_TD = re.compile(r"<t[dh]\b[^<>]*+>(?P<held>(?:(?!</?t[dhr]\b).)*+)", re.DOTALL | re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]{1,200}>|[*_`“”\"](?![\w.-])|(?<![\w.-])[*_`“”\"]|\[\^[^\]]{1,9}\]")
_ACCOUNT = re.compile(
    r"@?[A-Za-z](?=[\w.-]*[\d_])[\w.-]{3,29}|[1-9]\d{4,11}|@[A-Za-z][\w.-]{3,29}", re.ASCII
)
_HEAD = re.compile(
    r"[号號]码?"
    r"|(?:.{0,4}[账帐賬帳][号號户戶]|联系(?:方式|人|我们)|怎么找|加|搜|ID"
    r"|(?i:.{0,12}(?:account|handle|user ?name|contact|user id)s?))"
)
"""The head of a column of accounts."""
together(_RULE, _TABLE)
TRUE_SAMPLES = (
    ("| 微信 | QQ |\n|---|---|\n| desk_k77 | 10000888 |\n", "微信：desk_k77"),
    ("<table><tr><th>号</th><th>Telegram</th></tr><tr><td>1</td><td>desk_k77</td></tr></table>",
     "Telegram：desk_k77"),
    ("| 渠道 | 时间 | 账号 |\n|---|---|---|\n| 微信 | 9–21 点 | desk_k77 |\n", "微信：desk_k77"),
    ("<table><tr><td>客服 QQ</td><td>10000888</td></tr></table>", "客服 QQ：10000888"),
)  # fmt: skip
FALSE_SAMPLES = (
    "| 微信 | 支付宝 |\n|---|---|\n| 支持 | wechat_pay.md |\n",
    "| 渠道 | 费率 | 代码 |\n|---|---|---|\n| 微信 | 0.6% | wx_qr1 |\n",
    "| 字段 | 说明 |\n|---|---|\n| order_k77 | 微信订单 |\n",
)


def below_heads(text: str, path: str) -> Iterator[Found]:
    """Span of each such account, and the account behind the words that name the messenger."""
    html = "<t" in text  # elsewhere the line itself says what stands beside what
    for heads, rows in every(text, path):
        yield from _of(heads, rows)
        yield from _beside(heads, (heads, *rows) if html else rows, html)


def chosen(text: str, path: str) -> Iterator[Found]:
    """Span of each table some of whose rows are ticked, and what stands in those, and in the others."""
    if not any(map(text.__contains__, _TICKS)):
        return
    for _, rows in every(text, path):
        for column in range(max(map(len, rows), default=0)):
            held = [row[column][1] if column < len(row) else "" for row in rows]
            if len(rows) < _FEW or not {*held} <= {*_TICKS, *_CROSSES} or not {*held} & {*_TICKS}:
                continue
            for ticked in (True, False):
                cells = [
                    [cell for at, (_, cell) in enumerate(row) if at != column]
                    for row, mark in zip(rows, held, strict=True)
                    if (mark in _TICKS) is ticked
                ]
                said = ("".join(line) for line in zip_longest(*cells, fillvalue=""))
                yield from ((rows[0][0][0], rows[-1][-1][0], words) for words in said)


def every(text: str, path: str) -> Iterator[tuple[Sequence[Cell], Sequence[Sequence[Cell]]]]:
    """The heads of each table, and the rows below them."""
    done = 0
    for rule in finder(_RULE)(text):
        if rule.start() < done:  # a row of the table above
            continue
        start = text.rfind("\n", 0, rule.start()) + 1
        heads = _cells(text[start : min(rule.start(), start + _WIDE)], start, "|")
        rows = list(_below(text, rule.end() + 1))
        done = rows[-1][-1][0] if rows else rule.end()
        yield heads, rows
    for table in finder(_TABLE)(text) if "<t" in text else ():
        rows = list(_html(text, *table.span()))
        yield rows[0] if rows else [], rows[1:]
    if path.endswith((".csv", ".tsv")):
        delimiter = "\t" if path.endswith(".tsv") else ","
        end = text.find("\n")
        heads = _cells(text[: max(end, 0)], 0, delimiter)
        yield heads, list(_below(text, end + 1, delimiter, bars=False))


def _of(heads: Sequence[Cell], rows: Iterable[Sequence[Cell]]) -> Iterator[Found]:
    words = {n: held for n, (_, held) in enumerate(heads) if held and mentions.is_cue(held)}
    for row in rows if words else ():
        for column, word in words.items():
            if column < len(row) and _ACCOUNT.fullmatch(row[column][1]):
                at, account = row[column]
                yield at, at + len(account), f"{word}：{account}"


def _beside(heads: Sequence[Cell], rows: Iterable[Sequence[Cell]], html: bool) -> Iterator[Found]:
    """Accounts right of a cell that names the messenger: next to it, or below a head for accounts.

    What is next to it in Markdown is in the same line, which is read as such.
    """
    columns = [n for n, (_, head) in enumerate(heads) if n and _HEAD.fullmatch(head)]
    for row in rows if html or columns else ():
        for n in range(1, len(row)) if html else columns:
            at, account = row[n] if n < len(row) else (0, "")
            near = row[n - 1 : n] if n not in columns else row[:n]
            if account and _ACCOUNT.fullmatch(account):
                words = [word for _, word in near if word and mentions.is_cue(word)]
                yield from ((at, at + len(account), f"{word}：{account}") for word in words[-1:])


def _below(text: str, at: int, delimiter: str = "|", *, bars: bool = True) -> Iterator[list[Cell]]:
    """The rows from a place on, as long as there are any."""
    for _ in range(_ROWS):
        end = text.find("\n", at, at + _WIDE)
        end = end if end >= 0 else min(len(text), at + _WIDE)
        line = text[at:end]
        if not line.strip() or (bars and delimiter not in line):
            return
        yield _cells(line, at, delimiter)
        at = end + 1


def _cells(line: str, at: int, delimiter: str) -> list[Cell]:
    """The cells of a line; the bars at its ends are none."""
    lead = len(line) - len(line.lstrip(" \t>"))
    if delimiter == "|" and line[lead : lead + 1] == "|":
        lead += 1
    cells, at = [], at + lead
    for held in line[lead:].split(delimiter):
        cells.append(_plain(held, at))
        at += len(held) + 1
    return cells


def _html(text: str, start: int, end: int) -> Iterator[list[Cell]]:
    edges = [start, *(row.start() for row in _TR.finditer(text, start, end)), end]
    for first, last in pairwise(edges):
        if cells := [_plain(c["held"], c.start("held")) for c in _TD.finditer(text, first, last)]:
            yield cells


def _plain(held: str, at: int) -> Cell:
    words = _MARKUP.sub("", held).strip()
    return at + max(held.find(words), 0), words
