"""Rendered facts: standing, marks, escaping, plain text, and what is noted as shown."""

from __future__ import annotations

import dataclasses
import re

import pytest
from jinja2 import UndefinedError
from tests.facts.sample import (
    PAGE,
    ROOT,
    TEMPLATES,
    TODAY,
    Tree,
    html,
    joined,
    renderer,
    sample_records,
)
from tests.rows import rows

from helpcenter.data.load import load
from helpcenter.facts.expressions import Call, Refused, parse
from helpcenter.facts.functions import FUNCTIONS
from helpcenter.facts.render import Renderer

STANDING = [
    (
        'contact("support-email")',
        '<span class="hc-fact"><a class="hc-contact" data-contact="support-email~N" '
        'href="mailto:support@okpay.example">support@okpay.example</a> '
        '<span class="hc-badge" data-search-exclude="1">{示例数据|Sample data}</span></span>',
    ),
    (
        'contact("support-phone")',
        '<span class="hc-fact" data-verified="{2026年11月1日|1 November 2026}" '
        'data-expires="2027-01-30">'
        '<a class="hc-contact" data-contact="support-phone~N" href="tel:+12025550100">'
        "+1 202-555-0100</a></span>",
    ),
    (
        'contact("expired-email")',
        '<span class="hc-fact hc-expired" data-verified="{2026年8月1日|1 August 2026}" '
        'data-expires="2026-10-30">'
        '<a class="hc-contact" data-contact="expired-email~N" '
        'href="mailto:complaint@okpay.example">complaint@okpay.example</a> '
        '<span class="hc-unconfirmed">'
        "{未确认（上次核实 2026年8月1日）|unconfirmed (last checked 1 August 2026)}</span></span>",
    ),
    (
        'contact("old-email")',
        '<span class="hc-fact hc-retired">'
        "{此联系方式已停用|this contact is no longer in use}</span>",
    ),
    ('ui("gone")', '<span class="hc-fact hc-retired">{已停用|no longer in use}</span>'),
    (
        'contact("x-account")',
        '<span class="hc-fact"><bdi class="hc-contact" data-contact="x-account~N">'
        "@okpay_official_support_demo</bdi> "
        '<span class="hc-badge" data-search-exclude="1">{示例数据|Sample data}</span>'
        "</span>",
    ),
    ("brand()", "OKPay"),
    ('verified_on("contacts")', "{尚未核实|not yet}"),
    ('verified_on("public_hotlines")', "{尚未核实|not yet}"),
    (
        'reply_time("social")',
        '<span class="hc-fact">{暂无数据|no figure published} '
        '<span class="hc-badge" data-search-exclude="1">{示例数据|Sample data}</span></span>',
    ),
    (
        'impostor("fake-email")',
        '<span class="hc-fake" data-search-exclude="1">'
        '<s class="hc-impostor">support@okpay-help.test</s>'
        "{（假冒）| (fake)}</span>",
    ),
]


@pytest.mark.parametrize(("source", "expected"), STANDING, ids=lambda value: value[:30])
@rows("lang", ["zh", "en"])
def test_standing(source, expected, lang):
    number = 1 if lang == "zh" else 2
    assert html(source, lang) == re.sub(r"\{(.*?)\|(.*?)\}", rf"\{number}", expected)


def test_test_release_badges_verified_values_too():
    assert "hc-badge" not in html('contact("support-phone")')
    assert "hc-badge" in html('contact("support-phone")', badge_all=True)


def test_verified_on_is_the_oldest_date():
    records = sample_records()
    names = ("support-phone", "expired-email", "old-email")
    contacts = {name: records.contacts[name] for name in names}
    some = Renderer(dataclasses.replace(records, contacts=contacts), TEMPLATES, "N")
    assert joined(some.render(parse('verified_on("contacts")'), "zh", PAGE)) == "2026年8月1日"


def test_shown_holds_each_record_with_its_pages():
    some = renderer()
    for page in ("docs/a.md", "docs/b.md"):
        some.render(parse('contact("support-email")'), "zh", page)
    some.render(parse('contact("old-email")'), "en", "docs/b.md")
    some.render(parse("brand()"), "en", "docs/b.md")
    assert some.shown == {
        "contacts/support-email": {"docs/a.md", "docs/b.md"},
        "contacts/old-email": {"docs/b.md"},
    }


def test_lists_leave_retired_records_out_and_do_not_note_them():
    some = renderer()
    for source in ("channels()", 'contact_table("email")'):
        assert "press@" not in some.render(parse(source), "zh", PAGE)
    assert "contacts/old-email" not in some.shown
    expected = {"contacts/urgent-phone", "hours/urgent", "response_times/urgent"}
    assert expected <= some.shown.keys()


def test_values_are_escaped():
    assert "&lt;b&gt;不是标签&lt;/b&gt;" in html('ui("tricky")')
    assert "Save &amp; close" in html('ui("tricky")', "en")
    assert 'href="https://guide.test/a?b=1&amp;c=2"' in html('link("guide")')


def test_plain_is_bare_text():
    some = renderer()
    assert some.plain(parse('ui("tricky")'), "en", PAGE) == "Save & close"
    assert some.plain(parse('hours("phone")'), "zh", PAGE) == "周一至周五 9:00–18:00 北京时间"
    assert some.shown.keys() == {"ui/tricky", "hours/phone"}
    with pytest.raises(Refused):
        some.plain(parse('contact("support-email")'), "zh", PAGE)


def test_plain_never_shows_a_retired_value():
    some = renderer()
    assert some.plain(parse('ui("gone")'), "zh", PAGE) == "已停用"
    assert some.shown == {"ui/gone": {PAGE}}


def test_fill_puts_plain_values_into_front_matter():
    some = renderer()
    assert some.fill("联系 {{ brand() }} & {{ ui('sign_in') }}", "zh", PAGE) == "联系 OKPay & 登录"
    assert some.fill("no braces", "zh", PAGE) == "no braces"
    for bad in ("{{ contact('support-email') }}", "{{ x", "{% x %}", "{{ nope() }}"):
        with pytest.raises(Refused):
            some.fill(bad, "zh", PAGE)


def test_brand_is_named_by_its_record_only():
    records = sample_records()
    brand = records.brand.model_copy(update={"name": "Nova & Co"})
    some = Renderer(dataclasses.replace(records, brand=brand), TEMPLATES, "N")
    assert some.render(parse("brand()"), "zh", PAGE) == "Nova &amp; Co"


def test_unknown_word_of_a_template_is_an_error(tmp_path):
    (tmp_path / "text.html").write_text("{{ nowhere }}", "utf-8")
    with pytest.raises(UndefinedError):
        Renderer(sample_records(), tmp_path, "N").render(Call("brand"), "zh", PAGE)


def calls(records):
    """Every function with every value that each of its arguments may take."""
    for name, function in FUNCTIONS.items():
        choices = {key: list(map(str, choice(records))) for key, choice in function.choices.items()}
        if name == "fee_example":
            choices["id"] = [
                key for key, fee in records.fees.items() if fee.example_amount is not None
            ]
            assert choices["id"]
        required = next(iter(choices), None)
        if name not in {"fee_table", "method_table"} and required:
            for value in choices.pop(required):
                yield Call(name, (value,))
                for key, values in choices.items():
                    yield from (Call(name, (value,), ((key, item),)) for item in values)
        else:
            yield Call(name)
            yield from (Call(name, (value,)) for values in choices.values() for value in values)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_call_renders_from_the_real_records(lang):
    records = load(ROOT, TODAY).records
    assert records is not None
    some = Renderer(records, TEMPLATES, "N")
    for call in calls(records):
        text = str(some.render(call, lang, PAGE))
        assert text, call
        for tag, attributes in Tree(text).elements:
            assert tag not in {"script", "style", "form", "iframe"}
            assert not any(name == "style" or name.startswith("on") for name in attributes)
        if lang == "en":
            assert not re.search("示例数据|暂无数据|已停用", text), call
