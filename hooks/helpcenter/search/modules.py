"""The page's ES modules joined into classic scripts, without a build tool.

The house form of our imports and exports allows it: each stands at the start of a line, names
are listed, paths are relative. Where a browser or an embedded engine runs only classic scripts,
`searchModules` holds what each module exports, by its path below the page's modules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from helpcenter.search.smaller import smaller

MODULES = Path("overrides/assets/javascripts")
"""Where the page's modules lie below the project's root."""
ENGINE = "engine.js"
"""Name of the published engine, beside the index."""
WORKER = "search/worker.js"
LIBRARY = (
    "vendor/minisearch.js",
    *(f"search/{name}.js" for name in ("text", "letters", "soundtables")),
)
"""What the worker loads with the page: modules that only compute. The rest waits for a query."""
PAGE_ENTRIES = ("search/engine.js", "search/items.js")
BUILD_ENTRIES = (*PAGE_ENTRIES, "search/indexing.js")
LICENCES = "/*! minisearch 7.2.0, MIT: assets/javascripts/vendor/minisearch.LICENSE.txt */\n"
HEAD = "var searchModules = globalThis.searchModules ?? {};\n"
_IMPORT = re.compile(r'^import (?P<names>\{[^}]*\}|\w+) from "(?P<path>\.[^"]+)";\n', re.MULTILINE)
_LATER = re.compile(r'\bimport\("(?P<path>\.[^"]+)"\)')
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_DEFAULT = re.compile(r"export\{(\w+) as default\};?\s*$")
_LEFT = re.compile(r"^\s*(?:import|export)\b.*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Module:
    """One module as the body of a function that returns its exports."""

    path: str
    """Below the page's modules."""
    body: str

    @property
    def function(self) -> str:
        """The module as an expression: a function without parameters."""
        return f"() => {{\n{self.body}}}"


def collect(modules: Path, entries: Iterable[str]) -> dict[str, Module]:
    """`entries` and all that they import, each after what it needs; paths to modules.

    Raises:
        OSError: a module cannot be read.
        ValueError: a module imports or exports in a form that is not understood.
    """
    parts: dict[str, Module] = {}
    for entry in entries:
        _collect(modules, entry, parts)
    return parts


def worker_script(modules: Path) -> str:
    """The worker that the page starts: the library and what answers the box, not the engine."""
    return LICENCES + smaller(_joined(collect(modules, (*LIBRARY, WORKER)).values()))


def classic_script(modules: Path, entries: Sequence[str] = BUILD_ENTRIES) -> str:
    """One script that defines `searchModules` for `entries`."""
    return _joined(collect(modules, entries).values())


def page_script(modules: Path) -> str:
    """The engine, whose library is in the worker."""
    early = collect(modules, LIBRARY)
    parts = collect(modules, PAGE_ENTRIES)
    return smaller(_joined(part for path, part in parts.items() if path not in early))


def bundled(modules: Path) -> list[str]:
    """Paths below `modules` of all that is published only as a part of a joined script."""
    return [path for path in collect(modules, (*BUILD_ENTRIES, WORKER)) if path != WORKER]


def _joined(modules: Iterable[Module]) -> str:
    return HEAD + "".join(f'searchModules["{m.path}"] = ({m.function})();\n' for m in modules)


def _collect(modules: Path, path: str, parts: dict[str, Module]) -> None:
    if path in parts:
        return
    source = (modules / path).read_text("utf-8")
    for match in _IMPORT.finditer(source):
        _collect(modules, _target(path, match["path"]), parts)
    body = _IMPORT.sub(lambda m: _binding(m["names"], _target(path, m["path"])), source)
    body = _LATER.sub(lambda m: _later(_target(path, m["path"])), body)
    names = _EXPORT.findall(body)
    if default := _DEFAULT.search(body):
        body = body[: default.start()] + ";"
        names = [f"default: {default[1]}"]
    body = _EXPORT.sub("", body)
    if left := _LEFT.search(body):
        raise ValueError(f"{path}: this form is not understood: {left[0].strip()}")
    parts[path] = Module(path, f"{body}\nreturn {{ {', '.join(names)} }};\n")
    for match in _LATER.finditer(source):
        _collect(modules, _target(path, match["path"]), parts)


def _target(path: str, relative: str) -> str:
    resolved: list[str] = []
    for part in (Path(path).parent / relative).parts:
        if part == "..":
            resolved.pop()
        else:
            resolved.append(part)
    return "/".join(resolved)


def _binding(names: str, target: str) -> str:
    pattern = names if names.startswith("{") else f"{{ default: {names} }}"
    return f'const {pattern} = searchModules["{target}"];\n'


def _later(target: str) -> str:
    return f'Promise.resolve().then(() => searchModules["{target}"])'
