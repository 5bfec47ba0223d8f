"""Keyboard, focus, reflow and text spacing (WCAG 2.2: 2.1.1, 2.4.7, 2.4.11, 1.4.10, 1.4.12)."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.build]
PAGES = ("", "contact/", "account-security/account-hacked/", "en/fees/fees-overview/")
MOST_STOPS = 120
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
FOCUSED = """() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const shown = e.type === "radio" ? e.nextElementSibling : e;
    const box = shown.getBoundingClientRect();
    const styles = [e, e.nextElementSibling].filter(Boolean).map(i => getComputedStyle(i));
    const x = box.left + box.width / 2, y = box.top + Math.min(box.height / 2, 10);
    const top = document.elementFromPoint(x, y);
    return {
        name: e.outerHTML.slice(0, 120),
        seen: box.width > 0 && box.height > 0 && y >= 0 && y <= innerHeight,
        free: !!top && (shown.contains(top) || top.contains(shown)),
        ring: styles.some(s => s.outlineStyle !== "none" || s.boxShadow !== "none"),
    };
}"""


def stops(page):
    """Every element that Tab reaches, in order; a hidden radio shows its ring on its label."""
    found = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        page.wait_for_timeout(20)
        here = page.evaluate(FOCUSED)
        if here is None:
            break
        found.append(here)
    return found


@pytest.mark.parametrize("path", PAGES)
def test_focus_is_always_seen(browser, host, path):
    page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.goto(host + path, wait_until="networkidle")
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
    page.keyboard.type("提现没到账", delay=20)
    page.wait_for_timeout(600)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/payments/withdrawal-not-arrived/**")
    page.close()
