"""What all rooms' tests share: the Chromium of this machine, and one line when it is missing."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from helpcenter.workers import SELDOM

# a property is about what comes out, not about how busy the machine is
settings.register_profile(
    "house",
    parent=settings.default,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("house")
NO_CHROMIUM = "no Chromium found"
ROOT = Path(__file__).resolve().parents[1]
ADOPTED = "demo_notice:" not in (ROOT / "docs/_data/brand.yml").read_text("utf-8")
"""Whether a company has put its own content here (README, “Adopt it”)."""
OF_THE_CODE = ("data", "facts", "live", "offline", "report")
"""Folders whose tests, like those beside this file, hold whatever the articles and records say."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FOR_TESTS = ("HELPCENTER_CHROMIUM", "HELPCENTER_A11Y", "HELPCENTER_NO_CACHE")
OF_OTHERS = ("SOURCE_DATE_EPOCH", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES")
"""Of the day, the screen and the window of whoever starts the tests."""


@pytest.hookimpl(trylast=True)
def pytest_configure() -> None:
    """Tests, and the commands that they start, are told the same on every machine.

    A hook of git names its own repository to all that it starts: tests that commit would commit
    there. Pytest has read by now what concerns its own report.
    """
    for name in list(os.environ):
        product = name.startswith("HELPCENTER_") and name not in FOR_TESTS
        if product or name.startswith(("GIT_", "LC_")) or name in OF_OTHERS:
            del os.environ[name]
    os.environ |= {
        "LANG": "en_GB.UTF-8",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "no_proxy": "*",  # hosts of tests are this machine
    }


def find_chromium() -> Path | None:
    """The browser named by HELPCENTER_CHROMIUM, else the first known one on PATH."""
    named = os.environ.get("HELPCENTER_CHROMIUM")
    for name in (named,) if named else BROWSERS:
        if found := shutil.which(name):
            return Path(found)
    return None


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """Path of Chromium; without one the test is skipped here and fails in CI."""
    if found := find_chromium():
        return found
    if os.environ.get("CI") == "true":
        pytest.fail(f"{NO_CHROMIUM}: CI must run every browser test")
    pytest.skip(NO_CHROMIUM)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes may hold the time at which they were made, and all workers must name a test alike."""
    return argname if isinstance(val, bytes) else None


def pytest_itemcollected(item: pytest.Item) -> None:
    """Browser tests of one file stay together: they share builds, hosts and a Chromium."""
    if item.get_closest_marker("browser"):
        assert item.get_closest_marker("build"), f"{item.nodeid}: pages are built, mark it `build`"
        item.add_marker(pytest.mark.xdist_group(item.path.stem))


def pytest_report_header() -> list[str]:
    """Why so few tests ran."""
    if not ADOPTED:
        return []
    return [
        "own content: tests that need the sample of this product are left out;"
        " make check and make build judge yours"
    ]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Real builds first: a long test at the end would leave the other cores idle.

    Most tests know the sample that the product ships. Another company's articles and records would
    fail them and be none the worse.
    """
    if ADOPTED:
        out = [item for item in items if not _is_of_the_code(item)]
        config.hook.pytest_deselected(items=out)
        items[:] = filter(_is_of_the_code, items)
    items.sort(key=lambda item: item.get_closest_marker("build") is None)


def _is_of_the_code(item: pytest.Item) -> bool:
    folder, *below = item.path.relative_to(ROOT / "tests").parts
    return not below or folder in OF_THE_CODE


def pytest_collection_finish() -> None:
    """What was imported stays: looking through it for garbage was a good part of every worker."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line what was skipped for want of Chromium, and how to get it."""
    skipped = sum(1 for _ in _skipped_for_chromium(terminalreporter))
    if skipped:
        terminalreporter.write_line(
            f"{skipped} browser tests were skipped: no Chromium. Install it"
            " (e.g. apt install chromium fonts-noto-cjk) or set HELPCENTER_CHROMIUM.",
            yellow=True,
        )


def _skipped_for_chromium(reporter: pytest.TerminalReporter) -> Iterator[pytest.TestReport]:
    for report in reporter.stats.get("skipped", []):
        if NO_CHROMIUM in str(report.longrepr):
            yield report
