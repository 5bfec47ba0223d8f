"""Readers at the search box: in a hurry, on a slow line, without mouse, with an input method."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect
from tests.site.box import BOX, LINKS, OPEN, opened, slow

pytestmark = [pytest.mark.browser, pytest.mark.build]
ITEMS = ".md-search-result__item"
META = ".md-search-result__meta"
ARRIVED = re.compile("payments/withdrawal-not-arrived")
QUESTION = "提现没到账"
# The fewest results that were ever on show after the first ones, frame by frame.
WATCH = """() => {
  window.fewest = Infinity;
  const look = () => {
    const count = document.querySelectorAll(".md-search-result__item").length;
    if (count || fewest < Infinity) window.fewest = Math.min(fewest, count);
    requestAnimationFrame(look);
  };
  look();
}"""
COUNTED = f"""() => {{
  const count = document.querySelectorAll("{ITEMS}").length;
  return document.querySelector("{META}").textContent.includes(`${{count}} 篇`);
}}"""


def state(page: Page, name: str):
    return page.locator(f"[data-hc-state={name}]")


def popular(page: Page):
    return page.locator("[data-hc-state~=nothing][data-hc-state~=start]")


def ask_once(page: Page, host: str) -> None:
    """A question that led to an article, so that it is offered again."""
    opened(page, host)
    page.keyboard.insert_text(QUESTION)  # answers to a part of it would lead elsewhere
    expect(page.locator(LINKS).first).to_be_visible()
    page.locator(LINKS).first.click()
    page.wait_for_url(ARRIVED)


def test_slow_line_says_that_it_searches_and_enter_waits_for_its_answer(page, host):
    slow(page, "**/search/core.json", 1500)
    opened(page, host)
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(state(page, "loading")).to_be_visible()
    page.wait_for_url(ARRIVED)
    expect(page.locator(".md-content mark").first).to_be_visible()
    opened(page, host)
    expect(state(page, "recent").locator("li")).to_have_text([QUESTION])


@pytest.mark.parametrize("way", ["Escape", "arrow"])
def test_button_of_a_phone_gives_the_keyboard_to_the_box_and_takes_it_back(browser, host, way):
    context = browser.new_context(viewport={"width": 360, "height": 700})
    page = context.new_page()
    page.goto(host, wait_until="networkidle")
    button = page.locator("[data-for=__search]")
    button.click()
    expect(page.locator(BOX)).to_be_focused()
    expect(popular(page).locator("a").first).to_be_visible()
    page.keyboard.insert_text(QUESTION)
    expect(page.locator(LINKS).first).to_be_visible()
    expect(popular(page)).to_be_hidden()
    if way == "Escape":
        page.keyboard.press("Escape")
    else:
        page.locator(".md-search__form [for=__search]").click()
    expect(button).to_be_focused()
    expect(page.locator(OPEN)).not_to_be_checked()
    context.close()


def test_line_that_breaks_and_comes_back(page, context, host):
    page.goto(host, wait_until="networkidle")
    context.set_offline(True)
    page.locator(BOX).click()
    page.keyboard.type(QUESTION, delay=15)
    expect(state(page, "failed")).to_be_visible()
    expect(state(page, "failed")).to_contain_text("网络")
    assert state(page, "failed").locator("a").count() >= 7
    context.set_offline(False)
    expect(page.locator(LINKS).first).to_be_visible()
    expect(state(page, "failed")).to_be_hidden()


def test_states_by_keyboard_alone(page, host):
    ask_once(page, host)
    page.goto(host, wait_until="networkidle")
    page.keyboard.press("/")
    expect(state(page, "recent")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".hc-search-urgent")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(state(page, "recent").locator("[data-hc-clear]")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(page.locator(BOX)).to_have_value(QUESTION)
    expect(page.locator(LINKS).first).to_be_visible()
    page.locator(BOX).fill("")
    expect(state(page, "recent")).to_be_visible()
    for _ in range(4):  # the list scrolls, so it is a stop of its own
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-hc-clear]')"):
            break
    expect(page.locator(OPEN)).to_be_checked()
    page.keyboard.press("Enter")
    expect(state(page, "recent")).to_be_hidden()
    expect(page.locator(BOX)).to_be_focused()
    expect(page.locator(OPEN)).to_be_checked()
    page.keyboard.press("ArrowUp")
    expect(popular(page).locator("a").last).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(OPEN)).not_to_be_checked()


def test_enter_of_an_input_method_opens_nothing(page, host):
    opened(page, host)
    ime = page.context.new_cdp_session(page)
    for text in ("t", "ti", "ti xian"):
        ime.send("Input.imeSetComposition", {"text": text, "selectionStart": 9, "selectionEnd": 9})
    expect(page.locator(LINKS).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_timeout(400)
    assert page.url == host
    expect(page.locator(OPEN)).to_be_checked()


def test_answers_stay_when_the_reader_comes_back(page, host):
    page.clock.install()
    opened(page, host)
    page.keyboard.type(QUESTION, delay=15)
    expect(page.locator(LINKS).first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    page.clock.fast_forward("00:20")
    expect(page.locator(LINKS).first).to_be_visible()
    expect(page.locator("[data-hc-state]:not([hidden])")).to_have_count(0)


def test_results_never_vanish_while_one_types_on(page, host):
    opened(page, host)
    page.keyboard.type("提", delay=0)
    expect(page.locator(ITEMS).first).to_be_visible()
    page.evaluate(WATCH)
    page.keyboard.type("现没到账怎么办", delay=60)
    expect(page.locator(LINKS).first).to_have_attribute("href", ARRIVED)
    page.wait_for_function(COUNTED)
    assert page.evaluate("fewest") >= 1


def test_a_link_with_a_question_shows_its_answers(page, host):
    page.goto(f"{host}?q={QUESTION}", wait_until="networkidle")
    expect(page.locator(LINKS).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(ARRIVED)


@pytest.mark.parametrize(
    ("question", "leads"),
    [
        ("钱转错了怎么办", "payments/problem-first-steps/#wrong-person"),
        ("提现没到账怎么办", "payments/withdrawal-not-arrived/"),
    ],
)
def test_a_title_leads_to_what_answers(page, host, question, leads):
    """To the section whose heading is the question; to the article when its title is."""
    page.goto(host)
    page.fill(BOX, question)
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", host + leads)
    expect(page.locator(".md-search-result__item").first.locator("h1")).to_have_count(1)


def test_words_of_a_phrase_are_marked_on_the_page(page, host):
    opened(page, f"{host}en/")
    page.keyboard.type("forgot password", delay=15)
    expect(page.locator(LINKS).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"reset-password/(?:#|$)"))
    marks = page.locator(".md-content mark")
    expect(marks.first).to_be_visible()
    assert "password" in {text.lower() for text in marks.all_inner_texts()}


@pytest.mark.parametrize("said", ["提现", "support@okpay.example", "１６３２ 960100"])
def test_a_link_marks_nothing(page, host, said):
    page.goto(f"{host}payments/withdrawal-not-arrived/?h={said}", wait_until="networkidle")
    assert page.locator(".md-content mark").count() == 0


@pytest.mark.parametrize(
    ("home", "question", "arrived"),
    [("", QUESTION, ARRIVED), ("en/", "forgot password", re.compile("reset-password"))],
)
def test_what_is_asked_goes_to_no_server(page, host, home, question, arrived):
    sent = []
    opened(page, f"{host}{home}")
    page.on("request", lambda request: sent.append(f"{request.url} {request.all_headers()}"))
    page.keyboard.type(question, delay=15)
    expect(page.locator(LINKS).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(arrived)
    expect(page.locator(".md-content mark").first).to_be_visible()
    words = {text for text in page.locator(".md-content mark").all_inner_texts() if text}
    assert words  # what a server must not see is what is marked
    page.reload(wait_until="networkidle")
    paths = unquote(" ".join(sent)).lower().replace("reset-password", "")
    assert sent and not [word for word in words if word.lower() in paths]


def test_copied_text_holds_nothing_unseen(page, host):
    opened(page, host)
    page.keyboard.type(QUESTION, delay=15)
    expect(page.locator(LINKS).first).to_be_visible()
    shown = page.locator(".md-search-result__list").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url(ARRIVED)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.md-content'))")
    page.keyboard.press("Control+C")
    copied = page.evaluate("navigator.clipboard.readText()")
    for text in (shown, copied):
        assert len(text) > 50
        assert not re.search("[\u00ad\u200b-\u200f\u2060\ufeff]", text)
