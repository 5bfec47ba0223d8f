"""Strings of style sheets without quotation marks and escapes."""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|\r?\n|(.))", re.DOTALL)
QUOTES = "\"'"


def unescaped(text: str) -> str:
    """A CSS text or name with its escapes resolved (CSS Syntax 3, section 4.3.7)."""
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    if match[1]:
        code = int(match[1], 16)
        return chr(code) if 0x1F < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    return match[2] or ""
