"""Bundles the scripts of a copy into one, and the search data as scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from helpcenter.search.bundles import HEAD, LICENCES
from helpcenter.search.modules import Module, collect
from helpcenter.search.smaller import smaller

START = "offline/start.js"
_LAZY = """function lazily(path, make) {
let made;
Object.defineProperty(searchModules, path, { get: () => (made ??= make()) });
}
"""


def offline_script(modules: Path, entries: Iterable[str]) -> str:
    """All of `entries` (paths below `modules`) in one script; each runs when it is first used.

    Raises:
        OSError: a module cannot be read.
        ValueError: a module imports or exports in a form that is not understood.
    """
    parts = collect(modules, [*entries, START]).values()
    return LICENCES + joined(parts, f'searchModules["{START}"];')


def joined(modules: Iterable[Module], last: str) -> str:
    """A script in which each of `modules` runs when it is first asked for; `last` begins."""
    made = "".join(f'lazily("{part.path}", {part.function});\n' for part in modules)
    return smaller(f'(() => {{\n"use strict";\n{HEAD}{_LAZY}{made}{last}\n}})();\n')


def data_script(path: PurePosixPath, text: str) -> str:
    """A JSON file at `path` below the root of the copy, as a script.

    Line separators are legal in JSON but end a line of script in browsers before 2019.
    """
    safe = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"helpcenter.file({json.dumps(path.as_posix())}, {safe.strip()});\n"
