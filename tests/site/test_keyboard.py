"""Keyboard, focus, reflow and text spacing (WCAG 2.2: 2.1.1, 2.4.7, 2.4.11, 1.4.10, 1.4.12)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.build]
PAGES = ("", "contact/", "account-security/account-hacked/", "en/fees/fees-overview/")
MOST_STOPS = 120
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
FOCUSED = """async () => {
    await new Promise((done) => { // drawn with its focus; a page behind others is never drawn
        requestAnimationFrame(() => requestAnimationFrame(done));
        setTimeout(done, 200);
    });
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const shown = e.type === "radio" ? e.nextElementSibling : e;
    const box = shown.getBoundingClientRect();
    const styles = [e, e.nextElementSibling].filter(Boolean).map(i => getComputedStyle(i));
    const bar = e.closest(".md-header, .md-banner") ? 0 : 56;
    const start = Math.max(box.top, bar), end = Math.min(box.bottom, innerHeight);
    const x = box.left + box.width / 2, y = start + Math.min((end - start) / 2, 10);
    const top = document.elementFromPoint(x, y);
    return {
        name: e.outerHTML.slice(0, 120),
        seen: box.width > 0 && end > start,
        free: !!top && (shown.contains(top) || top.contains(shown)),
        ring: styles.some(s => s.outlineStyle !== "none" || s.boxShadow !== "none"),
    };
}"""

MOVING = """() => document.getAnimations().filter(a => {
    const { duration } = a.effect.getComputedTiming();
    return a.playState === "running" && duration > 10;
}).map(a => a.transitionProperty || a.animationName)"""
SMALL = """() => [...document.querySelectorAll("a, button, label[for], summary")].filter(e => {
    const box = e.getBoundingClientRect();
    const shown = e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!shown || box.width <= 1 || box.right <= 0 || box.left >= innerWidth) return false;
    const inline = getComputedStyle(e).display === "inline";
    const around = (e.closest("p, li, dd, td") || e.parentElement).textContent.trim();
    const sentence = inline && around !== e.textContent.trim();
    return !sentence && (box.height < 24 || box.width < 24);
}).map(e => e.outerHTML.slice(0, 120))"""


def stops(page):
    """Every element that Tab reaches, in order; a hidden radio shows its ring on its label."""
    found = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here is None:
            break
        found.append(here)
    return found


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("path", PAGES)
def test_focus_is_always_seen(browser, host, path, width):
    """Also where the menu is a drawer: a wide screen at 400 % zoom is a narrow one."""
    page = browser.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page.goto(host + path, wait_until="load")
    found = stops(page)
    page.close()
    assert len(found) > 10
    assert [stop["name"] for stop in found if not stop["ring"]] == []
    assert [stop["name"] for stop in found if not (stop["seen"] and stop["free"])] == []


@pytest.mark.parametrize("path", PAGES)
def test_wide_text_spacing_hides_nothing(browser, host, path):
    page = browser.new_page(viewport={"width": 360, "height": 720}, bypass_csp=True)
    page.goto(host + path, wait_until="networkidle")
    page.add_style_tag(content=SPACING)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    cut = page.evaluate("""() => [...document.querySelectorAll(".md-content *")].filter(
        e => e.clientWidth > 1 && getComputedStyle(e).overflowX === "hidden"
        && e.scrollWidth > e.clientWidth + 1 && e.textContent.trim())
        .map(e => e.outerHTML.slice(0, 120))""")
    page.close()
    assert cut == []


def test_search_by_keyboard_alone(browser, host):
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(host, wait_until="networkidle")
    page.keyboard.press("/")
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    page.keyboard.type("提现没到账", delay=20)
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile("payments/withdrawal-not-arrived/"))
    # half the question finds it too; what answers the whole one comes in its place
    expect(first).to_have_attribute("data-hc-words", re.compile("没到账"))
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/payments/withdrawal-not-arrived/**")
    page.close()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_menu_by_keyboard_alone(browser, host, key):
    page = browser.new_page(viewport={"width": 360, "height": 720}, reduced_motion="reduce")
    page.goto(f"{host}contact/call-support/", wait_until="load")
    button = page.locator("[data-for=__drawer]")
    button.focus()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press(key)
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-sidebar--primary a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press(key)
    expect(page.locator(".md-sidebar--primary a").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")  # past the page for emergencies
    page.keyboard.press("Enter")
    page.wait_for_url(f"{host}contact/")
    page.close()


def test_search_box_of_the_home_page_by_keyboard(browser, host):
    page = browser.new_page(viewport={"width": 360, "height": 720}, reduced_motion="reduce")
    page.goto(host, wait_until="load")
    page.locator(".hc-searchbox").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    page.close()


@pytest.mark.parametrize("path", ["fees/fees-overview/", "en/emergency/"])
def test_search_button_of_the_bar_on_a_phone(browser, host, path):
    """A tap opens the box with the keyboard of the phone: the next key is typed into it."""
    context = browser.new_context(
        viewport={"width": 360, "height": 720}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(host + path, wait_until="load")
    page.locator("[data-for=__search]").tap()
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    page.keyboard.type("fees" if path.startswith("en/") else "手续费")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_still_for_those_who_ask_for_it(browser, host, path):
    """Reduced motion (WCAG 2.3.3): nothing moves for longer than an instant."""
    page = browser.new_page(viewport={"width": 360, "height": 720}, reduced_motion="reduce")
    page.goto(host + path, wait_until="load")
    page.locator("[data-for=__drawer]").click()
    moving = page.evaluate(MOVING)
    page.close()
    assert moving == []


@pytest.mark.parametrize("path", PAGES)
def test_targets_are_large_enough(browser, host, path):
    """24 by 24 CSS pixels (WCAG 2.5.8), links inside a sentence excepted; on a phone."""
    page = browser.new_page(viewport={"width": 320, "height": 720})
    page.goto(host + path, wait_until="load")
    small = page.evaluate(SMALL)
    page.close()
    assert small == []
