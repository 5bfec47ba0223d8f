"""Programs, styles and drawings of this product, cleared by hash and never by content.

They are some four hundred files, the same in every project, and reading them would take each check
longer than the articles do. Every file on the list was read in full and compared with no records at
all: nothing in it is an address, whatever the records are. Tests read them all again. The list is
part of the guard, not of the project that is judged, and so are the theme's hashes: when the guard
of the base commit reads a proposal, a new or changed program is not on its list, whatever the
proposal says.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from helpcenter.data.edit import replace_file
from helpcenter.guard.gates.asset_lock import digest_of

LIST = Path(__file__).parents[1] / "own_files.txt"
_ENDINGS = {"hooks/": (".py",), "overrides/": (".js", ".css", ".svg")}
"""Kinds that say all they say by themselves; what a template shows, the records have a say in."""


def is_listable(path: str) -> bool:
    """Whether a source is of a kind that the list may hold."""
    return any(path.startswith(folder) and path.endswith(_ENDINGS[folder]) for folder in _ENDINGS)


def is_cleared(path: str, raw: bytes) -> bool:
    """Whether a source is, byte for byte, a file of ours."""
    return is_listable(path) and _listed().get(path) == digest_of(raw)


def published() -> frozenset[str]:
    """SHA-256, in hex, of those that a build copies into the site."""
    return frozenset(made for path, made in _listed().items() if path.startswith("overrides/"))


def write(files: Mapping[str, bytes]) -> None:
    """Write the list of the given files, by their path in the project."""
    lines = [f"{path}\t{digest_of(files[path])}\n" for path in sorted(files)]
    replace_file(LIST, "".join(lines))
    _listed.cache_clear()


def is_here(root: Path) -> bool:
    """Whether the running package is that of the project."""
    return (root / "hooks" / "helpcenter" / "guard").resolve() == LIST.parent.resolve()


@cache
def _listed() -> dict[str, str]:
    lines = LIST.read_text("utf-8").splitlines() if LIST.is_file() else []
    return dict(line.split("\t") for line in lines if line.count("\t") == 1)
