"""HC305, HC306: settings of mkdocs.yml that silently break one of the languages.

Each row is a defect of the plain stack that passes `--strict` without a warning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from helpcenter.data.wording.yaml_reasons import chinese_reason
from helpcenter.model import Finding, Position, Text
from helpcenter.system_errors import reason_of

CONFIG = "mkdocs.yml"


class AnyTag(yaml.SafeLoader):
    """Reads mkdocs.yml although it may hold `!!python/name:` and `!ENV` tags."""


AnyTag.add_multi_constructor("", lambda loader, suffix, node: None)


def check_file(root: Path) -> Iterator[Finding]:
    """Findings for the settings in `mkdocs.yml` of the project at `root`."""
    text = ""
    try:
        text = (root / CONFIG).read_text("utf-8")
        config = yaml.load(text, AnyTag)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        yield _unread(error)
        return
    config = config if isinstance(config, dict) else {}
    plugins = [item for item in config.get("plugins") or [] if isinstance(item, dict)]
    options: dict[str, Any] = next((item["i18n"] for item in plugins if "i18n" in item), {})
    for finding in check(options or {}, config.get("nav"), config.get("site_url")):
        yield replace(finding, position=_place(text, finding.found))


def _unread(error: OSError | UnicodeDecodeError | yaml.YAMLError) -> Finding:
    match error:
        case OSError():
            reason = reason_of(error)
            mend = Text("从仓库取回它，再改", "restore it from the repository, then edit it")
        case UnicodeDecodeError():
            reason = Text("不是 UTF-8 编码", "it is not UTF-8")
            mend = Text("存成 UTF-8", "save it as UTF-8")
        case _:
            said = getattr(error, "problem", None) or str(error).splitlines()[0]
            reason = Text(chinese_reason(said), said)
            mend = Text(
                "检查这一行的缩进、冒号后的空格和引号",
                "check this line's indentation, the space after each colon, and quotes",
            )
    mark = getattr(error, "problem_mark", None)
    return Finding(
        rule="HC305",
        path=CONFIG,
        kind="file",
        message=Text(f"读不了 {CONFIG}：{reason.zh}", f"cannot read {CONFIG}: {reason.en}"),
        position=Position(mark.line + 1, mark.column + 1) if mark else Position(),
        suggestion=mend,
    )


def _place(text: str, name: str) -> Position:
    """Where the setting stands; the first line where it is missing."""
    match = re.search(rf"^[ -]*({name}):", text, re.MULTILINE)
    if not match:
        return Position()
    line = text.count("\n", 0, match.start(1)) + 1
    return Position(line, match.start(1) - text.rfind("\n", 0, match.start(1)))


def _write(line: str) -> Text:
    return Text(f"在 i18n 下面写 {line}", f"write {line} below i18n")


def _languages(i18n: Mapping[str, Any]) -> list[tuple[str, bool]]:
    return [(item.get("locale"), bool(item.get("default"))) for item in i18n.get("languages", [])]


_Harmful = Callable[[Mapping[str, Any]], bool]
_OPTIONS: tuple[tuple[str, _Harmful, Text, Text], ...] = (
    (
        "build_only_locale",
        lambda i18n: bool(i18n.get("build_only_locale")),
        Text(
            "build_only_locale 会把中文内容当作英文发布",
            "build_only_locale would publish Chinese pages as English ones",
        ),
        Text("删去这一行", "remove this line"),
    ),
    (
        "reconfigure_material",
        lambda i18n: bool(i18n.get("reconfigure_material", True)),
        Text(
            "语言切换由本站模板负责，不能由插件改写",
            "this site's templates make the language links, not the plugin",
        ),
        _write("reconfigure_material: false"),
    ),
    (
        "docs_structure",
        lambda i18n: i18n.get("docs_structure", "suffix") != "suffix",
        Text(
            "中英文文件只能并排放在同一个文件夹",
            "the files of both languages must stand side by side",
        ),
        _write("docs_structure: suffix"),
    ),
    (
        "fallback_to_default",
        lambda i18n: not i18n.get("fallback_to_default", True),
        Text("这样未翻译的页面会成为死链", "pages not yet translated would become dead links"),
        _write("fallback_to_default: true"),
    ),
    (
        "languages",
        lambda i18n: _languages(i18n) != [("zh", True), ("en", False)],
        Text(
            "languages 必须依次为 zh（default: true）和 en",
            "languages must be zh (default: true), then en",
        ),
        Text("照原来的 mkdocs.yml 写这一段", "write this part as in the mkdocs.yml that ships"),
    ),
)
"""Options of the plugin: when each is harmful, why, and what to do."""


def check(i18n: Mapping[str, Any], nav: object, site_url: str | None) -> Iterator[Finding]:
    """Findings for the plugin's options `i18n`, the hand-written `nav` and the address."""
    for name, is_harmful, message, mend in _OPTIONS:
        if is_harmful(i18n):
            yield _finding(name, message, mend)
    if not site_url:
        yield _finding(
            "site_url",
            Text(
                "缺少 site_url：站点地图、规范网址和语言链接都需要它",
                "site_url is missing: sitemap, canonical and language links need it",
            ),
            Text(
                "写上帮助中心的网址，以 https:// 开头，以 / 结尾",
                "write the help center's address, from https:// to the last /",
            ),
        )
    if nav:
        yield _finding(
            "nav",
            Text(
                "导航标题没有翻译：mkdocs.yml 里的 nav 只有一种语言",
                "untranslated navigation titles: a nav in mkdocs.yml has one language only",
            ),
            Text(
                "删去 nav，在 docs/_data/categories.yml 里写中英文标题",
                "remove nav and write both titles in docs/_data/categories.yml",
            ),
            rule="HC306",
        )


def _finding(name: str, message: Text, mend: Text, rule: str = "HC305") -> Finding:
    return Finding(
        rule=rule,
        path=CONFIG,
        kind="setting",
        found=name,
        message=message,
        suggestion=mend,
    )
