"""What was clean stays known from run to run; nothing else does."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.guard.helpers import check_sources

from helpcenter import clean_cache
from helpcenter.clean_cache import CleanCache, digest
from helpcenter.commands.options import today
from helpcenter.data.load import load
from helpcenter.guard.gates import source_gate

ROOT = Path(__file__).resolve().parents[1]
ONE, OTHER = digest("one"), digest("other")


def test_what_was_added_is_known_to_the_next_run(tmp_path):
    file = tmp_path / "made" / "clean"
    CleanCache(file).add([ONE, ONE])
    CleanCache(file).add([OTHER])
    assert file.stat().st_size == len(ONE + OTHER)
    assert CleanCache(file).holds(ONE)
    assert CleanCache(file).holds(OTHER)
    assert not CleanCache(file).holds(digest("third"))


def test_nothing_is_kept_without_a_place():
    nowhere = CleanCache(None)
    nowhere.add([ONE])
    assert not nowhere.holds(ONE)


def test_a_file_that_cannot_be_made_is_done_without(tmp_path):
    (tmp_path / "file").write_text("")
    unwritable = CleanCache(tmp_path / "file" / "clean")
    unwritable.add([ONE])
    assert not unwritable.holds(ONE)


@pytest.mark.parametrize("damaged", [ONE + b"x", ONE * 250_001], ids=["cut off", "too long"])
def test_a_damaged_or_long_file_is_begun_anew(tmp_path, damaged):
    file = tmp_path / "clean"
    file.write_bytes(damaged)
    assert not CleanCache(file).holds(ONE)
    CleanCache(file).add([OTHER])
    assert file.read_bytes() == OTHER


@pytest.mark.parametrize(
    ("parts", "others"),
    [
        (("ab", "c"), ("a", "bc")),
        ((b"a", "b"), (b"a", b"b")),
        (("a",), ("a", "")),
        ((("a", 1),), (("a", 2),)),
    ],
)
def test_different_things_have_different_digests(parts, others):
    assert digest(*parts) != digest(*others)


def test_a_digest_speaks_for_this_code_only(tmp_path, monkeypatch):
    before = digest("text")
    library = shutil.copytree(Path(clean_cache.__file__).parent, tmp_path / "helpcenter")
    (library / "model.py").write_text("# changed")
    monkeypatch.setattr(clean_cache, "__file__", str(library / "clean_cache.py"))
    clean_cache._judge.cache_clear()
    try:
        assert digest("text") != before
    finally:
        clean_cache._judge.cache_clear()


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A folder with one article, this site's records, and a memory of its own."""
    (tmp_path / "docs").mkdir()
    memory = CleanCache(tmp_path / "clean")
    monkeypatch.setattr(source_gate, "clean_cache", lambda: memory)
    monkeypatch.setattr(source_gate, "_JUDGED", {})
    return tmp_path


def looked_into(project, records, monkeypatch):
    """Which files are judged by a check, and how many findings it has."""
    judged, real = [], source_gate.check_bytes
    with monkeypatch.context() as patched:
        patched.setattr(source_gate, "_JUDGED", {})
        patched.setattr(
            source_gate, "check_bytes", lambda path, *a: judged.append(path) or real(path, *a)
        )
        found = check_sources(project, records)
    return judged, [f for f in found if f.path == "docs/a.md"]


def test_only_clean_files_are_passed_over(project, monkeypatch):
    records = load(ROOT, today()).records
    article = project / "docs/a.md"
    article.write_text("# Hello\n", "utf-8")
    assert looked_into(project, records, monkeypatch) == (["docs/a.md"], [])
    assert looked_into(project, records, monkeypatch) == ([], [])
    article.write_text("# Hello\n\ndesk@refunds.test\n", "utf-8")
    for _ in range(2):  # a finding is found each time
        judged, found = looked_into(project, records, monkeypatch)
        assert judged == ["docs/a.md"]
        assert [f.rule for f in found] == ["HC101"]
    article.write_text("# Hello\n", "utf-8")
    assert looked_into(project, records, monkeypatch)[0] == []
    fewer = replace(records, links={})
    assert looked_into(project, fewer, monkeypatch)[0] == ["docs/a.md"]
