"""Publish: build aside, check for release, swap; a failure leaves the old site intact."""

import logging
from pathlib import Path

from mkdocs import utils
from mkdocs.exceptions import Abort, BuildError, PluginError
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger

from helpcenter.publish.files import complete
from helpcenter.publish.stage import Stage
from helpcenter.report.log import failure, log_findings

log = get_plugin_logger("publish")
clean_directory = utils.clean_directory


@event_priority(90)
def on_config(config):
    if not config.plugins["i18n"].building:
        build = config.extra["helpcenter"]
        log_findings(build.foresee(), log)
        if build.errors:
            raise PluginError("this release is refused; nothing was built")
        build.stage = Stage.begin(Path(config.site_dir))
        config.site_dir = str(build.stage.path)
        build.warnings = utils.CountHandler()
        build.warnings.setLevel(logging.WARNING)
        logging.getLogger("mkdocs").addHandler(build.warnings)


@event_priority(-160)
def _finish(config):
    if not config.plugins["i18n"].building:
        build, site = config.extra["helpcenter"], Path(config.site_dir)
        build.findings += complete(site, build.late_files)


@event_priority(-200)
def _swap(config):
    if config.plugins["i18n"].building:
        return
    build = config.extra["helpcenter"]
    logging.getLogger("mkdocs").removeHandler(build.warnings)
    log_findings(build.settle(), log)
    if build.errors:
        raise PluginError("the built site has errors; the site on disk is unchanged")
    if not (build.serving or (config.strict and build.warnings.get_counts())):  # else mkdocs stops
        build.stage.commit(protect=True)


on_post_build = CombinedEvent(_finish, _swap)


def on_build_error(error):
    utils.clean_directory = clean_directory  # static-i18n leaves its patch behind
    if not isinstance(error, (BuildError, Abort)):
        log.debug("the build failed", exc_info=error)
        raise Abort(failure(error)) from None
