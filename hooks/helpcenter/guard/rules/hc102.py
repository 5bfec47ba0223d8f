"""HC102 registered address typed by hand / 手打的已登记地址.

The address is genuine but typed by hand: when its record changes or is retired, this copy stays.
A fact is written once, in the records; text refers to it.
地址本身没错，但它是手打的：记录变更或停用时，这一份不会跟着变。

Bad / 错: `请写信到 support@okpay.example`
Good / 对: `请写信到 {{ contact("support-email") }}`
"""

from __future__ import annotations

from helpcenter.guard.rules.base import Sighting
from helpcenter.model import Finding, Text

CODE = "HC102"


def check(seen: Sighting) -> Finding | None:
    """A finding when the address is ours, stands in text, and bears no mark."""
    if not seen.official or seen.machine or seen.declared:
        return None
    key = seen.official.key
    if key.startswith("contacts/"):
        mend = f'{{{{ contact("{seen.official.name}") }}}}'
        suggestion = Text(f"改为引用 {mend}", f"refer to it: {mend}")
    else:
        suggestion = Text(
            "改为相对链接，或引用对应的联系方式",
            "use a relative link, or refer to the contact that holds it",
        )
    message = Text(f"手打的已登记地址（{key}）", f"a registered address typed by hand ({key})")
    return seen.finding(CODE, message, suggestion)
