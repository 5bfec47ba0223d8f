"""Search: one index per language, made from the finished articles, and the page's engine."""

from pathlib import Path

from mkdocs.plugins import event_priority

from helpcenter.searching import document, write_search


@event_priority(40)  # after the facts of the page have been filled in
def on_page_content(html, page, config, files):
    build = config.extra["helpcenter"]
    if found := document(build, page.file.src_uri, html):
        build.searched[build.lang][found.id] = found
    return html


@event_priority(-150)
def on_post_build(config):
    if not config.plugins["i18n"].building:
        watched = config.extra["helpcenter_preview"].floor.watched
        write_search(config.extra["helpcenter"], Path(config.site_dir), watched)
