"""What operators may choose: announcements, where issues go, a path on their host, old proofs."""

from __future__ import annotations

from tests.site.project import Project, verify_all

TEXT = "text: {zh: 提现会晚一些。, en: Withdrawals are slow.}"
NOTICES = {
    "always": f"{TEXT}\n    severity: info\n    start: 2026-11-01T00:00:00+08:00",
    "later": f"{TEXT}\n    severity: info\n    start: 2026-12-01T09:00:00+08:00",
    "ends": f"{TEXT}\n    severity: warning\n    start: 2026-11-01T00:00:00+08:00\n"
    "    end: 2026-12-01T09:00:00+08:00",
    "over": f"{TEXT}\n    severity: info\n    start: 2026-11-01T00:00:00+08:00\n"
    "    end: 2026-11-20T00:00:00+08:00",
    "loud": f"{TEXT}\n    severity: critical\n    start: 2026-11-01T00:00:00+08:00",
    "chinese": f"{TEXT}\n    severity: info\n    start: 2026-11-01T00:00:00+08:00\n"
    "    audience: {languages: [zh]}",
    "payers": f"{TEXT}\n    severity: info\n    start: 2026-11-01T00:00:00+08:00\n"
    "    audience: {categories: [payments]}",
    "some": f"{TEXT}\n    severity: info\n    start: 2026-11-01T00:00:00+08:00\n"
    "    audience: {who: {zh: 新加坡客户, en: Customers in Singapore}}",
}
"""One announcement for each field, on 23 November 2026."""
REPOSITORY = "repo_url: https://code.test/us/help\nedit_uri: edit/main/docs/\n"


def announce(project: Project) -> None:
    body = "".join(f"  {name}:\n    {fields}\n" for name, fields in NOTICES.items())
    project.write("docs/_data/announcements.yml", f"announcements:\n{body}")


def choose_where_issues_go(project: Project) -> None:
    project.edit("docs/_data/contacts.yml", "feedback: support-email", "feedback: request-form")
    project.edit("mkdocs.yml", "site_url:", f"{REPOSITORY}site_url:")


def expire_all_but_the_form(project: Project) -> None:
    """Every record was verified too long ago, only that of the page for issues was not."""
    verify_all(project, on="2026-06-01")
    proof = "  request-form:\n    status: verified\n    verified: {on: 2026-"
    project.edit("docs/_data/contacts.yml", f"{proof}06-01", f"{proof}11-20")


def move_below_a_path(project: Project) -> None:
    here, there = "https://help.okpay.example/", "https://help.okpay.example/zh/help/"
    project.edit("mkdocs.yml", here, there)
