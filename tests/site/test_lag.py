"""What readers of English get of sections that are behind, and at addresses that were left."""

from __future__ import annotations

import re

import pytest

PAGE = "account-security/account-hacked"


@pytest.fixture(scope="module")
def lagging(copy):
    """One build: a soft-stale, a hard-stale and an untranslated section, and a redirect."""
    project = copy()
    path = f"docs/{PAGE}.md"
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
    assert folded[1].count("<li>") == 7 and "Change password" in folded[1]
    assert "<details open" not in html


def test_an_untranslated_section_stands_in_chinese_and_in_place(lagging):
    html = section(lagging, "brand-new")
    assert '<h2 id="brand-new" lang="zh-CN">' in html
    assert "全天 24 小时" in html and "24 hours" not in html
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


@pytest.mark.parametrize(("lang", "prefix"), [("zh-CN", ""), ("en", "en/")])
def test_an_old_address_leads_on(lagging, lang, prefix):
    html = (lagging / f"{prefix}old/page/index.html").read_text("utf-8")
    assert f'<html lang="{lang}">' in html
    assert f'content="0; url=../../{PAGE}/"' in html
    assert f'rel="canonical" href="https://help.okpay.example/{prefix}{PAGE}/"' in html
