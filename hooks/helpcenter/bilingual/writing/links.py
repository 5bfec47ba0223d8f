"""The links and images of a page with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from helpcenter.bilingual.plain import target
from helpcenter.bilingual.writing.page import Page

_LINK = re.compile(r"(?P<bang>!?)\[(?P<text>[^\[\]]*)\]\((?P<target>[^()\s]*)[^()]*\)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s*(?P<target>\S+)", re.MULTILINE)


class Link(NamedTuple):
    """One link or image."""

    is_image: bool
    text: str
    written: str
    """The target as it stands in the file."""
    target: str
    """Below docs/ and by its Chinese name, with the anchor."""
    offset: int
    """Of the target in the raw file."""
    text_offset: int


@lru_cache(maxsize=8192)  # asked for by several rules, and for every page by the orphans'
def links(page: Page) -> tuple[Link, ...]:
    """Inline links, images and link definitions outside code, in order."""
    return tuple(_links(page))


def _links(page: Page) -> Iterator[Link]:
    prose, folder = page.prose, page.article.category
    for match in _LINK.finditer(prose):
        written = match["target"]
        yield Link(
            bool(match["bang"]),
            match["text"],
            written,
            target(written, folder),
            match.start("target"),
            match.start("text"),
        )
    for match in _DEFINITION.finditer(prose):
        written = match["target"]
        yield Link(
            False, "", written, target(written, folder), match.start("target"), match.start()
        )
