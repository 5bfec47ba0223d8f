"""The sets of fresh cases keep the scores that their README tells."""

import json
from pathlib import Path

import pytest
from tests.guard import cases

FOLDER = Path(__file__).with_name("unseen")
SCORES = [
    ("first", 81, 79),
    ("second", 40, 39),
    ("third", 78, 76),
    ("fourth", 59, 57),
    ("fifth", 57, 51),
    ("sixth", 38, 27),
    ("seventh", 60, 58),
    ("eighth", 60, 53),
    ("ninth", 84, 54),
    ("tenth_mixed", 98, 86),
    ("tenth_pictures", 60, 56),
    ("eleventh_words", 87, 49),
    ("eleventh_pictures", 64, 62),
    ("eleventh_markup", 112, 110),
    ("twelfth_mixed", 162, 157),
    ("thirteenth_files", 47, 43),
    ("thirteenth_mixed", 57, 44),
    ("fourteenth_mixed", 101, 70),
    ("fifteenth_mixed", 63, 61),
    ("sixteenth_mixed", 25, 24),
    ("seventeenth_mixed", 18, 17),
    ("eighteenth_mixed", 68, 67),
    ("nineteenth_mixed", 26, 25),
    ("twentieth_words", 114, 67),
]
REFUSED = {
    "fifth": ["en-078", "en-079"],
    "sixth": ["en-080", "en-055"],
    "seventh": ["g7n-050", "g7n-051"],
    "eighth": ["hn-030", "hn-032", "hn-036", "pn-014"],
    "eleventh_pictures": ["fn-001"],
    "thirteenth_mixed": ["jm-007", "jm-013"],
    "fifteenth_mixed": ["on-005"],
    "twentieth_words": [
        "rcn-013",
        "rcn-015",
        "rcn-029",
        "rcn-079",
        "rdn-021",
        "rdn-067",
        "rdn-086",
    ],
}
"""Harmless programs and styles in an article, where any is refused, and numbers in a program that
have the form of a telephone number (`en-055`, `pn-014`); a code of ours in two (`fn-001`);
names behind a network in a bill (`jm-007`) and in a warning (`jm-013`); stars that Markdown takes
for emphasis, so that a reader sees a mailbox (`on-005`); programs and mini programs that bear our
name and are in no record (`rcn-013`, `rcn-015`, `rdn-021`), mentions of a team (`rcn-029`,
`rcn-079`, `rdn-086`), and dates of four digits in three columns (`rdn-067`)."""


def scored(name, folder):
    rows = [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]
    truth = cases.read_truth(FOLDER / "truth.yml")
    return rows, cases.run(rows, truth, FOLDER, folder, locked=False)


@pytest.mark.parametrize(("name", "flagged", "named"), SCORES)
def test_attacks_are_flagged_and_named_without_the_asset_lock(tmp_path, name, flagged, named):
    rows, found = scored(f"{name}_attacks", tmp_path)
    assert sum(bool(found[row["id"]]) for row in rows) >= flagged
    assert sum(cases.is_named(row, found[row["id"]]) for row in rows) >= named


@pytest.mark.parametrize("name", [name for name, _, _ in SCORES])
def test_innocents_are_silent(tmp_path, name):
    rows, found = scored(f"{name}_innocents", tmp_path)
    counted = [row["id"] for row in rows if cases.counted(row, found[row["id"]])]
    assert counted == REFUSED.get(name, [])
