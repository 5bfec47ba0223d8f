"""Names with dots that are no hosts: files, calls, versions, packages."""

from __future__ import annotations

import re

from helpcenter.guard.detectors.suffixes import FILE_ENDINGS, SOURCE_ENDINGS, STRONG

_ENGLISH_WORDS = frozenset(
    {"it", "is", "so", "in", "to", "my", "me", "at", "be", "do", "no", "us", "as", "am"}
)


def is_other(text: str, first: int, last: int, end: int) -> bool:
    """Whether a name that ends as hosts do is something else.

    Args:
        text: the text.
        first: where the name begins.
        last: where it ends.
        end: where a port and a path behind it end.
    """
    name, after = text[first:last], text[last:end]
    suffix = name.rpartition(".")[2].lower()
    return (
        _is_call(text, last)
        or _is_assigned(text, last)
        or _is_joined_sentence(name, suffix)
        or _is_path_part(text[max(0, first - 2) : first], suffix)
        or _is_file_name(name, suffix, after)
        or _is_named_file(name, suffix, text[max(0, first - 24) : first])
        or _is_package(name, text[max(0, first - 32) : first], after)
        or _is_masked(text[max(0, first - 12) : first], text[last : last + 1])
        or _is_in_list_of_files(suffix, text[max(0, first - 60) : first], text[last : last + 60])
        or _is_software(name, text[max(0, first - 24) : first], text[last : last + 24])
    )


_RELEASE = re.compile(r"[-_]v?\d{1,4}(?:\.\d{1,4}){1,3}\.[a-z]+\Z")
"""A version in front of the ending of a file."""


def _is_file_name(name: str, suffix: str, after: str) -> bool:
    """`setup.py`, `logo.ai`: one name, an ending of files, no path behind; `sdk-3.1.4.zip`."""
    if suffix in FILE_ENDINGS and not after and _RELEASE.search(name):
        return True
    endings = SOURCE_ENDINGS if "-" in name else FILE_ENDINGS
    return suffix in endings and name.count(".") == 1 and not after


def _is_path_part(before: str, suffix: str) -> bool:
    """`docs/some.page`: part of a path, unless it ends like the commonest hosts."""
    return suffix not in STRONG and re.search(r"[\w.~-][/\\]$", before, re.ASCII) is not None


def _is_call(text: str, end: int) -> bool:
    """`list.at(0)`, `a.name[`: a member of a program's object."""
    return text[end : end + 1] in ("(", "[") and text[end : end + 2] != "]("


_ASSIGNED = re.compile(r"\s?=\s?(?:true|false|null|None|\d|new\b|function|\w+\()")


def _is_assigned(text: str, end: int) -> bool:
    """`form.invalid = true`: a member that a program sets."""
    return _ASSIGNED.match(text, end) is not None


_STARS = ("*", "•", "●", "＊", "\n")
"""What a text ends with that matches; `$` also stands before a last line end."""
_MASKED = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9]{0,4}(?:\*{3,}|[•●＊]{2,})$")


def _is_masked(before: str, after: str) -> bool:
    """`o***y.example`: most of the name is hidden, and it is no emphasis that ends behind it."""
    stars = before.endswith(_STARS)
    return stars and _MASKED.search(before) is not None and not after.startswith("*")


def _is_joined_sentence(name: str, suffix: str) -> bool:
    """`… done.It` (no space after the stop) and `ASP.NET`."""
    head, _, last = name.rpartition(".")
    return (last.istitle() and suffix in _ENGLISH_WORDS) or (last == "NET" and head.isupper())


_VERSION_BEFORE = re.compile(
    r"(?:版本|固件|构建号?|内核|版|version|release|build|firmware|kernel|upgrad|updat"
    r"|\bv8?\b)[^\n]{0,16}$"
    r"|[vV]$|(?-i:(?:OS|UI)\s)$",
    re.IGNORECASE,
)
_VERSION_AFTER = re.compile(
    r"\s?(?:(?:及|或)?(?:以上|以下|以前|更高|更新)|之前|之后|起"
    r"|(?:or|and) (?:later|newer|higher|above|up|earlier)\b)"
)


def is_version(before: str, after: str) -> bool:
    """A word for versions a little in front, or what only versions are followed by."""
    return _VERSION_BEFORE.search(before) is not None or _VERSION_AFTER.match(after) is not None


_FILE_BEFORE = re.compile(
    r"(?:文件名?|导出|导出的|压缩包|解压|另存为|附件|\bfile(?:name)?|\bexport(?:ed)?"
    r"|\barchive|\bunzip|\bsaved as|\battachment)\s?(?:叫|是|为|名为|named|called|as|is"
    r"|to)?[\s:：“\"`]{0,3}$",
    re.IGNORECASE,
)


_DATED = re.compile(r"\.(?:19|20)\d{4,6}\.")


def _is_named_file(name: str, suffix: str, before: str) -> bool:
    """`导出的文件叫 statement-2026.zip`: the text itself says that it is a file.

    Of a longer name only one with a date in it, `bill.20240507.zip`.
    """
    plain = name.count(".") == 1 or _DATED.search(name) is not None
    return suffix in FILE_ENDINGS and plain and _FILE_BEFORE.search(before) is not None


_PACKAGE = re.compile(r"(?:com|org|net|cn|io|edu|gov|dev)(?:\.[a-z][a-z0-9_]*){2,6}")
_PACKAGE_BEFORE = re.compile(
    r"(?:application[_ ]?Id|package(?: ?name)?|namespace|bundle ?(?:id(?:entifier)?)?"
    r"|implementation|import|包名|应用(?:ID|标识))\s?(?:是|为|名为|is)?[\s:：=(“\"'`]{0,4}$",
    re.IGNORECASE,
)


def _is_package(name: str, before: str, after: str) -> bool:
    """`applicationId "com.desk.demo.test"`: a name turned round, and the text says of what."""
    return bool(not after and _PACKAGE.fullmatch(name) and _PACKAGE_BEFORE.search(before))


def _is_in_list_of_files(suffix: str, before: str, after: str) -> bool:
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


def _is_software(name: str, before: str, after: str) -> bool:
    """`Node.js 与 Socket.io`: a product in a list with others that are named after files."""
    title = name[0].isupper() and re.fullmatch(r"[A-Z][a-z]+\.[a-z]{2}", name)
    return bool(title) and bool(_SOFTWARE_BEFORE.search(before) or _SOFTWARE_AFTER.match(after))
