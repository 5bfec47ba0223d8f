"""The quality gate: every set above its floors, no article out of reach, no query copied."""

from __future__ import annotations

import re

import pytest
import yaml
from tests.search import report
from tests.search.quality import FOLDER, ROOT, SETS, engines, load, scores

FLOORS = yaml.safe_load((FOLDER / "floors.yml").read_text("utf-8"))
pytestmark = pytest.mark.xdist_group("search")
GOALS = {
    ("colloquial", "zh"): 0.95,
    ("colloquial", "en"): 0.92,
    ("pinyin-full", "zh"): 0.95,
    ("pinyin-initials", "zh"): 0.95,
    ("typo", "zh"): 0.9,
    ("typo", "en"): 0.9,
}
"""success@3 that the site must reach over all sets together."""


@pytest.mark.parametrize("name", SETS)
def test_no_set_falls_below_its_floor(name):
    score = scores(name)["all"]
    for measure, floor in FLOORS[name].items():
        value = score.numbers()[measure]
        good = value <= floor if measure == "zero" else value >= floor
        assert good, f"{measure} {value:.3f}, floor {floor}\n" + "\n".join(score.wrong)


@pytest.mark.parametrize(("style", "lang"), GOALS)
def test_goals_are_reached(style, lang):
    found = [s for name in SETS if (s := scores(name).get(f"{style} {lang}"))]
    share = sum(s.third for s in found) / sum(s.queries for s in found)
    assert share >= GOALS[style, lang], [line for s in found for line in s.wrong]


def test_off_topic_questions_are_refused():
    found = [score for name in SETS for score in scores(name).values() if score.off_topic]
    assert sum(s.rejected for s in found) / sum(s.off_topic for s in found) >= 0.9


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_article_is_found_and_every_synonym_used(lang):
    assert report.unfound(lang) == []
    assert engines()[lang].unused() == []


def test_the_report_tells_of_every_set():
    """It is left for CI to print: no query is asked twice."""
    lines = list(report.lines())
    assert [line.split()[0] for line in lines if line.split()[1:2] == ["success@1"]] == list(SETS)
    report.REPORT.parent.mkdir(exist_ok=True)
    report.REPORT.write_text("\n".join([*lines, ""]), "utf-8")


def test_ask_lines_and_wordings_copy_no_query():
    taught = (ROOT / "docs/_data/questions.yml").read_text("utf-8")
    lines = {_bare(line) for line in taught.splitlines()}
    for path in (ROOT / "docs").rglob("*.md"):
        for line in re.findall(r"^  - (.*)$", path.read_text("utf-8"), re.MULTILINE):
            lines.add(_bare(line))
    copied = [q.text for name in SETS for q in load(name) if _bare(q.text) in lines]
    assert copied == []


def _bare(text: str) -> str:
    return re.sub(r"[^\w]", "", text.replace("{{ brand() }}", "").casefold())
