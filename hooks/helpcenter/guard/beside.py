"""Templates that a template includes or imports: what they make together is read together."""

from __future__ import annotations

import re
from pathlib import Path

_FOLDER = "overrides/"
_NAMED = re.compile(
    rb"\{%[-+]?\s{0,9}(?:include|import|from)\s{1,9}[\"']([\w./-]{1,120})[\"']", re.ASCII
)
_MOST = 24
"""Templates that are read beside one; the theme's own are not."""


def templates(root: Path, path: str, raw: bytes) -> dict[str, str]:
    """Texts by their names, of those in the project that a template asks for and that they ask for.

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
    return found
