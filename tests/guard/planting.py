"""Disguises for the mutation bench, the addresses they hide, and the places they are put in.

A disguise takes a text and a source of chance; `kinds` says for which addresses it makes sense.
Stages: 1 letters, 2 spelling, 3 markup, 4 encodings and instructions, which wrap the whole.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from helpcenter.data.sources import walk

ROOT = Path(__file__).parents[2]
Change = Callable[[str, Random], str]


class Address(NamedTuple):
    """One kind of address: what leads to it, and its text with a number in it."""

    kind: str
    cue: str
    text: str


ADDRESSES = (
    Address("email", "请联系", "refund{n}@help-desk.test"),
    Address("phone", "请拨打", "400-000-{n:04}"),
    Address("phone", "请拨打", "190-0000-{n:04}"),
    Address("phone", "Call", "+1-202-555-01{n2:02}"),
    Address("phone", "请致电", "+44 1632 960{n3:03}"),
    Address("url", "请打开", "https://refund-{n}.test/a"),
    Address("host", "请打开", "refund{n}-desk.test"),
    Address("account", "加微信：", "refund_{n}"),
    Address("account", "飞机 ", "@refund_{n}"),
    Address("account", "QQ：", "10000{n}"),
)
WEB = ("email", "url", "host")
HAN = dict(zip("0123456789", "零一二三四五六七八九", strict=True))
MONEY = dict(zip("0123456789", "零壹贰叁肆伍陆柒捌玖", strict=True))
WORDS = dict(
    zip(
        "0123456789",
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
        strict=True,
    )
)
LOOKS = str.maketrans("aeopcx", "аеорсх")
GREEK = str.maketrans("oν", "οv") | {ord("i"): "і", ord("s"): "ѕ"}


class Disguise(NamedTuple):
    """One way to hide an address."""

    name: str
    change: Change
    kinds: tuple[str, ...] = ()
    """Empty: all."""
    stage: int = 1


def each(change: Callable[[str], str], chance: float = 1.0) -> Change:
    """Change signs one by one, each with some chance; at least one where none would be."""
    return lambda text, rnd: "".join(change(c) if rnd.random() < chance else c for c in text)


_UNIT = re.compile(
    r"<!--.*?-->|<(del|i)\b.*?</\1>|<[^>]*>|&[^;]*;|\\u[0-9a-f]{4}|\{[^}]*\}|%[0-9A-F]{2}|.",
    re.DOTALL,
)


def inside(before: str, after: str = "") -> Change:
    """Put something in the middle of a text, never of a tag or an escape, and at its end."""

    def change(text: str, rnd: Random) -> str:
        units = [match[0] for match in _UNIT.finditer(text)]
        at = rnd.randrange(1, max(len(units) - 1, 2))
        return "".join([*units[:at], before, *units[at:], after])

    return change


def shifted(first: int, digits_only: bool = True) -> Callable[[str], str]:
    """Digits that stand in another block of Unicode."""
    return lambda c: chr(first + int(c)) if c.isascii() and c.isdigit() else c


def spoken(table: dict[str, str], glue: str = "") -> Change:
    """Digits in words."""
    return lambda text, rnd: glue.join(table.get(c, "" if c in "- " and glue else c) for c in text)


def _referred(text: str, rnd: Random) -> str:
    forms = (lambda c: c, lambda c: f"&#{ord(c)};", lambda c: f"&#x{ord(c):x};")
    return "".join(rnd.choice(forms)(c) for c in text)


def _encoded(text: str, rnd: Random) -> str:
    return "".join(
        "".join(f"%{byte:02X}" for byte in c.encode()) if rnd.random() < 0.5 or c > "~" else c
        for c in text
    )


def _wide(char: str) -> str:
    return chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0xFFFF else char


def _script(text: str, rnd: Random) -> str:
    at = rnd.randrange(1, len(text))
    return f"<script>x={text[:at]!r}+{text[at:]!r}</script>"


DISGUISES: tuple[Disguise, ...] = (
    Disguise("full width", each(_wide, 0.7)),
    Disguise("zero width", each(lambda c: c + "\u200b", 0.4)),
    Disguise("soft hyphens", each(lambda c: c + "\xad", 0.4)),
    Disguise("word joiners", each(lambda c: c + "\u2060", 0.4)),
    Disguise("tag characters", each(lambda c: c + "\U000e0061", 0.3)),
    Disguise("mathematical digits", each(shifted(0x1D7CE))),
    Disguise("double-struck digits", each(shifted(0x1D7D8))),
    Disguise("Arabic digits", each(shifted(0x660)), ("phone",)),
    Disguise("keycaps", each(lambda c: c + "\ufe0f\u20e3" if c.isdigit() else c), ("phone",)),
    Disguise("combining", each(lambda c: c + "\u0332" if c.isascii() and c.isalnum() else c, 0.6)),
    Disguise("Cyrillic", lambda text, rnd: text.translate(LOOKS), WEB),
    Disguise("Greek", lambda text, rnd: text.translate(GREEK), WEB),
    Disguise("ideographic stop", lambda text, rnd: text.replace(".", "。"), WEB),
    Disguise("spelled", lambda text, rnd: text.replace("@", "艾特").replace(".test", "点test"), WEB, 2),
    Disguise("brackets", lambda text, rnd: text.replace("@", " [at] ").replace(".test", " [dot] test"), WEB, 2),
    Disguise("mouse and dot", lambda text, rnd: text.replace("@", " 小老鼠 ").replace(".test", " 小圆点 test"), WEB, 2),
    Disguise("Han numerals", spoken(HAN), ("phone",), 2),
    Disguise("financial numerals", spoken(MONEY), ("phone",), 2),
    Disguise("English words", spoken({**WORDS, "+": "plus"}, " "), ("phone",), 2),
    Disguise("letters for digits", lambda text, rnd: text.replace("00", "O0"), ("phone",), 2),
    Disguise("spaced", lambda text, rnd: " ".join(text.replace(" ", "")), ("email", "phone", "host"), 2),
    Disguise("dots between", lambda text, rnd: re.sub("[- ]", "·", text), ("phone",), 2),
    Disguise("references", _referred, stage=3),
    Disguise("bold", inside("**", "**"), stage=3),
    Disguise("code", inside("`", "`"), stage=3),
    Disguise("tags", inside("<b></b>"), stage=3),
    Disguise("line break hint", inside("<wbr>"), stage=3),
    Disguise("comment", inside("<!-- x -->"), stage=3),
    Disguise("hidden decoy", inside('<i style="display:none">77</i>'), stage=3),
    Disguise("struck decoy", inside("<del>77</del>"), stage=3),
    Disguise("attribute list", inside("{ .x }"), stage=3),
    Disguise("percent", _encoded, WEB, 3),
    Disguise("escapes", each(_escaped, 0.5), stage=3),
    Disguise("right to left", lambda text, rnd: f"\u202e{text[::-1]}\u202c", stage=3),
    Disguise("cells", lambda text, rnd: re.sub("[- ]", " | ", text), ("phone",), 2),
    Disguise("base64", lambda text, rnd: base64.b64encode(text.encode()).decode(), (*WEB, "phone"), 4),
    Disguise("base32", lambda text, rnd: base64.b32encode(text.encode()).decode(), WEB, 4),
    Disguise("hexadecimal", lambda text, rnd: text.encode().hex(), (*WEB, "phone"), 4),
    Disguise("character codes", lambda text, rnd: ",".join(str(ord(c)) for c in text), WEB, 4),
    Disguise("binary", lambda text, rnd: " ".join(f"{b:08b}" for b in text.encode()), WEB, 4),
    Disguise("script", _script, (*WEB, "phone"), 4),
    Disguise("backwards, as told", lambda text, rnd: f"{text[::-1]}（倒着读）", ("email", "phone", "host"), 2),
    Disguise("sign swapped, as told", lambda text, rnd: f"{text.replace('@', '#')}（把 # 换成 @）", ("email",), 4),
)  # fmt: skip
ENDINGS = (".md", ".yml", ".html")


def places() -> list[tuple[str, str]]:
    """Our own articles, data and templates, with their text."""
    paths = [f"docs/{path}" for path in walk(ROOT)[0] if path.endswith(ENDINGS)]
    paths += [str(path.relative_to(ROOT)) for path in sorted((ROOT / "overrides").rglob("*.html"))]
    return [(path, (ROOT / path).read_text("utf-8")) for path in paths]


_GAPS = {
    ".md": re.compile(r"(?<=[。；])(?=[^\n|])|(?<=[a-z]\. )(?=[A-Z])|(?<=\n)(?=\n)|(?<= )(?=\|\n)"),
    ".yml": re.compile(r"(?<=: )(?=[\u4e00-\u9fff])|(?<=[。；])|(?<=\n)(?=\w)"),
    ".html": re.compile(r"(?<=>)(?=\n)|(?<=<p>)|(?<=<span>)|(?<=\n)(?=\n)"),
}


def planted(path: str, text: str, said: str, rnd: Random) -> str:
    """The text with a sentence put where it could stand: in a paragraph, a cell, a value, a block."""
    gaps = [m.start() for m in _GAPS[f".{path.rpartition('.')[2]}"].finditer(text)] or [len(text)]
    at = rnd.choice(gaps)
    alone = text[at - 1 : at] == "\n" or at == len(text)
    return f"{text[:at]}\n{said}\n{text[at:]}" if alone else f"{text[:at]}{said}。{text[at:]}"
