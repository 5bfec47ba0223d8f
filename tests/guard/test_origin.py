"""What is found in a built page is mapped back to the line that wrote it."""

from __future__ import annotations

import pytest
from tests.guard.helpers import TRUTH

from helpcenter.guard.gates.output_gate import audit
from helpcenter.model import Position
from helpcenter.origins import origins

SOURCES = {
    "docs/fees/a.md": "---\ntitle: 甲\n---\n\n见 page@evil.test。\n",
    "docs/fees/a.en.md": "---\ntitle: A\n---\n\nen&#64;evil.test\n",
    "docs/fees/b.md": "正文",
    "docs/_data/ui.yml": "ui:\n  a: {zh: record@evil.test}\n",
    "docs/assets/x.svg": "<svg>\n <text>copied@evil.test</text></svg>",
    "includes/terms.md": "*[甲]: include@evil.test\n",
    "overrides/main.html": "<p>\n  {{ x }} template@evil.test</p>",
    "overrides/robots.txt": "# {{ x }}\n",
    "mkdocs.yml": "copyright: setting@evil.test\n",
}


@pytest.fixture
def root(tmp_path):
    for path, text in SOURCES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def found(root, path, text):
    (root / "site" / path).parent.mkdir(parents=True, exist_ok=True)
    (root / "site" / path).write_text(text, "utf-8")
    (finding,) = origins(root).located(audit(root / "site", TRUTH))
    return finding.source


@pytest.mark.parametrize(
    ("page", "shown", "path", "place"),
    [
        ("fees/a", "page@evil.test", "docs/fees/a.md", (5, 3)),
        ("en/fees/a", "en@evil.test", "docs/fees/a.en.md", (5, 1)),
        ("fees/a", "record@evil.test", "docs/_data/ui.yml", (2, 11)),
        ("fees/a", "template@evil.test", "overrides/main.html", (2, 11)),
        ("en/fees/b", "include@evil.test", "includes/terms.md", (1, 7)),
        ("fees/a", "setting@evil.test", "mkdocs.yml", (1, 12)),
        ("en/fees/b", "nowhere@evil.test", "docs/fees/b.md", (1, 1)),
    ],
)
def test_pages(root, page, shown, path, place):
    source = found(root, f"{page}/index.html", f"<p>{shown}</p>")
    assert (source.path, source.position) == (path, Position(*place))


def test_a_copied_file_keeps_its_places(root):
    source = found(root, "assets/x.svg", SOURCES["docs/assets/x.svg"])
    assert (source.path, source.position) == ("docs/assets/x.svg", Position(2, 8))


def test_a_file_made_of_a_template_has_places_of_its_own(root):
    source = found(root, "robots.txt", "# x\n\nSitemap: https://evil.test/s")
    assert (source.path, source.position) == ("overrides/robots.txt", Position(1, 1))


def test_an_unknown_file_has_no_source(root):
    assert found(root, "feed.txt", "unknown@evil.test") is None
