""" "Was this helpful", with nobody told: kept in the browser; "no" opens three ways on."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect
from tests.site.browser import watch
from tests.site.server import serving

pytestmark = [pytest.mark.browser, pytest.mark.build]
ARTICLE = "payments/withdrawal-not-arrived/"


def say(page: Page, url: str, answer: str) -> None:
    page.goto(url, wait_until="load")
    page.locator(f"hc-feedback [data-answer={answer}]").click()


def test_an_answer_stays_in_this_browser(page: Page, host):
    seen = watch(page, host)
    requests: list[str] = []
    page.goto(host + ARTICLE, wait_until="networkidle")
    page.on("request", lambda request: requests.append(request.url))
    page.locator("hc-feedback [data-answer=yes]").click()
    expect(page.locator("hc-feedback [data-for=yes]")).to_contain_text("只保存在这台设备上")
    assert page.evaluate("localStorage.getItem('hc-feedback')") == (
        '{"withdrawal-not-arrived":"yes"}'
    )
    assert (seen, requests) == ([], [])
    page.reload(wait_until="load")
    yes = page.locator("hc-feedback [data-answer=yes]")
    expect(yes).to_have_attribute("aria-pressed", "true")


def test_no_opens_search(page: Page, host):
    say(page, host + ARTICLE, "no")
    page.locator("hc-feedback [data-search]").click()
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    expect(page.locator(".md-search__output")).to_be_visible()


def test_no_leads_to_contact(page: Page, host):
    say(page, host + ARTICLE, "no")
    page.locator("hc-feedback a[href='#contact-block']").click()
    expect(page).to_have_url(f"{host}{ARTICLE}#contact-block")
    expect(page.locator("#contact-block")).to_be_in_viewport()


@pytest.mark.parametrize(("root", "title"), [("", "提现没到账怎么办？"), ("en/", "withdrawal")])
def test_no_has_a_mail_ready(page: Page, host, root, title):
    say(page, host + root + ARTICLE, "no")
    link = page.locator("hc-feedback [data-ready] a")
    expect(link).to_have_text("support@okpay.example")
    address = urlsplit(link.get_attribute("href"))
    words = parse_qs(address.query)
    assert (address.scheme, address.path) == ("mailto", "support@okpay.example")
    assert sorted(words) == ["body", "subject"]
    assert title in words["subject"][0]
    assert host + root + ARTICLE in words["body"][0]


def test_no_has_a_text_to_copy(browser, host):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    say(page, host + ARTICLE, "no")
    page.locator("hc-feedback [data-copy]").click()
    expect(page.locator("hc-feedback [data-copy]")).to_have_text("已复制")
    text = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert "提现没到账怎么办？" in text
    assert host + ARTICLE in text


def test_the_operator_may_choose_where_issues_are_filed_and_pages_edited(page: Page, chosen):
    """A page of issues gets title and body, as the usual trackers read them."""
    with serving(chosen.site) as host:
        say(page, host + ARTICLE, "no")
        edit = page.get_by_role("link", name="修改本页").get_attribute("href")
        assert edit == f"https://code.test/us/help/edit/main/docs/{ARTICLE.rstrip('/')}.md"
        address = urlsplit(page.locator("hc-feedback [data-ready] a").get_attribute("href"))
    assert f"{address.scheme}://{address.netloc}{address.path}" == (
        "https://pay.okpay.example/support/new"
    )
    assert sorted(parse_qs(address.query)) == ["body", "title"]
