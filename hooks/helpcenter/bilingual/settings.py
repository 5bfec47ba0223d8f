"""HC305, HC306: settings of mkdocs.yml that silently break one of the languages.

Each row is a defect of the plain stack that passes `--strict` without a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from helpcenter.model import Finding, Position, Text

CONFIG = "mkdocs.yml"


class AnyTag(yaml.SafeLoader):
    """Reads mkdocs.yml although it may hold `!!python/name:` and `!ENV` tags."""


AnyTag.add_multi_constructor("", lambda loader, suffix, node: None)


def check_file(root: Path) -> Iterator[Finding]:
    """Findings for the settings in `mkdocs.yml` of the project at `root`."""
    try:
        config = yaml.load((root / CONFIG).read_text("utf-8"), AnyTag)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        at = Position(mark.line + 1, mark.column + 1) if mark else Position()
        reason = getattr(error, "problem", None) or str(error).splitlines()[0]
        message = Text(f"读不了 {CONFIG}：{reason}", f"cannot read {CONFIG}: {reason}")
        yield Finding(rule="HC305", path=CONFIG, kind="file", message=message, position=at)
        return
    config = config if isinstance(config, dict) else {}
    plugins = [item for item in config.get("plugins") or [] if isinstance(item, dict)]
    options: dict[str, Any] = next((item["i18n"] for item in plugins if "i18n" in item), {})
    yield from check(options or {}, config.get("nav"), config.get("site_url"))


def check(i18n: Mapping[str, Any], nav: object, site_url: str | None) -> Iterator[Finding]:
    """Findings for the plugin's options `i18n`, the hand-written `nav` and the address."""
    if i18n.get("build_only_locale"):
        yield _finding(
            "build_only_locale",
            "build_only_locale 会把中文内容当作英文发布",
            "build_only_locale would publish Chinese pages as English ones",
        )
    if i18n.get("reconfigure_material", True):
        yield _finding(
            "reconfigure_material",
            "reconfigure_material 必须为 false：语言切换由本站模板负责",
            "reconfigure_material must be false: this site's templates make the language links",
        )
    if i18n.get("docs_structure", "suffix") != "suffix":
        yield _finding(
            "docs_structure", "docs_structure 必须为 suffix", "docs_structure must be suffix"
        )
    if not i18n.get("fallback_to_default", True):
        yield _finding(
            "fallback_to_default",
            "fallback_to_default 必须为 true，否则未翻译的页面成为死链",
            "fallback_to_default must be true, or pages not yet translated become dead links",
        )
    languages = [
        (item.get("locale"), bool(item.get("default"))) for item in i18n.get("languages", [])
    ]
    if languages != [("zh", True), ("en", False)]:
        yield _finding(
            "languages",
            "languages 必须依次为 zh（default: true）和 en",
            "languages must be zh (default: true), then en",
        )
    if not site_url:
        yield _finding(
            "site_url",
            "缺少 site_url：站点地图、规范网址和语言链接都需要它",
            "site_url is missing: sitemap, canonical and language links need it",
        )
    yield from _untranslated(nav)


def _untranslated(nav: object) -> Iterator[Finding]:
    if nav:
        yield Finding(
            rule="HC306",
            path=CONFIG,
            kind="setting",
            found="nav",
            message=Text(
                "导航标题没有翻译：mkdocs.yml 里的 nav 只有一种语言",
                "untranslated navigation titles: a nav in mkdocs.yml has one language only",
            ),
            suggestion=Text(
                "删去 nav，在 docs/_data/categories.yml 里写中英文标题",
                "remove nav and write both titles in docs/_data/categories.yml",
            ),
        )


def _finding(name: str, zh: str, en: str) -> Finding:
    return Finding(rule="HC305", path=CONFIG, kind="setting", found=name, message=Text(zh, en))
