"""Markup as it is drawn: what styles hide, add, reorder or turn round.

Not a browser: where several readings are possible, each is given. Only the surroundings of
an element that a style changes are drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from helpcenter.guard import bounds, drawings
from helpcenter.guard.boxes import BLOCK, MAX_DEPTH, SILENT, STRUCK, Box, tree
from helpcenter.guard.html import tokenize
from helpcenter.guard.stylesheets import Sheet, is_hidden, is_turned

_MAX_DRAWN = 2_000
_TRIGGER = re.compile(
    r"<(?:style|bdo|ruby|template|noscript|select|bdi|rt|del|s|strike|wbr|input|[a-z]+-[a-z-]+)\b|\b(?:style|hidden|dir)\b",
    re.IGNORECASE,
)
_STYLE = re.compile(r"<style\b[^>]*+>((?:(?!</style).){0,200000}+)", re.DOTALL | re.IGNORECASE)


def drawn(text: str, path: str) -> Iterator[tuple[int, int, str]]:
    """Pieces of a file that are drawn otherwise than they are written, and as they are drawn."""
    if path.endswith(".css"):
        sheet = Sheet()
        sheet.read(text)
        for made in sheet.drawn():
            yield 0, len(text), made
        return
    yield from drawings.drawn(text)
    if "<" not in text or not _TRIGGER.search(text):
        return
    sheet = Sheet()
    for match in _STYLE.finditer(text):
        sheet.read(match[1])
        for made in sheet.drawn():
            yield match.start(), match.end(), made
    yield from _surroundings(tree(tokenize(text), sheet))


def _surroundings(boxes: list[Box]) -> Iterator[tuple[int, int, str]]:
    """The drawn text of each block that holds a special box."""
    done: set[int] = set()
    special = [box for box in boxes if box.is_special]
    if len(special) > _MAX_DRAWN:
        bounds.meet(f"> {_MAX_DRAWN} styled elements")
    for box in special[:_MAX_DRAWN]:
        block = box
        while block.parent and block.parent.parent and not _holds_lines(block):
            block = block.parent
        top = block.parent if block.parent and not block.parent.parent else None
        if id(block) in done:
            continue
        done.add(id(block))
        readings = (
            {_row(top, block), _row(top, block, struck=True)}
            if top
            else {_text(block), _text(block, struck=True)}
        )
        for reading in readings:
            yield block.start, max(block.end, block.start + 1), reading
        if box.tag == "ruby":
            first, _, rest = _ruby(block, " ").partition(" ")
            small = rest.replace(" ", "")
            for reading in (first + small, f"{first} {small}"):
                yield block.start, max(block.end, block.start + 1), reading


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
    if gone and not (box.before or box.after):
        return ""
    pieces = [] if gone else [(child, _piece(child, struck, depth)) for child in _arranged(box)]
    glue = (
        "\n"
        if any(isinstance(c, Box) and c.tag in BLOCK for c, _ in pieces) and not _in_a_row(box)
        else ""
    )
    out = box.before + glue.join(text for _, text in pieces) + box.after
    if box.tag == "input":
        out = box.given.get("value", "")
    if box.tag == "li" and "value" in box.given:
        out = box.given["value"] + out
    turned = is_turned(box.style) or (
        box.tag == "bdo" and box.given.get("dir", "").lower() == "rtl"
    )
    return out[::-1] if turned else out


def _piece(child: Box | str, struck: bool, depth: int) -> str:
    return child if isinstance(child, str) else _text(child, struck=struck, depth=depth + 1)


def _in_a_row(box: Box) -> bool:
    shows = box.style.get("display", "")
    return "flex" in shows or "grid" in shows


def _arranged(box: Box) -> list[Box | str]:
    """The children in the order in which they are seen."""
    boxes = [child for child in box.children if isinstance(child, Box)]
    places = {id(child): place for child in boxes if (place := _place(child.style)) is not None}
    if places and len(boxes) > 1:
        return [*sorted(boxes, key=lambda child: places.get(id(child), (0.0, 0.0)))]
    if "reverse" in box.style.get("flex-direction", "") + box.style.get("flex-flow", ""):
        return [*reversed(boxes)]
    if len(boxes) > 1 and all("right" in child.style.get("float", "") for child in boxes):
        return [*reversed(boxes)]
    if box.given.get("dir", box.style.get("direction", "")).lower() == "rtl" and _in_a_row(box):
        return [*reversed(boxes)]
    return box.children


_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,6})?")


def _place(style: Mapping[str, str]) -> tuple[float, float] | None:
    """Row and column of a box that styles move; None when they do not."""
    if not style:
        return None
    for row, column in (("order", ""), ("grid-row", "grid-column"), ("grid-area", ""), ("top", "left"), ("", "margin-left"),
                        ("", "grid-column-start"), ("", "right")):  # fmt: skip
        if (row and row in style) or (column and column in style):
            sign = -1 if column == "right" else 1
            return _first(style.get(row, "")), sign * _first(style.get(column, ""))
    shift = re.search(r"translate[xX]?\(\s?(-?[\d.]{1,9})", style.get("transform", ""))
    return (0.0, _first(shift[1])) if shift else None


def _first(value: str) -> float:
    match = _NUMBER.search(value)
    return float(match[0]) if match else 0.0
