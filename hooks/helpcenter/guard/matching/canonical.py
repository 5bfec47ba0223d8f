"""Canonical forms: two notations of one address have the same form, two addresses never do."""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import IPv6Address
from typing import NamedTuple

import idna
import phonenumbers

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?=[/\\])|(https?):", re.IGNORECASE)
_AUTHORITY = re.compile(r"[^/\\?#]*")
_PORT = re.compile(r":(\d*)$")
_DEFAULT_PORTS = {"http": "80", "https": "443", "ws": "80", "wss": "443", "ftp": "21"}
_INTERNATIONAL = re.compile(r"^00(?=[1-9])")
_NUMERIC = re.compile(
    r"(?:(?:0[xX][0-9a-fA-F]{0,10}|\d{1,12})\.){0,3}(?:0[xX][0-9a-fA-F]{1,10}|\d{1,12})"
)
_BROWSER_DROPS = re.compile(r"[\t\n\r]")
"""Removed from any URL before it is parsed (WHATWG URL, section 4.4)."""


class Url(NamedTuple):
    """The parts of a URL; scheme and host are lower case, host in ASCII."""

    scheme: str
    """Empty for a bare host."""
    userinfo: str
    host: str
    port: str
    """Empty when it is the scheme's own."""
    tail: str
    """Path, query and fragment as written."""

    @property
    def canonical(self) -> str:
        """The address where it leads, without its user part; a bare host stays bare."""
        port = f":{self.port}" if self.port else ""
        if not self.scheme and not self.tail:
            return self.host + port
        root = "/" if self.scheme in ("", *_DEFAULT_PORTS) else ""
        return f"{self.scheme or 'https'}://{self.host}{port}{self.tail or root}"


@lru_cache(maxsize=4096)
def host(text: str) -> str:
    """A host in lower case and ASCII (UTS #46); unchanged but lower when it is no valid one."""
    text = text.removesuffix(".")
    if text.startswith("[") and text.endswith("]"):
        try:
            return f"[{IPv6Address(text[1:-1]).compressed}]"
        except ValueError:
            return text.lower()
    if text.isascii():
        return _dotted(text) if _NUMERIC.fullmatch(text) else text.lower()
    try:
        return idna.encode(text, uts46=True).decode()
    except idna.IDNAError:
        return text.lower()


def _dotted(text: str) -> str:
    """An IPv4 address in any notation as four numbers (WHATWG URL, section 3.5)."""
    parts = text.lower().split(".")
    try:
        numbers = [
            int(p, 16) if p[:2] == "0x" else int(p, 8 if len(p) > 1 and p[0] == "0" else 10)
            for p in parts
        ]
    except ValueError:
        return text.lower()
    *high, low = numbers
    if len(parts) > 4 or any(n > 255 for n in high) or low >= 256 ** (5 - len(parts)):
        return text.lower()
    value = sum(n << 8 * (3 - at) for at, n in enumerate(high)) + low
    return ".".join(str(value >> shift & 255) for shift in (24, 16, 8, 0))


def email(text: str) -> str:
    """A mailbox in lower case, its host in ASCII."""
    local, _, domain = text.rpartition("@")
    return f"{local.lower()}@{host(domain)}"


@lru_cache(maxsize=4096)
def url(text: str) -> Url:
    """The parts of a URL, of `//host/…` (https) or of a bare `host/…`."""
    text = _BROWSER_DROPS.sub("", text).strip("\0 ")
    scheme = ""
    if match := _SCHEME.match(text):
        scheme, text = (match[1] or match[2]).lower(), text[match.end() :]
    elif text.startswith(("//", "\\\\", "/\\", "\\/")):
        scheme = "https"
    text = text.lstrip("/\\")
    match = _AUTHORITY.match(text)
    authority = match[0] if match else ""
    tail = text[len(authority) :].replace("\\", "/")
    userinfo, _, name = authority.rpartition("@")
    port = ""
    if found := _PORT.search(name):
        name, port = name[: found.start()], found[1]
    if port == _DEFAULT_PORTS.get(scheme or "https"):
        port = ""
    if tail and not tail.startswith("/") and scheme in ("", *_DEFAULT_PORTS):
        tail = f"/{tail}"
    return Url(scheme, userinfo, host(name), port, tail)


@lru_cache(maxsize=4096)
def phone(text: str, region: str | None = None) -> str:
    """E.164 of a number that can exist; empty when it cannot.

    Args:
        text: the number as written.
        region: ISO 3166 code of the country whose national notation it uses.
    """
    try:
        number = phonenumbers.parse(
            _INTERNATIONAL.sub("+", text) if region is None else text, region
        )
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def written(number: str) -> tuple[str, ...]:
    """An E.164 number as pages may show it, with and without characters between its groups."""
    parsed = phonenumbers.parse(number)
    kinds = phonenumbers.PhoneNumberFormat
    shown = [phonenumbers.format_number(parsed, k) for k in (kinds.INTERNATIONAL, kinds.NATIONAL)]
    grouped = [re.sub(r"[\s()]+", "-", text).strip("-") for text in shown]
    plain = [re.sub(r"\D", "", text) for text in shown]
    return (number, *shown, *grouped, *plain)
