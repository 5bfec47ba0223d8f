"""States of sections, translation debt and its limits, old text found in git."""

from __future__ import annotations

import re
from datetime import date

import pytest
from tests.bilingual.project import TODAY

from helpcenter.bilingual import debt
from helpcenter.bilingual.history import History
from helpcenter.build import start
from helpcenter.pages.site import SiteView
from helpcenter.publish.profile import Profile
from helpcenter.source_rules import read_sources

PAGE = "account-security/account-hacked"
ZH, EN = f"{PAGE}.md", f"{PAGE}.en.md"
SOFT = (ZH, "有什么就说什么，不用备齐再打", "想到什么就说什么，不用备齐再打")
HARD = (ZH, "6. 打给您的银行，号码看银行卡背面。\n", "")


def codes(site):
    return sorted({f"{f.rule} {f.severity.value}" for f in read_sources(site.root, TODAY).findings})


def test_stamped_pages_are_fresh(site):
    assert site.behind() == {} and codes(site) == []


@pytest.mark.parametrize(
    ("edit", "state", "found"),
    [
        (SOFT, "stale", ["HC307 warning"]),
        (HARD, "hard", ["HC308 warning"]),
        ((ZH, "{#after}", "{#afterwards}"), "extra", ["HC315 warning"]),
        ((EN, "Save screenshots,", "Keep screenshots,"), "unreviewed", ["HC309 warning"]),
        ((EN, "\n  after: ", "\n  later: "), "unstamped", ["HC309 warning"]),
        ((ZH, "报告之后", "**报告之后**"), "fresh", []),
        ((ZH, "1. 打开 {{", "1) 打开{{"), "fresh", []),
    ],
)
def test_states(site, edit, state, found):
    site.edit(*edit)
    states = site.states(PAGE)
    changed = {value for value in states.values() if value != "fresh"} or {"fresh"}
    assert state in changed
    assert codes(site) == found


def test_a_new_chinese_section_waits(site):
    site.edit(ZH, "## 报告之后", "## 新的一节 {#fresh-news}\n\n正文。\n\n## 报告之后")
    assert site.behind() == {f"{PAGE}#fresh-news": "untranslated"}
    assert codes(site) == ["HC315 warning"]


def test_an_english_id_without_chinese_is_wrong(site):
    site.edit(EN, "## After you've", "## Made up {#made-up}\n\nText.\n\n## After you've")
    assert codes(site) == ["HC303 error"]


def test_a_difference_in_fresh_english_is_an_error_at_its_line(site):
    site.edit(EN, '{{ ui("sign_out_everywhere") }}', '{{ ui("settings") }}')
    found = [f for f in read_sources(site.root, TODAY).errors if f.rule == "HC310"]
    lines = {site.text(EN).split("\n")[f.position.line - 1] for f in found}
    assert lines == {'3. Choose {{ ui("settings") }}.'}


def test_missing_translation_and_its_reason(site):
    (site.root / "docs" / EN).unlink()
    sections = next(p.debt for p in site.pages() if p.chinese.path == ZH)
    assert sections == 9
    assert codes(site) == ["HC316 warning"]
    site.edit(ZH, "title:", "one_language: 只给中国读者\ntitle:")
    assert codes(site) == []
    assert debt.total(site.pages()) == 0


def test_english_alone_needs_a_reason(site):
    text = site.text("contact/call-support.en.md")
    relay = re.sub(r"^stamps:\n(  .*\n)*", "", text, flags=re.MULTILINE)
    relay = re.sub(r"^title: .*", "title: Call us by relay", relay, flags=re.MULTILINE)
    (site.root / "docs/contact/relay.en.md").write_text(relay, "utf-8")
    site.edit(
        "_data/categories.yml", "      - call-support\n", "      - call-support\n      - relay\n"
    )
    assert codes(site) == ["HC304 error"]
    site.edit("contact/relay.en.md", "title:", "one_language: Only these readers need it\ntitle:")
    assert codes(site) == [] and debt.total(site.pages()) == 0
    build, _ = start(site.root, None, Profile.from_environment({}))
    related = {lang: SiteView(build, lang).links(["relay", "nowhere"]) for lang in ("zh", "en")}
    assert [link.url for link in related["en"]] == ["en/contact/relay/"] and related["zh"] == []


@pytest.mark.parametrize("path", [ZH, EN])
def test_a_pair_is_not_in_one_language(site, path):
    site.edit(path, "title:", "one_language: 只给中国读者\ntitle:")
    found = [f for f in read_sources(site.root, TODAY).errors if f.rule == "HC304"]
    assert [(f.path, f.position.line, f.found) for f in found] == [
        (f"docs/{path}", 2, "只给中国读者")
    ]


def test_debt_has_a_ceiling_that_stops_a_release_and_no_writer(site):
    for name in ("about", "emergency"):
        (site.root / "docs" / f"{name}.en.md").unlink()
    assert debt.total(site.pages()) > 10
    assert codes(site) == ["HC316 warning", "HC318 warning"]
    assert site.run("check").exit_code == 0
    build, _ = start(site.root, "", Profile(False, False, TODAY))
    assert build and build.settle() == []
    build.profile = Profile(True, True, TODAY)
    assert "HC318" in {finding.rule for finding in build.settle()}
    site.edit("_data/policy.yml", "ceiling: 10", "ceiling: 30")
    assert codes(site) == ["HC316 warning"]


@pytest.mark.parametrize(
    ("day", "late"), [("2026-11-22", False), ("2026-11-21", True), ("2026-11-01", True)]
)
def test_wrong_facts_have_a_deadline(site, day, late):
    site.commit("first", "2026-10-01")
    site.edit(*HARD)
    site.commit("changed", day)
    assert ("HC319 error" in codes(site)) is late


def test_other_categories_have_seven_days(site):
    site.commit("first", "2026-10-01")
    site.edit("fees/fees-overview.md", "4. 照[计算步骤]", "4. 多做一步。\n5. 照[计算步骤]")
    site.commit("changed", "2026-11-16")
    assert codes(site) == ["HC308 warning"]


def test_release_wants_none_in_account_security(site):
    site.edit(*HARD)
    assert [f.found for f in debt.at_release(site.pages())] == ["steps"]
    site.run("stamp", f"{PAGE}#steps")
    assert [f.found for f in debt.at_release(site.pages())] == ["steps"]


def old(site):
    stamp = next(p for p in site.pages() if p.chinese.path == ZH).english.meta.stamps
    return History.read(site.root).section(ZH, stamp["what-you-need"].partition("-")[0])


def test_old_chinese_is_found_by_its_hash(site):
    site.commit("first")
    site.edit(*SOFT)
    site.commit("second", "2026-11-10")
    assert "有什么就说什么" in old(site).text


def test_old_chinese_survives_squash_and_rename(site):
    site.commit("first")
    site.run("rename", PAGE, "contact/hacked")
    site.edit("contact/hacked.md", *SOFT[1:])
    site.git("add", "-A")
    site.git("commit", "-q", "--amend", "-m", "other")
    page = next(p for p in site.pages() if p.chinese.path == "contact/hacked.md")
    hash_ = page.english.meta.stamps["what-you-need"].partition("-")[0]
    found = History.read(site.root)
    site.git("reflog", "expire", "--expire=now", "--all")
    assert found.section("contact/hacked.md", hash_) is None  # the amended commit is gone
    site.edit("contact/hacked.md", SOFT[2], SOFT[1])
    site.commit("back")
    site.edit("contact/hacked.md", *SOFT[1:])
    site.commit("again")
    assert History.read(site.root).section("elsewhere.md", hash_).id == "what-you-need"


def test_old_chinese_survives_a_rebase_of_source_and_translation_together(site):
    site.commit("first")
    site.git("checkout", "-q", "-b", "side")
    site.edit(*SOFT)
    assert site.run("stamp", f"{PAGE}#what-you-need").exit_code == 0
    site.commit("both languages in one pull request")
    site.git("checkout", "-q", "main")
    site.edit("about.md", "地址或号码可疑", "地址或者号码可疑")
    site.commit("meanwhile")
    site.git("checkout", "-q", "side")
    site.git("rebase", "-q", "main")
    site.git("branch", "-q", "-D", "main")
    site.git("reflog", "expire", "--expire=now", "--all")
    site.git("gc", "-q", "--prune=now")
    assert site.states(PAGE)["what-you-need"] == "fresh"
    site.edit(ZH, SOFT[2], SOFT[1])
    assert site.states(PAGE)["what-you-need"] == "stale"
    assert SOFT[2] in old(site).text


def test_stale_since(site):
    site.commit("first", "2026-10-01")
    site.edit(*SOFT)
    site.commit("second", "2026-11-10")
    site.edit(ZH, "什么时候发现的", "哪天发现的")
    site.commit("third", "2026-11-15")
    stamp = next(p for p in site.pages() if p.chinese.path == ZH).english.meta.stamps
    source = stamp["what-you-need"].partition("-")[0]
    history = History.read(site.root)
    assert history.stale_since(ZH, "what-you-need", source) == date(2026, 11, 10)
    assert history.stale_since(ZH, "steps", stamp["steps"].partition("-")[0]) is None


def test_what_waits_on_other_branches_stops_no_deadline(site):
    site.commit("first", "2026-10-01")
    site.git("checkout", "-q", "-b", "side")
    site.git("checkout", "-q", "main")
    site.edit(*HARD)
    site.commit("changed", "2026-11-01")
    site.git("checkout", "-q", "side")
    site.edit(ZH, "什么时候发现的", "哪天发现的")
    site.commit("old steps, later", "2026-11-22")
    site.git("checkout", "-q", "main")
    assert "HC319 error" in codes(site)
    site.git("merge", "-q", "-m", "both", "side", day="2026-11-23")
    assert site.states(PAGE)["steps"] == "hard" and "HC319 error" in codes(site)


def test_a_new_name_stops_no_deadline(site):
    site.commit("first", "2026-10-01")
    site.edit("fees/fees-overview.md", "4. 照[计算步骤]", "4. 多做一步。\n5. 照[计算步骤]")
    site.commit("changed", "2026-11-01")
    assert site.run("rename", "fees/fees-overview", "fees/all-fees").exit_code == 0
    site.commit("renamed", "2026-11-22")
    assert codes(site) == ["HC308 warning", "HC319 error"]


def test_a_stamp_of_chinese_that_was_squashed_away_is_as_old_as_the_stamp(site):
    site.commit("first", "2026-08-01")
    site.edit(ZH, "什么时候发现的", "哪天发现的")
    assert site.run("stamp", f"{PAGE}#what-you-need").exit_code == 0
    site.edit(ZH, "哪天发现的", "哪天发现的，3 次")
    site.commit("both at once", "2026-11-22")
    assert site.states(PAGE)["what-you-need"] == "hard"
    assert "HC319 error" not in codes(site)
    site.edit(ZH, "哪天发现的，3 次", "哪天发现的，4 次")
    site.commit("again", "2026-11-23")
    stamp = next(p for p in site.pages() if p.chinese.path == ZH).english.meta.stamps
    source = stamp["what-you-need"].partition("-")[0]
    since = History.read(site.root).stale_since(ZH, "what-you-need", source)
    assert since == date(2026, 11, 22)
