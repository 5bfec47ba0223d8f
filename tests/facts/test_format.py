"""Values in the house form of both languages, against format.yml."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.sample import table
from tests.rows import rows

from helpcenter.data.models.contacts import Contact
from helpcenter.data.models.formats import Duration
from helpcenter.data.models.money import Fee
from helpcenter.data.models.times import Day, Hours
from helpcenter.facts import format as form

SAMPLE = {"status": "sample"}
FEE = {**SAMPLE, "type": "transfer", "currency": "HKD", "effective_from": date(2026, 1, 1)}
WITHOUT_LANGUAGE = {"percent", "clock", "web_address"}


def length(text):
    return text and Duration.parse(text)


ARGUMENTS = {
    "percent": lambda value: [Decimal(value)],
    "money": lambda value: [Decimal(value[0]), value[1]],
    "duration": lambda value: [length(value)],
    "reply": lambda value: [length(item) for item in value],
    "days": lambda value: [[Day(day) for day in value]],
    "hours": lambda value: [Hours(**SAMPLE, timezone="Asia/Shanghai", **value)],
    "fee": lambda value: [Fee(**FEE, **value)],
}


@pytest.mark.parametrize(
    "case", table("format.yml"), ids=lambda case: f"{case['form']} {case['en']}"
)
@rows("lang", ["zh", "en"])
def test_golden(case, lang):
    arguments = ARGUMENTS.get(case["form"], lambda value: [value])(case["value"])
    last = [] if case["form"] in WITHOUT_LANGUAGE else [lang]
    assert getattr(form, case["form"])(*arguments, *last) == case[lang]


CONTACT = {**SAMPLE, "label": {"zh": "甲", "en": "a"}, "use": {"zh": "乙", "en": "b"}}


@pytest.mark.parametrize(
    ("address", "text", "href"),
    [
        ({"email": "a@okpay.example"}, "a@okpay.example", "mailto:a@okpay.example"),
        ({"phone": "+12025550100"}, "+1 202-555-0100", "tel:+12025550100"),
        ({"phone": "+441632960100"}, "+44 1632 960100", "tel:+441632960100"),
        ({"url": "https://okpay.example/x"}, "okpay.example/x", "https://okpay.example/x"),
        ({"handle": "@okpay", "platform": "X"}, "@okpay", None),
    ],
)
def test_contact_text_and_target(address, text, href):
    contact = Contact(**CONTACT, **address)
    assert (form.display(contact), form.href(contact)) == (text, href)


@given(st.decimals(0, 10**9, places=4), st.sampled_from(["HKD", "JPY", "KWD"]))
def test_money_never_loses_a_digit(amount, currency):
    for lang, strip in (("zh", " 港元日科威特第纳尔"), ("en", "HK$JP¥KWD\u00a0")):
        figure = form.money(amount, currency, lang).strip(strip).replace(",", "")
        assert Decimal(figure) == amount


@given(st.decimals(0, 100, places=4))
def test_percent_never_loses_a_digit(value):
    assert Decimal(form.percent(value).removesuffix("%")) == value


@pytest.mark.parametrize(
    ("label", "alone", "within"),
    [
        ("transfer", "Transfer", "transfer"),
        ("Your password", "Your password", "your password"),
        ("CVV (the security code)", "CVV (the security code)", "CVV (the security code)"),
        ("密码", "密码", "密码"),
        ("", "", ""),
    ],
)
def test_a_label_alone_and_inside_a_sentence(label, alone, within):
    assert form.opening(label) == alone
    assert form.inside(label) == within
