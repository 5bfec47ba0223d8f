"""Overlay: `mkdocs serve` shows the findings of the page being edited in the page itself.

A preview that fails keeps the last good pages, so that the findings have a page to stand on.
"""

import os
from contextlib import suppress
from functools import partial

from mkdocs.exceptions import Abort, BuildError
from mkdocs.plugins import event_priority

from helpcenter.bilingual.urls import counterpart, language, page_url
from helpcenter.gate import read_sources
from helpcenter.publish.profile import Profile
from helpcenter.report.overlay import panel, shown, with_panel

last = {}
"""The last build that got beyond its sources, and the findings of the one under way."""


@event_priority(120)
def on_config(config):
    if not config.plugins["i18n"].building:
        last["findings"] = None


@event_priority(80)
def on_files(files, config):
    build = last["build"] = config.extra["helpcenter"]
    last["findings"] = lambda: build.findings
    return files


@event_priority(-100)
def on_serve(server, config, builder):
    server.builder = partial(_tolerant, server.builder)
    server.set_app(with_panel(server.get_app(), partial(_panel, server.mount_path)))
    return server


def _tolerant(builder):
    with suppress(Abort, BuildError, SystemExit):  # said in the log, and shown in the page
        builder()


def _panel(mount, path):
    build = last["build"]
    if last["findings"] is None:  # the sources have errors: nothing was built
        today = Profile.from_environment(os.environ).today
        broken = read_sources(build.root, today, serving=True).findings
        last["findings"] = lambda: broken
    url = path.removeprefix(mount.rstrip("/")).lstrip("/").removesuffix("index.html")
    src = next((src for src in build.sources if page_url(src, language(src)) == url), "")
    files = {f"docs/{src}", f"docs/{counterpart(src)}"} if src else set()
    found = shown(last["findings"](), frozenset({*files, f"{url}index.html"}))
    lang = "en" if url.startswith("en/") else "zh"
    words = {key: build.words(f"findings_{key}", lang) for key in ("title", "elsewhere")}
    return panel(found, lang, words, build.root / "overrides/bilingual")
