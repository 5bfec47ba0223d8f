"""Problems of record files and pages, and how they become findings in both languages."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from helpcenter.data.wording import WORDING
from helpcenter.model import Finding, Position, Severity, Text, filled
from helpcenter.system_errors import reason_of

WARNINGS = frozenset({"HC216"})
"""Rules that only report; whether they stop a release is the gate's decision."""


_START = Position()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a code of `WORDING`, a place, and the values to fill in."""

    code: str
    position: Position = _START
    found: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    near: tuple[str, ...] = ()
    """Names that would have been right here; the closest ones are suggested."""


def unreadable(error: OSError) -> Problem:
    """The problem of a file that the operating system would not open or read."""
    reason = reason_of(error)
    return Problem("unreadable", values={"zh": reason.zh, "en": reason.en})


def closest(name: str, names: Iterable[str]) -> list[str]:
    """Up to three of `names` that look like `name`, best first; case does not matter."""
    by_fold = {item.casefold(): item for item in names}
    matches = difflib.get_close_matches(name.casefold(), by_fold, n=3, cutoff=0.6)
    return [by_fold[match] for match in matches]


def did_you_mean(name: str, names: Iterable[str]) -> Text:
    """The suggestion for a name that is not among `names`; empty when none is close."""
    near = closest(name, names)
    if not near:
        return Text("", "")
    return Text(f"是不是想写 {'、'.join(near)}？", f"Did you mean {', '.join(near)}?")


def to_finding(problem: Problem, path: str, rule: str = "", kind: str = "record") -> Finding:
    """The finding for a problem in the file `path`; `rule` replaces the code's own rule."""
    own_rule, text = WORDING[problem.code]
    rule = rule or own_rule
    values = {"found": problem.found, **problem.values}
    return Finding(
        rule=rule,
        path=path,
        message=filled(text, **values),
        position=problem.position,
        severity=Severity.WARNING if rule in WARNINGS else Severity.ERROR,
        kind=kind,
        found=problem.found,
        suggestion=did_you_mean(problem.found, problem.near),
    )
