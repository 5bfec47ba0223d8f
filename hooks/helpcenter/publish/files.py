"""Files of a built site that are written or changed after the builder is done."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from helpcenter.data.edit import replace_file
from helpcenter.model import Finding
from helpcenter.publish import theme


def complete(site: Path, late: Mapping[str, str]) -> list[Finding]:
    """Write the delayed files; patch and prune those of the theme."""
    write_files(site, late)
    return theme.finish(site)


def write_files(site: Path, files: Mapping[str, str]) -> None:
    """Write texts by their path below `site`; a reader gets the old or the new one."""
    for name, text in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text)


def remove_nonce(site: Path, nonce: str) -> None:
    """Remove the nonce of our own marks from the pages, once it has been checked."""
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        path.write_text(text.replace(f"~{nonce}", ""), "utf-8")
