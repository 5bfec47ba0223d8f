"""A guard that sees nothing of a family says so, in every command."""

import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from helpcenter import cli
from helpcenter.guard import detectors
from helpcenter.guard.files import documents, pictures
from helpcenter.guard.gates import built, canaries, holdings
from helpcenter.guard.judging import scan

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _afresh():
    _forget()
    yield
    _forget()  # what a blind guard did not see in a text


def _forget():
    canaries._unseen.cache_clear()
    scan._unfolded.cache_clear()


def blind():
    return {finding.found for finding in canaries.check()}


def nothing(*words, **more):
    return iter(())


def test_a_whole_guard_is_not_blind():
    assert blind() == set()


@pytest.mark.parametrize("name", [name for name, _ in detectors.ALL])
def test_each_detector_is_missed(name, monkeypatch):
    find = dict(detectors.ALL)[name]
    monkeypatch.setattr(find, "__code__", nothing.__code__)
    assert name in blind()


@pytest.mark.parametrize(
    ("room", "name", "family"),
    [(holdings, "contents", "archive"), (pictures, "read", "picture"),
     (built, "judge", "built page"), (built, "check_marks", "built page")],
)  # fmt: skip
def test_each_room_is_missed(room, name, family, monkeypatch):
    kept = {"contents": lambda *words: documents.Contents(), "judge": lambda *words: [],
            "check_marks": lambda *words: ([], [])}  # fmt: skip
    monkeypatch.setattr(room, name, kept.get(name, nothing))
    assert family in blind()


@pytest.mark.parametrize("words", [("check",), ("check", "docs/about.md"), ("audit", "site")])
def test_every_command_tells_a_blind_guard(words, monkeypatch, tmp_path):
    find = sys.modules["helpcenter.guard.detectors.wallets"].find
    monkeypatch.setattr(find, "__code__", nothing.__code__)
    (tmp_path / "site").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Case\n", "utf-8")
    shutil.copytree(ROOT / "docs/_data", tmp_path / "docs/_data")
    shutil.copy(ROOT / "docs/about.md", tmp_path / "docs")
    words = [word if word in cli.COMMANDS else str(tmp_path / word) for word in words]
    result = CliRunner().invoke(cli.cli, ["--root", str(tmp_path), "--lang", "en", *words])
    assert result.exit_code == 1
    assert "HC140  the guard no longer detects: wallets" in result.stdout.splitlines()[0]
