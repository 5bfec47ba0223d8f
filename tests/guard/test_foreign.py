"""What scripts and data of a folder hold that somebody else built, and how often it is told."""

import pytest
from tests.guard.helpers import TRUTH, brief

from helpcenter.guard.gates.built import audit_text
from helpcenter.guard.gates.foreign import once_a_page

TOLD = [
    ("app.js", 'e.innerHTML="<p>客服微信：okkf_2201</p>"', "wechat:okkf_2201"),
    ("app.js", r'a="\u5fae\u4fe1\u53f7 okkf_2202";', "wechat:okkf_2202"),
    ("app.js", "t=`<b>kf22</b><i>@</i>desk.test`", "kf22@desk.test"),
    ("app.js", "t='退款请拨打幺九洞 洞洞洞洞 二二二三'", "+8619000002223"),
    ("data.json", '{"note": "加 QQ 群 1000002204 领取"}', "qq:1000002204"),
    ("app.css", '.a::after{content:"客服 kf25 艾特 desk 点 test"}', "kf25@desk.test"),
]
SILENT = [
    ("app.js", 'const a="微信支付";b="加载失败，请重试";c="<div class=\\"a b\\"></div>"'),
    ("app.js", "t=`<p>${show(n.parts)} and so on </p>`"),
    ("app.js", 'const all="+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_ of signs ";'),
    ("app.js", "throw Error('Expected 12 items at line 10, got '+n)"),
    ("data.json", '{"v": "2026-01-17 10:00", "id": "20260117000238", "t": "退款 3 天到账"}'),
]


@pytest.mark.parametrize(("path", "text", "canonical"), TOLD)
def test_literals_of_programs_are_read(path, text, canonical):
    assert canonical in [value for _, value in brief(audit_text(path, text, TRUTH))]


@pytest.mark.parametrize(("path", "text"), SILENT)
def test_ordinary_literals_are_no_addresses(path, text):
    assert brief(audit_text(path, text, TRUTH)) == []


def test_literals_of_search_data_repeat_pages():
    text = '{"text": "客服微信：okkf_2201"}'
    assert brief(audit_text("search/search_index.json", text, TRUTH)) == []


def test_typed_addresses_of_ours_are_told_once_a_page():
    page = "".join(f'<a href="https://okpay.example/{n}">{n}</a>\n' for n in range(5))
    found = audit_text("index.html", page + "<p>desk@refund.test</p>", TRUTH)
    assert [rule for rule, _ in brief(found)].count("HC102") == 5
    told = once_a_page(found)
    assert sorted({rule for rule, _ in brief(told)}) == ["HC101", "HC102"]
    typed = [finding for finding in told if finding.rule == "HC102"]
    assert len(typed) == 1
    assert typed[0].message.en.endswith(", and 4 more on this page")


def test_marks_of_comments_and_patterns_begin_no_literal():
    code = """a.replace(/["']/g,"");/* don't */b="x";c(n=>n.id+"y");// it's\n"""
    assert brief(audit_text("app.js", code, TRUTH)) == []
    told = f"{code}t='客服微信：okkf_2203'"
    assert [value for _, value in brief(audit_text("app.js", told, TRUTH))] == ["wechat:okkf_2203"]
