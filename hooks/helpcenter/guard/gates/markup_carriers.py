"""Carriers in the markup of an article: active HTML, attributes, schemes, comments, encodings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import NamedTuple

from helpcenter.data.lines import LineIndex
from helpcenter.guard.markup.html import Attribute, Markup, Tag, tokenize
from helpcenter.guard.matching.fold import folded, is_invisible
from helpcenter.guard.matching.spans import Spans
from helpcenter.guard.rules import hc111, hc112, hc113, hc114, hc124, hc125
from helpcenter.guard.rules.base import Carrier
from helpcenter.model import Finding

_ATTRIBUTES = re.compile(r"(?<!\{)(?:\{\{[^{}\n]*\}\}|\{++:?[ \t]*+(?P<given>[^{}\n]+)\}?)")
"""A reference to a record, or attributes up to the next brace: a value of theirs may hold one."""
_PLAIN_ATTRIBUTE = re.compile(rf"#[\w:-]+|\.(?:{'|'.join(map(re.escape, sorted(hc112.CLASSES)))})")
_GIVES = re.compile(
    r"(?:^|\s)(?:[.#](?![\d.])\S|[\w:@.-]{1,60}\s?=|(?:hidden|popover)(?:\s|$))", re.IGNORECASE
)
"""An id, a class, a pair, or a word that hides an element by itself."""
_TARGET = re.compile(
    r"(?:\]\(\s{0,3}<?|\]:\s{0,3}<?"
    r"|<(?=[a-z]+:))(?P<scheme>[A-Za-z][A-Za-z0-9+.-]{1,30}):(?P<rest>[^\s)>]{0,80})"
)
_ALLOWED_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_COMMENT = re.compile(r"<!--(.{0,200})", re.DOTALL)
_PRAGMAS = frozenset({"more", "prettier-ignore", "markdownlint-disable", "markdownlint-enable"})
"""First words of the comments that tools need."""
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_ENCODED = re.compile(r"%(?:3[0-9]|[46][1-9a-fA-F]|[57][0-9aA]|2[dDeE]|40)")
_TARGET_BEFORE = re.compile(r"(?:[a-z]{3,6}:|//|\]\()[^\s)\"'<>]{0,200}$", re.IGNORECASE)
_ACTIVE = frozenset({
    "script", "style", "form", "iframe", "object", "embed", "base", "meta", "link", "input",
    "button", "textarea", "select", "frame", "frameset", "applet", "portal", "template", "noscript",
    "svg", "math", "audio", "video", "source", "track", "area", "map", "dialog", "slot", "marquee",
    "bdo",
})  # fmt: skip
"""Elements that act, load, or draw by themselves."""
_ACTIVE_ATTRIBUTE = re.compile(
    r"on\w+|style|data-.*|srcdoc|srcset|formaction|action|ping|background|http-equiv|dir|is"
    r"|slot|poster"
)
_NEEDS_ATTRIBUTES = frozenset({"base", "meta", "link", "source", "track", "area", "embed"})
"""Empty elements that do nothing without attributes: `<base>` is a word between brackets."""
_STILL = {
    "button": {"type", "disabled", "class"},
    "input": {"type", "disabled", "checked", "class"},
}
"""Attributes with which a button only looks like one, and an input like a box that is ticked."""


class _Place(NamedTuple):
    """A piece of an article that a rule refuses, unless it is code."""

    start: int
    found: str
    reading: str = ""
    lead: int = 0
    """Characters of it in front of what the finding points at."""


def refused(path: str, text: str, lines: LineIndex, code: Spans) -> Iterator[Finding]:
    """Every carrier in the markup of an article.

    Args:
        path: the article's file.
        text: all of it.
        lines: the lines of `text`.
        code: where in it code stands, of which nothing is refused.
    """
    markup = tokenize(text)
    for tag in markup.tags:
        if not tag.closing and not code.holds(tag.start) and (why := _active(markup, tag)):
            yield hc111.check(Carrier(path, lines.at(tag.start), text[tag.start : tag.end]), why)
    for check, places in _RULES:
        for place in places(text):
            if not code.holds(place.start):
                at = lines.at(place.start + place.lead)
                yield check(Carrier(path, at, place.found, place.reading))


def _attributes(text: str) -> Iterator[_Place]:
    for match in _ATTRIBUTES.finditer(text) if "{" in text else ():
        if match["given"] and _gives_more(match["given"]) and not _is_bound(text, match):
            yield _Place(match.start(), match[0])


def _schemes(text: str) -> Iterator[_Place]:
    for match in _TARGET.finditer(text):
        if match["scheme"].lower() not in _ALLOWED_SCHEMES:
            yield _Place(match.start(), match[0], lead=match.start("scheme") - match.start())


def _comments(text: str) -> Iterator[_Place]:
    for match in _COMMENT.finditer(text) if "<!--" in text else ():
        words = match[1].split()
        if not (words and words[0] in _PRAGMAS and "-->" in words[:4]):
            yield _Place(match.start(), match[0])


def _references(text: str) -> Iterator[_Place]:
    for match in _REFERENCE.finditer(text) if "&" in text else ():
        char = unescape(match[0])
        if _could_hide(match[0], char):
            yield _Place(match.start(), match[0], char)


def _encoded(text: str) -> Iterator[_Place]:
    for match in _ENCODED.finditer(text) if "%" in text else ():
        before = text[max(0, match.start() - 200) : match.start()]
        if _TARGET_BEFORE.search(before):
            yield _Place(match.start(), match[0])


_RULES: tuple[tuple[Callable[[Carrier], Finding], Callable[[str], Iterator[_Place]]], ...] = (
    (hc112.check, _attributes),
    (hc113.check, _schemes),
    (hc114.check, _comments),
    (hc124.check, _references),
    (hc125.check, _encoded),
)


def _gives_more(attributes: str) -> bool:
    """Whether a list of attributes gives something else than an id or a listed class."""
    if not _GIVES.search(attributes):
        return False  # words of prose in braces
    return not all(map(_PLAIN_ATTRIBUTE.fullmatch, attributes.split()))


_BOUND = re.compile(r"[a-z]=[a-z0-9]{1,3}")


def _is_bound(text: str, match: re.Match[str]) -> bool:
    r"""`\sum_{i=1}`: the index of a formula, which as an attribute would do nothing."""
    return text[match.start() - 1 : match.start()] in {"_", "^"} and bool(
        _BOUND.fullmatch(match["given"])
    )


def _could_hide(raw: str, char: str) -> bool:
    """A reference to a letter, a digit, a character of addresses, or to nothing visible."""
    if char == raw or char in "<>&\"'":
        return False
    plain = "".join(map(folded, char))
    invisible = any(is_invisible(c) or c < " " for c in char)
    return invisible or any(c.isascii() and (c.isalnum() or c in "@.:/+_#%-") for c in plain)


def _active(markup: Markup, tag: Tag) -> str:
    """What in a tag is refused: its name or an attribute; empty: nothing."""
    given = markup.attributes(tag)
    if tag.name in _ACTIVE and not _is_still(tag.name, given):
        return tag.name
    return next((at.name for at in given if _ACTIVE_ATTRIBUTE.fullmatch(at.name)), "")


def _is_still(name: str, given: list[Attribute]) -> bool:
    if not given:
        return name in _NEEDS_ATTRIBUTES or name == "button"
    boxes = name != "input" or any(at.name == "type" and at.text == "checkbox" for at in given)
    return boxes and name in _STILL and _STILL[name].issuperset(at.name for at in given)
