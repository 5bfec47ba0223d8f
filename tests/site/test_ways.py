"""From the home page to what people are worried about: two links, without the search."""

from __future__ import annotations

from posixpath import join, normpath
from xml.etree.ElementTree import Element

import pytest
from tests.site.pages import Site

pytestmark = pytest.mark.build

SAFE = "account-security/"
WAYS = (
    (SAFE, "account-security/account-hacked/#lost-phone"),
    (SAFE, "account-security/two-step-verification/#no-code"),
    (SAFE, "account-security/never-share/#steps"),
    (SAFE, "contact/contact-support/#not-covered"),
    ("contact/", "contact/contact-support/#not-covered"),
    ("contact/", "contact/contact-support/#if-no-answer"),
    ("payments/", "payments/problem-first-steps/#wrong-person"),
    ("payments/", "payments/problem-first-steps/#refund"),
    ("payments/", "payments/unrecognised-transaction/"),
    ("fees/", "fees/fees-overview/#question"),
    ("limits/", "limits/account-restricted/"),
    ("complaints/", "complaints/escalate-complaint/"),
    ("emergency/", "emergency/#scam"),
    ("emergency/", "account-security/account-hacked/#lost-phone"),
)


def article(page: Element) -> Element:
    return next(node for node in page.iter("article"))


def links(page: Element, base: str) -> set[str]:
    """Where the links of an element lead, from the root of the site."""
    return {resolved(base, node.get("href", "")) for node in page.iter("a")}


def resolved(base: str, href: str) -> str:
    path, mark, place = href.partition("#")
    found = normpath(join(base, path)) + "/" if path else base
    return found + mark + place


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize(("first", "target"), WAYS)
def test_two_links_from_the_home_page(built, lang, first, target):
    site = Site(built.site)
    assert lang + first in links(site.page(lang), lang)
    page = site.page(lang + first)
    assert lang + target in links(article(page), lang + first)
    where, _, place = target.partition("#")
    ids = {node.get("id") for node in site.page(lang + where).iter()}
    assert not place or place in ids
