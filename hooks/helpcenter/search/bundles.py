"""The page's ES modules joined into classic scripts, without a build tool.

Where a browser or an embedded engine runs only classic scripts, `searchModules` holds what each
module exports, by its path below the page's modules.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

from helpcenter.search.modules import Module, binding, collect
from helpcenter.search.smaller import smaller

ENGINE = "engine.js"
"""Name of the published engine, beside the index."""
WORKER = "search/worker.js"
BOX = "search/box.js"
LIBRARY = (
    "vendor/minisearch.js",
    *map("search/{}.js".format, ("files", "numbers", "text", "letters", "soundtables", "latin")),
)
"""What the worker loads with the page: modules that only compute. The rest waits for a query."""
PAGE_ENTRIES = ("search/engine.js", "search/items.js")
BUILD_ENTRIES = (*PAGE_ENTRIES, "search/indexing.js")
LICENCES = "/*! minisearch 7.2.0, MIT: assets/javascripts/vendor/minisearch.LICENSE.txt */\n"
HEAD = "var searchModules = globalThis.searchModules ?? {};\n"


def worker_script(modules: Path) -> str:
    """The worker that the page starts: the library and what answers the box, not the engine."""
    parts = collect(modules, (*LIBRARY, WORKER))
    vendored, *own = parts.values()
    return LICENCES + smaller(_joined([vendored]) + _merged(own, list(parts)))


def classic_script(modules: Path, entries: Sequence[str] = BUILD_ENTRIES) -> str:
    """One script that defines `searchModules` for `entries`."""
    return _joined(collect(modules, entries).values())


def page_script(modules: Path) -> str:
    """The engine, whose library is in the worker."""
    early = collect(modules, LIBRARY)
    parts = collect(modules, PAGE_ENTRIES)
    late = [part for path, part in parts.items() if path not in early]
    return smaller(HEAD + _merged(late, PAGE_ENTRIES))


def box_script(modules: Path) -> str:
    """What a page needs before anybody searches."""
    return smaller(_merged(list(collect(modules, (BOX,)).values()), ()))


def bundled(modules: Path) -> list[str]:
    """Paths below `modules` of all that is published only as a part of a joined script."""
    return list(collect(modules, (*BUILD_ENTRIES, WORKER, BOX)))


def _joined(modules: Iterable[Module]) -> str:
    return HEAD + "".join(f'searchModules["{m.path}"] = ({m.function})();\n' for m in modules)


def _merged(modules: Sequence[Module], entries: Container[str]) -> str:
    """Modules as one scope, whose names can all be shortened; only `entries` tell their exports.

    Raises:
        ValueError: two of them declare the same name.
    """
    inside = {module.path for module in modules}
    outside = list(_united(one for m in modules for one in m.imports if one[1] not in inside))
    bound = [(target, _names(names)) for names, target in outside]
    _require_own_names([*bound, *((module.path, module.names) for module in modules)])
    imports = "".join(binding(names, target) for names, target in outside)
    code = "".join(module.code for module in modules)
    shown = [module for module in modules if module.path in entries]
    told = [f'searchModules["{m.path}"] = {{ {m.exports} }};\n' for m in shown]
    return f"(() => {{\n{imports}{code}{''.join(told)}}})();\n"


def _require_own_names(declared: Iterable[tuple[str, Iterable[str]]]) -> None:
    owners: dict[str, str] = {}
    for path, names in declared:
        for name in names:
            if name in owners:
                raise ValueError(f"{name} is declared in {owners[name]} and in {path}")
            owners[name] = path


def _names(pattern: str) -> list[str]:
    """The names that a pattern in braces binds."""
    return [part.split(":")[-1].strip() for part in pattern.strip("{} ").split(",")]


def _united(imports: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The names of each path once."""
    found: dict[str, dict[str, None]] = {}
    for names, target in imports:
        listed = (name.strip() for name in names.strip("{} ").split(","))
        found.setdefault(target, {}).update(dict.fromkeys(listed))
    for target, united in found.items():
        yield f"{{ {', '.join(united)} }}", target
