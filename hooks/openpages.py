"""Open pages: single pages of a preview, made as the whole build makes them."""

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.plugins import event_priority
from mkdocs.structure.files import InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation

from helpcenter.bilingual.urls import chinese_name
from helpcenter.preview.compiled import Compiled

passes, compiled = {}, Compiled()  # of each language: build, configuration, navigation, files


def on_env(env, config, files):
    env.bytecode_cache = compiled


@event_priority(-200)
def on_nav(nav, config, files):
    build = config.extra["helpcenter"]
    passes[build.lang] = build, config, nav, files
    return nav


def on_serve(server, config, builder):
    config.extra["helpcenter_preview"].make_pages = _make_pages


def _make_pages(build, lang, names, changed, folder):
    if passes[lang][0] is not build:
        text = all(path.endswith((".md", ".yml")) and path != "mkdocs.yml" for path in changed)
        begin = _go_on if text and passes[lang][0].sources == build.sources else _begin
        begin(build, lang, any(path.startswith("overrides/assets/") for path in changed))
    _, config, nav, files = passes[lang]
    build.lang = config.theme["language"] = config.plugins["i18n"].current_language = lang
    config.site_name, config.site_dir = build.site_name(lang), str(folder)
    pages = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
    loaded = {path.partition("/")[2] for path in changed}  # below docs/ or overrides/
    for file in files:
        file.abs_dest_path = str(folder / file.dest_path)
        if file.is_documentation_page() and chinese_name(file.src_uri) in names:
            mkdocs_build._populate_page(file.page, config, files)  # private, as of mkdocs 1.6
            mkdocs_build._build_page(file.page, config, pages, nav, build.templates)
        elif file.is_media_file() and file.src_uri in loaded and file.inclusion.is_included():
            file.copy_file()
    for name in config.theme.static_templates:
        if name.endswith(".css") and not all(path.endswith(".md") for path in changed):
            mkdocs_build._build_theme_template(name, build.templates, files, config, nav)


def _go_on(build, lang, themed):  # the same files and settings; only what they say is new
    old, config, _, files = passes[lang]
    config.extra["helpcenter"], build.lang = build, lang
    config.plugins["i18n"].building, config.plugins["i18n"].current_language = True, lang
    extensions = config.markdown_extensions
    config.markdown_extensions = [build.facts if one is old.facts else one for one in extensions]
    config.nav, build.templates = build.navigation(lang), build.templates or old.templates
    config.plugins.on_nav(get_navigation(files, config), config=config, files=files)


def _begin(build, lang, themed):  # as a build does; the last one knew other files or settings
    old = passes[lang][1]
    config = load_config(config_file=old.config_file_path, site_dir=old.site_dir)
    config.site_url, config.extra["helpcenter"], build.lang = old.site_url, build, lang
    config.plugins["i18n"].building, config.plugins["i18n"].current_language = True, lang
    config = config.plugins.on_config(config)
    env, files = config.theme.get_env(), get_files(config)
    if themed:  # walks through ten thousand icons
        files.add_files_from_theme(env, config)
    set_exclusions(files := config.plugins.on_files(files, config=config), config)
    config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    config.plugins.on_env(env, config=config, files=files)
