"""Source rules HC202, HC203, HC205 with exact places, against check.yml."""

from __future__ import annotations

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
