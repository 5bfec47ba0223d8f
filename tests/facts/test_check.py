"""Source rules HC202, HC203, HC205 with exact places, against check.yml."""

from __future__ import annotations

import dataclasses

from tests.facts.sample import sample_records, table
from tests.rows import rows

from helpcenter.facts.check import check


@rows("case", table("check.yml"), ids=lambda case: case["name"])
def test_page(case):
    findings = check("docs/x.md", case["text"], sample_records())
    seen = [f"{f.rule} {f.position.line}:{f.position.column} {f.found}" for f in findings]
    assert sorted(seen) == sorted(case["findings"])
    assert all(finding.path == "docs/x.md" for finding in findings)
    if "near" in case:
        assert case["near"] in findings[0].suggestion.en
        assert case["near"] in findings[0].suggestion.zh


def test_where_no_record_is_left_the_hint_says_so():
    """As for the impostors, which a new owner empties first."""
    none = dataclasses.replace(sample_records(), impostors={})
    (finding,) = check("docs/x.md", '{{ impostor("fake-mail") }}', none)
    assert (finding.rule, finding.found) == ("HC202", "fake-mail")
    assert finding.suggestion.en == "docs/_data holds none: enter one, or delete this"
    assert "登记一条" in finding.suggestion.zh
