"""How long a writer waits: from saving an article under `mkdocs serve` until its page is served.

The page is asked for as a browser does that has just been told to reload: the request is held
back until the new page is there.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from tests.site.server import free_port

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "docs/contact/call-support.md"
PAGE = "contact/call-support/"
SAVES = 10
PAUSE = 3.0
"""Seconds between saves: what is put off until the writer pauses must not count as free."""


def copied(folder: Path) -> Path:
    """A copy of this project in `folder` whose pages may be changed."""
    for part in ("docs", "overrides", "hooks"):
        ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
        shutil.copytree(ROOT / part, folder / part, ignore=ignored)
    for name in ("mkdocs.yml", "assets.lock"):
        shutil.copy(ROOT / name, folder)
    return folder


def wait_for(url: str, text: str, process: subprocess.Popen[bytes]) -> float:
    """Seconds until the page at `url` holds `text`; stops the benchmark when that never comes."""
    began = time.perf_counter()
    while time.perf_counter() - began < 90:
        if process.poll() is not None:
            sys.exit("mkdocs serve has stopped")
        try:
            with urllib.request.urlopen(url, timeout=60) as response:
                if text in response.read().decode():
                    return time.perf_counter() - began
        except OSError:
            time.sleep(0.1)
        time.sleep(0.01)
    sys.exit(f"{url} never showed {text}")


def saves(root: Path, article: str, page: str) -> list[float]:
    """Seconds that each of `SAVES` saves of running text took to be served."""
    port = free_port()
    address = f"127.0.0.1:{port}"
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", address, "--watch", "overrides"]
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL)
    try:
        wait_for(f"http://{address}/", "<html", process)
        original = (root / article).read_text("utf-8")
        took = []
        for number in range(SAVES):
            time.sleep(PAUSE)
            mark = "改" * (number + 1) + "。"
            text = original.replace("\n## ", f"\n{mark}\n\n## ", 1)
            (root / article).write_text(text, "utf-8")
            took.append(wait_for(f"http://{address}/{page}", f">{mark}<", process))
        return took
    finally:
        process.terminate()
        process.wait()


def main() -> None:
    """Measure and print the median and the worst."""
    with tempfile.TemporaryDirectory() as temporary:
        took = saves(copied(Path(temporary)), ARTICLE, PAGE)
    median, worst = statistics.median(took), max(took)
    print(f"save to page served: median {median:.2f} s, worst of {SAVES} {worst:.2f} s")


if __name__ == "__main__":
    main()
