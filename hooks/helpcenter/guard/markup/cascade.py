"""Applies styles to the boxes of a page: declarations, generated text, counters, list markers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from helpcenter.guard.markup.boxes import MAX_DEPTH, Box
from helpcenter.guard.markup.style_values import COUNTER, QUOTED
from helpcenter.guard.markup.stylesheets import Sheet, declarations, is_hidden
from helpcenter.guard.matching.escapes import QUOTES

_WHOLE = re.compile(r"-?\d{1,12}")
_GIVEN = {"display", "visibility", "opacity", "fill-opacity", "font-size"}
"""Attributes of drawings that hide as declarations of the same name do."""
_TYPES = {"a": "lower-alpha", "A": "upper-alpha"}


def dress(root: Box, sheet: Sheet) -> None:
    """Put the styles of a sheet, and those of the elements themselves, on all boxes."""
    sheet.live = {}
    sheet.rules.sort(key=lambda rule: rule.selector.weight)
    _put_on(root, sheet, 0)
    sheet.live = {}


def _put_on(box: Box, sheet: Sheet, depth: int) -> None:
    pseudo = _styles(box, sheet)
    _count(sheet, box.style)
    if box.tag == "li":
        box.marker = _marker(box, sheet)
    for name in ("marker", "before"):
        if style := pseudo.get(name):
            _count(sheet, style)
            box.before += sheet.content(style.get("content", ""), box.given)
    box.initial = pseudo.get("first-letter")
    if depth < MAX_DEPTH:
        for child in box.inside:
            _put_on(child, sheet, depth + 1)
    if style := pseudo.get("after"):
        _count(sheet, style)
        box.after = sheet.content(style.get("content", ""), box.given)


def _styles(box: Box, sheet: Sheet) -> dict[str, dict[str, str]]:
    """Put its declarations on a box.

    Returns:
        Those of its pseudo-elements.
    """
    own = declarations(box.given["style"]) if "style" in box.given else {}
    sheet.define(own)
    pseudo: dict[str, dict[str, str]] = {}
    for rule in sheet.rules if box.tag else ():
        if rule.selector.fits(box):
            target = pseudo.setdefault(rule.pseudo, {}) if rule.pseudo else box.style
            target.update(rule.style)
    box.style.update(own)
    box.style.update(_important(box, sheet))
    hiding = ({name: box.given[name]} for name in _GIVEN & box.given.keys())
    box.style.update(pair for style in filter(is_hidden, hiding) for pair in style.items())
    around = box.parent.style if box.parent else {}
    for style in (box.style, *pseudo.values()):
        sheet.resolved(style, {**around, **box.style})
    return pseudo


def _important(box: Box, sheet: Sheet) -> dict[str, str]:
    """The declarations of rules that count before those of the element itself."""
    return {
        name: value
        for rule in sheet.rules
        if rule.important and not rule.pseudo and rule.selector.fits(box)
        for name, value in rule.style.items()
        if value.endswith("!important")
    }


def _count(sheet: Sheet, style: Mapping[str, str]) -> None:
    """Do what declarations say to counters."""
    for name in ("counter-reset", "counter-set", "counter-increment"):
        for counter, number in COUNTER.findall(style[name]) if name in style else ():
            adds = name == "counter-increment"
            step = int(number) if number else int(adds)
            sheet.live[counter] = step + (sheet.live.get(counter, 0) if adds else 0)


def _marker(box: Box, sheet: Sheet) -> str:
    """What stands in front of an item, if it is not just its place in the list."""
    above = box.parent
    given, around = box.given, above.given if above else {}
    value, start = given.get("value", ""), around.get("start", "")
    style = _list_style(box) or (_list_style(above) if above else "")
    style = style or _TYPES.get(given.get("type", around.get("type", "")), "")
    number = _number(box)
    if QUOTED.fullmatch(style):
        return style.strip(QUOTES)
    told = value or (start if box.place == 1 else "") or ("" if "reversed" not in around else "1")
    return sheet.counted(number, style) if told or style in sheet.symbols else ""


def _list_style(box: Box) -> str:
    return box.style.get("list-style-type", box.style.get("list-style", ""))


def _number(box: Box) -> int:
    """The number of an item, counted from the last one that has a value of its own."""
    above = box.parent
    if above is None:
        return 1
    back = "reversed" in above.given
    if above.counted is None:
        first = sum(one.tag == "li" for one in above.inside) if back else 1
        above.counted = _whole(above.given.get("start"), first) + (1 if back else -1)
    above.counted = _whole(box.given.get("value"), above.counted + (-1 if back else 1))
    return above.counted


def _whole(text: str | None, otherwise: int) -> int:
    match = _WHOLE.match(text.strip()) if text else None
    return int(match[0]) if match else otherwise
