"""HC143 expired waiver / 过期的豁免.

Two people vouched for an address until a day that has passed; nobody has reviewed it since.
两位负责人只担保到某一天；那天以后没有人再看过。

Bad / 错: `expires: 2026-01-31`
Good / 对: `expires: 2027-01-31` after both have looked again
对: `expires: 2027-01-31`，两位负责人都重新看过
"""

from __future__ import annotations

from helpcenter.data.models.trust import Waiver
from helpcenter.model import Finding, Source, Text

CODE = "HC143"


def check(name: str, waiver: Waiver, place: Source) -> Finding:
    """The finding for a waiver whose time has run out."""
    return Finding(
        rule=CODE,
        path=place.path,
        position=place.position,
        kind=waiver.kind,
        found=name,
        canonical=waiver.value,
        message=Text(
            f"豁免 {name} 已于 {waiver.expires} 过期", f"waiver {name} expired on {waiver.expires}"
        ),
        suggestion=Text(
            "删掉它，或由两位负责人重新看过再改日期",
            "delete it, or have both owners look again and change the dates",
        ),
    )
