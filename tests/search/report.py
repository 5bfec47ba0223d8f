"""The table that CI prints, articles that nothing finds, and synonyms that no article uses.

A run of the tests leaves it in `REPORT`; `python -m tests.search.report` prints it alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.search.quality import ROOT, SETS, engines, results, scores

from helpcenter.model import Lang

COLUMNS = ("success@1", "success@3", "mrr@10", "zero", "rejected")
REPORT = ROOT / "build/search.txt"


def table(name: str) -> list[str]:
    rows = [f"{name:24}" + "".join(f"{column:>11}" for column in COLUMNS)]
    for row, score in sorted(scores(name).items()):
        numbers = score.numbers()
        cells = (f"{numbers[c]:11.2f}" if c in numbers else f"{'–':>11}" for c in COLUMNS)
        rows.append(f"  {row:22}" + "".join(cells))
    return rows


def unfound(lang: Lang) -> list[str]:
    """Articles that no query of any set has among its first three."""
    found = {
        name for s in SETS for query, ids in results(s) if query.lang == lang for name in ids[:3]
    }
    return sorted(set(engines()[lang].articles()) - found)


def lines() -> Iterator[str]:
    """All of it: each set with its failures, then what stays out of use."""
    for name in SETS:
        yield from table(name)
        yield from (f"    {line}" for line in scores(name)["all"].wrong)
    for lang in ("zh", "en"):
        yield f"{lang}: found by no query: {', '.join(unfound(lang)) or '–'}"
        yield f"{lang}: synonyms that no article uses: {engines()[lang].unused() or '–'}"


if __name__ == "__main__":
    print("\n".join(lines()))
