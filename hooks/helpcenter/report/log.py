"""Findings and failures as lines of the builder's log.

HC506: the machine failed (full disk, unreadable file) or the program has a defect; the site on
disk is unchanged.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from pathlib import Path

from helpcenter.model import Finding, Lang, Severity, Text
from helpcenter.report.language import tool_language
from helpcenter.report.text import visible

Logger = logging.LoggerAdapter[logging.Logger]


def log_findings(findings: Iterable[Finding], logger: Logger) -> None:
    """Log one line per finding.

    Warnings are logged as information, so that `--strict`, which counts warnings, stops
    for errors only.
    """
    lang = tool_language(os.environ)
    for finding in findings:
        level = logging.ERROR if finding.severity is Severity.ERROR else logging.INFO
        logger.log(level, "%s", line(finding, lang))


def line(finding: Finding, lang: Lang) -> str:
    """`path:line:column HC101 message → suggestion`, safe for a terminal.

    For a built file: first its source, then, in brackets, the place in the built file.
    """
    place = f"{finding.path}:{finding.position.line}:{finding.position.column}"
    if source := finding.source:
        place = f"{source.path}:{source.position.line}:{source.position.column} ({place})"
    tail = f" → {finding.suggestion[lang]}" if finding.suggestion[lang] else ""
    return visible(f"{place} {finding.rule} {finding.message[lang]}{tail}")


def said(text: Text, what: str) -> str:
    """`text` filled with `what`: one line, safe for a terminal, in the language of the tools."""
    return visible(" ".join(text[tool_language(os.environ)].format(what).split()))


def failure(error: BaseException) -> str:
    """One line for a failure of the machine (full disk, unreadable file) or a defect."""
    what = f"{type(error).__name__}: {error}"
    if isinstance(error, OSError):
        what = str(error.strerror or error)
        what += f": {_short(error.filename)}" if error.filename else ""
    return visible(f"HC506 {' '.join(what.split())}; the site on disk is unchanged")


def _short(name: object) -> str:
    path = Path(os.fsdecode(name)) if isinstance(name, (str, bytes)) else Path(str(name))
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
