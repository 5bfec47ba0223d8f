"""Names, headings, settings, addresses and navigation of the two languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.rows import rows

from helpcenter.bilingual import headings, names, navigation, settings, urls
from helpcenter.data.markdown_source import headings as read_headings
from helpcenter.data.models.words import Category

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NAMES, HEADINGS, SETTINGS, URLS = (
    yaml.safe_load((HERE / f"{name}.yml").read_text("utf-8"))
    for name in ("names", "headings", "settings", "urls")
)
SITE = "https://help.okpay.example/"


def test_good_names_are_silent():
    assert list(names.check(NAMES["good"])) == []


@rows(("path", "part"), NAMES["bad"].items())
def test_bad_names_are_refused(path, part):
    found = list(names.check([path]))
    assert [(f.rule, f.path, f.found) for f in found] == [("HC301", f"docs/{path}", part)]


@rows("case", HEADINGS, ids=lambda case: case["name"])
def test_headings(case):
    zh, en = read_headings(case["zh"]), read_headings(case["en"])
    found = [
        *headings.check_ids("zh", zh),
        *headings.check_ids("en", en),
        *headings.check_pair("en", zh, en, case.get("stamped", ())),
    ]
    assert [[f.path, f.rule, f.position.line] for f in found] == case["findings"]


def test_good_settings_are_silent():
    good = SETTINGS["good"]
    assert list(settings.check(good["i18n"], good["nav"], good["site_url"])) == []


@pytest.mark.parametrize("case", SETTINGS["bad"], ids=lambda case: case["found"])
def test_harmful_settings_are_refused(case):
    good = SETTINGS["good"]
    i18n = {**good["i18n"], **case.get("change", {})}
    nav, site_url = case.get("nav", good["nav"]), case.get("site_url", good["site_url"])
    found = list(settings.check(i18n, nav, site_url))
    assert [(f.rule, f.found) for f in found] == [(case["rule"], case["found"])]
    assert found[0].suggestion.zh
    assert found[0].suggestion.en


@pytest.mark.parametrize(("src", "lang", "url"), URLS)
def test_page_url(src, lang, url):
    assert urls.page_url(src, lang) == url


@given(st.from_regex(r"([a-z]{1,4}/)?[a-z]{1,5}(\.en)?\.md", fullmatch=True))
def test_counterpart_is_its_own_inverse(src):
    assert urls.counterpart(urls.counterpart(src)) == src
    assert urls.language(urls.counterpart(src)) != urls.language(src)


def test_alternates_only_for_true_translations():
    both = frozenset({"a.md", "a.en.md", "only-zh.md", "only-en.en.md"})
    expected = [("zh-CN", f"{SITE}a/"), ("en", f"{SITE}en/a/"), ("x-default", f"{SITE}a/")]
    assert urls.alternates("a.md", both, SITE) == expected
    assert urls.alternates("a.en.md", both, SITE) == expected
    assert urls.alternates("only-zh.md", both, SITE) == []
    assert urls.alternates("only-en.en.md", both, SITE) == []


def test_a_page_in_english_on_purpose_is_offered_to_readers_of_english():
    text = {"zh": "联系", "en": "Contact"}
    shelf = Category.model_validate({"title": text, "description": text, "articles": ["relay"]})
    sources = frozenset({"contact/relay.en.md"})
    assert navigation.written("contact", shelf, sources, "en") == ["contact/relay.md"]
    assert navigation.written("contact", shelf, sources, "zh") == []


def test_navigation_speaks_one_language_and_holds_back_the_unwritten():
    text = {"zh": "联系", "en": "Contact"}
    shelf = {"title": text, "description": text, "articles": ["call", "planned"]}
    categories = {"contact": Category.model_validate(shelf)}
    sources = frozenset({"index.md", "contact/index.md", "contact/call.md", "about.md"})
    nav = navigation.navigation(categories, ["about", "later"], sources, "Home", "en")
    assert nav == [
        {"Home": "index.md"},
        {"Contact": [{"Contact": "contact/index.md"}, "contact/call.md"]},
        "about.md",
    ]
    assert navigation.navigation(categories, [], frozenset({"index.md"}), "首页", "zh") == [
        {"首页": "index.md"}
    ]


def test_settings_that_are_no_yaml_are_told_at_their_place(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n  : [\n", "utf-8")
    (finding,) = settings.check_file(tmp_path)
    assert (finding.rule, finding.position.line, finding.position.column) == ("HC305", 2, 3)
    assert re.fullmatch(r"[^a-z]*", finding.message.zh.replace("mkdocs.yml", ""))
    assert finding.suggestion.zh


@pytest.mark.parametrize(
    ("raw", "said"), [(None, "没有这个文件"), (b"site_name: \xff", "不是 UTF-8")]
)
def test_settings_that_cannot_be_read_are_told_in_either_language(tmp_path, raw, said):
    if raw:
        (tmp_path / "mkdocs.yml").write_bytes(raw)
    (finding,) = settings.check_file(tmp_path)
    assert said in finding.message.zh
    assert finding.suggestion.zh


def test_a_harmful_setting_is_told_at_its_line(tmp_path):
    shipped = (ROOT / "mkdocs.yml").read_text("utf-8")
    harmful = shipped.replace("docs_structure: suffix", "docs_structure: folder")
    (tmp_path / "mkdocs.yml").write_text(harmful, "utf-8")
    (finding,) = settings.check_file(tmp_path)
    line = harmful.splitlines()[finding.position.line - 1]
    assert line[finding.position.column - 1 :] == "docs_structure: folder"
