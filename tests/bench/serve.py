"""How long a writer waits: from a save until Chromium shows it, under `mkdocs serve`.

Nothing reloads the page but the preview itself. Every kind of save is measured, while the build
of the whole site, which an earlier save has begun, may still be going on.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Error, Page
from tests.conftest import find_chromium
from tests.site.browser import chromium
from tests.site.saves import SAVES, Save
from tests.site.server import free_port

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 3
"""How often each kind of save is made, and undone."""
PAUSE = 3.0
"""Seconds between saves: what is put off until the writer pauses must not count as free."""
SHOWS = "([sign, gone]) => document.documentElement.outerHTML.includes(sign) !== gone"
LONGEST = 120_000
"""Milliseconds after which a save counts as lost."""


def copied(folder: Path) -> Path:
    """A copy of this project in `folder` whose pages may be changed."""
    for part in ("docs", "overrides", "hooks"):
        ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
        shutil.copytree(ROOT / part, folder / part, ignore=ignored)
    for name in ("mkdocs.yml", "assets.lock"):
        shutil.copy(ROOT / name, folder)
    return folder


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Address of a preview of the project at `root`."""
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", address, "--watch", "overrides"]
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL)
    try:
        yield f"http://{address}/"
    finally:
        process.terminate()
        process.wait()


def opened(page: Page, url: str) -> None:
    """Open `url` in `page` as soon as the preview answers."""
    for _ in range(LONGEST // 100):
        try:
            page.goto(url, timeout=LONGEST)
            return
        except Error:
            time.sleep(0.1)
    sys.exit("mkdocs serve never answered")


def shown(page: Page, root: Path, save: Save) -> float:
    """Seconds from writing until `page` shows it."""
    page.wait_for_function(SHOWS, arg=[save.sign, not save.gone], timeout=LONGEST)
    time.sleep(PAUSE)
    began = time.perf_counter()
    save.write(root)
    page.wait_for_function(SHOWS, arg=[save.sign, save.gone], timeout=LONGEST)
    return time.perf_counter() - began


def main() -> None:
    """Measure and print the median and the worst of each kind."""
    browser_path = find_chromium()
    if browser_path is None:
        sys.exit("no Chromium")
    with tempfile.TemporaryDirectory() as temporary, chromium(browser_path) as browser:
        root = copied(Path(temporary))
        with served(root) as base:
            page = browser.new_page()
            opened(page, base)
            took: dict[str, list[float]] = {}
            for _ in range(ROUNDS):
                for save in SAVES:
                    opened(page, base + save.page)
                    took.setdefault(save.kind, []).append(shown(page, root, save))
                for save in reversed(SAVES):
                    save.undo(root)
    for kind, seconds in took.items():
        line = f"median {statistics.median(seconds):.2f} s, worst {max(seconds):.2f} s"
        print(f"{kind}: save to browser: {line}", flush=True)


if __name__ == "__main__":
    main()
