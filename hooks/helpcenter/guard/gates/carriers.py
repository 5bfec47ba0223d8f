"""Carriers: ways of writing that a help article never needs and that could hide anything.

Judged on what the source is made of, before and apart from the question what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import chain

from helpcenter.data.lines import LineIndex
from helpcenter.data.markdown_source import code_ranges
from helpcenter.guard.gates import holes, letters
from helpcenter.guard.instructions import derivations, offsets, roundabout, secrets
from helpcenter.guard.markup.html import Attribute, Markup, Tag, tokenize
from helpcenter.guard.matching.fold import folded, is_invisible
from helpcenter.guard.matching.simplified import simplified
from helpcenter.guard.matching.spans import Spans
from helpcenter.guard.rules import (
    hc111,
    hc112,
    hc113,
    hc114,
    hc121,
    hc122,
    hc123,
    hc124,
    hc125,
    hc126,
    hc127,
)
from helpcenter.guard.rules.base import Carrier
from helpcenter.model import Finding

LETTERED = (".md", ".yml", ".yaml", ".html", ".txt", ".svg", ".xml", ".json", ".css", ".js")
"""Files whose letters are looked at; Python may write such signs to compare with them."""
TOLD = (".md", ".yml", ".yaml", ".html", ".txt")
"""Files whose words readers meet."""
_ATTRIBUTES = re.compile(r"(?<!\{)(?:\{\{[^{}\n]*\}\}|\{++:?[ \t]*+(?P<given>[^{}\n]+)\}?)")
"""A reference to a record, or attributes up to the next brace: a value of theirs may hold one."""
_PLAIN_ATTRIBUTE = re.compile(rf"#[\w:-]+|\.(?:{'|'.join(map(re.escape, sorted(hc112.CLASSES)))})")
_GIVES = re.compile(
    r"(?:^|\s)(?:[.#](?![\d.])\S|[\w:@.-]{1,60}\s?=|(?:hidden|popover)(?:\s|$))", re.IGNORECASE
)
"""An id, a class, a pair, or a word that hides an element by itself."""
_TARGET = re.compile(
    r"(?:\]\(\s{0,3}<?|\]:\s{0,3}<?|<(?=[a-z]+:))(?P<scheme>[A-Za-z][A-Za-z0-9+.-]{1,30}):(?P<rest>[^\s)>]{0,80})"
)
_ALLOWED_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_COMMENT = re.compile(r"<!--(.{0,200})", re.DOTALL)
PRAGMAS = frozenset({"more", "prettier-ignore", "markdownlint-disable", "markdownlint-enable"})
"""First words of the comments that tools need."""
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_ENCODED = re.compile(r"%(?:3[0-9]|[46][1-9a-fA-F]|[57][0-9aA]|2[dDeE]|40)")
_TARGET_BEFORE = re.compile(r"(?:[a-z]{3,6}:|//|\]\()[^\s)\"'<>]{0,200}$", re.IGNORECASE)


def refused(path: str, text: str) -> Iterator[Finding]:
    """Every carrier in one source; the same one again is not repeated."""
    if not path.endswith(LETTERED):
        return
    lines = LineIndex(text)
    code = Spans(code_ranges(text)) if path.endswith(".md") else Spans()
    found = [*_letters(path, text, lines, code)]
    if path.endswith(TOLD):
        found += _instructions(path, text, lines, code)
    if path.endswith(".md"):
        found += _markdown(path, text, lines, code)
    yield from {finding.id: finding for finding in reversed(found)}.values()


def with_holes(path: str, text: str, code: Spans) -> Iterator[Finding]:
    """Addresses of which another file fills in a part; in plain code of an article nothing is.

    Args:
        path: the file.
        text: what of it tells or does anything.
        code: where code stands in it.
    """
    lines = LineIndex(text)
    for start, end in holes.told(text, python=path.endswith(".py")):
        plain = path.endswith(".md") and "{{" not in text[start:end]
        if not (plain and code.holds(start)):
            yield hc126.check(Carrier(path, lines.at(start), text[start:end]))


def _instructions(path: str, text: str, lines: LineIndex, code: Spans) -> Iterator[Finding]:
    for begin, said in chain([(0, text)], simplified(text)):
        refused = chain(derivations.told(said), offsets.told(said), roundabout.told(said))
        for rule, spans in ((hc126, refused), (hc127, secrets.told(said))):
            for start, end in ((begin + first, begin + last) for first, last in spans):
                if not code.holds(start):
                    yield rule.check(Carrier(path, lines.at(start), text[start:end]))


def _letters(path: str, text: str, lines: LineIndex, code: Spans) -> Iterator[Finding]:
    if text.isascii():
        return
    for rule, find in ((hc121, letters.styled), (hc122, letters.invisible), (hc123, letters.mixed)):
        for start, end in find(text):
            if rule is hc122 or not code.holds(start):
                found = text[start:end]
                yield rule.check(Carrier(path, lines.at(start), found, letters.plain(found)))


def _markdown(path: str, text: str, lines: LineIndex, code: Spans) -> Iterator[Finding]:
    def carrier(start: int, found: str, reading: str = "") -> Carrier:
        return Carrier(path, lines.at(start), found, reading)

    markup = tokenize(text)
    for tag in markup.tags:
        if not tag.closing and not code.holds(tag.start) and (why := _active(markup, tag)):
            yield hc111.check(carrier(tag.start, text[tag.start : tag.end]), why)
    for match in _ATTRIBUTES.finditer(text) if "{" in text else ():
        if match["given"] and _gives_more(match["given"]) and not code.holds(match.start()):
            yield hc112.check(carrier(match.start(), match[0]))
    for match in _TARGET.finditer(text):
        if match["scheme"].lower() not in _ALLOWED_SCHEMES and not code.holds(match.start()):
            yield hc113.check(carrier(match.start("scheme"), match[0]))
    for match in _COMMENT.finditer(text) if "<!--" in text else ():
        words = match[1].split()
        if not code.holds(match.start()) and not (
            words and words[0] in PRAGMAS and "-->" in words[:4]
        ):
            yield hc114.check(carrier(match.start(), match[0]))
    for match in _REFERENCE.finditer(text) if "&" in text else ():
        char = unescape(match[0])
        if _could_hide(match[0], char) and not code.holds(match.start()):
            yield hc124.check(carrier(match.start(), match[0], char))
    for match in _ENCODED.finditer(text) if "%" in text else ():
        start = max(0, match.start() - 200)
        if not code.holds(match.start()) and _TARGET_BEFORE.search(text[start : match.start()]):
            yield hc125.check(carrier(match.start(), match[0]))


def _gives_more(attributes: str) -> bool:
    """Whether a list of attributes gives something else than an id or a listed class."""
    if not _GIVES.search(attributes):
        return False  # words of prose in braces
    return not all(map(_PLAIN_ATTRIBUTE.fullmatch, attributes.split()))


def _could_hide(raw: str, char: str) -> bool:
    """A reference to a letter, a digit, a sign of addresses, or to nothing visible."""
    if char == raw or char in "<>&\"'":
        return False
    plain = "".join(map(folded, char))
    invisible = any(is_invisible(c) or c < " " for c in char)
    return invisible or any(c.isascii() and (c.isalnum() or c in "@.:/+_#%-") for c in plain)


ACTIVE = frozenset(
    {
        "script",
        "style",
        "form",
        "iframe",
        "object",
        "embed",
        "base",
        "meta",
        "link",
        "input",
        "button",
    }
    | {"textarea", "select", "frame", "frameset", "applet", "portal", "template", "noscript", "svg"}
    | {
        "math",
        "audio",
        "video",
        "source",
        "track",
        "area",
        "map",
        "dialog",
        "slot",
        "marquee",
        "bdo",
    }
)
"""Elements that act, load, or draw by themselves."""
_ACTIVE_ATTRIBUTE = re.compile(
    r"on\w+|style|data-.*|srcdoc|srcset|formaction|action|ping|background|http-equiv|dir|is|slot|poster"
)


_NEEDS_ATTRIBUTES = frozenset({"base", "meta", "link", "source", "track", "area", "embed"})
"""Empty elements that do nothing without attributes: `<base>` is a word between brackets."""
_STILL = {
    "button": {"type", "disabled", "class"},
    "input": {"type", "disabled", "checked", "class"},
}
"""Attributes with which a button only looks like one, and an input like a box that is ticked."""


def _active(markup: Markup, tag: Tag) -> str:
    """What in a tag is refused: its name or an attribute; empty: nothing."""
    given = markup.attributes(tag)
    if tag.name in ACTIVE and not _is_still(tag.name, given):
        return tag.name
    return next((at.name for at in given if _ACTIVE_ATTRIBUTE.fullmatch(at.name)), "")


def _is_still(name: str, given: list[Attribute]) -> bool:
    if not given:
        return name in _NEEDS_ATTRIBUTES or name == "button"
    boxes = name != "input" or any(at.name == "type" and at.text == "checkbox" for at in given)
    return boxes and name in _STILL and _STILL[name].issuperset(at.name for at in given)
