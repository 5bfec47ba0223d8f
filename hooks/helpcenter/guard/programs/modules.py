"""Imports of a script: the values that the modules beside it export."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from helpcenter.guard.programs.javascript import Reader
from helpcenter.guard.programs.javascript_objects import answered
from helpcenter.guard.programs.making import known
from helpcenter.guard.programs.template_runs import BESIDE

IMPORT = re.compile(
    r"\b(?:import"
    r"|export)\s{0,4}(?P<what>[\w$*{}\s,]{1,400}?)\s{0,4}from\s{0,4}[\"']"
    r"(?P<path>\.{1,2}/[\w./-]{1,200})[\"']",
    re.ASCII,
)
_NAME = re.compile(r"(?P<name>[\w$*]{1,60})(?:\s{1,4}as\s{1,4}(?P<own>[\w$]{1,60}))?", re.ASCII)
_EXPORTED = re.compile(
    r"\bexport\s{1,4}(?:const|let|var)\s{1,4}(?P<name>[\w$]{1,60})\s{0,4}=\s{0,4}(?!\("
    r"|[\w$]{1,60}\s?=>|async\b|function\b|new\b)"
    r"|\bexport\s{1,4}default\s{1,4}"
    r"(?:[\"'`](?P<text>[^\"'`\n]{1,200})[\"'`]|(?P<default>[\w$]{1,60})\s*(?:;|\n|\Z))"
    r"|\bexport\s{0,4}\{(?P<list>[^{}]{1,400})\}(?!\s{0,4}from)",
    re.ASCII,
)
_LONGEST, _ITEMS, _DEEPEST = 200, 40, 4


def path_of(name: str, beside: str) -> str:
    """The file that a script means by a relative name."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(beside), name))


def imported(text: str, path: str) -> dict[str, Any]:
    """The names that a script imports from modules beside it, with their values where those are known."""
    beside = BESIDE.get()
    names = dict(_imported(text, path, beside, 0)) if beside and "import" in text else {}
    return {**names, "fetch": _fetched(beside)} if beside and "fetch" in text else names


def _fetched(beside: Mapping[str, str]) -> Callable[..., dict[str, Any]]:
    """What a script has of the files of this site that it fetches."""
    return lambda name, *rest: answered(beside[name])


def _imported(
    text: str, path: str, beside: Mapping[str, str], depth: int
) -> Iterator[tuple[str, Any]]:
    for match in IMPORT.finditer(text) if depth < _DEEPEST else ():
        file = path_of(match["path"], path)
        module = beside.get(file)
        if module is None:
            continue
        if file.endswith(".json"):
            module = f"const held = {module}\nexport default held\n"
        values = {**_exported(module)} if _asked(match["what"], module) else {}
        if "export" in module and "from" in module:  # what it hands on
            values |= dict(_imported(module, file, beside, depth + 1))
        front, _, listed = match["what"].partition("{")
        for name in _NAME.finditer(listed):
            if name["name"] in values:
                yield name["own"] or name["name"], values[name["name"]]
        for name in _NAME.finditer(front):
            if name["name"] == "*" and name["own"]:
                yield name["own"], values
            elif "default" in values:
                yield name["name"], values["default"]


def _asked(what: str, module: str) -> bool:
    """Whether one of the names is a value that a module exports; to work it out takes long."""
    names = _names(module)
    return (
        "*" in what
        or any(name["name"] in names for name in _NAME.finditer(what))
        or ("default" in names and what[:1] != "{")
    )


@lru_cache(maxsize=64)
def _names(text: str) -> dict[str, tuple[str, str]]:
    """By the name of each exported value its name within the module, or its text."""
    names: dict[str, tuple[str, str]] = {}
    for match in _EXPORTED.finditer(text):
        if match["name"]:
            names[match["name"]] = match["name"], ""
        elif match["list"]:
            for name in _NAME.finditer(match["list"]):
                names[name["own"] or name["name"]] = name["name"], ""
        else:
            names["default"] = match["default"] or "", match["text"] or ""
    return names


@lru_cache(maxsize=64)
def _exported(text: str) -> dict[str, Any]:
    """Short values that a module exports, by their names; functions and what they make are none."""
    names = _names(text)
    values: dict[str, Any] = {name: told for name, (_, told) in names.items() if told}
    if len(values) < len(names):
        held = known(Reader(text).expressions())
        own = {name: held[inner] for name, (inner, _) in names.items() if inner in held}
        values |= {name: value for name, value in own.items() if _is_short(value)}
    return values


def _is_short(value: Any) -> bool:
    if isinstance(value, str):
        return 0 < len(value) <= _LONGEST
    if isinstance(value, list | dict):
        inner = value.values() if isinstance(value, dict) else value
        return len(value) <= _ITEMS and all(map(_is_short, inner))
    return isinstance(value, int) and not isinstance(value, bool)
