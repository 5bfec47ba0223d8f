"""Back and Forward at the search: as on the pages of a site, in a narrow window and a wide one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.site.box import BOX, LINKS
from tests.site.browser import FLAGS

pytestmark = [pytest.mark.browser, pytest.mark.build]
BUTTON = "[data-for=__search]"
OPEN = "#__search"
QUESTION = "提现没到账"
ARRIVED = re.compile("payments/withdrawal-not-arrived")
BEFORE = "contact/"
HERE = "fees/calculate-fees/#steps"
WIDTHS = (360, 1280)
PLACE = "[scrollY, document.querySelector('#__search').checked]"


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


def open_box(page: Page) -> None:
    narrow = page.viewport_size["width"] < 960
    page.locator(BUTTON if narrow else BOX).click()
    expect(page.locator(OPEN)).to_be_checked()


def ask(page: Page) -> list[str]:
    """Where the answers to the question lead."""
    open_box(page)
    page.keyboard.type(QUESTION, delay=15)
    return answers(page)


def answers(page: Page) -> list[str]:
    expect(page.locator(BOX)).to_have_value(QUESTION)
    expect(page.locator(LINKS).first).to_be_visible()
    return page.locator(LINKS).evaluate_all("links => links.map((link) => link.href)")


def is_closed(page: Page, address: str) -> None:
    expect(page.locator(OPEN)).not_to_be_checked()
    page.wait_for_timeout(200)
    expect(page.locator(OPEN)).not_to_be_checked()
    assert page.url == address


def leaves(page: Page, host: str) -> None:
    """One more Back, and the reader is where she was before."""
    page.go_back()
    page.wait_for_url(host + BEFORE)


@pytest.mark.parametrize("width", WIDTHS)
def test_back_closes_the_search_and_forward_opens_it(browser, host, width):
    page = visit(browser, host, width)
    found = ask(page)
    page.go_back()
    is_closed(page, host + HERE)
    page.go_forward()
    expect(page.locator(OPEN)).to_be_checked()
    assert answers(page) == found
    page.go_back()
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
    found = ask(page)
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(found[2])
    page.go_back(wait_until="commit")
    assert page.evaluate("window.early") == kept
    expect(page.locator(LINKS).nth(2)).to_be_focused()
    page.wait_for_timeout(400)
    expect(page.locator(LINKS).nth(2)).to_be_focused()
    assert answers(page) == found
    assert page.url == host + HERE
    page.go_back()
    is_closed(page, host + HERE)
    leaves(page, host)
