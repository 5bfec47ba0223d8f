"""`make bench`, second half: what search costs and finds, here and with the plain stack.

Bytes are gzipped. `box_first_ms` is the real box; the other times run the engine on a slowed main
thread, which is harder than the page, whose worker is not slowed. The plain stack is Material's own
search over the same pages, with jieba's words (from its Rust edition, which the build uses: same
dictionary and method). Its one index holds both languages; a hit in either counts for it.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright
from tests.bench.measures import (
    Row,
    box_time,
    kb,
    packed,
    page_bytes,
    speed_and_quality,
    typed_queries,
)
from tests.bench.run import ROOT, build, plain_project
from tests.conftest import find_chromium
from tests.search.corpus import generated, originals

from helpcenter.search.index import build_index
from helpcenter.search.script import Script

LARGE = 2000
FEW, MANY = 2, 8
SHORT = "提现"
"""A query that every search answers."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
JIEBA = """import rjieba


def cut(text):
    return rjieba.cut(text.decode("utf-8"))
"""
PLAIN_SEARCH = r"""  - search: {lang: [zh, en], separator: '[\s\u200b\-]'}
"""
GOALS = {
    "ours": {"page_kb": 15, "focus_kb": 40, "box_first_ms": 300},
    "large": {"focus_kb": 30, "query_most_kb": 80},
    "ours zh": {"first_result_ms": 300, "stroke_median_ms": 16, "stroke_p95_ms": 50},
    "ours en": {"first_result_ms": 300, "stroke_median_ms": 16, "stroke_p95_ms": 50},
    "large zh": {"stroke_p95_ms": 100},
}


@contextmanager
def jieba(folder: Path) -> Iterator[None]:
    """Builds inside the block find a module of that name, as the plain stack looks for one."""
    (folder / "jieba.py").write_text(JIEBA, "utf-8")
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(folder), before]))
    try:
        yield
    finally:
        os.environ["PYTHONPATH"] = before or ""


def chinese(config: Path) -> Path:
    """Set the search as Material's manual says for Chinese."""
    text = config.read_text("utf-8")
    config.write_text(text.replace("  - search\n", PLAIN_SEARCH), "utf-8")
    return config


def large_site(site: Path, target: Path) -> Row:
    """A copy of `site` whose Chinese index holds LARGE articles; what the index costs."""
    shutil.copytree(site, target)
    shutil.rmtree(target / "search" / "articles")
    sources, words = originals("zh")
    documents = generated(sources, LARGE, "zh")
    began = time.perf_counter()
    files = build_index(documents, words, "zh", Script(ROOT))
    seconds = time.perf_counter() - began
    for name, text in files.items():
        path = target / "search" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    shards = [packed(path) for path in target.glob("search/terms/*.json")]
    return {
        "core_kb": kb(packed(target / "search/core.json")),
        "shard_mean_kb": kb(statistics.mean(shards)),
        "index_s": round(seconds, 2),
        "index_ms_per_article": round(seconds * 1000 / LARGE, 2),
    }


def measure(folder: Path) -> dict[str, Row]:
    """Everything, as rows of a table."""
    build(ROOT / "mkdocs.yml", folder / "ours")
    (folder / "plain").mkdir()
    (folder / "modules").mkdir()
    with jieba(folder / "modules"):
        build(chinese(plain_project(folder / "plain")), folder / "plain-site")
    index = large_site(folder / "ours", folder / "large")
    rows: dict[str, Row] = {}
    with sync_playwright() as playwright:
        path = str(find_chromium())
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        queries = typed_queries("zh")
        for name, count in (("ours", FEW), ("plain-site", FEW), ("large", MANY)):
            ours = name != "plain-site"
            rows[name] = page_bytes(browser, folder / name, queries[:count], ours=ours)
            rows[name] |= box_time(browser, folder / name, SHORT)
        for lang in ("zh", "en"):
            for name, script in (("ours", "ours.js"), ("plain-site", "plain.js")):
                start = "robots.txt" if name == "ours" else ""
                key = f"{name} {lang}"
                rows[key] = speed_and_quality(browser, folder / name, lang, script, start)
        times = speed_and_quality(browser, folder / "large", "zh", "ours.js", "robots.txt")
        rows["large zh"] = {key: times[key] for key in times if key.endswith("_ms")}
    rows["large"] |= index
    return rows


def report(rows: dict[str, Row]) -> Iterator[str]:
    """The table, and what misses its goal."""
    for name, row in rows.items():
        yield f"{name:14}" + "  ".join(f"{key} {value}" for key, value in row.items())
    for name, goals in GOALS.items():
        for key, goal in goals.items():
            if rows[name][key] > goal:
                yield f"over its goal: {name} {key} {rows[name][key]}, goal {goal}"


def main() -> None:
    """Measure, print, write JSON."""
    parser = argparse.ArgumentParser(description="What search costs and finds.")
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "bench-search.json")
    options = parser.parse_args()
    if not find_chromium():
        sys.exit("no Chromium: search is measured in it")
    with tempfile.TemporaryDirectory() as temporary:
        rows = measure(Path(temporary))
    print("\n".join(report(rows)))
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(json.dumps(rows, indent=2) + "\n")


if __name__ == "__main__":
    main()
