"""Sites that this project did not build: they have no references, so our addresses are typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from helpcenter.guard.rules import hc102
from helpcenter.model import Finding, Text


def once_a_page(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with one HC102 for each page, which says how many more there are.

    Only the form is at stake there, and a page with a menu of full addresses would bury what
    is dangerous.
    """
    findings = list(findings)
    typed = Counter(f.path for f in findings if f.rule == hc102.CODE)
    told: set[str] = set()
    out = []
    for finding in findings:
        if finding.rule == hc102.CODE:
            if finding.path in told:
                continue
            told.add(finding.path)
            if more := typed[finding.path] - 1:
                finding = replace(finding, message=_with(finding.message, more))
        out.append(finding)
    return out


def _with(message: Text, more: int) -> Text:
    return Text(f"{message.zh}，本页另有 {more} 个", f"{message.en}, and {more} more on this page")
