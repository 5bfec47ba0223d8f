"""Files of the pinned theme, cleared by their hash and never by their content.

The installed packages list the SHA-256 of each of their files (RECORD, PEP 376 and the
wheel format), so nothing needs to be read or imported.
"""

from __future__ import annotations

import base64
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
        files = metadata.files(package) or []
    except metadata.PackageNotFoundError:
        return
    for file in files:
        if file.as_posix().startswith(folder) and file.hash and file.hash.mode == "sha256":
            yield base64.urlsafe_b64decode(f"{file.hash.value}==").hex()
