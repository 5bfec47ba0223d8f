"""Preview: after a change of running text, `mkdocs serve` makes its pages alone again."""

from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import InclusionLevel
from watchdog.observers.polling import PollingObserver

from helpcenter.bilingual.urls import chinese_name
from helpcenter.preview import Preview, slower

POLLING = 0.2  # seconds between looks at the sources; mkdocs itself takes half a second
STEPS = ("_populate_page", "_build_page")  # of mkdocs 1.6, private; without them all is built
preview = Preview(get_plugin_logger("preview"))
passes = {}  # of each language of the last whole build: configuration, navigation, files


@event_priority(110)
def on_config(config):
    if not config.plugins["i18n"].building:
        preview.begin(Path(config.config_file_path).parent)


@event_priority(-200)
def on_nav(nav, config, files):
    passes[config.extra["helpcenter"].lang] = config, nav, files
    return nav


@event_priority(-250)
def on_post_build(config):
    if not config.plugins["i18n"].building:
        preview.ready(config.extra["helpcenter"])


def on_serve(server, config, builder):
    if missing := [name for name in STEPS if not hasattr(mkdocs_build, name)]:
        preview.log.warning("%s", slower(f"mkdocs: {', '.join(missing)}?"))
        return
    server.builder = lambda: preview.rebuild(builder, _make_pages)
    watched = config.docs_dir, config.config_file_path
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=POLLING)
    for path in watched:
        server.watch(path)


def _make_pages(build, lang, names, folder):
    config, nav, files = passes[lang]
    build.lang = config.theme["language"] = config.plugins["i18n"].current_language = lang
    config.site_name = build.site_name(lang)
    pages = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
    populate, write = (getattr(mkdocs_build, name) for name in STEPS)
    for file in pages:
        if chinese_name(file.src_uri) in names:
            file.abs_dest_path = str(folder / file.dest_path)
            populate(file.page, config, files)
            write(file.page, config, pages, nav, build.templates)
