"""Every disguise has a sample of each sort: one that is seen through, one that stays."""

import re
import time

import pytest
from tests.guard.helpers import judged, named
from tests.rows import rows

from helpcenter.guard.gates import letters
from helpcenter.guard.gates.carriers import refused
from helpcenter.guard.judging.scan import scan
from helpcenter.guard.readings.folds import FOLDS
from helpcenter.guard.readings.wording import WORDINGS
from helpcenter.guard.views.decodings import DECODINGS
from helpcenter.guard.views.disguises import NAMES


@rows("step", DECODINGS, ids=lambda step: step.name)
def test_decoding(step):
    before, after = step.changed
    assert step.pattern.sub(step.replace, before) == after
    assert step.pattern.sub(step.replace, step.kept) == step.kept
    assert not step.needs or any(need in before for need in step.needs)


@rows("fold", (*FOLDS, *WORDINGS), ids=lambda fold: fold.name)
def test_fold(fold):
    text, inner = fold.true
    assert inner in [fold.unfold(match) for match in fold.pattern.finditer(text)]
    assert not any(fold.unfold(match) for match in fold.pattern.finditer(fold.false))
    assert fold.may_be_in(text)


PROGRAMS = [
    ("a.js", "x = 'fake' + '@' + ['evil', 'test'].join('.')"),
    ("a.js", "const u='fake', d='evil.test'; a.href=`mailto:${u}@${d}`"),
    ("a.js", "var k=7; f(function(){{a=[97,102].length; g([{}].map(c=>String.fromCharCode(c^k)).join(''))}})".format(",".join(str(ord(c) ^ 7) for c in "fake@evil.test"))),
    ("a.js", "s='fake'; s += '@'; s += 'evil.test'"),
    ("a.js", "const p=['evil.test','fake','@']; x=p[1]+p[2]+p[0]"),
    ("a.js", "eval(\"'fake@'+'evil.test'\")"),
    ("a.py", "x = 'tset.live@ekaf'[::-1]"),
    ("a.py", "x = '%s@%s' % ('fake', 'evil.test')"),
    ("a.py", "n = 'fake'\nx = f'{n}@evil.test'"),
    ("a.html", "{% set a = 'fake' %}{{ a }}@{{ ['evil', 'test'] | join('.') }}"),
    ("a.html", "{{ 'fake#evil.test' | replace('#', '@') }}"),
]  # fmt: skip


@rows(("path", "text"), PROGRAMS)
def test_programs_are_worked_out(path, text):
    assert "fake@evil.test" in named(text, path)


DRAWN = [
    '<p style="display:flex;flex-direction:row-reverse"><b>evil.test</b><b>@</b><b>fake</b></p>',
    '<style>.a{order:2}</style><p style="display:flex"><i class="a">@evil.test</i><i>fake</i></p>',
    '<style>.q{display:none}</style>fake@<span class="q">no.</span>evil.test',
    '<style>.a::before{content:"fake@"}</style><p class="a">evil.test</p>',
    '<style>.a::after{content:attr(data-a)"@"attr(data-b)}</style><p class="a" data-a="fake" data-b="evil.test"></p>',
    '<style>.r{direction:rtl;unicode-bidi:bidi-override}</style><b class="r">tset.live@ekaf</b>',
    '<svg><text x="50">@evil.test</text><text x="0">fake</text></svg>',
    '<svg><g transform="translate(90 0)"><text>@evil.test</text></g><text>fake</text></svg>',
    '<input value="fake"><input value="@evil.test">',
]


@pytest.mark.parametrize("text", DRAWN)
def test_styles_are_drawn(text):
    assert "fake@evil.test" in named(text)


LETTERS = [
    (letters.styled, letters.TRUE_STYLED, letters.FALSE_STYLED),
    (letters.invisible, letters.TRUE_INVISIBLE, letters.FALSE_INVISIBLE),
    (letters.mixed, letters.TRUE_MIXED, letters.FALSE_MIXED),
]


@pytest.mark.parametrize(("find", "true", "false"), LETTERS)
def test_letters(find, true, false):
    assert all(list(find(text)) for text in true)
    assert not any(list(find(text)) for text in false)


@rows(
    ("text", "rule"),
    [
        ("<script>1</script>", "HC111"),
        ('<b onclick="x">y</b>', "HC111"),
        ('<b style="color:red">y</b>', "HC111"),
        ("## Title { title=x }", "HC112"),
        ("## Title { .hidden }", "HC112"),
        ("## Title {: #id .md-button .x }", "HC112"),
        ("[a](b.md){.md-button.hc-contact}", "HC112"),
        ("[a](b.md){ .md-button hidden }", "HC112"),
        ("[a](b.md){ hidden }", "HC112"),
        ("[a](b.md){: hidden .hc-contact }", "HC112"),
        ("[a](b.md){.甲}", "HC112"),
        ('[a](b.md){ .hc-contact data="{" }', "HC112"),
        ("[a](b.md){ .hc-contact }}", "HC112"),
        ("[a](b.md){{ .hc-contact }", "HC112"),
        (f"[a](b.md){{ .md-button{' ' * 500}.hc-contact }}", "HC112"),
        ("![x](data:image/png;base64,AA)", "HC113"),
        ("[x](javascript:1)", "HC113"),
        ("<!-- note -->", "HC114"),
        ("a ｂｃｄｅｆｇ", "HC121"),
        ("a\u200bb", "HC122"),
        ("p\u0430y", "HC123"),
        ("a&#64;b", "HC124"),
        ("[x](/a%62c)", "HC125"),
    ],
)
def test_refused_carriers(text, rule):
    assert [finding.rule for finding in refused("docs/a.md", text)] == [rule]


def test_styled_letters_are_told_as_they_are_mended():
    assert [finding.canonical for finding in refused("docs/a.md", "面积 𝟏𝟎𝐦²")] == ["10m²"]


@pytest.mark.parametrize(
    "text",
    [
        "## 标题 {#id .md-button}\n\n<details><summary>a</summary></details> <kbd>x</kbd>",
        "`<script>` 与 `&#64;`",
        "填写 {姓名} 与 {name of the bank}，或 {.5, 1}",
        "[x](b.md){: .md-button .md-button--primary #go }",
        "[x](b.md){ .md-button } [y](mailto:a@b.test?subject=%E9%80%80) &nbsp;&copy;",
        '{{ contact("support-email", part="x") }}',
        "<!-- more -->",
    ],
)
def test_ordinary_markdown_is_not_refused(text):
    assert list(refused("docs/a.md", text)) == []


@rows(
    ("text", "canonical"),
    [
        ("写信到 refund#evil.test（把 # 换成 @）", "refund@evil.test"),
        ("邮箱 refundNOSPAM@evil.test，去掉“NOSPAM”", "refund@evil.test"),
        ("前三位 400，中间三位 000，最后四位 0199，共十位", "+864000000199"),
        ("<style>a:after{content:'fake@'}b:after{content:'evil.test'}</style>", "fake@evil.test"),
        ('<p><b style="order:2">evil.test</b><b style="order:1">fake@</b></p>', "fake@evil.test"),
        ("<script>var a='fake',b='evil.test';x=a+'@'+b</script>", "fake@evil.test"),
        ('热线 400-0<i style="display:none">99</i>00-0199', "+864000000199"),
        ("ZmFrZUBldmlsLnRlc3Q=", "fake@evil.test"),
        ("热线 500-000-0199，第一位改成 4", "+864000000199"),
        ("密码表：甲=0 乙=1 丙=4 己=9。客服：丙甲甲-甲甲甲-甲乙己己", "+864000000199"),
        (
            '=== "400"\n\n    先按\n\n=== "000"\n\n    再按\n\n=== "0199"\n\n    最后',
            "+864000000199",
        ),
        ("4. 请\n0. 拨\n0. 打\n0. 这\n0. 个\n0. 号\n0. 码\n1. 处\n9. 理\n9. 吧\n", "+864000000199"),
        ("1. 400-000-0199", "+864000000199"),
        ("fake&commat;evil<b>.</b>test", "fake@evil.test"),
        ("f\na\nk\ne\n@\ne\nv\ni\nl\n.\nt\ne\ns\nt\n", "fake@evil.test"),
    ],
)
def test_what_a_reader_or_a_program_makes_of_it(text, canonical):
    assert canonical in named(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("supp0rt@okpay.example", "imitates support@okpay.example: supp[0]rt@okpay.example"),
        ("suport@okpay.example", "imitates support@okpay.example: su[-p]port@okpay.example"),
        (
            "https://okpay.example.evil.test/",
            "imitates okpay.example: https://okpay.example[.evil.test]/",
        ),
        ("https://0kpay.example/a", "imitates okpay.example: https://[0]kpay.example/a"),
        ("https://x.com/okpay_dem0", "imitates x:@okpay_demo: x:@okpay_dem[0]"),
        ("微博 @OKPay官方客服", "imitates okpay.example: [weibo:@]OKPay[官方客服]"),
        (
            "okp\u0430y.example",
            "imitates okpay.example: okp[\u0430]y.example (look-alike letters: okp\u0430y.example → "
            "okpay.example; \u0430 U+0430 CYRILLIC SMALL LETTER A)",
        ),
        (
            "support@okp\u0430y.example",
            "imitates support@okpay.example: support@okp[\u0430]y.example (\u0430 U+0430 CYRILLIC SMALL LETTER A)",
        ),
    ],
)
def test_look_alikes_name_what_they_imitate_and_what_differs(text, message):
    (finding,) = judged(text)
    assert (finding.rule, finding.message.en) == ("HC103", message)


def test_disguises_are_named_in_both_languages():
    names = [item.name for item in (*DECODINGS, *FOLDS, *WORDINGS)]
    assert set(names) <= set(NAMES)
    assert not any(re.search("[\u4e00-\u9fff]", text.en) for text in NAMES.values())
    (finding,) = judged("写信到 fake%40evil.test")
    assert finding.message.zh == (
        "未登记的地址 fake@evil.test（百分号编码：fake%40evil.test → fake@evil.test）"
    )


HOSTILE = [
    "<!--",
    "00 ",
    "把 # 换成 @ ",
    "4 ",
    "one ",
    "{{",
    "<svg ",
    "\u202ea",
    "' + '",
    "\n- 1",
    "加V",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_repeats_take_linear_time(piece):
    text = piece * (50_000 // len(piece))
    start = time.process_time()
    scan(text, path="docs/a.md")
    list(refused("docs/a.md", text))
    assert time.process_time() - start < 10
