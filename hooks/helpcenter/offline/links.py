"""Links inside the site that work without a server: a folder becomes its index.html."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from urllib.parse import SplitResult, unquote, urlsplit

INDEX = "index.html"
_REFRESH = re.compile(r"(?P<before>\s*\d+\s*;\s*url=)(?P<url>.*)", re.IGNORECASE | re.DOTALL)


def local(url: str, page: PurePosixPath, site: Path) -> str:
    """`url` of the page at `page` (below `site`), naming the file when it leads to a folder."""
    parts = urlsplit(url)
    if not _is_ours(parts) or not (site / page.parent / unquote(parts.path)).is_dir():
        return url
    path = f"{parts.path.rstrip('/')}/{INDEX}"
    return parts._replace(path=path).geturl()


def refresh(content: str, page: PurePosixPath, site: Path) -> str:
    """The same for the content of `<meta http-equiv="refresh">`."""
    match = _REFRESH.fullmatch(content)
    return match["before"] + local(match["url"], page, site) if match else content


def _is_ours(parts: SplitResult) -> bool:
    """Whether an address is below the site and is not a place in the page itself."""
    return not parts.scheme and not parts.netloc and bool(parts.path) and parts.path[0] != "/"
