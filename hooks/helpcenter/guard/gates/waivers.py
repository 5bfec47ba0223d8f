"""Waivers: addresses allowed without a record, with an expiry date and two owners.

A waiver covers one address in one file, and only the two rules that say “not in the records”:
never an imitation, an impostor, a retired address, a forged mark or a code in a picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from helpcenter.data.models.trust import Waiver
from helpcenter.data.records import Records
from helpcenter.guard.rules import hc141, hc142, hc143
from helpcenter.model import Finding, Source

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
    waivers = records.waivers
    mine = {name: w for name, w in waivers.items() if w.file.startswith(BUILT) == built}
    live = {name: waiver for name, waiver in mine.items() if records.today < waiver.expires}
    listed = {waiver.value for waiver in waivers.values()}
    out, used = [], set()
    for finding in findings:
        if finding.path == FILE and finding.canonical in listed and finding.rule in _RULES:
            continue
        name = _covering(finding, live, BUILT if built else "")
        used.add(name)
        out.append(hc141.check(finding, name, live[name]) if name else finding)
    out += _about(hc143.check, (name for name in mine if name not in live), records)
    if whole:
        out += _about(hc142.check, (name for name in live if name not in used), records)
    return out


def _about(
    check: Callable[[str, Waiver, Source], Finding], names: Iterable[str], records: Records
) -> list[Finding]:
    """Findings about waivers themselves."""
    return [check(name, records.waivers[name], records.place(f"waivers/{name}")) for name in names]


def _covering(finding: Finding, waivers: Mapping[str, Waiver], folder: str) -> str:
    """The name of the waiver that covers a finding; empty if none does."""
    if finding.rule not in _RULES:
        return ""
    wanted = (finding.kind, finding.canonical, f"{folder}{finding.path}")
    return next(
        (name for name, w in waivers.items() if (w.kind.value, w.value, w.file) == wanted), ""
    )
