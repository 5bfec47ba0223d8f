"""The visible words of a text in RTF, without its control words (RTF 1.9.1)."""

from __future__ import annotations

import re
from codecs import lookup
from collections.abc import Iterator

from helpcenter.guard.matching.found import Found

_TOKEN = re.compile(
    r"\\'(?P<byte>[0-9a-fA-F]{2})|\\u(?P<code>-?\d{1,6}) ?"
    r"|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\(?P<char>[^a-zA-Z'])|(?P<brace>[{}])|(?P<plain>[^\\{}\r\n]+)"
)
_ASIDE = frozenset(
    {"fonttbl", "colortbl", "stylesheet", "listtable", "generator", "themedata", "pict"}
)
"""Groups that nobody sees."""
_BREAKS = {"par": "\n", "line": "\n", "cell": " ", "row": "\n", "tab": " "}
_CONTROL_SYMBOLS = {"~": " ", "_": "-", "*": "", "-": ""}


def shown(text: str, path: str) -> Iterator[Found]:
    """Span of a whole file in RTF, and its words."""
    if path.endswith(".rtf"):
        yield 0, len(text), plain(text)


def plain(text: str) -> str:
    """The words of a text in RTF; groups that programs skip are left out."""
    out: list[str] = []
    coding, held, skip = "cp1252", bytearray(), 1
    groups: list[bool] = []
    """Whether each open one is left out."""
    aside = replaced = 0
    for token in _TOKEN.finditer(text):
        kind, given = token.lastgroup, token[0]
        if kind == "byte" and replaced:
            replaced -= 1
            continue
        if kind == "byte" and not aside:
            held.append(int(token["byte"], 16))
            continue
        out.append(held.decode(coding, "replace"))
        held.clear()
        if kind == "brace":
            if given == "{":
                groups.append(False)
            elif groups:
                aside -= groups.pop()
        elif kind == "code":
            out += [] if aside else [chr(int(token["code"]) % 65536)]
            replaced = skip
            continue
        elif (kind == "char" and given == r"\*") or token["word"] in _ASIDE:
            groups = groups or [False]
            aside += not groups[-1]
            groups[-1] = True
        elif token["word"] == "ansicpg":
            coding = _known(token["number"] or "")
        elif token["word"] == "uc":
            skip = int(token["number"] or 1)
        elif not aside:
            out.append(_said(token)[replaced:] if kind == "plain" else _said(token))
        replaced = 0
    return "".join([*out, held.decode(coding, "replace")])


def _said(token: re.Match[str]) -> str:
    if word := token["word"]:
        return _BREAKS.get(word, "")
    return _CONTROL_SYMBOLS.get(token["char"], token["char"]) if token["char"] else token["plain"]


def _known(page: str) -> str:
    try:
        return lookup(f"cp{page}").name
    except LookupError:
        return "cp1252"
