"""The copy for the disk, over file:// in real Chromium: pages, search, dates; nothing asked for."""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect
from tests.site.browser import watch
from tests.site.pages import Site
from tests.site.project import Project

pytestmark = [pytest.mark.browser, pytest.mark.build]
BOX = "[data-md-component=search-query]"
LINKS = ".md-search-result__link"
NAME = "help-center-2026-11-23"
NUMBER = r"[0-9a-f]{12}"
AFTER = "2027-03-01T12:00:00"  # contacts verified on 20 November 2026 hold for 90 days


@pytest.fixture(scope="module")
def archive(verified_site, tmp_path_factory):
    """The archive made of the test copy of a release, which is not built again."""
    project = Project.at(verified_site.parent)
    folder = tmp_path_factory.mktemp("offline")
    run = project.helpcenter("offline", "site", "--output", str(folder))
    assert run.code == 0, run
    return folder / f"{NAME}.zip"


@pytest.fixture(scope="module")
def unzipped(archive, tmp_path_factory):
    """The archive as a reader unpacks it, below a folder whose name needs escaping."""
    folder = tmp_path_factory.mktemp("downloads") / "我的 文件"
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    return folder / NAME


@pytest.fixture
def seen(page):
    """Whatever the page asks of others, misses or complains about."""
    return watch(page, "file:///")


def ask(page, text: str):
    page.locator(BOX).click()
    page.keyboard.insert_text(text)  # at once: answers to a part of it would lead elsewhere
    expect(page.locator(LINKS).first).to_be_visible()
    return page.locator(LINKS).first


def test_carries_its_date_and_checksums(archive, unzipped):
    sums = archive.with_name(f"{archive.name}.sha256").read_text("utf-8")
    assert sums == f"{hashlib.sha256(archive.read_bytes()).hexdigest()}  {archive.name}\n"
    listed = dict(
        reversed(line.split("  ", 1)) for line in (unzipped / "SHA256SUMS").read_text().splitlines()
    )
    files = {p.relative_to(unzipped).as_posix(): p for p in unzipped.rglob("*") if p.is_file()}
    del files["SHA256SUMS"]
    assert listed == {n: hashlib.sha256(p.read_bytes()).hexdigest() for n, p in files.items()}
    words = {
        "": f"2026年11月23日制作的离线副本（编号 {NUMBER}）",
        "en/": f"23 November 2026 .number {NUMBER}",
    }
    for url, wanted in words.items():
        assert re.search(wanted, Site(unzipped).text(f"{url}index.html"))


def test_every_link_leads_to_a_file(unzipped):
    site = Site(unzipped)
    for url in site.urls():
        for element in site.page(url).iter():
            if element.tag not in ("a", "link", "script", "img"):
                continue
            parts = urlsplit(element.get("href") or element.get("src") or "")
            if not parts.scheme and not parts.netloc and parts.path:
                assert (unzipped / PurePosixPath(url) / unquote(parts.path)).is_file(), (url, parts)
        assert not [s for s in site.page(url).iter("script") if s.get("type") == "module"]
        assert "<hc-compare" not in site.text(f"{url}index.html")
        assert not re.search(r">[^<]*index\.html", site.text(f"{url}index.html"))


def test_search_follows_and_languages_switch(page, seen, unzipped):
    page.goto((unzipped / "index.html").as_uri())
    first = ask(page, "提现没到账")
    expect(page.locator(".md-search-result__meta")).to_contain_text("找到")
    first.click()
    page.wait_for_url(re.compile(r"payments/withdrawal-not-arrived/index\.html(?:#|$)"))
    expect(page.locator(".md-content mark").first).to_be_visible()
    page.locator("[data-hc-language]").click()
    page.wait_for_url(re.compile(r"/en/payments/withdrawal-not-arrived/index\.html"))
    ask(page, "forgoten password").click()
    page.wait_for_url(re.compile(r"/en/account-security/reset-password/index\.html"))
    found = page.evaluate("window.helpcenter.search('ti xian', {lang: 'zh'})")
    assert found[0]["url"].startswith((unzipped / "payments").as_uri())
    assert seen == []


def test_back_closes_the_search_and_brings_back_its_answers(page, seen, unzipped):
    start = (unzipped / "index.html").as_uri()
    page.goto(start)
    ask(page, "提现没到账").click()
    page.wait_for_url(re.compile("withdrawal-not-arrived"))
    page.go_back()
    expect(page.locator(LINKS).first).to_be_focused()
    expect(page.locator(BOX)).to_have_value("提现没到账")
    page.go_back()
    expect(page.locator("#__search")).not_to_be_checked()
    assert page.url == start
    page.goto(f"{start}?q=提现没到账")
    expect(page.locator(LINKS).first).to_be_visible()
    assert seen == []


def test_dates_are_printed_and_values_go_when_they_have_passed(page, seen, unzipped):
    address = (unzipped / "contact/call-support/index.html").as_uri()
    value = page.locator(".hc-contact-block .hc-contact").first
    until = page.locator(".hc-contact-block .hc-until").first
    page.clock.set_fixed_time("2027-01-01T12:00:00")
    page.goto(address)
    expect(value).to_be_visible()
    expect(until).to_have_text("（有效期至 2027年2月18日）")
    page.clock.set_fixed_time(AFTER)
    page.goto(address)
    expect(page.locator(".hc-contact-block .hc-unconfirmed").first).to_contain_text("已过期")
    expect(until).to_be_visible()
    expect(page.locator("[data-contact]:not(.hc-footer *)")).to_have_count(0)
    page.clock.set_fixed_time("2027-06-01T12:00:00")  # fees hold for 180 days
    page.goto((unzipped / "fees/calculate-fees/index.html").as_uri())
    expect(page.locator(".hc-sum .hc-unconfirmed").first).to_be_visible()
    parts = page.locator(".hc-body :is(td, dd, .hc-list--example .hc-note)").all_inner_texts()
    assert not re.search(r"\d", re.sub("有效期至 .*?日", "", "".join(parts)))
    assert seen == []


def test_feedback_names_the_published_page(page, unzipped):
    page.goto((unzipped / "en/contact/call-support/index.html").as_uri())
    text = page.evaluate("document.querySelector('hc-feedback').text")
    assert "https://help.okpay.example/en/contact/call-support/" in text
    assert "file:" not in text
    expect(page.locator("hc-feedback")).to_be_visible()


def test_needs_a_built_site(verified_site, tmp_path):
    project = Project.at(verified_site.parent)
    run = project.helpcenter("offline", str(tmp_path), "--lang", "en")
    assert run.code == 2
    assert run.output.count("\n") == 1
    assert "not a built site" in run.output
