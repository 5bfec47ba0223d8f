"""`mkdocs serve` after many saves: both languages, whole builds and single pages, errors mended."""

from __future__ import annotations

import http.client
import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import ExitStack, contextmanager

import pytest
from tests.site.saves import SAVES
from tests.site.server import free_port

ENDED = "Documentation built in"
"""What the builder says at the end of a whole build."""
pytestmark = [pytest.mark.build, pytest.mark.xdist_group("test_serve")]  # share a preview
ARTICLE = "docs/contact/call-support.md"
PAGE = "contact/call-support/"
TIMES = 20
WHOLE_BUILDS = range(0, TIMES, 10)
"""Saves that change a title, which stands in other pages too."""


def fetched(url: str) -> str:
    """What is served at an address; nothing while nobody answers, or a save replaces the file."""
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return response.read().decode()
    except (urllib.error.URLError, TimeoutError, ConnectionError, http.client.IncompleteRead):
        return ""


def until(holds: Callable[[], object], otherwise: str, seconds: float = 180) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, otherwise
        time.sleep(0.05)


def wait_for(url: str, text: str) -> str:
    """The page at `url` when it holds `text`."""
    page = ""

    def holds():
        nonlocal page
        page = fetched(url)
        return text in page

    until(holds, f"{text!r} never came at {url}")
    return page


@contextmanager
def serving(project):
    """Address of a preview of `project`, and its process."""
    port = free_port()
    server = project.start("mkdocs", "serve", "-a", f"127.0.0.1:{port}")
    try:
        wait_for(f"http://127.0.0.1:{port}/", "hc-home")
        yield f"http://127.0.0.1:{port}/", server
    finally:
        server.terminate()
        output, _ = server.communicate(timeout=120)
    assert "Traceback" not in output, output


class Preview:
    """A served project; what it has printed counts from the beginning of a test."""

    def __init__(self, project, base, server):
        self.project, self.base, self.server = project, base, server
        self.text = (project.root / ARTICLE).read_text("utf-8")
        self.pages = {url: alone(wait_for(base + url, "hc-")) for url in (PAGE, f"en/{PAGE}")}

    def begin(self):
        self.begun = len(self.server.so_far())

    def save(self, text):
        self.project.write(ARTICLE, text)

    def says(self, text):
        until(lambda: text in self.server.so_far()[self.begun :], f"{text!r} was never said")

    def restore(self):
        """Write the article as it was; both its pages become what they were."""
        self.save(self.text)
        for url, first in self.pages.items():
            until(lambda url=url, first=first: alone(fetched(self.base + url)) == first, url)


class Kept:
    """The preview that the tests of this file share: its start is a whole build."""

    def __init__(self, copy):
        self._copy, self._stack = copy, ExitStack()
        self._begun = self._restored = None

    def begun(self):
        """A project that is served, and its preview's address and process."""
        if not self._begun:
            project = self._copy()
            self._begun = (project, *self._stack.enter_context(serving(project)))
        return self._begun

    def fresh(self):
        """The same, and no test has saved anything that it gave back."""
        if self._restored:
            self.close()
        return self.begun()

    def restored(self):
        """A preview that every test leaves as the first one found it."""
        self._restored = self._restored or Preview(*self.begun())
        self._restored.begin()
        return self._restored

    def close(self):
        self._begun = self._restored = None
        self._stack.close()


@pytest.fixture(scope="module")
def kept(copy):
    kept = Kept(copy)
    yield kept
    kept.close()


@pytest.fixture
def preview(kept):
    """A preview that stands as at its beginning."""
    served = kept.restored()
    yield served
    served.restore()


@pytest.fixture
def spent(kept):
    """A preview that may still be building when the test ends: nobody gets it any more."""
    yield kept.restored()
    kept.close()


def alone(page: str) -> str:
    """A served page without what the preview adds."""
    return re.sub(r"<script>\s*\(async.*?</script>", "", page, flags=re.DOTALL)


KINDS = ("title, seen from elsewhere", "fee", "template", "new article")


def test_open_pages_are_shown_first_as_the_whole_build_makes_them(kept):
    """Titles, records, templates and new files stand in more pages than those in sight.

    It is the first test, so that the others begin with what it leaves, all of it built.
    """
    project, base, server = kept.fresh()
    saves = [save for save in SAVES if save.kind in KINDS]
    for save in saves:
        assert save.sign not in wait_for(f"{base}{save.page}", "hc-")
    ended = server.so_far().count(ENDED)
    for save in saves:
        save.write(project.root)
    shown = {save.page: wait_for(f"{base}{save.page}", save.sign) for save in saves}
    assert server.so_far().count(ENDED) == ended, "it was the whole build that showed them"
    wait_for(f"{base}en/fees/fees-overview/", "0.75%")
    until(lambda: server.so_far().count(ENDED) > ended, "no whole build came")
    for page, first in shown.items():
        assert alone(wait_for(f"{base}{page}", "hc-")) == alone(first)


def test_a_page_made_alone_is_that_of_a_whole_build(preview):
    """Also the English page, which shows that its Chinese was changed, and the search."""
    base, project = preview.base, preview.project
    preview.save(preview.text.replace("\n## ", "\n九霄云外。\n\n## ", 1))
    chinese = wait_for(f"{base}{PAGE}", "九霄云外")
    english = wait_for(f"{base}en/{PAGE}", "hc-lag")
    wait_for(f"{base}search/rest.json", "九霄云外")
    preview.says(f"rebuilt: {ARTICLE}")
    preview.begin()
    settings = (project.root / "mkdocs.yml").read_text("utf-8")
    project.write("mkdocs.yml", f"{settings}\n# other settings\n")
    preview.says(ENDED)
    assert alone(wait_for(f"{base}{PAGE}", "九霄云外")) == alone(chinese)
    assert alone(wait_for(f"{base}en/{PAGE}", "hc-lag")) == alone(english)


def test_an_address_typed_into_the_preview_is_reported(preview):
    preview.save(preview.text + "\n请写信到 desk@refund-now.test。\n")
    page = wait_for(f"{preview.base}{PAGE}", "HC101")  # in the panel, never as a link
    assert "mailto:desk@refund-now.test" not in page
    preview.says("desk@refund-now.test")
    preview.save(preview.text + "\n改好了。\n")
    assert "refund-now" not in wait_for(f"{preview.base}{PAGE}", "改好了。")


def test_twenty_saves(spent):
    original, base = spent.text, spent.base
    title = re.search("^title: (.*)$", original, re.MULTILINE)[1]
    for number in range(TIMES):
        mark = f"第{'一' * (number + 1)}次改动。"
        text = original.replace("\n## ", f"\n{mark}\n\n## ", 1)
        if number in WHOLE_BUILDS:
            text = text.replace(f"title: {title}", f"title: {mark}")
        spent.save(text)
        wait_for(f"{base}{PAGE}", f"{mark}</p>")
        if number in WHOLE_BUILDS:
            wait_for(f"{base}contact/", mark)
    spent.save(original + "\n{{ nonsense() }}\n")
    page = wait_for(f"{base}{PAGE}", "HC202")  # the old page, and why
    assert 'class="hc-findings"' in page and mark in page
    spent.save(original + '\n{{ contact("<b>evil</b>") }}\n')
    wait_for(f"{base}{PAGE}", "&lt;b&gt;evil&lt;/b&gt;")
    assert "<b>evil" not in wait_for(f"{base}en/{PAGE}", "hc-findings")
    spent.save(original + "\n最后的改动。\n")
    page = wait_for(f"{base}{PAGE}", "最后的改动。")
    assert '<html lang="zh-CN"' in page
    assert len(re.findall('rel="canonical"', page)) == 1
    english = wait_for(f"{base}en/{PAGE}", "hc-contact-block")
    assert '<html lang="en"' in english
    spent.says("HC202")
