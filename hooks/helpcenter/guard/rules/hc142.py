"""HC142 unused waiver / 用不到的豁免.

A waiver that covers nothing is a door left open: the next address put there would get no
review.
没有用处的豁免等于留着一扇门：下次有人把地址放在那里，就没人再看了。

Bad / 错: `file: overrides/old.js` of a file that is gone
错: `file: overrides/old.js`，文件已经不在
Good / 对: `waivers: {}`
"""

from __future__ import annotations

from helpcenter.data.models.trust import Waiver
from helpcenter.model import Finding, Severity, Source, Text

CODE = "HC142"


def check(name: str, waiver: Waiver, place: Source) -> Finding:
    """The finding for a waiver that covers no finding."""
    return Finding(
        rule=CODE,
        path=place.path,
        position=place.position,
        severity=Severity.WARNING,
        kind=waiver.kind,
        found=name,
        canonical=waiver.value,
        message=Text(
            f"用不到的豁免 {name}（{waiver.file}）", f"unused waiver {name} ({waiver.file})"
        ),
        suggestion=Text("删掉它", "delete it"),
    )
