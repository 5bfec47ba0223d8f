"""Carries the expressions of one page through Markdown.

Before Markdown runs, each expression becomes one private-use character, so that no pipe, quote or
asterisk in it can be misread; in running text Markdown replaces it by its value. A character left
over was in code, and becomes its source again, or in a place where nothing is evaluated (a link
destination, an attribute, raw HTML), which is rule HC204.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from html.parser import HTMLParser

from markupsafe import Markup, escape

from helpcenter.data.markdown_source import code_ranges
from helpcenter.facts.admonitions import untitled
from helpcenter.facts.expressions import Call, Expression, Refused, find, mask, parse
from helpcenter.facts.functions import require_inline
from helpcenter.facts.render import Renderer
from helpcenter.model import Finding, Lang, Position, Text

FIRST = 0xF0000
"""Code point of the character that stands for the first expression of a page."""
PRIVATE = re.compile("[\U000f0000-\U000ffffd]")
"""Supplementary Private Use Area-A of Unicode; refused in sources."""
_CODE = ("code", "pre")
_Edit = tuple[int, int, str]
"""A stretch of the text (offsets) and what stands there instead."""


class PageFacts:
    """State of one page between `begin` and `finish`.

    Attributes:
        lang: language of the page's text.
        renderer: gives the values.
    """

    def __init__(self, renderer: Renderer, lang: Lang, path: str, raw: str = "") -> None:
        """`path` as findings name it; `raw` is the whole file, front matter included."""
        self.renderer = renderer
        self.lang = lang
        self._path = path
        self._raw = raw.replace("\r\n", "\n")
        self._text = ""
        self._calls: dict[str, tuple[Expression, Call, Lang]] = {}
        self._settled: set[str] = set()
        self._findings: list[Finding] = []

    def begin(self, text: str, chinese: Sequence[tuple[int, int]] = ()) -> str:
        """`text` of the page's Markdown with a private character for each expression.

        Admonitions without a title get one. The stretches `chinese` (offsets) of an English page
        get their values and titles in Chinese.
        """
        self._text = PRIVATE.sub("\ufffd", text)
        visible = mask(self._text, code_ranges(self._text))

        def lang_at(offset: int) -> Lang:
            return "zh" if any(first <= offset < end for first, end in chinese) else self.lang

        edits = [*self._expressions(visible, lang_at), *self._titles(visible, lang_at)]
        parts, last = [], 0
        for start, end, new in sorted(edits):
            parts += [self._text[last:start], new]
            last = end
        return "".join([*parts, self._text[last:]])

    def _expressions(self, visible: str, lang_at: Callable[[int], Lang]) -> Iterator[_Edit]:
        found = find(visible)
        for refused in found.refused:
            self._note(refused, refused.offset)
        for number, expression in enumerate(found.expressions):
            try:
                call = parse(expression.source)
            except Refused as refused:
                self._note(refused, expression.start)
                continue
            character = chr(FIRST + number)
            self._calls[character] = (expression, call, lang_at(expression.start))
            yield expression.start, expression.end, character

    def _titles(self, visible: str, lang_at: Callable[[int], Lang]) -> Iterator[_Edit]:
        words = self.renderer.records.interface
        for offset, key in untitled(visible):
            if key in words:
                yield offset, offset, f' "{words[key][lang_at(offset)]}"'

    def value(self, character: str, *, plain: bool, alone: bool) -> Markup:
        """HTML of the expression behind `character`, empty after a finding.

        `plain` inside headings and links, where only text may stand; `alone` when nothing
        else stands in the paragraph, list item or cell.
        """
        if character not in self._calls:
            return Markup()
        expression, call, lang = self._calls[character]
        self._settled.add(character)
        try:
            if plain:
                return escape(self.renderer.plain(call, lang, self._path))
            if not alone:
                require_inline(call)
            return self.renderer.render(call, lang, self._path)
        except Refused as refused:
            self._note(refused, expression.start)
            return Markup()

    def foresee(self) -> None:
        """Tell the renderer what the page will show; refusals are reported when it is built."""
        for _, call, lang in self._calls.values():
            with suppress(Refused):
                self.renderer.render(call, lang, self._path)

    def restore(self, html: str) -> str:
        """`html` with the written source in place of every character that is left over."""
        if not PRIVATE.search(html):
            return html
        code = _CodeText()
        code.feed(html)
        code.close()
        self._settled |= code.characters & self._calls.keys()
        return PRIVATE.sub(lambda match: self._source(match[0]), html)

    def finish(self) -> list[Finding]:
        """Findings of this page, after Markdown has run."""
        for character, (expression, *_) in self._calls.items():
            if character not in self._settled:
                self._note(_unused(expression), expression.start)
        return self._findings

    def _source(self, character: str) -> str:
        if character not in self._calls:
            return ""
        expression, *_ = self._calls[character]
        return escape(self._text[expression.start : expression.end])

    def _note(self, refused: Refused, offset: int) -> None:
        self._findings.append(to_finding(refused, self._path, self._position(offset)))

    def _position(self, offset: int) -> Position:
        """Place in the raw file: the page's Markdown is the end of it."""
        before = len(self._raw) - len(self._text)
        if before > 0 and self._raw.endswith(self._text):
            return Position.at(self._raw, before + offset)
        return Position.at(self._text, offset)


class _CodeText(HTMLParser):
    """Collects the private characters of the text inside code."""

    def __init__(self) -> None:
        super().__init__()
        self.characters: set[str] = set()
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._depth += tag in _CODE

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag in _CODE

    def handle_data(self, data: str) -> None:
        if self._depth > 0:
            self.characters.update(PRIVATE.findall(data))


def to_finding(refused: Refused, path: str, position: Position) -> Finding:
    """The finding for an expression that was refused."""
    return Finding(
        rule=refused.rule,
        path=path,
        position=position,
        kind="expression",
        found=refused.found,
        message=refused.message,
        suggestion=refused.suggestion,
    )


def _unused(expression: Expression) -> Refused:
    return Refused(
        Text("表达式写在不会求值的地方", "the expression stands where nothing is evaluated"),
        expression.source.strip(),
        rule="HC204",
        hint=Text(
            "不要写在链接地址、属性、图片说明或 HTML 里，写在正文里",
            "move it out of the link destination, attribute, image text or HTML into the text",
        ),
    )
