"""Reads style sheets, as far as they add text to a page, hide it, or change its order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from helpcenter.guard.markup.counter_styles import CounterStyle
from helpcenter.guard.markup.selector_syntax import selectors
from helpcenter.guard.markup.selectors import Selector
from helpcenter.guard.markup.style_values import COUNTER
from helpcenter.guard.matching.escapes import unescaped

_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/)?")
_RULE = re.compile(r"(?<![^{}])([^{}]{1,4000}+)\{([^{}]*+)\}")
_DECLARATION = re.compile(
    r"([\w\\-]{1,60}+)\s{0,9}:((?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|[^;\"'])*+)", re.DOTALL
)
_PIECE = re.compile(
    r"\"(?P<a>(?:[^\"\\]|\\.)*+)\"|'(?P<b>(?:[^'\\]|\\.)*+)'"
    r"|var\(\s{0,9}(?P<var>--[\w-]+)\s{0,9}(?:,(?P<else>[^()]*))?\)"
    r"|attr\(\s{0,9}(?P<attr>[\w-]+)[^()]*\)"
    r"|counters?\(\s{0,9}(?P<counter>[\w-]+)(?P<shown>[^()]*)\)"
    r"|(?P<quote>(?:open|close)-quote)",
    re.DOTALL,
)
_VARIABLE = re.compile(r"var\(\s{0,9}(--[\w-]+)\s{0,9}(?:,([^()]*))?\)")
_COUNTER_STYLE = re.compile(r"@counter-style\s{1,9}([\w-]{1,60})")
_PROPERTY = re.compile(r"@property\s{1,9}(--[\w-]{1,60})")
_SAYING = {"content", "list-style", "list-style-type", "text-overflow", "hyphenate-character"}
"""Declarations whose texts are shown."""
_LETTERED = re.compile(r"(?:lower|upper)-(?:alpha|latin)")
_MAX_RULES = 4000


class Rule(NamedTuple):
    """One selector with its declarations."""

    selector: Selector
    style: dict[str, str]
    important: bool

    @property
    def pseudo(self) -> str:
        """The pseudo-element that is painted; empty for the element itself."""
        return self.selector.pseudo


@dataclass
class Sheet:
    """All rules of a file, and what they define."""

    rules: list[Rule] = field(default_factory=list)
    variables: dict[str, str] = field(default_factory=dict)
    counters: dict[str, int] = field(default_factory=dict)
    live: dict[str, int] = field(default_factory=dict)
    """Counters at the place of a page that is being looked at."""
    symbols: dict[str, CounterStyle] = field(default_factory=dict)
    """Each `@counter-style` that is defined."""
    quotes: list[str] = field(default_factory=list)

    def read(self, text: str) -> None:
        """Add the rules of one sheet."""
        for match in _RULE.finditer(_COMMENT.sub("", text)):
            style = declarations(match[2])
            if named := _COUNTER_STYLE.search(match[1]):
                self.symbols[named[1]] = CounterStyle.of(style)
                continue
            if (declared := _PROPERTY.search(match[1])) and "initial-value" in style:
                style = {declared[1]: style["initial-value"]}
            self.define(style)
            if len(self.rules) < _MAX_RULES:
                important = any(value.endswith("!important") for value in style.values())
                self.rules += (Rule(one, style, important) for one in selectors(match[1]))

    def define(self, style: Mapping[str, str]) -> None:
        """Take variables, counters and quotation marks from declarations."""
        if not style:
            return
        self.variables.update((n, v) for n, v in style.items() if n.startswith("--"))
        for name in ("counter-reset", "counter-set", "counter-increment"):
            told = style.get(name, "")
            if "var(" in told:
                told = _VARIABLE.sub(lambda m: self.variables.get(m[1], m[2] or ""), told)
            for counter, number in COUNTER.findall(told):
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
                name = match["counter"]
                number = self.live.get(name, self.counters.get(name))
                yield "" if number is None else self.counted(number, match["shown"])
            elif len(self.quotes) > 1:
                yield self.quotes[match["quote"].startswith("close")]

    def counted(self, number: int, shown: str) -> str:
        """How a number is shown in a counter style: by its symbols, by letters, else by digits."""
        style = shown.strip(" ,").rpartition(",")[2].strip()
        if counter_style := self.symbols.get(style):
            return counter_style.shown(number)
        if _LETTERED.fullmatch(style) and 0 < number <= 26:
            letter = chr(96 + number)
            return letter.upper() if style.startswith("upper") else letter
        return str(number).zfill(2) if style == "decimal-leading-zero" else str(number)

    def resolved(self, style: dict[str, str], around: Mapping[str, str]) -> None:
        """Put values for variables; those of the element and of the one around it count first."""
        for name, value in style.items():
            if "var(" in value and name not in _SAYING:
                style[name] = _VARIABLE.sub(
                    lambda m: (
                        style.get(m[1]) or around.get(m[1]) or self.variables.get(m[1], m[2] or "")
                    ),
                    value,
                )

    def drawn(self) -> Iterator[str]:
        """What the sheet alone draws: all in order, and what stands before before what stands after."""
        found = [
            (rule, self.content(rule.style[name], {}))
            for rule in self.rules
            for name in _SAYING & rule.style.keys()
        ]
        yield "".join(text for _, text in found)
        for counter_style in self.symbols.values():
            yield "".join(counter_style.listed)
            if counter_style.before or counter_style.after:
                yield counter_style.shown(1)
        if any(rule.pseudo == "before" for rule, _ in found[1:]):
            yield "".join(
                text for _, text in sorted(found, key=lambda pair: pair[0].pseudo == "after")
            )
        for rule, text in found:
            if is_turned(rule.style):
                yield text[::-1]


def declarations(text: str) -> dict[str, str]:
    """Names and values of a declaration list; the last of equal names counts."""
    found: dict[str, str] = {}
    for name, value in _DECLARATION.findall(text):
        name = unescaped(name)
        found[name if name.startswith("--") else name.lower()] = value.strip()
    return found


_HIDING = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|content-visibility:hidden"
    r"|opacity:(?:0(?:\.0*\d?)?|\.0\d?)%?;"
    r"|font-size:0(?:\.\d+)?(?:px|em|rem|pt|%)?;|transform:scale[xy3d]*\(0"
    r"|(?:^|;)(?:max-)?(?:width|height):0(?:px)?;.*overflow"
    r"|overflow:hidden;.*(?:width|height):0"
    r"|clip(?:-path)?:(?:inset\((?:100|50)%|rect\(0|circle\(0|polygon\(0)"
    r"|text-indent:-\d{3,}"
    r"|position:(?:absolute|fixed);.*(?:left|top|right):-\d{3,}"
    r"|(?:left|top|right|margin-left):-\d{3,}[a-z]*;.*position:(?:absolute|fixed)"
    r"|(?:^|;)fill(?:-opacity)?:(?:none|transparent|0);|margin-left:-\d{4,}"
    r"|(?:^|;)(?:color|-webkit-text-fill-color):"
    r"(?:transparent|white;|#fff(?:fff)?;|#[0-9a-f]{3}0;|#[0-9a-f]{6}00;|rgba\([^)]*,0\))"
    r"|(?:^|;)filter:opacity\(0"
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
