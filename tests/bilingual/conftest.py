"""Pages to change, one copy for each test."""

from __future__ import annotations

import pytest
from tests.bilingual.project import ROOT, Pages


@pytest.fixture
def site(tmp_path):
    return Pages(tmp_path / "site")


@pytest.fixture
def articles(tmp_path):
    """All our own articles, whatever their state."""
    return Pages(tmp_path / "articles", ROOT / "docs")
