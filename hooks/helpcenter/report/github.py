"""Findings as workflow commands, shown as annotations beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from helpcenter.model import Finding, Lang


def render(findings: Sequence[Finding], lang: Lang) -> str:
    """One `::error` or `::warning` command per line."""
    return "".join(f"{command(finding, lang)}\n" for finding in findings)


def command(finding: Finding, lang: Lang) -> str:
    """One command; every value is escaped, so that no file can write a command of its own."""
    places = {
        "file": finding.path,
        "line": str(finding.position.line),
        "col": str(finding.position.column),
        "title": finding.rule,
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in places.items())
    parts = (finding.message[lang], finding.suggestion[lang])
    message = _data("\n".join(part for part in parts if part))
    return f"::{finding.severity.value} {properties}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
