"""HC101 unlisted address / 未登记的地址.

An address that equals no record does not exist for us: a reader who trusts it contacts
somebody else. Canonical forms are compared, so no notation makes a fake look genuine, and a
genuine address in an odd notation is still genuine (that is HC102).
凡是与任何记录都不相等的地址，对我们来说就不存在：读者信了它，联系上的就是别人。

Bad / 错: `请致电 +1 202-555-0187`
Good / 对: `请致电 {{ contact("support-phone") }}`
"""

from __future__ import annotations

from helpcenter.guard.rules.base import Sighting
from helpcenter.model import Finding, Text

CODE = "HC101"


def check(seen: Sighting) -> Finding | None:
    """A finding when the address is neither ours nor listed."""
    if seen.official or seen.linked or seen.declared:
        return None
    value = seen.hit.canonical
    return seen.finding(
        CODE,
        Text(f"未登记的地址 {value}", f"{value} is not in the records"),
        Text(
            "删除它；如确属我们，先登记到 docs/_data/ 再引用",
            "remove it; if it is ours, add it to docs/_data/ first and refer to it",
        ),
    )
