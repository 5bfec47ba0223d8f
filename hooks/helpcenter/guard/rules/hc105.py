"""HC105 retired address / 已停用的地址.

The address was ours and no longer is: it may by now belong to somebody else.
该地址曾经是我们的，现已停用，也许已归他人所有。

Bad / 错: `old@okpay.example`
Good / 对: `{{ contact("support-email") }}`
"""

from __future__ import annotations

from helpcenter.guard.rules.base import Sighting
from helpcenter.model import Finding, Text

CODE = "HC105"


def check(seen: Sighting) -> Finding | None:
    """A finding when the address equals a retired record."""
    if not seen.official or not seen.official.retired or seen.declared:
        return None
    key = seen.official.key
    return seen.finding(
        CODE,
        Text(f"已停用的地址（{key}）", f"a retired address ({key})"),
        Text("改用现行的联系方式", "use a current contact instead"),
    )
