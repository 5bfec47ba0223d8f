"""Ordinary text that is near an address and is none: nothing may be said about it."""

from pathlib import Path

import pytest
from tests.guard import cases
from tests.guard.helpers import TRUTH
from tests.rows import rows

TABLE = Path(__file__).with_name("innocents.tsv")
CASES = [
    line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")
]


@pytest.fixture(scope="module")
def findings(tmp_path_factory):
    """All of them in one project, each in an article of its own, judged in one run."""
    rows = [
        {
            "id": str(number),
            "category": category,
            "files": [
                {"path": f"docs/a{number}.md", "mode": "create", "content": said(text) + "\n"}
            ],
        }
        for number, (category, text) in enumerate(CASES)
    ]
    found = cases.run(rows, TRUTH, TABLE.parent, tmp_path_factory.mktemp("innocents"))
    return {row["id"]: cases.counted(row, found[row["id"]]) for row in rows}


def said(text):
    return text.replace("\\n", "\n")


@pytest.mark.xdist_group("innocents")  # judged once, not by each worker
@rows("number", range(len(CASES)), ids=[text[:40] for _, text in CASES])
def test_silence(findings, number):
    assert [(f.rule, f.found, f.canonical) for f in findings[str(number)]] == []
