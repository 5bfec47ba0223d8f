"""300 seeded mutations: every one must show, and nearly all by their facts alone."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from tests.bilingual.mutations import MUTATIONS
from tests.bilingual.project import ROOT, TODAY, page_states

from helpcenter.bilingual.parity import differences
from helpcenter.bilingual.sections import Section
from helpcenter.bilingual.state import State, section_state
from helpcenter.data.load import load

RUNS = 300


@pytest.fixture(scope="module")
def terms():
    records = load(ROOT, TODAY).records
    assert records
    return records.terms


@pytest.fixture(scope="module")
def pairs(terms):
    """Sections of our own articles in both languages, but those that wait for a translator."""
    pages = page_states(ROOT, terms)
    return [
        (page.chinese.category, section)
        for page in pages
        for section in page.sections
        if section.state is State.FRESH and not section.differences
    ]


def spoiled(pairs, random):
    """A pair of sections with one language spoiled, the kind of mutation and the language."""
    lang, kind = random.choice(("zh", "en")), random.choice(list(MUTATIONS))
    while True:
        folder, state = random.choice(pairs)
        own = state.chinese if lang == "zh" else state.english
        text = MUTATIONS[kind](own.text, lang, random)
        if text and text != own.text:
            wrong = Section(own.id, text, own.position, own.heading)
            zh, en = (wrong, state.english) if lang == "zh" else (state.chinese, wrong)
            return folder, state, zh, en, f"{kind} {lang}"


def test_mutations_are_flagged(pairs, terms, capsys):
    random = Random(20261123)
    tried, flagged, by_facts = Counter(), Counter(), Counter()
    for _ in range(RUNS):
        folder, state, zh, en, kind = spoiled(pairs, random)
        facts = bool(differences(zh, en, folder, terms))
        tried[kind] += 1
        by_facts[kind] += facts
        flagged[kind] += facts or section_state(zh, en, state.stamp) is not State.FRESH
    with capsys.disabled():
        print(f"\nmutations: {flagged.total()}/{RUNS} flagged, {by_facts.total()} by facts alone")
        for kind in sorted(tried):
            print(f"  {kind}: {by_facts[kind]}/{tried[kind]} by facts")
    assert flagged == tried
    exact = [kind for kind in tried if not kind.startswith(("prohibition", "sentence"))]
    assert {kind: by_facts[kind] for kind in exact} == {kind: tried[kind] for kind in exact}
    assert by_facts.total() >= RUNS * 0.9
