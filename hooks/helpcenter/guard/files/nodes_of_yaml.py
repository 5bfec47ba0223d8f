"""Composes YAML nodes from the parser's events, with a limit on depth."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

_DEEPEST = 40
_MOST = 100_000
"""Events of one file."""


@dataclass(slots=True)
class Node:
    """A value, a list of nodes, or a map as a list of keys and values in turn."""

    kind: str
    """`value list map`."""
    text: str = ""
    start: int = 0
    end: int = 0
    inner: list[Node] = field(default_factory=list)

    def pairs(self) -> list[tuple[Node, Node]]:
        """Keys and values of a map."""
        return list(zip(self.inner[::2], self.inner[1::2], strict=False))


def compose(text: str) -> list[Node]:
    """The documents of a text; what was read until an error or a bound stands."""
    documents: list[Node] = []
    anchors: dict[str, Node] = {}
    opened: list[Node] = []
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for count, event in enumerate(yaml.parse(text, Loader=loader)):
            if len(opened) > _DEEPEST or count > _MOST:
                break
            if isinstance(event, yaml.CollectionEndEvent):
                opened.pop()
                continue
            node = _node(event, anchors)
            if node is None:
                continue
            (opened[-1].inner if opened else documents).append(node)
            if isinstance(event, yaml.CollectionStartEvent):
                opened.append(node)
    except (yaml.YAMLError, ValueError):
        pass
    return documents


def _node(event: Any, anchors: dict[str, Node]) -> Node | None:
    if isinstance(event, yaml.AliasEvent):
        return anchors.get(str(event.anchor), Node("value"))
    if isinstance(event, yaml.ScalarEvent):
        first, last = event.start_mark, event.end_mark
        node = Node("value", event.value, first.index if first else 0, last.index if last else 0)
    elif isinstance(event, yaml.SequenceStartEvent):
        node = Node("list")
    elif isinstance(event, yaml.MappingStartEvent):
        node = Node("map")
    else:
        return None
    if event.anchor:
        anchors[event.anchor] = node
    return node
