"""What a screen reader meets: landmarks, headings, names, order, languages (WCAG 2.2: 1.3.1,
1.3.2, 2.4.1, 2.4.6, 3.1.2, 4.1.2), read from the accessibility tree of Chromium."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.build]
KINDS = ("", "contact/", "fees/fees-overview/", "emergency/", "about/", "404.html")
PATHS = [root + kind for root in ("", "en/") for kind in KINDS]
LINE = re.compile(r'^ *- \'?(?P<role>[a-z]+)(?: "(?P<name>.*?)")?(?: \[(?P<state>[^]]+)\])*\'?:?')
NAMED = {"link", "button", "textbox", "radio", "checkbox", "heading", "table", "navigation"}
ORDER = ("link", "banner", "main", "contentinfo")
FOREIGN = """(page) => {
    const own = page.startsWith("zh") ? /[a-z]{2,}(?: [a-z]{2,}){2,}/i : /\\p{Script=Han}/u;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        const lang = parent.closest("[lang]").lang;
        const text = walker.currentNode.data.trim();
        const silent = parent.closest("script, template, noscript");
        if (lang === page && own.test(text) && !silent) found.push(text);
    }
    return found;
}"""


def tree(page: Page, url: str) -> list[tuple[str, str, str]]:
    """(role, name, state) of every node, in reading order."""
    page.goto(url, wait_until="load")
    page.wait_for_function("document.documentElement.classList.contains('js')")
    lines = page.locator("html").aria_snapshot().splitlines()
    found = (LINE.match(line) for line in lines)
    return [(m["role"], m["name"] or "", m["state"] or "") for m in found if m]


@pytest.mark.parametrize("path", PATHS)
def test_the_tree_can_be_followed(page: Page, host, path):
    nodes = tree(page, host + path)
    roles = [role for role, _, _ in nodes]
    for landmark in ("banner", "main", "contentinfo"):
        assert roles.count(landmark) == 1, landmark
    first = [roles.index(role) for role in ORDER]
    assert first == sorted(first)
    assert [node for node in nodes if node[0] in NAMED and not node[1]] == []


@pytest.mark.parametrize("path", PATHS)
def test_headings_are_a_table_of_contents(page: Page, host, path):
    nodes = tree(page, host + path)
    levels = [int(state.removeprefix("level=")) for role, _, state in nodes if role == "heading"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    for above, below in pairwise(levels):
        assert below <= above + 1, levels
    names = [name for role, name, _ in nodes if role == "heading"]
    assert [name for name in names if "¶" in name] == []


@pytest.mark.parametrize("path", ["", "contact/call-support/", "emergency/"])
@pytest.mark.parametrize("lang", ["", "en/"])
def test_emergency_is_the_first_link_and_help_the_last(page: Page, host, lang, path):
    """Skip link, emergency unless it is this page; at the end the ways to reach us (3.2.6), in
    the order of the data."""
    links = [name for role, name, _ in tree(page, host + lang + path) if role == "link"]
    assert links[0] in ("跳到正文", "Skip to content")
    assert links[1].startswith(("账户被盗", "Hacked")) == (path != "emergency/")
    ways = [re.sub(r"[\s-]", "", name) for name in links if re.search(r"okpay\.example|\+\d", name)]
    assert ways[-5:] == [
        "+441632960100",
        "chat.okpay.example",
        "+12025550100",
        "pay.okpay.example/support/new",
        "support@okpay.example",
    ]


@pytest.mark.parametrize("path", [*PATHS, "contact/later/", "en/contact/later/"])
def test_words_of_the_other_language_say_so(page: Page, host, path):
    page.goto(host + path, wait_until="load")
    lang = page.evaluate("document.documentElement.lang")
    assert page.evaluate(FOREIGN, lang) == []


def test_the_skip_link_leads_past_everything(page: Page, host):
    page.goto(f"{host}fees/fees-overview/", wait_until="load")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('article')")
