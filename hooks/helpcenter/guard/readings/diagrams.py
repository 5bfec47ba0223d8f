"""Diagrams in words: the labels of boxes in the order of the arrows between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from helpcenter.guard.matching.found import Found

_BLOCK = re.compile(
    r"(?:^|\n)[ \t>]{0,9}(?:```+|~~~+)[ \t]{0,3}\{?\.?(?:mermaid|dot|graphviz|d2"
    r"|plantuml)\b[^\n]{0,80}\n"
    r"(?P<held>(?:(?![ \t>]{0,9}(?:```|~~~))[^\n]{0,400}\n){1,200}+)"
)
_LABEL = re.compile(
    r"(?<![\w-])(?P<id>\w[\w-]{0,29})\s{0,3}(?:\[\s?label\s?=\s?|[\[({>]{1,3}"
    r"|:\s)[\"'/\\]{0,2}(?P<label>[^\[\](){}\"'<>\n|]{1,60})"
)
_ARROW = re.compile(
    r"\s{0,3}(?:<{0,2}-{1,2}(?:>>|\)|x(?!\w))|<?-{2,3}[>ox]?|->|={2,3}>?|-\.{1,2}->?"
    r"|~{3})(?:\|[^|\n]{0,40}\|)?\s{0,3}"
)
_NAME = re.compile(r"\w[\w-]*")
_SEQUENCE = re.compile(r"\s{0,9}sequenceDiagram\b")
_ALIAS = re.compile(
    r"\b(?:participant"
    r"|actor)[ \t]{1,4}(?P<id>[\w-]{1,30})[ \t]{1,4}as[ \t]{1,4}(?P<label>[^\n]{1,60})"
)
_SAID = (
    re.compile(r"\n[^\n:]{1,60}:(?!:)[ \t]{0,4}(?P<said>[^\n]{1,60})"),
    re.compile(r"\|(?P<said>[^|\n]{1,40})\|"),
    re.compile(r"-[ \t](?P<said>[^|\n>-]{1,40})[ \t]--?>"),
)
"""What is said along an arrow."""
_LISTED = re.compile(r"\s{0,9}(?:mindmap|timeline|kanban|block-beta)\b")
"""Diagrams whose lines are read from top to bottom."""
_PIECE = re.compile(r"[\w@.+-]{1,40}", re.ASCII)
_WRAPPING = " \t[](){}\"':"
_MOST = 200
_GAPS = ("", " ")
"""Between labels: those that are pieces of one thing, and those that are words."""
TRUE_SAMPLES = (
    ("```mermaid\nsequenceDiagram\n 400->>000: 甲\n 000->>0199: 乙\n```\n", "4000000199"),
    ("```mermaid\ngraph LR\nA -->|kf@| B -->|a.test| C\n```\n", "kf@a.test"),
    ("```mermaid\nmindmap\n  root((kf))\n    @\n      a.test\n```\n", "kf@a.test"),
    ("```mermaid\ngraph LR\nc[0199]\na[400-]\nb[000-]\na --> b\nb --> c\n```\n", "400-000-0199"),
    ("```mermaid\ngraph LR\na[报错] --> b{TG}\nb --> c[desk_77]\n```\n", "报错 TG desk_77"),
)
FALSE_SAMPLES = ("```mermaid\ngraph LR\na[提交] --> b[审核]\n```\n",)


def ordered(text: str) -> Iterator[Found]:
    """Span of each diagram, and the labels along its longest row of arrows."""
    if "```" not in text and "~~~" not in text:
        return
    for block in _BLOCK.finditer(text):
        held = block["held"]
        sequence = _SEQUENCE.match(held) is not None
        known = _ALIAS if sequence else _LABEL
        labels = {m["id"]: m["label"].strip() for m in known.finditer(held)}
        row = _row(list(_arrows(held)))
        if len(row) > 1 and (labels or sequence):
            shown = [labels.get(name, name) for name in row]
            yield from ((*block.span(), gap.join(shown)) for gap in _GAPS)
        yield from ((*block.span(), told) for told in _told(held))


def _told(held: str) -> Iterator[str]:
    """What stands at the arrows, or in the lines, where all of it is pieces of an address."""
    rows = [[m["said"].strip(_WRAPPING) for m in said.finditer(held)] for said in _SAID]
    if _LISTED.match(held):
        lines = held.split("\n")[1:]
        rows.append([_label(line) for line in lines if line.strip()])
    for row in rows:
        if 1 < len(row) < _MOST and all(map(_PIECE.fullmatch, row)):
            yield "".join(row)


def _label(line: str) -> str:
    found = _LABEL.search(line)
    return (found["label"] if found else line).strip(_WRAPPING)


def _arrows(held: str) -> Iterator[tuple[str, str]]:
    for line in held.split("\n"):
        names = [found[0] for part in _ARROW.split(line) if (found := _NAME.match(part.strip()))]
        yield from pairwise(names)


def _row(arrows: list[tuple[str, str]]) -> list[str]:
    """The boxes from one that no arrow leads to, along the first arrow out of each."""
    after: dict[str, str] = {}
    for one, other in arrows[:_MOST]:
        after.setdefault(one, other)
    ends = {other for _, other in arrows}
    at = next((one for one in after if one not in ends), "")
    row = [at] if at else []
    while at in after and after[at] not in row:
        at = after[at]
        row.append(at)
    return row
