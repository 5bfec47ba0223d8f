"""URLs with a scheme, and `//host`: what a browser would open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network
from urllib.parse import unquote

from helpcenter.guard.detectors import platforms
from helpcenter.guard.detectors.letters import trim_east_asian_tail
from helpcenter.guard.matching import canonical
from helpcenter.guard.matching.hits import Hit, Sample

_SLASHES = re.compile(r"[/\\][/\\]++")
_NO_SLASHES = re.compile(r"[hH][tT][tT][pP][sS]?:(?![/\\]{2})[/\\]?")
_SCHEME_BACKWARDS = re.compile(r":([A-Za-z0-9+.-]{0,24}[A-Za-z])(?![A-Za-z0-9+.-])")
_STOP = r"\s\"'<>(){}\[\]|`^\\，。；！？、（）《》“”‘’：…\x00-\x1f"
_AUTHORITY = re.compile(
    rf"\[[0-9A-Fa-f:.]{{2,45}}\](?::\d{{1,5}})?"
    rf"|[^/?#:{_STOP}]{{0,255}}+(?::[^/?#:{_STOP}]{{0,64}}+){{0,3}}"
)
_WIDE_STOP = re.compile(r"(?:[。．｡][A-Za-z0-9-]{1,63}+(?:\.[A-Za-z0-9-]{1,63}+){0,8}+){1,4}+")
_LINKING = ("'", '"', "=", "(")
"""What stands in front of an address in markup; there an ideographic stop is no end of a sentence."""
_TAIL = re.compile(r"[/?#\\][!#-&*-;=?-Z_a-z~]{0,1000}+")
_QUOTE = re.compile(r"&(?:#(?:39|34|60|62|[xX](?:27|22|3[cCeE]));?|quot;|apos;|lt;|gt;)")
"""A quotation mark or angle bracket as a reference: it ends the address."""
_DOTTED = re.compile(r"\.[^\W\d_][\w-]+$|\.\d+$|^\[")
_CLOSING = ".,;:!?*_~'&"
_LOCAL = tuple(
    IPv4Network(n)
    for n in ("0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
              "192.168.0.0/16", "240.0.0.0/4")
)  # fmt: skip
_WEB = frozenset({"http", "https", "ftp", "ws", "wss"})
_WRAPPED = {"googlechrome": "http", "googlechromes": "https"}
"""Schemes that a phone's browser takes for others."""
_INTENT = re.compile(
    r"(?P<address>[^#]*)#Intent;(?:[^#]*;)?scheme=(?P<scheme>https?);", re.IGNORECASE
)
"""What Android opens: the address without a scheme, and the scheme behind it."""
_LED = re.compile(r"[?&][^?#\s]{0,300}?=(?P<address>https?://[^\s&;#]{3,300})", re.IGNORECASE)
"""Where the address of an app says what it is to open."""
_NO_ADDRESS = frozenset({"file", "about", "chrome", "webpack", "blob", "data", "resource"})

TRUE_SAMPLES = (
    Sample("请访问https://a.okpay.example/x，输入", ("https://a.okpay.example/x",)),
    Sample("(https://okpay.example:443/a?b=c#d)", ("https://okpay.example/a?b=c#d",)),
    Sample("[x](//okpay.test/tk)", ("https://okpay.test/tk",)),
    Sample("https://okpay.example@evil.test/", ("https://evil.test/",)),
    Sample("https://okpay.example查看", ("https://okpay.example/",)),
    Sample("https://okpay.example中心.test/", ("https://okpay.xn--example-m43k602k.test/",)),
    Sample("<a href='https://okpay.example。evil.test/a'>", ("https://okpay.example.evil.test/a",)),
    Sample("https://okpay.example。Then", ("https://okpay.example/",)),
    Sample("HTTPS:evil.test/a", ("https://evil.test/a",)),
    Sample("**http://203.0.113.7/**", ("http://203.0.113.7/",)),
    Sample(
        "(intent://evil.test/a#Intent;package=b.c;scheme=https;end)", ("https://evil.test/a",)
    ),
    Sample("tg://resolve?domain=abcd1", ("telegram:abcd1",)),
    Sample("abc://start?id=2&url=https%3A%2F%2Fevil.test%2Fa", ("https://evil.test/a",)),
    Sample("https://t.me/some_name", ("telegram:some_name",)),
    Sample("https://okpay.example/?u=https://evil.test/a",
           ("https://okpay.example/?u=https://evil.test/a", "https://evil.test/a")),
)  # fmt: skip
FALSE_SAMPLES = (
    Sample("http://localhost:8000/ http://127.0.0.1/"),
    Sample("// a comment"),
    Sample("docs//guide"),
    Sample("if(/^https?:\\/\\//i.test(a))"),
    Sample("https://{{ host }}/"),
    Sample("file:///etc/hosts"),
    Sample("https:// 开头"),
    Sample("intent:#Intent;action=a;end"),
)


@lru_cache(maxsize=4096)
def is_local(host: str) -> bool:
    """A host of this machine or of a private network, or a single name without a dot."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return any(IPv4Address(host) in network for network in _LOCAL)
    except ValueError:
        return "." not in host and not host.startswith("[") and not is_number(host)


def is_number(host: str) -> bool:
    """An IPv4 address as one number, which browsers accept (WHATWG URL, section 3.5)."""
    return re.fullmatch(r"\d+|0x[0-9a-f]+", host) is not None


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield the URLs of `text[start:end]`; those inside another's path or query as well."""
    for slashes in _SLASHES.finditer(text, start, end):
        first, scheme = slashes.start(), ""
        if text[max(0, first - 1) : first] == ":":
            match = _SCHEME_BACKWARDS.match(text[max(start, first - 26) : first][::-1])
            scheme = match[1][::-1] if match else ""
            first -= match.end() if match else 0
        elif first and (text[first - 1].isalnum() or text[first - 1] in "._-/\\"):
            continue
        if hit := _at(text, first, slashes.end(), end, scheme.lower()):
            yield hit
    for match in _NO_SLASHES.finditer(text, start, end):
        if hit := _at(text, match.start(), match.end(), end, match[0][:5].lower().rstrip(":")):
            yield hit


def _at(text: str, first: int, authority_start: int, end: int, scheme: str) -> Hit | None:
    match = _AUTHORITY.match(text, authority_start, end)
    if not match or scheme in _NO_ADDRESS:
        return None
    authority, core_end, stop = match[0], match.end(), match.end()
    if text[max(0, first - 1) : first] in _LINKING and (
        more := _WIDE_STOP.match(text, core_end, end)
    ):
        authority, core_end, stop = authority + more[0], more.end(), more.end()
    web = scheme in _WEB or not scheme
    if web and not re.search(r"[.\[\d]|[^\x00-\x7f]", authority):
        return None
    host = canonical.url(f"//{trim_east_asian_tail(authority.rstrip(_CLOSING))}").host
    if not host or (web and is_local(host)):
        return None
    if host.startswith(".") or (not scheme and not _DOTTED.search(host)):
        return None
    if not scheme and text[core_end : core_end + 1] == "(":
        return None
    if tail := _TAIL.match(text, core_end, end):
        stop = core_end + len(_QUOTE.split(tail[0], maxsplit=1)[0].rstrip(_CLOSING))
    else:
        authority = trim_east_asian_tail(authority.rstrip(_CLOSING))
        core_end = stop = authority_start + len(authority)
    url = canonical.url(_unwrapped(text[first:stop], scheme))
    if profile := platforms.of_url(url):
        platform, name = profile
        return Hit(platform.kind, first, stop, name, core_end, bool(url.userinfo))
    return Hit("url", first, stop, url.canonical, core_end, bool(url.userinfo))


@lru_cache(maxsize=1024)
def _unwrapped(address: str, scheme: str) -> str:
    """The web address that one for an app leads to."""
    if scheme not in _WEB and (inner := _LED.search(unquote(unquote(unquote(address))))):
        return inner["address"]
    if scheme == "intent" and (match := _INTENT.match(address)):
        return match["scheme"] + match["address"][len(scheme) :]
    return _WRAPPED.get(scheme, scheme) + address[len(scheme) :]
