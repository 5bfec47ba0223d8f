"""The built site in real Chromium: search, language switch, 404, nothing from elsewhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect, sync_playwright
from tests.site.server import serving

pytestmark = [pytest.mark.browser, pytest.mark.build]
PAGES = ("", "en/", "contact/", "en/contact/call-support/", "contact/later/", "en/contact/later/")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


@pytest.fixture(scope="module")
def host(built):
    with serving(built.site) as address:
        yield address


@pytest.fixture(scope="module")
def browser(chromium_path):
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=str(chromium_path), args=FLAGS)


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_every_request_is_ours_and_answered(page: Page, host, path):
    seen: list[tuple[str, int]] = []
    page.on("response", lambda response: seen.append((response.url, response.status)))
    page.on("requestfailed", lambda request: seen.append((request.url, 0)))
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(host + path, wait_until="networkidle")
    assert [s for s in seen if not s[0].startswith(host) or s[1] != 200] == []
    assert errors == []


def hits(page: Page, text: str) -> list[str]:
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.press("Control+A")
    page.keyboard.type(text, delay=10)
    page.wait_for_timeout(600)
    links = page.locator(".md-search-result__link").all()
    return [link.get_attribute("href") or "" for link in links]


@pytest.mark.parametrize(
    ("start", "query", "target"),
    [
        ("", "客服电话", "contact/call-support/"),
        ("", "节假日", "contact/support-hours/"),
        ("", "聊天记录", "contact/live-chat/"),
        ("", "官方邮箱", "contact/find-official-email/"),
        ("contact/", "社交媒体", "contact/social-media-support/"),
        ("en/", "holidays", "contact/support-hours/"),
        ("en/contact/", "fees", "fees/fees-overview/"),
        ("en/", "fee", "fees/fees-overview/"),
    ],
)
def test_search_finds_and_stays_in_its_language(page: Page, host, start, query, target):
    page.goto(host + start, wait_until="networkidle")
    found = hits(page, query)
    root = host + ("en/" if start.startswith("en/") else "")
    assert any(url.startswith(root + target) for url in found[:5]), found
    for url in found:
        assert url.startswith(root)
        assert url.startswith(f"{host}en/") == start.startswith("en/")


def test_pasted_text_is_searched(page: Page, host):
    page.goto(host, wait_until="networkidle")
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.insert_text("客服电话")
    expect(page.locator(".md-search-result__link").first).to_be_attached()


def test_language_switch_keeps_the_place(page: Page, host):
    page.goto(f"{host}contact/contact-support/#steps", wait_until="networkidle")
    page.locator(".hc-language").click()
    page.wait_for_url(f"{host}en/contact/contact-support/#steps")
    page.evaluate("location.hash = 'domains'")
    page.locator(".hc-language").click()
    page.wait_for_url(f"{host}contact/contact-support/#domains")


@pytest.mark.parametrize(
    ("path", "lang", "words"),
    [
        ("no/such/page/", "zh-CN", "没有找到这个页面"),
        ("en/no/such/page/", "en", "could not find that page"),
    ],
)
def test_not_found_speaks_the_language_of_the_address(page: Page, host, path, lang, words):
    page.goto(host + path, wait_until="networkidle")
    expect(page.locator(".hc-404 section:visible")).to_have_count(1)
    expect(page.locator(".hc-404 section:visible")).to_contain_text(words)
    assert page.evaluate("document.documentElement.lang") == lang


@pytest.mark.parametrize("path", ["", "en/", "contact/", "contact/contact-support/"])
@pytest.mark.parametrize("width", [320, 360, 768])
def test_no_sideways_scrolling(page: Page, host, path, width):
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(host + path, wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_everything_can_be_read(browser, host):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}contact/contact-support/")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("article [data-contact=support-email]").first).to_be_visible()
    page.locator(".hc-language").click()
    assert page.url == f"{host}en/contact/contact-support/"
    context.close()
