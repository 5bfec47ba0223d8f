"""Renders markup as it is seen: what styles hide, add, reorder or reverse.

This is not a browser: where several readings are possible, each is given. Only the surroundings of
an element that a style changes are rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextvars import ContextVar

from helpcenter.guard.markup import drawings
from helpcenter.guard.markup.boxes import BLOCK, MAX_DEPTH, MOVED, SILENT, STRUCK, Box, tree
from helpcenter.guard.markup.cascade import dress
from helpcenter.guard.markup.html import tokenize
from helpcenter.guard.markup.shadow import compose
from helpcenter.guard.markup.style_values import QUOTED
from helpcenter.guard.markup.stylesheets import Sheet, is_hidden, is_turned
from helpcenter.guard.markup.visual_order import arranged, in_a_row
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.escapes import QUOTES, unescaped
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.number_shapes import with_numbers

_MAX_DRAWN = 2_000
_FEW, _BRIEF = 3, 12
"""Least number of lines that are read as one, and most characters of such a line."""
_TRIGGER = re.compile(
    r"<(?:style|bdo|ruby|template|noscript|select|bdi|rt|del|s|strike|wbr|input|tfoot"
    r"|legend|caption|summary|[a-z]+-[a-z-]+)\b"
    r"|<(?:ol|li)\s|\b(?:style|hidden|dir|display|opacity)\b",
    re.IGNORECASE,
)
STYLES: ContextVar[str] = ContextVar("styles", default="")
"""Style rules of other files that show attributes of the file being read."""
_STYLE = re.compile(r"<style\b[^>]*+>((?:(?!</style).){0,200000}+)", re.DOTALL | re.IGNORECASE)


def drawn(text: str, path: str) -> Iterator[Found]:
    """Pieces of a file that look different from their source, and how they look."""
    if path.endswith(".css"):
        sheet = Sheet()
        sheet.read(text)
        for made in sheet.drawn():
            yield 0, len(text), made
        return
    yield from drawings.drawn(text)
    styles = STYLES.get()
    if "<" not in text or not (styles or _TRIGGER.search(text)):
        return
    sheet = Sheet()
    sheet.read(styles)
    for match in _STYLE.finditer(text):
        sheet.read(match[1])
        for made in sheet.drawn():
            yield match.start(), match.end(), made
    boxes = tree(tokenize(text))
    dress(boxes[0], sheet)
    compose(boxes)
    yield from _surroundings(boxes)


def _surroundings(boxes: list[Box]) -> Iterator[Found]:
    """The drawn text of each block that holds a special box."""
    done: set[int] = set()
    special = [box for box in boxes if box.is_special]
    if len(special) > _MAX_DRAWN:
        bounds.meet(f"> {_MAX_DRAWN} styled elements")
    for box in special[:_MAX_DRAWN]:
        block = box.parent if box.tag in MOVED and box.parent else box
        while block.parent and block.parent.parent and not _holds_lines(block):
            block = block.parent
        top = block.parent if block.parent and not block.parent.parent else None
        if id(block) in done:
            continue
        done.add(id(block))
        if block.parent and id(block.parent) not in done and box is block:
            done.add(id(block.parent))
            for reading in _in_lines(block.parent):
                yield block.start, max(block.parent.end, block.start + 1), reading
        for reading in dict.fromkeys(_shown(block, top, struck) for struck in (False, True)):
            yield block.start, max(block.end, block.start + 1), reading
        if box.tag == "ruby":
            first, _, rest = _ruby(block, " ").partition(" ")
            small = rest.replace(" ", "")
            for reading in (first + small, f"{first} {small}"):
                yield block.start, max(block.end, block.start + 1), reading


def _shown(block: Box, top: Box | None, struck: bool) -> str:
    """A block as it is drawn; one at the top of a file with its neighbours."""
    return _row(top, block, struck=struck) if top else _text(block, struck=struck)


def _in_lines(box: Box) -> Iterator[str]:
    """What styles make of the lines of a block, without what stands there by itself; and the lines."""
    lines = [child for child in box.inside if child.is_special]
    if len(lines) < _FEW or not box.parent:
        return
    added = [
        child.marker + child.before + child.after or _text(child)[:1] * bool(child.initial)
        for child in lines
    ]
    yield "".join(with_numbers(added))
    texts = [_text(child).strip() for child in box.inside]
    if max(map(len, texts)) <= _BRIEF:
        yield "".join(texts)


def _holds_lines(box: Box) -> bool:
    shows = box.style.get("display", "")
    return box.tag in BLOCK or "flex" in shows or "grid" in shows


def _row(top: Box, block: Box, *, struck: bool = False) -> str:
    """A box at the top of a file with its neighbours up to the next empty line."""
    at = next(index for index, child in enumerate(top.children) if child is block)
    first = last = at
    while first > 0 and at - first < 40 and not _parts(top.children[first - 1]):
        first -= 1
    while last + 1 < len(top.children) and last - at < 40 and not _parts(top.children[last + 1]):
        last += 1
    row = Box("span", children=list(top.children[max(first - 1, 0) : last + 2]))
    return _text(row, struck=struck)


def _parts(child: Box | str) -> bool:
    return "\n\n" in child if isinstance(child, str) else child.tag in BLOCK


def _ruby(box: Box, gap: str, depth: int = 0) -> str:
    """Only the small texts above others, and what stands between them."""
    if depth > MAX_DEPTH:
        return ""
    out = ""
    for child in box.children:
        if isinstance(child, str):
            out += "" if box.tag in ("ruby", "rb") else child.strip() + gap
        elif child.tag != "rp":
            out += _ruby(child, gap, depth + 1)
    return out


def _text(box: Box, *, struck: bool = False, depth: int = 0) -> str:
    """What a reader sees of a box.

    Args:
        box: the element.
        struck: with what is crossed out or written small above.
        depth: how deep in the tree.
    """
    if depth > MAX_DEPTH or box.tag in SILENT or (box.tag in STRUCK and not struck):
        return ""
    gone = is_hidden(box.style) or "hidden" in box.given
    if gone and box.initial and not is_hidden(box.initial):
        return _initial(box)
    if gone and (shown := _shown_again(box, struck, depth)):
        return shown
    if gone and not (box.before or box.after):
        return ""
    seen = [] if gone else arranged(box)
    pieces = [(child, _piece(child, struck, depth)) for child in seen]
    glue = (
        "\n"
        if any(isinstance(c, Box) and c.tag in BLOCK for c, _ in pieces) and not in_a_row(box)
        else ""
    )
    texts = [text for _, text in pieces]
    if not glue and seen is not box.children:
        texts = with_numbers(texts)
    out = box.before + glue.join(texts) + box.after
    if box.tag == "input":
        out = box.given.get("value", "")
    out = _cut(box.style, box.marker + out)
    turned = is_turned(box.style) or (
        box.tag == "bdo" and box.given.get("dir", "").lower() == "rtl"
    )
    return out[::-1] if turned else out


def _piece(child: Box | str, struck: bool, depth: int) -> str:
    return child if isinstance(child, str) else _text(child, struck=struck, depth=depth + 1)


def _shown_again(box: Box, struck: bool, depth: int) -> str:
    """The children that undo what hides their parent: they are of a size, a colour, visible."""
    undone = [
        child
        for child in box.inside
        if _UNDOING & box.style.keys() & child.style.keys() and not is_hidden(child.style)
    ]
    return "".join(_text(child, struck=struck, depth=depth + 1) for child in undone)


def _cut(style: Mapping[str, str], text: str) -> str:
    """A text as far as a box of so many characters' width shows it, and what is put at a break."""
    if "hyphenate-character" in style:
        text = text.replace("\xad", unescaped(style["hyphenate-character"].strip(QUOTES)))
    if QUOTED.fullmatch(style.get("text-overflow", "")):
        text += unescaped(style["text-overflow"].strip(QUOTES))
    wide = _WIDTH_IN_CHARS.fullmatch(style.get("width", style.get("max-width", "")))
    clipped = wide and (
        "hidden" in style.get("overflow", "") or "clip" in style.get("overflow", "")
    )
    return text[: int(wide[1])] if wide and clipped else text


def _initial(box: Box) -> str:
    """The first character of a box of which no other is seen."""
    for child in box.children:
        if found := child.strip()[:1] if isinstance(child, str) else _initial(child):
            return found
    return ""


_UNDOING = frozenset({"font-size", "visibility", "color", "text-indent", "font"})
_WIDTH_IN_CHARS = re.compile(r"(\d{1,3})(?:\.\d+)?ch")
