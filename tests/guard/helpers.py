"""A small truth for the guard's tests."""

from __future__ import annotations

from helpcenter.guard.files import opened
from helpcenter.guard.judge import judge
from helpcenter.guard.scan import scan
from helpcenter.guard.truth import Official, Truth
from helpcenter.model import Finding

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
