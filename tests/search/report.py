"""`python -m tests.search.report`: the table that CI prints, articles that nothing finds, and
synonyms that no article uses."""

from __future__ import annotations

from tests.search.quality import SETS, engines, results, scores

from helpcenter.model import Lang

COLUMNS = ("success@1", "success@3", "mrr@10", "zero", "rejected")


def table(name: str) -> list[str]:
    lines = [f"{name:24}" + "".join(f"{column:>11}" for column in COLUMNS)]
    for row, score in sorted(scores(name).items()):
        numbers = score.numbers()
        cells = (f"{numbers[c]:11.2f}" if c in numbers else f"{'–':>11}" for c in COLUMNS)
        lines.append(f"  {row:22}" + "".join(cells))
    return lines


def unfound(lang: Lang) -> list[str]:
    """Articles that no query of any set has among its first three."""
    found = {
        name for s in SETS for query, ids in results(s) if query.lang == lang for name in ids[:3]
    }
    return sorted(set(engines()[lang].articles()) - found)


def main() -> None:
    for name in SETS:
        print("\n".join(table(name)))
        for line in scores(name)["all"].wrong:
            print(f"    {line}")
    for lang in ("zh", "en"):
        print(f"{lang}: found by no query: {', '.join(unfound(lang)) or '–'}")
        print(f"{lang}: synonyms that no article uses: {engines()[lang].unused() or '–'}")


if __name__ == "__main__":
    main()
