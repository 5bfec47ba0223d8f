"""The words that templates and tables ask for are those of interface.yml, no more, no fewer."""

from __future__ import annotations

import re

from tests.facts.sample import ROOT, TEMPLATES, TODAY

from helpcenter.data.load import load

SOURCES = [*TEMPLATES.glob("*.html"), *(ROOT / "hooks/helpcenter/facts").glob("*.py")]


def test_words():
    text = "".join(path.read_text("utf-8") for path in SOURCES)
    asked = set(re.findall(r'"(fact_[a-z_{}.]+)"', text))
    fixed = {word for word in asked if "{" not in word}
    forms = [re.sub(r"\\{.*?\\}", "[a-z_]+", re.escape(word)) for word in asked - fixed]
    records = load(ROOT, TODAY).records
    assert records is not None
    known = {word for word in records.interface if word.startswith("fact_")}
    assert fixed <= known
    assert {word for word in known - fixed if not re.fullmatch("|".join(forms), word)} == set()
