"""Characters and pieces that a text numbers, lists or names separately, put in order.

`第一位 | 4 …`, a list whose items are pieces of one account, “前半段 desk，后半段 _77”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.detectors import mentions
from helpcenter.guard.detectors.networks import is_name
from helpcenter.guard.matching.families import busy, together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.groups import groups
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.numbers.counts import COUNTS

_ENGLISH = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12,
}  # fmt: skip
_CHAR = (
    r"[\s|:：=是为isrd,，、-]{1,8}[\"“'`*]{0,2}(?P<char>[A-Za-z0-9@._-])(?![A-Za-z0-9])"
    r"[\"”'`*]{0,2}"
)
_PLACE_HAN = re.compile(
    rf"第\s?(?P<han>[一二三四五六七八九十]{{1,3}}|\d{{1,2}})\s?(?:个|位|格|字|码)?(?:数字?"
    rf"|字母|字符|号码|位)?{_CHAR}"
)
_PLACE = re.compile(
    rf"(?:(?:digit|position|place|character|char|no\.?|#)\s?(?P<num>\d{{1,2}})"
    rf"|(?P<eng>{'|'.join(_ENGLISH)})(?:\s(?:digit|number|character|letter|sign|one))?"
    rf"|(?P<nth>\d{{1,2}})(?:st|nd|rd|th)(?:\s(?:digit|character|letter))?){_CHAR}",
    re.IGNORECASE,
)
_SECOND = (
    "second",
    "Second",
    "2nd",
    "git 2",
    "osition 2",
    "lace 2",
    "har 2",
    "acter 2",
    "#2",
    "o. 2",
)
"""One of these stands wherever places are counted in English."""
_MOST_APART = 40
_ITEM = (
    r"[ \t>]{0,24}(?:\d{1,2}[.)、]|[-*+]|[（(]\d{1,2}[）)])[ \t]{1,4}[*`\"“]{0,2}(?:\[[ xX]\] )?"
)
_LIST = re.compile(
    rf"\n(?P<items>(?:{_ITEM}[A-Za-z0-9@._-]{{1,10}}[*`\"”]{{0,2}}[ \t]*(?:\r?\n"
    r"(?:[ \t]*\r?\n)?"
    rf"|\Z)){{2,12}})"
)
_TOKEN = re.compile(rf"{_ITEM}(?P<token>[A-Za-z0-9@._-]{{1,10}})")
_WHOLE = re.compile(r"\w+\.[a-z]{2,}")
"""A name with an ending: a file, a feature, a host; no piece of one."""
_PIECE = re.compile(
    r"(?P<rank>[前后]一?(?:半[段部截]?|[段部截])分?|中间一?[段部截]?分?|最后一?[段部截]?分?"
    r"|开头|结尾|末尾|第[一二三四五][段部截节]分?|先(?:输入|填|打|写)"
    r"|再(?:输入|填|打|写|加上?|接)|然后|接着"
    r"|(?<![A-Za-z])(?:"
    r"first (?:half|part|piece)|(?:second|other) (?:half|part|piece)|the rest"
    r"|third part|last part|middle part|then|start|end"
    r"|part (?:one|two|three|[123abc]))(?![A-Za-z]))"
    r"(?:[（(][^（）()\n]{1,20}[)）])?(?:是|为|写|填|输入|打|加上?|接|is|are|with|type|enter"
    r"|[:：=|\s]){0,4}[\"“「'`*]{0,2}(?P<token>[A-Za-z0-9@._-]{2,24})(?![A-Za-z0-9@])",
    re.IGNORECASE,
)
_EARLY, _LATE = ("前", "开", "先", "first", "start"), ("最后", "结", "末", "last", "end")
_HALVES = re.compile(
    r"[前后]一?[半段部截]|第.[段部截]|(?:first|second|other) (?:half|part)|the rest|part ",
    re.IGNORECASE,
)
_FAR_APART = 400
"""Two halves may stand in two sections."""
_JOIN = re.compile(
    r"连(?:起来|着|在一起|写)|拼(?:起来|接|在一起|成|好)|合(?:起来|并|在一起|成)|组合|依次"
    r"|按顺序|接在一起"
    r"|\b(?:joined?|put (?:them )?together|combined?|in order|in one|without (?:a )?spaces?"
    r"|no spaces?)\b",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"[，,。；;、：:\s“\"「『`《【]{0,6}(?:把|将|请|依次|先|再|输入|用|以下|下面|按顺序|的"
    r"|即|就是|面|是){0,5}[“\"「『`《【\s]{0,3}\Z"
)
_QUOTED = re.compile(r"[\"“「『`《【](?P<token>[A-Za-z0-9@._-]{1,24})[\"”」』`》】]")
together(_PLACE_HAN, _PLACE, _LIST, _PIECE, _JOIN, of="a whole text")
busy(_PIECE)


def in_order(text: str) -> Iterator[Found]:
    """Span of each such group, and what becomes of it, behind the words that lead to it."""
    yield from _places(text)
    yield from _lists(text)
    yield from _pieces(text)
    yield from _quoted(text)


def _places(text: str) -> Iterator[Found]:
    """One character for each place: “第一位 4，第二位 0 …”."""
    places = list(finder(_PLACE_HAN)(text)) if text.count("第") > 4 else []
    if any(word in text for word in _SECOND):
        places = sorted([*places, *finder(_PLACE)(text)], key=lambda match: match.start())
    for row in groups(places, _MOST_APART, least=5):
        chars = "".join(item["char"] for item in sorted(row, key=_rank))
        yield row[0].start(), row[-1].end(), _led(text, row[0].start(), chars)


def _rank(match: re.Match[str]) -> int:
    known = match.groupdict()
    if han := known.get("han"):
        if han.isdigit():
            return int(han)
        tens, _, ones = han.rpartition("十")
        if "十" in han:
            return COUNTS.get(tens, 1) * 10 + COUNTS.get(ones, 0)
        return COUNTS.get(han, 99)
    if word := known.get("eng"):
        return _ENGLISH[word.lower()]
    return int(known["num"] or known["nth"])


def _led(text: str, at: int, chars: str) -> str:
    """The pieces behind the line or words in front of them, which say what they are."""
    lead = text[max(0, at - 60) : at].rstrip("\n|-: ").rpartition("\n")[2]
    return f"{_FILLER.sub('', lead)}：{chars}"


def _lists(text: str) -> Iterator[Found]:
    """A list of short pieces behind a line that leads to it."""
    for match in finder(_LIST)(text):
        tokens = [item["token"] for item in _TOKEN.finditer(match["items"])]
        if any(_WHOLE.fullmatch(token) or is_name(token) for token in tokens):
            continue
        lead = text[max(0, match.start() - 80) : match.start()].rstrip().rpartition("\n")[2]
        lead = lead.rstrip(" ：:")
        yield match.start("items"), match.end("items"), f"{lead}：{''.join(tokens)}"


def _pieces(text: str) -> Iterator[Found]:
    """Pieces with the rank of each: “前半段 desk，后半段 _77”."""
    pieces = list(finder(_PIECE)(text))
    halves = [piece for piece in pieces if _HALVES.match(piece["rank"])]
    for row in (*groups(pieces, _MOST_APART, least=2), *groups(halves, _FAR_APART, least=2)):
        if re.search(r"[\d_@.-]", "".join(item["token"] for item in row)):
            ranked = sorted(row, key=lambda item: _order(item["rank"].lower()))
            chars = "".join(item["token"] for item in ranked)
            yield row[0].start(), row[-1].end(), _led(text, row[0].start(), chars)
            if all(_HALVES.match(item["rank"]) for item in row):
                lead = text[max(0, row[0].start() - 60) : row[0].start()].rpartition("\n")[2]
                word = mentions.word_in(lead)
                yield row[0].start(), row[-1].end(), f"{word[0]}：{chars}" if word else chars


def _order(rank: str) -> int:
    if rank.startswith(_LATE):
        return 3
    return 1 if rank.startswith(_EARLY) or rank[-1:] in "1a" or "一" in rank else 2


def _quoted(text: str) -> Iterator[Found]:
    """Pieces in quotation marks that are to be joined: “a”“b”连起来."""
    for cue in finder(_JOIN)(text):
        near = max(cue.start() - 120, 0)
        start = max(text.rfind("\n\n", near, cue.start()), near)
        end = min(cue.end() + 80, len(text))
        tokens = list(_QUOTED.finditer(text, start, end))
        if len(tokens) > 1:
            chars = "".join(token["token"] for token in tokens)
            yield tokens[0].start(), tokens[-1].end(), _led(text, tokens[0].start(), chars)
