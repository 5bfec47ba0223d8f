"""Expressions of Jinja, read by its own parser; set variables are known across a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import jinja2
from jinja2 import nodes as jinja

from helpcenter.guard.matching import bounds
from helpcenter.guard.programs import template_statements
from helpcenter.guard.programs.filters import JINJA
from helpcenter.guard.programs.nodes import WALL, Node, Result, Scope
from helpcenter.guard.programs.rewriting import rewrites
from helpcenter.guard.programs.settings import given
from helpcenter.guard.programs.template_expressions import read
from helpcenter.guard.programs.values import worked_out

_ENVIRONMENT = jinja2.Environment(comment_start_string="{##", comment_end_string="##}")
_TAG = re.compile(
    r"\{\{((?:(?!\}\}|\{\{|\{%).){1,2000}+)\}\}|\{%((?:(?!%\}|\{\{|\{%).){1,2000}+)%\}", re.DOTALL
)
_SET = re.compile(r"-?\s{0,9}set\s{1,9}([A-Za-z_]\w{0,60})\s{0,9}=(.+?)-?\Z", re.DOTALL)
_MAKES = re.compile(
    r"[~|%+]|\.\w{1,20}\(|\b(?:dict|cycler|joiner)\(|\bset\b|\bjoin\b|\[|^\s*[\w.]{1,60}\s*$"
    r"|[\"'\d]\s*$|\bif\b"
)
_REACH = 120


def results(text: str) -> Iterator[Result]:
    """Each run of text and expressions that makes more than is written, and what it makes."""
    yield from template_statements.results(text)
    yield from _by_tags(text)


def _by_tags(text: str) -> Iterator[Result]:
    tags = list(_TAG.finditer(text)) if "{" in text else []
    different: set[str] = set()
    for number, tag in enumerate(tags):
        different.add(tag[0])
        if len(different) > bounds.EXPRESSIONS:
            bounds.meet(f"> {bounds.EXPRESSIONS} expressions")
            tags = tags[:number]
            break
    if not any(_MAKES.search(tag[1] or tag[2]) for tag in tags):
        return
    scope = Scope(library=JINJA)
    scope.names.update(given(text))
    shown = [_shown(tag, scope) for tag in tags]
    yield from _changes(tags, scope)
    for number, tag in enumerate(tags):
        value = shown[number]
        if value == WALL:
            yield from _inner(tag, scope)
        if value and value != WALL:
            yield tag.start(), tag.end(), _around(text, tags, shown, number)


def _changes(tags: list[re.Match[str]], scope: Scope) -> Iterator[Result]:
    """What filters do to texts that are not known."""
    for tag in tags:
        tree = _tree(tag[1].strip().strip("-")) if tag[1] and "|" in tag[1] else None
        if tree is not None:
            inner = scope.inner(scope.names)
            for change in rewrites(tree, lambda part, held=inner: worked_out(part, held, 0)):  # type: ignore[misc]
                yield tag.start(), tag.end(), change


def _inner(tag: re.Match[str], scope: Scope) -> Iterator[Result]:
    """Texts that parts of an expression make whose value is not known: `{a: "b" ~ "c"}[key]`."""
    tree = _tree(tag[1].strip().strip("-")) if tag[1] and "~" in tag[1] else None
    waiting = [*tree.parts] if tree is not None else []
    while waiting:
        part = waiting.pop()
        value = worked_out(part, scope.inner(scope.names), 0) if part.kind == "join" else None
        if isinstance(value, str) and WALL not in value:
            yield tag.start(), tag.end(), value
        else:
            waiting.extend(part.parts)


def _shown(tag: re.Match[str], scope: Scope) -> str:
    """What stands on the page where a tag stands; empty for a statement."""
    source, name = tag[1], ""
    if source is None and (given := _SET.match(tag[2])):
        name, source = given[1], given[2]
    if source is None:
        return ""
    tree = _tree(source.strip().strip("-"))
    if tree is None:
        return WALL
    value = worked_out(tree, scope.inner(scope.names), 0)
    if name:
        scope.names[name] = value
        return str(value) if isinstance(value, str) and tree.kind != "text" else ""
    if tree.kind == "call" and tree.parts[0].kind == "name":
        return WALL
    if isinstance(value, list):
        value = "".join(map(str, value))
    return str(value) if isinstance(value, str | int | float) else WALL


@lru_cache(maxsize=bounds.EXPRESSIONS)
def _tree(source: str) -> Node | None:
    """An expression read; None when it is none."""
    try:
        node = _ENVIRONMENT.parse("{{" + source + "}}").body[0]
    except (jinja2.TemplateError, RecursionError, IndexError):
        return None
    return read(node.nodes[0] if isinstance(node, jinja.Output) and node.nodes else node)


def _around(text: str, tags: list[re.Match[str]], shown: list[str], number: int) -> str:
    """A shown value with its neighbours on both sides, tags among them replaced."""
    out = shown[number]
    at, step = tags[number].start(), number - 1
    while tags[number].start() - at < _REACH:
        end = tags[step].end() if step >= 0 else 0
        piece = text[max(end, at - _REACH) : at]
        out = piece + out
        if "\n\n" in piece or step < 0:
            break
        out, at, step = shown[step] + out, tags[step].start(), step - 1
    at, step = tags[number].end(), number + 1
    while at - tags[number].end() < _REACH:
        start = tags[step].start() if step < len(tags) else len(text)
        piece = text[at : min(start, at + _REACH)]
        out += piece
        if "\n\n" in piece or step >= len(tags):
            break
        out, at, step = out + shown[step], tags[step].end(), step + 1
    return out
