"""`mkdocs serve` after many rebuilds: both languages, and errors that do not stick."""

from __future__ import annotations

import re
import socket
import time
import urllib.error
import urllib.request

import pytest

pytestmark = pytest.mark.build
ARTICLE = "docs/contact/call-support.md"
REBUILDS = 20


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


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


def test_twenty_rebuilds(project):
    port = free_port()
    base = f"http://127.0.0.1:{port}/"
    server = project.start("mkdocs", "serve", "-a", f"127.0.0.1:{port}")
    try:
        wait_for(base, "hc-home")
        original = (project.root / ARTICLE).read_text("utf-8")
        for number in range(REBUILDS):
            mark = f"第{'一' * (number + 1)}次改动。"
            project.write(ARTICLE, original.replace("\n## ", f"\n{mark}\n\n## ", 1))
            wait_for(f"{base}contact/call-support/", mark)
        project.write(ARTICLE, original + "\n{{ nonsense() }}\n")
        page = wait_for(f"{base}contact/call-support/", "HC202")  # the old page, and why
        assert 'class="hc-findings"' in page and mark in page
        project.write(ARTICLE, original + '\n{{ contact("<b>evil</b>") }}\n')
        wait_for(f"{base}contact/call-support/", "&lt;b&gt;evil&lt;/b&gt;")
        assert "<b>evil" not in wait_for(f"{base}en/contact/call-support/", "hc-findings")
        project.write(ARTICLE, original + "\n最后的改动。\n")
        page = wait_for(f"{base}contact/call-support/", "最后的改动。")
        assert '<html lang="zh-CN"' in page
        assert len(re.findall('rel="canonical"', page)) == 1
        english = wait_for(f"{base}en/contact/call-support/", "hc-contact-block")
        assert '<html lang="en"' in english
    finally:
        server.terminate()
        output, _ = server.communicate(timeout=30)
    assert "Traceback" not in output, output
    assert "HC202" in output
