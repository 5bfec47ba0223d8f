"""The page's ES modules in their parts, read without a build tool.

The house form of our imports and exports allows it: each stands at the start of a line, names
are listed, paths are relative.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MODULES = Path("overrides/assets/javascripts")
"""Where the page's modules lie below the project's root."""
_IMPORT = re.compile(r'^import (?P<names>\{[^}]*\}|\w+) from "(?P<path>\.[^"]+)";\n', re.MULTILINE)
_LATER = re.compile(r'\bimport\("(?P<path>\.[^"]+)"\)')
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_DEFAULT = re.compile(r"export\{(\w+) as default\};?\s*$")
_DECLARED = re.compile(r"^(?:async )?(?:function\*?|const|let|class) (\w+)", re.MULTILINE)
_LEFT = re.compile(r"^\s*(?:import|export)\b.*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Module:
    """One module in its parts."""

    path: str
    """Below the page's modules."""
    imports: tuple[tuple[str, str], ...]
    """Names in braces as an import binds them, and the path that they come from."""
    code: str
    """What stands between imports and exports."""
    exports: str
    """Names with commas between them, as an object has them."""

    @property
    def function(self) -> str:
        """The module as an expression: a function without parameters that returns its exports."""
        imports = "".join(binding(names, target) for names, target in self.imports)
        return f"() => {{\n{imports}{self.code}\nreturn {{ {self.exports} }};\n}}"

    @property
    def names(self) -> list[str]:
        """What it declares at its top."""
        return _DECLARED.findall(self.code)


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


def _collect(modules: Path, path: str, parts: dict[str, Module]) -> None:
    if path in parts:
        return
    source = (modules / path).read_text("utf-8")
    for match in _IMPORT.finditer(source):
        _collect(modules, _target(path, match["path"]), parts)
    imports = [(_pattern(m["names"]), _target(path, m["path"])) for m in _IMPORT.finditer(source)]
    body = _IMPORT.sub("", source)
    body = _LATER.sub(lambda m: _later(_target(path, m["path"])), body)
    names = _EXPORT.findall(body)
    if default := _DEFAULT.search(body):
        body = body[: default.start()] + ";"
        names = [f"default: {default[1]}"]
    body = _EXPORT.sub("", body)
    if left := _LEFT.search(body):
        raise ValueError(f"{path}: this form is not understood: {left[0].strip()}")
    parts[path] = Module(path, tuple(imports), body, ", ".join(names))
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


def _pattern(names: str) -> str:
    return names if names.startswith("{") else f"{{ default: {names} }}"


def binding(pattern: str, target: str) -> str:
    """A statement that binds what a module exports; `pattern`: names in braces."""
    return f'const {pattern} = searchModules["{target}"];\n'


def _later(target: str) -> str:
    return f'Promise.resolve().then(() => searchModules["{target}"])'
