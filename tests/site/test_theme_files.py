"""The theme as published: no source maps, nothing that is never used, nothing from elsewhere."""

from __future__ import annotations

import re

import pytest

LOADED = re.compile(
    r"<(?:script|img|iframe|source|video|audio|embed)[^>]*\ssrc=[\"']?(?:https?:)?//[^\"'\s>]+"
    r"|<link[^>]*rel=[\"']?(?:stylesheet|preload|preconnect|dns-prefetch)[^>]*(?:https?:)?//[^>]*>"
)


@pytest.mark.build
def test_nothing_is_left_that_nobody_uses(built):
    files = (path for path in built.site.rglob("*") if path.is_file())
    names = [path.relative_to(built.site).as_posix() for path in files]
    assert [
        n for n in names if n.endswith(".map") or "/lunr" in n or "javascripts/workers" in n
    ] == []


@pytest.mark.build
def test_nothing_loads_from_elsewhere(built):
    for path in built.site.rglob("*"):
        if path.suffix in {".html", ".js", ".css"}:
            text = path.read_text("utf-8")
            assert not re.search(r"unpkg|jsdelivr|cdnjs|googleapis|sourceMappingURL", text), path
            assert path.suffix != ".html" or not LOADED.search(text), path
            assert path.suffix != ".css" or not re.search(r"(?:url\(|@import)[^)]{0,9}//", text), (
                path
            )


def test_the_pattern_sees_what_would_load():
    assert LOADED.search('<script src="https://a.test/x.js">')
    assert LOADED.search('<link rel="stylesheet" href="//a.test/x.css">')
    assert not LOADED.search(
        '<script src="../x.js"></script><link rel="canonical" href="https://a.test/">'
    )
