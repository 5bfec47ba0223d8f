"""Search index: one per language, Chinese cut into words."""

from pathlib import Path

from mkdocs.plugins import event_priority

from helpcenter.search.index import write


@event_priority(-150)
def on_post_build(config):
    if not config.plugins["i18n"].building:
        write(Path(config.site_dir), config.extra["helpcenter"].fallbacks)
