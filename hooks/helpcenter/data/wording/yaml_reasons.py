"""Chinese for the reasons that PyYAML 6 gives when it cannot read on."""

from __future__ import annotations

_REASONS: tuple[tuple[str, str], ...] = (
    ("mapping values are not allowed", "这里不该有冒号，多半是缩进不对，或文字里有“: ”却没加引号"),
    ("could not find expected ':'", "键后面少了冒号"),
    ("found character '\\t'", "用了制表符，缩进只能用空格"),
    ("that cannot start any token", "这个字符开头的文字要加引号"),
    ("found unexpected end of stream", "引号没有配对，直到文件末尾"),
    ("expected <block end>", "缩进与上一行对不齐"),
    ("expected ',' or '}'", "花括号里的文字含有 ? 等符号却没加引号，或少了逗号、右括号"),
    ("expected ',' or ']'", "方括号里的文字含有 ? 等符号却没加引号，或少了逗号、右括号"),
    ("found unknown escape character", "双引号里的反斜杠转义不认识，可改用单引号"),
    ("block sequence entries are not allowed", "这里不该有“- ”，请检查缩进"),
    ("found undefined tag handle", "用了 YAML 标签"),
    ("found duplicate anchor", "用了 YAML 锚点"),
    ("while scanning", "符号用法不对"),
    ("expected", "符号用法不对"),
)


def chinese_reason(reason: str) -> str:
    """The Chinese reason for PyYAML's English one; a general sentence when it is not listed."""
    return next((zh for part, zh in _REASONS if part in reason), "写法不对")
