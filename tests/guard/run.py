"""Score the guard on a set of cases.

    python -m tests.guard.run CASES.jsonl --truth truth.yml --json OUT

Writes one object per row: id, flagged, named, and all findings; prints the sums per family
(rows with a fake) or per category (innocent rows).
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

try:
    from helpcenter.report.jsonout import entry
except ImportError:  # not installed: use the library beside us
    sys.path.insert(0, str(Path(__file__).parents[2] / "hooks"))
    from helpcenter.report.jsonout import entry

from tests.guard import cases


def main(arguments: list[str] | None = None) -> int:
    """Run the cases; 0 when all went through, whatever the score."""
    parser = argparse.ArgumentParser(prog="python -m tests.guard.run", description=__doc__)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--truth", type=Path, required=True)
    parser.add_argument("--json", type=Path, required=True)
    parser.add_argument("--no-lock", action="store_true", help="without the asset lock")
    options = parser.parse_args(arguments)
    rows = [json.loads(line) for line in options.cases.read_text("utf-8").splitlines() if line]
    with tempfile.TemporaryDirectory() as work:
        truth = cases.read_truth(options.truth)
        found = cases.run(rows, truth, options.cases.parent, Path(work), locked=not options.no_lock)
    results = []
    for row in rows:
        findings = found[row["id"]]
        counting = findings if "fake" in row else cases.counted(row, findings)
        results.append(
            {
                "id": row["id"],
                "flagged": bool(counting),
                "named": "fake" in row and cases.is_named(row, findings),
                "findings": [entry(finding, "en") for finding in findings],
            }
        )
    options.json.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8")
    report(rows, results)
    return 0


def report(rows: list[cases.Row], results: list[dict]) -> None:
    """Print the sums."""
    total, flagged, named = Counter(), Counter(), Counter()
    for row, result in zip(rows, results, strict=True):
        for group in (row.get("family") or row["category"], "all"):
            total[group] += 1
            flagged[group] += result["flagged"]
            named[group] += result["named"]
    for group in total:
        print(f"{group:24} {total[group]:4} flagged {flagged[group]:4} named {named[group]:4}")


if __name__ == "__main__":
    sys.exit(main())
