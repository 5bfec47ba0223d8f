"""Addresses of a live site: which host, which machine, which file."""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from helpcenter.model import Text, filled

_UNSAFE = re.compile(r"[^\w.~-]", re.ASCII)
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/json": ".json",
    "application/manifest+json": ".json",
    "text/css": ".css",
    "text/javascript": ".js",
    "application/javascript": ".js",
    "image/svg+xml": ".svg",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
}


_UNKNOWN = Text("{host}：查不到这个域名", "{host}: the name cannot be resolved")
_PRIVATE = Text(
    "{host} 是内网地址 {name}；确实要读就加 --allow-private",
    "{host} is the private address {name}; add --allow-private to read it all the same",
)


class RefusedHost(Exception):
    """A host that is not asked for anything; `text` says why in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text

    @classmethod
    def private(cls, host: str, name: str) -> RefusedHost:
        """A host that leads to `name`, an IP address that is not reachable for everybody."""
        return cls(filled(_PRIVATE, host=host, name=name))


@dataclass(frozen=True, slots=True)
class Place:
    """One URL of the site under audit."""

    scheme: str
    host: str
    port: int
    path: str
    """With its query, beginning with a slash."""

    @classmethod
    def of(cls, url: str) -> Place:
        """The place of an absolute URL.

        Raises:
            ValueError: no http(s) URL of a host.
        """
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise ValueError(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        query = f"?{parts.query}" if parts.query else ""
        return cls(parts.scheme, parts.hostname.lower(), port, (parts.path or "/") + query)

    @property
    def url(self) -> str:
        """The URL as text."""
        usual = {"http": 80, "https": 443}[self.scheme] == self.port
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}{'' if usual else f':{self.port}'}{self.path}"

    def join(self, target: str) -> Place | None:
        """Where a link on this page leads; None for another scheme or a broken URL."""
        try:
            return Place.of(urljoin(self.url, target.strip()))
        except ValueError:
            return None

    def same_site(self, other: Place) -> bool:
        """Whether both are on the same host, at the same port or the usual ones of http(s)."""
        usual = {80, 443}
        same_port = self.port == other.port or {self.port, other.port} <= usual
        return self.host == other.host and same_port


def machines(host: str, port: int, allow_private: bool) -> list[str]:
    """The network addresses of a host, all of which may be contacted.

    A connection is made to one of these very addresses, so that a second look-up cannot
    lead elsewhere (DNS rebinding).

    Raises:
        RefusedHost: unknown, or private, loop-back, link-local or reserved (RFC 6890).
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise RefusedHost(filled(_UNKNOWN, host=host)) from error
    names = list(dict.fromkeys(str(item[4][0]).partition("%")[0] for item in found))
    if not allow_private:
        for name in names:
            if not is_public(name):
                raise RefusedHost.private(host, name)
    return names


def is_public(name: str) -> bool:
    """Whether an IP address is reachable for everybody; IPv4 inside IPv6 is looked at too."""
    address = ipaddress.ip_address(name)
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    return address.is_global and not address.is_multicast and (inner is None or inner.is_global)


def file_name(path: str, content_type: str) -> str:
    """The path under which a reply is kept and reported, with the ending of what it is."""
    plain, _, query = path.partition("?")
    steps = [_UNSAFE.sub("_", unquote(step))[:80] for step in plain.split("/") if step.strip(".")]
    name = "/".join(steps)
    if plain.endswith("/") or not name:
        name = f"{name}/index" if name else "index"
    if query:
        name += f"~{_UNSAFE.sub('_', unquote(query))[:60]}"
    kind = content_type.partition(";")[0].strip().lower()
    ending = _ENDINGS.get(kind, "")
    last = name.rpartition("/")[2]
    if kind == "text/plain" and ("." in last or last.startswith("_")):
        return name
    same = last.endswith((ending, ".htm", ".jpeg", ".webmanifest", ".mjs")) if ending else True
    return name if same else name + ending
