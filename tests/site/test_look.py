"""What a reader sees at a glance on a phone, a tablet and a desk: whole, and not covered."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.site.pages import Site, by_class

pytestmark = [pytest.mark.browser, pytest.mark.build]

LINES = """nodes => nodes.filter(node => {
  const text = document.createRange();
  text.selectNodeContents(node);
  const tops = [...text.getClientRects()].map(box => Math.round(box.top));
  return Math.max(...tops) - Math.min(...tops) > parseFloat(getComputedStyle(node).fontSize) / 2;
}).map(node => node.textContent)"""
COVERED = """cards => cards.filter(card => {
  const icon = card.querySelector("svg").parentElement.getBoundingClientRect();
  const words = [...card.querySelectorAll("h3, p")].map(n => n.getBoundingClientRect());
  return words.some(w => w.left < icon.right && icon.left < w.right
    && w.top < icon.bottom && icon.top < w.bottom);
}).map(card => card.textContent)"""
CROOKED = """cards => cards.filter(card => {
  const values = [...card.querySelectorAll("td:not(.hc-grid__address) > *")]
    .map(v => v.getBoundingClientRect());
  const end = card.getBoundingClientRect().right;
  const begins = new Set(values.map(v => Math.round(v.left)));
  return begins.size > 1 || values.some(v => v.right > end);
}).map(card => card.textContent)"""
COLOUR = "node => getComputedStyle(node).color"
TALL = "nodes => Math.min(...nodes.map(n => n.getBoundingClientRect().height))"


@pytest.mark.parametrize("path", ["about/", "en/about/", "en/contact/find-official-email/"])
def test_an_address_to_compare_stands_in_one_line(page: Page, host, path):
    """Readers are told to compare it character by character."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(host + path, wait_until="networkidle")
    addresses = page.locator(".hc-grid .hc-contact")
    assert addresses.count() >= 4
    assert addresses.evaluate_all(LINES) == []


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("width", [320, 360, 390, 430])
def test_a_range_or_an_amount_stands_in_one_line(page: Page, host, lang, width):
    """`9:00–21:00`, `48 小时`, `1,000.00 港元`: on no phone is a part of it alone on a line."""
    page.set_viewport_size({"width": width, "height": 740})
    for path in ("contact/support-hours/", "contact/contact-support/", "fees/calculate-fees/"):
        page.goto(host + lang + path, wait_until="networkidle")
        values = page.locator(".hc-body .hc-keep")
        assert values.count() >= 8
        assert values.evaluate_all(LINES) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize(
    "path",
    [
        "account-security/account-hacked/",
        "account-security/two-step-verification/",
        "complaints/escalate-complaint/",
        "limits/raise-limits/",
        "emergency/",
    ],
)
@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("percent", [125, 250])
def test_no_page_scrolls_sideways_where_text_alone_is_twice_as_large(
    page: Page, host, lang, path, percent
):
    """WCAG 1.4.4; the theme's text is 125 %. In its own size a button's name stays whole."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(host + lang + path, wait_until="networkidle")
    page.locator("html").evaluate("(root, size) => root.style.fontSize = size", f"{percent}%")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    if percent == 125:
        assert page.locator(".hc-body .hc-ui:visible").evaluate_all(LINES) == []


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_emergency_line_has_its_colour_where_nothing_is_found(page: Page, host, lang):
    """The page for what is not there, and the search, as at the end of every page."""
    page.goto(f"{host}{lang}404.html", wait_until="networkidle")
    rows = page.locator("[data-hc-lang]:visible .hc-ways > li")
    first, second = (rows.nth(n).locator(".hc-contact").evaluate(COLOUR) for n in (0, 1))
    assert first != second
    page.goto(f"{host}{lang}about/", wait_until="networkidle")
    assert page.locator(".hc-ways__urgent .hc-contact").last.evaluate(COLOUR) == first
    assert page.locator(".hc-search-state .hc-ways__urgent").count() == 1


@pytest.mark.parametrize("path", ["", "en/"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_pictures_of_the_categories_cover_no_words(page: Page, host, path, width):
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(host + path, wait_until="networkidle")
    shelves = page.locator(".hc-shelves > li")
    assert shelves.count() == shelves.locator("svg").count() == 8
    assert shelves.evaluate_all(COVERED) == []


@pytest.mark.parametrize("path", ["emergency/", "en/emergency/"])
def test_first_screen_of_an_emergency(page: Page, host, path):
    """Two large choices and the number to call, without scrolling."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(host + path, wait_until="networkidle")
    choices = page.locator(".hc-body > ul:first-of-type > li > a")
    assert [link.get_attribute("href") for link in choices.all()] == ["#stolen", "#scam"]
    assert choices.evaluate_all(TALL) >= 44
    line = page.locator(".hc-body .hc-contact[href^='tel:']").first.bounding_box()
    assert line
    assert line["y"] + line["height"] <= 740


@pytest.mark.parametrize(
    "path", ["fees/fees-overview/", "limits/limits-overview/", "contact/response-times/"]
)
@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("width", [320, 360])
def test_values_of_a_card_stand_below_each_other(page: Page, host, path, lang, width):
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(host + lang + path, wait_until="networkidle")
    cards = page.locator(".hc-grid--many tbody tr")
    assert cards.count() >= 3
    assert cards.evaluate_all(CROOKED) == []


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_fee_has_one_line_on_a_desk(page: Page, host, lang):
    """No columns of nothing, and the room beside the text is used."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(host + lang + "fees/fees-overview/", wait_until="networkidle")
    heights = (
        page.locator("#deposit ~ .hc-table")
        .first.locator("tbody tr")
        .evaluate_all("rows => rows.map(row => row.getBoundingClientRect().height)")
    )
    assert len(heights) == 4
    assert max(heights) < 50
    assert page.evaluate("document.documentElement.scrollWidth") == 1280


def test_names_and_ways_stand_in_columns_where_nothing_is_found(page: Page, host):
    """`Live chat chat.okpay.example` in one breath reads as one name."""
    page.goto(host + "en/", wait_until="networkidle")
    page.locator(".md-search__input").fill("how to bake bread")
    state = page.locator("[data-hc-state]:visible li:has(.hc-ways__label) > .hc-ways__label + *")
    expect(state.first).to_be_visible(timeout=20_000)
    begins = state.evaluate_all("nodes => nodes.map(n => n.getBoundingClientRect().left)")
    assert len(begins) >= 4
    assert len(set(begins)) == 1


@pytest.mark.parametrize(
    ("path", "said"), [("emergency/", "。本文由"), ("en/emergency/", ". Maintained ")]
)
def test_a_space_stands_between_english_sentences_only(built, path, said):
    (line,) = by_class(Site(built.site).page(path), "hc-meta")
    assert said in "".join(line.itertext())


def test_articles_with_three_sections_list_them(built):
    """Before the first section, and only there."""
    site = Site(built.site)
    counts = set()
    for url in site.urls():
        for body in by_class(site.page(url), "hc-body"):
            names = [node.get("id") for node in body.iter("h2")]
            lists = by_class(body, "hc-contents")
            counts.add(len(names))
            if not lists:
                assert len(names) < 3, url
                continue
            assert [f"#{name}" for name in names] == [a.get("href") for a in lists[0].iter("a")]
            own = list(body)
            assert own[own.index(lists[0]) + 1].tag == "h2", url
    assert {0, 3, 6} <= counts


@pytest.mark.parametrize("path", ["fees/fees-overview/", "en/fees/fees-overview/"])
def test_sections_are_one_tap_away_without_scripts(browser: Browser, host, path):
    """Folded on a phone, gone where the theme's list stands at the side."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_viewport_size({"width": 960, "height": 740})
    page.goto(host + path)
    contents, side = page.locator(".hc-contents"), page.locator(".md-sidebar--secondary")
    expect(contents).to_be_hidden()
    expect(side).to_be_visible()
    for width in (959, 360):
        page.set_viewport_size({"width": width, "height": 740})
        expect(contents).to_be_visible()
        expect(side).to_be_hidden()
    links = contents.locator("a")
    expect(links.last).to_be_hidden()
    contents.locator("summary").click()
    assert contents.locator("summary, a").evaluate_all(TALL) >= 44
    links.last.click()
    expect(page.locator(".hc-body h2").last).to_be_in_viewport()
    context.close()
