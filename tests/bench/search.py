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
    of_each_style,
    packed,
    page_bytes,
    speed_and_quality,
)
from tests.bench.run import ROOT, build, plain_project
from tests.conftest import find_chromium
from tests.search.corpus import generated, originals

from helpcenter.model import LANGS, Lang
from helpcenter.publish.files import write_files
from helpcenter.search.index import build_index
from helpcenter.search.script import Script

LARGE = 2000
ASKED = {"box_first_ms": "提现", "box_pinyin_ms": "tixian", "box_slip_ms": "客符电话"}
"""A query that every search answers, one in letters, one with a slip."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
JIEBA = """import rjieba


def cut(text):
    return rjieba.cut(text.decode("utf-8"))
"""
PLAIN_SEARCH = r"""  - search: {lang: [zh, en], separator: '[\s\u200b\-]'}
"""
GOALS = (
    ("search code of a page, KB", "ours", "page_kb", 15),
    ("first use at 42 + 42 articles, any query, KB", "ours", "first_use_kb", 40),
    ("focus at 2,000, KB", "large", "focus_kb", 30),
    ("a query at 2,000, pasted, most KB", "large", "query_most_kb", 80),
    ("a query at 2,000, every key, median KB", "large", "typed_kb", 80),
    ("a query at 2,000, every key, most KB", "large", "typed_most_kb", 80),
    ("first result after focus, ms", "ours", "box_first_ms", 300),
    ("first result, pinyin, ms", "ours", "box_pinyin_ms", 300),
    ("first result, slip, ms", "ours", "box_slip_ms", 300),
    ("first result at 2,000, ms", "large", "box_first_ms", 300),
    ("keystroke zh, median ms", "ours zh", "stroke_median_ms", 16),
    ("keystroke zh, 95th percentile ms", "ours zh", "stroke_p95_ms", 50),
    ("keystroke en, median ms", "ours en", "stroke_median_ms", 16),
    ("keystroke en, 95th percentile ms", "ours en", "stroke_p95_ms", 50),
    ("keystroke at 2,000, median ms", "large zh", "stroke_median_ms", 100),
    ("keystroke at 2,000, 95th percentile ms", "large zh", "stroke_p95_ms", 100),
    ("index zh, ms an article", "large", "index_zh_ms", 1),
    ("index zh, constant s", "large", "index_zh_s", 1),
    ("index en, ms an article", "large", "index_en_ms", 1),
    ("index en, constant s", "large", "index_en_s", 1),
)
"""What it is, row and key of the table, and the most that it may be."""


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
    costs: Row = {}
    for lang in LANGS:
        files, cost = indexed(lang)
        costs |= cost
        if lang == "zh":
            write_files(target / "search", files)
    shards = [packed(path) for path in target.glob("search/terms/*.json")]
    return {
        "core_kb": kb(packed(target / "search/core.json")),
        "shard_mean_kb": kb(statistics.mean(shards)),
    } | costs


def indexed(lang: Lang) -> tuple[dict[str, str], Row]:
    """The index of LARGE articles, and what one article and what any index costs.

    The constant is the cost of the site's own articles less what they would cost at that rate.
    """
    sources, words = originals(lang)
    took, files = [], {}
    for documents in (sources, generated(sources, LARGE, lang)):
        began = time.perf_counter()
        files = build_index(documents, words, lang, Script(ROOT))
        took.append(time.perf_counter() - began)
    rate = (took[1] - took[0]) / (LARGE - len(sources))
    constant = took[0] - rate * len(sources)
    costs = {f"index_{lang}_ms": round(rate * 1000, 2), f"index_{lang}_s": round(constant, 2)}
    return files, costs


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
        for name in ("ours", "plain-site", "large"):
            ours = name != "plain-site"
            queries = of_each_style("zh", 1) if ours else [ASKED["box_first_ms"]]
            rows[name] = page_bytes(browser, folder / name, queries, ours=ours)
            for key, query in ASKED.items():
                if ours or key == "box_first_ms":
                    rows[name][key] = box_time(browser, folder / name, query)
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
    """The table, then every goal beside what was measured here and with the plain stack."""
    for name, row in rows.items():
        yield f"{name:14}" + "  ".join(f"{key} {value}" for key, value in row.items())
    yield f"{'':5}{'':46}{'ours':>8}{'goal':>6}{'plain':>8}"
    for what, name, key, goal in GOALS:
        value = rows[name][key]
        plain = (
            rows.get(name.replace("ours", "plain-site"), {}).get(key, "-")
            if "ours" in name
            else "-"
        )
        yield f"{'pass' if value <= goal else 'FAIL':5}{what:46}{value:8}{goal:6}{plain:>8}"


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
