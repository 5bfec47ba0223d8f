"""Words and signs for currencies in both languages, by ISO 4217 code.

Names, plurals and signs are those of CLDR, through Babel; beside them stand the short ones that
people use without the name of the country.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from helpcenter.model import Lang

_SHORT: dict[Lang, dict[str, str]] = {
    "zh": {
        "USD": "美金",
        "HKD": "港币",
        "JPY": "日圆",
        "CNY": "元人民币|元|块钱?",
        "TWD": "台币",
        "SGD": "新元|新币",
        "AUD": "澳元",
        "CAD": "加元",
        "RUB": "卢布",
        "MOP": "澳门元",
    },
    "en": {
        "USD": "dollars?",
        "CNY": "RMB|yuan|renminbi",
        "JPY": "yen",
        "GBP": "pounds?(?: sterling)?",
        "EUR": "euros?",
        "KRW": "won",
        "CHF": "Swiss francs?",
    },
}
_YEN = "¥"
"""The sign of two currencies; in a text that is written in China it is the yuan."""


@cache
def signs() -> dict[str, str]:
    """What may stand before an amount, and the code that it means."""
    found = {code: code for code in _table("en", "currencies")}
    for lang in ("en", "zh"):
        symbols = _table(lang, "currency_symbols")
        found |= {sign: code for code, sign in symbols.items() if not sign.isalnum()}
    return found | {_YEN: "CNY", "RMB": "CNY", "人民币": "CNY"}


@cache
def names(lang: Lang) -> tuple[tuple[str, str], ...]:
    """Code and pattern of what may stand behind an amount; the longest words come first."""
    words = [(code, short) for code, short in _SHORT[lang].items()]
    for code, name in _table(lang, "currencies").items():
        if not re.search(r"[(0-9]", name):  # those of the past have their years in the name
            words.append((code, re.escape(name) + ("s?" if lang == "en" else "")))
    if lang == "en":
        words += [(code, code) for code in _table(lang, "currencies")]
        words = [(code, rf"(?i:{word})\b") for code, word in words]
    return tuple(sorted(words, key=lambda item: -len(item[1])))


def _table(lang: str, name: str) -> dict[str, str]:
    """A table of CLDR by code."""
    return {str(key): str(word) for key, word in getattr(Locale.parse(lang), name).items()}
