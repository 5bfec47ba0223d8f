"""Text that replaces an element: a picture's alt text, a link's title, an abbreviation's meaning.

With the replacement in place, pieces of an address may come together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.groups import groups
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.passages import line_start
from helpcenter.patterns.words import one_of

_PICTURE = re.compile(
    r"!\[(?P<alt>[^\[\]\n]{0,80})\](?:\([^()\s]{0,300}"
    r"(?:\s{1,3}[\"'(](?P<tip>[^\"'()\n]{0,80})[\"')])?\)"
    r"|\[[^\[\]\n]{0,60}\])(?:\{[^{}\n]{0,100}\})?"
)
_LINK = re.compile(
    r"(?<!!)\[(?P<alt>[^\[\]\n]{0,80})\]\([^()\s]{0,300}\s{1,3}[\"'(]"
    r"(?P<tip>[^\"'()\n]{1,80})[\"')]\)"
)
_TAG = re.compile(
    r"<(?P<tag>[a-z]\w{0,9})\b[^<>]{0,300}?\b(?:alt|title|aria-label|label|placeholder"
    r"|content|summary)\s?=\s?(?:\"(?P<a>[^\"<>\s]{0,80})\""
    r"|'(?P<b>[^'<>\s]{0,80})')[^<>]{0,300}>(?:[^<>\n]{0,40}</(?P=tag)>)?",
    re.IGNORECASE,
)
_DEFINED = re.compile(
    r"(?:^"
    r"|\n)[ \t]{0,3}\[[^\[\]\n]{1,60}\]:[ \t]{1,4}\S{1,300}[ \t]{1,4}[\"'(]"
    r"(?P<tip>[^\"'()\n]{1,80})[\"')][ \t]{0,4}(?=\n"
    r"|\Z)"
)
_SHORT = re.compile(
    r"(?:^|\n)[ \t]{0,3}\*\[(?P<short>[^\[\]\n]{1,40})\]:[ \t]{0,4}(?P<long>[^\n]{1,60})"
)
_SPAN = re.compile(
    r"\[(?P<alt>[^\[\]\n]{0,80})\](?:\([^()\s]{0,300}\))?\{[^{}\n]{0,100}?\b(?:title|alt"
    r"|aria-label|data-[\w-]{1,20})\s?=\s?[\"'](?P<tip>[^\"'\n]{1,80})[\"'][^{}\n]{0,100}\}"
)
_SPACE = "\r\n\t"
_BEFORE = 80
"""Characters in front that are read."""
_BEHIND = re.compile(r"[\w@.+-]{1,40}(?![\w@.+-])", re.ASCII)
_NOTE = re.compile(
    r"(?:^"
    r"|\n)[ \t]{0,3}\[\^(?P<name>[\w-]{1,20})\]:[ \t]{1,4}[`*_]{0,2}(?P<held>[^\s`*]{1,40})"
    r"[`*_]{0,2}[ \t]*(?=\r?\n"
    r"|\Z)"
)
_GOES_ON = re.compile(
    r"(?:^|\n)[ \t]{0,3}\[\^(?P<name>[\w-]{1,20})\]:[ \t]{1,4}[^\nA-Za-z0-9_]{0,12}?(?:接|加"
    r"|跟|补|拼|连|续|填|写"
    r"|(?:add|append|followed by|continue with|then)\s)上?(?:[\u4e00-\u9fff]{1,4}\s)?"
    r"[:：\s`“\"]{0,3}(?P<held>[A-Za-z0-9_.@-]{2,30})(?![A-Za-z0-9_@])"
)
"""A note with what is to be written behind the word that refers to it."""
_REFERENCE = re.compile(r"\[\^(?P<name>[\w-]{1,20})\](?!:)")
_HALF = re.compile(r"\w(?:[-@_+/]|[@/][\w-]{1,40}\.)\Z")
"""How the first half of an address ends."""
_MOST = 40
"""Short forms of one text that are read in full."""
together(_PICTURE, _LINK, _TAG, _DEFINED, _SHORT, _NOTE, _GOES_ON, _REFERENCE, of="a whole text")
TRUE_SAMPLES = (
    ("![微](a.png)![信](b.png) ![kf_](c.png)![77x](d.png)", "微信 kf_77x"),
    ('<abbr title="kf77">甲</abbr><abbr title="@a.test">乙</abbr>', "kf77@a.test"),
    ('[甲]: x.md "kf77@"\n[乙]: y.md "a.test"\n', "kf77@a.test"),
    ("写给甲乙\n\n*[甲]: kf77@\n*[乙]: a.test", "写给kf77@a.test"),
    ("甲[^a]乙[^b]\n\n[^b]: `a.test`\n[^a]: kf77@\n", "kf77@a.test"),
    ('[甲]{ title="kf77@" }[乙]{ title="a.test" }', "kf77@a.test"),
    ('[甲](x.md "kf77@")[乙](y.md "a.test")', "kf77@a.test"),
    ("- 微信加 kf[^a] 处理\n\n[^a]: 后面还要接上 _77x\n", "- 微信加 kf_77x"),
    ('![客服 154-0000](a.png "6617")', "客服 154-0000-6617"),
    ('写给 [kf77@](x.md "a.test")', "写给 kf77@a.test"),
    ("热线 400-000-[^a]\n\n[^a]: 6632\n", "热线 400-000-6632"),
    ("写给 kf77[^a]\n\n[^a]: @a[^b]\n[^b]: .test\n", "写给 kf77@a.test"),
)


def read(text: str) -> Iterator[Found]:
    """Span of each line with several such elements, and the line with what stands in for them."""
    if "![" in text:
        yield from _lines(text, _PICTURE, lambda m: m["alt"])
        yield from _lines(text, _PICTURE, lambda m: m["tip"] or "")
    if "](" in text:
        yield from _lines(text, _LINK, lambda m: m["tip"])
        for pattern in (_PICTURE, _LINK):
            yield from _with_tips(text, pattern)
    if "]{" in text or "){" in text:
        yield from _lines(text, _SPAN, lambda m: m["tip"])
    if "<" in text and "=" in text:
        yield from _lines(text, _TAG, lambda m: m["a"] or m["b"] or "")
    if "]:" in text:
        for row in groups(finder(_DEFINED)(text), 60, least=2):
            yield row[0].start(), row[-1].end(), "".join(match["tip"] for match in row)
        yield from _in_full(text)
    if "]: " in text and "[^" in text:
        notes = {m["name"]: m["held"] for m in finder(_NOTE)(text)}
        yield from _chains(text, notes)
        yield from _continued(text)
        yield from _halves(text, notes)
        for row in groups(finder(_REFERENCE)(text), 60, least=2) if len(notes) > 1 else ():
            yield row[0].start(), row[-1].end(), "".join(notes.get(m["name"], "") for m in row)


_OPEN = re.compile(r"(?:\d[ -]?|[\w.+-]@[\w.-]*|[@.])\Z")
_REST = re.compile(r"\d{2,9}\Z|[@.][\w.-]+\Z|[\w-]{1,40}\.[\w.-]{1,60}\Z")


def _with_tips(text: str, pattern: re.Pattern[str]) -> Iterator[Found]:
    """Words that break off in the middle of an address, with the tip of their element behind them."""
    for match in finder(pattern)(text):
        words, tip = match["alt"].strip(), (match["tip"] or "").strip()
        if tip and _OPEN.search(words) and _REST.match(tip):
            glue = "-" if words[-1].isdigit() and tip.isdigit() else ""
            start = _word_start(text, match.start())
            lead = text[start : match.start()].rpartition("\n")[2]
            yield match.start(), match.end(), f"{lead}{words}{glue}{tip}"


def _chains(text: str, notes: dict[str, str]) -> Iterator[Found]:
    """References to notes that refer to others, each with the word in front of it and all it leads to."""
    if not any("[^" in held for held in notes.values()):
        return
    for match in finder(_REFERENCE)(text):
        told = notes.get(match["name"], "")
        for _ in range(_MOST):
            further = _REFERENCE.sub(lambda m: notes.get(m["name"], ""), told)[:_BEFORE]
            if further == told:
                break
            told = further
        start = _word_start(text, match.start())
        if "[^" not in text[start : match.start()]:
            yield start, match.end(), text[start : match.start()] + told


def _halves(text: str, notes: dict[str, str]) -> Iterator[Found]:
    """What ends in the middle of an address at a reference, with the note that goes on."""
    for match in finder(_REFERENCE)(text) if notes else ():
        start = _word_start(text, match.start())
        if match["name"] in notes and _HALF.search(text, start, match.start()):
            yield start, match.end(), text[start : match.start()] + notes[match["name"]]


def _continued(text: str) -> Iterator[Found]:
    """The line in front of a reference, with what its note says to write behind it."""
    told = {m["name"]: m["held"] for m in finder(_GOES_ON)(text)}
    for match in finder(_REFERENCE)(text) if told else ():
        if match["name"] in told and re.match(r"[A-Za-z0-9_.@-]", text[match.start() - 1]):
            start = _word_start(text, match.start())
            yield start, match.end(), text[start : match.start()] + told[match["name"]]


def _lines(
    text: str, pattern: re.Pattern[str], word: Callable[[re.Match[str]], str]
) -> Iterator[Found]:
    for row in groups(finder(pattern)(text), 40, least=2):
        words = [word(match) for match in row]
        if not any(words):
            continue
        start = _word_start(text, row[0].start())
        ends = [match.end() for match in row]
        gaps = [text[a:b] for a, b in zip([start, *ends], [m.start() for m in row], strict=False)]
        told = "".join(f"{gap.strip(_SPACE)}{said}" for gap, said in zip(gaps, words, strict=True))
        behind = _BEHIND.match(text, ends[-1])
        yield start, ends[-1], told + (behind[0] if behind else "")


def _word_start(text: str, at: int) -> int:
    """Where the words of the line in front of a place begin that are read with it."""
    near = max(at - _BEFORE, 0)
    start = line_start(text, at, near)
    cut = at - start == _BEFORE
    while cut and start < at and text[start].isascii() and text[start] != " ":
        start += 1
    return start


def _in_full(text: str) -> Iterator[Found]:
    """The paragraphs with short forms that are explained, each in full."""
    known = {m["short"]: m["long"].strip() for m in finder(_SHORT)(text)}
    known = dict([*known.items()][:_MOST])
    if not known:
        return
    short = re.compile(one_of(known))
    at = 0
    for part in text.split("\n\n"):
        if part and "]:" not in part:
            full = short.sub(lambda match: known[match[0]], part)
            if full != part:
                yield at, at + len(part), full
        at += len(part) + 2
