"""A project with a company's own content tests the code, not the sample that it has no more."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")
ONE = "def test_one():\n    pass\n"


@pytest.mark.parametrize(
    ("brand", "left"),
    [
        ("name: A\n", ["facts/test_b.py", "test_a.py"]),
        ("name: A\ndemo_notice:\n  zh: 甲\n", ["facts/test_b.py", "search/test_c.py", "test_a.py"]),
    ],
)
def test_what_is_left_of_the_suite(tmp_path, brand, left):
    for name in ("tests/test_a.py", "tests/facts/test_b.py", "tests/search/test_c.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(ONE, "utf-8")
    (tmp_path / "docs/_data").mkdir(parents=True)
    (tmp_path / "docs/_data/brand.yml").write_text(brand, "utf-8")
    shutil.copy(CONFTEST, tmp_path / "tests")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")  # else one further up is taken
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "--rootdir", "."]
    said = subprocess.run(
        [*command, "tests"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    found = [line.partition("::")[0] for line in said.splitlines() if "::" in line]
    assert sorted(name.removeprefix("tests/") for name in found) == left
