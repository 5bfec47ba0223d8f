"""Mailboxes: every `@` with a local part before it and a host behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.detectors.letters import EAST_ASIAN, trim_east_asian_tail
from helpcenter.guard.matching import bounds, canonical
from helpcenter.guard.matching.hits import Hit, Sample

_LOCAL_BACKWARDS = re.compile(r"[\w.+-]{1,64}+", re.ASCII)
_LOCAL_BACKWARDS_ANY = re.compile(r"[\w.+-]{1,64}+")
_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{0,61}[^\W_]")
_LEADING = re.compile(
    r"^[^\w\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff]+", re.ASCII
)
"""What is no letter in front of a local part, a styled one apart: that is read as a plain one."""
_ESCAPED = re.compile(r"u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|U([0-9a-fA-F]{8})|[nrt]")
"""The rest of `\\u0020`, `\\n` in a text of YAML, JSON or a program."""
_LINE = 200
_MAX = 64, 255
_MASK = re.compile(r"(?<![\w*])[A-Za-z0-9]{1,3}\*{3,}\Z")
_SHOWN = 2
"""Characters that `a***b@` shows at most behind its stars."""

TRUE_SAMPLES = (
    Sample("写信到support@okpay.example。", ("support@okpay.example",)),
    Sample("<mailto:Press@OKPay.Example?subject=a>", ("press@okpay.example",)),
    Sample("a.b+c@mail.okpay.example,", ("a.b+c@mail.okpay.example",)),
    Sample("邮箱：客服@帮助.测试", ("客服@xn--7frx1y.xn--0zwm56d",)),
    Sample("帮助 a@okpay.example查看", ("a@okpay.example",)),
    Sample("to***a@b.test***", ("a@b.test",)),
    Sample('"\\u0020kf@a.test"', ("kf@a.test",)),
    Sample('"致：\\nkf@a.test"', ("kf@a.test",)),
    Sample("\\nkf@a.test", ("nkf@a.test",)),
    Sample("写信到ｓupport@okpay.example", ("ｓupport@okpay.example",)),
)
FALSE_SAMPLES = (
    Sample("icon@2x.png"),
    Sample("checkout@v4.1.2"),
    Sample("@media print"),
    Sample("s*****t@***.com"),
    Sample("s***t@okpay.example"),
    Sample("git clone git@host.example:team/docs.git"),
    Sample("用户名@域名。"),
)

_IMAGES = {"png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "css", "js"}


def is_scaled_image(domain: str) -> bool:
    """`icon@2x.png`: the name of a picture for dense screens."""
    return domain.rpartition(".")[2].lower() in _IMAGES


def is_package_version(domain: str) -> bool:
    """`pkg@1.2.x`, `action@v4.beta`: what follows the @ is a version."""
    return re.match(r"v?\d+\.", domain) is not None and domain.rpartition(".")[2].lower() in (
        "x", "beta", "alpha", "rc", "dev", "tgz",
    )  # fmt: skip


def is_git_remote(local: str, after: str) -> bool:
    """`git@host:path`: where a program fetches from."""
    return local == "git" and after == ":"


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield the mailboxes of `text[start:end]`."""
    yield from bounds.in_places(_all(text, start, end))


def _all(text: str, start: int, end: int) -> Iterator[Hit]:
    at = text.find("@", start, end)
    while at >= 0:
        if hit := _around(text, at, end):
            yield hit
        at = text.find("@", at + 1, end)


def _around(text: str, at: int, end: int) -> Hit | None:
    if not (text[at + 1 : at + 2].isalnum() and at and text[at - 1] != "@"):
        return None
    domain = _HOST.match(text, at + 1, min(end, at + 1 + _MAX[1]))
    if not domain:
        return None
    name = trim_east_asian_tail(domain[0])
    local = _local(text[max(0, at - _MAX[0]) : at])
    stop = at + 1 + len(name)
    if (
        not local
        or "." not in name
        or is_scaled_image(name)
        or is_package_version(name)
        or is_git_remote(local, text[stop : stop + 1])
    ):
        return None
    if len(local) > 2 and text[at - len(local) - 1 : at - len(local)] == "%":  # the rest of `%3E`
        local = local[2:] if re.match("[0-9a-fA-F]{2}", local) else local
    if text[at - len(local) - 1 : at - len(local)] == "\\":
        local = local[_escape(text, at - len(local), local) :]
    first = at - len(local)
    masked = _MASK.search(text, max(0, first - _MAX[0]), first)
    if masked and len(local) <= _SHOWN and text[stop : stop + 1] != "*":
        return None
    return Hit("email", first, stop, canonical.email(text[first:stop]))


def _escape(text: str, first: int, local: str) -> int:
    """How many characters in front of a local part belong to an escape of a space or a line end."""
    match = _ESCAPED.match(local)
    if match is None or match.end() == len(local):
        return 0
    if code := match[1] or match[2] or match[3]:
        char = chr(min(int(code, 16), 0x10FFFF))
        return 0 if char.isalnum() or char in "._+-" else match.end()
    line = text[max(0, first - _LINE) : first].rpartition("\n")[2]
    return match.end() if line.count('"') % 2 or line.count("'") % 2 else 0


def _local(before: str) -> str:
    """The local part at the end of `before`; East Asian letters in front of ASCII are prose."""
    backwards = before[::-1]
    match = _LOCAL_BACKWARDS.match(backwards)
    if not match:
        match = _LOCAL_BACKWARDS_ANY.match(backwards)
        return match[0][::-1] if match else ""
    longer = _LOCAL_BACKWARDS_ANY.match(backwards)
    found = match[0][::-1]
    if longer and longer.end() > match.end():
        extra = longer[0][::-1][: -len(found)]
        if not EAST_ASIAN.match(extra[-1]):
            found = extra[len(EAST_ASIAN.sub(" ", extra).rpartition(" ")[0]) :].lstrip() + found
    return _LEADING.sub("", found)
