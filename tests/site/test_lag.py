"""What readers of English get of sections that are behind, and at addresses that were left."""

from __future__ import annotations

import os
import re
import subprocess

import pytest
from playwright.sync_api import expect
from tests.bilingual.project import PAGES
from tests.site.browser import watch
from tests.site.server import serving

pytestmark = [pytest.mark.build, pytest.mark.xdist_group("test_lag")]  # one build for all
AUTHOR = ("-c", "user.name=Writer", "-c", "user.email=writer@example.org")
PAGE = "account-security/account-hacked"


def commit(project):
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    for words in (("init", "-q"), ("add", "docs"), ("commit", "-q", "-m", "first")):
        command = ["git", *AUTHOR, *words]
        subprocess.run(command, cwd=project.root, env=environment, check=True)


@pytest.fixture(scope="module")
def lagging(copy):
    """One build: a soft-stale, a hard-stale and an untranslated section, and a redirect."""
    project = copy()
    path = f"docs/{PAGE}.md"
    for name in (path, f"docs/{PAGE}.en.md"):
        project.write(name, (PAGES / name.removeprefix("docs/")).read_text("utf-8"))
    for name in project.linking(f"{PAGE}.md", "#lost-phone"):  # not in these older pages
        project.edit(name, "account-hacked.md#lost-phone", "account-hacked.md")
    commit(project)
    project.edit(path, "立即换一个没用过的密码", "马上换一个没用过的密码")
    project.edit(path, "有什么就说什么，不用备齐再打", "想到什么就说什么，不用备齐再打")
    project.edit(path, "6. 打给您的银行，号码看银行卡背面。\n", "")
    news = '## 新的一节 {#brand-new}\n\n服务时间：{{ hours("urgent") }}。\n\n'
    project.edit(path, "## 报告之后", f"{news}## 报告之后")
    project.edit(path, "title: 账户被盗了怎么办？", "title: 账户被盗，三天没人理怎么办？")
    project.edit(f"docs/{PAGE}.en.md", "2027-01-31", "2026-11-10")
    old = "redirects: {}"
    project.edit("docs/_data/addresses.yml", old, f"redirects:\n  old/page/: {PAGE}/")
    run = project.build()
    assert run.code == 0, run
    return project.site


def section(site, name):
    """HTML of one section of the English page."""
    html = (site / f"en/{PAGE}/index.html").read_text("utf-8")
    return re.search(rf'<h2 id="{name}".*?(?=<h2 |</article>)', html, re.DOTALL)[0]


def test_soft_stale_is_one_quiet_line(lagging):
    html = section(lagging, "what-you-need")
    assert html.count("hc-lag--soft") == 1 and "Say what you can" in html
    assert f'href="../../../{PAGE}/#what-you-need" hreflang="zh-CN"' in html
    assert "hc-lag__chinese" not in html


def test_hard_stale_shows_the_chinese_and_folds_the_english(lagging):
    html = section(lagging, "steps")
    chinese = re.search(r'<div class="hc-lag__chinese" lang="zh-CN">(.*?)</div>', html, re.DOTALL)
    folded = re.search(r'<details class="hc-lag__old" lang="en">(.*?)</details>', html, re.DOTALL)
    assert chinese[1].count("<li>") == 6 and "修改密码" in chinese[1]
    assert "<ins>" not in chinese[1]
    assert folded[1].count("<li>") == 7 and "Change password" in folded[1]
    assert "<details open" not in html


def test_an_untranslated_section_stands_in_chinese_and_in_place(lagging):
    html = section(lagging, "brand-new")
    assert '<h2 id="brand-new" lang="zh-CN">' in html
    words = re.sub("<[^>]*>", "", html)
    assert "全天 24 小时" in words and "24 hours" not in words
    whole = (lagging / f"en/{PAGE}/index.html").read_text("utf-8")
    assert whole.index('id="what-you-need"') < whole.index('id="brand-new"')
    assert whole.index('id="brand-new"') < whole.index('id="after"')


def test_a_title_with_other_facts_is_shown_in_chinese(lagging):
    html = (lagging / f"en/{PAGE}/index.html").read_text("utf-8")
    assert '<h1 lang="zh-CN">账户被盗，三天没人理怎么办？</h1>' in html


def test_an_overdue_page_says_so(lagging):
    english = (lagging / f"en/{PAGE}/index.html").read_text("utf-8")
    chinese = (lagging / f"{PAGE}/index.html").read_text("utf-8")
    assert "overdue for review" in english and "没有按时复核" not in chinese


def test_fresh_sections_and_chinese_pages_stay_as_they_were(lagging, built):
    assert "hc-lag" not in section(lagging, "cannot-sign-in")
    assert "hc-lag" not in (lagging / f"{PAGE}/index.html").read_text("utf-8")
    pages = built.site.rglob("en/**/index.html")
    assert not [page for page in pages if "hc-lag" in page.read_text("utf-8")]


def test_the_writers_panel_stands_in_no_build(lagging):
    pages = lagging.rglob("*.html")
    assert not [page for page in pages if "hc-findings" in page.read_text("utf-8")]


@pytest.mark.parametrize(("lang", "prefix"), [("zh-CN", ""), ("en", "en/")])
def test_an_old_address_leads_on(lagging, lang, prefix):
    html = (lagging / f"{prefix}old/page/index.html").read_text("utf-8")
    assert f'<html lang="{lang}">' in html
    assert f'content="0; url=../../{PAGE}/"' in html
    assert f'rel="canonical" href="https://help.okpay.example/{prefix}{PAGE}/"' in html


def test_what_changed_is_marked_but_hidden(lagging):
    html = section(lagging, "steps")
    changes = html.partition('<div class="hc-lag__changes" hidden="hidden" lang="zh-CN">')[2]
    assert "<del>立即</del><ins>马上</ins>换一个" in changes
    assert "打给您的银行，号码看银行卡背面。</del>" in changes
    assert "hc-lag__changes" not in section(lagging, "brand-new")


@pytest.mark.browser
def test_chinese_steps_in_an_english_page_look_like_steps(lagging, browser):
    number = "item => getComputedStyle(item, '::before').content"
    with serving(lagging) as host:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(f"{host}en/{PAGE}/")
        steps = page.locator(".hc-lag__chinese > ol > li")
        assert [step.evaluate(number) for step in steps.all()[:2]] == ["counter(step)"] * 2
        shape = "item => getComputedStyle(item, '::before').borderRadius"
        assert steps.first.evaluate(shape) == "50%"


@pytest.mark.browser
@pytest.mark.parametrize(("path", "words"), [(f"en/{PAGE}/", "Chinese"), (f"{PAGE}/", "对照")])
def test_both_languages_side_by_side(lagging, browser, path, words):
    with serving(lagging) as host:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        seen = watch(page, host)
        page.goto(host + path)
        button = page.locator("hc-compare a")
        expect(button).to_contain_text(words)
        before = page.locator(".hc-body").inner_text()
        button.focus()
        page.keyboard.press("Enter")
        row = page.locator(".hc-both__row#steps")
        expect(row.locator("[lang=zh-CN] ins").first).to_have_text("马上")
        expect(row.locator("[lang=zh-CN] li")).to_have_count(6)
        expect(row.locator("[lang=en] li")).to_have_count(7)
        expect(page.locator(".hc-both__row")).to_have_count(8)
        expect(page.locator("hc-compare [role=status]")).not_to_be_empty()
        order = ("en", "zh-CN") if path.startswith("en/") else ("zh-CN", "en")
        left, right = (row.locator(f"> [lang={lang}]").bounding_box() for lang in order)
        assert left["y"] == right["y"] and left["x"] + left["width"] <= right["x"]
        page.set_viewport_size({"width": 360, "height": 720})
        left, right = (row.locator(f"> [lang={lang}]").bounding_box() for lang in order)
        assert left["y"] + left["height"] <= right["y"]
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.reload()  # the choice is kept
        expect(row).to_be_visible()
        button.focus()
        page.keyboard.press("Space")
        page.set_viewport_size({"width": 1280, "height": 800})
        assert page.locator(".hc-body").inner_text() == before
        page.reload()
        expect(page.locator("h1")).to_be_visible()
        assert page.locator(".hc-both").count() == 0
        assert seen == []


CUT = """() => [...document.querySelectorAll(".hc-both__row > div, .hc-both .hc-table")]
    .filter(box => box.scrollWidth > box.clientWidth + 1).map(box => box.outerHTML.slice(0, 99))"""


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1000, 1280])
@pytest.mark.parametrize(
    "path", ["fees/fees-overview/", "account-security/verify-official-channel/"]
)
def test_no_table_is_cut_side_by_side(lagging, browser, path, width):
    with serving(lagging) as host:
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(host + path)
        page.locator("hc-compare a").click()
        expect(page.locator(".hc-both .hc-table").first).to_be_visible()
        assert page.evaluate(CUT) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
