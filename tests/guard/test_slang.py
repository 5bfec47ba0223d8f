"""Messengers under other names, and addresses that a reader is told how to put together."""

from tests.guard.helpers import brief, judged, named
from tests.rows import rows

ACCOUNTS = [
    ("着急的 V我 okv2209 ，人工处理", "wechat:okv2209"),
    ("溦：okkf2201", "wechat:okkf2201"),
    ("威🐎 okkf2201", "wechat:okkf2201"),
    ("专员薇：okkf2201；客服V：okkf2202", "wechat:okkf2202"),
    ("微信小号：okkf2201", "wechat:okkf2201"),
    ("扣扣找我：1000002203", "qq:1000002203"),
    ("扣1000002203备注退款", "qq:1000002203"),
    ("腾讯号 1000002203", "qq:1000002203"),
    ("纸飞机搜索频道 okkf2206，每日更新", "telegram:okkf2206"),
    ("电抱 okkf2201", "telegram:okkf2201"),
    ("斗音号 okkf2201", "douyin:okkf2201"),
    ("## 微信\n\n打开搜索框，直接粘贴：\n\n```\nok_hd77\n```\n", "wechat:ok_hd77"),
    ("**QQ客服**\n\n1000002203\n", "qq:1000002203"),
    ("<details><summary>微信</summary>okb_wx39</details>", "wechat:okb_wx39"),
    ("微信：⠕⠅⠅⠋⠺⠭", "wechat:okkfwx"),
    ("微信号一行一个字：\n\n- o\n- k\n- l\n- i\n- 7\n- 6\n", "wechat:okli76"),
]
SPELLED = [
    ("Call 1-202-KKJ-01BD for a live agent", "+12025550123"),
    ("电话：[190]【0000】{2231}", "+8619000002231"),
    ("专员：幺九洞四个洞两两三四", "+8619000002234"),
    ("热线 190x0000x2234（x 不用拨）", "+8619000002234"),
    ("kilo foxtrot two two at oscar kilo dash papa dot test", "kf22@ok-p.test"),
    ("写信到 kf38★desk.test（★就是键盘上 2 上面的那个符号）", "kf38@desk.test"),
    ("kf24 at-sign desk period test", "kf24@desk.test"),
    ("邮箱名：kf43\n\n邮箱后缀：desk.test\n", "kf43@desk.test"),
    ("[短信](sms:10690000)", "10690000"),
    ("|号|步|\n|-|-|\n" + "".join(f"|{d}|{t}|\n" for d, t in zip("19000002224", "甲乙丙丁戊己庚辛壬癸子", strict=True)), "+8619000002224"),
    ("<table>" + "".join(f"<tr><td>{d}</td><td>好</td></tr>" for d in "19000002224") + "</table>", "+8619000002224"),
]  # fmt: skip
SILENT = [
    "微信里搜索“OKPay”小程序即可",
    "安徽 AH2026 批次；校徽 LOGO_2026.png",
    "扣 20000000 积分兑换；企鹅 3000000 只",
    "客服V1.0 系统升级为 V2.0",
    "## 微信支付\n\n```\nout_trade_no\n```\n",
    "- 微信\n- 支付宝\n- 云闪付\n",
    "（2024）（2025）（2026）三年数据；[2023][2024]",
    "按 Shift+2 输入@，再输入公司邮箱",
    "The trial period test of the app; a good point test it makes",
    "| 序 | 项 |\n|---|---|\n" + "".join(f"| {n} | 乙 |\n" for n in range(1, 10)),
]


@rows(("text", "canonical"), ACCOUNTS + SPELLED)
def test_it_is_named(text, canonical):
    assert canonical in named(text)


@rows("text", SILENT)
def test_ordinary_text_stays_silent(text):
    assert brief(judged(text)) == []
