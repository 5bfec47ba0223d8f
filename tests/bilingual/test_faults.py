"""Odd files and odd repositories: the commands still say what is so."""

from __future__ import annotations

import os
import subprocess
from datetime import date

import pytest
from tests.bilingual.project import TODAY

from helpcenter.bilingual.history import History
from helpcenter.publish.history import last_changes
from helpcenter.source_rules import read_sources

PAGE = "account-security/account-hacked"
ZH, EN = f"{PAGE}.md", f"{PAGE}.en.md"
SOFT = (ZH, "有什么就说什么，不用备齐再打", "想到什么就说什么，不用备齐再打")


def rules(site):
    return {finding.rule for finding in read_sources(site.root, TODAY).findings}


def test_without_git_the_state_is_exact(site, monkeypatch):
    monkeypatch.setenv("PATH", str(site.root))
    site.edit(*SOFT)
    assert site.states(PAGE)["what-you-need"] == "stale"
    assert list(History.read(site.root).versions) == []
    assert site.run("diff", PAGE).exit_code == 1


def test_a_shallow_clone_has_no_old_text_but_the_same_state(site, tmp_path):
    site.commit("first")
    site.edit(*SOFT)
    site.commit("second", "2026-11-10")
    clone = tmp_path / "clone"
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    command = ["git", "clone", "-q", "--depth", "1", site.root.as_uri(), str(clone)]
    subprocess.run(command, check=True, env=environment, capture_output=True)
    site.root = clone
    assert site.states(PAGE)["what-you-need"] == "stale"
    history = History.read(clone)
    stamp = next(p for p in site.pages() if p.chinese.path == ZH).english.meta.stamps
    source = stamp["what-you-need"].partition("-")[0]
    assert history.section(ZH, source) is None
    assert history.stale_since(ZH, "what-you-need", source) == date(2026, 11, 10)  # at least


def test_a_project_in_a_folder_of_its_repository(site):
    site.commit("first")
    inner = site.root / "inner"
    inner.mkdir()
    site.git("mv", "docs", "overrides", "mkdocs.yml", "inner")
    site.git("commit", "-q", "-m", "moved")
    site.root = inner
    site.edit(*SOFT)
    stamp = next(p for p in site.pages() if p.chinese.path == ZH).english.meta.stamps
    found = History.read(inner).section(ZH, stamp["what-you-need"].partition("-")[0])
    assert found and "有什么就说什么" in found.text


SIGNED = (
    "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n iQEzBAABCAAdFiEE\n -----END PGP SIGNATURE-----\n\n"
)
"""What stands in a commit that somebody has signed, between its head and its message."""


def test_nobodys_settings_of_git_change_what_is_read(site):
    """Signatures shown before each commit, paths from where one stands, merges left out."""
    site.commit("first")
    inner = site.root / "inner"
    inner.mkdir()
    site.git("mv", "docs", "overrides", "mkdocs.yml", "inner")
    site.commit("moved")
    signed, program = site.root / "signed", site.root / "program"
    head, _, message = site.git("cat-file", "commit", "HEAD").partition("\n\n")
    signed.write_text(head + SIGNED + message, "utf-8")
    site.git("update-ref", "HEAD", site.git("hash-object", "-t", "commit", "-w", "signed").strip())
    program.write_text("#!/bin/sh\necho signed by a reviewer >&2\n", "utf-8")
    program.chmod(0o755)

    def read():
        history = History.read(inner)
        return list(history.versions), history.stale_since(ZH, "steps", "0"), last_changes(inner)

    before = read()
    assert all(before[::2])
    for name, value in (
        ("gpg.program", str(program)),
        ("log.showSignature", "true"),
        ("diff.relative", "true"),
        ("log.diffMerges", "off"),
    ):
        site.git("config", name, value)
    assert "signed by a reviewer" in site.git("log", "-1")
    assert read() == before


def test_a_merge_in_progress_is_reported_not_misread(site):
    site.commit("first")
    site.git("checkout", "-q", "-b", "side")
    site.edit(*SOFT)
    site.commit("side")
    site.git("checkout", "-q", "main")
    site.edit(ZH, SOFT[1], "有什么说什么，不用备齐")
    site.commit("main")
    with pytest.raises(AssertionError):
        site.git("merge", "side")
    assert "<<<<<<<" in site.text(ZH)
    assert site.states(PAGE)["what-you-need"] in ("stale", "hard")
    refused = site.run("stamp", f"{PAGE}#what-you-need")
    assert refused.exit_code == 1 and "HC424" in refused.stderr
    assert "HC424" in rules(site)


def test_a_merge_in_the_front_matter_is_named_and_nothing_else(site):
    site.edit(
        ZH, "title: 账户被盗了怎么办？", "<<<<<<< HEAD\ntitle: 甲\n=======\ntitle: 乙\n>>>>>>> side"
    )
    broken = [f for f in read_sources(site.root, TODAY).errors if f.rule != "HC415"]
    assert [(f.rule, f.path, f.position.line) for f in broken] == [("HC424", f"docs/{ZH}", 2)]
    for name in ("stamp", "diff"):
        refused = site.run(name, PAGE, lang="zh")
        assert refused.exit_code == 2 and "没解决的合并冲突" in refused.stderr
    assert f"读不了的页面：1\n  docs/{ZH}" in site.run("status", lang="zh").stdout


def test_outside_a_project_one_line_says_so(site, tmp_path):
    site.root = tmp_path / "elsewhere"
    site.root.mkdir()
    refused = site.run("status")
    assert refused.exit_code == 2 and refused.stderr.count("\n") == 1 and "--root" in refused.stderr


def test_line_ends_and_tabs_change_nothing(site):
    for path in (ZH, EN):
        file = site.root / "docs" / path
        text = site.text(path).replace("\n", "\r\n")
        head, body = text[:2000], text[2000:]
        file.write_bytes((head + body.replace("\n- ", "\n-\t")).encode())
    assert site.behind() == {}
    site.edit(*SOFT)
    assert site.run("stamp", PAGE).exit_code == 0
    assert site.behind() == {}
    text = site.text(EN)
    assert text.count("\r\n") == text.count("\n")


def test_a_byte_order_mark_is_reported(site):
    file = site.root / "docs" / ZH
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert site.behind() == {}
    assert "HC402" in rules(site)


def test_an_id_used_twice_is_an_error_and_names_no_section(site):
    site.edit(ZH, "{#after}", "{#steps}")
    assert "HC302" in rules(site)
    assert "steps" not in {s for s, state in site.states(PAGE).items() if state == "fresh"}


def test_two_hundred_headings(site):
    for path, word in ((ZH, "节"), (EN, "Part")):
        parts = "".join(f"\n## {word} {{#p{n}}}\n\n{word}\n" for n in range(200))
        file = site.root / "docs" / path
        file.write_bytes((site.text(path) + parts).encode())
    states = site.states(PAGE)
    assert sum(state == "unstamped" for state in states.values()) == 200
    assert site.run("stamp", PAGE).exit_code == 0
    assert site.behind() == {}
