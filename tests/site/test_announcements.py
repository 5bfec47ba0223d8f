"""Announcements of `_data`: start, end, audience and severity each do what they say."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from tests.site.operator import NOTICES
from tests.site.server import serving

pytestmark = [pytest.mark.browser, pytest.mark.build]
EVERYWHERE = ["always", "ends", "loud", "some"]


@pytest.fixture(scope="module")
def announcing(chosen):
    """Address of a build on 23 November 2026 with one announcement for each field."""
    with serving(chosen.site) as address:
        yield address


def shown(browser: Browser, url: str, now: str) -> list[str]:
    """Names of the announcements that a reader sees at the moment `now`."""
    context = browser.new_context()
    page = context.new_page()
    page.clock.set_fixed_time(now)
    page.goto(url, wait_until="load")
    notices = [e for e in page.locator("[id^=notice-]").all() if e.is_visible()]
    names = [(e.get_attribute("id") or "").removeprefix("notice-") for e in notices]
    context.close()
    return names


@pytest.mark.parametrize(
    ("path", "now", "names"),
    [
        ("", "2026-11-23T12:00:00+08:00", ["always", "ends", "loud", "chinese", "some"]),
        ("en/", "2026-11-23T12:00:00+08:00", EVERYWHERE),
        ("payments/", "2026-11-23T12:00:00+08:00", [*EVERYWHERE, "chinese", "payers"]),
        (
            "en/payments/withdrawal-not-arrived/",
            "2026-11-23T12:00:00+08:00",
            [*EVERYWHERE, "payers"],
        ),
        ("en/", "2026-12-01T08:59:00+08:00", EVERYWHERE),
        ("en/", "2026-12-01T09:00:00+08:00", ["always", "later", "loud", "some"]),
    ],
)
def test_who_sees_what_when(browser, announcing, path, now, names):
    assert sorted(shown(browser, announcing + path, now)) == sorted(names)


def test_severity_and_audience_are_said(page, announcing):
    page.goto(f"{announcing}en/", wait_until="load")
    roles = {name: page.locator(f"#notice-{name}").get_attribute("role") for name in EVERYWHERE}
    assert roles == {"always": "status", "ends": "status", "loud": "alert", "some": "status"}
    classes = [page.locator(f"#notice-{n}").get_attribute("class") or "" for n in EVERYWHERE]
    assert [name.rpartition("--")[2] for name in classes] == ["info", "warning", "critical", "info"]
    text = page.locator("#notice-some").inner_text()
    assert text == "Customers in Singapore · Withdrawals are slow."


def test_a_category_that_does_not_exist_is_refused(project):
    project.write(
        "docs/_data/announcements.yml",
        f"announcements:\n  a:\n    {NOTICES['payers'].replace('payments', 'payment')}\n",
    )
    run = project.helpcenter("check")
    assert run.code == 1
    assert "docs/_data/announcements.yml:6:" in run.output
    assert "payments" in run.output


def test_without_scripts_only_what_has_begun_is_shown(browser, announcing):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{announcing}en/")
    names = [e.get_attribute("id") for e in page.locator("[id^=notice-]").all() if e.is_visible()]
    context.close()
    assert names == [f"notice-{name}" for name in EVERYWHERE]
