"""Case files of the guard: the truth of a set, throw-away projects, and one row's verdict."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from tests.guard.helpers import check_tree

from helpcenter.guard.detectors import platforms
from helpcenter.guard.gates.assets import check_lock
from helpcenter.guard.gates.source_files import source_paths
from helpcenter.guard.matching import canonical
from helpcenter.guard.records.truth import Official, Truth
from helpcenter.model import Finding

Row = dict[str, Any]
CARRIERS = ("HC11", "HC12", "HC13")
MAY_BE_REFUSED = {"official-contact", "data-uri", "svg", "asset", "config", "override", "document"}
BASE = "site_name: Case\ntheme: {name: material}\n"


def read_truth(path: Path) -> Truth:
    """The truth of a set of cases, from its `truth.yml`."""
    data = yaml.safe_load(path.read_text("utf-8"))
    values = [("email", value) for value in data.get("emails", [])]
    values += [("phone", item["e164"]) for item in data.get("phones", [])]
    values += [("url", data["live_chat"])] if data.get("live_chat") else []
    for name, item in {**data.get("social", {}), **data.get("messengers", {})}.items():
        values += _account(name, item) if isinstance(item, dict) else []
    officials = [Official(f"contacts/c{n}", kind, value) for n, (kind, value) in enumerate(values)]
    hosts = [Official(f"domains/d{n}", "host", name) for n, name in enumerate(data["hosts"])]
    return Truth.of(
        officials,
        hosts,
        (),
        (),
        data.get("public_hotlines", []),
        [f"https://{name}/" for name in data.get("link_hosts", [])],
    )


def _account(name: str, item: dict[str, str]) -> Iterator[tuple[str, str]]:
    if url := item.get("url"):
        yield "url", url
    platform = name.removesuffix("_official_account")
    for key in ("handle", "id", "name"):
        if key in item:
            yield "social", platforms.of_handle(platform, item[key])


def run(
    rows: Iterable[Row], truth: Truth, data: Path, work: Path, locked: bool = True
) -> dict[str, list[Finding]]:
    """Findings per row: rows share one project, except those that must be alone.

    Args:
        rows: the cases.
        truth: what is official.
        data: folder of the case file, where `src` files are.
        work: an empty folder for the projects.
        locked: with the asset lock, in which nothing stands: every asset is unknown, and text
            in pictures is read, if it can be.
    """
    rows = list(rows)
    found: dict[str, list[Finding]] = {}
    together = [row for row in rows if not row.get("solo")]
    findings = _check(_project(together, data, work / "all"), truth, locked)
    for row in together:
        paths = {file["path"] for file in row["files"]}
        found[row["id"]] = [f for f in findings if f.path in paths]
    for row in rows:
        if row.get("solo"):
            found[row["id"]] = _check(_project([row], data, work / row["id"]), truth, locked)
    return found


def _check(root: Path, truth: Truth, locked: bool) -> list[Finding]:
    lock = check_lock(root, list(source_paths(root)), truth) if locked else ()
    return [*check_tree(root, truth), *lock]


def _project(rows: Iterable[Row], data: Path, root: Path) -> Path:
    (root / "docs").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(BASE, "utf-8")
    for row in rows:
        for file in row["files"]:
            path = root / file["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            if "src" in file:
                shutil.copyfile(data / file["src"], path)
            else:
                with path.open("a" if file["mode"] == "append" else "w", newline="") as out:
                    out.write(file["content"])
    return root


def is_named(row: Row, findings: Iterable[Finding]) -> bool:
    """Whether a finding names the fake, in its own or in canonical notation."""
    wanted = {row["fake"], _canonical(row["kind"], row["fake"])}
    return any(f.found in wanted or f.canonical in wanted for f in findings)


def _canonical(kind: str, fake: str) -> str:
    if kind == "email":
        return canonical.email(fake)
    return canonical.url(fake).canonical if kind == "url" or "://" in fake else fake


def counted(row: Row, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that count against an innocent row."""
    category = row.get("category", "")
    refused = category in MAY_BE_REFUSED or category.startswith("image-")
    return [
        f
        for f in findings
        if f.rule.startswith("HC1")
        and f.rule != "HC102"
        and not (refused and f.rule.startswith(CARRIERS))
    ]
