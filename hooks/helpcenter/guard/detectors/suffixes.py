"""Top-level names: those of the public suffix list and the reserved ones."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

RESERVED = frozenset({"example", "test", "invalid", "测试", "xn--0zwm56d"})
"""RFC 2606, and the test name of RFC 6761's internationalised trials; unlisted anywhere."""
STRONG = frozenset({"com", "net", "org", "cn", "example", "test", "invalid"})
"""Counted also inside program text, where `rect.top` and `self.info` abound."""
COMMON = STRONG | frozenset(
    {"top", "xyz", "vip", "cc", "io", "info", "site", "online", "shop", "club", "co", "biz"}
    | {"hk", "tw", "uk", "ru", "jp", "kr", "sg", "eu", "app", "dev", "link"}
    | {"live", "pro", "store", "tech", "win", "wang", "icu", "ltd", "fun", "work", "mobi", "asia"}
    | {"ly", "gg", "tv", "ws", "cx", "pw", "tk", "ml", "cf", "gq", "xn--0zwm56d"}
)
"""Endings of bare hosts that are believed when they come out of a decoding."""
FILE_ENDINGS = frozenset(
    {"ai", "md", "mov", "pl", "properties", "ps", "py", "rs", "sh", "so", "zip"}
)
"""Endings of files that are top-level names too."""
SOURCE_ENDINGS = frozenset({"md", "pl", "ps", "py", "rs", "sh", "so"})
"""Those of them that a name with hyphens may have; `pay-login.zip` is taken for a host."""


@cache
def top_level() -> frozenset[str]:
    """All top-level names, from the copy of the public suffix list that tldextract brings along.

    The package itself stays unloaded: it would load an HTTP client with it, a tenth of the time
    of a quick check.
    """
    package = find_spec("tldextract")
    assert package and package.submodule_search_locations
    text = Path(package.submodule_search_locations[0], ".tld_set_snapshot").read_text("utf-8")
    lines = (line.strip() for line in text.splitlines())
    return RESERVED | {line.rpartition(".")[2] for line in lines if line and line[:2] != "//"}


@cache
def east_asian_top_level() -> frozenset[str]:
    """Those in East Asian letters."""
    return frozenset(name for name in top_level() if not name.isascii())
