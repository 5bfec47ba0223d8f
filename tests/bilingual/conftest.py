"""Pages to change, one copy for each test."""

from __future__ import annotations

import pytest
from tests.bilingual.project import Pages


@pytest.fixture
def site(tmp_path):
    return Pages(tmp_path / "site")
