"""The parts of the copy for the disk: addresses, dates, joined modules. The copy itself: site/."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest
import yaml

from helpcenter.offline.expiry import print_dates
from helpcenter.offline.links import local, refresh
from helpcenter.offline.scripts import data_script, joined
from helpcenter.offline.splice import Page
from helpcenter.search.modules import collect
from helpcenter.search.script import engine
from helpcenter.search.smaller import smaller

CASES = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text("utf-8"))
PAGE = PurePosixPath("contact/call/index.html")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    for name in ("contact/call/index.html", "contact/my file/x", "fees/x", "assets/a.css", "x"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


@pytest.mark.parametrize(("url", "wanted"), CASES["links"])
def test_a_folder_is_its_file(site, url, wanted):
    assert local(url, PAGE, site) == wanted


@pytest.mark.parametrize(("content", "wanted"), CASES["refresh"])
def test_a_page_that_moved(site, content, wanted):
    assert refresh(content, PAGE, site) == wanted


@pytest.mark.parametrize(("text", "wanted"), CASES["dates"])
def test_where_dates_are_printed(text, wanted):
    page = Page(text)
    print_dates(page, lambda until: "│")
    assert page.result() == wanted


def test_what_stands_inside_a_removed_element_goes_with_it():
    page = Page('<a href="x">y</a><b>z</b>')
    page.set(page.attributes(page.tags[0])["href"], "long/er")
    page.replace(0, page.end(0), "")
    assert page.result() == "<b>z</b>"


@pytest.mark.parametrize(("source", "call", "wanted"), CASES["modules"])
def test_joined_modules_give_what_they_export(tmp_path, source, call, wanted):
    (tmp_path / "a.js").write_text(source, "utf-8")
    (tmp_path / "b.js").write_text("var runs = 0;\nexport function g() { return ++runs + 1; }\n")
    script = joined(collect(tmp_path, ["a.js"]).values(), "globalThis.m = searchModules;")
    inside = engine()
    inside.eval(script)
    promise = inside.eval(f"(async () => JSON.stringify(await {call}))()")
    assert json.loads(promise.get(timeout=30)) == wanted


@pytest.mark.parametrize("source", CASES["refused"])
def test_other_forms_are_refused(tmp_path, source):
    (tmp_path / "a.js").write_text(source, "utf-8")
    with pytest.raises(ValueError, match=r"a\.js: this form is not understood"):
        collect(tmp_path, ["a.js"])


def test_data_survives_old_browsers():
    text = '{"a":"\u2028"}'
    assert data_script(PurePosixPath("search/core.json"), text) == (
        'helpcenter.file("search/core.json", {"a":"\\u2028"});\n'
    )


def test_short_scripts_keep_licences_and_what_others_call():
    long = "/*! MIT */\n// gone\nexport function kept(wordy) { return wordy.property + wordy; }\n"
    short = smaller(long)
    assert short.startswith("/*! MIT */")
    assert "export function kept(" in short and ".property" in short
    assert "gone" not in short and "wordy" not in short


def test_what_is_no_script_is_not_published():
    with pytest.raises(ValueError, match="unexpected"):
        smaller("const = ;")


def test_what_a_build_loads_brings_no_runtime_of_go():
    """A fork of a process with that runtime, as builds of tests are, could not shorten scripts."""
    code = "import helpcenter.searching, sys; sys.exit('minify' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
