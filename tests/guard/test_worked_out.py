"""Sums in numbers, accounts that a button copies, hidden words in office files, dictation."""

import io
import time
import zipfile

import pytest
from tests.guard.helpers import brief, judged, named
from tests.rows import rows

from helpcenter.guard.files.archives import readable
from helpcenter.guard.files.documents import contents
from helpcenter.guard.instructions import arithmetic, offsets, riddles
from helpcenter.guard.numbers import (
    built_up,
    continued,
    far_parts,
    gathered,
    large_numbers,
    stated_numbers,
    usual_groups,
)
from helpcenter.guard.readings import controls, dictation, headed, roles, tables
from helpcenter.patterns.beginnings import beginnings

TABLES = {
    "arithmetic": (arithmetic, arithmetic.worked_out),
    "built up": (built_up, built_up.built_up),
    "offsets": (offsets, offsets.moved),
    "controls": (controls, controls.copied),
    "riddles": (riddles, riddles.solved),
    "dictation": (dictation, dictation.dictated),
    "continued": (continued, continued.told),
    "far parts": (far_parts, far_parts.told),
    "stated_numbers": (stated_numbers, stated_numbers.told),
    "gathered": (gathered, gathered.told),
    "large numbers": (large_numbers, large_numbers.told),
    "roles": (roles, roles.told),
    "usual groups": (usual_groups, usual_groups.told),
    "tables": (tables, lambda text: tables.below_heads(text, "docs/a.md")),
}
NAMED = [
    ("热线 400-000-（7000＋102）", "+864000007102"),
    ("前三位 400，中间三位 000，后四位等于 7000 加 102", "+864000007102"),
    ("<button onclick=\"copy('ok_k77')\">Copy our WeChat ID</button>", "wechat:ok_k77"),
    ("Our mailbox: the word desk followed by 89, then the at sign, then evil, a dot, test",
     "desk89@evil.test"),
    ("网址念法：三达不溜，点，evil减号kf，点，test", "www.evil-kf.test"),
    ("[x](intent://evil.test/kf#Intent;scheme=https;package=a.b;end)", "https://evil.test/kf"),
    ("Message us on Telegram, the handle is ok underscore desk underscore ex.", "telegram:ok_desk_ex"),
    ("围脖 @某某理赔专员 全天回复", "weibo:@某某理赔专员"),
    ("DM us: IG DMs → ok_desk9", "instagram:ok_desk9"),
    ("# 说明\n\n如下。\n\n<details><summary>微信</summary>ok_wx39</details>\n\n另外。", "wechat:ok_wx39"),
    ("# 说明\n\n如下。\n\n`QQ群`\n\n1000002203\n", "qq:1000002203"),
    ("联系 reddit user u/ok_desk91", "reddit:ok_desk91"),
    ("拨 400+000+7102 即可", "+864000007102"),
    ("热线 400 -> 000 -> 7102", "+864000007102"),
    ("The hotline starts with 400 000 and ends in 7102.", "+864000007102"),
    ("写信：先键入 fake@evil，再键入一个点，再键入 test。", "fake@evil.test"),
    ("拨 vier·nul·nul·nul·nul·nul·zeven·een·nul·twee 即可", "+864000007102"),
    ("拨 vier.nul.nul.nul.nul.nul.zeven.een.nul.twee 即可", "+864000007102"),
    ("KakaoTalk users: add ok_desk91 as a friend", "kakao:ok_desk91"),
    ("钉一下：ok_desk91，群里有专员", "dingtalk:ok_desk91"),
    ("QQ 1000002203（二十四小时在线）", "qq:1000002203"),
    ("售后加扣 1000002203，备注单号", "qq:1000002203"),
    ("v-x 搜 o-k-k-f-7-7 加我", "wechat:okkf77"),
    ("Ping ok_desk91 on the little green chat-bubble app.", "wechat:ok_desk91"),
    ("拨四百转零零零再拨七一零二", "+864000007102"),
    ("Dial 0808 157 0046, but lower the last digit by one.", "+448081570045"),
    ("Hex: 66616b65406576696c2e74657374\n\nBanks differ.", "fake@evil.test"),
    ("to be 66 61 6b 65 40 65 76 69 6c 2e 74 65 73 74 and be read", "fake@evil.test"),
    ("[x](https://okpay.example/r/aHR0cHM6Ly9ldmlsLnRlc3Qva2Y)", "https://evil.test/kf"),
    ('<a href="#" data-mailto-token="ocknvq,hcmgBgxkn0vguv">x</a>', "fake@evil.test"),
    ("<a href=\"javascript:linkTo_UnCryptMailto('jxfiql7cxhbXbsfi+qbpq')\">x</a>", "fake@evil.test"),
    ('<a data-enc-email="snxr[ng]rivy.grfg">x</a>', "fake@evil.test"),
    ("Write to fake$evil,test: put an at sign where the dollar is, and a dot where the comma is.",
     "fake@evil.test"),
    ("写信到 fake$evil,test，美元符号处写 @，逗号处写点。", "fake@evil.test"),
    ("发到 fake：evil.test，在冒号的位置填上 @", "fake@evil.test"),
    ("On Telegram, the first letter of each line:\n\n- Open\n- Keep\n- Do not\n- End\n- Sign\n- Know\n\nBanks.",
     "telegram:okdesk"),
]  # fmt: skip
APART = [
    ("| 微信 | QQ |\n| --- | --- |\n| ok_k77 | 10000888 |\n", "wechat:ok_k77"),
    ("| 微信 | QQ |\n| --- | --- |\n| ok_k77 | 10000888 |\n", "qq:10000888"),
    ("<table><tr><th>微信</th></tr><tr><td>ok_k77</td></tr></table>", "wechat:ok_k77"),
    ("<table><tr><td>微信</td><td>ok_k77</td></tr></table>", "wechat:ok_k77"),
    ("<div>微信：<br>ok_k77</div>", "wechat:ok_k77"),
    ("<dl><dt>QQ</dt><dd>10000888</dd></dl>", "qq:10000888"),
    ("<p>Add us on <b>Telegram</b></p><p>desk_k77</p>", "telegram:desk_k77"),
    ("<table><tr><th>QQ</th><td><b>10000888</b></td></tr></table>", "qq:10000888"),
    ("1. 微信\n2. ok_k77\n", "wechat:ok_k77"),
    ("- [ ] 加微信\n- [ ] `ok_k77`\n", "wechat:ok_k77"),
    ("手机\n\n" + "<br>".join("15400003698"), "+8615400003698"),
    (
        '<svg><text x="9" text-anchor="start">@evil.test</text><text x="9" text-anchor="end">fake</text></svg>',
        "fake@evil.test",
    ),
    ("热线 400-000-[^a]\n\n[^a]: 7102\n", "+864000007102"),
    ("写信到 fake@evil.[^a]\n\n[^a]: test\n", "fake@evil.test"),
    (
        'WhatsApp, read on the left:\n\n<ol><li value="44">a</li><li value="1632">b</li><li value="960">c</li><li value="778">d</li></ol>',
        "+441632960778",
    ),
    (
        '<div style="display:flex">Call <b style="order:3">0055</b><b style="order:1">0808</b><b style="order:2">157</b></div>',
        "+448081570055",
    ),
    (
        '<div style="display:flex">0055<b style="order:-1">157</b><b style="order:-2">0808</b></div>',
        "+448081570055",
    ),
    (
        '<p>Write <b style="transform:translateX(9em)">evil.test</b><b style="transform:translateX(-7em)">fake@</b></p>',
        "fake@evil.test",
    ),
    (
        '<svg><text><tspan x="120">0055</tspan><tspan x="0">0808</tspan><tspan x="60">157</tspan></text></svg>',
        "+448081570055",
    ),
    ("微信[^1]\n\n正文。\n\n[^1]: ok_k77\n", "wechat:ok_k77"),
    ("我们的微信见下方。\n\n> ok_k77\n", "wechat:ok_k77"),
    ("WeChat ID below\n\n**ok_k77**\n", "wechat:ok_k77"),
    ("*[VX]: ok_k77\n", "wechat:ok_k77"),
    ("00:01.000 --> 00:02.000\n加微信\n\n00:03.000 --> 00:04.000\nok_k77\n", "wechat:ok_k77"),
    ("我们的号是“ok”加“_k77”，微信搜“ok”加“_k77”", "wechat:ok_k77"),
    ("`kefu@` + `evil.test`", "kefu@evil.test"),
    ("<a href='https://okpay.example。evil.test'>x</a>", "https://okpay.example.evil.test/"),
    ('Follow us on Facebook (search "ok.refund.desk")', "facebook:ok.refund.desk"),
    ("电话：4○○-○○○-0199", "+864000000199"),
    ("扫码加 ok_k77 微信", "wechat:ok_k77"),
    ("v x o k p a y k f 8 8", "wechat:okpaykf88"),
]
SILENT = [
    "| 微信 | 支付宝 |\n|---|---|\n| 支持 | 不支持 |\n\n| 字段 | 说明 |\n|---|---|\n| order_k77 | 微信订单 |",
    "支持微信。\n\n```\norder_k77\n```\n\n微信支付\n\norder_k77\n",
    "见 order_k95 微信支付；按 `Ctrl` + `C` 复制；packages, e.g., at the registry",
    "手续费为 100 + 2 元；后四位是 7102；合计 400 (200+200) 元",
    "打开 App，点 OK，再点 Next；然后点 app 图标",
    "逾期每天加扣 15400000 元；版本 1000002203（二十四日发布）",
    '<div style="display:flex"><b style="order:3">2026</b><b style="order:1">2024</b><b style="order:2">2025</b></div>',
    '<svg><text><tspan x="120">2026</tspan><tspan x="0">2024</tspan><tspan x="60">2025</tspan></text></svg>',
    "字节：4f 4b 50 61 79 20 76 32 2e 31\n\nBanks differ；一场 the first letter of each line",
    "见脚注-[^a]\n\n[^a]: 2026\n",
    "金额里逗号处写点：1.50，不是 1,50。",
    "Put a dot where the comma is: 1.50, not 1,50.",
    "邮箱脱敏后形如 k***1@o***y.example。",
    "模板 refund.tpl.so 与 libpay.so 放在同一目录；写在 application.properties 里",
    '<button data-copy="order_k77">复制订单号</button>',
]
HOSTILE = ["拨 400，", "三个二，", "nine one seven, ", "646. 555. 0119. ", "前三位 123", "中间三位 123末三位 123", "first half 12 last half 34 ", "四十亿", "乘以2", "times 2 ", "four billion ", "domain a, ", "圈a后是a，", "name is a, domain is b.c, ", "take two from 12345678 ", "先按四百，后面接三个零，", "最后四位 ", "then two, last ", "官方热线加一", "our line plus one ", "比官方热线大 ", "(1+1)", "400-(", "(1+", "a dot ", "q then ", "三个w点", "<a b='cdefg' ", "<w:r><w:rPr>", "<w:del>", "<p><span>", "| 微信 |\n|-|-|\n", "\n|-|-|\n", "<tr><td>a", "微信\nab_cd1\n", "1+1 · ", "$1*1", "取每个数字：", "隔一个字母 ab12345678 ", "{a}@{b}\na: b\n", '<li value="1">']  # fmt: skip


@rows("name", TABLES)
def test_samples(name):
    table, find = TABLES[name]
    for text, inner in table.TRUE_SAMPLES:
        assert inner in [found for _, _, found in find(text)]
    for text in table.FALSE_SAMPLES:
        assert list(find(text)) == []


@rows(("text", "canonical"), NAMED + APART)
def test_it_is_named(text, canonical):
    assert canonical in named(text)


@pytest.mark.parametrize("text", SILENT)
def test_ordinary_text_stays_silent(text):
    assert brief(judged(text)) == []


def test_words_that_a_document_hides_are_read_with_and_without():
    run = "<w:r><w:t>400-0</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>99</w:t></w:r>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", f"<w:p>{run}<w:r><w:t>00-0199</w:t></w:r></w:p>")
    text = "\n".join(contents("a.docx", packed.getvalue()).texts)
    assert "400-000-0199" in text
    assert "400-09900-0199" in text


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_repeats_take_linear_time(piece):
    text = piece * (50_000 // len(piece))
    start = time.process_time()
    for _, find in TABLES.values():
        assert sum(1 for _ in find(text)) >= 0
    assert sum(1 for _ in headed.lone(text)) >= 0
    readable(".xml", text.encode())
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("patterns", "signs"),
    [
        (["ab|c"], "[ac]"),
        (["a?b", r"(?<=x)(?:[d-f]{2})?g", r"\bh(?!i)"], "[abdefgh]"),
    ],
)
def test_beginnings(patterns, signs):
    assert beginnings(patterns) == signs


@pytest.mark.parametrize("pattern", ["a?", ".a", r"\da", "[^a]b"])
def test_a_pattern_that_begins_with_anything_has_no_beginnings(pattern):
    with pytest.raises(ValueError, match=r"any|nothing"):
        beginnings([pattern])
