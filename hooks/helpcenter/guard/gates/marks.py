"""Rendered references in a built page: `data-contact`, compared with the records."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.markup.html import Markup
from helpcenter.guard.records.truth import Truth
from helpcenter.guard.rules import hc106, hc110
from helpcenter.guard.rules.base import Mark
from helpcenter.guard.views.view import Lines
from helpcenter.model import Finding

ATTRIBUTE = "data-contact"
_NAME = re.compile(ATTRIBUTE, re.IGNORECASE)


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
    lines = Lines(markup.text)
    for index in _marked(markup):
        tag = markup.tags[index]
        value = markup.get(tag, ATTRIBUTE) or ""
        name, _, secret = value.partition("~")
        stop = markup.close(index)
        mark = Mark(
            path=path,
            position=lines.position(tag.start),
            value=name,
            official=truth.marks.get(name),
            text=markup.inner_text(index),
            href=markup.get(tag, "href"),
        )
        found = [hc110.check(mark)] if nonce and secret != nonce else list(hc106.check(mark))
        findings += found
        if not found and stop < len(markup.tags) and stop == index + 1:
            spans.append((tag.end, markup.tags[stop].start))
            spans += [(a.start, a.end) for a in markup.attributes(tag) if a.name == "href"][:1]
    return findings, spans


def _marked(markup: Markup) -> Iterator[int]:
    """Indexes of the start tags with the attribute."""
    done = -1
    for match in _NAME.finditer(markup.text):
        index = markup.before(match.start())
        if index <= done or index < 0:
            continue
        tag = markup.tags[index]
        if not tag.closing and match.start() < tag.end and markup.get(tag, ATTRIBUTE) is not None:
            done = index
            yield index
