"""HC103 imitates an official address / 模仿官方地址.

An address that differs from one of ours by a letter, looks the same in another script, or
has our name on a host that is not ours. Readers do not see the difference; the finding
marks it in brackets (`[-x]`: left out) and names letters of other scripts.
与官方地址只差一个字母、用别的文字写得一样，或在不属于我们的域名里带着我们的名字。
读者看不出区别，提示里用方括号标出不同之处，并写明形近字符的码位。

Bad / 错: `supp0rt@okpay.example`, `https://okpay.example.evil.test/`
Good / 对: `{{ contact("support-email") }}`
"""

from __future__ import annotations

from helpcenter.guard.records.imitation import canonical_unicode, marked
from helpcenter.guard.rules.base import Sighting
from helpcenter.guard.views.disguises import foreign_letters
from helpcenter.model import Finding, Text

CODE = "HC103"


def check(seen: Sighting) -> Finding | None:
    """A finding when the address is not ours but is made to look so."""
    if not seen.imitates or seen.linked or seen.declared:
        return None
    if seen.official and not seen.look_alike:
        return None
    value = canonical_unicode(seen.hit.canonical)
    shown = marked(seen.found if seen.look_alike else value, seen.imitates)
    if letters := "" if seen.disguise else foreign_letters(value):
        shown = f"{shown} ({letters})"
    return seen.finding(
        CODE,
        Text(f"模仿 {seen.imitates}：{shown}", f"imitates {seen.imitates}: {shown}"),
        Text(
            "删除它；确认是假冒的，登记到 impostors.yml",
            "remove it; a fake belongs in impostors.yml",
        ),
    )
