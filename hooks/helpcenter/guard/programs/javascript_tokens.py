"""Tokenizes a script: texts with their escapes resolved, numbers, names, operators."""

from __future__ import annotations

import re
from typing import NamedTuple

from helpcenter.guard.matching import bounds

_ESCAPED = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-7]{1,3})|\r?\n|(.))",
    re.DOTALL,
)
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "b": "", "f": "", "v": ""}
_TOKEN = re.compile(
    r"(?P<skip>[\s;]+|//[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/)?)"
    r"|(?P<text>\"(?:[^\"\\\n]|\\.|\\\n)*+\"|'(?:[^'\\\n]|\\.|\\\n)*+')"
    r"|(?P<template>`(?:[^`\\]|\\.)*+`)"
    r"|(?P<number>"
    r"0[xX][0-9a-fA-F]{1,400}n?|0[bB][01]{1,64}n?|0[oO][0-7]{1,22}n?|\d[\d_]{25,400}n"
    r"|\d[\d_]{0,24}(?:\.\d{1,12})?(?:[eE][+-]?\d{1,2})?n?)"
    r"|(?P<name>[A-Za-z_$\u0100-\uffff][\w$]*+)"
    r"|(?P<punctuator>"
    r"=>|\.\.\.|(?:>>>?|<<|\*\*|\?\?|\|\||&&|[-+*/%&|^])=|[<>]=|===?|!==?|\?\?|\?\."
    r"|&&|\|\||>>>?|<<|\*\*|.)",
    re.DOTALL,
)
_PATTERN = re.compile(r"/((?![*/])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*+\]){1,200})/[a-z]{0,6}")
BINARY = {
    "??": 1, "||": 1, "&&": 2, "|": 3, "^": 4, "&": 5, "==": 6, "===": 6, "!=": 6, "!==": 6, "<": 7,
    ">": 7, "<=": 7, ">=": 7, "in": 7, "instanceof": 7, "<<": 8, ">>": 8, ">>>": 8, "+": 9, "-": 9, "*": 10, "/": 10,
    "%": 10, "**": 11,
}  # fmt: skip
SKIPPED = frozenset({"const", "let", "var", "return", "export", "import", "if", "for", "while", "else",
                      "case", "throw", "in", "of", "do", "try", "catch", "class", "from", "default"})  # fmt: skip
ASSIGNED = frozenset(
    {
        "=",
        "+=",
        "-=",
        "*=",
        "/=",
        "%=",
        "&=",
        "|=",
        "^=",
        ">>=",
        ">>>=",
        "<<=",
        "**=",
        "??=",
        "||=",
        "&&=",
    }
)
"""Operators behind a name that give it a value."""
UNARY = frozenset({"+", "-", "!", "~", "typeof", "void", "await", "new", "delete", "yield"})


class Token(NamedTuple):
    """One token; texts are without quotes and escapes."""

    kind: str
    """One of `text template number name punctuator pattern end`."""
    text: str
    start: int
    end: int


def unescaped(text: str) -> str:
    """A text literal's content as the program has it."""
    return _ESCAPED.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    if digits := match[1] or match[2] or match[3]:
        code = int(digits, 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    if match[4]:
        return chr(int(match[4], 8))
    return _NAMED.get(match[5], match[5]) if match[5] else ""


def tokens(text: str) -> list[Token]:
    """The tokens of a script, without blanks, comments and semicolons; so many and no more."""
    out: list[Token] = []
    at = 0
    while at < len(text):
        if len(out) >= bounds.TOKENS:
            bounds.meet(f"> {bounds.TOKENS} tokens of a program")
            break
        if text[at] == "/" and _begins_pattern(out) and (match := _PATTERN.match(text, at)):
            out.append(Token("pattern", match[1], at, match.end()))
            at = match.end()
            continue
        match = _TOKEN.match(text, at)
        assert match and match.lastgroup  # any character at all is a token
        kind, end = match.lastgroup, match.end()
        if kind == "skip":
            if ";" in match[0] and not match[0].startswith("/"):
                out.append(Token("punctuator", ";", at, end))
        elif kind == "text":
            out.append(Token(kind, unescaped(match[0][1:-1]), at, end))
        else:
            out.append(Token(kind, match[0], at, end))
        at = end
    return out


def _begins_pattern(before: list[Token]) -> bool:
    if not before:
        return True
    last = before[-1]
    return (last.kind == "punctuator" and last.text not in (")", "]", "}")) or last.text in (
        "return",
        "typeof",
    )
