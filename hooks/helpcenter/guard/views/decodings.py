"""Decodings: removes disguises of text, one kind after the other.

Each row has a pattern and a replacement for its matches; a row without both samples does not load.
Every pattern is possessive or bounded, so that time stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import unescape
from urllib.parse import unquote

from helpcenter.guard.matching.families import busy
from helpcenter.guard.matching.figures import are_between_figures
from helpcenter.guard.matching.fold import FOLDABLE, folded
from helpcenter.guard.numbers import spelling
from helpcenter.guard.numbers.numerals import is_beside_amount


@dataclass(frozen=True, slots=True)
class Decoding:
    """One step from a view to the next."""

    name: str
    pattern: re.Pattern[str]
    replace: Callable[[re.Match[str]], str]
    changed: tuple[str, str]
    """A text, and what it becomes."""
    kept: str
    """A text that stays."""
    needs: tuple[str, ...] = ()
    """Texts of which every match contains one; searched for first because that is fast."""
    prose: bool = True
    """Only for text that people read, not for programs."""


_ENTITY = re.compile(
    r"&(?!(?:lt|gt|quot|para|copy);)"
    r"(?:#(?:\d{1,12}|[xX][0-9a-fA-F]{1,10})|[A-Za-z][A-Za-z0-9]{1,31});?"
)
"""Character references, but not those every page has and no address can contain."""


def _entity(match: re.Match[str]) -> str:
    """One character reference; those of control characters vanish, as they do in a URL."""
    char = unescape(match[0])
    return "" if len(char) == 1 and char <= "\x1f" else char


_ESCAPE = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}"
    r"|(?:u|U(?=[0-9a-fA-F]{4}(?:[^0-9a-fA-F]|\Z)))([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})"
    r"|x([0-9a-fA-F]{2})"
    r"|(0{0,4}[2-7][0-9a-fA-F])(?![0-9a-fA-F])\s?+|(?P<char>[!-/:-@\[-`{-~]))"
)
"""Escapes of scripts, YAML, style sheets and Markdown."""


_HOST_BEFORE = re.compile(r"//[\w.:-]{1,76}\Z")


def _escape(match: re.Match[str]) -> str:
    if char := match["char"]:
        if char == "@" and _HOST_BEFORE.search(
            match.string, max(0, match.start() - 80), match.start()
        ):
            return "/@"  # a browser reads the stroke as the end of the host
        return char if char in "@._-+:/*~" else match[0]
    return _escape_of(int(match[match.lastindex or 1], 16))


def _escape_of(code: int) -> str:
    """The character with a number; nothing for control characters and surrogates."""
    return chr(code) if 0x1F < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


_PERCENT = re.compile(
    r"%(?:25){0,6}(?:(?P<plain>[0-7][0-9A-Fa-f])|u(?P<wide>[0-9A-Fa-f]{4}))"
    r"|%[CDcd][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]"
    r"|%[Ee][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f]){2}|%[Ff][0-7](?:%[89ABab][0-9A-Fa-f]){3}"
)
"""The bytes of one UTF-8 character, so that each character keeps its own place; a plain one as often
coded as it may be."""


def _percent(match: re.Match[str]) -> str:
    if match["wide"]:
        return _escape_of(int(match["wide"], 16))
    return chr(int(match["plain"], 16)) if match["plain"] else unquote(match[0])


_OVERRIDDEN = re.compile(
    r"\u202e(?P<signs>[^\u202c\u2069\u202e\n]{1,200})[\u202c\u2069]?"
    r"|<bdo\b[^<>]{0,100}\brtl\b[^<>]{0,100}>(?P<held>[^<>\n]{1,200})</bdo\s?>"
)
"""What is shown from right to left whatever its letters are."""

_INLINE = (
    r"a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|nobr|q|rb|rp|rt|rtc"
    r"|ruby|s|samp|small|span|strike|strong|sub|sup|textpath|time|tspan|tt|u|var|wbr"
    r"|mi|mn|mo|mtext|mrow|math|button|option|output|[a-z]{1,20}-[a-z-]{1,40}"
)
_JOINED = re.compile(
    r"(?=[ \t+＋<\]&*=~^`|_{$\\\[(（])(?:"  # any begins so; Python tries dozens of ways nowhere else
    r"(?<=\w)[ \t]?[+＋][ \t]?(?=@[\w \t+＋]|\.[a-z])|(?<=@)[ \t]?[+＋][ \t]?(?=\w)"
    r"|<!--(?:(?!<!--|-->).){0,3000}+-->|<!\[CDATA\[|\]\]>"
    rf"|</?(?:{_INLINE})(?=[\s/>])[^<>]*+>"
    rf"|&lt;/?(?:{_INLINE})(?=[\s/&])(?:(?!&[lg]t;)[^<>\n]){{0,80}}+&gt;"
    r"|(?<=[A-Za-z0-9@._-])\*{1,2}(?!\*)|(?<!\*)\*{1,2}(?=[A-Za-z0-9@._-])"
    r"|(?<![\w*])\*{3}(?=\w)|(?<=\w)\*{3}(?![\w@.*])"
    r"|(?<=[A-Za-z0-9@.-])(?:==|~~?|\^\^?|\+\+|`+|\|\||__)(?=[A-Za-z0-9@.-])"
    r"|\+\+(?P<keys>(?:\w\+){1,20}\w)\+\+|(?<!\+)\+\+(?=\w)|(?<=\w)\+\+(?![+}])"
    r"|(?<![\w`])`(?=\w)|(?<=\w)`(?![\w`])"
    r"|\{~~[^~{}\n]{0,80}~>(?P<new>[^~{}\n]{0,80})~~\}"
    r"|\$?\\(?:text\w{0,2}|math\w{2}|[mfh]box|boxed|(?:under|over)line|boldsymbol|bm)\{"
    r"(?P<words>[^{}\n]{1,80})\}\$?"
    r"|\{(?P<char>[-.@])\}|\\[,;!](?=[\w@\\.{])"
    r"|\{(?:\+\+|==|>>)|(?:\+\+|==|<<)\}|\{--[^{}\n]{0,80}--\}"
    r"|\{:?\s*[.#][^{}\n]{0,200}\}|\[\^[^\]\s]{1,20}\](?!:)"
    r"|(?<=[.@])[（(][^()（）\n]{1,12}[)）](?=[A-Za-z0-9])"
    r"|\[(?=[^\[\]\n]{0,200}\]\([^()\s]{0,300}\))|(?<!!)\]\([^()\s]{0,300}\)(?=[\w@.\[]))",
    re.DOTALL,
)
"""What joins the text on both sides: inline tags, comments, emphasis, attribute lists."""
busy(_JOINED)


_THIN = re.compile(r"\\[,;:!]")
"""Narrow spaces of TeX."""


def _join(match: re.Match[str]) -> str:
    if match["keys"]:
        return match["keys"].replace("+", "")
    words = _THIN.sub("", match["words"] or "")
    return match["new"] or words or match["char"] or ""


_FOLDED = re.compile(FOLDABLE)

_GLUE = (
    r"(?:<br\s?/?>"
    r"|\\)?+[ \t]{0,9}\r?\n(?:[ \t>]{0,9}\r?\n){0,2}[ \t>]{0,9}(?:[-*+]\ (?:\[[ xX]\]\ )?"
    r"|\d{1,2}[.)]\ )?"
)
_BLOCKS = re.compile(
    rf"(?<=\d)[ \t-]{{0,9}}(?:{_GLUE}|\s?\|\s?)(?=-?\d)"
    rf"|(?<=[A-Za-z0-9]@)[ \t]{{0,9}}(?:{_GLUE}|\s?\|\s?)(?=[A-Za-z0-9])"
    rf"|(?<=[a-z0-9])[ \t]{{0,9}}(?:{_GLUE}|\s?\|\s?)(?=@(?![\w.]{{1,60}}\()[a-z0-9]|\.[a-z])"
    rf"|(?<=[A-Za-z0-9])[ \t]{{0,9}}(?:{_GLUE}|\s?\|\s?)@[ \t]{{0,9}}(?:{_GLUE}|\s?\|\s?)"
    r"(?=[A-Za-z0-9])"
    r"|(?<=\d)\s{0,3}</?"
    r"(?:li|p|td|th|tr|div|ul|ol|br|dd|dt|dl|summary|details|marquee|h[1-6]|label|section)"
    r"\b[^<>]{0,100}>"
    r"(?:\s{0,3}</?(?:li|p|td|th|tr|div|ul|ol|dd|dt|marquee|summary|h[1-6]|label"
    r"|section)\b[^<>]{0,100}>){0,4}\s{0,3}(?=-?\d)"
    r"|(?:(?<=\n)|^)[ \t]{0,3}[!-~]"
    r"(?:[ \t]{0,3}\r?\n\s{0,9}[!-~](?=[ \t]{0,3}(?:\r?\n|\Z))){6,300}+",
    re.MULTILINE,
)
"""Line ends and cell walls between two halves; one character a line."""


def _block(match: re.Match[str]) -> str:
    if len(match[0]) > 12 and re.fullmatch(r"(?:\s*[!-~])+\s*", match[0]):
        return re.sub(r"\s", "", match[0])
    if "@" in match[0]:
        return "@"
    text, at = match.string, match.start()
    digits = text[at - 1 : at].isdigit() and text[match.end() : match.end() + 1].isdigit()
    if "|" in match[0] and "\n" not in match[0]:
        if is_beside_amount(match) or are_between_figures(match):
            return match[0]
        return " " if digits else ""
    alone = _LONE_BEHIND.match(text, match.end()) and not text[max(at - 2, 0) : at - 1].isdigit()
    return "-" if digits and not ("<" in match[0] and alone) else ""


_LONE_BEHIND = re.compile(r"\d(?!\d)")
_ESCAPED = (
    Decoding("entities", _ENTITY, _entity, ("a&commat;b", "a@b"), "a &lt; b", ("&",), prose=False),
    Decoding(
        "escapes", _ESCAPE, _escape, (r"a\u0040b\x2e\@", "a@b.@"), r"C:\new", ("\\",), prose=False
    ),
    Decoding(
        "percent",
        _PERCENT,
        _percent,
        ("a%40b", "a@b"),
        "100% sure",
        ("%",),
        prose=False,
    ),
)

DECODINGS: tuple[Decoding, ...] = (
    *_ESCAPED,
    Decoding(
        "diagram entities",
        re.compile(r"(?<![&\w#])#(\d{2,3});|(?<=\w)#(6[04]|4[5-9]|5[0-8]);"),
        lambda m: chr(int(m[1] or m[2])) if 32 < int(m[1] or m[2]) < 127 else m[0],
        ("a#64;b", "a@b"),
        "#100",
        ("#",),
        prose=False,
    ),
    *(replace(row, name=f"{row.name} again") for row in _ESCAPED),  # what was escaped twice
    Decoding(
        "right to left",
        _OVERRIDDEN,
        lambda m: (m["signs"] or m["held"])[::-1],
        ("a\u202ec.b@\u202c.d", "a@b.c.d"),
        "a\u202db\u202c",
        ("\u202e", "<bdo"),
    ),
    Decoding("joined", _JOINED, _join, ("a<b>b</b>c**@**d", "abc@d"), "6 * 7, 1****2"),
    Decoding(
        "folded",
        _FOLDED,
        lambda m: folded(m[0]),
        ("ａ\u200bᴋ②", "ak2"),
        "你好，“x”：1",
        prose=False,
    ),
    *(Decoding(*row) for row in spelling.SPELLINGS),
    Decoding("blocks", _BLOCKS, _block, ("400\n- 000", "400-000"), "one\ntwo"),
)
"""In this order; each works on what the one before it made."""

_HIDDEN_STYLE = (
    r"display\s?:\s?none|visibility\s?:\s?hidden|font-size\s?:\s?0|opacity\s?:\s?0[;\"']"
)
HIDDEN = re.compile(
    rf"(?=[<~{{])(?:<([a-zA-Z]{{1,12}})\b(?=[^<>]{{0,300}}(?:{_HIDDEN_STYLE}"
    rf"|\shidden\b))[^<>]{{0,400}}>"
    r"[^<>]{0,200}</\1\s?>"
    r"|<(del|s|strike|rp|rt|template|noscript)\b[^<>]{0,200}>[^<>]{0,200}</\2\s?>"
    r"|(?<!~)~~(?!~)[^~\n]{1,40}~~(?!~)|\{--[^{}\n]{1,80}--\})"
)
"""Pieces that are in the source and that a reader does not read: decoys between two halves."""
HIDES = (
    "none", "hidden", "font-size", "opacity", "~~", "{--",
    "</del", "</strike", "</rp", "</rt", "</template", "</noscript", *(f"</s{end}" for end in "> \t\n\r\f"),
)  # fmt: skip
"""Texts one of which any such piece holds."""
