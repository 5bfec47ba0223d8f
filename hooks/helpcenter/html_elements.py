"""Kinds of HTML elements, by the standard (WHATWG HTML, section 13.1.2)."""

from __future__ import annotations

VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
})  # fmt: skip
"""Elements without an end tag."""
