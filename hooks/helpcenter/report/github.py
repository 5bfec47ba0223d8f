"""Findings as workflow commands, shown as annotations beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from helpcenter.model import Finding, Lang, Source


def render(findings: Sequence[Finding], lang: Lang) -> str:
    """One `::error` or `::warning` command per line."""
    return "".join(f"{command(finding, lang)}\n" for finding in findings)


def command(finding: Finding, lang: Lang) -> str:
    """One command; every value is escaped, so that no file can write a command of its own.

    What was found in a built file is shown at its source, if that is known.
    """
    source = finding.source or Source(finding.path, finding.position)
    places = {
        "file": source.path,
        "line": str(source.position.line),
        "col": str(source.position.column),
        "title": finding.rule,
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in places.items())
    parts = [finding.message[lang], finding.suggestion[lang]]
    if finding.source:
        parts.append(f"{finding.path}:{finding.position.line}:{finding.position.column}")
    message = _data("\n".join(part for part in parts if part))
    return f"::{finding.severity.value} {properties}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
