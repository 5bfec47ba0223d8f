"""Overlay: `mkdocs serve` shows the findings of the page being edited in the page itself.

A preview that fails keeps the last good pages, so that the findings have a page to stand on.
"""

import os
from contextlib import suppress
from functools import partial
from pathlib import Path

from mkdocs.exceptions import Abort, BuildError
from mkdocs.plugins import event_priority

from helpcenter.bilingual.urls import counterpart, language, page_url
from helpcenter.gate import read_sources
from helpcenter.publish.profile import Profile
from helpcenter.report.overlay import panel, shown, with_panel

last = {}
"""Of the last build: its folder, its state once the sources were read, words of the panel."""


@event_priority(120)
def on_config(config):
    if not config.plugins["i18n"].building:
        last.pop("build", None)
        last.pop("findings", None)
        last["root"] = Path(config.config_file_path).parent


@event_priority(80)
def on_files(files, config):
    build = last["build"] = config.extra["helpcenter"]
    last["words"] = {
        lang: {key: build.words(f"findings_{key}", lang) for key in ("title", "elsewhere")}
        for lang in ("zh", "en")
    }
    last["pages"] = {page_url(src, language(src)): src for src in build.sources}
    return files


@event_priority(-100)
def on_serve(server, config, builder):
    server.builder = partial(_tolerant, server.builder)
    server.set_app(with_panel(server.get_app(), partial(_panel, server.mount_path)))
    return server


def _tolerant(builder):
    with suppress(Abort, BuildError, SystemExit):  # said in the log, and shown in the page
        builder()


def _findings():
    if "build" in last:
        return last["build"].findings
    if "findings" not in last:
        today = Profile.from_environment(os.environ).today
        last["findings"] = read_sources(last["root"], today, serving=True).findings
    return last["findings"]


def _panel(mount, path):
    url = path.removeprefix(mount.rstrip("/")).lstrip("/").removesuffix("index.html")
    src = last["pages"].get(url, "")
    files = {f"docs/{src}", f"docs/{counterpart(src)}"} if src else set()
    found = shown(_findings(), frozenset({*files, f"{url}index.html"}))
    lang = "en" if url.startswith("en/") else "zh"
    return panel(found, lang, last["words"][lang], last["root"] / "overrides/bilingual")
