"""What a model allows at a place: keys and values, for “did you mean” and messages."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

Loc = tuple[str | int, ...]


def _parts(annotation: Any) -> Iterator[Any]:
    """The plain types inside `Annotated` and unions."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _parts(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for part in get_args(annotation):
            yield from _parts(part)
    else:
        yield annotation


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _step(annotation: Any, step: str | int) -> Any:
    """The type of the child `step`, or None when there is none."""
    for part in _parts(annotation):
        if get_origin(part) in (dict, list):
            return get_args(part)[-1]
        if _is_model(part):
            for name, field in part.model_fields.items():
                if step in (name, field.alias):
                    return field.annotation
    return None


def allowed_keys(model: type[BaseModel], loc: Loc) -> list[str]:
    """Keys that the mapping at `loc` may have, as written in the file; empty if any key may."""
    annotation: Any = model
    for step in loc:
        annotation = _step(annotation, step)
    for part in _parts(annotation):
        if _is_model(part):
            return [field.alias or name for name, field in part.model_fields.items()]
    return []
