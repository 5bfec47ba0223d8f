"""The release gate: sample, expired, retired and reserved values never reach a reader."""

from __future__ import annotations

import re

import pytest
from tests.site.pages import Site, by_class
from tests.site.project import RELEASE, TEST_COPY

pytestmark = [pytest.mark.build, pytest.mark.xdist_group("test_release")]  # the longest builds


NOTHING_BUILT = "nothing was built"
PROOF = "status: verified\n    verified: {on: 2026-11-20, by: 测试, source: 测试}"
"""What `verify_all` writes."""


def codes(run):
    return set(re.findall(r"\bHC\d{3}\b", run.output))


@pytest.fixture
def verified(verified_build, tmp_path):
    """Every record verified three days ago, still on reserved names."""
    return verified_build.copied(tmp_path / "project")


def test_sample_data_is_listed_and_refused(project):
    before = project.fingerprint()
    run = project.build(**RELEASE)
    assert run.code != 0
    assert {"HC501", "HC502"} <= codes(run)
    assert NOTHING_BUILT in run.output
    assert re.search(r"docs/_data/contacts\.yml:\d+:\d+ HC501 .*contacts/support-email", run.output)
    assert project.fingerprint() == before


def test_the_word_verified_publishes_no_reserved_name(verified):
    run = verified.build(**RELEASE)
    assert run.code != 0
    assert codes(run) == {"HC502"}
    assert "mkdocs.yml" in run.output


def test_the_test_copy_passes_and_stays_marked(verified_site):
    page = Site(verified_site).page("contact/call-support/")
    assert any(e.get("content") == "noindex" for e in page.iter("meta"))
    assert by_class(page, "hc-notice--sample")


def test_a_host_that_is_not_ours(verified):
    verified.edit("mkdocs.yml", "https://help.okpay.example/", "https://elsewhere.okpay.example/")
    run = verified.build(**TEST_COPY)
    assert run.code != 0
    assert codes(run) == {"HC103"}  # the guard is faster than the gate


def test_a_preview_shows_what_has_expired_as_unconfirmed(chosen):
    assert by_class(Site(chosen.site).page("contact/call-support/"), "hc-unconfirmed")


def test_retired_or_expired_but_shown(verified):
    retired = "status: retired\n    retired: {on: 2026-11-01, reason: closed}"
    path = "docs/_data/contacts.yml"
    text = (verified.root / path).read_text("utf-8")
    first, last = text.replace(PROOF, retired, 1).rsplit(PROOF, 1)
    verified.write(path, first + PROOF.replace("-11-20", "-06-01") + last)
    run = verified.build(**TEST_COPY)
    assert run.code != 0
    assert {"HC504", "HC505"} <= codes(run) <= {"HC216", "HC504", "HC505"}
    assert NOTHING_BUILT in run.output


def test_what_only_a_template_shows_is_refused_after_the_build(verified):
    before = verified.fingerprint()
    path, name = "docs/_data/links.yml", "  more-advice:\n"
    verified.edit(path, f"{name}    {PROOF}", f"{name}    status: sample")
    more = '<p>{{ hc.fact("link", "more-advice") }}</p>'
    verified.edit("overrides/partials/footer.html", "<footer", f"{more}<footer")
    run = verified.build(**TEST_COPY)
    assert run.code != 0
    assert codes(run) == {"HC501"} and "links/more-advice" in run.output
    assert NOTHING_BUILT not in run.output
    assert verified.fingerprint() == before


def test_emergency_switch_off(verified):
    """A stolen mailbox disappears everywhere at once, and every page says so."""
    verified.write("docs/contact/later.md", LATER_STALE)
    retire = verified.helpcenter("retire", "support-email", "--reason", "compromised")
    assert retire.code == 0, retire
    run = verified.build(**TEST_COPY)
    assert run.code == 0, run
    site = Site(verified.site)
    for path in verified.site.rglob("*"):
        if path.suffix in {".html", ".json", ".xml", ".txt"}:
            assert "support@okpay.example" not in path.read_text("utf-8"), path
    for url in site.urls():
        notice = CRITICAL.search(site.html(url))
        expected = "Support email" if url.startswith("en/") else "客服邮箱"
        assert notice and expected in notice[0], url


CRITICAL = re.compile(r'<div class="hc-notice hc-notice--critical".*?</div>', re.DOTALL)
LATER_STALE = """---
title: 还没有英文版的一页
description: 翻译欠账不能挡住紧急停用。
category: contact
owner: 客服内容组
review_by: 2027-03-01
ask: [还没翻译的页, 只有中文, 没有英文版, 英文在哪里, 为什么是中文]
related: [contact-support]
---
正文。
"""
