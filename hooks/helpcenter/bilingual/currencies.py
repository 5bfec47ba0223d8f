"""Words and symbols for currencies in both languages, by ISO 4217 code.

Names, plurals and symbols are those of CLDR, through Babel; added are the short ones that
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
        "USD": "dollar",
        "CNY": "RMB|yuan|renminbi",
        "JPY": "yen",
        "GBP": "pounds sterling|pound",
        "EUR": "euro",
        "KRW": "won",
        "CHF": "Swiss franc",
    },
}
_YEN = "¥"
"""The symbol of two currencies; in a text that is written in China it is the yuan."""


@cache
def symbols() -> dict[str, str]:
    """What may come before an amount, and the code that it means."""
    found = {code: code for code in _names("en")}
    for lang in ("en", "zh"):
        listed = Locale.parse(lang).currency_symbols
        found |= {str(symbol): str(code) for code, symbol in listed.items() if not symbol.isalnum()}
    return found | {_YEN: "CNY", "RMB": "CNY", "人民币": "CNY"}


@cache
def names(lang: Lang) -> tuple[tuple[str, str], ...]:
    """Code and pattern of what may follow an amount; the longest words come first."""
    words = [*_SHORT[lang].items(), *_names(lang).items()]
    if lang == "en":
        plurals = [(code, rf"(?i:{word}s?)\b") for code, word in words]
        words = [*plurals, *((code, rf"{code}\b") for code in _names("en"))]
    return tuple(sorted(words, key=lambda item: -len(item[1])))


def _names(lang: Lang) -> dict[str, str]:
    """Names by code as patterns; those of the past, whose years stand in the name, are left out."""
    known = Locale.parse(lang).currencies
    return {str(c): re.escape(str(n)) for c, n in known.items() if not re.search("[(0-9]", n)}
