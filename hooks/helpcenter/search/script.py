"""The page's own search modules, run from Python by an embedded V8.

Nothing of the search is written twice: folding, stems, queries and ranking exist only as the
ES modules that the page loads.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

<<<<<<< HEAD
MODULES = Path("overrides/assets/javascripts")
"""Where the page's modules lie below the project's root."""
ENGINE = "engine.js"
"""Name of the published script, beside the index."""
LIBRARY = "search/library.js"
"""Where the published library lies below the page's modules."""
LIBRARY_ENTRIES = (
    "vendor/minisearch.js",
    *(f"search/{name}.js" for name in ("text", "typo", "lattice", "sounds", "slots")),
)
"""What the worker loads with the page: modules that only compute. The rest waits for a query."""
PAGE_ENTRIES = ("search/engine.js", "search/items.js")
BUILD_ENTRIES = (*PAGE_ENTRIES, "search/indexing.js")
LICENCES = "/*! minisearch 7.2.0, MIT: assets/javascripts/vendor/minisearch.LICENSE.txt */\n"
_HEAD = "var searchModules = globalThis.searchModules ?? {};\n"
_IMPORT = re.compile(r'^import (?P<names>\{[^}]*\}|\w+) from "(?P<path>\.[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_DEFAULT = re.compile(r"export\{(\w+) as default\};?\s*$")
_TIMEOUT = 20.0


def library_script(modules: Path) -> str:
    """The library, which the worker loads with the page."""
    parts: dict[str, str] = {}
    for entry in LIBRARY_ENTRIES:
        _collect(modules, entry, parts)
    return LICENCES + _bare(parts)


def classic_script(modules: Path, entries: Sequence[str] = BUILD_ENTRIES) -> str:
    """One script that defines `searchModules`, from a path below `modules` to its exports.

    Raises:
        OSError: a module cannot be read.
    """
    parts: dict[str, str] = {}
    for entry in entries:
        _collect(modules, entry, parts)
    return _HEAD + "".join(parts.values())


def page_script(modules: Path) -> str:
    """The engine without the library: without comments and indentation, which cost a third."""
    parts: dict[str, str] = {}
    for entry in PAGE_ENTRIES:
        _collect(modules, entry, parts)
    for entry in LIBRARY_ENTRIES:
        del parts[entry]
    return _bare(parts)


def _bare(parts: dict[str, str]) -> str:
    lines = (line.strip() for line in (_HEAD + "".join(parts.values())).splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def bundled(modules: Path) -> list[str]:
    """Paths below `modules` of everything that only builds and `page_script` read."""
    parts: dict[str, str] = {}
    for entry in BUILD_ENTRIES:
        _collect(modules, entry, parts)
    return list(parts)


def _collect(modules: Path, path: str, parts: dict[str, str]) -> None:
    if path in parts:
        return
    source = (modules / path).read_text("utf-8")
    for match in _IMPORT.finditer(source):
        _collect(modules, _target(path, match["path"]), parts)
    body = _IMPORT.sub(lambda m: _binding(m["names"], _target(path, m["path"])), source)
    names = _EXPORT.findall(body)
    if default := _DEFAULT.search(body):
        body = body[: default.start()] + ";"
        names = [f"default: {default[1]}"]
    exports = ", ".join(names)
    body = _EXPORT.sub("", body)
    parts[path] = f'searchModules["{path}"] = (() => {{\n{body}\nreturn {{ {exports} }};\n}})();\n'


def _target(path: str, relative: str) -> str:
    base = Path("/") / Path(path).parent / relative
    resolved: list[str] = []
    for part in base.parts[1:]:
        if part == "..":
            resolved.pop()
        else:
            resolved.append(part)
    return "/".join(resolved)


def _binding(names: str, target: str) -> str:
    pattern = names if names.startswith("{") else f"{{ default: {names} }}"
    return f'const {pattern} = searchModules["{target}"];\n'


=======
from helpcenter.search.modules import MODULES, classic_script

_TIMEOUT = 20.0


>>>>>>> search-box
def common_characters() -> str:
    """The characters of GB 2312 level 1, which stand in the order of their pinyin."""
    cells = [(high, low) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF)]
    return b"".join(bytes(cell) for cell in cells if cell < (0xD7, 0xFA)).decode("gbk")


class Script:
    """The search modules in an embedded engine; values cross as JSON.

    Raises:
        OSError: a module cannot be read.
    """

    def __init__(self, root: Path) -> None:
        self._engine = MiniRacer()
        self._engine.eval(classic_script(root / MODULES))
        self._engine.eval(
            f"const $common = {json.dumps(common_characters())}; const $state = {{}};"
        )

    def run(self, code: str, **values: Any) -> Any:
        """What the expression `code` gives; it sees each of `values` under its name.

        A promise is waited for. Modules are in `searchModules`, `$state` lives on between calls.
        """
        names = ", ".join(values)
        given = ", ".join(json.dumps(value, ensure_ascii=False) for value in values.values())
        call = f"(async ({names}) => JSON.stringify((await ({code})) ?? null))({given})"
        return json.loads(self._engine.eval(call).get(timeout=_TIMEOUT))  # type: ignore[union-attr]
