"""Finds the visual order of the children of a box."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import inf, prod

from helpcenter.guard.markup.boxes import BLOCK, Box
from helpcenter.guard.markup.style_values import QUOTED

Children = list[Box | str]
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,6})?|-?\.\d{1,6}")
_SHIFT = re.compile(r"translate(?:3d|[xX])?\(\s?(-?[\d.]{1,9})")
_AXES = (
    ("order", ""),
    ("grid-row", "grid-column"),
    ("grid-row-start", "grid-column-start"),
    ("grid-area", ""),
    ("top", "left"),
    ("inset-block-start", "inset-inline-start"),
    ("", "margin-left"),
    ("bottom", "right"),
)
"""Declarations that move a box down and to the right."""
_BACK = ("bottom", "right")
_FIRST = {"table": ("caption", "thead"), "details": ("summary",), "fieldset": ("legend",)}
_LAST = {"table": ("tfoot",)}
"""Elements that browsers show at the top, and at the bottom, of their parent."""
_AS = {"table-header-group": "thead", "table-footer-group": "tfoot", "table-caption": "caption"}
"""Values of `display` that place a box as the table element they name."""


def arranged(box: Box) -> Children:
    """The children in the order in which they are seen."""
    boxes = [child for child in box.children if isinstance(child, Box)]
    places = {id(child): place for child in boxes if (place := _place(child.style)) is not None}
    if areas := _areas(box.style):
        named = ((id(child), areas.get(child.style.get("grid-area", ""))) for child in boxes)
        places |= {child: place for child, place in named if place}
    if places and len(boxes) > 1:
        still = (0.0 if any("order" in child.style for child in boxes) else -inf, 0.0)
        seen = [child for child in box.children if isinstance(child, Box) or child.strip()]
        return sorted(
            seen, key=lambda c: still if isinstance(c, str) else places.get(id(c), (0.0, 0.0))
        )
    if _is_reversed(box):
        return [*reversed(boxes)]
    if any("float" in child.style for child in boxes):
        return _floated(box.children)
    if box.tag in _FIRST:
        return sorted(box.children, key=lambda child: _rank(box.tag, child))
    if any(child.style.get("display") in _AS for child in boxes):
        return sorted(box.children, key=lambda child: _rank("table", child))
    return box.children


def in_a_row(box: Box) -> bool:
    """Whether the children stand side by side, even those that are blocks."""
    shows = box.style.get("display", "")
    return "flex" in shows or "grid" in shows or (box.tag == "tr" and _is_from_right(box))


def _is_reversed(box: Box) -> bool:
    told = " ".join(
        box.style.get(name, "") for name in ("flex-direction", "flex-flow", "flex-wrap")
    )
    columns = box.style.get("writing-mode", "") in ("vertical-rl", "tb-rl", "sideways-rl")
    upright = columns and any(child.tag in BLOCK for child in box.inside)
    return "reverse" in told or upright or (in_a_row(box) and _is_from_right(box))


def _is_from_right(box: Box) -> bool:
    """Whether cells and the like follow each other from right to left."""
    at: Box | None = box
    while at:
        if told := at.given.get("dir") or at.style.get("direction"):
            return told.lower() == "rtl"
        at = at.parent
    return False


def _floated(children: Children) -> Children:
    """What floats to the left, the rest, and what floats to the right, from its last on."""
    sides: dict[str, Children] = {"left": [], "": [], "right": []}
    for child in children:
        side = "" if isinstance(child, str) else child.style.get("float", "")
        side = {"inline-start": "left", "inline-end": "right"}.get(side, side)
        sides[side if side in sides else ""].append(child)
    return [*sides["left"], *sides[""], *reversed(sides["right"])]


def _rank(tag: str, child: Box | str) -> int:
    name = "" if isinstance(child, str) else _AS.get(child.style.get("display", ""), child.tag)
    first = _FIRST[tag]
    if name in first:
        return first.index(name)
    return len(first) + (name in _LAST.get(tag, ()))


def _areas(style: Mapping[str, str]) -> dict[str, tuple[float, float]]:
    """Row and column of each name in the areas of a grid."""
    told = style.get("grid-template-areas") or style.get("grid-template") or style.get("grid", "")
    found: dict[str, tuple[float, float]] = {}
    for row, names in enumerate(QUOTED.findall(told)[:60]):
        for column, name in enumerate(names[1:-1].split()[:60]):
            found.setdefault(name, (float(row), float(column)))
    return found


def _place(style: Mapping[str, str]) -> tuple[float, float] | None:
    """Row and column of a box that styles move; None when they do not."""
    if not style:
        return None
    for row, column in _AXES:
        if (row and row in style) or (column and column in style):
            sign = -1 if (row, column) == _BACK else 1
            down, _, right = style.get(row, "").partition("/")
            return sign * _size(down), sign * _size(style.get(column, right))
    if inset := style.get("inset", "").split():
        return _size(inset[0]), _size(inset[3] if len(inset) > 3 else inset[len(inset) > 1])
    shift = _SHIFT.search(style.get("transform", ""))
    if shift or "translate" in style:
        return 0.0, _size(shift[1] if shift else style["translate"])
    return None


def _size(value: str) -> float:
    """The first number of a value; the numbers of a product multiplied."""
    numbers = [float(number) for number in _NUMBER.findall(value)[:9]]
    if not numbers:
        return 0.0
    return prod(numbers) if "*" in value else numbers[0]
