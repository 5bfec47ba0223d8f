"""Shadow trees: a page shows a template with its slots filled."""

from __future__ import annotations

from helpcenter.guard.markup.boxes import MAX_DEPTH, Box

_ROOT = ("shadowrootmode", "shadowroot")
Children = list[Box | str]


def compose(boxes: list[Box]) -> None:
    """Put into each host of a shadow tree what its template shows, every slot filled."""
    for host in boxes:
        if template := next(filter(_is_root, host.inside), None):
            light: Children = [child for child in host.children if child is not template]
            _fill(template.children, light, set(), 0)
            host.children = template.children
            for box in template.inside:
                box.parent = host


def _is_root(box: Box) -> bool:
    return box.tag == "template" and any(name in box.given for name in _ROOT)


def _fill(children: Children, light: Children, taken: set[str], depth: int) -> None:
    """Give to the slots, in their order, the pieces that ask for them; a slot without stays."""
    for box in children:
        if isinstance(box, str) or box.tag == "template" or depth > MAX_DEPTH:
            continue
        if box.tag != "slot":
            _fill(box.children, light, taken, depth + 1)
            continue
        name = box.given.get("name", "")
        found = [child for child in light if _wanted(child) == name] if name not in taken else []
        taken.add(name)
        if any(isinstance(child, Box) or child.strip() for child in found):
            box.children = found


def _wanted(child: Box | str) -> str:
    return "" if isinstance(child, str) else child.given.get("slot", "")
