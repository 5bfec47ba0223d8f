"""Waivers: addresses allowed without a record, with an expiry date and two owners.

A waiver covers one address in one file, and only the two rules that say “not in the records”:
never an imitation, an impostor, a retired address, a forged mark or a code in a picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from helpcenter.data.models.trust import Waiver
from helpcenter.data.records import Records
from helpcenter.guard.rules import hc141, hc142, hc143
from helpcenter.model import Finding

FILE = "docs/_data/waivers.yml"
BUILT = "site/"
"""Beginning of a waiver's file that is a file of the built site."""
_RULES = frozenset({"HC101", "HC102"})


def waived(
    findings: Iterable[Finding], records: Records, *, built: bool, whole: bool
) -> list[Finding]:
    """The findings with those that are waived turned into notes, and what is wrong with waivers.

    Args:
        findings: of sources, or of a built folder.
        records: where the waivers are.
        built: whether the findings are those of a built folder.
        whole: whether everything was looked at, so that an unused waiver is known to be unused.
    """
    mine = {
        name: waiver
        for name, waiver in records.waivers.items()
        if waiver.file.startswith(BUILT) == built
    }
    live = {name: waiver for name, waiver in mine.items() if records.today < waiver.expires}
    out, used = [], set()
    listed = {waiver.value for waiver in records.waivers.values()}
    for finding in findings:
        if finding.path == FILE and finding.canonical in listed and finding.rule in _RULES:
            continue
        name = _covering(finding, live, BUILT if built else "")
        used.add(name)
        out.append(hc141.check(finding, name, live[name]) if name else finding)
    place = records.place
    out += [
        hc143.check(name, waiver, place(f"waivers/{name}"))
        for name, waiver in mine.items()
        if name not in live
    ]
    if whole:
        out += [
            hc142.check(name, waiver, place(f"waivers/{name}"))
            for name, waiver in live.items()
            if name not in used
        ]
    return out


def _covering(finding: Finding, waivers: Mapping[str, Waiver], folder: str) -> str:
    """The name of the waiver that covers a finding; empty if none does."""
    if finding.rule not in _RULES:
        return ""
    wanted = (finding.kind, finding.canonical, f"{folder}{finding.path}")
    return next(
        (name for name, w in waivers.items() if (w.kind.value, w.value, w.file) == wanted), ""
    )
