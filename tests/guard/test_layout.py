"""What structure shows: labels in a row, what stands in for an element, styles, drawn points."""

import time

import pytest
import zxingcpp
from PIL import Image
from tests.guard.helpers import TRUTH, brief, judged, named
from tests.rows import rows

from helpcenter.guard.files import paintings, pixels
from helpcenter.guard.gates.assets import check_lock
from helpcenter.guard.instructions import label_kinds, masks, strips, tallies
from helpcenter.guard.markup.rendering import drawn
from helpcenter.guard.markup.selector_syntax import selectors
from helpcenter.guard.programs import fences
from helpcenter.guard.readings import diagrams, forms, marked, standins

TABLES = {
    "diagrams": (diagrams, diagrams.ordered),
    "fences": (fences, fences.shown),
    "forms": (forms, lambda text: forms.filled(text, "a.md")),
    "marked": (marked, marked.standing_out),
    "masks": (masks, masks.filled),
    "standins": (standins, standins.read),
    "tallies": (tallies, tallies.counted),
}
PHONE, MAIL = "+864000002981", "fake@evil.test"
DIGITS = "4000002981"
DOTS = {"0": "111101101101111", "1": "010110010010111", "2": "111001111100111", "4": "101101111001001",
        "8": "111101111101111", "9": "111101111001111"}  # fmt: skip


def each(piece, signs=DIGITS):
    return "".join(piece.replace("§", sign) for sign in signs)


def points(text):
    """Places of the points that draw a text, four columns a sign."""
    return [
        (4 * at + dot % 3, dot // 3)
        for at, sign in enumerate(text)
        for dot, dark in enumerate(DOTS[sign])
        if dark == "1"
    ]


LABELS = [
    each("## §. 甲\n\n乙。\n\n"),
    each("### §、甲\n\n乙。\n\n", "四零零零零零二九八一"),
    each("§. 甲\n\n    乙。\n\n"),
    each("第§步：甲。\n\n", "四零零零零零二九八一"),
    each("（§）甲。\n\n"),
    each("§ 甲。\n\n", "④⓪⓪⓪⓪⓪②⑨⑧①"),
    each('??? note "§"\n    甲\n\n'),
    each('=== "§"\n\n    甲\n\n'),
    each("甲[^§]乙"),
    "| 选 | 段 |\n|---|---|\n| ✓ | 400 |\n|  | 12 |\n| ✓ | 000 |\n|  | 9 |\n| ✓ | 2981 |\n",
    each('<meter value="§" max="9">甲</meter>'),
    each('<ol start="§"><li>甲</li></ol>'),
    each("![](../images/§.png)"),
    each('<i class="n n-§"></i>'),
    each("甲**§**乙"),
    each("甲 <kbd>§</kbd> 乙"),
    each("- §甲\n", "四零零零零零二九八一"),
    each(":material-numeric-§-circle:"),
    each("- [x] §\n- [ ] 7\n"),
    each("- ✅ §\n- ❌ 7\n"),
    each("## 甲乙（§）\n\n丙。\n\n"),
    each("++num§++ "),
    "## 400 · 甲\n\n乙。\n\n## 000 · 丙\n\n丁。\n\n## 2981 · 戊\n\n热线就是各节的编号。\n",
    "$" + each(r"\boxed{§}") + "$",
    each("[=§%]\n"),
    each("<details>\n<summary>§．甲</summary>\n乙\n</details>\n"),
    each('``` text linenums="§"\n甲\n```\n\n'),
    each('"甲" : §\n'),
    each("[甲](#§)、"),
    each("- 见第 § 页\n"),
    each("<div><div>§</div></div>"),
    "先从左到右，再从右到左：\n\n| 4 | 0 | 0 | 0 | 0 |\n| 1 | 8 | 9 | 2 | 0 |\n",
    "| 甲 | 乙 |\n|---|---|\n" + each("| 丙 | § 次 |\n"),
    "沿对角线读：\n\n|a|b|c|d|e|f|g|h|i|j|\n|-|-|-|-|-|-|-|-|-|-|\n"
    + "".join("|" + "x|" * n + f"{d}|" + "x|" * (9 - n) + "\n" for n, d in enumerate(DIGITS)),
    "\n".join("★" * int(d) + "☆" * (9 - int(d)) for d in DIGITS),
]
STYLES = [
    '<style>@property --n{syntax:"<integer>";inherits:false;initial-value:2981}.k{counter-reset:n var(--n)}.k::after{content:"400-000-" counter(n)}</style><p class="k">热线</p>', '<style>@counter-style k{system:cyclic;prefix:"400-0";symbols:"00-";suffix:"2981"}li{list-style:k}</style><ul><li></ul>',
    '<style>@counter-style k{system:cyclic;symbols:"4" "0" "0" "0" "0" "0" "2" "9" "8" "1"}</style>',
    '<style>.a{list-style-type:"400-"}.b{list-style:"000-2981"}</style><ul><li class="a"><li class="b"><li></ul>',
    '<style>.k{counter-reset:a 380}.k i{counter-increment:a 10}.k::after{content:counter(a) "-000-2981"}</style><p class="k"><i></i><i></i></p>',
    '<style>.c{counter-reset:a var(--n)}.c::after{content:"400-000-" counter(a)}</style><p class="c" style="--n:2981">甲</p>',
    '<style>.f p{font-size:0}.f p::first-letter{font-size:9px}</style><div class="f">' + each("<p>§月</p>") + "</div>",
    '<style>.h li:nth-child(even){display:none}.h li{display:inline}</style><ul class="h">' + each("<li>§</li><li>7</li>") + "</ul>",
    '<style>.e i:empty::before{content:"0"}.e i:has(b)::before{content:"4"}</style><p class="e"><i><b></b></i><i></i><i></i><i></i><i></i><i></i>2981</p>',
    '<style>.z{font-size:0}.z b{font-size:1rem}</style><p class="z">x<b>40</b>7<b>0-000</b>8<b>-2981</b></p>',
    '<style>.w b{overflow:hidden}</style><p class="w"><b style="width:3ch">400777</b><b style="width:4ch">-00012</b><b style="width:5ch">-298188</b></p>',
    '<div style="writing-mode:vertical-rl"><p>-2981</p><p>-000</p><p>400</p></div>',
    '<table><tfoot><tr><td>2981</td></tr></tfoot><thead><tr><td>400-</td></tr></thead><tbody><tr><td>000-</td></tr></tbody></table>',
    '<section><template shadowrootmode="open"><slot name="c">9</slot><i><slot name="b"></slot></i><slot></slot></template>81<span slot="b">000-29</span><span slot="c">400-</span></section>',
    '<style>@counter-style p{system:numeric;symbols:"0" "1" "2" "3" "4" "5" "6" "7" "8" "9";pad:4 "0"}.p{counter-reset:n 2981 m 0}.p::after{content:"400-0" counter(m) "0-" counter(n,p)}</style><p class="p">甲</p>',
    '<svg><text x="0">40<tspan display="none">7</tspan>0-000-2981</text></svg>',
    '<svg><text x="90" dx="0 -20 -20 -20 -20 -20 -20 -20 -20 -20">1892000004</text></svg>',
    "<style>.s{box-shadow:" + ",".join(f"{x * 4}px {y * 4}px #000" for x, y in points(DIGITS)) + "}</style>",
    "<svg>" + "".join(f'<rect x="{x}" y="{y}" width="1" height="1"/>' for x, y in points(DIGITS)) + "</svg>",
    "\n".join("".join("█" if (x, y) in points(DIGITS) else "░" for x in range(40)) for y in range(5)) + "\n",
]  # fmt: skip
MAILS = [
    '<div><template shadowrootmode="open"><slot name="u"></slot>@<slot name="h"></slot></template><b slot="h">evil.test</b><b slot="u">fake</b></div>',
    '<style>.q{quotes:"fake" "evil.test"}.q::before{content:open-quote}.q::after{content:close-quote}</style><q class="q">@</q>',
    '<style>.f{display:flex}.f :nth-child(1){order:3}.f :nth-child(2){order:1}.f :nth-child(3){order:2}</style><p class="f"><b>evil.test</b><b>fake</b><b>@</b></p>',
    '<style>.g{display:grid;grid-template-areas:"a b"}.x{grid-area:a}.y{grid-area:b}</style><p class="g"><b class="y">@evil.test</b><b class="x">fake</b></p>',
    '<style>.p i{left:calc(var(--i)*1em)}</style><p class="p"><i style="--i:2">@evil.test</i><i style="--i:1">fake</i></p>',
    '<p><b style="float:right">@evil.test</b><b style="float:left">fake</b></p>',
    '<style>.a{order:2!important}</style><p style="display:flex"><b class="a" style="order:0">@evil.test</b><b style="order:1">fake</b></p>',
    '<div style="display:grid"><b style="grid-area:1/3">evil.test</b><b style="grid-area:1/1">fake</b><b style="grid-area:1/2">@</b></div>',
    '<div><template shadowrootmode="open"><style>::slotted(b)::after{content:"@"}</style><slot name="u"></slot><slot></slot></template>evil.test<b slot="u">fake</b></div>',
    "<div><template shadowrootmode=open><p><template shadowrootmode=open>fake<slot></slot></template>@<slot></slot></p></template>evil.test</div>",
    '<svg><defs><g id="a"><text>fake</text></g><g id="w"><use href="#a"/><text x="30">@evil.test</text></g></defs><use href="#w"/></svg>',
    "fake\n\n@\n\nevil.test\n",
    "| 甲 | 乙 |\n|---|---|\n| 丙 | fake |\n| 丁 | @ |\n| 戊 | evil.test |\n",
    "甲[^n]乙[^s]丙[^d]\n\n[^d]: `evil.test`\n[^n]: fake\n[^s]: `@`\n",
    '<svg><a><animate attributeName="href" values="#;mailto:fake@evil.test"/></a></svg>',
    "<ul><li>fake<li>@<li>evil.test</ul>",
    '<p>fake<i style="opacity:.01">x</i>@evil<i style="color:#fff">q</i>.test</p>',
    '<table dir="rtl"><tr><td>evil.test</td><td>@</td><td>fake</td></tr></table>',
    "<details>@evil.test<summary>邮箱 fake</summary></details>",
    '<style>.h{hyphenate-character:"@"}</style><p class="h">fake&shy;evil.test</p>',
    '=== "fake"\n\n    甲\n\n=== "@evil.test"\n\n    乙\n',
    "邮箱：[^a][^b]\n\n[^a]: fake\n[^b]: @evil.test\n",
]  # fmt: skip
SILENT = [
    each("## §. 甲\n\n乙。\n\n", "123456789"),
    each("## §. 甲\n\n1. 乙\n2. 丙\n3. 丁\n\n", "123456789") + "客服电话见页脚。",
    "联系客服前请按编号做完：\n\n" + each("§. 甲\n", "123456789"),
    "客服热线见页脚。甲[^1]乙[^2]丙[^1]丁[^3]戊[^2]己[^4]庚[^5]",
    "人工客服按下面的规则处理：\n\n" + each("- §个工作日\n", "一三五一二零一六"),
    "拨号盘：" + each("<kbd>§</kbd> ", "123456789"),
    '=== "Node.js"\n\n    甲\n\n=== "Python"\n\n    乙\n\n=== "Java"\n\n    丙\n',
    "★★★★★ ★★★★☆ ★★★★☆ ★★★☆☆ ★★★★★ ★★☆☆☆ ★★★★☆ ★★★★★",
    "<svg>"
    + "".join(
        f'<rect x="{x}" y="{y}" width="3" height="3"/>'
        for x in range(0, 80, 10)
        for y in range(0, 50, 5)
    )
    + "</svg>",
    each("- 第 § 步\n", "123456789"),
    "客服电话见页脚。\n\n重试次数：3\n超时：9\n并发：2\n页数：5\n级别：1\n天数：7\n人数：4\n笔数：6\n",
    '<svg><path d="M400 0h0 0v7358"/><animate values="0 50 50;180 50 50"/></svg>',
    "".join(f"## {code} error\n\nAsk support.\n\n" for code in (400, 401, 403, 404, 429, 500)),
    "".join(f"## {year} 年更新\n\n客服电话见页脚。\n\n" for year in (2026, 2024, 2021)),
    "- 限额 4 万\n- 限额 0 万\n- 限额 8 万\n- 限额 2 万\n- 限额 5 万\n- 限额 3 万\n- 限额 1 万\n\n客服按此办理。",
    '<svg><defs><circle id="p" r="4"/></defs><use href="#p" x="4" y="2"/><text y="5">1 提交</text></svg>',
    "<style>@counter-style c{symbols:'①' '②' '③' '④' '⑤' '⑥' '⑦'}</style>",
    "<style>.c{box-shadow:0 1px 2px rgba(0,0,0,.2),0 4px 8px rgba(0,0,0,.1)}</style>",
    "```mermaid\ngraph LR\n  a[400] --> b{通过}\n  b --> c[结束]\n```",
]
CHOSEN = [
    ("li:nth-child(2n+1)", "<ul><li>a</li><li>b</li><li>c</li></ul>", "ac"),
    ("li:last-child", "<ul><li>a</li><li>b</li></ul>", "b"),
    ("li:not(.x)", "<ul><li class=x>a</li><li>b</li></ul>", "b"),
    ("ul > li + li", "<ul><li>a</li><li>b</li><li>c</li></ul>", "bc"),
    ("[title^=k] b, .y", "<p title=kx><b>a</b></p><p><b>b</b><b class=y>c</b></p>", "ac"),
    ("p:is(.x, #i)", "<p class=x>a</p><p id=i>b</p><p>c</p>", "ab"),
]
HOSTILE = ["## 4. a\n", "[^1]", "**4** ", "![a](b.png)", "★ ", "<rect x=1 y=2>", "█" * 30 + "\n", "<li value=4>", "a-->b\n", "```dot\n", "box-shadow:1px 1px,", "*[a]: b\n", ":a(:a(", "<ol><li>", "<p title='a'>"]  # fmt: skip


@rows("kind", label_kinds.KINDS, ids=lambda kind: kind.name)
def test_kinds_of_labels(kind):
    text, said = kind.true
    assert said in [found for _, _, found in strips.labels(text)]
    assert any(need in text for need in kind.needs)


def test_groups_of_a_number_behind_the_label_of_their_messenger():
    said = [
        found
        for _, _, found in strips.labels(
            '=== "QQ"\n\n    甲\n\n=== "7381"\n\n    甲\n\n=== "55012"\n'
        )
    ]
    assert "QQ：738155012" in said
    cells = "<td>QQ</td><td>7381</td><td>55012</td>"
    assert "QQ：738155012" not in [found for _, _, found in strips.labels(cells)]


def test_labels_that_count_say_nothing():
    for text in strips.FALSE_SAMPLES:
        assert not any("：" in found for _, _, found in strips.labels(text))


@pytest.mark.parametrize("name", TABLES)
def test_samples(name):
    table, find = TABLES[name]
    for text, inner in table.TRUE_SAMPLES:
        assert inner in [found for _, _, found in find(text)]
    for text in getattr(table, "FALSE_SAMPLES", ()):
        assert not [hit for _, _, found in find(text) for hit in brief(judged(found))]


@rows("text", [*LABELS, *STYLES])
def test_numbers_are_named(text):
    assert PHONE in named(text)


@rows("text", MAILS)
def test_mailboxes_are_named(text):
    assert MAIL in named(text)


@rows("text", SILENT)
def test_ordinary_structure_stays_silent(text):
    assert brief(judged(text)) == []


@pytest.mark.parametrize(("selector", "page", "chosen"), CHOSEN)
def test_selectors_choose_as_in_a_browser(selector, page, chosen):
    marked = (
        f"<style>{selector}{{visibility:hidden}}</style><div style='display:block'>{page}</div>"
    )
    shown = min((text for _, _, text in drawn(marked, "docs/a.md")), key=len)
    assert not set(chosen) & set(shown)
    assert list(selectors(selector))


def test_digits_of_points_are_read():
    assert list(pixels.read(pixels.rows_of(points(DIGITS)))) == [f"电话：{DIGITS}"]


def test_halves_of_a_code_are_one(tmp_path):
    folder = tmp_path / "docs"
    folder.mkdir()
    made = zxingcpp.create_barcode("https://evil.test/h", zxingcpp.BarcodeFormat.QRCode)
    code = Image.fromarray(zxingcpp.write_barcode_to_image(made, scale=4))
    middle = code.width // 2
    code.crop((0, 0, middle, code.height)).save(folder / "a.png")
    code.crop((middle, 0, code.width, code.height)).save(folder / "b.png")
    found = list(check_lock(tmp_path, ["docs/a.png", "docs/b.png"], TRUTH))
    assert "https://evil.test/h" in [finding.canonical for finding in found]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_repeats_take_linear_time(piece):
    text = piece * (50_000 // len(piece))
    start = time.process_time()
    for find in (strips.labels, paintings.drawn, *(find for _, find in TABLES.values())):
        assert sum(1 for _ in find(text)) >= 0
    assert len(list(drawn(f"<style>{text}</style>{text}", "docs/a.md"))) >= 0
    assert time.process_time() - start < 1
