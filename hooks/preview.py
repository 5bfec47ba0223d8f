"""Preview: reports the progress of a build to the preview of `mkdocs serve`; a save aborts it."""

from pathlib import Path

from mkdocs.plugins import event_priority, get_plugin_logger

from helpcenter.preview.saves import Preview

preview = Preview(get_plugin_logger("preview"))


@event_priority(110)
def on_config(config):
    if not config.plugins["i18n"].building:
        config.extra["helpcenter_preview"] = preview
        preview.begin(Path(config.config_file_path).parent)


@event_priority(80)
def on_files(files, config):
    if not config.plugins["i18n"].building:
        preview.read(config.extra["helpcenter"])
    return files


def on_pre_page(page, config, files):
    preview.floor.checkpoint()
    return page


def on_page_context(context, page, config, nav):
    preview.floor.checkpoint()
    return context


def on_template_context(context, template_name, config):
    preview.floor.checkpoint()
    return context


@event_priority(-250)
def on_post_build(config):
    if not config.plugins["i18n"].building:
        build = config.extra["helpcenter"]
        if build.serving:
            preview.ready(build)


def on_shutdown():
    preview.stop()
