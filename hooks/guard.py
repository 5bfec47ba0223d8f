"""Guard: all source rules before the build, every byte of the site after it."""

import os
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger

from helpcenter.build import start
from helpcenter.publish.files import remove_nonce
from helpcenter.publish.profile import Profile, ProfileError
from helpcenter.publish.theme import patched_hashes
from helpcenter.report.log import log_findings
from helpcenter.workers import WorkerDied

log = get_plugin_logger("guard")
serving = False


def on_startup(command, dirty):
    global serving
    serving = command == "serve"


@event_priority(100)
def on_config(config):
    if config.plugins["i18n"].building:
        return
    root, preview = Path(config.config_file_path).parent, config.extra["helpcenter_preview"]
    more = {"serving": serving, "progress": preview.floor.watched, "before": preview.build}
    try:
        profile = Profile.from_environment(os.environ)
        build, findings = start(root, config.site_url, profile, **more)
    except (ProfileError, WorkerDied) as error:
        raise PluginError(str(error)) from None
    log_findings(findings, log)
    if build is None or build.errors:
        raise PluginError("the sources have errors; nothing was built")
    config.extra["helpcenter"] = build


@event_priority(-180)
def on_post_build(config):
    if config.plugins["i18n"].building:
        return
    build, site = config.extra["helpcenter"], Path(config.site_dir)
    try:
        watched = config.extra["helpcenter_preview"].floor.watched
        build.judge(site, cleared=patched_hashes(), progress=watched)
    except WorkerDied as error:
        raise PluginError(str(error)) from None
    remove_nonce(site, build.nonce)
