"""A test that hangs fails, says where it waited, and leaves the next one alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TESTS = """
import time

import pytest
from tests.site.browser import chromium


@pytest.fixture(scope="module")
def browser():
    with chromium(PATH) as browser:
        yield browser


@pytest.fixture
def page(browser):
    with browser.new_context() as context:
        yield context.new_page()


@pytest.mark.timeout(1, func_only=True)
def test_sleeps():
    time.sleep(100)


@pytest.mark.timeout(1, func_only=True)
@pytest.mark.parametrize("code", ["new Promise(() => {})", "for (;;) ;"])
def test_waits(page, code):
    page.evaluate(code)


def test_goes_on(page):
    assert page.evaluate("6 * 7") == 42
"""


@pytest.mark.browser
@pytest.mark.build
def test_what_hangs_fails_alone(tmp_path, chromium_path):
    file = tmp_path / "test_hanging.py"
    file.write_text(TESTS.replace("PATH", repr(str(chromium_path))), "utf-8")
    words = ["-c", str(ROOT / "pyproject.toml"), f"--rootdir={ROOT}", "-p", "tests.conftest"]
    # what lies above the temporary folder is another's: no conftest.py is taken from there
    options = ["--noconftest", "-p", "no:cacheprovider", "--tb=short"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *words, *options, str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert "timeout: 300.0s" in done.stdout, "every test has a limit"
    assert "3 failed, 1 passed" in done.stdout, done.stdout
    for line in ("time.sleep(100)", "page.evaluate(code)", "Timeout (>1.0s)"):
        assert line in done.stdout
