"""Source rules of the facts, before anything is built.

HC202: an unknown function or record. HC203: an expression in a form or place that is refused.
HC205: a private-use character, which the renderer reserves. The build adds HC204 for expressions in
places that only Markdown can recognise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.data.articles import split_front_matter
from helpcenter.data.markdown_source import code_ranges, headings
from helpcenter.data.problems import did_you_mean
from helpcenter.data.records import Records
from helpcenter.facts.admonitions import WORD, types
from helpcenter.facts.expressions import Expression, Refused, find, mask, parse
from helpcenter.facts.functions import require_inline, require_plain, resolve
from helpcenter.facts.page import PRIVATE, to_finding
from helpcenter.model import Finding, Position, Text, sort_key

_ALONE = re.compile(r"[\s>]*(?:(?:[-*+:]|[0-9]+[.)])\s+)*$")
"""What may stand before a block on its line: indent, quote, list markers."""


def check(path: str, text: str, records: Records) -> list[Finding]:
    """Findings for the expressions of the page `text` (the raw file); code is passed over."""
    start = split_front_matter(text)[2]
    visible = mask(text, code_ranges(text, start))
    found = find(visible)
    titles = _heading_lines(text, start) if found.expressions else set()
    places = [(refused.offset, refused) for refused in found.refused]
    for expression in found.expressions:
        plain = expression.start < start or Position.at(text, expression.start).line in titles
        try:
            _check_call(visible, expression, records, plain=plain)
        except Refused as refused:
            places.append((expression.start, refused))
    places += _strange_boxes(visible[start:], start, records)
    findings = [to_finding(refused, path, Position.at(text, at)) for at, refused in places]
    return [*_private(path, text), *sorted(findings, key=sort_key)]


def _strange_boxes(body: str, start: int, records: Records) -> Iterator[tuple[int, Refused]]:
    """Admonitions of a type without colour and icon."""
    known = [
        word.removeprefix(WORD.format(""))
        for word in records.interface
        if word.startswith(WORD.format(""))
    ]
    for at, type_ in types(body):
        if known and type_ not in known:
            message = Text(f"没有这种提示框：{type_}", f"no such kind of box: {type_}")
            near = did_you_mean(type_, known)
            all_ = Text("可以写 " + "、".join(known), "write one of " + ", ".join(known))
            yield start + at, Refused(message, type_, rule="HC202", hint=near if near.en else all_)


def _heading_lines(text: str, start: int) -> set[int]:
    return {heading.position.line for heading in headings(text, start)}


def _check_call(text: str, expression: Expression, records: Records, *, plain: bool) -> None:
    call = parse(expression.source)
    function, _ = resolve(call, records)
    if plain:
        require_plain(call)
    elif function.block and not _alone(text, expression):
        require_inline(call)


def _alone(text: str, expression: Expression) -> bool:
    """Whether the expression is alone on its line; table rows are left to the build."""
    before = text[text.rfind("\n", 0, expression.start) + 1 : expression.start]
    end = text.find("\n", expression.end)
    after = text[expression.end : end if end >= 0 else len(text)]
    return "|" in before + after or (bool(_ALONE.match(before)) and not after.strip())


def _private(path: str, text: str) -> Iterator[Finding]:
    match = PRIVATE.search(text)
    if match:
        character = f"U+{ord(match[0]):04X}"
        refused = Refused(
            Text(
                f"不允许使用私用字符 {character}",
                f"the private character {character} is not allowed",
            ),
            character,
            rule="HC205",
            hint=Text("删掉它", "delete it"),
        )
        yield to_finding(refused, path, Position.at(text, match.start()))
