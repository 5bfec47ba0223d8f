"""`mkdocs serve` after many saves: both languages, whole builds and single pages, errors mended."""

from __future__ import annotations

import re
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest
from tests.site.saves import SAVES
from tests.site.server import free_port

ENDED = "Documentation built in"
"""What the builder says at the end of a whole build."""
pytestmark = pytest.mark.build
ARTICLE = "docs/contact/call-support.md"
PAGE = "contact/call-support/"
TIMES = 20
WHOLE_BUILDS = range(0, TIMES, 10)
"""Saves that change a title, which stands in other pages too."""


def wait_for(url: str, text: str, seconds: float = 60) -> str:
    deadline = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5) as response:
                page = response.read().decode()
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            page = ""
        if text in page:
            return page
        assert time.monotonic() < deadline, f"{text!r} never came at {url}"
        time.sleep(0.05)


@contextmanager
def served(project, *, mentions: str = ""):
    """Address of a preview of `project`; afterwards it must have said `mentions`."""
    with serving(project, mentions=mentions) as (base, _):
        yield base


@contextmanager
def serving(project, *, mentions: str = ""):
    """The same, and its process."""
    port = free_port()
    server = project.start("mkdocs", "serve", "-a", f"127.0.0.1:{port}")
    try:
        wait_for(f"http://127.0.0.1:{port}/", "hc-home")
        yield f"http://127.0.0.1:{port}/", server
    finally:
        server.terminate()
        output, _ = server.communicate(timeout=30)
    assert "Traceback" not in output, output
    assert mentions in output, output


def alone(page: str) -> str:
    """A served page without what the preview adds."""
    return re.sub(r"<script>\s*\(async.*?</script>", "", page, flags=re.DOTALL)


def test_twenty_saves(project):
    original = (project.root / ARTICLE).read_text("utf-8")
    title = re.search("^title: (.*)$", original, re.MULTILINE)[1]
    with served(project, mentions="HC202") as base:
        for number in range(TIMES):
            mark = f"第{'一' * (number + 1)}次改动。"
            text = original.replace("\n## ", f"\n{mark}\n\n## ", 1)
            if number in WHOLE_BUILDS:
                text = text.replace(f"title: {title}", f"title: {mark}")
            project.write(ARTICLE, text)
            wait_for(f"{base}{PAGE}", f"{mark}</p>")
            if number in WHOLE_BUILDS:
                wait_for(f"{base}contact/", mark)
        project.write(ARTICLE, original + "\n{{ nonsense() }}\n")
        page = wait_for(f"{base}{PAGE}", "HC202")  # the old page, and why
        assert 'class="hc-findings"' in page and mark in page
        project.write(ARTICLE, original + '\n{{ contact("<b>evil</b>") }}\n')
        wait_for(f"{base}{PAGE}", "&lt;b&gt;evil&lt;/b&gt;")
        assert "<b>evil" not in wait_for(f"{base}en/{PAGE}", "hc-findings")
        project.write(ARTICLE, original + "\n最后的改动。\n")
        page = wait_for(f"{base}{PAGE}", "最后的改动。")
        assert '<html lang="zh-CN"' in page
        assert len(re.findall('rel="canonical"', page)) == 1
        english = wait_for(f"{base}en/{PAGE}", "hc-contact-block")
        assert '<html lang="en"' in english


KINDS = ("title, seen from elsewhere", "fee", "template", "new article")


def test_open_pages_are_shown_first_as_the_whole_build_makes_them(project):
    """Titles, records, templates and new files stand in more pages than those in sight."""
    saves = [save for save in SAVES if save.kind in KINDS]
    with serving(project) as (base, server):
        for save in saves:
            assert save.sign not in wait_for(f"{base}{save.page}", "hc-")
        ended = server.so_far().count(ENDED)
        for save in saves:
            save.write(project.root)
        shown = {save.page: wait_for(f"{base}{save.page}", save.sign) for save in saves}
        assert server.so_far().count(ENDED) == ended, "it was the whole build that showed them"
        wait_for(f"{base}en/fees/fees-overview/", "0.75%")
        while server.so_far().count(ENDED) == ended:
            time.sleep(0.1)
        for page, first in shown.items():
            assert alone(wait_for(f"{base}{page}", "hc-")) == alone(first)


def test_a_page_made_alone_is_that_of_a_whole_build(project):
    """Also the English page, which shows that its Chinese was changed, and the search."""
    with served(project, mentions="made again: docs/contact/call-support.md") as base:
        text = (project.root / ARTICLE).read_text("utf-8")
        project.write(ARTICLE, text.replace("\n## ", "\n九霄云外。\n\n## ", 1))
        chinese = wait_for(f"{base}{PAGE}", "九霄云外")
        english = wait_for(f"{base}en/{PAGE}", "hc-lag")
        wait_for(f"{base}search/core.json", "九霄云外")
        project.edit("docs/_data/brand.yml", "name: OKPay", "name: Renamed")
        wait_for(f"{base}contact/live-chat/", "Renamed")
        project.edit("docs/_data/brand.yml", "name: Renamed", "name: OKPay")
        wait_for(f"{base}contact/live-chat/", "OKPay")
        assert alone(wait_for(f"{base}{PAGE}", "OKPay")) == alone(chinese)
        assert alone(wait_for(f"{base}en/{PAGE}", "OKPay")) == alone(english)


def test_an_address_typed_into_the_preview_is_reported(project):
    text = (project.root / ARTICLE).read_text("utf-8")
    with served(project, mentions="desk@refund-now.test") as base:
        project.write(ARTICLE, text + "\n请写信到 desk@refund-now.test。\n")
        page = wait_for(f"{base}{PAGE}", "HC101")  # in the panel, never as a link
        assert "mailto:desk@refund-now.test" not in page
        project.write(ARTICLE, text + "\n改好了。\n")
        assert "refund-now" not in wait_for(f"{base}{PAGE}", "改好了。")
