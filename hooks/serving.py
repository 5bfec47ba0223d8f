"""Serving: a save shows in the open pages first, then in the whole site."""

import logging

from mkdocs import utils
from mkdocs.commands import build as mkdocs_build
from mkdocs.exceptions import Abort, BuildError
from mkdocs.plugins import event_priority, get_plugin_logger
from watchdog.observers.polling import PollingObserver

from helpcenter.preview.server import with_preview
from helpcenter.report.log import failure

POLLING = 0.1  # seconds between looks at the sources; mkdocs itself takes half a second
log = get_plugin_logger("serving")


@event_priority(-100)
def on_serve(server, config, builder):
    preview = config.extra["helpcenter_preview"]
    preview.mount = server.mount_path
    preview.whole_build = lambda: _tolerated(builder)
    server.builder, server.build_delay = preview.rebuild, POLLING / 2
    server.set_app(with_preview(server.get_app(), preview))
    watched = config.docs_dir, config.config_file_path
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=POLLING)
    for path in watched:
        server.watch(path)
    server._want_rebuild = preview.is_behind()  # private, as of mkdocs 1.6


def _tolerated(builder):
    root, build_log, clean = logging.getLogger("mkdocs"), mkdocs_build.log, utils.clean_directory
    handlers, filters = root.handlers[:], build_log.filters[:]
    try:
        builder()
    except (Abort, BuildError, SystemExit):
        pass  # said in the log, and shown in the page
    except Exception as error:
        log.error("%s", failure(error))
    finally:  # what a build that breaks off leaves behind
        root.handlers[:], build_log.filters[:] = handlers, filters
        utils.clean_directory = clean
