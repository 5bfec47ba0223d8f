"""Words of the glossary explain themselves to mouse, keyboard and touch, in running Chinese too."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.site.browser import watch

pytestmark = [pytest.mark.browser, pytest.mark.build]
PAGE = "contact/later/"


@pytest.fixture
def page(browser, host):
    context = browser.new_context(viewport={"width": 360, "height": 720}, has_touch=True)
    page = context.new_page()
    seen = watch(page, host)
    page.goto(host + PAGE)
    yield page
    assert seen == []
    context.close()


@pytest.mark.parametrize("way", ["tap", "hover", "focus"])
def test_a_term_explains_itself(page, way):
    term, tip = page.locator(".hc-body abbr").first, page.locator("#hc-tip")
    expect(tip).to_be_hidden()
    getattr(term, way)()
    expect(tip).to_be_visible()
    expect(term).to_have_attribute("aria-describedby", "hc-tip")
    assert tip.inner_text() and tip.get_attribute("lang") == "zh-CN"
    box = tip.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 360
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_a_tap_elsewhere_puts_it_away(page):
    page.locator(".hc-body abbr").first.tap()
    expect(page.locator("#hc-tip")).to_be_visible()  # its script is loaded when it is asked for
    page.locator("h1").tap()
    expect(page.locator("#hc-tip")).to_be_hidden()


def test_a_finger_that_stays_elsewhere_puts_it_away(page):
    page.locator(".hc-body abbr").first.tap()
    expect(page.locator("#hc-tip")).to_be_visible()
    page.locator("h1").dispatch_event("pointerdown", {"pointerType": "touch"})
    expect(page.locator("#hc-tip")).to_be_hidden()
