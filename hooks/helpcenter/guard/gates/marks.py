"""Rendered references in a built page: `data-contact`, compared with the records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from helpcenter.data.lines import LineIndex
from helpcenter.guard.markup.html import Attribute, Markup
from helpcenter.guard.records.truth import Truth
from helpcenter.guard.rules import hc106, hc110
from helpcenter.guard.rules.base import Mark
from helpcenter.model import Finding, Position

ATTRIBUTE = "data-contact"
_NAME = re.compile(r"-contact(?<=data-contact)", re.IGNORECASE)
"""Its second half first, which begins with a character that has no case: Python finds it sooner."""


def check_marks(
    path: str, markup: Markup, truth: Truth, nonce: str | None
) -> tuple[list[Finding], list[tuple[int, int]]]:
    """Findings about the marked elements, and where those that are right hold their address.

    Args:
        path: the page, relative to the built folder.
        markup: its tags.
        truth: the records.
        nonce: the build's secret that each mark must carry; None after it was taken out.
    """
    findings: list[Finding] = []
    spans: list[tuple[int, int]] = []
    lines = LineIndex(markup.text)
    for index, attributes in marked(markup):
        tag = markup.tags[index]
        value = next(a.text for a in attributes if a.name == ATTRIBUTE)
        links = [a for a in attributes if a.name == "href"][:1]
        name, _, secret = value.partition("~")
        stop = markup.close(index)
        mark = Mark(
            path=path,
            position=Position(),
            value=name,
            official=truth.marks.get(name),
            text=markup.inner_text(index),
            href=links[0].text if links else None,
        )
        found = [hc110.check(mark)] if nonce and secret != nonce else list(hc106.check(mark))
        findings += (replace(item, position=lines.at(tag.start)) for item in found)
        if not found and stop < len(markup.tags) and stop == index + 1:
            spans.append((tag.end, markup.tags[stop].start))
            spans += [(a.start, a.end) for a in links]
    return findings, spans


def marked(markup: Markup) -> Iterator[tuple[int, list[Attribute]]]:
    """Indexes and attributes of the start tags with the attribute."""
    done = -1
    for match in _NAME.finditer(markup.text):
        index = markup.before(match.start())
        if index <= done or index < 0:
            continue
        tag = markup.tags[index]
        if tag.closing or match.start() >= tag.end:
            continue
        attributes = markup.attributes(tag)
        if any(a.name == ATTRIBUTE for a in attributes):
            done = index
            yield index, attributes
