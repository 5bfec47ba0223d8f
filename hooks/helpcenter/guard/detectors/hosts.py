"""Bare hosts and IP addresses: what a reader could type into the address bar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from helpcenter.guard.detectors import dotted_names, platforms, section_numbers
from helpcenter.guard.detectors.suffixes import east_asian_top_level, top_level
from helpcenter.guard.detectors.urls import is_local
from helpcenter.guard.matching import canonical
from helpcenter.guard.matching.hits import Hit, Kind, Sample

_END = re.compile(r"\.([A-Za-z]{2,24}|[Xx][Nn]--[A-Za-z0-9-]{2,59})(?![A-Za-z0-9_-]|\.[A-Za-z0-9])")
_LABELS_BACKWARDS = re.compile(r"[A-Za-z0-9_-]{1,63}+(?:\.[A-Za-z0-9_-]{1,63}+){0,10}+")
_AFTER = re.compile(r"(?::\d{1,5}(?!\d))?(?:/[!#-&*-;=?-Z_a-z~]{0,1000}+)?")
_EAST_ASIAN_END = re.compile(r"\.([^\x00-\x7f\W\d_]{2,8}+)(?![A-Za-z0-9-]|\.\w)")
_ANY_LABELS_BACKWARDS = re.compile(r"[^\W_][\w-]{0,62}+(?:\.[\w-]{1,63}+){0,10}+")
_IP = re.compile(r"\d(?<![\w.-]\d)\d{0,2}\.(?:\d{1,3}\.){2}\d{1,3}(?!\.?\d|[A-Za-z_-])")
_CLOSING = ".,;:!?*_~'&"

TRUE_SAMPLES = (
    Sample("to=https%3A%2F%2Fhelp.evil.test%2Fa", ("help.evil.test",)),
    Sample("请输入okpay.test，再", ("okpay.test",)),
    Sample(
        "打开 m.okpay.example.login.test/a?b=1。", ("https://m.okpay.example.login.test/a?b=1",)
    ),
    Sample("fb.com/some.page", ("facebook:some.page",)),
    Sample("输入 支付客服.测试 查询", ("xn--bnqr52asnhy0b.xn--0zwm56d",)),
    Sample("地址栏输入 198.51.100.44 进入", ("198.51.100.44",)),
    Sample("用浏览器打开 9.9.9.9，或 5.6.7.8:8080", ("9.9.9.9", "5.6.7.8:8080")),
    Sample("以 @okpay.example 结尾", ("okpay.example",)),
    Sample("请看***evil.example***，或 pay.login.so 与网页", ("evil.example", "pay.login.so")),
)
FALSE_SAMPLES = (
    Sample("运行 setup.py，打开 logo.ai 与 bill.zip"),
    Sample("e.g. rent, Co., Ltd. and so on.It"),
    Sample("请升级到 V2.0.13 或固件 4.0.0.1234"),
    Sample("网段 10.0.0.0/8"),
    Sample("“.com”和“.net”是常见后缀"),
    Sample("order.name() 与 items.at(0)"),
    Sample("版本 1.2.3.4"),
    Sample("见 RFC 5321 section 4.5.3.1 与第 5.4.2.1 条；终端机 2.3.1.1 已启用"),
    Sample("| 系统 | 最低版本 |\n| --- | --- |\n| 甲 | 14.0.0.108 |"),
    Sample("看 ASP.NET"),
    Sample("需要 HarmonyOS 4.0.0.126；固定在 4.0.0.126 以上"),
    Sample("导出的文件叫 statement-2026-11.zip；下载 sdk-3.1.4.zip 后校验"),
    Sample("对账文件名为 desk.bill.20240507.zip"),
    Sample('applicationId "com.desk.demo.test"；包名为 com.desk.app'),
    Sample("用到 Node.js、Next.js 与 Socket.io"),
    Sample("[在线聊天](live-chat.md)"),
    Sample("脱敏后形如 k***1@o***y.example"),
    Sample("模板 refund.tpl.so 与 libpay.so 放在同一目录"),
    Sample("写在 application.properties 里"),
)


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield the bare hosts and public IP addresses of `text[start:end]`."""
    for match in _END.finditer(text, start, end):
        if match[1].lower() in top_level() and (hit := _ascii(text, match, end)):
            yield hit
    for match in _EAST_ASIAN_END.finditer(text, start, end):
        if hit := _east_asian(text, match, end):
            yield hit
    for match in _IP.finditer(text, start, end):
        before = text[max(0, match.start() - 24) : match.start()]
        public = max(map(int, match[0].split("."))) < 256 and not is_local(match[0])
        if public and not dotted_names.is_version(before, text[match.end() : match.end() + 16]):
            hit = _hit(text, match.start(), match.end(), end)
            if hit.end > match.end() or not section_numbers.is_other(
                text, match.start(), match.end()
            ):
                yield hit


_CODED = re.compile(r"\A(?:2[fF]|3[aAdD]|40)")
"""What is left of `%2F`, `%3A`, `%3D` and `%40`, whose stroke, colon and so on stand before a host."""


def _ascii(text: str, match: re.Match[str], end: int) -> Hit | None:
    backwards = text[max(0, match.start() - 253) : match.start()][::-1]
    labels = _LABELS_BACKWARDS.match(backwards)
    if not labels:
        return None
    name = labels[0][::-1].lstrip("-_") + match[0]
    if text[match.end() - len(name) - 1 : match.end() - len(name)] == "%":
        name = _CODED.sub("", name)
    first = match.end() - len(name)
    hit = _hit(text, first, match.end(), end)
    other = name.startswith(".") or dotted_names.is_other(text, first, match.end(), hit.end)
    return None if other else hit


def _east_asian(text: str, match: re.Match[str], end: int) -> Hit | None:
    run = match[1]
    sizes = (n for n in range(len(run), 1, -1) if run[:n] in east_asian_top_level())
    size = next(sizes, 0)
    labels = _ANY_LABELS_BACKWARDS.match(text[max(0, match.start() - 120) : match.start()][::-1])
    if not size or not labels:
        return None
    return _hit(text, match.start() - len(labels[0]), match.start(1) + size, end)


def _hit(text: str, first: int, host_end: int, end: int) -> Hit:
    after = _AFTER.match(text, host_end, end)
    stop = host_end + len(after[0].rstrip(_CLOSING)) if after else host_end
    kind, form = _read(text[first:stop])
    return Hit(kind, first, stop, form, host_end)


@lru_cache(maxsize=4096)
def _read(address: str) -> tuple[Kind, str]:
    """The kind and canonical form of an address without a scheme."""
    url = canonical.url(address)
    profile = platforms.of_url(url)
    return (profile[0].kind, profile[1]) if profile else ("url", url.canonical)
