"""Which language the tools speak."""

from __future__ import annotations

from collections.abc import Mapping

from helpcenter.model import Lang


def tool_language(env: Mapping[str, str]) -> Lang:
    """Chinese when the locale (LC_ALL, LC_MESSAGES, LANG) is Chinese, else English."""
    for name in ("HELPCENTER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if env.get(name):
            return "zh" if env[name].lower().startswith("zh") else "en"
    return "en"
