"""axe-core finds nothing: every page once, and each kind of page in every state.

The whole matrix of pages, schemes, widths and states is `make a11y`.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import pytest
from tests.site.pages import Site

pytestmark = [pytest.mark.browser, pytest.mark.build]
AXE = (Path(str(files("axe_playwright_python"))) / "axe.min.js").read_text("utf-8")
RUN = """() => axe.run(document, {resultTypes: ["violations"],
    rules: {"target-size": {enabled: true}}}).then(r => r.violations.map(
    v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(" | ")))"""
FULL = os.environ.get("HELPCENTER_A11Y") == "full"
KINDS = ("", "contact/", "fees/calculate-fees/", "emergency/", "contact/later/", "404.html")
STATES = ("plain", "search", "drawer")
SIZES = {"plain": (1280, 800), "search": (1280, 800), "drawer": (360, 720)}


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


def test_every_page_once(browser, host, built):
    site = Site(built.site)
    with tab(browser, "light", "plain") as page:
        found = {url: violations(page, host + url, "plain") for url in site.urls()}
    assert {url: items for url, items in found.items() if items} == {}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("root", ["", "en/"])
def test_each_kind_of_page_in_every_state(browser, host, built, root, scheme, state):
    kinds = [u for u in Site(built.site).urls() if u.startswith("en/") == bool(root)]
    urls = kinds if FULL else [root + kind for kind in KINDS]
    with tab(browser, scheme, state) as page:
        found = {url: violations(page, host + url, state) for url in urls}
    assert {url: items for url, items in found.items() if items} == {}
