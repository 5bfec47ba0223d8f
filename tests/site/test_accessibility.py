"""axe-core finds nothing: every page once, and each kind of page in every state.

The whole matrix of pages, schemes and states is `make a11y`.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from importlib.resources import files
from itertools import product
from pathlib import Path

import pytest
from tests.site.pages import Site

pytestmark = [pytest.mark.browser, pytest.mark.build]
AXE = (Path(str(files("axe_playwright_python"))) / "axe.min.js").read_text("utf-8")
RUN = """() => axe.run(document, {preload: false, resultTypes: ["violations"],
    rules: {"target-size": {enabled: true}}}).then(r => r.violations.map(
    v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(" | ")))"""
FULL = os.environ.get("HELPCENTER_A11Y") == "full"
ROOTS = ("", "en/")
KINDS = ("", "contact/", "fees/calculate-fees/", "emergency/", "contact/later/", "404.html")
PLAIN = ("light", "plain")
"""How every page is looked at once."""
OTHERS = [
    look for look in product(("light", "dark"), ("plain", "search", "drawer")) if look != PLAIN
]
SIZES = {"plain": (1280, 800), "search": (1280, 800), "drawer": (360, 720)}


def pages(site: Path, root: str) -> list[str]:
    """Addresses of all pages in the language of `root`, its 404 page included."""
    found = [url for url in Site(site).urls() if url.startswith("en/") == bool(root)]
    return [*found, f"{root}404.html"]


@contextmanager
def tab(browser, scheme, state):
    """One tab in which many pages are looked at in one state."""
    width, height = SIZES[state]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def violations(page, url, state):
    page.goto(url, wait_until="load")
    if state == "search":
        page.locator("[data-md-component=search-query]").click()
        page.keyboard.insert_text("fees" if "/en/" in url else "手续费")
        page.locator(".md-search-result__link").first.wait_for()
    elif state == "drawer":
        page.locator("[data-for=__drawer]").click()
        page.locator(".md-sidebar--primary a").first.wait_for()
    page.evaluate(AXE)
    return page.evaluate(RUN)


def refused(browser, host, urls, scheme, state):
    """What axe finds, by address."""
    with tab(browser, scheme, state) as page:
        found = {url: violations(page, host + url, state) for url in urls}
    return {url: items for url, items in found.items() if items}


@pytest.mark.parametrize("root", ROOTS)
def test_every_page_once(browser, host, built, root):
    assert refused(browser, host, pages(built.site, root), *PLAIN) == {}


@pytest.mark.parametrize(("scheme", "state"), OTHERS)
@pytest.mark.parametrize("root", ROOTS)
def test_each_kind_of_page_in_every_state(browser, host, built, root, scheme, state):
    urls = pages(built.site, root) if FULL else [root + kind for kind in KINDS]
    assert refused(browser, host, urls, scheme, state) == {}
