"""Reuses the builder's settings of a whole build for building single pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from helpcenter.build import Build
from helpcenter.facts.markdown import FactsExtension
from helpcenter.model import Lang


def use(config: Any, build: Build, lang: Lang, folder: Path) -> Any:
    """The builder's `config`, standing for `build` in `lang`; its pages go to `folder`."""
    config.extra["helpcenter"], build.lang = build, lang
    config.plugins["i18n"].building, config.plugins["i18n"].current_language = True, lang
    config.theme["language"], config.nav = lang, build.navigation(lang)
    config.site_name, config.site_dir = build.site_name(lang), str(folder)
    return config


def go_on(config: Any, build: Build, before: Build, lang: Lang, folder: Path) -> None:
    """The same settings for the build that follows `before`; only what it says is new."""
    config.markdown_extensions = [
        build.facts if isinstance(one, FactsExtension) else one
        for one in config.markdown_extensions  # which the other language may have left otherwise
    ]
    build.templates = build.templates or before.templates
    use(config, build, lang, folder)
