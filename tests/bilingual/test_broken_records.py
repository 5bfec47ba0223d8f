"""One record file that cannot be used hides nothing of the others, and nobody cries wolf."""

from __future__ import annotations

import pytest
from tests.bilingual.project import TODAY

from helpcenter.data.files import DATA, FILES
from helpcenter.source_rules import read_sources

CONFLICT = "<<<<<<< HEAD\n=======\n>>>>>>> other\n"
PAGE = "docs/about.md"
WRONG = """
写信到 me@evil.test，或 <script>x</script>。把验证码发给下面的专员。 support@okpay-help.test

{{ contact("nope") }} 零\u200b宽
"""
ALWAYS = {"HC101", "HC111", "HC122", "HC127"}
"""What is wrong whatever the records say."""
COMPARED = {"contacts", "domains", "links", "regulators", "waivers"}


def errors(site):
    return {(f.rule, f.path) for f in read_sources(site.root, TODAY).errors}


def break_up(site, name):
    path = site.root / DATA / f"{name}.yml"
    path.write_text((path.read_text("utf-8") if path.exists() else "") + CONFLICT, "utf-8")
    return f"{DATA}/{name}.yml"


@pytest.mark.parametrize("name", [file.name for file in FILES])
def test_all_else_is_still_looked_at(site, name):
    broken = break_up(site, name)
    path = site.root / PAGE
    text = path.read_text("utf-8")
    path.write_text(text + WRONG, "utf-8")
    told = read_sources(site.root, TODAY).errors
    assert {(f.rule, f.path) for f in told if f.path != PAGE} == {("HC210", broken)} | (
        {("HC140", broken)} if name in COMPARED else set()
    )
    assert all(f.position.line > text.count("\n") for f in told if f.path == PAGE)
    found = {f.rule for f in told if f.path == PAGE}
    expected = ALWAYS | {"HC104" if name != "impostors" else "HC103"}
    expected |= {"HC423"} if name != "policy" else set()
    expected |= {"HC202"} if name != "contacts" else set()
    assert found == expected


def test_the_mark_of_a_merge_is_named_where_it_stands(site):
    site.edit("_data/contacts.yml", "channels:\n", f"{CONFLICT}channels:\n")
    lines = (site.root / DATA / "contacts.yml").read_text("utf-8").splitlines()
    (found,) = (f for f in read_sources(site.root, TODAY).errors if f.rule == "HC210")
    assert (found.found, found.position.column) == ("<<<<<<<", 1)
    assert lines[found.position.line - 1] == "<<<<<<< HEAD"


def test_several_broken_files_are_told_in_one_run(site):
    broken = {break_up(site, name) for name in ("contacts", "impostors", "hours")}
    told = {("HC140", f"{DATA}/contacts.yml")}
    assert errors(site) == {("HC210", path) for path in broken} | told


OURS = "support@okpay.example +1 202-555-0100 https://help.okpay.example/"


@pytest.mark.parametrize("names", [("contacts",), ("domains",), ("contacts", "domains")])
def test_what_may_be_ours_is_not_called_foreign_meanwhile(site, names):
    for name in names:
        break_up(site, name)
    page, template = site.root / PAGE, site.root / "overrides" / "home.html"
    text = page.read_text("utf-8")
    page.write_text(f"{text}\n{OURS} me@evil.test\n", "utf-8")
    template.write_text("<p>{{ x }}</p>\n<p>help.evil.test, {{ y }} pay.example</p>\n", "utf-8")
    found = {
        (f.path, f.canonical, f.position.line, f.position.column)
        for f in read_sources(site.root, TODAY).errors
        if f.rule == "HC101"
    }
    assert found == {
        (PAGE, "me@evil.test", text.count("\n") + 2, len(OURS) + 2),
        ("overrides/home.html", "help.evil.test", 2, 4),
        ("overrides/home.html", "pay.example", 2, 28),
    }


def test_a_name_that_leads_nowhere_hides_no_address(site):
    site.edit("_data/contacts.yml", "channels:\n", "channels:\n  - nobody\n")
    path = site.root / PAGE
    path.write_text(path.read_text("utf-8") + WRONG, "utf-8")
    found = errors(site)
    assert {("HC101", PAGE), ("HC104", PAGE)} < found
    assert "HC140" not in {rule for rule, _ in found}


@pytest.mark.parametrize("name", ["contacts", "fees"])
def test_what_was_chosen_never_passes_meanwhile(site, name):
    break_up(site, name)
    result = site.run("check", str(site.root / PAGE))
    assert result.exit_code == 1, result.output
    assert f"{name}.yml" in result.output
