"""URLs that a script sets part by part: `link.hostname = …; link.pathname = …`."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from helpcenter.guard.programs.nodes import Node, Scope

PARTS = frozenset(
    {"protocol", "hostname", "host", "port", "pathname", "search", "hash", "username", "password"}
)


def set_part(scope: Scope, target: Node, value: str) -> str:
    """The whole address with one more part set, once its host is known; until then the part."""
    name = f"{target.parts[0].value}.<parts>"
    known: Any = scope.names.get(name)
    if known is None:
        known = _parts(scope.names.get(str(target.parts[0].value)))
    known = {**known, str(target.value).replace("hostname", "host"): value}
    scope.names[name] = known
    scope.names[f"{target.parts[0].value}.{target.value}"] = value
    if "host" not in known:
        return value
    whole = _whole(known)
    if target.parts[0].kind == "name":
        scope.names[str(target.parts[0].value)] = whole
    return whole


def _parts(address: object) -> dict[str, str]:
    if not isinstance(address, str):
        return {}
    split = urlsplit(address)
    told = {"protocol": split.scheme, "host": split.netloc, "pathname": split.path}
    return {name: value for name, value in told.items() if value}


def _whole(parts: dict[str, str]) -> str:
    user = f"{parts['username']}@" if parts.get("username") else ""
    port = f":{parts['port']}" if parts.get("port") else ""
    path = parts.get("pathname", "").lstrip("/")
    query = parts.get("search", "").lstrip("?")
    place = parts.get("hash", "").lstrip("#")
    rest = f"{path}{'?' if query else ''}{query}{'#' if place else ''}{place}"
    return f"{parts.get('protocol', 'https').rstrip(':/')}://{user}{parts['host']}{port}/{rest}"
