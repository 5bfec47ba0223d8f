"""Findings as JSON for other tools; the names are part of the product's interface."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from helpcenter.model import Finding, Lang, Severity


def render(findings: Sequence[Finding], lang: Lang) -> str:
    """`{"findings": [...], "summary": {...}}`, messages in `lang`."""
    report = {"findings": [entry(f, lang) for f in findings], "summary": summary(findings)}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def entry(finding: Finding, lang: Lang) -> dict[str, Any]:
    """One finding; `source` is there only when the origin of a built file is known."""
    data: dict[str, Any] = {
        "id": finding.id,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "path": finding.path,
        "line": finding.position.line,
        "column": finding.position.column,
        "kind": finding.kind,
        "found": finding.found,
        "canonical": finding.canonical,
        "message": finding.message[lang],
        "suggestion": finding.suggestion[lang],
    }
    if finding.source:
        place = finding.source.position
        data["source"] = {"path": finding.source.path, "line": place.line, "column": place.column}
    return data


def summary(findings: Sequence[Finding]) -> dict[str, Any]:
    """How many of each severity and rule."""
    return {
        "errors": sum(f.severity is Severity.ERROR for f in findings),
        "warnings": sum(f.severity is Severity.WARNING for f in findings),
        "rules": dict(sorted(Counter(f.rule for f in findings).items())),
    }
