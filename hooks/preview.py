"""Preview: after a change of running text, `mkdocs serve` makes its pages alone again."""

from functools import partial
from pathlib import Path
from threading import Lock, Timer

from mkdocs.commands import build as mkdocs_build
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import InclusionLevel
from watchdog.observers.polling import PollingObserver

from helpcenter.bilingual.urls import chinese_name
from helpcenter.guard.output_gate import audit
from helpcenter.guard.truth import Truth
from helpcenter.model import LANGS
from helpcenter.preview import edited, follow, snapshot
from helpcenter.publish.files import remove_nonce
from helpcenter.publish.stage import Stage
from helpcenter.report.log import log_findings
from helpcenter.searching import write_search

log = get_plugin_logger("preview")
POLLING = 0.2
"""Seconds between looks at the sources; mkdocs itself looks every half second."""
PAUSE = 1.0
"""Seconds after the last save until the search index follows."""
searching = Lock()
last = {}
"""Configuration and sources of the last whole build, and of each language its pages."""


@event_priority(110)
def on_config(config):
    if not config.plugins["i18n"].building:
        last.clear()
        last["sources"] = snapshot(Path(config.config_file_path).parent)


@event_priority(-200)
def on_nav(nav, config, files):
    last[config.extra["helpcenter"].lang] = nav, files
    return nav


@event_priority(-250)
def on_post_build(config):
    if not config.plugins["i18n"].building:
        last["config"] = config


def on_serve(server, config, builder):
    server.builder = partial(_rebuild, builder)
    paths = list(server._watched_paths)
    for path in paths:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=POLLING)
    for path in paths:
        server.watch(path)
    return server


def _rebuild(whole_build):
    """Make what changed since the last build, or everything when that was no running text."""
    if "search" in last:
        last["search"].cancel()
    with searching:
        _build(whole_build)


def _build(whole_build):
    config, before = last.get("config"), last["sources"]
    if config:
        build = config.extra["helpcenter"]
        now = snapshot(build.root)
        changed = edited(before, now)
        if changed is not None and follow(build, changed) and _make(config, build, changed):
            last["sources"] = now
            last["search"] = Timer(PAUSE, _search, [build])
            last["search"].daemon = True
            last["search"].start()
            return
    whole_build()


def _search(build):
    """Let the search follow, once the writer pauses: nobody should wait for it after a save."""
    with searching:
        write_search(build, build.stage.site)


def _make(config, build, changed):
    """Make the pages beside the site, judge them, put them into it; False after any error."""
    stage = Stage.begin(build.stage.site)
    try:
        for lang in LANGS:
            _make_pages(config, build, lang, set(map(chinese_name, changed)), stage)
        truth = Truth.from_records(build.records)
        build.findings += audit(stage.path, truth, nonce=build.nonce)
        if build.errors:
            return False
        remove_nonce(stage.path, build.nonce)
        stage.merge()
    except Exception as error:  # the whole build says it in its own way
        log.debug("a page could not be made alone", exc_info=error)
        return False
    finally:
        stage.discard()
    log_findings(build.findings, log)
    log.info("Made again: %s", ", ".join(changed))
    return True


def _make_pages(config, build, lang, names, stage):
    nav, files = last[lang]
    build.lang = config.theme["language"] = config.plugins["i18n"].current_language = lang
    config.site_name = build.site_name(lang)
    pages = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
    for file in pages:
        if chinese_name(file.src_uri) in names:
            file.abs_dest_path = str(stage.path / file.dest_path)
            mkdocs_build._populate_page(file.page, config, files)
            mkdocs_build._build_page(file.page, config, pages, nav, build.templates)
