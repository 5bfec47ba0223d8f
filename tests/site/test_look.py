"""What a reader sees at a glance on a phone, a tablet and a desk: whole, and not covered."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.build]

LINES = "nodes => nodes.filter(n => n.getClientRects().length > 1).map(n => n.textContent)"
COVERED = """cards => cards.filter(card => {
  const icon = card.querySelector("svg").parentElement.getBoundingClientRect();
  const words = [...card.querySelectorAll("h3, p")].map(n => n.getBoundingClientRect());
  return words.some(w => w.left < icon.right && icon.left < w.right
    && w.top < icon.bottom && icon.top < w.bottom);
}).map(card => card.textContent)"""
TALL = "nodes => Math.min(...nodes.map(n => n.getBoundingClientRect().height))"


@pytest.mark.parametrize("path", ["about/", "en/about/", "en/contact/find-official-email/"])
def test_an_address_to_compare_stands_in_one_line(page: Page, host, path):
    """Readers are told to compare it character by character."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(host + path, wait_until="networkidle")
    addresses = page.locator(".hc-grid .hc-contact")
    assert addresses.count() >= 4
    assert addresses.evaluate_all(LINES) == []


@pytest.mark.parametrize("path", ["", "en/"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_pictures_of_the_categories_cover_no_words(page: Page, host, path, width):
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(host + path, wait_until="networkidle")
    shelves = page.locator(".hc-shelves > li")
    assert shelves.count() == shelves.locator("svg").count() == 8
    assert shelves.evaluate_all(COVERED) == []


@pytest.mark.parametrize("path", ["emergency/", "en/emergency/"])
def test_first_screen_of_an_emergency(page: Page, host, path):
    """Two large choices and the number to call, without scrolling."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(host + path, wait_until="networkidle")
    choices = page.locator(".hc-body > ul:first-of-type > li > a")
    assert [link.get_attribute("href") for link in choices.all()] == ["#stolen", "#scam"]
    assert choices.evaluate_all(TALL) >= 44
    line = page.locator(".hc-body .hc-contact[href^='tel:']").first.bounding_box()
    assert line
    assert line["y"] + line["height"] <= 740
