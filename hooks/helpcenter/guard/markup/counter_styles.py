"""Counter styles that a style sheet defines: the symbols for each number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from helpcenter.guard.markup.style_values import QUOTED
from helpcenter.guard.matching.escapes import QUOTES, unescaped

_SYMBOL = re.compile(r"\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|[^\s\"',\d]\S*+")
"""A symbol in quotation marks or a name; the weights of additive ones are none."""
_PAD = re.compile(r"(\d{1,2})\s{1,3}(\S{1,20})")
_MOST = 100
_LONGEST = 20


class CounterStyle(NamedTuple):
    """A `@counter-style`."""

    system: str
    listed: tuple[str, ...]
    before: str
    after: str
    wide: int
    filler: str
    """Symbols that a number has at least, and what fills it up."""

    @classmethod
    def of(cls, style: Mapping[str, str]) -> CounterStyle:
        """The symbols that declarations tell; dots and blanks around them are left out."""
        told = style.get("symbols", "") or style.get("additive-symbols", "")
        listed = tuple(unescaped(s.strip(QUOTES)) for s in _SYMBOL.findall(told)[:_MOST])
        around = ["".join(QUOTED.findall(style.get(name, ""))) for name in ("prefix", "suffix")]
        plain = [unescaped(text.strip(QUOTES)) for text in around]
        before, after = (text if re.search(r"[\w@]", text) else "" for text in plain)
        pad = _PAD.match(style.get("pad", ""))
        wide, filler = (int(pad[1]), pad[2].strip(QUOTES)) if pad else (0, "")
        return cls(style.get("system", ""), listed, before, after, wide, filler)

    def shown(self, number: int) -> str:
        """How a number is shown."""
        size = len(self.listed)
        if not size:
            symbols = str(number)
        elif "numeric" in self.system and size > 1:
            symbols = self._digits(number)
        else:
            symbols = self.listed[(number - 1) % size]
        return f"{self.before}{self.filler * (self.wide - len(symbols))}{symbols}{self.after}"

    def _digits(self, number: int) -> str:
        """A number in the system of so many digits as there are symbols."""
        out, rest = "", abs(number)
        while (rest or not out) and len(out) < _LONGEST:
            rest, digit = divmod(rest, len(self.listed))
            out = self.listed[digit] + out
        return out
