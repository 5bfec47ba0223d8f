"""The bilingual defects of the plain stack: absent here, present there."""

from __future__ import annotations

import re
import shutil

import pytest
from tests.site.defects import CHECKS
from tests.site.once import once
from tests.site.pages import Site
from tests.site.project import LATER, ROOT, Project

pytestmark = pytest.mark.build
FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)
ORPHAN = LATER.replace("以后再翻译的一页", "Only in English")


def plain_article(text: str) -> str:
    """An article as the plain stack would have it: a heading, no ids, no facts."""
    title = re.search(r"^title: (.*)$", text, re.M)
    body = re.sub(r" \{#[a-z-]+\}", "", FRONT.sub("", text))
    body = re.sub(r"\{\{.*?\}\}", "…", body)
    return f"# {title[1] if title else ''}\n\n{body}\n"


@pytest.fixture(scope="module")
def ours(built):
    return Site(built.site)


@pytest.fixture(scope="module")
def plain(base, built):
    """The plain stack over the same articles, and what it lets pass under --strict."""
    return Project.at(once(base, "plain", lambda folder: build_plainly(Project.at(folder), built)))


def build_plainly(project, built):
    for path in (built.root / "docs").rglob("*.md"):
        text = plain_article(path.read_text("utf-8"))
        project.write(path.relative_to(built.root).as_posix(), text)
    project.write("docs/index.md", "正文\n")
    project.write("docs/index.en.md", "Text\n")
    project.edit("docs/contact/later.md", "正文。", "正文。\n\n*[身份验证]: 证明您是本人")
    project.write("docs/contact/node.js.md", "# 消失的一页\n")
    project.write("docs/contact/orphan.en.md", "# Only in English\n")
    shutil.copy(ROOT / "tests/site/plain/mkdocs.yml", project.root)
    run = project.build()
    assert run.code == 0, run


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_our_site_is_right(ours, check):
    assert list(check(ours)) == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_check_sees_the_plain_stack_fail(plain, check):
    assert list(check(Site(plain.site))) != []


def refuse(project, expected):
    before = project.fingerprint()
    run = project.build()
    assert run.code != 0, run
    assert expected in run.output, run
    assert project.fingerprint() == before


def test_1_one_language_alone(plain, project):
    """1. `build_only_locale: en` publishes Chinese as English."""
    option = ("- i18n:\n", "- i18n:\n      build_only_locale: en\n")
    lone = Project.at(plain.root.parent / "lone")
    shutil.copytree(plain.root, lone.root)
    for path in lone.root.glob("docs/**/*.en.md"):
        path.unlink()
    lone.edit("mkdocs.yml", *option)
    assert lone.build().code == 0
    page = Site(lone.site).page("contact/call-support/")
    assert page.get("lang") == "en" and "客服" in "".join(page.itertext())
    project.edit("mkdocs.yml", *option)
    refuse(project, "build_only_locale")


def test_6_names_that_vanish(plain, project):
    """6. `node.js.md` is read as a page in the language "js"."""
    assert not list(plain.site.glob("contact/node*"))
    project.write("docs/contact/node.js.md", LATER)
    refuse(project, "HC301")


def test_8_untranslated_navigation(project):
    """8. A navigation title in one language is refused, in either way of writing it."""
    project.edit("mkdocs.yml", "plugins:", "nav: [{联系客服: contact/index.md}]\nplugins:")
    refuse(project, "HC306")


def test_8_category_without_english_title(project):
    path = "docs/_data/categories.yml"
    text = (project.root / path).read_text("utf-8")
    project.write(path, re.sub(r"^ +en: .*\n", "", text, count=1, flags=re.M))
    refuse(project, path)


def test_9_no_site_url(plain, project):
    """9. Without `site_url` the sitemap holds None."""
    line = ("site_url: https://help.okpay.example/", "")
    lone = Project.at(plain.root.parent / "nowhere")
    shutil.copytree(plain.root, lone.root)
    lone.edit("mkdocs.yml", *line)
    assert lone.build().code == 0
    assert "None" in Site(lone.site).text("sitemap.xml")
    project.edit("mkdocs.yml", *line)
    refuse(project, "site_url is missing")


def test_13_heading_without_id(project):
    """13. A Chinese heading without id is refused with its line."""
    project.edit("docs/contact/call-support.md", "## ", "## 新的一节\n\n## ")
    refuse(project, "HC302")


def test_15_english_only_page(plain, project):
    """15. An English-only page claims the Chinese home as its translation."""
    links = Site(plain.site).head_links("en/contact/orphan/", "alternate")
    assert any(href.rstrip("./") == "" for code, href in links if code == "zh"), links
    project.write("docs/contact/orphan.en.md", ORPHAN)
    refuse(project, "HC304")


def test_sitemap_is_true(ours):
    """Every address of the sitemap is a page in its own language; none is missing."""
    listed = re.findall(
        r"<loc>https://help\.okpay\.example/([^<]*)</loc>", ours.text("sitemap.xml")
    )
    fallbacks = {"en/contact/later/"}
    assert sorted(listed) == sorted(set(ours.urls()) - fallbacks)


def test_sub_path(chosen):
    """Everything works below a path, and no link leaves it."""
    site = Site(chosen.site)
    assert dict(site.head_links("en/contact/", "alternate"))["zh-CN"] == (
        "https://help.okpay.example/zh/help/contact/"
    )
    for page in (site.page("404.html"), site.page("en/404.html")):
        for element in page.iter():
            target = element.get("href") or element.get("src") or ""
            assert not target.startswith("/") or target.startswith("/zh/help/"), target
