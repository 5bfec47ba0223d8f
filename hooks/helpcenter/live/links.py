"""Links of a page, and its content as readers see it, to compare between visitors."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_TARGETS = frozenset({"href", "src", "action", "formaction", "data", "poster", "srcset"})
_COMPARED = _TARGETS | {"content", "alt", "title", "placeholder", "value", "aria-label", "style"}
_STYLE_URL = re.compile(r"url\(\s{0,9}[\"']?([^\"')\s]{1,2000})")
_LOCATION = re.compile(r"<(?:loc|link|id)[^>]{0,200}>\s{0,99}([^<\s]{1,2000})")
_SITEMAP = re.compile(r"^\s*sitemap:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.targets: list[str] = []
        self.essence: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Record attributes that are links or are read aloud."""
        for name, value in attrs:
            if not value:
                continue
            if name in _TARGETS:
                one = [part.split()[0] for part in value.split(",") if part.split()]
                self.targets += one if name == "srcset" else [value]
            if name in _COMPARED or name.startswith("on"):
                self.essence.append(f"{name}={' '.join(value.split())}")

    def handle_data(self, data: str) -> None:
        """Record text, including that of scripts."""
        if text := " ".join(data.split()):
            self.essence.append(text)


def _parsed(text: str) -> _Page:
    page = _Page()
    page.feed(text)
    page.close()
    return page


def targets(name: str, text: str) -> list[str]:
    """Everything that a file refers to, as written.

    Args:
        name: the file's name; its ending says how to read it.
        text: its content.
    """
    if name.endswith((".html", ".htm")):
        return _parsed(text).targets
    if name.endswith(".css"):
        return _STYLE_URL.findall(text)
    if name.endswith(".xml"):
        return _LOCATION.findall(text)
    return _SITEMAP.findall(text) if name.endswith("robots.txt") else []


def essence(name: str, text: str) -> list[str]:
    """What of a file matters to a reader: text, links, scripts; not nonces, ids or classes."""
    if name.endswith((".html", ".htm")):
        return _parsed(text).essence
    return [line.strip() for line in text.splitlines() if line.strip()]


def difference(first: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """Entries only in the first and entries only in the second, in order."""
    mine, theirs = set(first), set(other)
    return [x for x in first if x not in theirs], [x for x in other if x not in mine]
