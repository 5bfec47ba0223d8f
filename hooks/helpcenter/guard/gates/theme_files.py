"""Files of the pinned theme, cleared by hash and never by content.

The installed packages list the SHA-256 of each of their files (RECORD, PEP 376 and the
wheel format), so nothing needs to be read or imported.
"""

from __future__ import annotations

import base64
import csv
from collections.abc import Iterator
from functools import cache
from importlib import metadata

PACKAGES: tuple[tuple[str, str], ...] = (
    ("mkdocs-material", "material/templates/assets/"),
    ("mkdocs", "mkdocs/contrib/search/templates/"),
)
"""Package, and the folder of it whose files are copied into a site unchanged."""


@cache
def theme_hashes() -> frozenset[str]:
    """SHA-256, in hex, of every file that the theme copies; empty if it is not installed."""
    return frozenset(digest for package, folder in PACKAGES for digest in _digests(package, folder))


def _digests(package: str, folder: str) -> Iterator[str]:
    try:
        record = metadata.distribution(package).read_text("RECORD") or ""
    except metadata.PackageNotFoundError:
        return
    # metadata.files() makes an object of each of 15,000 lines; a few dozen are wanted
    lines = [line for line in record.splitlines() if line.startswith(folder)]
    for _, checksum, *_ in csv.reader(lines):
        kind, _, value = checksum.partition("=")
        if kind == "sha256":
            yield base64.urlsafe_b64decode(f"{value}==").hex()
