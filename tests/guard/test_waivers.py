"""Waivers: what they may cover, for how long, and that every use is told."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.guard.helpers import check_sources

from helpcenter.cli import cli
from helpcenter.data.load import load
from helpcenter.guard.gates.waivers import waived
from helpcenter.model import Finding, Severity, Text

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
WAIVER = """waivers:
  vendor:
    kind: {kind}
    value: {value}
    file: {file}
    reason: 厂商的许可链接
    owners: {owners}
    granted: 2026-09-01
    expires: {expires}
"""
GOOD = {
    "kind": "url",
    "value": "https://vendor.test/licence",
    "file": "overrides/a.js",
    "owners": "[安全组, 维护组]",
    "expires": "2026-12-01",
}


def records(root, **changes):
    shutil.copytree(ROOT / "docs/_data", root / "docs/_data", dirs_exist_ok=True)
    (root / "docs/_data/waivers.yml").write_text(WAIVER.format(**{**GOOD, **changes}), "utf-8")
    return load(root, TODAY)


def gate(root, text, **changes):
    found = records(root, **changes).records
    (root / "overrides").mkdir()
    (root / "overrides/a.js").write_text(text, "utf-8")
    paths = ("overrides/a.js", "docs/_data/waivers.yml")
    findings = check_sources(root, found)
    return [(f.rule, f.path, f.severity.value) for f in findings if f.path in paths]


USE = "x = 'https://vendor.test/licence'"


@pytest.mark.parametrize(
    ("text", "changes", "expected"),
    [
        (USE, {}, [("HC141", "overrides/a.js", "warning")]),
        ("", {}, [("HC142", "docs/_data/waivers.yml", "warning")]),
        (USE.replace("licence", "x"), {},
         [("HC101", "overrides/a.js", "error"), ("HC142", "docs/_data/waivers.yml", "warning")]),
        (USE, {"expires": "2026-11-23"},
         [("HC101", "overrides/a.js", "error"), ("HC143", "docs/_data/waivers.yml", "error")]),
        ("x = '+12025550187'", {"kind": "phone", "value": "'+12025550187'"},
         [("HC141", "overrides/a.js", "warning")]),
        ("x = 'a@okpay-help.test'", {"kind": "email", "value": "a@okpay-help.test"},
         [("HC103", "overrides/a.js", "error"), ("HC103", "docs/_data/waivers.yml", "error"),
          ("HC142", "docs/_data/waivers.yml", "warning")]),
    ],
)  # fmt: skip
def test_uses(tmp_path, text, changes, expected):
    found = [item for item in gate(tmp_path, text, **changes) if item[0] != "HC130"]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "phone", "value": "'+12025550187'", "file": "docs/a.md"},
        {"kind": "email", "value": "a@b.test", "file": "overrides/main.html"},
        {"kind": "email", "value": "a@b.test", "file": "site/search/a.json"},
        {"kind": "messenger", "value": "wechat:a"},
        {"kind": "qr", "value": "x"},
        {"kind": "social", "value": "x:@a"},
        {"owners": "[安全组]"},
        {"owners": "[安全组, 安全组]"},
        {"owners": "[security, Security]"},
        {"owners": "[a, ａ]"},
        {"owners": '[安全组, " 安全 组 "]'},
        {"owners": '["a", "a\u200b"]'},
        {"owners": "[Straße, STRASSE.]"},
        {"expires": "2027-11-01"},
        {"expires": "2026-08-01"},
    ],
)
def test_refused(tmp_path, changes):
    loaded = records(tmp_path, **changes)
    assert loaded.records is None
    assert {f.path for f in loaded.findings} == {"docs/_data/waivers.yml"}
    assert all(f.message.zh != f.message.en and f.position.line > 1 for f in loaded.findings)


def test_of_a_built_folder(tmp_path):
    known = records(tmp_path, file="site/a.html").records
    hit = Finding("HC101", "a.html", Text("甲", "a"), kind="url", canonical=GOOD["value"])
    (note,) = waived([hit], known, built=True, whole=True)
    assert note.rule == "HC141" and note.severity is Severity.WARNING
    assert "安全组 + 维护组" in note.message.zh and "2026-12-01" in note.message.en
    assert waived([], known, built=False, whole=True) == []
    (unused,) = waived([], known, built=True, whole=True)
    assert (unused.rule, unused.position.line) == ("HC142", 2)


def test_status_lists_waivers(tmp_path):
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text("")
    records(tmp_path)
    shown = CliRunner().invoke(cli, ["status", "--root", str(tmp_path), "--lang", "en"]).output
    assert "waived addresses: 1" in shown and "https://vendor.test/licence" in shown
