"""Validates a document against its model: every violation becomes a problem at its exact place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from helpcenter.data.models.addresses import ADDRESS_PATTERN
from helpcenter.data.models.article import STAMP_PATTERN
from helpcenter.data.models.base import KEY_PATTERN, Model
from helpcenter.data.models.formats import CLOCK_PATTERN, SHORT_NUMBER_PATTERN
from helpcenter.data.models.words import COLOUR_PATTERN
from helpcenter.data.problems import Problem
from helpcenter.data.shape import allowed_keys
from helpcenter.data.wording import WORDING
from helpcenter.data.yaml_file import Document, Path
from helpcenter.model import Position

_TYPES: dict[str, tuple[str, str]] = {
    "string_type": ("文字（数字和日期请加引号）", "text (put numbers and dates in quotes)"),
    "int_type": ("不加引号的整数", "a whole number without quotes"),
    "bool_type": ("true 或 false", "true or false"),
    "list_type": ("列表，每项一行，以“- ”开头", "a list, each item on a line with “- ”"),
    "dict_type": ("“键: 值”的映射", "a mapping of “key: value” lines"),
    "model_type": ("“键: 值”的映射", "a mapping of “key: value” lines"),
}
_ALIASES = {
    "date_type": "bad_date",
    "date_from_datetime_inexact": "bad_date",
    "datetime_type": "bad_moment",
    "string_too_long": "text_too_long",
    "too_long": "text_too_long",
    "too_short": "list_too_short",
}
_PATTERNS = {
    KEY_PATTERN: "bad_key",
    CLOCK_PATTERN: "bad_clock",
    COLOUR_PATTERN: "bad_colour",
    SHORT_NUMBER_PATTERN: "bad_short_number",
    STAMP_PATTERN: "bad_stamp",
    ADDRESS_PATTERN: "bad_page_address",
}
_BOUNDS = {"ge": "≥", "le": "≤", "gt": ">", "lt": "<"}

M = TypeVar("M", bound=Model)


def validate(model: type[M], document: Document, today: date) -> tuple[M | None, list[Problem]]:
    """The typed record file, or None, and all violations; past dates end with `today`."""
    try:
        return model.model_validate(document.value, context={"today": today}), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [
            _problem(detail, model, document)
            for detail in details
            if not _is_refused(detail["loc"], document)
        ]


def _is_refused(loc: Path, document: Document) -> bool:
    """The form of the value (alias, tag) is already refused; its type says nothing more."""
    return any(loc[:length] in document.refused for length in range(len(loc) + 1))


def _problem(detail: ErrorDetails, model: type[Model], document: Document) -> Problem:
    kind, loc, context = detail["type"], detail["loc"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown_key(loc, model, document)
    if kind == "missing":
        return _missing_key(loc, document)
    if loc and loc[-1] == "[key]":
        return _bad_key(kind, loc[:-1], context, document)
    path = _blamed(loc, str(context.get("at", "")))
    if not path:
        return Problem("top_not_mapping", document.place(()).value)
    code, values = _code_and_values(kind, detail["msg"], context, _is_empty(path, document))
    near = context.get("near", ()) or _choices(context)
    return Problem(
        code,
        _position(path, document),
        _found(path, document),
        {"key": _name(path), **values},
        tuple(near),
    )


def _code_and_values(
    kind: str, message: str, context: Mapping[str, Any], empty: bool
) -> tuple[str, dict[str, str]]:
    """The code of `WORDING` for a kind of pydantic error, and what fills its sentence."""
    if kind in WORDING:
        return kind, {name: str(value) for name, value in context.items() if name != "near"}
    if kind in _TYPES:
        zh, en = _TYPES[kind]
        return ("empty_value" if empty else "wrong_type"), {"zh": zh, "en": en}
    if kind == "string_too_short":
        return "empty_value", {"zh": "文字", "en": "text"}
    if choices := _choices(context):
        return "not_a_choice", {"allowed": ", ".join(choices)}
    if kind == "string_pattern_mismatch" and context["pattern"] in _PATTERNS:
        return _PATTERNS[context["pattern"]], {}
    if kind in _ALIASES:
        limit = context.get("max_length", context.get("min_length", ""))
        return _ALIASES[kind], {"limit": str(limit)}
    if bounds := [f"{sign} {context[name]}" for name, sign in _BOUNDS.items() if name in context]:
        return "out_of_range", {"zh": bounds[0], "en": bounds[0]}
    return "bad_value", {"reason": message}


def _choices(context: Mapping[str, Any]) -> list[str]:
    return re.findall(r"'([^']*)'", str(context.get("expected", "")))


def _unknown_key(path: Path, model: type[Model], document: Document) -> Problem:
    allowed = allowed_keys(model, path[:-1])
    name = str(path[-1])
    values = {"allowed": ", ".join(allowed)}
    return Problem("unknown_key", document.place(path).key, name, values, tuple(allowed))


def _missing_key(path: Path, document: Document) -> Problem:
    values = {"key": str(path[-1]), "parent": _name(path[:-1])}
    code = "missing_key" if path[:-1] else "missing_top_key"
    return Problem(code, document.place(path[:-1]).key, "", values)


def _bad_key(kind: str, path: Path, context: Mapping[str, Any], document: Document) -> Problem:
    choices, name = _choices(context), str(path[-1])
    code = "unknown_key" if choices else "bad_key"
    values = {"allowed": ", ".join(choices)}
    return Problem(code, document.place(path).key, name, values, tuple(choices))


def _blamed(path: Path, at: str) -> Path:
    """Follow `at` (`../status`, `2`) from the value that was checked."""
    for step in filter(None, at.split("/")):
        path = path[:-1] if step == ".." else (*path, int(step) if step.isdigit() else step)
    return path


def _position(path: Path, document: Document) -> Position:
    place = document.place(path)
    return place.value if place.raw else place.key


def _found(path: Path, document: Document) -> str:
    raw = document.places[path].raw if path in document.places else ""
    return raw.strip("\"'") if raw else ""


def _is_empty(path: Path, document: Document) -> bool:
    return path in document.places and document.places[path].raw in ("", "~", "null")


def _name(path: Path) -> str:
    return ".".join(str(step) for step in path)
