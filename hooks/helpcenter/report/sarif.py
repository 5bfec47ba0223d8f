"""Findings as SARIF 2.1.0 (OASIS), for code scanning services.

A finding in a built file whose origin is known is placed at its source, where it can be fixed;
the built file is a related location.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from helpcenter.model import Finding, Lang, Position


def render(findings: Sequence[Finding], lang: Lang) -> str:
    """One SARIF log with one run."""
    rules = sorted({finding.rule for finding in findings})
    driver = {"name": "helpcenter", "rules": [{"id": rule} for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules.index(finding.rule), lang) for finding in findings],
    }
    log = {"version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(finding: Finding, rule: int, lang: Lang) -> dict[str, Any]:
    source = finding.source
    parts = (finding.message[lang], finding.suggestion[lang])
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": "\n".join(part for part in parts if part) or finding.rule},
        "locations": [
            _location(source.path, source.position)
            if source
            else _location(finding.path, finding.position)
        ],
        "partialFingerprints": {"helpcenter/v1": finding.id},
    }
    if source:
        result["relatedLocations"] = [_location(finding.path, finding.position)]
    return result


def _location(path: str, position: Position) -> dict[str, Any]:
    region = {"startLine": position.line, "startColumn": position.column}
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(path, errors="surrogateescape")},
            "region": region,
        }
    }
