"""HC141 waived address / 豁免的地址.

Two owners vouch for an address that is in no record. Every use is reported, so that
it is not forgotten.
有人担保了一个没有登记的地址；每次用到都会报告，以免被人忘记。

Bad / 错: `https://vendor.test/licence` in a script, with a waiver
错: 脚本里的 `https://vendor.test/licence`，有豁免
Good / 对: `{{ link("spot-phishing") }}`, which is in the records
对: `{{ link("spot-phishing") }}`，记录里有
"""

from __future__ import annotations

from dataclasses import replace

from helpcenter.data.models.trust import Waiver
from helpcenter.model import Finding, Severity, Text

CODE = "HC141"


def check(finding: Finding, name: str, waiver: Waiver) -> Finding:
    """The finding of another rule, turned into a note about its waiver."""
    owners = " + ".join(waiver.owners)
    return replace(
        finding,
        rule=CODE,
        severity=Severity.WARNING,
        message=Text(
            f"豁免 {name}，到 {waiver.expires} 为止（{owners}：{waiver.reason}）；"
            f"{finding.message.zh}",
            f"waived by {name} until {waiver.expires} ({owners}: {waiver.reason}); "
            f"{finding.message.en}",
        ),
        suggestion=Text("", ""),
    )
