"""Canaries: one fake of each family, planted in memory in every run; never in a page.

A guard that sees nothing reports nothing, and that looks like success. So each run first
shows that every family is still seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from helpcenter.guard.gates.carriers import refused
from helpcenter.guard.judging.judge import judge
from helpcenter.guard.judging.kinds import opened
from helpcenter.guard.judging.scan import scan
from helpcenter.guard.matching import bounds
from helpcenter.guard.records.truth import Truth
from helpcenter.guard.rules import hc140
from helpcenter.model import Finding

ADDRESSES: tuple[tuple[str, str, str], ...] = (
    ("mailbox", "canary@guard.test", "canary@guard.test"),
    ("phone", "400-000-0199", "+864000000199"),
    ("link", "[x](https://guard.test/x)", "https://guard.test/x"),
    ("bare host", "打开 guard-canary.test 办理", "guard-canary.test"),
    ("messenger", "加微信 canary_81", "wechat:canary_81"),
    ("short number", "请致电95000转3", "95000"),
    ("character reference", "canary&#64;guard.test", "canary@guard.test"),
    ("percent", "[x](https://gu%61rd.test/x)", "https://guard.test/x"),
    ("inline markup", "can<b>ary</b>@guard.test", "canary@guard.test"),
    ("full width", "ｃａｎａｒｙ＠ｇｕａｒｄ．ｔｅｓｔ", "canary@guard.test"),
    ("zero width", "can\u200bary@guard.test", "canary@guard.test"),
    ("spelled", "canary艾特guard点test", "canary@guard.test"),
    ("numerals in words", "热线四零零零零零零一九九", "+864000000199"),
    ("split lines", "400\n000\n0199", "+864000000199"),
    ("base64", "Y2FuYXJ5QGd1YXJkLnRlc3Q=", "canary@guard.test"),
    ("right to left", "\u202etset.draug@yranac\u202c", "canary@guard.test"),
    ("program", "<script>x='canary@'+'guard.test'</script>", "canary@guard.test"),
    ("style sheet", "<style>a:after{content:'canary@' 'guard.test'}</style>", "canary@guard.test"),
    ("instruction", "canary#guard.test（把 # 换成 @）", "canary@guard.test"),
)
"""Family, a disguised fake, its canonical form."""
CARRIERS: tuple[tuple[str, str, str], ...] = (
    ("active HTML", "<script>1</script>", "HC111"),
    ("attribute list", "# a { onclick=x }", "HC112"),
    ("scheme", "[x](javascript:1)", "HC113"),
    ("comment", "<!-- x -->", "HC114"),
    ("styled letters", "𝐜𝐚", "HC121"),
    ("invisible", "a\u2060b", "HC122"),
)
"""Family, a carrier, its rule."""


def check() -> Iterator[Finding]:
    """A finding for each family that the guard no longer sees."""
    yield from (hc140.check(family) for family in _unseen())


@cache
def _unseen() -> tuple[str, ...]:
    blind = [family for family, text, fake in ADDRESSES if not _reports(text, fake)]
    for family, text, rule in CARRIERS:
        if rule not in {finding.rule for finding in refused("docs/canary.md", text)}:
            blind.append(family)
    return tuple(blind)


def _reports(text: str, fake: str) -> bool:
    file, code = opened("docs/canary.md", text)
    with bounds.watched():  # what is not read is not reported, and that is told
        found = judge(file, scan(text, code, file.path), Truth())
    return fake in {finding.canonical for finding in found}
