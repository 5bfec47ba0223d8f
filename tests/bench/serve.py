"""How long a writer waits: from saving an article until Chromium shows it, under `mkdocs serve`.

Nothing reloads the page but the preview itself. Saves of running text in either language are
measured, and one of a record, which makes the whole site again.
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
from tests.site.server import free_port

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = {"zh": "contact/call-support.md", "en": "contact/call-support.en.md"}
PAGES = {"zh": "contact/call-support/", "en": "en/contact/call-support/"}
RECORD = ("docs/_data/brand.yml", "name: OKPay", "name: Renamed")
SAVES = 10
PAUSE = 3.0
"""Seconds between saves: what is put off until the writer pauses must not count as free."""
SHOWS = "text => document.body?.innerText.includes(text)"
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


def shown(page: Page, file: Path, text: str, sign: str) -> float:
    """Seconds from writing `text` into `file` until `page` shows `sign`."""
    file.write_text(text, "utf-8")
    began = time.perf_counter()
    page.wait_for_function(SHOWS, arg=sign, timeout=LONGEST)
    return time.perf_counter() - began


def saves(page: Page, file: Path) -> list[float]:
    """Seconds that each of `SAVES` saves of running text took."""
    original, took = file.read_text("utf-8"), []
    for number in range(SAVES):
        time.sleep(PAUSE)
        sign = (
            f"Mark {'x' * (number + 1)}." if ".en." in file.name else f"第{'改' * (number + 1)}。"
        )
        took.append(shown(page, file, original.replace("\n## ", f"\n{sign}\n\n## ", 1), sign))
    file.write_text(original, "utf-8")
    return took


def main() -> None:
    """Measure and print the median and the worst in each language, and one whole build."""
    browser_path = find_chromium()
    if browser_path is None:
        sys.exit("no Chromium")
    with tempfile.TemporaryDirectory() as temporary, chromium(browser_path) as browser:
        root = copied(Path(temporary))
        with served(root) as base:
            page = browser.new_page()
            for lang, article in ARTICLES.items():
                opened(page, base + PAGES[lang])
                took = saves(page, root / "docs" / article)
                line = f"{statistics.median(took):.2f} s, worst of {SAVES} {max(took):.2f} s"
                print(f"{lang}: save to browser: median {line}", flush=True)
            file, old, new = RECORD
            text = (root / file).read_text("utf-8").replace(old, new)
            opened(page, base)
            print(f"a record, so the whole site: {shown(page, root / file, text, 'Renamed'):.1f} s")


if __name__ == "__main__":
    main()
