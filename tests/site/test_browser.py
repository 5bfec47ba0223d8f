"""The built site in real Chromium: search, language switch, 404, nothing from elsewhere."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Page, expect
from tests.site.browser import watch
from tests.site.server import serving

pytestmark = [pytest.mark.browser, pytest.mark.build]
PAGES = ("", "en/", "contact/", "en/contact/call-support/", "contact/later/", "en/contact/later/")


@pytest.mark.parametrize("path", PAGES)
def test_every_request_is_ours_and_answered(page: Page, host, path):
    seen = watch(page, host)
    page.goto(host + path, wait_until="networkidle")
    hits(page, "OKPay")
    assert seen == []


@pytest.mark.parametrize("path", ["", "contact/", "contact/contact-support/", "en/emergency/"])
def test_a_page_is_light(page: Page, host, path):
    """At most 150 KB (gzip) and 25 requests on first view, on a phone's slow line."""
    bodies: list[bytes] = []
    page.on("response", lambda response: bodies.append(response.body()))
    page.goto(host + path, wait_until="networkidle")
    assert len(bodies) <= 25
    assert sum(len(gzip.compress(body)) for body in bodies) <= 150_000


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


def test_a_verification_runs_out_in_the_published_page(browser, verified_site):
    """Ninety days after the check the address is unconfirmed, though nobody rebuilt."""
    for day, marks in (("2027-02-17", 0), ("2027-02-18", 1)):
        context = browser.new_context()
        page = context.new_page()
        page.clock.set_fixed_time(f"{day}T12:00:00")
        with serving(verified_site) as host:
            page.goto(f"{host}contact/find-official-email/", wait_until="networkidle")
            fact = page.locator(".hc-fact:has([data-contact=security-email])").first
            expect(fact.locator(".hc-unconfirmed")).to_have_count(marks)
            if marks:
                expect(fact).to_contain_text("未确认（上次核实 2026年11月20日）")
        context.close()


def test_without_scripts_everything_can_be_read(browser, host):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}contact/contact-support/")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("article [data-contact=support-email]").first).to_be_visible()
    page.locator(".hc-language").click()
    assert page.url == f"{host}en/contact/contact-support/"
    context.close()
