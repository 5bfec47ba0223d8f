"""Texts out of numbers: base64, base32, pairs of digits, codes of characters, bits."""

from __future__ import annotations

import base64
import binascii
import re

from helpcenter.guard.matching.fold import is_invisible
from helpcenter.guard.views import ciphers

_BACKWARDS = re.compile(
    r"[\w./?=&#-]{4,120}//:s?ptth|[a-z]{2,12}\.[\w-]{3,63}(?:\.[\w-]{1,63})?(?:@[\w.+-]{1,64})?"
)
"""A whole text that is an address when it is read from its end."""


def printable(raw: bytes) -> str:
    """The text in some bytes; empty when some of its signs cannot be printed."""
    text = ciphers.unpacked(raw)
    return text if all(c.isprintable() or c in "\r\n\t" or is_invisible(c) for c in text) else ""


def of_base64(match: re.Match[str]) -> str:
    """What base64, plain or for links, stands for."""
    body = match[0].rstrip("=").replace("-", "+").replace("_", "/")
    try:
        text = printable(base64.b64decode(body[: len(body) - (len(body) % 4 == 1)] + "=="))
    except (binascii.Error, ValueError):
        return ""
    return f"{text} \n {text[::-1]}" if _BACKWARDS.fullmatch(text) else text


def of_base32(match: re.Match[str]) -> str:
    """What base32 stands for."""
    body = match[0].rstrip("=")
    try:
        return printable(base64.b32decode(body + "=" * (-len(body) % 8)))
    except (binascii.Error, ValueError):
        return ""


def of_hex(match: re.Match[str]) -> str:
    """What pairs of hexadecimal digits stand for."""
    return printable(bytes.fromhex(re.sub(r"0x|\\x|[^0-9a-fA-F]", "", match[0])))


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
    """A mailbox as a network that hides them writes it: each byte changed by the first."""
    raw = bytes.fromhex(match[1])
    return printable(bytes(byte ^ raw[0] for byte in raw[1:]))
