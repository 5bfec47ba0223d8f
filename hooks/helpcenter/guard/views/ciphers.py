"""Further encodings: number codes, shifted alphabets, signals, mail encodings.

Shifted alphabets are tried only where a word nearby says so: any text, shifted far enough, looks
like something.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
import zlib
from collections.abc import Callable

from helpcenter.guard.detectors.suffixes import STRONG
from helpcenter.guard.matching.found import Row
from helpcenter.guard.views import signals

_ADDRESS = re.compile(r"(?:[\w.+-]+@|https?://|^)[\w-]+(?:\.[\w-]+)*\.([a-z]{2,12})(?=$|[/\s])")
_SHIFTS = (
    r"(?:凯撒|恺撒|caesar|atbash|rot-?\d{1,2}"
    r"|shift(?:ed|ing)? (?:by|each|every|back|the|one|letters)"
    r"|(?:字母|letter)[^\n]{0,12}(?:退|进|移|推|往|向|加|减|forward|back|previous|next)"
    r"|(?:往|向)(?:前|后)(?:移|推|退|数)"
    r"|(?:换成|變成|变成|改成|换为|读作)[^\n]{0,6}"
    r"(?:[前后後][一1]?[面位个個]?[^\n]{0,3}(?:字母|[一那][个個])|[上下][一1][个個])"
    r"|letters? (?:by|with|for|to) the (?:one|letter|next)"
    r"|the (?:one|letter) (?:before|after|that (?:follows|comes))|(?:next|previous) letter)"
)


def unpacked(raw: bytes, errors: str = "strict") -> str:
    """The text in some bytes: UTF-8, UTF-16, or packed by gzip or zlib; empty if there is none.

    With `surrogateescape` for `errors`, bytes that are no text become characters that are not
    printable: that costs less than to fail.
    """
    if raw[:2] in (b"\x1f\x8b", b"\x78\x9c", b"\x78\xda"):
        try:
            raw = zlib.decompressobj(wbits=47).decompress(raw, 200_000)
        except zlib.error:
            return ""
    if len(raw) > 6 and 0 in raw:
        if raw[1::2].count(0) > len(raw) // 3:
            raw = raw.decode("utf-16-le", "ignore").encode()
        elif raw[0::2].count(0) > len(raw) // 3:
            raw = raw.decode("utf-16-be", "ignore").encode()
    try:
        return raw.decode("utf-8", errors)
    except UnicodeDecodeError:
        return ""


def _octal(match: re.Match[str]) -> str:
    codes = [int(code, 8) for code in re.findall(r"[0-7]{2,3}", match[0])]
    text = "".join(map(chr, codes))
    return text if all(32 <= code < 127 for code in codes) and re.search(r"[@.:\d]", text) else ""


def _uuencoded(match: re.Match[str]) -> str:
    lines = match["lines"].splitlines()
    try:
        return unpacked(b"".join(binascii.a2b_uu(line.replace("`", " ")) for line in lines))
    except (binascii.Error, ValueError):
        return ""


def _shifted(match: re.Match[str]) -> str:
    """Any shift, or the mirrored alphabet, that makes an address of a believable kind."""
    token = match["token"]
    for reading in (*(_moved(token, by) for by in range(1, 26)), _mirrored(token)):
        found = _ADDRESS.search(reading.lower())
        if found and found[1] in STRONG and not token.endswith((".md", ".html")):
            return reading
    return ""


def _moved(text: str, by: int) -> str:
    return "".join(
        chr((ord(c) - base + by) % 26 + base) if c.isalpha() and c.isascii() else c
        for c in text
        for base in [97 if c.islower() else 65]
    )


def _mirrored(text: str) -> str:
    return "".join(chr(219 - ord(c)) if "a" <= c <= "z" else c for c in text.lower())


def _rot47(match: re.Match[str]) -> str:
    return "".join(chr(33 + (ord(c) - 33 + 47) % 94) for c in match["token"])


def _quoted_printable(match: re.Match[str]) -> str:
    text = match[0].replace("=\n", "").replace("=\r\n", "")
    return re.sub(r"=([0-9A-F]{2})", lambda m: chr(int(m[1], 16)), text)


def _word(match: re.Match[str]) -> str:
    if match["how"] in "bB":
        return _decoded(base64.b64decode, match["word"])
    return re.sub(r"=([0-9A-F]{2})", lambda m: chr(int(m[1], 16)), match["word"]).replace("_", " ")


def _decoded(decode: Callable[[bytes], bytes], text: str) -> str:
    try:
        return unpacked(decode(text.encode()))
    except (binascii.Error, ValueError):
        return ""


def _utf7(match: re.Match[str]) -> str:
    body = match["body"]
    try:
        raw = base64.b64decode(body + "=" * (-len(body) % 4))
    except (binascii.Error, ValueError):
        return ""
    text = raw[: len(raw) // 2 * 2].decode("utf-16-be", "ignore")
    return text if text.isascii() and text.isprintable() else ""


_ONE = re.compile(
    r"[aA]\s?(?:=|＝|是|为|is)\s?1|字母表|字母序|第几个字母|alphabet|position of|letter number"
)


def _numbered(match: re.Match[str]) -> str:
    """The letters whose numbers in the alphabet these are, if there is an `@` or a word for it."""
    text = match.string[max(0, match.start() - 60) : match.end() + 60]
    numbers = [int(number) for number in re.findall(r"\d+", match[0])]
    if not all(1 <= n <= 26 for n in numbers) or not ("@" in match[0] or _ONE.search(text)):
        return ""
    return _letters(match[0])


def _letters(text: str) -> str:
    return "".join(
        chr(96 + int(token)) if token.isdigit() else token
        for token in re.findall(r"\d+|[@.]", text)
    )


_MARKER = re.compile(r"(?<=\n)[ \t>]*(?:[-*+]|\d[.)])[ \t]")
"""In front of an item of a list."""
_BETWEEN = b" \t\r\n>-.,|\"'="
_NO_TEXT = frozenset("BCDEFGghijklmnopqrstuv+/")
"""What base64 of text, plain or packed, never begins with: its first byte would be a control
character or the middle of a letter. In UTF-16 it may, but then every other byte is nought: an `A`."""


def _lines(match: re.Match[str]) -> str:
    found = match[0]
    if found[0] in _NO_TEXT and "A" not in found:
        return ""
    found = _MARKER.sub("", found) if "\n" in found else found
    body = found.encode().translate(None, _BETWEEN)
    if len(body) % 4 == 1:
        return ""
    try:
        text = unpacked(binascii.a2b_base64(body + b"=" * (-len(body) % 4)), "surrogateescape")
    except ValueError:
        return ""
    return text if text.isprintable() else ""


def _dump(match: re.Match[str]) -> str:
    digits = "".join(
        re.sub(r"\s", "", line)
        for line in re.findall(r"[0-9a-f]{4,8}:?\s((?:[0-9a-f]{2,4}\s?){1,16})(?:\s|$)", match[0])
    )
    return bytes.fromhex(digits).decode("latin-1") if len(digits) % 2 == 0 else ""


def _unfolded(match: re.Match[str]) -> str:
    return re.sub(r"[\r\n]+[ \t]*|[\r\n\t]", "", match[0])


def _dialled(number: int) -> str:
    """A number that a program keeps as a number, if it is one to call."""
    text = str(number)
    return (
        f"+{text}"
        if re.fullmatch(r"1[2-9]\d{9}|86[14]\d{9,10}", text)
        else text
        if re.match("400|800|1[3-9]", text)
        else ""
    )


ROWS: tuple[Row, ...] = (
    *signals.ROWS,
    ("octal", re.compile(r"(?<!\d)[0-7]{2,3}(?:[\s,\\]{1,2}[0-7]{2,3}(?!\d)){6,300}+"), _octal,
     ("141 100 142 56 164 145 163 164", "a@b.test"), "100 200 300", ()),
    ("shifted letters", re.compile(
        rf"{_SHIFTS}[^\n]{{0,40}}?(?<![\w@.])"
            rf"(?P<token>[A-Za-z0-9+_-]{{1,40}}(?:[@.:/]{{1,3}}[A-Za-z0-9_-]{{1,60}}){{1,6}})", re.IGNORECASE),
     _shifted, ("每个字母退一位 b@c.ofu", "a@b.net"), "字母 abc", ("@", ".")),
    ("rot47", re.compile(r"(?i:rot-?47)[^\n]{0,12}?(?P<token>[!-~]{8,120})"), _rot47,
     ("ROT47：2o3]E6DE5", "a@b.testd"), "rot47", ("47",)),
    ("quoted printable", re.compile(r"(?<![\w=.+-])[\w.+-]{0,40}(?:=(?:[0-9A-F]{2}|\r?\n)[\w.+-]{0,40}){2,80}"), _quoted_printable,
     ("a=40b=2Etest", "a@b.test"), "a=1&b=22", ("=40", "=2E", "=2D", "=3A")),
    ("utf-7", re.compile(r"\+(?P<body>A[A-Za-z0-9+/]{7,400})-?"), _utf7, ("+AGEAQABiAC4AdABlAHMAdA-", "a@b.test"), "+AAAA", ("+A",)),
    ("letters by number", re.compile(r"(?<![\d.@-])\d{1,2}(?:-\d{1,2}){0,30}(?:\s?[@.]\s?\d{1,2}(?:-\d{1,2}){1,30}){1,6}"
        r"(?![\d.@-])"), _numbered,
     ("1-2 @ 3-4 . 20-5-19-20", "ab@cd.test"), "1.2-3.4", ("-",)),
    ("declared quoted printable", re.compile(r"(?i:ENCODING=QUOTED-PRINTABLE)[^:\n]{0,40}:(?P<held>(?:=\r?\n|[^\r\n]){4,400})"), lambda m: quopri.decodestring(m["held"]).decode("utf-8", "replace"),
     ("TEL;ENCODING=QUOTED-PRINTABLE:=61=40b.test", "a@b.test"), "ENCODING=8BIT:a@b", ("QUOTED-P", "quoted-p")),
    ("mail word", re.compile(r"=\?[\w-]{2,20}\?(?P<how>[bBqQ])\?(?P<word>[^?\s]{4,400})\?="), _word,
     ("=?utf-8?B?YUBiLnRlc3Q=?=", "a@b.test"), "=?x", ("=?",)),
    ("base64 in pieces", re.compile(r"(?<![\w+/])[A-Za-z0-9+/]{4,80}(?:(?:[ \t]{1,2}"
        r"|[ \t]*\r?\n[ \t>]*(?:[-*+][ \t]{1,3}|\d[.)][ \t]{1,3})?|[-.,|\"'+]{1,4}"
        r"|[ \t]{1,9}\|[ \t]{1,9})[A-Za-z0-9+/]{1,80}(?![^\s=.,|\"'+-])){1,60}={0,2}"),
     _lines, ("YUBi LnRl c3Q=", "a@b.test"), "some words that are only words", ()),
    ("base64 upside down", re.compile(r"(?<![\w+/])={1,2}[A-Za-z0-9+/]{12,400}(?![\w+/])"), lambda m: _decoded(base64.b64decode, m[0][::-1]),
     ("==Ad4VGdgQ3clRnLiBUY", "a@b.test text"), "== a", ("=",)),
    ("base85", re.compile(r"(?i:base85|ascii85|b85)[^\n]{0,8}?(?P<token>[!-~]{8,400})|<~(?P<adobe>[!-u]{8,400})~>"),
     lambda m: _decoded(base64.a85decode, m["adobe"]) if m["adobe"] else _decoded(base64.b85decode, m["token"]),
     ("b85: V{<n#KyPbsVR<cNWpisTbY*jN", "cs71@okpay-desk.test"), "base85", ("85", "<~")),
    ("base32 small", re.compile(r"(?<![a-z0-9])(?=[a-z]{0,60}[2-7])[a-z2-7]{16,200}={0,6}(?![\w@.])"),
     lambda m: _decoded(base64.b32decode, m[0].upper().rstrip("=") + "=" * (-len(m[0].rstrip("=")) % 8)),
     ("mfageltumvzxiidumv4hi===", "a@b.test text"), "abcdefghijklmnopqrstuvwxyz", ()),
    ("uuencode", re.compile(r"\bbegin [0-7]{3,4} [^\n]{1,80}\n(?P<lines>(?:[!-`][ -`]{1,84}\r?\n){1,200})[` ]?\r?\n?"
        r"end\b"), _uuencoded,
     ("begin 644 a\n(84!B+G1E<W0 \n`\nend", "a@b.test"), "begin 644 work\nand end", ("begin ",)),
    ("dump", re.compile(r"(?:^[ \t]*[0-9a-f]{4,8}:?[ \t]+(?:[0-9a-f]{2,4} ?){2,16}[^\n]*\n?){1,60}", re.MULTILINE), _dump,
     ("0000: 6140 622e 7465 7374  a@b.test", "a@b.test"), "0000: ", ()),
    ("folded line", re.compile(r"[\w.+-]{1,64}@[\w-]{1,60}\r?\n[ \t]{1,8}[\w-]{0,60}(?:\.[\w-]{1,60}){1,3}"), _unfolded,
     ("mailto:a@b\n c.test", "a@bc.test"), "a@b\nc.test", ("@",)),
    ("folded property", re.compile(r"(?<=\n)[A-Z][A-Z-]{1,30}[;:][^\r\n]{0,200}(?:\r?\n[ \t][^\r\n]{1,200}){1,20}+"), lambda m: re.sub(r"\r?\n[ \t]", "", m[0]),
     ("BEGIN:VCARD\nEMAIL:a@b\n c.test", "EMAIL:a@bc.test"), "BEGIN:VCARD\nEMAIL:a", ("BEGIN:V",)),
    ("quoted lines", re.compile(r"\bmsg(?:str|id"
        r"|ctxt)\w{0,7}(?:\[\d\])?[ \t]{1,4}"
        r"(?P<held>\"[^\"\n]{0,300}\"(?:\s{1,9}\"[^\"\n]{1,300}\"){1,40}+)"), lambda m: "".join(re.findall(r"\"([^\"\n]*)\"", m["held"])),
     ('msgstr "a@b"\n"c.test"\n', "a@bc.test"), 'msgstr "a"', ("msgstr", "msgid", "msgctxt")),
    ("hex number", re.compile(r"(?<![\w#])0x[0-9a-fA-F]{8,10}(?![0-9a-fA-F])"), lambda m: _dialled(int(m[0], 16)),
     ("0x2CCC7554D", "+12025550157"), "0xdeadbeef", ("0x",)),
    ("broken link", re.compile(r"(?<=[\"'=(])\s{0,3}[a-z]{0,6}(?:\r?\n|\t)?[a-z]{0,6}:?//[^\"'<>()\s]{0,200}(?:\r?\n"
        r"|\t)[^\"'<>()\s]{1,200}(?=[\"')])"), _unfolded,
     ('"https://a\nb.test"', "https://ab.test"), '"https://a.test"', ("//",)),
)  # fmt: skip
