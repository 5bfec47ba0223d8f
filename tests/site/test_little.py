"""Works with little: scripts off, and browsers that run no modules (old ones inside apps)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.site.browser import watch

pytestmark = [pytest.mark.browser, pytest.mark.build]
KINDS = ("", "contact/", "fees/fees-overview/", "emergency/", "about/", "404.html")
PATHS = [root + kind for root in ("", "en/") for kind in KINDS]
TOO_NEW = re.compile(r"\?\?=|\|\|=|&&=|\?\.[A-Za-z(\[]|[^?]\?\?[^?]|color-mix\(|@layer")
"""Syntax of 2020 and later: one such piece stops a whole script of the theme in older browsers.
Not among them is `@container`: they skip such a rule, and the page is what it was without it."""


@pytest.fixture
def plain(browser: Browser):
    """A phone with scripts off."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 720})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_everything_can_be_read_without_scripts(plain: Page, host, built, path):
    plain.goto(host + path)
    expect(plain.locator("h1").first).to_be_visible()
    article = plain.locator("article")
    for part in ("h1", "h2", "p", "ol > li", "td", "caption", ".hc-ways a"):
        hidden = [e for e in article.locator(part).all() if not e.is_visible()]
        assert [e.text_content() for e in hidden if not e.evaluate(NEEDS_SCRIPTS)] == []


NEEDS_SCRIPTS = "e => !!e.closest('hc-feedback, .hc-examples')"  # would do nothing without them


@pytest.mark.parametrize("path", ["", "fees/fees-overview/", "en/fees/fees-overview/"])
def test_links_and_language_switch_work_without_scripts(plain: Page, host, path):
    plain.goto(host + path)
    plain.locator(".hc-emergency").click()
    plain.wait_for_url("**/emergency/")
    plain.go_back()
    plain.locator(".hc-language").click()
    other = path.removeprefix("en/") if path.startswith("en/") else f"en/{path}"
    plain.wait_for_url(host + other)


@pytest.mark.parametrize("path", ["", "en/"])
def test_search_says_what_to_do_instead(plain: Page, host, path):
    plain.goto(host + path)
    expect(plain.locator(".hc-searchbox")).to_be_hidden()
    plain.locator(".hc-nosearch a").click()
    plain.wait_for_url(f"{host}{path}#categories")
    plain.goto(f"{host}{path}contact/call-support/")
    plain.locator(".hc-topics").click()
    plain.wait_for_url(f"{host}{path}#categories")
    plain.locator("#categories ~ ul a").nth(3).click()
    plain.wait_for_url(f"{host}{path}fees/")


def test_menu_opens_without_scripts(plain: Page, host):
    plain.goto(f"{host}contact/call-support/")
    plain.locator("label.md-header__button[for=__drawer]").click()
    link = plain.locator(".md-sidebar--primary a", has_text="投诉与升级")
    expect(link).to_be_visible()
    link.click()
    plain.wait_for_url(f"{host}complaints/")


def test_menu_opens_by_keyboard_without_scripts(plain: Page, host):
    plain.goto(f"{host}contact/call-support/")
    box = plain.get_by_role("checkbox", name="菜单")
    for _ in range(12):
        plain.keyboard.press("Tab")
        if box.evaluate("e => e === document.activeElement"):
            break
    plain.keyboard.press("Space")
    link = plain.locator(".md-sidebar--primary a", has_text="投诉与升级")
    expect(link).to_be_visible()
    link.focus()
    plain.keyboard.press("Enter")
    plain.wait_for_url(f"{host}complaints/")


@pytest.mark.parametrize("path", PATHS)
def test_nothing_breaks_where_modules_do_not_run(browser: Browser, host, path):
    context = browser.new_context(viewport={"width": 360, "height": 720})
    page = context.new_page()
    seen = [] if path == "404.html" else watch(page, host)

    def without_modules(route):
        answer = route.fetch()
        body = answer.text().replace('type="module"', 'type="unknown"')
        route.fulfill(response=answer, body=body)

    page.route(lambda url: url.rpartition("/")[2] in ("", "404.html"), without_modules)
    page.goto(host + path, wait_until="load")
    expect(page.locator("h1").first).to_be_visible()
    page.locator("label.md-header__button[for=__search]").click()
    expect(page.locator("[data-hc-state=off]")).to_be_visible()
    context.close()
    assert seen == []


def test_theme_scripts_and_styles_ask_for_no_newer_browser(built):
    """Our own modules fail softly; the theme's bundle and every style sheet must be understood."""
    files = [*built.site.glob("assets/javascripts/*.min.js"), *built.site.rglob("*.css")]
    found = {path.name: TOO_NEW.findall(path.read_text("utf-8")) for path in files}
    assert {name: hits for name, hits in found.items() if hits} == {}
