"""Back and Forward at the search: as on the pages of a site, in a narrow window and a wide one."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.site.box import BOX, LINKS, OPEN, open_box, slow
from tests.site.browser import FLAGS

pytestmark = [pytest.mark.browser, pytest.mark.build]
QUESTION = "提现没到账"
BEFORE = "contact/"
HERE = "fees/calculate-fees/#steps"
WIDTHS = (360, 1280)
LATER = 450  # milliseconds; the theme's own timers have run by then
AT_ONCE = """() => {
  for (const key of ["Escape", "/"]) {
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  }
}"""
HIDDEN = """() => {
  Object.defineProperty(document, "hidden", { value: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.fixture(scope="module", params=[True, False], ids=["kept in memory", "loaded anew"])
def fresh(request, browser, chromium_path) -> Iterator[Browser]:
    """A browser that keeps the pages one leaves, as readers have it, and one that drops them."""
    if not request.param:
        yield browser
        return
    keeping = browser.browser_type.launch(
        executable_path=str(chromium_path),
        args=list(FLAGS),
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield keeping
    keeping.close()


def visit(browser, host: str, width: int, path: str = HERE) -> Page:
    """A page with another before it in the tab."""
    page = browser.new_context(viewport={"width": width, "height": 700}).new_page()
    page.goto(host + BEFORE, wait_until="networkidle")
    page.goto(host + path, wait_until="networkidle")
    return page


def ask(page: Page) -> list[str]:
    """Where the answers to the question lead."""
    open_box(page)
    page.keyboard.insert_text(QUESTION)  # at once: answers to a part of it would be other ones
    return answers(page)


def answers(page: Page) -> list[str]:
    expect(page.locator(BOX)).to_have_value(QUESTION)
    expect(page.locator(LINKS).first).to_be_visible()
    return page.locator(LINKS).evaluate_all("links => links.map((link) => link.href)")


def back(page: Page) -> None:
    """A page that comes back from memory does not load."""
    page.go_back(wait_until="commit")


def is_closed(page: Page, address: str) -> None:
    expect(page.locator(OPEN)).not_to_be_checked()
    page.wait_for_timeout(LATER)
    expect(page.locator(OPEN)).not_to_be_checked()
    assert page.url == address


def leaves(page: Page, host: str) -> None:
    """One more Back, and the reader is where she was before."""
    back(page)
    page.wait_for_url(host + BEFORE, wait_until="commit")


@pytest.mark.parametrize("width", WIDTHS)
def test_back_closes_the_search_and_forward_opens_it(browser, host, width):
    page = visit(browser, host, width)
    found = ask(page)
    back(page)
    is_closed(page, host + HERE)
    page.go_forward()
    expect(page.locator(OPEN)).to_be_checked()
    assert answers(page) == found
    back(page)
    is_closed(page, host + HERE)
    leaves(page, host)


@pytest.mark.parametrize(
    ("width", "way"),
    [
        (360, "Escape"),
        (360, ".md-search__form [for=__search]"),
        (1280, "Escape"),
        (1280, "Tab"),
        (1280, ".md-search__overlay"),
    ],
)
def test_closed_otherwise_the_search_leaves_nothing_behind(browser, host, width, way):
    page = visit(browser, host, width)
    open_box(page)
    if way.startswith("."):
        page.locator(way).click(position={"x": 5, "y": 5})
    else:
        page.keyboard.press("Shift+Tab" if way == "Tab" else way)
    is_closed(page, host + HERE)
    leaves(page, host)


@pytest.mark.parametrize("width", WIDTHS)
def test_back_from_a_hit_brings_back_the_question(fresh, host, width):
    page = visit(fresh, host, width)
    place = page.evaluate("scrollY")
    assert place > 0
    found = ask(page)
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(found[2])
    back(page)
    for _ in range(2):
        expect(page.locator(LINKS).nth(2)).to_be_focused()
        page.wait_for_timeout(LATER)
    expect(page.locator(OPEN)).to_be_checked()
    assert (answers(page), page.url) == (found, host + HERE)
    back(page)
    is_closed(page, host + HERE)
    assert page.evaluate("scrollY") == pytest.approx(place, abs=1)
    leaves(page, host)


def test_pages_are_kept_in_memory_where_the_name_says_so(fresh, host, request):
    page = visit(fresh, host, 1280)
    page.evaluate("window.early = true")
    page.goto(host + BEFORE)
    back(page)
    expect(page.locator(BOX)).to_be_visible()
    kept = "kept in memory" in request.node.name
    assert page.evaluate("window.early === true") is kept


def test_back_from_a_link_below_the_empty_box(browser, host):
    page = visit(browser, host, 360)
    open_box(page)
    link = page.locator("[data-hc-state~=start] a").nth(1)
    link.click()
    page.wait_for_url(lambda url: url != host + HERE)
    back(page)
    expect(link).to_be_focused()
    expect(page.locator(BOX)).to_have_value("")


def test_opened_again_at_once_it_stays_open_and_back_closes_it(browser, host):
    page = visit(browser, host, 1280)
    ask(page)
    page.evaluate(AT_ONCE)
    page.wait_for_timeout(LATER)
    expect(page.locator(OPEN)).to_be_checked()
    expect(page.locator(LINKS).first).to_be_visible()
    back(page)
    is_closed(page, host + HERE)
    leaves(page, host)


def test_opened_before_the_scripts_came_it_stays_open(browser, host):
    page = visit(browser, host, 1280, BEFORE)
    slow(page, "**/search/box.js", LATER)
    page.goto(host + HERE, wait_until="commit")
    page.locator(BOX).click()
    expect(page.locator(OPEN)).to_be_checked()
    expect(page.locator("[data-hc-state=off]")).to_be_hidden()
    page.wait_for_timeout(LATER)
    expect(page.locator(OPEN)).to_be_checked()
    back(page)
    is_closed(page, host + HERE)
    leaves(page, host)


def test_the_page_behind_stays_where_it_was_moved(browser, host):
    page = visit(browser, host, 1280)
    for close in (lambda: page.keyboard.press("Escape"), lambda: back(page)):
        open_box(page)
        page.evaluate("scrollBy(0, -100)")
        place = page.evaluate("scrollY")
        close()
        is_closed(page, host + HERE)
        assert page.evaluate("scrollY") == place > 0


def test_a_hit_in_another_tab_leaves_the_search_open(browser, host):
    page = visit(browser, host, 1280)
    found = ask(page)
    with page.context.expect_page() as other:
        page.locator(LINKS).first.click(modifiers=["ControlOrMeta"])
    other.value.wait_for_load_state()
    expect(other.value.locator(BOX)).to_have_value("")
    expect(page.locator(OPEN)).to_be_checked()
    assert answers(page) == found
    back(page)
    is_closed(page, host + HERE)


def test_a_page_that_the_phone_dropped_knows_the_question(browser, host):
    page = visit(browser, host, 360)
    found = ask(page)
    for question in (QUESTION, ""):  # with an empty box, the page is wanted
        page.fill(BOX, question)
        page.evaluate(HIDDEN)
        page.reload(wait_until="networkidle")
        assert not question or answers(page) == found
    is_closed(page, host + HERE)


def test_a_link_with_a_question_closes_for_good(browser, host):
    page = visit(browser, host, 1280, f"fees/calculate-fees/?q={QUESTION}&x=1")
    here = f"{host}fees/calculate-fees/?x=1"
    found = answers(page)
    page.keyboard.press("Enter")
    page.wait_for_url(found[0])
    back(page)
    assert answers(page) == found
    page.keyboard.press("Escape")
    is_closed(page, here)
    page.reload(wait_until="networkidle")
    is_closed(page, here)
    leaves(page, host)


def test_no_server_learns_of_the_question(browser, host):
    page = visit(browser, host, 360, f"{HERE[:-6]}?q={QUESTION}")
    told: list[str] = []
    page.on("request", lambda r: told.append(unquote(f"{r.url} {r.all_headers()}")))
    for _ in range(2):
        found = answers(page)
        page.locator(LINKS).first.click()
        page.wait_for_url(found[0])
        back(page)
    answers(page)
    assert any("'referer'" in request for request in told)
    assert [request for request in told if QUESTION in request] == []
    assert QUESTION not in page.evaluate("JSON.stringify({...sessionStorage})")
