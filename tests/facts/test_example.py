"""Worked examples of fees: their lines (example.yml), their standing, and what is refused."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

import pytest
from tests.facts.sample import PAGE, ROOT, TEMPLATES, Tree, sample_records, table
from tests.rows import rows

from helpcenter.data.load import load
from helpcenter.data.models.money import Fee
from helpcenter.facts.check import check
from helpcenter.facts.expressions import parse
from helpcenter.facts.render import Renderer

CALL = parse('fee_example("a")')
VERIFIED = {"status": "verified", "verified": {"on": date(2026, 11, 1), "by": "甲", "source": "乙"}}


@pytest.fixture(scope="module")
def words():
    """The words that readers see: these lines mean nothing without them."""
    loaded = load(ROOT, date(2026, 11, 23))
    assert loaded.records is not None
    return loaded.records.interface


def example(words, fee, lang):
    """The page part for one fee named `a`, and the renderer that made it."""
    fields = {"status": "sample", "type": "transfer", "currency": "HKD", **fee}
    record = Fee.model_validate({"effective_from": date(2026, 1, 1), **fields})
    records = dataclasses.replace(sample_records(), fees={"a": record}, interface=words)
    some = Renderer(records, TEMPLATES, "N")
    return str(some.render(CALL, lang, PAGE)), some


def text(html):
    return re.sub(r"<[^>]*>", "", html)


@pytest.mark.parametrize("case", table("example.yml"), ids=lambda case: case["name"])
@rows("lang", ["zh", "en"])
def test_lines(case, lang, words):
    html, _ = example(words, case["fee"], lang)
    colon = "：" if lang == "zh" else ": "
    lines = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html)
    assert [text(head) + colon + text(sum_) for head, sum_ in lines] == case[lang]
    assert ("hc-empty" in html) == (not case[lang])
    assert Tree(html).elements


def test_it_says_which_row_and_that_it_is_a_sample(words):
    html, some = example(words, {"fixed": 3, "method": "bank-transfer", "example_amount": 9}, "zh")
    assert "按手续费表的这一行算：转账，银行转账，2026年1月1日起。" in text(html)
    assert html.count("hc-badge") == 1
    assert some.shown.keys() == {"fees/a", "methods/bank-transfer"}


@pytest.mark.parametrize(
    ("on", "mark"),
    [(date(2026, 11, 1), 'data-expires="2027-04-30"'), (date(2026, 1, 1), "hc-unconfirmed")],
)
def test_a_verified_fee_carries_its_date(words, on, mark):
    proof = {**VERIFIED, "verified": {**VERIFIED["verified"], "on": on}}
    html, _ = example(words, {"fixed": 3, "example_amount": 9, **proof}, "en")
    assert mark in html
    assert "hc-badge" not in html


def test_a_fee_that_is_over_is_still_noted_as_shown(words):
    """Otherwise a release would publish a page with a hole in it."""
    fee = {"fixed": 3, "example_amount": 9, "status": "retired"}
    _, some = example(
        words, {**fee, "retired": {"on": date(2026, 10, 1), "reason": "closed"}}, "zh"
    )
    assert some.shown == {"fees/a": {PAGE}}


def test_a_fee_without_an_amount_is_refused_at_its_place():
    (finding,) = check("docs/x.md", 'x\n\n{{ fee_example("deposit-hkd") }}', sample_records())
    assert (finding.rule, finding.position.line, finding.position.column) == ("HC202", 3, 1)
    assert "没有示例金额" in finding.message.zh
    assert "has no example amount" in finding.message.en
    assert "transfer-hkd" in finding.suggestion.en
