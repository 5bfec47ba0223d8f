"""Texts from numbers: base64, base32, pairs of digits, character codes, bits."""

from __future__ import annotations

import base64
import binascii
import html
import re
import zlib
from urllib.parse import unquote

from helpcenter.guard.matching.fold import is_invisible
from helpcenter.guard.views import ciphers

_BACKWARDS = re.compile(
    r"[\w./?=&#-]{4,120}//:s?ptth|[a-z]{2,12}\.[\w-]{3,63}(?:\.[\w-]{1,63})?(?:@[\w.+-]{1,64})?"
)
"""A whole text that is an address when it is read from its end."""

_CODED_LINKS = ("aHR0c", "bWFpbHRvO", "dGVsO")
"""`http`, `mailto:` and `tel:` in base64: the path of a link in front of them is none of it."""
_HEX_WORD = re.compile(r"\A(?:[a-fA-F]{2,8}\s{1,2}){1,3}|(?:\s{1,2}[a-fA-F]{2,8}){1,3}\s?\Z")
"""Words in front of pairs of digits or behind them that are of such letters too: `be 6f 6b`."""

_RINGS = (range(0x2B, 0x3B), range(0x40, 0x5B), range(0x61, 0x7B))
"""The characters among which TYPO3 moves those of a link to a mailbox: `+` to `:`, `@` to `Z`, `a` to `z`."""
_FARTHEST = 12
_PACKED, _LARGEST = 40, 200_000
"""Bytes that something packed has at least, and characters of it that are read."""


def printable(raw: bytes) -> str:
    """The text in some bytes; empty when some of its characters cannot be printed."""
    text = ciphers.unpacked(raw)
    return text if all(c.isprintable() or c in "\r\n\t" or is_invisible(c) for c in text) else ""


def _of_deflated(raw: bytes) -> str:
    """What DEFLATE packed with no head of its own, percent-encoded as diagrams.net keeps drawings."""
    reader = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
    try:
        data = reader.decompress(raw, _LARGEST)
    except zlib.error:
        return ""
    text = data.decode("utf-8", "replace") if reader.eof and len(data) > len(raw) // 2 else ""
    text = unquote(text) if text.startswith("%3C") else text
    return html.unescape(text) if text.isprintable() else ""


def of_base64(match: re.Match[str]) -> str:
    """What base64, plain or for links, stands for."""
    body = match[0].rstrip("=").replace("-", "+").replace("_", "/")
    text = _of_sixty_four(body)
    for link in () if text else _CODED_LINKS:
        if (at := body.find(link)) > 0:
            text = text or _of_sixty_four(body[at:])
    return f"{text} \n {text[::-1]}" if _BACKWARDS.fullmatch(text) else text


def _of_sixty_four(body: str) -> str:
    try:
        raw = base64.b64decode(body[: len(body) - (len(body) % 4 == 1)] + "==")
    except (binascii.Error, ValueError):
        return ""
    return printable(raw) or (_of_deflated(raw) if len(raw) > _PACKED else "")


def of_base32(match: re.Match[str]) -> str:
    """What base32 stands for."""
    body = match[0].rstrip("=")
    try:
        return printable(base64.b32decode(body + "=" * (-len(body) % 8)))
    except (binascii.Error, ValueError):
        return ""


def of_hex(match: re.Match[str]) -> str:
    """What pairs of hexadecimal digits stand for; letters at either end may belong to words there."""
    pairs = match[0]
    text = _of_pairs(pairs)
    return text or (_of_pairs(rest) if (rest := _HEX_WORD.sub("", pairs)) != pairs else "")


def _of_pairs(pairs: str) -> str:
    return printable(bytes.fromhex(re.sub(r"0x|\\x|[^0-9a-fA-F]", "", pairs)))


def of_codes(match: re.Match[str]) -> str:
    """What the numbers of characters stand for, when most are ordinary ones."""
    codes = [int(n, 16 if "x" in n else 10) for n in re.findall(r"0x[0-9a-fA-F]+|\d+", match[0])]
    plain = sum(32 <= code < 127 for code in codes)
    believed = plain >= 0.6 * len(codes) and all(31 < code < 0xD800 for code in codes)
    return "".join(map(chr, codes)) if believed else ""


def of_bits(match: re.Match[str]) -> str:
    """What bytes of eight bits stand for."""
    bits = re.sub(r"[^01]", "", match[0])
    return printable(bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8)))


def of_protected(match: re.Match[str]) -> str:
    """A mailbox as what hides them writes it: each byte changed by the first, or each character moved."""
    if match["changed"]:
        raw = bytes.fromhex(match["changed"])
        return printable(bytes(byte ^ raw[0] for byte in raw[1:]))
    tries = (_moved(match["shifted"], by) for by in range(-_FARTHEST, _FARTHEST + 1))
    return next((text for text in tries if text.startswith("mailto:")), "")


def _moved(chars: str, by: int) -> str:
    """Characters moved on so far, each in the range of its kind, as in a ring."""
    out = ""
    for char in chars:
        ring = next((ring for ring in _RINGS if ord(char) in ring), range(0))
        out += chr(ring[(ring.index(ord(char)) + by) % len(ring)]) if ring else char
    return out
