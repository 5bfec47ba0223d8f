"""The page as its scripts read it: texts, comments and attributes of elements."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

_READS = re.compile(r"getElementById|querySelector|dataset|getAttribute|getPropertyValue")
_ELEMENT = re.compile(
    r"<(?P<tag>[a-zA-Z][\w-]{0,30})(?P<given>(?:\s+[^\s=<>\"'/]{1,60}(?:\s?=\s?(?:\""
    r"[^\"]{0,2000}\""
    r"|'[^']{0,2000}'|[^\s\"'<>]{1,300}))?){0,20})\s{0,4}/?>"
)
_GIVEN = re.compile(
    r"(?P<name>[^\s=<>\"'/]{1,60})(?:\s?=\s?(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'"
    r"|(?P<c>[^\s\"'<>]+)))?"
)
_COMMENT = re.compile(r"<!--(.{0,1000}?)-->", re.DOTALL)
_TAG = re.compile(r"<!--.{0,1000}?-->|</?[a-zA-Z][^<>]{0,1000}>", re.DOTALL)
_PROPERTY = re.compile(r"(?P<name>--[\w-]{1,40})\s?:\s?(?P<value>[^;{}<>\n]{1,200})")
PROPERTIES = "<properties>"
"""Under which the properties of the page's styles are kept."""
_MOST = 400
_LONG = 1_500
SAME = "<same>"
"""Under which an element keeps all that are selected by the name it is the first of."""
_TEXTS = ("textContent", "innerText", "text", "data", "nodeValue", "value", "content")


def elements(text: str) -> dict[str, dict[str, Any]]:
    """By `#id`, `.class`, `tag` and `[attribute]`, the first of each; nothing when none is read."""
    same: dict[str, list[dict[str, Any]]] = {}
    if not _READS.search(text):
        return {}
    for count, match in enumerate(_ELEMENT.finditer(text)):
        if count >= _MOST:
            break
        given = _given(match)
        element = _element(match["tag"].lower(), given, text, match.end())
        names = [f"#{given['id']}"] if given.get("id") else []
        names += [f".{name}" for name in given.get("class", "").split()]
        names += [f"[{name}]" for name in given]
        for name in (*names, match["tag"].lower()):
            same.setdefault(name, []).append(element)
    known = {name: _first(alike) for name, alike in same.items()}
    own = _PROPERTY.finditer(text) if "getPropertyValue" in text else ()
    return {**known, PROPERTIES: {m["name"]: m["value"].strip() for m in own}}


def around(text: str, offset: int) -> dict[str, dict[str, Any]]:
    """What a handler of an event calls the element in whose tag it stands; nothing if none does."""
    match = _ELEMENT.match(text, max(text.rfind("<", 0, offset), 0))
    if match is None or match.end() < offset:
        return {}
    own = _element(match["tag"].lower(), _given(match), text, match.end())
    return {"this": own, "event": {"target": own, "currentTarget": own}}


def _given(match: re.Match[str]) -> dict[str, str]:
    return {
        at["name"].lower(): unescape(at["a"] or at["b"] or at["c"] or "")
        for at in _GIVEN.finditer(match["given"])
    }


def _first(alike: list[dict[str, Any]]) -> dict[str, Any]:
    return {**alike[0], SAME: alike} if len(alike) > 1 else alike[0]


def _element(tag: str, given: dict[str, str], text: str, at: int) -> dict[str, Any]:
    end = text.find(f"</{tag}", at, at + _LONG)
    inner = text[at : end if end >= 0 else at]
    plain = _TAG.sub("", inner).strip()
    said = _COMMENT.search(inner)
    first = dict.fromkeys(_TEXTS, said[1].strip() if said else plain)
    element: dict[str, Any] = {
        **dict.fromkeys(_TEXTS, plain),
        "innerHTML": inner,
        "outerHTML": inner,
    }
    element |= given
    element["dataset"] = {_camel(n[5:]): v for n, v in given.items() if n.startswith("data-")}
    element["firstChild"] = element["lastChild"] = element["firstElementChild"] = first
    element["childNodes"] = [first]
    return element


def is_element(value: dict[Any, Any]) -> bool:
    """Whether a map is an element of the page, and none of the program's own."""
    return "outerHTML" in value


def _camel(name: str) -> str:
    """`data-mail-host` is `mailHost` to a script."""
    return re.sub(r"-([a-z])", lambda match: match[1].upper(), name)
