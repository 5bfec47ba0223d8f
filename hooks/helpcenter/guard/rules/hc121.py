"""HC121 styled letters / 变体字母或数字.

Full-width, mathematical, circled, superscript and foreign characters read like plain ones and
escape every search. Single ①-⑳, exponents and full-width punctuation are fine.
全角、数学体、带圈、上标和外文数字看起来一样，却躲得过检索。单个 ①-⑳、指数和全角标点不受限制。

Bad / 错: `ｓｕｐｐｏｒｔ`, `𝟒𝟎𝟎`
Good / 对: `support`, `第①步`, `100㎡`
"""

from __future__ import annotations

from helpcenter.guard.rules.base import Carrier
from helpcenter.model import Finding, Text

CODE = "HC121"


def check(carrier: Carrier) -> Finding:
    """The finding for such a place."""
    return carrier.finding(
        CODE,
        "letters",
        Text("变体字母或数字", "styled letters or digits"),
        Text("改用普通字母和数字", "type plain letters and digits"),
    )
