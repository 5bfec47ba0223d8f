"""The house keeps its own rules: imports, sizes, versions, the lock."""

from __future__ import annotations

import ast
import re
import sys
import tokenize
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from mkdocs.__main__ import cli as mkdocs_cli
from packaging.requirements import Requirement
from packaging.version import Version
from tests.rows import rows

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = ROOT / "hooks" / "helpcenter"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
MIDDLE_ROOMS = ("facts", "guard", "bilingual", "search", "publish", "live")
FLOORS = (
    ("model", "workers", "patterns", "numerals", "clean_cache", "html_elements"),
    ("system_errors",),
    ("manual",),
    ("data",),
    MIDDLE_ROOMS,
    ("report",),
    ("page_rules", "origins"),
    ("source_rules",),
    ("build",),
    ("searching", "proposal", "offline"),
    ("pages", "commands", "preview"),
    ("cli",),
    ("entry",),
)
"""Lowest first. A room imports itself and lower floors, never its neighbours."""


GUARD = LIBRARY / "guard"
GUARD_FLOORS = (
    ("matching",),
    ("markup", "detectors"),
    ("files", "numbers"),
    ("programs", "instructions", "views"),
    ("readings", "records"),
    ("rules",),
    ("judging",),
    ("gates",),
)
"""The guard is half of the library, so its packages have floors of their own; lowest first."""


def rank(room: str) -> int:
    return next(i for i, rooms in enumerate(FLOORS) if room in rooms)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Every module name that a file imports, wherever in the file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of(path: Path) -> str:
    return path.relative_to(LIBRARY).parts[0].removesuffix(".py")


def wrong_arrows(room: str, modules: Iterator[str]) -> list[str]:
    targets = (name.split(".")[1] for name in modules if name.startswith("helpcenter."))
    return [t for t in targets if t != room and rank(t) >= rank(room)]


def library_files() -> list[Path]:
    return sorted(
        path for path in LIBRARY.rglob("*.py") if path.parent != LIBRARY or path.stem != "__init__"
    )


@rows("path", library_files(), ids=lambda p: p.relative_to(LIBRARY).as_posix())
def test_imports_go_down(path: Path) -> None:
    assert wrong_arrows(room_of(path), imported(path)) == []


def wrong_arrows_of_guard(package: str, modules: Iterator[str]) -> list[str]:
    floor = {name: i for i, names in enumerate(GUARD_FLOORS) for name in names}
    parts = (name.split(".") for name in modules if name.startswith("helpcenter.guard."))
    targets = (names[2] for names in parts)
    return [t for t in targets if t != package and floor[t] >= floor[package]]


@rows("path", sorted(GUARD.glob("*/**/*.py")), ids=lambda p: p.relative_to(GUARD).as_posix())
def test_imports_of_the_guard_go_down(path: Path) -> None:
    assert wrong_arrows_of_guard(path.relative_to(GUARD).parts[0], imported(path)) == []


def test_guard_has_no_loose_modules() -> None:
    assert [path.name for path in GUARD.glob("*.py")] == ["__init__.py"]
    assert wrong_arrows_of_guard("views", iter(["helpcenter.guard.programs.javascript_tokens"]))


@pytest.mark.parametrize(
    ("room", "module"),
    [
        ("facts", "helpcenter.guard.records.truth"),
        ("model", "helpcenter.data.load"),
        ("report", "helpcenter.cli"),
        ("data", "helpcenter.report.text"),
    ],
)
def test_wrong_arrows_are_seen(room: str, module: str) -> None:
    assert wrong_arrows(room, iter([module]))


@rows("path", library_files(), ids=lambda p: p.relative_to(LIBRARY).as_posix())
def test_library_never_imports_mkdocs(path: Path) -> None:
    hosts = {"mkdocs", "material", "mkdocs_static_i18n"}
    assert [name for name in imported(path) if name.split(".")[0] in hosts] == []


@pytest.mark.parametrize("path", sorted((ROOT / "hooks").glob("*.py")), ids=lambda p: p.name)
def test_hook_files_are_thin(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 60
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("on_"):
            assert node.end_lineno - node.lineno + 1 <= 15, node.name


def test_hook_files_shadow_no_module() -> None:
    ours = {path.stem for path in (ROOT / "hooks").glob("*.py")}
    packages = [Path(place) for place in sys.path if "site-packages" in place]
    installed = {path.stem for place in packages for path in place.iterdir()}
    assert ours.isdisjoint(sys.stdlib_module_names)
    assert ours.isdisjoint(installed)


def code_files() -> Iterator[Path]:
    for folder in ("hooks", "overrides", "tests", ".github/scripts"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in {".py", ".js", ".css", ".html"} and "vendor" not in path.parts:
                yield path


def test_files_stay_small() -> None:
    lines = {path.relative_to(ROOT): path.read_text("utf-8").count("\n") for path in code_files()}
    assert {path: count for path, count in lines.items() if count > 250} == {}


def test_patterns_stand_in_lines_that_can_be_read() -> None:
    """A table's row may be long; what a pattern says in one breath may not."""
    long = [
        f"{path.relative_to(ROOT)}:{token.start[0]}"
        for path in sorted(LIBRARY.rglob("*.py"))
        for token in tokenize.generate_tokens(StringIO(path.read_text("utf-8")).readline)
        if token.type == tokenize.STRING and re.match(r"r|R|[fF][rR]", token.string)
        if "\n" not in token.string and _columns(token.string) > 100
    ]
    assert long == []


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def test_functions_stay_small() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in code_files()
        if path.suffix == ".py"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= 60
    ]
    assert long == []


def test_changelog_and_project_agree() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    released = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$", changelog, re.MULTILINE)
    assert released[0] == PROJECT["project"]["version"]
    assert released == sorted(released, key=Version, reverse=True)


# The lock


def locked() -> dict[str, Version]:
    pairs = re.findall(r"^([a-z0-9-]+)==([^ \\]+)", LOCK, re.MULTILINE)
    assert len(pairs) == len(dict(pairs)), "one version of each package for every Python"
    return {name: Version(version) for name, version in pairs}


def wanted() -> list[Requirement]:
    lines = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    return [Requirement(line) for line in lines]


def test_every_locked_package_has_hashes() -> None:
    blocks = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(locked())
    for block in blocks:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), block.splitlines()[0]


def test_lock_names_no_host_and_no_machine() -> None:
    for line in LOCK.splitlines():
        assert not re.search(
            r"://|@|--(extra-)?index-url|--find-links|(^|\s)/|\.(org|com|net|io)\b", line
        )


@rows("requirement", wanted(), ids=str)
def test_lock_satisfies_project(requirement: Requirement) -> None:
    name = requirement.name.lower().replace("_", "-")
    assert requirement.specifier.contains(locked()[name], prereleases=True), "run make lock"


def test_the_stack_is_pinned_exactly() -> None:
    exact = {r.name: str(r.specifier) for r in wanted()}
    assert exact["mkdocs"] == "==1.6.1"
    assert exact["mkdocs-material"] == "==9.8.1"
    assert exact["mkdocs-static-i18n"] == "==1.3.1"


def test_locked_click_keeps_live_reload() -> None:
    # with click 8.3 the flag silently became False, and a saved file changed nothing
    context = mkdocs_cli.commands["serve"].make_context("serve", [])
    assert context.params["livereload"] is True


@pytest.mark.xdist_group("house")
def test_grouped_tests_know_their_group(request: pytest.FixtureRequest) -> None:
    # xdist and pytest must fit each other, else browser tests spread over all workers
    if getattr(request.config.option, "loadgroup", False):
        assert request.node.nodeid.endswith("@house")
