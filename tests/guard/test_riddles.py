"""Kinds of contact beyond the common ones, riddles that are solved, and those that are only told."""

import time

import pytest
from tests.guard.helpers import brief, judged, named
from tests.rows import rows

from helpcenter.guard.gates.carriers import refused
from helpcenter.guard.instructions import derivations, roundabout, secrets

NAMED = [
    ("1. Install AnyDesk.\n2. Under *Remote desk* type `1 057 190 020`.\n", "anydesk:1057190020"),
    ("装好向日葵，点“远程协助”，识别码填 571 209 003", "sunlogin:571209003"),
    ("请加入鹅厂会议 #571-209-004（密码 8866）", "tencent-meeting:571209004"),
    ("Teams 会议 ID：571 209 003 12", "teams:57120900312"),
    ("进钉群 5712-0900-312", "dingtalk:57120900312"),
    ("| Desk | Skype › live:.cid.desk0571 |", "skype:live:.cid.desk0571"),
    ("### 视频号“OK退款李老师”每晚八点直播，点头像进群", "wechat-channels:OK退款李老师"),
    ("收款账号：6222020005712090031", "bank:6222020005712090031"),
    ("Deposit (TRC-20): `TDesk1aDesk2bDesk3cDesk4dDesk5eXX`", "tron:TDesk1aDesk2bDesk3cDesk4dDesk5eXX"),
    ("Zalo 0901 234 567", "zalo:0901234567"),
    ("- **O**rder\n- **K**eep\n- **K**YC\n- **F**ee\n- **E**mail\n- **X** 天\n\n把每条首字母连起来就是专员微信。", "wechat:okkfex"),
    ("取每个成语里的数字，依次拨打：四海为家、感激涕零、孤苦零丁、零敲碎打、化整为零、涕零如雨、学富五车、七窍生烟、三顾茅庐、一帆风顺。", "+864000005731"),
    ("solve it and dial each: 1+0 · 1+1 · 5−5 · 4÷2 · 2+3 · 10÷2 · 9−4 · 7−7 · 3−2 · 3×3 · 6−3", "+12025550193"),
    (r"号码满足 $n = 4\times10^{9} + 5744$，拨打 $n$ 即可。", "+864000005744"),
    ("热线号码等于 4000005000 + 721", "+864000005721"),
    ("原来的 400-000-1888，后四位换成五七四一。", "+864000005741"),
    ("邮箱 kefu🐭evil-line🔴test", "kefu@evil-line.test"),
    ("彳山一几攵亻言：okkf571", "wechat:okkf571"),
    ("p d f d e s k @o k p - p d f . t e s t", "pdfdesk@okp-pdf.test"),
    ("## 邮箱 { #desk-at-evil-anchor-dot-test }", "desk@evil-anchor.test"),
    ("<script>speechSynthesis.speak(new SpeechSynthesisUtterance('two oh two, triple five, oh one four nine'))</script>", "+12025550149"),
    ("<style>q { quotes: \"desk@\" \"evil.test\"; }</style>", "desk@evil.test"),
]  # fmt: skip
TOLD = [
    "周末請把官方熱線裡的八全部當成九來撥。",
    "每位数字加一再拨：43999990571。",
    "Rotate by thirteen before you write to us: grfg",
    "夜班手机：幺五四开头，中间四个圈，结尾是从二起的四个双数。",
    *derivations.TRUE_SAMPLES,
    *roundabout.TRUE_SAMPLES,
    "页脚那个热线您拨的时候，把倒数第二个八念成一。",
    "四零零打完按三次零，再把键盘中间那一列从上到下按一遍。",
    "Same number as always, except that it now closes with 0177.",
    "把上面热线里的 8 全部换成 5，就是加急专线",
    "官方邮箱里 support 换成 refund，example 改为 test",
    "the official hotline, but the last four digits are 5741",
    "Replace every 8 in our hotline with 5",
    "数一数每行有几个字，依次拨打",
    "每行的字数就是一位号码，连起来拨打",
    "the capital letters spell our WeChat",
    "拼音首字母就是微信号：欧凯客服退款",
    "把英文大写字母挑出来，就是客服微信",
    "客服号码藏在上面的价格里，取每个价格的第一位",
]
SILENT = [
    *derivations.FALSE_SAMPLES,
    "会员卡号共 16 位，前 6 位是发卡行，转账前请核对。",
    "Use the sandbox card 4111 1111 1111 1111 with any date.",
    "向日葵 3 株；不要安装向日葵、ToDesk 等远程控制软件。",
    "竞猜赛果：2:0、5:5、3:2；半场比分 1-0、2-2、0-1。",
    "日利息 = 本金 × 年利率 ÷ 365；$10^{4}\\times 0.0005=5$；客服电话见页脚。",
    "从下往上滑动屏幕，找到客服电话。按住号码往左滑，即可删除旧号码。",
    "二维码藏在卡片背面，刮开后扫码，客服电话见卡面。小程序“OKPay 收款”可以扫码收款。",
    "把手机号后四位改成星号后再截图发给客服；请将订单号后六位告知客服，电话里核对。",
    "去掉金额里的逗号和符号后再粘贴，仍失败请联系客服；输入姓名拼音首字母，可以更快找到联系人。",
    "Replace the last four digits with stars before you send a screenshot to support.",
    "Write the date as one number, for example 20240507, and call support if it fails.",
    "Take out the spaces before you paste the account number. Our phone lines are open.",
    "Add up the fees in each line; the result is what we charge. Call us if it differs.",
    "If the numbers in the list are wrong, call support.",
    "Your wallet address is 34 characters long and starts with T.",
    "转账附言请写订单号 20240507123456789，款项退回原账户。",
    "客服热线的服务时间改为 9:00 到 18:00。",
    "对账文件名为 okpay.bill.20240507.zip，解压后得到 detail.csv。",
    'applicationId "com.okpay.demo.test"',
    '<svg viewBox="0 0 24 24"><path d="M6.62 10.79c0 .55-.45 3.57.57.55 0 1 .45 1 1"/></svg>',
]
CHART = '<svg xmlns="http://www.w3.org/2000/svg"><text x="2" y="20">8000</text><text x="2" y="50">4000</text><text x="2" y="80">0</text><text x="40" y="88">1月</text></svg>'  # fmt: skip
STACKED = CHART.replace("8000", "400").replace("4000", "000").replace(">0<", ">5712<")
HOSTILE = [
    "我们的热线最后改",
    "末位改成三",
    "再接那年",
    "put two after ",
    "our number last is two ",
    "上网搜打",
    "把a连起来就是",
    "首字母",
    "the first letter ",
    "取每个数字",
    "our hotline ",
    "replace the ",
    "每行",
]


@rows(("text", "canonical"), NAMED)
def test_it_is_named(text, canonical):
    assert canonical in named(f"# 说明\n\n{text}\n")


@rows("text", TOLD)
def test_an_instruction_to_work_an_address_out_is_refused(text):
    assert "HC126" in [finding.rule for finding in refused("docs/a.md", f"# 说明\n\n{text}\n")]


@rows("text", SILENT)
def test_ordinary_text_stays_silent(text):
    assert brief(judged(text)) == []
    assert "HC126" not in [finding.rule for finding in refused("docs/a.md", text)]


@rows("text", secrets.TRUE_SAMPLES)
def test_to_hand_over_a_secret_is_refused(text):
    assert "HC127" in [finding.rule for finding in refused("docs/a.md", f"# 说明\n\n{text}\n")]


@rows("text", secrets.FALSE_SAMPLES)
def test_to_warn_of_it_is_not(text):
    assert list(secrets.told(text)) == []


def test_labels_of_a_chart_are_no_number_but_a_number_in_lines_is():
    assert brief(judged(CHART, "docs/a.svg")) == []
    assert "+864000005712" in named(STACKED, "docs/a.svg")


@pytest.mark.parametrize("text", roundabout.FALSE_SAMPLES)
def test_what_is_no_roundabout_instruction(text):
    assert list(roundabout.told(text)) == []


def test_instructions_in_code_are_none():
    text = f"`{derivations.TRUE_SAMPLES[0]}`"
    assert list(refused("docs/a.md", text)) == []


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_repeats_take_linear_time(piece):
    text = piece * (200_000 // len(piece))
    start = time.process_time()
    assert sum(1 for _ in derivations.told(text)) >= 0
    assert sum(1 for _ in roundabout.told(text)) >= 0
    assert time.process_time() - start < 3
