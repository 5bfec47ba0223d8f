"""Tables of cases: a file's text that marks its own expected findings with ⟪.

Each ⟪ stands right before the place of one finding and is taken out before the text is used;
`expect` says, in the order of the marks, what each of them is. A text without marks asserts
silence.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from helpcenter.model import Finding, Position

HERE = Path(__file__).parent
TODAY = date(2026, 11, 23)
MARK = "⟪"


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    marks: list[Position]
    expect: list[dict[str, str]]
    extra: dict[str, Any] = field(default_factory=dict)

    def assert_findings(self, findings: list[Finding]) -> None:
        """Each finding stands at its mark and says the expected words in both languages."""
        found = sorted(findings, key=lambda item: item.position)
        assert [item.position for item in found] == self.marks, [
            (item.rule, item.position, item.message.en) for item in found
        ]
        for item, want in zip(found, self.expect, strict=True):
            assert item.rule == want["rule"]
            said = (item.message.zh + item.suggestion.zh, item.message.en + item.suggestion.en)
            assert want["zh"] in said[0], said
            assert want["en"] in said[1], said
            assert item.found == want.get("found", item.found)


def cases(name: str) -> list[Case]:
    """The cases of `cases/<name>.yml`."""
    rows = yaml.load((HERE / "cases" / f"{name}.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    return [_case(row) for row in rows]


def _case(row: dict[str, Any]) -> Case:
    text, marks = str(row.pop("text")), []
    while (at := text.find(MARK)) >= 0:
        marks.append(Position.at(text, at))
        text = text[:at] + text[at + 1 :]
    expect = [
        dict(zip(("rule", "zh", "en", "found"), item, strict=False))
        for item in row.pop("expect", [])
    ]
    return Case(row.pop("name"), text, marks, expect, row)


def base_root(tmp_path: Path) -> Path:
    """A root with the smallest record files that have nothing wrong."""
    root = tmp_path / "root"
    shutil.copytree(HERE / "base", root)
    return root
