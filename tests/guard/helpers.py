"""A small truth for the guard's tests."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from helpcenter.data.records import Records
from helpcenter.guard.gates.holdings import check_contents
from helpcenter.guard.gates.source_files import source_paths
from helpcenter.guard.gates.source_gate import SourceGate, check_file
from helpcenter.guard.judging.judge import judge
from helpcenter.guard.judging.kinds import opened
from helpcenter.guard.judging.scan import scan
from helpcenter.guard.records.truth import Official, Truth
from helpcenter.model import Finding
from helpcenter.workers import shared

TRUTH = Truth.of(
    officials=[
        Official("contacts/support-email", "email", "support@okpay.example", labels=("客服邮箱",)),
        Official("contacts/support-phone", "phone", "+12025550100"),
        Official("contacts/x-account", "social", "x:@okpay_demo"),
        Official("contacts/old-email", "email", "old@okpay.example", "retired"),
        Official("contacts/live-chat", "url", "https://chat.okpay.example/"),
    ],
    hosts=[Official("domains/website", "host", "okpay.example")],
    urls=["https://listed.test/page", "https://root.test/"],
    trees=["https://whole.test/", "https://code.test/us/help"],
)


def judged(text: str, path: str = "docs/a.md", truth: Truth = TRUTH) -> list[Finding]:
    """Address findings in one text."""
    file, code = opened(path, text)
    return judge(file, scan(text, code, path), truth)


def brief(findings: list[Finding]) -> list[tuple[str, str]]:
    """Rule and canonical value of each finding."""
    return [(finding.rule, finding.canonical) for finding in findings]


def named(text: str, path: str = "docs/a.md") -> list[str]:
    """The canonical values that are found in one text."""
    return [finding.canonical for finding in judged(text, path)]


def held(name: str, raw: bytes) -> list[tuple[str, str]]:
    """Rule and canonical value of what an asset holds."""
    return brief([*check_contents(f"docs/{name}", raw, TRUTH)])


def check_sources(
    root: Path, records: Records, paths: Collection[str] | None = None
) -> list[Finding]:
    """Findings of the gate before the build, run by itself."""
    gate = SourceGate(root, records, paths)
    with shared(gate.job):
        return gate.findings()


def check_tree(root: Path, truth: Truth, paths: Collection[str] | None = None) -> list[Finding]:
    """Findings in the sources of a project, compared with a given truth."""
    chosen = (path for path in source_paths(root) if paths is None or path in paths)
    return [finding for path in chosen for finding in check_file(root, path, truth)]
