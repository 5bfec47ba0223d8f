"""Addresses whose parts are values of keys in a data file: `mailbox`, `provider`, `suffix`.

The last word of a key gives its meaning; a map is joined only if it has all the parts that an
address needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from helpcenter.guard.detectors import mentions
from helpcenter.guard.detectors.networks import is_name
from helpcenter.guard.files.structured import Entry, Record, Scalar, composed, rows, settings, tags
from helpcenter.guard.matching.found import Found

ROLES = {
    "local": "user username local localpart part mailbox account box login alias inbox recipient left before"
    " 用户名 用户 账号 账户 邮箱名 邮箱前缀 前缀 收件人 信箱",
    "host": "host hostname domain domainname server provider sld site service operator company org at right after"
    " brand base 域名 主机 主机名 服务商 邮箱服务商 网站 主域 品牌",
    "ending": "suffix tld ending zone ext extension toplevel topleveldomain tail root 后缀 域名后缀 顶级域 顶级域名 结尾",
    "scheme": "scheme protocol proto 协议",
    "below": "subdomain sub prefix label 子域 子域名 二级域名",
    "path": "path page route 路径",
    "country": "country cc countrycode dialcode countrycallingcode 国家码 国家代码 国际区号",
    "area": "area areacode prefix npa head code 区号 前缀 号段 前段",
    "middle": "exchange group middle office centraloffice nxx mid block 中段 中间",
    "begin": "head prefix front first begin start left lead 前段 前半 前半段 前缀 开头",
    "finish": "tail suffix back last end finish right rest 后段 后半 后半段 尾段 后缀 结尾",
    "line": "subscriber line linenumber number last tail suffix end station local 尾号 后段 末段 号码",
}
"""What the last word of a name may say, by what it then names."""
_BY_WORD: dict[str, set[str]] = {}
for _role, _words in ROLES.items():
    for _word in _words.split():
        _BY_WORD.setdefault(_word, set()).add(_role)
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[\u3400-\u9fff]+")
_LOCAL = re.compile(r"[A-Za-z0-9_.+-]{1,64}")
_LABELS = re.compile(r"@?(?:[A-Za-z0-9-]{1,63}\.)*[A-Za-z0-9-]{1,63}\.?")
_ENDING = re.compile(r"\.?[A-Za-z][A-Za-z-]{1,20}(?:\.[A-Za-z]{2,12})?")
_PATH = re.compile(r"/?[\w/.-]{1,60}")
_DIGITS = re.compile(r"\+?\d{1,8}")
_GROUP = re.compile(r"\d{1,5}")
"""Digits of a list; longer ones are whole numbers."""
_ACCOUNT = re.compile(r"@?(?=[A-Za-z_.-]{0,28}[\d_])[A-Za-z][A-Za-z0-9_.-]{4,29}|[1-9]\d{5,11}")
_CALLED = re.compile(
    r"(?:hotline|tele?phone|phone|tel|热线|电话|客服号码)[\"']?[ \t]{0,3}[:：][\s>\[-]{0,40}\Z",
    re.IGNORECASE,
)
"""The name of a list whose items are groups of digits of one telephone number."""
_JOINT = re.compile(r"@|[@.].{1,40}|.{1,40}[@.-]|-")
"""A piece that no list of whole things holds: it begins or ends in the middle of an address."""
_CUT = re.compile(r"\\\r?\n|\n")
_ADDRESS = re.compile(r"[@.\d]")
_TAGGED = ("tld=", "suffix=", "ending=", "zone=", "domain=", "host=", "provider=")
"""One of these stands in a tag that is put together."""


def put_together(text: str, path: str) -> Iterator[Found]:
    """Span of each such map or list, and what it comes to."""
    records, lists = composed(text, path)
    for record in chain(records, settings(text, path), rows(text, path)):
        yield from _of(record)
    for scalars in lists:
        yield from _row(scalars, text)
    if any(map(text.__contains__, _TAGGED)):
        for record in tags(text):
            yield from _of(record)


def _roles(name: str) -> set[str]:
    whole = re.sub(r"[\W_]", "", name).lower()
    words = _WORDS.findall(name)
    return _BY_WORD.get(whole) or _BY_WORD.get(words[-1].lower() if words else "", set())


def _of(record: Record) -> Iterator[Found]:
    held: dict[str, Entry] = {}
    for entry in record:
        for role in _roles(entry.name):
            if entry.value and role not in held:
                held[role] = entry
    if len(held) < 2:
        return
    yield from _address(held)
    yield from _number(held)
    yield from _account(record, held)


def _account(record: Record, held: dict[str, Entry]) -> Iterator[Found]:
    """An account in two pieces, in a map one of whose other values names its messenger."""
    begin, finish = held.get("begin"), held.get("finish")
    if begin is None or finish is None or begin is finish:
        return
    account = begin.value + finish.value
    if not _ACCOUNT.fullmatch(account) or is_name(account):
        return
    for entry in record:
        if entry not in (begin, finish) and len(entry.value) < 17 and mentions.is_cue(entry.value):
            yield _span([begin, finish], f"{entry.value}：{account}")
            return


def _address(held: dict[str, Entry]) -> Iterator[Found]:
    host, local = held.get("host"), held.get("local")
    if host is None or not _LABELS.fullmatch(host.value):
        return
    used, name = [host], host.value.strip("@.")
    ending = held.get("ending")
    if ending is not None and ending is not host and _ENDING.fullmatch(ending.value):
        used.append(ending)
        name = f"{name}.{ending.value.lstrip('.')}"
    if "." not in name:
        return
    if local is not None and local not in used and _LOCAL.fullmatch(local.value):
        yield _span([*used, local], f"{local.value}@{name}")
        return
    below, scheme, path = held.get("below"), held.get("scheme"), held.get("path")
    if below is not None and below not in used and _LABELS.fullmatch(below.value):
        used.append(below)
        name = f"{below.value.strip('.')}.{name}"
    if len(used) < 2:
        return
    if scheme is not None and scheme.value.rstrip(":/") in ("http", "https"):
        used.append(scheme)
        name = f"{scheme.value.rstrip(':/')}://{name}"
    if path is not None and _PATH.fullmatch(path.value):
        used.append(path)
        name = f"{name}/{path.value.lstrip('/')}"
    yield _span(used, name)


def _number(held: dict[str, Entry]) -> Iterator[Found]:
    """A telephone number in two or three groups of digits."""
    used: list[Entry] = []
    for role in ("country", "area", "middle", "line"):
        entry = held.get(role)
        if entry is not None and entry not in used and _DIGITS.fullmatch(entry.value):
            used.append(entry)
    digits = [entry.value for entry in used]
    if len(used) >= 2 and len(digits[-1]) >= 4 and held.get("line") is used[-1]:
        code = held.get("country") is used[0] and not digits[0].startswith("+")
        yield _span(used, ("+" if code else "") + "-".join(digits))


def _row(scalars: list[Scalar], text: str) -> Iterator[Found]:
    """A value whose lines were folded, pieces of a list that begin or end in mid-air, groups of digits."""
    for start, end, value in scalars:
        raw = text[start:end]
        if _CUT.search(raw) and _ADDRESS.search(value) and value not in raw:
            yield start, end, value
    if 2 < len(scalars) <= 12 and any(_JOINT.fullmatch(scalar.text) for scalar in scalars):
        yield scalars[0].start, scalars[-1].end, "".join(scalar.text for scalar in scalars)
    elif 1 < len(scalars) < 5 and all(_GROUP.fullmatch(scalar.text) for scalar in scalars):
        start, joined = scalars[0].start, "-".join(scalar.text for scalar in scalars)
        if 9 < len(joined) < 16 and _CALLED.search(text[max(0, start - 60) : start]):
            yield start, scalars[-1].end, f"电话：{joined}"


def _span(used: list[Entry], text: str) -> Found:
    return min(entry.start for entry in used), max(entry.end for entry in used), text
