"""Parses markup into a tree of boxes; styles are applied later."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

from helpcenter.guard.markup.html import Markup, Tag
from helpcenter.guard.matching import bounds
from helpcenter.html_elements import VOID

_VOID = VOID | {"param"}
"""Browsers close the obsolete `param` by itself too."""
SILENT = frozenset({"script", "style", "template", "head", "title", "noscript", "rp", "datalist"})
STRUCK = frozenset({"del", "s", "strike", "rt", "rtc"})
BLOCK = frozenset({"p", "div", "li", "td", "th", "tr", "table", "section", "article", "ul", "ol", "dl", "dt", "dd", "body", "main",
                    "aside", "header", "footer", "nav", "figure", "blockquote", "summary", "details", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "br", "form"})  # fmt: skip
MOVED = frozenset({"tfoot", "legend", "caption", "summary"})
"""Elements that are seen above or below their neighbours, wherever they stand."""
_ALWAYS = MOVED | {"bdo", "ruby", "select"}
_ENDS = {
    "li": {"li"}, "option": {"option"}, "p": {"p"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"},
    "td": {"td", "th"}, "th": {"td", "th"}, "tr": {"tr", "td", "th"},
}  # fmt: skip
"""Elements that the start of another ends."""
_MAX_BOXES = 60_000
MAX_DEPTH = 120


@dataclass
class Box:
    """One element."""

    tag: str
    given: dict[str, str] = field(default_factory=dict)
    start: int = 0
    end: int = 0
    parent: Box | None = None
    children: list[Box | str] = field(default_factory=list)
    style: dict[str, str] = field(default_factory=dict)
    before: str = ""
    after: str = ""
    marker: str = ""
    """The number or symbol of an item, when it is not what counting gives."""
    initial: Mapping[str, str] | None = None
    """Style of `::first-letter`, if any."""
    place: int = 1
    """From 1, among the elements of its parent."""
    counted: int | None = None
    """The number of the item of this list that was numbered last."""
    inside: list[Box] = field(default_factory=list)

    @property
    def above(self) -> Box | None:
        """The element around."""
        return self.parent

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is in it."""
        return not any(self.children)

    @property
    def is_special(self) -> bool:
        """Whether it looks different from its text."""
        return bool(self.style or self.before or self.after or self.marker or self.initial or self.tag in _ALWAYS or
                    (self.tag == "input" and "value" in self.given) or self.tag in STRUCK or self.tag in SILENT or "hidden" in self.given or "dir" in self.given)  # fmt: skip


def tree(markup: Markup) -> list[Box]:
    """All boxes in order, without styles; the first is the whole file."""
    root = Box("", end=len(markup.text))
    boxes, open_, done = [root], root, 0
    if len(markup.tags) > _MAX_BOXES:
        bounds.meet(f"> {_MAX_BOXES} elements")
    depth = 0
    for tag in markup.tags[:_MAX_BOXES]:
        if tag.start > done:
            open_.children.append(_text(markup.text[done : tag.start]))
        done = tag.end
        if tag.closing:
            open_, depth = _closed(open_, tag, depth)
            continue
        while (ends := _ENDS.get(tag.name)) and open_.parent and open_.tag in ends:
            open_.end, depth = tag.start, depth - 1
            open_ = open_.parent
        box = _box(markup, tag)
        box.parent = open_
        open_.children.append(box)
        open_.inside.append(box)
        box.place = len(open_.inside)
        boxes.append(box)
        if depth < MAX_DEPTH and not _is_empty(markup, tag):
            open_, depth = box, depth + 1
    if done < len(markup.text):
        open_.children.append(unescape(markup.text[done:]))
    for box in boxes:
        box.end = box.end or box.start + 1
    return boxes


def _text(raw: str) -> str:
    """A text between two tags as it is shown, without comments."""
    return unescape(re.sub(r"<!--.*?(?:-->|\Z)", "", raw, flags=re.DOTALL))


def _is_empty(markup: Markup, tag: Tag) -> bool:
    return tag.name in _VOID or markup.text[tag.start : tag.end].endswith("/>")


def _closed(open_: Box, tag: Tag, depth: int) -> tuple[Box, int]:
    box: Box | None = open_
    steps = 0
    while box and box.parent and box.tag != tag.name and steps < 12:
        box, steps = box.parent, steps + 1
    if box and box.parent and box.tag == tag.name:
        box.end = tag.end
        return box.parent, depth - steps - 1
    return open_, depth


def _box(markup: Markup, tag: Tag) -> Box:
    given: dict[str, str] = {}
    for attribute in markup.attributes(tag):
        given.setdefault(attribute.name, attribute.text)
    return Box(tag.name, given, tag.start, tag.end)
