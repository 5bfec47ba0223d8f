"""The built site in real Chromium: search, language switch, 404, nothing from elsewhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.site.box import BOX, LINKS
from tests.site.browser import watch
from tests.site.pages import Site, parse
from tests.site.server import serving

pytestmark = [pytest.mark.browser, pytest.mark.build]
KINDS = ("", "contact/", "fees/fees-overview/", "emergency/", "about/", "contact/later/")
PAGES = ("", "en/", "contact/", "en/contact/call-support/", "contact/later/", "en/contact/later/")


@pytest.mark.parametrize("path", PAGES)
def test_every_request_is_ours_and_answered(page: Page, host, path):
    """No request to others, no failure, no error, no violation of the policy, with all in use."""
    seen = watch(page, host)
    page.goto(host + path, wait_until="networkidle")
    hits(page, "fees" if path.startswith("en/") else "手续费", host)
    ask(page, "qwxzv")
    expect(page.locator("[data-hc-state=nothing]")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("label.md-header__button[for^=__palette]:visible").click()
    for button in page.locator("hc-feedback [data-answer]").all():
        button.click()
    for example in page.locator(".hc-examples button").all()[:1]:
        example.click()
        expect(page.locator(LINKS).first).to_be_visible()
        page.keyboard.press("Escape")
    page.set_viewport_size({"width": 360, "height": 720})
    page.locator("[data-for=__drawer]").click()
    with page.expect_navigation(wait_until="networkidle"):
        page.locator(".hc-language").evaluate("link => link.click()")
    assert seen == []


@pytest.mark.parametrize("path", [*KINDS, *(f"en/{kind}" for kind in KINDS)])
def test_a_page_is_light(browser, built, path):
    """On first view at most 150 KB as sent (gzip, with heads) and 25 requests."""
    sent: list[tuple[str, int]] = []
    with serving(built.site, sent) as host:
        context = browser.new_context(viewport={"width": 360, "height": 720})
        context.new_page().goto(host + path, wait_until="networkidle")
        context.close()
    assert len(sent) <= 25
    assert sum(size for _, size in sent) <= 150_000


def test_pictures_bring_their_size_and_words(built):
    """Sized, lazy unless in the bar, with a text alternative; none from elsewhere."""
    for url in Site(built.site).urls():
        for picture in Site(built.site).page(url).iter("img"):
            kept = {"alt", "width", "height", "src"} - set(picture.attrib)
            assert kept == set(), (url, picture.get("src"))
            logo = (picture.get("src") or "").endswith("logo.svg")
            assert logo or picture.get("loading") == "lazy", (url, picture.get("src"))


def test_policy_allows_nothing_inline(built):
    """In every page and in the header files: no unsafe source, no other host (CSP Level 3)."""
    policies = [path.read_text("utf-8") for path in built.site.glob("_headers*")]
    assert len(policies) == 3
    for path in built.site.rglob("*.html"):
        page = parse(path)
        metas = [e for e in page.iter("meta") if e.get("http-equiv") == "Content-Security-Policy"]
        assert len(metas) == 1, path
        policies.append(metas[0].get("content", ""))
        assert [e.tag for e in page.iter() if e.get("style")] == []
        assert [e.tag for e in page.iter() if any(k.startswith("on") for k in e.attrib)] == []
    for policy in policies:
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe-" not in policy
        assert "http:" not in policy
        assert "https:" not in policy
    assert "frame-ancestors 'none'" in policies[0]


def ask(page: Page, text: str) -> None:
    """A question, at once: there are no answers to a part of it."""
    page.locator(BOX).click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)


def hits(page: Page, text: str, wanted: str) -> list[str]:
    """Where the answers to a question lead, when one of them leads to an address wanted."""
    ask(page, text)
    expect(page.locator(f"{LINKS}[href^='{wanted}']").first).to_be_attached()
    return page.locator(LINKS).evaluate_all("links => links.map((link) => link.href)")


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
    root = host + ("en/" if start.startswith("en/") else "")
    found = hits(page, query, root + target)
    assert any(url.startswith(root + target) for url in found[:5]), found
    for url in found:
        assert url.startswith(root)
        assert url.startswith(f"{host}en/") == start.startswith("en/")


def test_pasted_text_is_searched(page: Page, host):
    page.goto(host, wait_until="networkidle")
    page.locator(BOX).click()
    page.keyboard.insert_text("客服电话")
    expect(page.locator(LINKS).first).to_be_attached()


def test_language_switch_keeps_the_place(page: Page, host):
    page.goto(f"{host}contact/contact-support/#steps", wait_until="networkidle")
    switched(page, f"{host}en/contact/contact-support/", "steps")
    page.evaluate("location.hash = 'domains'")
    switched(page, f"{host}contact/contact-support/", "domains")
    page.goto(f"{host}payments/withdrawal-not-arrived/", wait_until="networkidle")
    page.locator("article h2").nth(1).evaluate("e => e.scrollIntoView()")
    section = page.locator("article h2").nth(1).get_attribute("id")
    switched(page, f"{host}en/payments/withdrawal-not-arrived/", section)


def switched(page: Page, address: str, section: str) -> None:
    """Switch the language once the page's scripts run and `section` is read (both may be late)."""
    page.wait_for_load_state("load")
    expect(page.locator(f"#{section}")).to_be_in_viewport()
    page.locator(".hc-language").click()
    expect(page).to_have_url(f"{address}#{section}")


@pytest.mark.parametrize(
    ("path", "lang", "words", "about"),
    [
        ("no/such/page/", "zh-CN", "没有找到这个页面", "关于本帮助中心"),
        ("en/no/such/page/", "en", "find that page", "About this help center"),
    ],
)
def test_not_found_speaks_the_language_of_the_address(page: Page, host, path, lang, words, about):
    page.goto(host + path, wait_until="networkidle")
    expect(page.locator("html")).to_have_attribute("lang", lang)
    expect(page.locator(".hc-404 section:visible")).to_have_count(1)
    expect(page.locator(".hc-404 section:visible")).to_contain_text(words)
    expect(page.locator(".hc-footer a[href$='/about/']")).to_contain_text(about)
    assert page.url == host + path, "the reader can mend what was typed"


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
