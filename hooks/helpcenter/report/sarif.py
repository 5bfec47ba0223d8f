"""Findings as SARIF 2.1.0 (OASIS), for code scanning services."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from helpcenter.model import Finding, Lang


def render(findings: Sequence[Finding], lang: Lang) -> str:
    """One SARIF log with one run."""
    rules = sorted({finding.rule for finding in findings})
    driver = {"name": "helpcenter", "rules": [{"id": rule} for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, lang) for finding in findings],
    }
    log = {"version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(finding: Finding, lang: Lang) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": quote(finding.path)},
        "region": {"startLine": finding.position.line, "startColumn": finding.position.column},
    }
    parts = (finding.message[lang], finding.suggestion[lang])
    return {
        "ruleId": finding.rule,
        "level": finding.severity.value,
        "message": {"text": "\n".join(part for part in parts if part)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"helpcenter/v1": finding.id},
    }
