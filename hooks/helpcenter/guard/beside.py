"""What a template includes, imports or takes from the settings: it is read together with it."""

from __future__ import annotations

import re
from pathlib import Path

_FOLDER = "overrides/"
_NAMED = re.compile(
    rb"\{%[-+]?\s{0,9}(?:include|import|from)\s{1,9}[\"']([\w./-]{1,120})[\"']", re.ASCII
)
_MOST = 24
"""Templates that are read beside one; the theme's own are not."""
SETTINGS = "mkdocs.yml"
EXTRA = "config.extra"
"""What a template calls the values of the settings that are its own."""


def templates(root: Path, path: str, raw: bytes) -> dict[str, str]:
    """Texts by their names, of those in the project that a template asks for and that they ask for.

    The settings are among them where the values under `extra` are used.

    Args:
        root: folder of mkdocs.yml.
        path: the template, relative to the root; of anything else there are none.
        raw: its bytes.
    """
    found: dict[str, str] = {}
    waiting = [raw] if path.startswith(_FOLDER) and b"{%" in raw else []
    while waiting:
        for match in _NAMED.finditer(waiting.pop()):
            name = match[1].decode()
            file = root / _FOLDER / name
            if name in found or ".." in name or len(found) >= _MOST or not file.is_file():
                continue
            inner = file.read_bytes()
            found[name] = inner.decode("utf-8", "replace")
            waiting.append(inner)
    settings = root / SETTINGS
    asked = path.startswith(_FOLDER) and EXTRA.encode() in raw
    if (asked or any(EXTRA in text for text in found.values())) and settings.is_file():
        found[SETTINGS] = settings.read_bytes().decode("utf-8", "replace")
    return found
