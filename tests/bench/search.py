"""`make bench`, second half: what search costs, here and with the plain stack.

Bytes are gzipped. Times are taken in Chromium slowed down four times, with the engine on the
main thread, because Chromium's slow-down does not reach workers; the page runs it in a worker.
The plain stack is Material's own search over the same pages (with jieba when it is installed).
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright
from tests.bench.run import ROOT, build, plain_project
from tests.conftest import find_chromium
from tests.search.corpus import generated, originals
from tests.search.quality import load
from tests.site.server import serving

from helpcenter.search.index import build_index
from helpcenter.search.script import Script

SLOWER = 4
LARGE = 2000
QUERIES = 24
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
TYPING = """async ([folder, queries]) => {
  await new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = new URL("/search/engine.js", location);
    Object.assign(script, { onload: done, onerror: fail });
    document.head.append(script);
  });
  const bytes = [];
  for (let row = 0xb0; row < 0xd8; row++) for (let c = 0xa1; c < 0xff; c++) bytes.push(row, c);
  const common = () => new TextDecoder("gbk").decode(new Uint8Array(bytes)).slice(0, 3755);
  const read = (path) => fetch(new URL(path, new URL(folder, location))).then((r) => r.json());
  const { Engine } = searchModules["search/engine.js"];
  const began = performance.now();
  const engine = new Engine(read, common);
  await engine.ready();
  const ready = performance.now() - began;
  await engine.search(queries[0]);
  const first = performance.now() - began;
  const strokes = [];
  for (const query of queries) {
    for (let end = 1; end <= query.length; end++) {
      await engine.search(query.slice(0, end)); // loads what is missing
      engine.hits.clear();
      const start = performance.now();
      await engine.search(query.slice(0, end));
      strokes.push(performance.now() - start);
    }
  }
  return { ready, first, strokes };
}"""


def transferred(page: Page, site: Path, address: str, action) -> int:
    """Gzipped bytes of the files that `page` asks for while `action` runs."""
    names: set[str] = set()

    def note(request) -> None:
        names.add(urlsplit(request.url).path.lstrip("/"))

    page.on("request", note)
    action()
    page.wait_for_timeout(700)
    page.remove_listener("request", note)
    found = (site / name for name in names if "search" in name)
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in found if path.is_file())


def box(page: Page) -> None:
    page.locator("[data-md-component=search-query]").click()


def bytes_of(browser, site: Path, query: str) -> dict[str, float]:
    """Kilobytes on a page that does not search, on first focus, and with a first query."""
    with serving(site) as host:
        page = browser.new_page()
        view = transferred(page, site, host, lambda: page.goto(host, wait_until="networkidle"))
        focus = transferred(page, site, host, lambda: box(page))
        asked = transferred(page, site, host, lambda: page.keyboard.insert_text(query))
        page.close()
    return {"page_kb": _kb(view), "focus_kb": _kb(focus), "query_kb": _kb(asked)}


def typing(browser, site: Path, lang: str) -> dict[str, float]:
    """Milliseconds, slowed down: engine ready, first result, keystrokes."""
    queries = [q.text for q in load("development") if q.lang == lang][:QUERIES]
    with serving(site) as host:
        page = browser.new_page()
        page.goto(f"{host}robots.txt")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        found = page.evaluate(TYPING, ["/en/search/" if lang == "en" else "/search/", queries])
        page.close()
    strokes = sorted(found["strokes"])
    return {
        "ready_ms": round(found["ready"]),
        "first_result_ms": round(found["first"]),
        "stroke_median_ms": round(statistics.median(strokes), 1),
        "stroke_p95_ms": round(strokes[int(len(strokes) * 0.95)], 1),
    }


def large_site(site: Path, target: Path) -> float:
    """A copy of `site` whose Chinese index holds LARGE articles; seconds to make the index."""
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
    return seconds


def shard_bytes(site: Path) -> dict[str, float]:
    """Kilobytes of posting lists and articles that whole queries load at LARGE articles."""
    core = len(gzip.compress((site / "search/core.json").read_bytes(), 9))
    sizes = [len(gzip.compress(p.read_bytes(), 9)) for p in site.glob("search/terms/*.json")]
    return {"core_kb": _kb(core), "shard_mean_kb": _kb(int(statistics.mean(sizes)))}


def _kb(size: int) -> float:
    return round(size / 1024, 1)


def measure(folder: Path) -> dict[str, dict[str, float]]:
    """Everything, as rows of a table."""
    build(ROOT / "mkdocs.yml", folder / "ours")
    (folder / "plain").mkdir()
    build(plain_project(folder / "plain"), folder / "plain-site")
    seconds = large_site(folder / "ours", folder / "large")
    rows: dict[str, dict[str, float]] = {}
    with sync_playwright() as playwright:
        path = str(find_chromium())
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for name in ("ours", "plain-site", "large"):
            rows[name] = bytes_of(browser, folder / name, "提现没到账怎么办")
        rows["ours zh"] = typing(browser, folder / "ours", "zh")
        rows["ours en"] = typing(browser, folder / "ours", "en")
        rows["large zh"] = typing(browser, folder / "large", "zh")
    rows["large"] |= shard_bytes(folder / "large") | {
        "index_s": round(seconds, 2),
        "index_ms_per_article": round(seconds * 1000 / LARGE, 2),
    }
    return rows


def main() -> None:
    """Measure, print, write JSON."""
    parser = argparse.ArgumentParser(description="What search costs.")
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "bench-search.json")
    options = parser.parse_args()
    if not find_chromium():
        sys.exit("no Chromium: search is measured in it")
    with tempfile.TemporaryDirectory() as temporary:
        rows = measure(Path(temporary))
    for name, row in rows.items():
        print(f"{name:12}" + "  ".join(f"{key} {value}" for key, value in row.items()))
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(json.dumps(rows, indent=2) + "\n")


if __name__ == "__main__":
    main()
