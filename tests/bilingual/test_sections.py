"""Sections, hashes, numbers, facts and words of the two languages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from tests.rows import rows

from helpcenter.bilingual.changes import marked
from helpcenter.bilingual.digest import digest
from helpcenter.bilingual.leftovers import leftovers
from helpcenter.bilingual.numbers import quantities
from helpcenter.bilingual.parity import differences
from helpcenter.bilingual.sections import Section, body_sections
from helpcenter.bilingual.terms import forbidden, pairs
from helpcenter.data.load import load
from helpcenter.model import Position

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NUMBERS, DIGESTS, PARITY, WORDS, CHANGES = (
    yaml.safe_load((HERE / f"{name}.yml").read_text("utf-8"))
    for name in ("numbers", "digest", "parity", "words", "changes")
)


@pytest.fixture(scope="module")
def terms():
    records = load(ROOT, date(2026, 11, 23)).records
    assert records
    return records.terms


def section(text):
    return Section("steps", text, Position())


@rows("case", NUMBERS, ids=lambda case: case["zh"])
def test_numbers(case):
    for lang in ("zh", "en"):
        found = quantities(case[lang], lang)
        assert [q.value for q in found if q.demands] == case["values"]


@rows(
    ("text", "other", "equal"),
    [(c["text"], o, k == "same") for c in DIGESTS for k in ("same", "other") for o in c[k]],
)
def test_digest(text, other, equal):
    assert (digest(text) == digest(other)) is equal


def test_digest_never_looks_like_a_number():
    assert not any(digest(str(n)).isdecimal() for n in range(2000))


@rows("case", PARITY, ids=lambda case: case["name"])
def test_parity(case, terms):
    found = differences(section(case["zh"]), section(case["en"]), "contact", terms)
    names = [[d.kind, d.found.removeprefix("contact/")] for d in found]
    assert names == case.get("found", [])


@rows("case", WORDS, ids=lambda case: case["name"])
def test_words(case, terms):
    zh, en = section(case["zh"]), section(case["en"])
    found = [*pairs(zh, en, terms), *forbidden(zh, "zh", terms), *forbidden(en, "en", terms)]
    found += [*leftovers(zh, "zh"), *leftovers(en, "en")]
    assert [[item.rule, item.found] for item in found] == case.get("found", [])


def test_sections_have_their_lines():
    body = "\n开头\n\n## 一 {#a}\n\n正文\n\n```\n## 不是\n```\n### 二 {#b}\n文\n## 无\n## 三 {#c}\n"
    front = "---\n" + "title: 题\n" * 7 + "---\n"
    pieces = body_sections(front + body, len(front))
    found = [(s.id, s.position.line, s.text.split("\n")[0]) for s in pieces]
    assert found == [
        ("lead", 11, "开头"),
        ("a", 13, "## 一 {#a}"),
        ("b", 20, "### 二 {#b}"),
        ("c", 23, "## 三 {#c}"),
    ]


def test_an_id_used_twice_names_no_section():
    assert [s.id for s in body_sections("## 一 {#a}\n## 二 {#a}\n## 三 {#lead}\n")] == []


@pytest.mark.parametrize("case", CHANGES, ids=lambda case: case["name"])
def test_what_changed_is_marked(case):
    assert marked(section(case["old"]), section(case["new"])) == case["marked"]
