"""HC104 known impostor / 已知的假冒地址.

The address is in `impostors.yml`. It may be shown only by `impostor()`, which strikes it
through and never makes it a link.
该地址在 `impostors.yml` 中，只能用 `impostor()` 划线显示，绝不做成链接。

Bad / 错: `support@okpay-help.test`
Good / 对: `{{ impostor("fake-support-email") }}`
"""

from __future__ import annotations

from helpcenter.guard.rules.base import Sighting
from helpcenter.model import Finding, Text

CODE = "HC104"


def check(seen: Sighting) -> Finding | None:
    """A finding when a known fake stands outside its declared places."""
    if not seen.impostor or seen.declared:
        return None
    value = seen.hit.canonical
    return seen.finding(
        CODE,
        Text(f"已知的假冒地址 {value}", f"{value} is a known impostor"),
        Text(
            "删除它，或用 {{ impostor(…) }} 划线显示",
            "remove it, or show it with {{ impostor(…) }}",
        ),
    )
