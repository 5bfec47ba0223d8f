"""Style sheets, as far as they put text on a page, hide it, or change its order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/)?")
_RULE = re.compile(r"(?<![^{}])([^{}]{1,4000}+)\{([^{}]*+)\}")
_DECLARATION = re.compile(
    r"([\w\\-]{1,60}+)\s{0,9}:((?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|[^;\"'])*+)", re.DOTALL
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|\r?\n|(.))", re.DOTALL)
_SIMPLE = re.compile(
    r"(?P<tag>^[\w-]+)|\.(?P<cls>[\w-]+)|#(?P<id>[\w-]+)|\[(?P<attr>[\w-]+)[^\]]*\]"
)
_PIECE = re.compile(
    r"\"(?P<a>(?:[^\"\\]|\\.)*+)\"|'(?P<b>(?:[^'\\]|\\.)*+)'|var\(\s{0,9}(?P<var>--[\w-]+)\s{0,9}(?:,(?P<else>[^()]*))?\)"
    r"|attr\(\s{0,9}(?P<attr>[\w-]+)[^()]*\)|counters?\(\s{0,9}(?P<counter>[\w-]+)(?P<shown>[^()]*)\)|(?P<quote>(?:open|close)-quote)",
    re.DOTALL,
)
_COUNT = re.compile(r"([A-Za-z_][\w-]*)(?:\s+(-?\d{1,15}))?")
_MAX_RULES = 4000


class Rule(NamedTuple):
    """One selector with its declarations."""

    tag: str
    classes: frozenset[str]
    identifier: str
    attributes: frozenset[str]
    pseudo: str
    """`before`, `after` or empty."""
    style: dict[str, str]

    def fits(self, tag: str, given: Mapping[str, str]) -> bool:
        """Whether an element is chosen by the selector's last part."""
        if (self.tag and self.tag != tag) or (
            self.identifier and self.identifier != given.get("id")
        ):
            return False
        return (
            self.classes <= set(given.get("class", "").split()) and self.attributes <= given.keys()
        )


@dataclass
class Sheet:
    """All rules of a file, and what they define."""

    rules: list[Rule] = field(default_factory=list)
    variables: dict[str, str] = field(default_factory=dict)
    counters: dict[str, int] = field(default_factory=dict)
    quotes: list[str] = field(default_factory=list)

    def read(self, text: str) -> None:
        """Add the rules of one sheet."""
        for match in _RULE.finditer(_COMMENT.sub("", text)):
            style = declarations(match[2])
            self.define(style)
            for selector in match[1].split(",")[:40]:
                if len(self.rules) < _MAX_RULES and (rule := _rule(selector.strip(), style)):
                    self.rules.append(rule)

    def define(self, style: Mapping[str, str]) -> None:
        """Take variables, counters and quotation marks from declarations."""
        if not style:
            return
        self.variables.update((n, v) for n, v in style.items() if n.startswith("--"))
        for name in ("counter-reset", "counter-set", "counter-increment"):
            for counter, number in _COUNT.findall(style.get(name, "")):
                step = int(number) if number else int(name.endswith("increment"))
                known = self.counters.get(counter, 0) if name.endswith("increment") else 0
                self.counters[counter] = known + step
        if "quotes" in style:
            self.quotes = [
                unescaped(m["a"] or m["b"] or "") for m in _PIECE.finditer(style["quotes"])
            ]

    def content(self, value: str, attributes: Mapping[str, str], depth: int = 0) -> str:
        """The text that a `content` value draws."""
        if depth > 8:
            return ""
        return "".join(self._pieces(value, attributes, depth))

    def _pieces(self, value: str, attributes: Mapping[str, str], depth: int) -> Iterator[str]:
        for match in _PIECE.finditer(value):
            text = match["a"] if match["a"] is not None else match["b"]
            if text is not None:
                yield unescaped(text)
            elif match["var"]:
                given = self.variables.get(match["var"], match["else"] or "")
                yield self.content(given, attributes, depth + 1)
            elif match["attr"]:
                yield attributes.get(match["attr"].lower(), "")
            elif match["counter"]:
                number = str(self.counters.get(match["counter"], ""))
                yield number.zfill(2) if "leading-zero" in match["shown"] else number
            elif len(self.quotes) > 1:
                yield self.quotes[match["quote"].startswith("close")]

    def drawn(self) -> Iterator[str]:
        """What the sheet alone draws: all in order, and what stands before before what stands after."""
        found = [
            (rule, self.content(rule.style["content"], {}))
            for rule in self.rules
            if "content" in rule.style
        ]
        yield "".join(text for _, text in found)
        if any(rule.pseudo == "before" for rule, _ in found[1:]):
            yield "".join(
                text for _, text in sorted(found, key=lambda pair: pair[0].pseudo == "after")
            )
        for rule, text in found:
            if is_turned(rule.style):
                yield text[::-1]


def unescaped(text: str) -> str:
    """A CSS text or name with its escapes resolved (CSS Syntax 3, section 4.3.7)."""
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    if match[1]:
        code = int(match[1], 16)
        return chr(code) if 0x1F < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    return match[2] or ""


def declarations(text: str) -> dict[str, str]:
    """Names and values of a declaration list; the last of equal names counts."""
    found: dict[str, str] = {}
    for name, value in _DECLARATION.findall(text):
        name = unescaped(name)
        found[name if name.startswith("--") else name.lower()] = value.strip()
    return found


def _rule(selector: str, style: dict[str, str]) -> Rule | None:
    last = re.split(r"[\s>+~]+", selector)[-1] if selector else ""
    base, _, pseudo = last.partition(":")
    pseudo = pseudo.lstrip(":").lower()
    if pseudo not in ("before", "after", "marker", "first-line"):
        pseudo = ""
    tag, identifier = "", ""
    classes, attributes = set(), set()
    for match in _SIMPLE.finditer(base):
        tag = match["tag"] or tag
        identifier = match["id"] or identifier
        classes.update([match["cls"]] if match["cls"] else [])
        attributes.update([match["attr"].lower()] if match["attr"] else [])
    if not (tag or identifier or classes or attributes or pseudo or base == "*"):
        return None
    return Rule(tag.lower(), frozenset(classes), identifier, frozenset(attributes), pseudo, style)


_HIDING = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|content-visibility:hidden|opacity:0(?:\.0*\d?)?%?;"
    r"|font-size:0(?:\.\d+)?(?:px|em|rem|pt|%)?;|transform:scale[xy3d]*\(0|(?:^|;)(?:max-)?(?:width|height):0(?:px)?;.*overflow"
    r"|overflow:hidden;.*(?:width|height):0|clip(?:-path)?:(?:inset\((?:100|50)%|rect\(0|circle\(0|polygon\(0)|text-indent:-\d{3,}"
    r"|position:(?:absolute|fixed);.*(?:left|top|right):-\d{3,}|(?:left|top|right|margin-left):-\d{3,}[a-z]*;.*position:(?:absolute|fixed)"
    r"|(?:^|;)color:(?:transparent|rgba\([^)]*,0\))|margin-left:-\d{4,}"
)


def is_hidden(style: Mapping[str, str]) -> bool:
    """Whether declarations keep an element's text from a reader."""
    flat = "".join(f"{name}:{re.sub(chr(92) + 's|!important', '', style[name])};" for name in style)
    return _HIDING.search(flat.lower()) is not None


def is_turned(style: Mapping[str, str]) -> bool:
    """Whether declarations show a text from its end to its beginning."""
    override = "override" in style.get("unicode-bidi", "") and "rtl" in style.get(
        "direction", "rtl"
    )
    shape = style.get("transform", "") + style.get("scale", "") + style.get("rotate", "")
    mirrored = re.search(
        r"scale(?:x|3d)?\(\s?-1|rotate[yz]?\(\s?-?(?:180deg|\.?0?\.5turn)|^-1|matrix\(\s?-1",
        shape,
        re.I,
    )
    return override or mirrored is not None
