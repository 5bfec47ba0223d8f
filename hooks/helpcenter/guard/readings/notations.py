"""Mailboxes in the notations of other systems: a way through hosts, the mailbox of a zone (RFC 1035)."""

from __future__ import annotations

import re

from helpcenter.guard.detectors.suffixes import COMMON, top_level
from helpcenter.guard.readings.folds import Fold

_LABELS = r"(?:[A-Za-z0-9][\w-]{0,40}\.){1,4}[a-z]{2,12}"
_FIRST_DOT = (
    r"(?:(?:first|leftmost) (?:dot|point|full stop|period)"
    r"|(?:第一|首|最左边那?|最前面?那?)个(?:小?圆?点|句点))"
)


def _by_way(match: re.Match[str]) -> str:
    known = match["host"].rpartition(".")[2] in COMMON
    return f"{match['local']}@{match['host']}" if known else ""


def _of_zone(match: re.Match[str]) -> str:
    known = match["host"].rpartition(".")[2].lower() in top_level()
    return f"{match['local']}@{match['host']}" if known else ""


NOTATIONS: tuple[Fold, ...] = (
    Fold("bang path", re.compile(
        rf"(?<![\w@.!-])(?P<host>{_LABELS})!(?P<local>[A-Za-z][\w.+-]{{1,40}})(?![\w@(!=-])", re.ASCII),
        _by_way, ("write to host.test!desk", "desk@host.test"), "if (!a.test!b)", ("!",)),
    Fold("first dot for at", re.compile(
        rf"(?<![\w@.-])(?P<local>[A-Za-z0-9][\w+-]{{1,40}})\.(?P<host>{_LABELS})(?![\w@-])"
        rf"[^\n]{{1,80}}?{_FIRST_DOT}[^\n]{{1,30}}?(?:@|at[- ](?:sign|symbol)|艾特|圈a)", re.IGNORECASE),
        _of_zone, ("desk.host.test, where the first dot is an at sign", "desk@host.test"),
        "a.b.test has a first dot", hint=re.compile(_FIRST_DOT, re.IGNORECASE)),
)  # fmt: skip
