"""The search box as a reader opens it."""

from __future__ import annotations

from playwright.sync_api import Page

BOX = "[data-md-component=search-query]"
LINKS = ".md-search-result__link"


def opened(page: Page, address: str) -> Page:
    """The page at an address, with the box open; what is copied can be read."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address, wait_until="networkidle")
    page.locator(BOX).click()
    return page
