"""Programs and styles of this product: read in full here, cleared by their hash in a check."""

from __future__ import annotations

from datetime import date

import pytest
from tests.facts.sample import ROOT
from tests.guard.helpers import check_sources

from helpcenter.clean_cache import clean_cache, digest
from helpcenter.data.load import load
from helpcenter.guard.gates import own_files
from helpcenter.guard.gates.source import check_bytes
from helpcenter.guard.gates.source_files import source_paths
from helpcenter.guard.records.truth import Truth

LISTABLE = sorted(filter(own_files.is_listable, source_paths(ROOT)))
PARTS = 8
OURS = "hooks/helpcenter/workers.py"


def test_every_program_is_on_the_list_as_it_is():
    stale = [
        path for path in LISTABLE if not own_files.is_cleared(path, (ROOT / path).read_bytes())
    ]
    assert stale == [], "`helpcenter lock` reads them and renews the list"
    listed = {line.split("\t")[0] for line in own_files.LIST.read_text("utf-8").splitlines()}
    assert listed == set(LISTABLE)


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_on_the_list_is_an_address_under_no_records(part):
    """Those are read that no earlier run of this very code found to be clean."""
    clean = []
    for path in LISTABLE[part::PARTS]:
        raw = (ROOT / path).read_bytes()
        key = digest("own", path, raw)
        if not clean_cache().holds(key):
            found = check_bytes(path, raw, Truth())
            assert [(path, finding.rule, finding.canonical) for finding in found] == []
            clean.append(key)
    clean_cache().add(clean)


@pytest.mark.parametrize("path", ["docs/a.js", "hooks/a.yml", "overrides/main.html", "mkdocs.yml"])
def test_what_records_have_a_say_in_is_on_no_list(path):
    assert not own_files.is_listable(path)


@pytest.mark.parametrize(
    ("path", "added", "found"),
    [
        (OURS, b"", []),
        (OURS, b"\nX = 'a@evil.test'\n", [(OURS, "a@evil.test")]),
        ("hooks/new.py", b"\nX = 'a@evil.test'\n", [("hooks/new.py", "a@evil.test")]),
        ("hooks/helpcenter/copy.py", b"", []),
    ],
)
def test_a_new_or_changed_program_is_read(tmp_path, path, added, found):
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_bytes((ROOT / OURS).read_bytes() + added)
    (tmp_path / "docs").mkdir()
    records = load(ROOT, date.today()).records
    assert [(f.path, f.canonical) for f in check_sources(tmp_path, records, {path})] == found
