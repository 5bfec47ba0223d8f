"""Copies a built site to a folder that opens from disk, and packs it."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath

from helpcenter.data.records import Records
from helpcenter.offline.pages import MODULES, SCRIPT, Edition, offline_page
from helpcenter.offline.scripts import data_script, offline_script
from helpcenter.search.modules import MODULES as SOURCES

LEFT_OUT = (
    "_headers*",
    "robots.txt",
    "search/engine.js",
    "sitemap.xml*",
    "CNAME",
    "404.html",
    "*/404.html",
)
"""Files that only servers and search engines read."""
SUMS = "SHA256SUMS"
_DIGITS = 12


def number_of(site: Path) -> str:
    """Identifier of the build: a short hash over the names and bytes of all its files."""
    digest = hashlib.sha256()
    for path in _files(site):
        digest.update(f"{path.relative_to(site).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:_DIGITS]


def copy_site(site: Path, target: Path, root: Path, records: Records, made: date) -> Edition:
    """Fill the empty folder `target` with the copy of the built `site`.

    Args:
        site: a built folder; it stays as it is.
        target: does not exist yet.
        root: the project, for scripts and templates.
        records: for the words of the interface.
        made: day that the copy is dated with.

    Raises:
        OSError: a file cannot be read or written.
        ValueError: a script has a form that cannot be bundled.
    """
    edition = Edition(records, made, number_of(site), root / "overrides/offline")
    shutil.copytree(site, target, ignore=_left_out(site))
    entries: dict[str, None] = {}
    for path in sorted(target.rglob("*.html")):
        page = offline_page(path.read_text("utf-8"), _below(path, target), site, edition)
        path.write_text(page.text, "utf-8")
        entries |= dict.fromkeys(page.modules)
    for path in sorted((target / MODULES).rglob("*.js")):
        if not path.match("bundle.*.min.js"):
            path.unlink()
    (target / SCRIPT).write_text(offline_script(root / SOURCES, entries), "utf-8")
    _data(target)
    return edition


def _data(target: Path) -> None:
    for path in sorted(target.rglob("search/**/*.json")):
        script = data_script(_below(path, target), path.read_text("utf-8"))
        path.with_suffix(".js").write_text(script, "utf-8")
        path.unlink()


def pack(folder: Path, made: date) -> Path:
    """Pack the folder into an archive next to it, and write the archive's checksum.

    Equal folders give equal archives: names sorted, all dated `made`. It contains a list
    of the checksums of all files (`sha256sum -c` reads both).
    """
    sums = "".join(f"{_sha(path)}  {_below(path, folder)}\n" for path in _files(folder))
    (folder / SUMS).write_text(sums, "utf-8")
    archive = folder.with_name(f"{folder.name}.zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for path in _files(folder):
            name = f"{folder.name}/{_below(path, folder)}"
            info = zipfile.ZipInfo(name, (made.year, made.month, made.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            out.writestr(info, path.read_bytes())
    checksum = archive.with_name(f"{archive.name}.sha256")
    checksum.write_text(f"{_sha(archive)}  {archive.name}\n", "utf-8")
    return archive


def _left_out(site: Path) -> Callable[[str, list[str]], list[str]]:
    def names(folder: str, inside: list[str]) -> list[str]:
        below = [(Path(folder) / name).relative_to(site) for name in inside]
        return [path.name for path in below if any(path.match(rule) for rule in LEFT_OUT)]

    return names


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _below(path: Path, folder: Path) -> PurePosixPath:
    return PurePosixPath(path.relative_to(folder).as_posix())


def _sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
