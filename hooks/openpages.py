"""Open pages: single pages of a preview, made as the whole build makes them."""

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.plugins import event_priority
from mkdocs.structure.files import InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation

from helpcenter.bilingual.urls import chinese_name
from helpcenter.preview.changes import only_content, styles
from helpcenter.preview.compiled import Compiled
from helpcenter.preview.settings import go_on, use

passes, compiled = {}, Compiled()  # of each language: build, configuration, navigation, files


def on_env(env, config, files):
    env.bytecode_cache = compiled


@event_priority(-200)
def on_nav(nav, config, files):
    passes[config.extra["helpcenter"].lang] = config.extra["helpcenter"], config, nav, files


def on_serve(server, config, builder):
    config.extra["helpcenter_preview"].make_pages = _make_pages


def _make_pages(build, lang, names, changed, folder):
    if passes[lang][0] is not build:
        _begin(build, lang, changed, folder)
    _, config, nav, files = passes[lang]
    use(config, build, lang, folder)
    pages = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
    loaded = {path.partition("/")[2] for path in changed}  # below docs/ or overrides/
    for file in files:
        file.abs_dest_path = str(folder / file.dest_path)
        if file.is_documentation_page() and chinese_name(file.src_uri) in names:
            mkdocs_build._populate_page(file.page, config, files)  # private, as of mkdocs 1.6
            mkdocs_build._build_page(file.page, config, pages, nav, build.templates)
        elif file.is_media_file() and file.src_uri in loaded and file.inclusion.is_included():
            file.copy_file()
    for name in styles(config.theme.static_templates, changed):
        mkdocs_build._build_theme_template(name, build.templates, files, config, nav)


def _begin(build, lang, changed, folder):
    old, config, _, files = passes[lang]
    if old.templates and old.sources == build.sources and only_content(changed):
        go_on(config, build, old, lang, folder)
    else:  # as a build does
        config = load_config(config.config_file_path, site_url=config.site_url)
        config = config.plugins.on_config(use(config, build, lang, folder))
        env, files = config.theme.get_env(), get_files(config)
        if any(path.startswith("overrides/assets/") for path in changed):
            files.add_files_from_theme(env, config)  # walks through ten thousand icons
        set_exclusions(files := config.plugins.on_files(files, config=config), config)
        config.plugins.on_env(env, config=config, files=files)
    config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
