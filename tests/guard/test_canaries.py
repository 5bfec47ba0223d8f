"""A guard that sees nothing of a family says so, in every command."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from helpcenter import cli
from helpcenter.guard import detectors
from helpcenter.guard.files import documents, pictures
from helpcenter.guard.gates import built, canaries, holdings

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _afresh():
    canaries._unseen.cache_clear()
    yield
    canaries._unseen.cache_clear()


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
    words = [str(tmp_path / word) if word == "site" else word for word in words]
    result = CliRunner().invoke(cli.cli, ["--root", str(ROOT), "--lang", "en", *words])
    assert result.exit_code == 1
    assert "HC140  the guard does not see: wallets" in result.stdout.splitlines()[0]
