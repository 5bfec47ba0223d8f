"""Bare hosts and IP addresses: what a reader could type into the address bar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from helpcenter.guard.detectors import platforms
from helpcenter.guard.detectors.suffixes import (
    FILE_ENDINGS,
    SOURCE_ENDINGS,
    STRONG,
    east_asian_top_level,
    top_level,
)
from helpcenter.guard.detectors.urls import is_local
from helpcenter.guard.matching import canonical
from helpcenter.guard.matching.hits import Hit, Kind, Sample

_END = re.compile(r"\.([A-Za-z]{2,24}|[Xx][Nn]--[A-Za-z0-9-]{2,59})(?![A-Za-z0-9_-]|\.[A-Za-z0-9])")
_LABELS_BACKWARDS = re.compile(r"[A-Za-z0-9_-]{1,63}+(?:\.[A-Za-z0-9_-]{1,63}+){0,10}+")
_AFTER = re.compile(r"(?::\d{1,5}(?!\d))?(?:/[!#-&*-;=?-Z_a-z~]{0,1000}+)?")
_EAST_ASIAN_END = re.compile(r"\.([^\x00-\x7f\W\d_]{2,8}+)(?![A-Za-z0-9-]|\.\w)")
_ANY_LABELS_BACKWARDS = re.compile(r"[^\W_][\w-]{0,62}+(?:\.[\w-]{1,63}+){0,10}+")
_IP = re.compile(r"\d(?<![\w.-]\d)\d{0,2}\.(?:\d{1,3}\.){2}\d{1,3}(?!\.?\d|[A-Za-z_-])")
_ENGLISH_WORDS = frozenset(
    {"it", "is", "so", "in", "to", "my", "me", "at", "be", "do", "no", "us", "as", "am"}
)
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
    Sample("看 ASP.NET"),
    Sample("需要 HarmonyOS 4.0.0.126；固定在 4.0.0.126 以上"),
    Sample("导出的文件叫 statement-2026-11.zip"),
    Sample("对账文件名为 desk.bill.20240507.zip"),
    Sample('applicationId "com.desk.demo.test"；包名为 com.desk.app'),
    Sample("用到 Node.js、Next.js 与 Socket.io"),
    Sample("[在线聊天](live-chat.md)"),
    Sample("脱敏后形如 k***1@o***y.example"),
    Sample("模板 refund.tpl.so 与 libpay.so 放在同一目录"),
    Sample("写在 application.properties 里"),
)


def is_file_name(name: str, suffix: str, after: str) -> bool:
    """`setup.py`, `logo.ai`: one name, an ending of files, no path behind."""
    endings = SOURCE_ENDINGS if "-" in name else FILE_ENDINGS
    return suffix in endings and name.count(".") == 1 and not after


def is_path_part(before: str, suffix: str) -> bool:
    """`docs/some.page`: part of a path, unless it ends like the commonest hosts."""
    return suffix not in STRONG and re.search(r"[\w.~-][/\\]$", before, re.ASCII) is not None


def is_call(text: str, end: int) -> bool:
    """`list.at(0)`, `a.name[`: a member of a program's object."""
    return text[end : end + 1] in ("(", "[") and text[end : end + 2] != "]("


_ASSIGNED = re.compile(r"\s?=\s?(?:true|false|null|None|\d|new\b|function|\w+\()")


def is_assigned(text: str, end: int) -> bool:
    """`form.invalid = true`: a member that a program sets."""
    return _ASSIGNED.match(text, end) is not None


_STARS = ("*", "•", "●", "＊", "\n")
"""What a text ends with that matches; `$` also stands before a last line end."""
_MASKED = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9]{0,4}(?:\*{3,}|[•●＊]{2,})$")


def is_masked(before: str, after: str) -> bool:
    """`o***y.example`: most of the name is hidden, and it is no emphasis that ends behind it."""
    stars = before.endswith(_STARS)
    return stars and _MASKED.search(before) is not None and not after.startswith("*")


def is_joined_sentence(name: str, suffix: str) -> bool:
    """`… done.It` (no space after the stop) and `ASP.NET`."""
    head, _, last = name.rpartition(".")
    return (last.istitle() and suffix in _ENGLISH_WORDS) or (last == "NET" and head.isupper())


_VERSION_BEFORE = re.compile(
    r"(?:版本|固件|构建号?|内核|版|version|release|build|firmware|kernel|upgrad|updat|\bv8?\b)[^\n]{0,16}$"
    r"|[vV]$|(?-i:(?:OS|UI)\s)$",
    re.IGNORECASE,
)
_VERSION_AFTER = re.compile(
    r"\s?(?:(?:及|或)?(?:以上|以下|以前|更高|更新)|之前|之后|起|(?:or|and) (?:later|newer|higher|above|up|earlier)\b)"
)


def is_version(before: str, after: str) -> bool:
    """A word for versions a little in front, or what only versions are followed by."""
    return _VERSION_BEFORE.search(before) is not None or _VERSION_AFTER.match(after) is not None


_FILE_BEFORE = re.compile(
    r"(?:文件名?|导出|导出的|压缩包|解压|另存为|附件|\bfile(?:name)?|\bexport(?:ed)?|\barchive|\bunzip|\bsaved as|\battachment)\s?(?:叫|是|为|名为|named|called|as|is|to)?[\s:：“\"`]{0,3}$",
    re.IGNORECASE,
)


_DATED = re.compile(r"\.(?:19|20)\d{4,6}\.")


def is_named_file(name: str, suffix: str, before: str) -> bool:
    """`导出的文件叫 statement-2026.zip`: the text itself says that it is a file.

    Of a longer name only one with a date in it, `bill.20240507.zip`.
    """
    plain = name.count(".") == 1 or _DATED.search(name) is not None
    return suffix in FILE_ENDINGS and plain and _FILE_BEFORE.search(before) is not None


_PACKAGE = re.compile(r"(?:com|org|net|cn|io|edu|gov|dev)(?:\.[a-z][a-z0-9_]*){2,6}")
_PACKAGE_BEFORE = re.compile(
    r"(?:application[_ ]?Id|package(?: ?name)?|namespace|bundle ?(?:id(?:entifier)?)?|implementation|import|包名|应用(?:ID|标识))\s?(?:是|为|名为|is)?[\s:：=(“\"'`]{0,4}$",
    re.IGNORECASE,
)


def is_package(name: str, before: str, after: str) -> bool:
    """`applicationId "com.desk.demo.test"`: a name turned round, and the text says of what."""
    return bool(not after and _PACKAGE.fullmatch(name) and _PACKAGE_BEFORE.search(before))


def is_in_list_of_files(suffix: str, before: str, after: str) -> bool:
    """`refund.tpl.so 与 libpay.so`: another file with the same ending is named with it."""
    if suffix not in SOURCE_ENDINGS:
        return False
    other = rf"(?:lib)?[\w-]{{1,40}}\.{suffix}"
    behind = re.match(rf"[`\s]{{0,2}}{_LISTED}[`\s]{{0,2}}{other}(?![\w./-])", after)
    return bool(
        behind or re.search(rf"(?<![\w./-]){other}[`\s]{{0,2}}{_LISTED}[`\s]{{0,2}}$", before)
    )


_SOFTWARE = r"[A-Z]\w{1,14}\.(?:js|ts|py|rs|NET)"
_LISTED = r"\s?(?:[、，,/&]|与|和|及|and|or)\s?"
_SOFTWARE_BEFORE = re.compile(rf"{_SOFTWARE}{_LISTED}$")
_SOFTWARE_AFTER = re.compile(rf"{_LISTED}{_SOFTWARE}(?![\w.])")


def is_software(name: str, before: str, after: str) -> bool:
    """`Node.js 与 Socket.io`: a product in a list with others that are named after files."""
    title = name[0].isupper() and re.fullmatch(r"[A-Z][a-z]+\.[a-z]{2}", name)
    return bool(title) and bool(_SOFTWARE_BEFORE.search(before) or _SOFTWARE_AFTER.match(after))


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield the bare hosts and public IP addresses of `text[start:end]`."""
    for match in _END.finditer(text, start, end):
        suffix = match[1].lower()
        if suffix in top_level() and (hit := _ascii(text, match, suffix, end)):
            yield hit
    for match in _EAST_ASIAN_END.finditer(text, start, end):
        if hit := _east_asian(text, match, end):
            yield hit
    for match in _IP.finditer(text, start, end):
        before = text[max(0, match.start() - 24) : match.start()]
        public = max(map(int, match[0].split("."))) < 256 and not is_local(match[0])
        if public and not is_version(before, text[match.end() : match.end() + 16]):
            yield _hit(text, match.start(), match.end(), end)


_CODED = re.compile(r"\A(?:2[fF]|3[aAdD]|40)")
"""What is left of `%2F`, `%3A`, `%3D` and `%40`, whose stroke, colon and so on stand before a host."""


def _ascii(text: str, match: re.Match[str], suffix: str, end: int) -> Hit | None:
    backwards = text[max(0, match.start() - 253) : match.start()][::-1]
    labels = _LABELS_BACKWARDS.match(backwards)
    if not labels:
        return None
    name = labels[0][::-1].lstrip("-_") + match[0]
    if text[match.end() - len(name) - 1 : match.end() - len(name)] == "%":
        name = _CODED.sub("", name)
    first = match.end() - len(name)
    hit = _hit(text, first, match.end(), end)
    if (
        name.startswith(".")
        or is_call(text, match.end())
        or is_assigned(text, match.end())
        or is_joined_sentence(name, suffix)
        or is_path_part(text[max(0, first - 2) : first], suffix)
        or is_file_name(name, suffix, text[match.end() : hit.end])
        or is_named_file(name, suffix, text[max(0, first - 24) : first])
        or is_package(name, text[max(0, first - 32) : first], text[match.end() : hit.end])
        or is_masked(text[max(0, first - 12) : first], text[match.end() : match.end() + 1])
        or is_in_list_of_files(
            suffix, text[max(0, first - 60) : first], text[match.end() : match.end() + 60]
        )
        or is_software(name, text[max(0, first - 24) : first], text[match.end() : match.end() + 24])
    ):
        return None
    return hit


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
