"""The search box as a reader opens it."""

from __future__ import annotations

from contextlib import suppress

from playwright.sync_api import Error, Page, Route, expect

BOX = "[data-md-component=search-query]"
LINKS = ".md-search-result__link"
OPEN = "#__search"
BUTTON = "[data-for=__search]"


def opened(page: Page, address: str) -> Page:
    """The page at an address, with the box open; what is copied can be read."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address, wait_until="networkidle")
    page.locator(BOX).click()
    return page


def open_box(page: Page) -> None:
    """Open it where a narrow window has a button, and a wide one the box itself."""
    narrow = (page.viewport_size or {"width": 0})["width"] < 960
    page.locator(BUTTON if narrow else BOX).click()
    expect(page.locator(OPEN)).to_be_checked()


def slow(page: Page, pattern: str, milliseconds: int) -> None:
    """Answer late; a test that has seen enough closes its page while an answer is still due."""

    def late(route: Route) -> None:
        with suppress(Error):
            page.wait_for_timeout(milliseconds)
            route.continue_()

    page.route(pattern, late)
