"""Cards, tables and lists: their rows (rows.yml), order, badges and accessibility."""

from __future__ import annotations

import re

import pytest
from tests.facts.sample import PAGE, Tree, html, renderer, table

from helpcenter.facts.expressions import parse


def test_channels_keep_the_order_and_say_what_is_needed():
    text = html("channels()", "en")
    titles = re.findall(r"<strong>(.*?)</strong>", text)
    assert titles == ["Emergency line", "Support line", "Submit a request", "Support email"]
    cards = text.split("<li ")[1:]
    assert "hc-card--urgent" in cards[0]
    assert "usually within 5 minutes, at most 30 minutes" in cards[0]
    assert "Mon–Fri 9:00–18:00, Beijing time" in cards[1]
    assert "usually within 2 minutes" in cards[1]
    assert [("fact_sign_in" in card) for card in cards] == [False, False, True, False]
    assert all("hc-badge" in card for card in cards)
    assert "fact_wait" in cards[0]
    assert "fact_reply" in cards[3]


def test_the_emergency_line_is_kept_from_everyday_questions():
    everyday = re.findall(r"<strong>(.*?)</strong>", html('channels("everyday")', "en"))
    assert everyday == ["Support line", "Submit a request", "Support email"]


def rows(text):
    """Text of the cells of each row of a table."""
    found = re.findall(r"<tr role=\"row\">(.*?)</tr>", text, re.DOTALL)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in found]
    return [[re.sub(r"<[^>]*>", "", cell) for cell in row] for row in cells]


@pytest.mark.parametrize("case", table("rows.yml"), ids=lambda case: case["source"])
def test_rows(case):
    assert case["row"] in rows(html(case["source"], case["lang"]))


def test_fees_follow_their_type_and_skip_what_is_over():
    kinds = [row[0] for row in rows(html("fee_table()"))[1:]]
    assert kinds == ["Fact_fee_transfer", "Fact_fee_withdrawal", "Fact_fee_deposit"]
    assert "9%" not in html("fee_table()")


def test_fees_of_a_retired_method_are_left_out():
    some = renderer()
    text = some.render(parse("fee_table()"), "zh", PAGE)
    assert "银行转账" in text
    assert "旧卡" not in text
    assert "methods/bank-transfer" in some.shown
    assert "methods/old-card" not in some.shown


def test_holidays_are_sorted_and_past_ones_left_out():
    dates = [row[0] for row in rows(html("holidays()", "en"))[1:]]
    assert dates == ["1 January 2027", "1 May 2027"]
    assert "The list runs to 31 December 2027." in html("hours_table()", "en")


def test_methods_of_one_direction():
    assert "银行卡" not in html('method_table("withdrawal")')
    assert "银行卡" in html('method_table("deposit")')


def test_table_is_accessible():
    tree = Tree(html("limit_table()"))
    region = {"class": "hc-table", "role": "region", "tabindex": "0", "aria-label": "fact_limits"}
    assert tree.elements[0] == ("div", region)
    tags = [tag for tag, _ in tree.elements]
    assert tags[1:3] == ["table", "caption"]
    heads = [attrs["scope"] for tag, attrs in tree.elements if tag == "th"]
    assert heads == ["col"] * 5 + ["row"]


def test_one_badge_in_the_caption_when_all_rows_are_samples():
    text = html("limit_table()")
    assert text.count("hc-badge") == 1
    assert '<caption>fact_limits <span class="hc-badge" data-search-exclude="1">' in text


def test_badges_in_rows_when_only_some_are_samples():
    text = html('contact_table("phone")')
    caption, body = text.split("</caption>")
    assert "hc-badge" not in caption
    sample, verified = sorted(
        body.split('<tr role="row">')[2:], key=lambda row: "hc-badge" not in row
    )
    assert "urgent-phone~N" in sample
    assert "hc-badge" in sample
    assert 'data-expires="2027-01-30"' in verified
    assert "hc-badge" not in verified


def test_list_badges():
    text = html("never_ask()")
    assert text.count("hc-badge") == 1
    assert 'data-expires="2027-11-01"' in text
    assert html("documents()").index("hc-badge") < html("documents()").index("<ul>")


def test_nothing_to_list_is_said():
    assert html("may_ask()", "en") == '<p class="hc-empty">fact_may_ask: nothing published yet</p>'
    assert html('contact_table("app")').startswith('<p class="hc-empty">')
