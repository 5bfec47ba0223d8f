"""What runs elsewhere: .ci/run, the workflows, the comment on a pull request."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
UNREADABLE = "检查报告读不了"


def test_ci_script_is_a_bash_program() -> None:
    script = ROOT / ".ci" / "run"
    assert script.read_text("utf-8").startswith("#!/usr/bin/env bash\n")
    assert script.stat().st_mode & 0o111
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0


def steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job.get("steps", [])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_workflows_are_least_privileged(path: Path) -> None:
    text = path.read_text("utf-8")
    workflow = yaml.safe_load(text)
    assert "pull_request_target" not in text
    assert "secrets" not in text.replace("no secrets", "")
    assert workflow["permissions"] in ({}, {"contents": "read"})
    for job in workflow["jobs"].values():
        assert job.get("permissions", {}).get("contents", "read") == "read"
    for step in steps(workflow):
        # values of an event reach a shell only through the environment
        assert "${{" not in step.get("run", "")
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False
    for line in re.findall(r"uses: (.+)", text):
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\./\S+", line), line


def test_pull_request_jobs_cannot_write() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))
    assert all("permissions" not in job for job in workflow["jobs"].values())


def test_actionlint_judges_the_workflows_and_is_pinned_by_its_hash() -> None:
    job = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))["jobs"][
        "workflows"
    ]
    assert re.fullmatch(r"[0-9a-f]{64}", job["env"]["SHA256"])
    lines = job["steps"][-1]["run"].splitlines()
    check, run = (
        next(i for i, line in enumerate(lines) if text in line)
        for text in ("sha256sum", '/actionlint"')
    )
    assert check < run and "if" not in job and "continue-on-error" not in str(job)


def test_commenting_workflow_checks_out_only_our_branch() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/comment.yml").read_text("utf-8"))
    refs = [s["with"]["ref"] for s in steps(workflow) if "actions/checkout" in s.get("uses", "")]
    assert refs == ["${{ github.event.repository.default_branch }}"]


@pytest.mark.parametrize("path", sorted((ROOT / ".github").rglob("*.yml")), ids=lambda p: p.name)
def test_github_files_are_yaml(path: Path) -> None:
    assert isinstance(yaml.safe_load(path.read_text("utf-8")), dict)


def test_code_owners_cover_the_judges() -> None:
    owned = (ROOT / ".github/CODEOWNERS").read_text("utf-8")
    parts = ("docs/_data/", "hooks/", "overrides/", "mkdocs.yml", "*.lock", "*waivers*", "tests/")
    for part in (*parts, ".ci/", ".github/", "Makefile", "pyproject.toml"):
        assert re.search(rf"^/?{re.escape(part)}\s+@OWNER/", owned, re.MULTILINE), part


# The comment on a pull request


def summary(*arguments: str | Path) -> str:
    script = ROOT / ".github/scripts/summary.py"
    command = [sys.executable, "-I", script, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def report(path: Path, findings: object, changes: object = None) -> Path:
    with zipfile.ZipFile(path / "report.zip", "w") as archive:
        archive.writestr("findings.json", json.dumps({"findings": findings}))
        if changes is not None:
            archive.writestr("changes.json", json.dumps(changes))
    return path / "report.zip"


def test_comment_cannot_leave_its_block(tmp_path: Path) -> None:
    evil = "```\n@everyone ![x](https://evil.test/)\u202e<script>`" + "a" * 1_000
    finding = {"path": evil, "line": evil, "column": 1, "rule": evil, "message": evil}
    text = summary("--zip", report(tmp_path, [finding] * 100))
    assert text.count("```") == 2
    assert len(text) < 30 * 210 + 200
    inside = text.split("```")[1]
    assert "@everyone" in inside
    assert "\u202e" not in text
    assert "@everyone" not in text.replace(inside, "")


@pytest.mark.parametrize("findings", [None, 3, "x", [1, "x", None], {"a": 1}])
def test_comment_survives_nonsense(tmp_path: Path, findings: object) -> None:
    assert UNREADABLE in summary("--zip", report(tmp_path, findings))


def test_comment_survives_a_file_that_is_no_zip(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"\0" * 100)
    assert UNREADABLE in summary("--zip", tmp_path / "x")


def test_comment_never_calls_a_huge_report_clean(tmp_path: Path) -> None:
    assert UNREADABLE in summary("--zip", report(tmp_path, [{"message": "a" * 1_000_000}]))


def test_comment_says_when_all_is_well(tmp_path: Path) -> None:
    assert "没有发现问题" in summary("--zip", report(tmp_path, []))


CHANGES: dict[str, Any] = {
    "facts": [
        {"record": "fees/a", "field": "rate", "before": "1", "after": "2", "pages": ["fees/a"] * 9}
    ],
    "addresses": {"added": ["new@okpay.example"], "removed": []},
    "translation": {"before": 3, "after": 5, "hard": 1, "ceiling": 10, "new": ["fees/a#steps"]},
    "limits": [{"name": "translation.ceiling", "before": "10", "after": "20", "owner": "组"}],
    "pages": [{"page": "fees/a.en.md", "change": "changed", "file": "en/fees/a/index.html"}],
}


def test_comment_has_one_table(tmp_path: Path) -> None:
    preview = "https://github.test/run/1/artifacts/2"
    text = summary("--zip", report(tmp_path, [], CHANGES), "--preview", preview)
    lines = [line for line in text.splitlines() if line.startswith("|")]
    assert len(lines) == 2 + 5 and all(line.count("|") == 5 for line in lines)
    assert "| `fees/a` `rate` | `1` | `2` |" in text and "`fees/a` +3 |" in text
    assert "`new@okpay.example`" in text and "5 (+2)" in text and "`组`" in text
    assert f"[`en/fees/a/index.html`]({preview})" in text


@pytest.mark.parametrize(
    "changes", [{}, [], 3, {**CHANGES, "translation": {}}, {**CHANGES, "facts": [1]}]
)
def test_table_survives_nonsense(tmp_path: Path, changes: object) -> None:
    text = summary("--zip", report(tmp_path, [], changes))
    assert "列不出来" in text and "没有发现问题" in text


def test_table_cannot_be_left(tmp_path: Path) -> None:
    evil = "`| |\n\n@everyone [x](https://evil.test/) <b>" + "a" * 500
    fact = dict.fromkeys(("record", "field", "before", "after"), evil) | {"pages": [evil] * 8}
    changes = {**CHANGES, "facts": [fact] * 80}
    text = summary("--zip", report(tmp_path, [], changes))
    lines = [line for line in text.splitlines() if line.startswith("|")]
    assert len(lines) == 62 and all(line.count("|") == 5 for line in lines)
    assert "5 (+2)" in lines[2]  # however much else there is
    assert all(line.count("`") % 2 == 0 for line in lines)
    outside = "".join("".join(line.split("`")[::2]) for line in lines)
    assert "@everyone" not in outside and "evil" not in outside and len(text) < 65_000


def test_comment_filters_by_rule(tmp_path: Path) -> None:
    rows = [{"rule": rule, "path": f"{rule}.yml"} for rule in ("HC216", "HC101")]
    (tmp_path / "all.json").write_text(json.dumps({"findings": rows}))
    text = summary("--json", tmp_path / "all.json", "--rule", "HC216")
    assert "HC216.yml" in text
    assert "HC101" not in text
