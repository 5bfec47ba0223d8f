"""`helpcenter retire`: one record is switched off, nothing else in the file changes."""

from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from tests.data.table import TODAY, base_root

from helpcenter.commands.retire import command as retire_command
from helpcenter.commands.schema import command as schema_command
from helpcenter.data.edit import EditError, retire
from helpcenter.data.load import load
from helpcenter.data.models.base import RetireReason

COMPROMISED = RetireReason.COMPROMISED


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.split("\n"), after.split("\n"))
    return [line for line in lines if line[0] in "+-"]


def test_block_record(tmp_path) -> None:
    root = base_root(tmp_path)
    file = root / "docs/_data/contacts.yml"
    text = file.read_text(encoding="utf-8").replace("sample", "sample  # 演示", 1)
    file.write_text(text, encoding="utf-8")
    assert retire(root, "mail", COMPROMISED, TODAY) == "contacts/mail"
    assert changed_lines(text, file.read_text(encoding="utf-8")) == [
        "-     status: sample  # 演示",
        "+     status: retired  # 演示",
        "+     retired: {on: 2026-11-23, reason: compromised}",
    ]
    records = load(root, TODAY).records
    assert records is not None
    assert records.state("contacts/mail") == "retired"
    assert records.record("contacts/mail").compromised


def test_flow_record_crlf_and_successor(tmp_path) -> None:
    root = base_root(tmp_path)
    file = root / "docs/_data/domains.yml"
    line = "  new: {status: sample, host: new.example, label: {zh: 新, en: New}}"
    text = (file.read_text(encoding="utf-8") + line + "\n").replace("\n", "\r\n")
    file.write_bytes(text.encode())
    retire(root, "domains/site", RetireReason.REPLACED, TODAY, "new")
    assert file.read_bytes().decode() == text.replace(
        "site: {status: sample,",
        "site: {status: retired, retired: {on: 2026-11-23, reason: replaced, replaced_by: new},",
    )
    assert load(root, TODAY).findings == []


def test_crlf_block_record_keeps_its_line_ends(tmp_path) -> None:
    root = base_root(tmp_path)
    file = root / "docs/_data/contacts.yml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    retire(root, "mail", COMPROMISED, TODAY)
    raw = file.read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert load(root, TODAY).findings == []


def test_other_broken_files_do_not_stand_in_the_way(tmp_path) -> None:
    root = base_root(tmp_path)
    (root / "docs/_data/ui.yml").write_text("ui: [", encoding="utf-8")
    (root / "docs/_data/fees.yml").unlink()
    assert retire(root, "contacts/mail", COMPROMISED, TODAY) == "contacts/mail"


@pytest.mark.parametrize(
    ("key", "successor", "words"),
    [
        ("mial", None, "Did you mean mail"),
        ("contacts/mial", None, "Did you mean contacts/mail"),
        ("zzzzzz", None, "There is no record “zzzzzz”"),
        ("mail", "other", "There is no record “other”"),
        ("card", None, "Several records are called “card”"),
    ],
)
def test_refusals_leave_the_files_alone(tmp_path, key, successor, words) -> None:
    root = base_root(tmp_path)
    (root / "docs/_data/ui.yml").write_text(
        "ui: {card: {status: sample, zh: 卡, en: Card}}\n", encoding="utf-8"
    )
    before = {path: path.read_bytes() for path in (root / "docs/_data").iterdir()}
    with pytest.raises(EditError) as error:
        retire(root, key, COMPROMISED, TODAY, successor)
    assert words in error.value.text.en
    assert {path: path.read_bytes() for path in (root / "docs/_data").iterdir()} == before


def test_twice_is_refused(tmp_path) -> None:
    root = base_root(tmp_path)
    retire(root, "mail", COMPROMISED, TODAY)
    with pytest.raises(EditError, match="retired already"):
        retire(root, "mail", COMPROMISED, TODAY)


def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch) -> None:
    root = base_root(tmp_path)
    before = (root / "docs/_data/contacts.yml").read_bytes()
    real = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        real(self, data[:10])
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        retire(root, "mail", COMPROMISED, TODAY)
    assert (root / "docs/_data/contacts.yml").read_bytes() == before
    assert not list((root / "docs/_data").glob(".*"))


def test_commands(tmp_path) -> None:
    root = base_root(tmp_path)
    run = CliRunner().invoke
    zh, en = SimpleNamespace(root=root, lang="zh"), SimpleNamespace(root=root, lang="en")
    done = run(retire_command, ["mail", "--reason", "compromised"], obj=zh)
    assert (done.exit_code, "已停用“contacts/mail”" in done.output) == (0, True)
    assert load(root, date.today()).findings == []
    again = run(retire_command, ["mail", "--reason", "closed"], obj=en)
    assert (again.exit_code, "retired already" in again.output) == (2, True)
    assert run(retire_command, ["mail", "--reason", "because"], obj=en).exit_code == 2
    written = run(schema_command, [], obj=en)
    assert (written.exit_code, "contacts.schema.json" in written.output) == (0, True)
    assert "最新" in run(schema_command, [], obj=zh).output
