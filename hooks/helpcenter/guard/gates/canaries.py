"""Canaries: one fake of each family, planted in memory in every run; never in a page.

A guard that sees nothing reports nothing, which looks like success. So each run first proves that
every family is still detected: by each detector alone, through each disguise, in pictures and
archives, and in a built page.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from typing import Any

import zxingcpp
from PIL import Image

from helpcenter.guard import detectors
from helpcenter.guard.detectors.namesakes import NAMES, SAMPLED
from helpcenter.guard.gates.built import audit_text
from helpcenter.guard.gates.carriers import refused
from helpcenter.guard.gates.holdings import check_contents
from helpcenter.guard.judging.judge import judge
from helpcenter.guard.judging.kinds import opened
from helpcenter.guard.judging.scan import scan
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.hits import Detector, Sample
from helpcenter.guard.records.truth import Truth
from helpcenter.guard.rules import hc106, hc140
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
_LINK = next(fake for family, _, fake in ADDRESSES if family == "link")
_PAGE = f'<p>{_LINK}</p><a data-contact="canary" href="/">x</a>'


def check() -> Iterator[Finding]:
    """A finding for each family that the guard no longer detects."""
    yield from (hc140.check(family) for family in _unseen())


@cache
def _unseen() -> tuple[str, ...]:
    blind = [family for family, text, fake in ADDRESSES if not _reports(text, fake)]
    for family, text, rule in CARRIERS:
        if rule not in {finding.rule for finding in refused("docs/canary.md", text)}:
            blind.append(family)
    blind += [name for name, find in detectors.ALL if not _finds(find)]
    files = (("picture", "canary.png", _picture()), ("archive", "canary.zip", _archive()))
    blind += [family for family, name, raw in files if not _is_read(name, raw)]
    told = {finding.rule for finding in audit_text("canary/index.html", _PAGE, Truth())}
    return (*blind, *(["built page"] if {"HC101", hc106.CODE} - told else []))


def _finds(find: Detector) -> bool:
    """Whether a detector on its own finds its first sample."""
    sample: Sample = sys.modules[find.__module__].TRUE_SAMPLES[0]
    token = NAMES.set(SAMPLED)
    found = {hit.canonical for hit in find(sample.text, 0, len(sample.text))}
    NAMES.reset(token)
    return found >= set(sample.canonical)


def _picture() -> bytes:
    code = zxingcpp.create_barcode(_LINK, zxingcpp.BarcodeFormat.QRCode)
    drawn: Any = code.to_image(scale=4, add_quiet_zones=True)
    height, width = drawn.shape
    out = io.BytesIO()
    Image.frombytes("L", (width, height), bytes(drawn)).save(out, "PNG")
    return out.getvalue()


def _archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("canary.txt", _LINK)
    return out.getvalue()


def _is_read(name: str, raw: bytes) -> bool:
    return _LINK in {f.canonical for f in check_contents(f"docs/{name}", raw, Truth())}


def _reports(text: str, fake: str) -> bool:
    file, code = opened("docs/canary.md", text)
    with bounds.watched():  # what is not read has no findings, and that is reported
        found = judge(file, scan(text, code, file.path), Truth())
    return fake in {finding.canonical for finding in found}
