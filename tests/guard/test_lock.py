"""The asset lock as people handle it: what is shown before it is written, and what breaks it."""

import os

import pytest
from click.testing import CliRunner
from tests.guard.helpers import TRUTH

from helpcenter import cli
from helpcenter.guard.files.documents import contents
from helpcenter.guard.gates.asset_lock import LOCK
from helpcenter.guard.gates.assets import check_lock
from helpcenter.guard.gates.source_gate import check_file
from helpcenter.model import Position

SCRIPT = "overrides/a.js"


@pytest.fixture
def root(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "overrides").mkdir()
    (tmp_path / SCRIPT).write_text("let a = 'https://evil.test/' + 'in'", "utf-8")
    return tmp_path


def lock(root, *words):
    result = CliRunner().invoke(cli.cli, ["lock", "--root", str(root), "--lang", "en", *words])
    assert result.exit_code == 0
    return result.stdout


def found(root):
    return [(f.rule, f.path, f.position.line) for f in check_lock(root, [SCRIPT])]


def test_the_addresses_of_a_program_are_shown_before_it_is_entered(root):
    shown = lock(root, "--dry-run")
    assert "+ overrides/a.js" in shown and "https://evil.test/in" in shown
    assert not (root / LOCK).exists()
    lock(root)
    assert found(root) == [] and lock(root) == "Files in the lock: 1.\n"


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", "=======", "a\tb\tc\td\t[", "\ufffd", None])
def test_what_is_no_line_of_the_lock_is_told_at_its_place(root, line):
    lock(root)
    head, entry = (root / LOCK).read_text("utf-8").splitlines()
    text = "\n".join([head, "", entry, entry if line is None else line])
    (root / LOCK).write_bytes(text.encode().replace("\ufffd".encode(), b"\xff"))
    assert found(root) == [("HC130", LOCK, 4)]
    assert [f.position.line for f in check_lock(root, [], whole=False)] == [4]
    lock(root)
    assert found(root) == []


def test_a_lock_that_cannot_be_written_stays_as_it_was(root, monkeypatch):
    lock(root)
    before = (root / LOCK).read_bytes()
    (root / SCRIPT).write_text("1", "utf-8")

    def full(*words):
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", full)
    monkeypatch.setattr("pathlib.Path.replace", full)
    result = CliRunner().invoke(cli.cli, ["lock", "--root", str(root)])
    assert result.exit_code == 1 and isinstance(result.exception, OSError)
    assert (root / LOCK).read_bytes() == before
    assert [path.name for path in root.iterdir() if path.name.endswith(".new")] == []


def test_what_is_wrong_with_a_file_is_the_same_in_every_run():
    assert " at 0x" not in contents("a.png", b"").trouble
    assert contents("a.png", b"").trouble == contents("a.png", b"").trouble != ""


def test_a_byte_that_is_no_text_is_told_at_its_place(root):
    (root / SCRIPT).write_bytes("甲\n乙 x".encode() + b"\xff")
    (finding,) = check_file(root, SCRIPT, TRUTH)
    assert (finding.rule, finding.position) == ("HC120", Position(2, 4))
