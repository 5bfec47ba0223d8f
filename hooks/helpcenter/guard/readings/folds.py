"""Ways to encode a text inside a text: one table, each row with samples it must and must not find."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from helpcenter.guard.detectors.suffixes import COMMON, top_level
from helpcenter.guard.matching.families import busy, together
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.readings import referred
from helpcenter.guard.views import ciphers, turned, unpacking

_MAX = 8_000_000
"""Characters of one pocket; nothing that long is ever in a source that may be read."""


@dataclass(frozen=True, slots=True)
class Pocket:
    """A text and the span of the outer text that holds it."""

    name: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fold:
    """One way to fold a text up."""

    name: str
    pattern: re.Pattern[str]
    unfold: Callable[[re.Match[str]], str]
    """Empty when the match turns out to be no such thing."""
    true: tuple[str, str]
    """A text with such a pocket, and what is in it."""
    false: str
    needs: tuple[str, ...] = ()
    """Texts one of which any match holds."""
    hint: re.Pattern[str] | None = None
    """What every match that is one has somewhere, when that is rarer than matches."""

    def may_be_in(self, text: str) -> bool:
        """Whether a text holds what any match does."""
        if self.needs and not any(map(text.__contains__, self.needs)):
            return False
        return self.hint is None or self.hint.search(text) is not None

    def pockets(self, matches: Iterable[re.Match[str]]) -> Iterator[Pocket]:
        """The pockets that such matches are."""
        for match in matches:
            if len(match[0]) <= _MAX and (inner := self.unfold(match)):
                yield Pocket(self.name, match.start(), match.end(), inner)


_TAIL = re.compile(r"\.([a-z]{2,12})(?=$|[/:?#\s])")


def _known(text: str) -> bool:
    match = _TAIL.search(text)
    return match is not None and match[1] in top_level()


def _rotated(match: re.Match[str]) -> str:
    text = codecs.decode(match[0], "rot13")
    ending = _TAIL.search(text.lower())
    believed = ending is not None and ending[1] in COMMON
    return text if believed and not _known(match[0].lower()) else ""


def _reversed(match: re.Match[str]) -> str:
    text = match[0][::-1]
    return text if _known(text.lower()) or "//:" in match[0] else ""


def _turned(match: re.Match[str]) -> str:
    return (match[1] or match[2] or "")[::-1]


def _parts(match: re.Match[str]) -> str:
    return f"{match[1]}@{match[2]}"


_RTL = r"direction\s?:\s?rtl|dir\s?=\s?[\"']?rtl|unicode-bidi"
FOLDS: tuple[Fold, ...] = (
    Fold("base64", re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{12,}+={0,2}"), unpacking.of_base64,
         ("编码：YUBiLnRlc3QgdGV4dA==", "a@b.test text"), "international_transfer"),
    Fold("base32", re.compile(r"(?<![A-Z0-9=])[A-Z2-7]{16,}+={0,6}"), unpacking.of_base32,
         ("MFAGELTUMVZXIIDUMV4HI===", "a@b.test text"), "ABCDEFGHIJKLMNOPQ"),
    Fold("hex", re.compile(r"(?<![0-9a-fA-F])(?:(?:0x|\\x)?[0-9a-fA-F]{2}[\s:,;]{0,2}){7,}+"),
         unpacking.of_hex, ("6140622e74657374", "a@b.test"), "d41d8cd98f00b204e9800998ecf8427e"),
    Fold("character codes", re.compile(r"(?<!\d)(?:0x[0-9a-fA-F]{2,4}"
        r"|\d{2,5})(?:[,;\s]{1,3}(?:0x[0-9a-fA-F]{2,4}|\d{2,5})(?!\d)){6,}+"),
         unpacking.of_codes, ("97,64,98,46,116,101,115,116", "a@b.test"), "10, 20, 30, 40, 50, 60, 70, 80"),
    Fold("bits", re.compile(r"(?<!\d)(?:[01]{8}[\s,]?){7,}+"), unpacking.of_bits,
         (" ".join(f"{b:08b}" for b in b"a@b.test"), "a@b.test"), "10000000 20000000"),
    Fold("protected mail", re.compile(r"(?:data-cfemail=[\"']?|email-protection#)(?P<changed>[0-9a-fA-F]{10,400})"
        r"|(?:data-mailto-token=[\"']?|UnCryptMailto\((?:[\"']|%27|&#0?39;)?)"
        r"(?P<shifted>[^\s\"'&%()<>]{10,200})"),
         unpacking.of_protected, ('data-cfemail="2a4b6a48045e4f595e"', "a@b.test"), 'data-cf="aa"', ("email", "mailto-token", "UnCryptMailto")),
    Fold("rot13", re.compile(r"(?<![\w@.-])(?:uggcf?://[\w./-]{4,80}"
        r"|[\w.+-]{1,64}(?:@|\s?[\[(]ng[\])]\s?)[\w-]{1,63}(?:\.[\w-]{2,63}){1,4})(?![\w@-])", re.ASCII),
         _rotated, ("fhccbeg@bxcnl.grfg", "support@okpay.test"), "support@okpay.test", ("@", "uggc", "[ng]", "(ng)")),
    Fold("reversed", re.compile(r"(?<![\w@.-])(?:[\w-]{1,63}\.){1,4}[\w.-]{1,63}@[\w.+-]{1,64}(?![\w@])"
        r"|(?<![\w.-])[\w./?=&#-]{4,120}//:s?ptth", re.ASCII),
         _reversed, ("tset.bd-yapko@pleh", "help@okpay-db.test"), "a.b@c.test", ("@", "//:")),
    Fold("right to left", re.compile(
         rf"[\u202e\u2067\u202b]([^\u202c\u2069\n]{{4,200}})"
             rf"|(?:{_RTL})[^<>]{{0,200}}>([^<>]{{4,200}})<"),
         _turned, ("\u202etset.b@a\u202c", "a@b.test"), "dir=ltr", ("rtl", "bidi", "\u202e", "\u2067", "\u202b")),
    Fold("two attributes", re.compile(
         r"data-[\w-]{1,30}\s?=\s?[\"']?([\w.+-]{1,64})[\"']?\s{1,3}data-[\w-]{1,30}\s?=\s?[\"']?"
             r"@?((?:[\w-]{1,63}\.){1,4}[a-z]{2,12})"),
         _parts, ('data-a="a" data-b="b.test"', "a@b.test"), 'data-a="a" data-b="b"', ("data-",)),
    Fold("parts of a mailbox", re.compile(
         r"(?:user|name|local|mailbox|account|\bu|用户名"
             r"|before)[\"']?\s{0,3}[:=：|]\s{0,3}[\"']?([A-Za-z0-9_.+-]{1,64})"
         r"[\"',;|\s]{1,6}(?:data-)?(?:domain|host|server|\bd|域名|after"
             r"|site)[\"']?\s{0,3}[:=：|]\s{0,3}[\"']?@?"
         r"((?:[\w-]{1,63}\.){1,4}[a-z]{2,12})", re.IGNORECASE),
         _parts, ('data-user="a" data-domain="b.test"', "a@b.test"), "name: a", ("domain", "host", "server", "域名", "after", "site", "Domain", "d")),
    Fold("mailbox on two lines", re.compile(
         r"(?<![\w.+-])([A-Za-z0-9_.+-]{1,64})@[\"'”’)\]*_`]{0,3}[ \t]{0,4}"
             r"(?:\r?\n[ \t>]{0,12}){1,3}[*_`\"'“(]{0,3}((?:[A-Za-z0-9-]{1,63}\.){1,4}[a-z]{2,12})"),
         _parts, ('a@"\n\n    b.test', "a@b.test"), "@a\nb.test", ("@",)),
    Fold("spoken by a program", re.compile(r"SpeechSynthesisUtterance\(\s{0,3}([\"'`])(?P<words>[^\"'`\n]{6,300})\1"),
         lambda m: m["words"], ("new SpeechSynthesisUtterance('four oh oh')", "four oh oh"), "SpeechSynthesisUtterance(words)", ("SpeechSyn",)),
    Fold("quotes of a style", re.compile(r"quotes\s?:\s{0,3}(?P<a>\"[^\"\n]{0,80}\"|'[^'\n]{0,80}')\s{1,3}(?P<b>\"[^\"\n]{0,80}\""
        r"|'[^'\n]{0,80}')"),
         lambda m: m["a"][1:-1] + m["b"][1:-1], ('q { quotes: "a@" "b.test"; }', "a@b.test"), "quotes: auto", ("quotes",)),
    Fold("tag characters", re.compile("[\U000e0020-\U000e007e]{4,400}"), lambda m: "".join(chr(ord(c) - 0xE0000) for c in m[0]),
         ("a" + "".join(chr(0xE0000 + ord(c)) for c in "a@b.test"), "a@b.test"), "a\U000e0061b"),
    Fold("comment", re.compile(r"<!--((?:(?!-->).){4,3000}+)", re.DOTALL), lambda m: m[1],
         ("<!-- a@b.test -->", " a@b.test "), "<!- a ->", ("<!--",)),
    Fold("document in an attribute", re.compile(r"\bsrcdoc\s?=\s?(?:\"([^\"]{4,4000})\"|'([^']{4,4000})')", re.IGNORECASE),
         lambda m: html.unescape(m[1] or m[2]), ('<iframe srcdoc="a&lt;b&gt;@b.test">', "a<b>@b.test"), 'src="doc"', ("srcdoc", "SRCDOC", "Srcdoc", "srcDoc")),
    Fold("upside down", turned.RUN, turned.upright, ("ʇsǝʇ˙q@ɐ", "a@b.test \n tset.b@a"), "ɔo, ænd, 6.0@81", ()),
    *(Fold(*row) for row in (*ciphers.ROWS, *referred.ROWS)),
)  # fmt: skip
_SELDOM = frozenset(
    {
        "spoken by a program",
        "quotes of a style",
        "uuencode",
        "morse in words",
        "document in an attribute",
        *(row[0] for row in referred.ROWS),
    }
)
"""What hardly any text needs to be searched for is no use in a family."""
together(*(fold.pattern for fold in FOLDS if fold.name not in _SELDOM))
busy(turned.RUN)
BY_BROWSERS = [
    fold
    for fold in FOLDS
    if fold.name
    in {
        "protected mail",
        "right to left",
        "two attributes",
        "spoken by a program",
        "quotes of a style",
        "document in an attribute",
        "labels in their order",
        "entities of the document",
    }
]
"""What a browser undoes, or the script that comes with it."""


def sought(folds: Iterable[Fold], text: str) -> Iterator[Pocket]:
    """The pockets of a text that one of some ways of folding made."""
    for fold in folds:
        if fold.may_be_in(text):
            yield from fold.pockets(finder(fold.pattern)(text))


def unfolded(text: str) -> Iterator[Pocket]:
    """Those that one of the table's ways made."""
    return sought(FOLDS, text)


def undone(text: str) -> Iterator[Pocket]:
    """Those that a browser undoes; of its needs each has little in a page, so all are tried."""
    for fold in BY_BROWSERS:
        if fold.may_be_in(text):
            yield from fold.pockets(fold.pattern.finditer(text))
