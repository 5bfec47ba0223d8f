"""Kinds of labels that may spell something in a row: where each stands and its character."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpcenter.guard.numbers.digit_groups import HAN
from helpcenter.guard.numbers.numerals import NUMBER_WORDS

_WORDS = "|".join(w for w, digit in NUMBER_WORDS.items() if len(digit) == 1 and len(w) > 2)
_CHAR = rf"(?P<char>\d{{1,4}}|[{HAN}]|[A-Za-z@_]|{_WORDS})"
_END = r"(?![\w%])"
ROUND = "⓪①②③④⑤⑥⑦⑧⑨⓿❶❷❸❹❺❻❼❽❾⑴⑵⑶⑷⑸⑹⑺⑻⑼"
"""Digits in circles and brackets."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of label."""

    name: str
    pattern: re.Pattern[str]
    true: tuple[str, str]
    """A row of such labels, and what they say."""
    needs: tuple[str, ...]
    prose: bool = False
    """Whether it is the first word of a line, which is a number by chance in ordinary lists."""


def row_of(piece: str, chars: str) -> str:
    """One piece for each character, a line each; the character stands where the piece has `§`."""
    return "\n".join(piece.replace("§", char) for char in chars)


KINDS: tuple[Kind, ...] = (
    Kind("numbers of headings", re.compile(
        rf"(?:(?:^|\n)[ \t>]{{0,6}}#{{1,6}}[ \t]{{1,4}}|<h[1-6]\b[^<>]{{0,200}}>\s{{0,4}})(?:第"
            rf"|步骤|Step|Part|No\.)?\s?{_CHAR}{_END}(?!\.\d)", re.IGNORECASE),
        (row_of("## §. 甲\n", "40260518"), "40260518"), ("#", "<h")),
    Kind("ends of headings", re.compile(r"(?:^"
        r"|\n)[ \t>]{0,6}#{1,6}[ \t][^\n]{1,40}?[^\d\n.,/:-](?P<char>\d)[)）】\]]?[ \t#]{0,4}(?="
        r"\r?\n"
        r"|\Z)"),
        (row_of("## 甲 §\n", "40260518"), "40260518"), ("#",)),
    Kind("labels", re.compile(
        rf"(?:(?:\?\?\?\+?|!!!|///)[ \t]{{1,4}}[\w -]{{0,40}}"
            rf"|===!?\+?[ \t]{{1,4}})[\"|][ \t]{{0,3}}{_CHAR}(?:[.．、:：)）·][^\"\n]{{0,60}}"
            rf"|[ \t]{{0,3}})(?:\"|(?=\n))"
        rf"|<(?:summary|label|dt|caption|legend|th)\b[^<>]{{0,200}}>\s{{0,4}}"
            rf"{_CHAR.replace('?P<char>', '?P<inner>')}(?:\s{{0,4}}</|[.．、:：)）·])", re.IGNORECASE),
        (row_of('??? note "§"\n    甲\n', "40260518"), "40260518"), ("???", "!!!", "===", "///", "<")),
    Kind("numbers of notes", re.compile(r"\[\^(?P<char>\d{1,4})\](?!:)|\[(?P<bar>\d{1,2})\](?![:(\[])"
        r"|<sup\b[^<>]{0,80}>(?:<a\b[^<>]{0,200}>)?(?P<inner>\d)(?:</a>)?</sup>"),
        ("甲[^4]乙[^0]丙[^0]丁[^0]戊[^5]己[^1]庚[^8]", "4000518"), ("[^", "[0", "[1", "[2", "[3", "[4", "[5", "[6", "[7", "[8", "[9", "<sup")),
    Kind("values", re.compile(r"\[={1,3}[ \t]?(?P<bar>\d)(?:%|/\d)"
        r"|\b(?:linenums|linenostart|startFrom|start-line)\s?[=:]\s?[\"'{]?(?P<link>\d)(?!\d)"
        r"|<(?:meter|progress|data|option|input|li|time|button|col)\b[^<>]{0,200}?\b"
        r"(?:value|span|tabindex)\s?=\s?[\"']?(?P<char>\d)(?!\d)"
        r"|<ol\b[^<>]{0,80}\bstart\s?=\s?[\"']?(?P<inner>\d)(?!\d)", re.IGNORECASE),
        (row_of('<meter value="§"></meter>', "40260518"), "40260518"), ("value", "start", "span", "tabindex", "[=", "line")),
    Kind("names of pictures", re.compile(r"(?<!!)\[[^\[\]\n]{0,60}\]\((?:[^()\s]{0,200}[/#=_-])?(?P<link>\d)(?:\.md|\.html|/)?\)"
        r"|!\[[^\]\n]{0,60}\]\((?:[^()\s]{0,200}[/_.-])?(?P<char>\w)\.(?:png|svg|gif|jpe?g|webp)"
        r"[^()\n]{0,60}\)"
        r"|<(?:i|span|b|img|em|use|svg|a)\b[^<>]{0,200}?\b(?:class|src|href)\s?=\s?[\"']"
        r"(?:[^\"'<>]{0,120}[/_#a-z -])?(?P<inner>\d)(?:\.\w{2,4})?[\"']"),
        (row_of("![](img/§.png)", "40260518"), "40260518"), ("](", "class", "src", "href")),
    Kind("terms", re.compile(rf"(?:^|\n){_CHAR}[ \t]{{0,3}}\n{{1,2}}:[ \t]"
        rf"|(?:^|\n)[ \t]{{0,6}}(?:[-*+][ \t]{{1,3}})?\*\*\s?"
        rf"{_CHAR.replace('?P<char>', '?P<inner>')}(?:[.、:：]|\*\*)", re.IGNORECASE),
        (row_of("§\n:   甲\n", "40260518"), "40260518"), ("\n:", "**")),
    Kind("numbers of lines", re.compile(
        r"(?:^"
            rf"|\n)[ \t>]{{0,6}}(?:[-*+][ \t]{{1,3}})?\*{{0,2}}[(（【\[]?\s?(?:"
            rf"(?:第|步骤|[Ss]tep|[Pp]art|No\.)\s?{_CHAR}\s?[步条项点节]?(?=[^\w\n])"
            rf"|(?P<inner>\d{{1,4}}|[{HAN}])(?:[)）】\]][.、:：]?(?!\()|[、：:]|[.．](?=[ \t]))"
            rf"|(?P<round>[{ROUND}]))"),
        (row_of("（§）甲\n", "40260518"), "40260518"), ("\n",)),
    Kind("marked signs", re.compile(
        r"(?<!\*)\*{1,2}(?P<char>[\w@.])\*{1,2}(?!\*)|==(?P<inner>[\w@.])=="
            r"|(?<!`)`(?P<round>[\w@.])`(?!`)|\[(?P<link>[\w@.])\]\([^()\s]{1,200}\)"
        r"|<(?P<tag>"
            r"b|strong|mark|u|em|i|kbd|span|font|code|big|small|sub|a|ins|var|samp|div|p|li"
            r"|dd|section|article)\b[^<>]{0,200}>(?P<held>[\w@.])</(?P=tag)>", re.ASCII),
        ("甲**4**乙**0**丙**0**丁**0**戊**5**己**1**庚**8**", "4000518"), ("*", "==", "`", "](", "</")),
    Kind("first words", re.compile(rf"(?:^|\n)[ \t>]{{0,6}}(?:[-*+]|\d{{1,2}}[.)])[ \t]{{1,3}}(?P<char>[{HAN}]"
        rf"|(?:{_WORDS})(?![\w-]))", re.IGNORECASE),
        (row_of("- §季", "四零二六零五一八"), "40260518"), ("- ", "* ", "+ ", ". "), prose=True),
)  # fmt: skip
