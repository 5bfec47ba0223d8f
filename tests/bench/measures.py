"""What a search costs and finds, measured in Chromium on a served folder."""

from __future__ import annotations

import gzip
import statistics
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page
from tests.search.quality import SETS, Query, Score, load
from tests.site.server import serving

SLOWER = 4
QUERIES = 24
HERE = Path(__file__).parent
BOX = "[data-md-component=search-query]"
ANSWER = ".md-search-result__item, [data-hc-state=nothing]:not([hidden])"
QUIET = 400  # milliseconds
Row = dict[str, float]


def kb(size: float) -> float:
    return round(size / 1024, 1)


def packed(path: Path) -> int:
    """Bytes of a file as sent, gzipped."""
    return len(gzip.compress(path.read_bytes(), 9))


def typed_queries(lang: str) -> list[str]:
    """What is typed letter by letter: queries of all styles."""
    return [q.text for q in load("development") if q.lang == lang][:QUERIES]


def of_each_style(lang: str, each: int) -> list[str]:
    """`each` queries of every style: plain, pinyin, initials, slips, traditional, off-topic."""
    found: dict[str, list[str]] = {}
    for query in load("development"):
        if query.lang == lang:
            found.setdefault(query.style, []).append(query.text)
    return [text for texts in found.values() for text in texts[:each]]


def transferred(page: Page, site: Path, action: Callable[[], None]) -> tuple[int, int]:
    """Gzipped bytes of search that `page` asks for while `action` runs and a moment after.

    All of them, and those without the texts of the articles that were found.
    """
    names: set[str] = set()

    def note(request) -> None:
        names.add(urlsplit(request.url).path.lstrip("/"))

    page.context.on("request", note)
    action()
    page.wait_for_timeout(QUIET)
    page.context.remove_listener("request", note)
    found = [site / name for name in names if "search" in name and (site / name).is_file()]
    whole = sum(map(packed, found))
    return whole, whole - sum(packed(path) for path in found if path.parent.name == "articles")


def page_bytes(browser: Browser, site: Path, queries: list[str], *, ours: bool) -> Row:
    """Kilobytes of a page that does not search, of the first focus, and of each first query.

    A query is pasted whole, in a fresh browser each time; `typed_kb` is the same typed with keys.
    `first_use_kb` is code and index at first use: focus and query without the articles' texts.
    """
    views, focuses, pasted, typed, uses = [], [], [], [], []
    with serving(site) as host:
        for query in queries:
            for delay, sizes in ((None, pasted), (60, typed)):
                context = browser.new_context()
                page = context.new_page()
                views.append(transferred(page, site, lambda p=page: _open(p, host))[0])
                focuses.append(transferred(page, site, lambda p=page: p.locator(BOX).click())[0])
                act = lambda p=page, d=delay: _ask(p, query, d, ours=ours)  # noqa: B023, E731
                size, index = transferred(page, site, act)
                sizes.append(size)
                uses.append(focuses[-1] + index)
                context.close()
    return {
        "page_kb": kb(max(views)),
        "focus_kb": kb(max(focuses)),
        "first_use_kb": kb(max(uses)),
        "query_kb": kb(statistics.median(pasted)),
        "query_most_kb": kb(max(pasted)),
        "typed_kb": kb(statistics.median(typed)),
        "typed_most_kb": kb(max(typed)),
    }


FIRST = """(text) => new Promise((done) => {
  const box = document.querySelector("[data-md-component=search-query]");
  const list = document.querySelector(".md-search-result__list");
  const began = performance.now();
  new MutationObserver(() => list.childElementCount && done(performance.now() - began))
    .observe(list, { childList: true });
  box.focus();
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
})"""
TRIES = 5


def box_time(browser: Browser, site: Path, query: str) -> float:
    """Milliseconds from the focus of the real box to its first result, the page slowed down.

    The worker is not slowed: Chromium has no way to. The median of fresh browsers.
    """
    times = []
    with serving(site) as host:
        for _ in range(TRIES):
            context = browser.new_context()
            page = context.new_page()
            page.goto(host, wait_until="networkidle")
            session = context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            times.append(page.evaluate(FIRST, query))
            context.close()
    return round(statistics.median(times))


def _open(page: Page, host: str) -> None:
    page.goto(host, wait_until="networkidle")


def _ask(page: Page, query: str, delay: int | None, *, ours: bool) -> None:
    if delay is None:
        page.keyboard.insert_text(query)
        page.keyboard.press("Shift")  # the plain box listens to keys alone
    else:
        page.keyboard.type(query, delay=delay)
    if ours:
        page.locator(ANSWER).first.wait_for()


def speed_and_quality(browser: Browser, site: Path, lang: str, script: str, start: str) -> Row:
    """Milliseconds, slowed down: ready, first result, keystrokes; and what was found.

    The search runs on the main thread, since Chromium's slow-down does not reach workers.
    """
    queries = [q for name in SETS for q in load(name) if q.lang == lang]
    folder = "/en/search/" if lang == "en" else "/search/"
    with serving(site) as host:
        page = browser.new_page()
        page.goto(f"{host}{start}")
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        given = [folder, typed_queries(lang), [query.text for query in queries]]
        found = page.evaluate((HERE / script).read_text("utf-8"), given)
        page.close()
    return _times(found) | _quality(queries, found["found"])


def _times(found: dict) -> Row:
    strokes = sorted(found["strokes"])
    return {
        "ready_ms": round(found["ready"]),
        "first_result_ms": round(found["first"]),
        "stroke_median_ms": round(statistics.median(strokes), 1),
        "stroke_p95_ms": round(strokes[int(len(strokes) * 0.95)], 1),
    }


def _quality(queries: list[Query], found: list[list[str]]) -> Row:
    score = Score()
    for query, ids in zip(queries, found, strict=True):
        score.add(query, list(dict.fromkeys(ids)))
    numbers = {name: round(value, 2) for name, value in score.numbers().items()}
    return {"queries": len(queries)} | numbers
