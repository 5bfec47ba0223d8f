"""Lists the files that a build reads, and so the guard before it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from helpcenter.data.sources import walk

_FOLDERS = (
    *(("overrides", ""), ("hooks", ""), ("includes", ""), ("data", ""), ("snippets", "")),
    ("docs/.well-known", ""),
    (".github/ISSUE_TEMPLATE", ""),
)
"""And how their files end; what a settings file may publish, and forms that readers fill in."""
_PACKAGE = "hooks/helpcenter/"
"""Of the library its programs alone are sources; a table that a hook names is read with it."""


def source_paths(root: Path) -> Iterator[str]:
    """Every source, relative to the root: docs/, mkdocs.yml, then `_FOLDERS`."""
    yield from (f"docs/{path}" for path in walk(root)[0])
    if (root / "mkdocs.yml").is_file():
        yield "mkdocs.yml"
    for folder, ending in _FOLDERS:
        if (root / folder).is_dir():
            found = _files(root / folder, folder, ending)
            yield from sorted(path for path in found if _is_source(path))


def _is_source(path: str) -> bool:
    return not path.startswith(_PACKAGE) or path.endswith(".py")


def _files(folder: Path | str, name: str, ending: str) -> Iterator[str]:
    """Files below the folder called `name`; a save under `serve` asks often, so no objects."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _files(entry.path, f"{name}/{entry.name}", ending)
        elif entry.name.endswith(ending) and entry.is_file():
            yield f"{name}/{entry.name}"
