"""The values under `extra` in mkdocs.yml, which a template may put together."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from helpcenter.guard.files.nodes_of_yaml import Node, compose
from helpcenter.guard.programs.nodes import UNKNOWN
from helpcenter.guard.programs.related_files import EXTRA, SETTINGS
from helpcenter.guard.programs.template_runs import BESIDE

_DEEPEST = 6


def given(text: str) -> dict[str, Any]:
    """The names a template knows from the settings beside it; none where it asks for none."""
    beside = BESIDE.get()
    settings = beside.get(SETTINGS)
    if settings is None or not any(EXTRA in part for part in (text, *beside.values())):
        return {}
    return {"config": {"extra": _extra(settings)}}


@lru_cache(maxsize=4)
def _extra(settings: str) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for document in compose(settings):
        for key, value in document.pairs() if document.kind == "map" else ():
            if key.text == "extra" and value.kind == "map":
                made.update(_value(value, 0))
    return made


def _value(node: Node, depth: int) -> Any:
    if depth > _DEEPEST:
        return UNKNOWN
    if node.kind == "map":
        return {key.text: _value(value, depth + 1) for key, value in node.pairs()}
    if node.kind == "list":
        return [_value(item, depth + 1) for item in node.inner]
    return node.text
