"""Writes stamps into the front matter of an English page without touching other lines."""

from __future__ import annotations

import re
from collections.abc import Mapping

from helpcenter.data.articles import split_front_matter

_KEY = re.compile(r"^stamps:[^\n]*\n(?:(?:[ \t][^\n]*|[ \t]*\r?)\n)*", re.MULTILINE)


def with_stamps(text: str, stamps: Mapping[str, str]) -> str:
    """The raw file `text` with exactly these stamps, in their order.

    Raises:
        ValueError: the page has no front matter.
    """
    front, _, offset = split_front_matter(text)
    if not offset:
        raise ValueError("no front matter")
    start = text.index("\n") + 1
    ending = "\r\n" if "\r\n" in text[:offset] else "\n"
    lines = [f"  {name}: {stamp}" for name, stamp in stamps.items()]
    block = "".join(f"{line}{ending}" for line in ["stamps:", *lines]) if stamps else ""
    changed = _KEY.sub(block, front, count=1) if _KEY.search(front) else front + block
    return text[:start] + changed + text[start + len(front) :]
