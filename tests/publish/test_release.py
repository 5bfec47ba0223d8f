"""The release gate over records in memory: which codes speak for which standing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpcenter.data.load import load
from helpcenter.publish.profile import Profile
from helpcenter.publish.release import check

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
HELP = "https://help.okpay.example/"


@pytest.fixture(scope="module")
def records():
    return load(ROOT, TODAY).records


def codes(records, shown, site_url=HELP, *, allow=False):
    profile = Profile(release=True, allow_reserved=allow, today=TODAY)
    pages = {key: {"docs/a.md"} for key in shown}
    return [finding.rule for finding in check(records, pages, site_url, profile)]


def test_nothing_shown_still_needs_a_host_of_ours(records):
    assert codes(records, [], allow=True) == []
    assert codes(records, []) == ["HC502"]
    assert codes(records, [], "https://elsewhere.okpay.example/", allow=True) == ["HC503"]


def test_sample_and_reserved_are_two_findings(records):
    shown = [
        "contacts/support-email",
        "domains/website",
        "regulators/" + next(iter(records.regulators)),
    ]
    assert codes(records, shown, allow=True) == ["HC501"] * 3
    assert codes(records, shown) == ["HC501", "HC502"] * 3 + ["HC502"]


def test_a_record_without_address_is_judged_by_its_standing(records):
    assert codes(records, ["hours/phone"]) == ["HC501", "HC502"]  # the second is site_url's


def test_the_finding_points_at_the_record(records):
    profile = Profile(release=True, allow_reserved=True, today=TODAY)
    (finding,) = check(records, {"hours/phone": {"docs/a.md"}}, HELP, profile)
    assert (finding.path, finding.canonical) == ("docs/_data/hours.yml", "hours/phone")
    assert finding.position == records.place("hours/phone").position
    assert "docs/a.md" in finding.suggestion.en


@pytest.mark.parametrize(
    ("shown", "site_url", "rule", "said"),
    [
        ("contacts/support-email", HELP, "HC501", "status: verified"),
        ("contacts/support-email", HELP, "HC502", "the real one"),
        ("hours/phone", "https://elsewhere.okpay.example/", "HC503", "domains.yml"),
        ("hours/phone", HELP, "HC502", "site_url in mkdocs.yml"),
    ],
)
def test_each_finding_says_what_to_do(records, shown, site_url, rule, said):
    """A reserved name is not mended by confirming it."""
    profile = Profile(release=True, allow_reserved=False, today=TODAY)
    found = [f for f in check(records, {shown: {"docs/a.md"}}, site_url, profile) if f.rule == rule]
    assert any(said in finding.suggestion.en for finding in found)
    assert all(finding.suggestion.zh for finding in found)
