"""Markdown of one block taken apart: references, links, images, code, and the plain words."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from helpcenter.bilingual.urls import chinese_name
from helpcenter.data.markdown_source import code_ranges

_EXPRESSION = re.compile(r"\{\{\s*(?P<name>\w+)\((?P<arguments>[^{}]*)\)\s*\}\}")
_IMAGE = re.compile(r"!\[(?P<text>[^\[\]]*)\]\((?P<target>[^()\s]*)[^()]*\)")
_LINK = re.compile(r"\[(?P<text>[^\[\]]*)\]\((?P<target>[^()\s]*)[^()]*\)")
_ATTRIBUTES = re.compile(r"\{:?\s*[#.][^{}\n]*\}")
_MARKS = re.compile(r"[*~`\\<&](?:(?<=[*~`\\])[*~`\\]*|(?<=<)[^<>\n]*>|(?<=&)[a-z]+;)")
"""Begins with a plain character, so that search skips fast."""
MARK = "\ufffc"
"""Stands in the plain words for what was taken out (U+FFFC, object replacement)."""


@dataclass(slots=True)
class Plain:
    """What stands in a block."""

    references: list[str] = field(default_factory=list)
    """Such as `contact(support-email)`; the name of the brand is left out."""
    links: list[str] = field(default_factory=list)
    """Chinese file below docs/ and anchor, or the address itself."""
    images: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    words: str = ""
    own: str = ""
    """The words without the texts of links, which are the titles of other pages."""


def take_apart(text: str, folder: str) -> Plain:
    """The parts of the block `text` of a page in `folder` (below docs/, may be empty).

    Several rules ask for the same ones; what they get is only for reading.
    """
    found = _as_written(text)
    if not found.links and not found.images:
        return found
    links, images = (
        [target(written, folder) for written in side] for side in (found.links, found.images)
    )
    return replace(found, links=links, images=images)


def words_of(text: str) -> str:
    """The plain words of the block or section `text`."""
    return _as_written(text).words


@lru_cache(maxsize=512)
def _as_written(text: str) -> Plain:
    """The parts, with targets as they stand in the text."""
    found = Plain()
    parts, last = [], 0
    for start, end in code_ranges(text):
        found.code.append(text[start:end].strip("`~ \n"))
        parts += [text[last:start], MARK]
        last = end
    text = "".join([*parts, text[last:]])

    def reference(match: re.Match[str]) -> str:
        arguments = re.sub(r"[\s\"']", "", match["arguments"])
        if match["name"] != "brand":
            found.references.append(f"{match['name']}({arguments})")
        return MARK

    def image(match: re.Match[str]) -> str:
        found.images.append(match["target"])
        return match["text"]

    def link(match: re.Match[str]) -> str:
        found.links.append(match["target"])
        return match["text"]

    if "{" in text:
        text = _EXPRESSION.sub(reference, text)
    if "](" not in text:
        found.own = found.words = _bare(text)
        return found
    text = _IMAGE.sub(image, text)
    found.own = _bare(_LINK.sub(MARK, text))
    found.words = _bare(_LINK.sub(link, text))
    return found


def _bare(text: str) -> str:
    return _MARKS.sub("", _ATTRIBUTES.sub("", text) if "{" in text else text)


def target(written: str, folder: str) -> str:
    """A link's target as both languages would name it; absolute addresses stay."""
    path, hash_, anchor = written.partition("#")
    if "://" in path or path.startswith(("/", "mailto:", "tel:")):
        return written
    if path:
        path = posixpath.normpath(posixpath.join(folder, path))
        path = chinese_name(path) if path.endswith(".md") else path
    return f"{path}{hash_}{anchor}"
