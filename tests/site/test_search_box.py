"""The real box in real Chromium with real key events."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect
from tests.site.box import BOX, LINKS, opened

pytestmark = [pytest.mark.browser, pytest.mark.build]
STATE = ".hc-search-state:not([hidden])"
STILL = """() => document.getAnimations().every(({ effect, playState }) =>
    playState !== "running" || effect.getComputedTiming().endTime === Infinity)"""
"""Nothing moves but what always does."""


def leads_to(page: Page, address: str) -> None:
    """The best answer, when what was typed last has been answered, begins with an address."""
    wanted = re.compile(f"^{re.escape(address)}")
    expect(page.locator(LINKS).first).to_have_attribute("href", wanted)


@pytest.mark.parametrize(
    ("start", "typed", "wanted"),
    [
        ("", "提现没到账", "payments/withdrawal-not-arrived/"),
        ("", "ti xian mei dao zhang", "payments/withdrawal-not-arrived/"),
        ("", "钓鱼", "account-security/suspicious-messages/"),
        ("contact/", "客符热线", "contact/call-support/"),
        ("en/", "withdrawl not recieved", "en/payments/withdrawal-not-arrived/"),
    ],
)
def test_typed_with_keys(page, host, start, typed, wanted):
    opened(page, host + start)
    page.keyboard.type(typed, delay=15)
    leads_to(page, host + wanted)
    expect(page.locator(f"{LINKS} mark").first).to_be_visible()
    expect(page.locator(".hc-hit-category").first).to_be_visible()


def test_nothing_is_loaded_before_the_reader_turns_to_the_box(page, host):
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.goto(host, wait_until="networkidle")
    assert [url for url in seen if "/search/" in url and "/assets/" not in url] == []
    with page.expect_request("**/search/engine.js"), page.expect_request("**/search/core.json"):
        page.locator(BOX).click()


def test_pasted_text_and_dictation(page, host):
    opened(page, host)
    page.keyboard.insert_text("客服电话")
    leads_to(page, f"{host}contact/call-support/")


def test_a_question_that_the_theme_loses_is_asked_again(page, host):
    opened(page, host)
    page.evaluate(
        """addEventListener("keyup", (event) => event.stopImmediatePropagation(), true)"""
    )
    page.keyboard.insert_text("客服电话")
    leads_to(page, f"{host}contact/call-support/")


def test_input_method_answers_while_composing(page, host):
    opened(page, host)
    ime = page.context.new_cdp_session(page)
    for text in ("k", "ke", "ke f", "ke'fu"):
        ime.send("Input.imeSetComposition", {"text": text, "selectionStart": 9, "selectionEnd": 9})
    leads_to(page, f"{host}contact/")
    ime.send("Input.insertText", {"text": "客服"})
    expect(page.locator(BOX)).to_have_value("客服")
    leads_to(page, f"{host}contact/")


def test_arrows_enter_and_escape(page, host):
    opened(page, host)
    page.keyboard.insert_text("提现没到账")
    leads_to(page, f"{host}payments/withdrawal-not-arrived/")
    page.keyboard.press("ArrowDown")
    expect(page.locator(LINKS).first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    page.locator(BOX).click()
    expect(page.locator("#__search")).to_be_checked()
    expect(page.locator(LINKS).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("withdrawal-not-arrived"))
    expect(page.locator(".md-content mark").first).to_be_visible()


def test_count_is_announced_and_the_latest_query_wins(page, host):
    opened(page, host)
    page.keyboard.type("手续费", delay=0)
    page.keyboard.press("Control+A")
    page.keyboard.type("pizza", delay=0)
    meta = page.locator(".md-search-result__meta")
    assert meta.get_attribute("aria-live") == "polite"
    expect(meta).to_contain_text("没有找到")
    page.wait_for_timeout(600)  # for an answer that comes late
    expect(meta).to_contain_text("没有找到")
    expect(page.locator(LINKS)).to_have_count(0)


def test_nothing_found_offers_help(page, host):
    opened(page, f"{host}en/")
    page.keyboard.type("pizza", delay=15)
    state = page.locator(STATE).first
    expect(state).to_have_attribute("data-hc-state", "nothing")
    expect(state.locator("[data-contact]").first).to_be_visible()
    state.locator("[data-hc-copy]").click()
    expect(state.locator("[data-hc-copy]")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "pizza"
    page.keyboard.press("Escape")


@pytest.mark.parametrize("missing", ["**/search/core.json", "**/search/engine.js", "**/worker.js*"])
def test_failure_says_so_and_offers_the_categories(page, host, missing):
    page.route(missing, lambda route: route.abort())
    opened(page, host)
    page.keyboard.type("提现", delay=15)
    state = page.locator(STATE)
    expect(state).to_have_attribute("data-hc-state", "failed")
    expect(state.locator("a").first).to_be_visible()
    page.unroute(missing)
    if "worker" not in missing:
        page.keyboard.type("没到账", delay=15)
        leads_to(page, f"{host}payments/withdrawal")


def test_recent_questions_stay_here_and_can_be_cleared(page, host):
    opened(page, host)
    page.keyboard.insert_text("提现没到账")
    leads_to(page, f"{host}payments/withdrawal-not-arrived/")
    page.locator(LINKS).first.click()
    page.wait_for_url(re.compile("withdrawal-not-arrived"))
    opened(page, host)
    recent = page.locator("[data-hc-recent] button")
    expect(recent).to_have_text(["提现没到账"])
    recent.first.click()
    leads_to(page, f"{host}payments/withdrawal-not-arrived/")
    page.locator(BOX).fill("")
    page.locator("[data-hc-clear]").click()
    expect(recent).to_have_count(0)
    assert json.loads(page.evaluate("localStorage.getItem('hc-searches')")) == []


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_empty_box_offers_the_page_for_emergencies_first(page, host, root):
    opened(page, host + root)
    first = page.locator(f"{STATE} :is(a, button)").first
    expect(first).to_have_attribute("href", re.compile("emergency/$"))
    page.evaluate("""localStorage.setItem("hc-searches", '["2FA"]')""")
    opened(page, f"{host}{root}contact/")
    expect(page.locator("[data-hc-recent] button")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{host}{root}emergency/")
    opened(page, page.url)
    expect(page.locator("[data-hc-recent] button")).to_be_visible()
    expect(page.locator(f"{STATE} .hc-search-urgent")).to_have_count(0)


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("客服电话", True),
        ("how do I reset 2FA", True),
        ("官方微信", True),
        ("打12345678", False),
        ("打一二三四五六", False),
        ("打１２３４５６", False),
        ("拨 1 3 8 0 0 0", False),
        ("mail a@b.test", False),
        ("去 evil.example 登录", False),
        ("加微信 okpay_help", False),
        ("加vx kefu88", False),
        ("长" * 41, False),
    ],
)
def test_a_question_in_the_address(page, host, question, kept):
    page.goto(f"{host}?q={question}", wait_until="networkidle")
    expect(page.locator(BOX)).to_have_value(question if kept else "")
    assert kept or question not in page.content()


def test_function_for_widgets(page, host):
    page.goto(host, wait_until="networkidle")
    code = "(lang) => window.helpcenter.search(lang ? 'reset password' : '忘记密码', {lang})"
    for lang, root in ((None, host), ("en", f"{host}en/")):
        found = page.evaluate(code, lang)
        assert found[0]["id"] == "reset-password"
        assert found[0]["url"].startswith(f"{root}account-security/")
        assert set(found[0]) == {"id", "url", "title", "score"}


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone(browser, host, width):
    context = browser.new_context(viewport={"width": width, "height": 700})
    page = context.new_page()
    page.goto(host, wait_until="networkidle")
    page.locator("[data-for=__search]").click()
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("pizza", delay=15)
    expect(page.locator(STATE).first).to_be_visible()
    page.wait_for_function(STILL)  # the sheet behind the box grows while it opens
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
