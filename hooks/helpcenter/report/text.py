"""Findings as lines for people; safe for a terminal whatever the files hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import combining, east_asian_width

from helpcenter.model import Finding, Lang, Severity, Source, Text

RED, GREEN, YELLOW, DIM = "\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[2m"
_PLAIN = "\x1b[0m"
_UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    r"\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e01ef]"
)
"""Control and direction characters could repaint the terminal or reorder a line; others are
invisible, and a diff that removes them would show nothing."""
_NARROW = frozenset("\u200d\ufe0e\ufe0f")
"""Joiners and variation selectors, which take no column."""
_FROM = Text("来自", "from")
_CLEAN = Text("没有发现问题。", "No problems found.")


def render(findings: Sequence[Finding], lang: Lang, colour: bool = False) -> str:
    """One line per finding, its fix below it, and a closing line of sums."""
    if not findings:
        return _CLEAN[lang] + "\n"
    lines = [part for finding in findings for part in _lines(finding, lang, colour)]
    return "\n".join([*lines, _sums(findings, lang)]) + "\n"


def visible(text: str) -> str:
    """The text with unsafe characters written as their code points."""
    return _UNSAFE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def painted(text: str, colour: str) -> str:
    """The text in a colour of the terminal."""
    return f"{colour}{text}{_PLAIN}"


def columns(text: str) -> int:
    """Columns that the text takes on a terminal: a Chinese character takes two."""
    return sum(
        0 if combining(c) or c in _NARROW else 2 if east_asian_width(c) in "WF" else 1 for c in text
    )


def padded(text: str, width: int) -> str:
    """The text with spaces at its end, up to `width` columns."""
    return text + " " * (width - columns(text))


def _lines(finding: Finding, lang: Lang, colour: bool) -> list[str]:
    rule = finding.rule
    if colour:
        rule = painted(rule, RED if finding.severity is Severity.ERROR else YELLOW)
    place = _place(finding)
    lines = [f"{visible(place)}  {rule}  {visible(finding.message[lang])}"]
    if finding.source:
        lines.append(f"    {_FROM[lang]} {visible(_place(finding.source))}")
    if finding.suggestion[lang]:
        mend = f"    {visible(finding.suggestion[lang])}"
        lines.append(painted(mend, DIM) if colour else mend)
    return lines


def _place(at: Finding | Source) -> str:
    return f"{at.path}:{at.position.line}:{at.position.column}"


def _sums(findings: Sequence[Finding], lang: Lang) -> str:
    errors = sum(f.severity is Severity.ERROR for f in findings)
    warnings = len(findings) - errors
    zh = f"错误 {errors} 个，警告 {warnings} 个。"
    en = f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}."
    return Text(zh, en)[lang]
