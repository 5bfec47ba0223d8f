"""The message of each problem in both languages, and the rule that reports it.

`{found}` is the offending text; the code that notes a problem gives the other names.
"""

from __future__ import annotations

from helpcenter.data.wording.addresses import ADDRESSES
from helpcenter.data.wording.form import FORM
from helpcenter.data.wording.sense import SENSE
from helpcenter.data.wording.values import VALUES
from helpcenter.model import Text

WORDING: dict[str, tuple[str, Text]] = {
    code: (rule, Text(zh, en))
    for table in (FORM, VALUES, ADDRESSES, SENSE)
    for code, (rule, zh, en) in table.items()
}
"""Rule and sentence of each problem code."""
