"""What simple expressions of scripts and templates come to: joined strings, known variables."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

_SCRIPT = re.compile(
    r"<script\b(?![^>]*json)[^>]*+>(.{0,200000}?)(?:</script\b|\Z)", re.DOTALL | re.IGNORECASE
)
_HANDLER = re.compile(r"\son\w{2,20}\s?=\s?(?:\"([^\"]{4,2000})\"|'([^']{4,2000})')", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{\{((?:(?!\}\}).){1,600}+)\}\}|\{%((?:(?!%\}).){1,600}+)%\}", re.DOTALL)
_PROGRAM = (".js", ".mjs", ".cjs", ".py")
_LITERAL = r"\"(?:[^\"\\\n]|\\.){0,400}+\"|'(?:[^'\\\n]|\\.){0,400}+'|`(?:[^`\\]|\\.){0,400}+`"
_TOKEN = re.compile(
    rf"(?P<text>{_LITERAL})|(?P<number>\b\d{{1,15}}\b)|(?P<name>[A-Za-z_$][\w$]*+)|(?P<sign>[+~,;\[\](){{}}=.|\n-])"
)
_ASSIGN = re.compile(rf"([A-Za-z_$][\w$]{{0,60}}+)\s{{0,3}}[=:]\s{{0,3}}({_LITERAL}|\d{{2,12}}\b)")
_JOIN = re.compile(rf"\bjoin\(\s{{0,3}}({_LITERAL})?")
_REPLACE = re.compile(
    rf"\breplace(?:All)?\(\s{{0,3}}(?:/([^/\n]{{1,20}})/g?|({_LITERAL}))\s{{0,3}},\s{{0,3}}({_LITERAL})"
)
_HOLE = re.compile(r"\$\{\s{0,3}([A-Za-z_$][\w$]{0,60})\s{0,3}\}")
_JOINS = re.compile(
    r"[\"'`\w)\]]\s{0,9}[+~]\s{0,9}[\"'`\w(\[]|join|concat|reverse|replace|\$\{|\+="
)
_STATEMENT = re.compile(r"[^;\n]{1,4000}+")


_CODES = re.compile(
    r"(?:String\.)?fromC(?:harCode|odePoint)\(\s{0,3}((?:0x[0-9a-fA-F]{1,6}|\d{1,7})(?:\s{0,3},\s{0,3}(?:0x[0-9a-fA-F]{1,6}|\d{1,7})){0,200})\s{0,3}\)"
)
_UNPACK = re.compile(r"\batob\(\s{0,3}[\"'`]([A-Za-z0-9+/=]{4,4000})[\"'`]\s{0,3}\)")


def _from_codes(match: re.Match[str]) -> str:
    codes = [int(n, 16 if "x" in n else 10) for n in match[1].split(",")]
    return repr("".join(chr(code) for code in codes if 31 < code < 0x110000))


def _unpacked(match: re.Match[str]) -> str:
    try:
        return repr(base64.b64decode(match[1] + "==").decode("utf-8", "replace"))
    except ValueError:
        return match[0]


def results(text: str, path: str) -> Iterator[tuple[int, int, str]]:
    """Each statement that joins strings, with the text it makes."""
    for start, end in _programs(text, path):
        body = text[start:end]
        known = {name: _plain(value) for name, value in _ASSIGN.findall(body)}
        for statement in _STATEMENT.finditer(body):
            for made in set(_made(statement[0], known)):
                yield start + statement.start(), start + statement.end(), made


def _programs(text: str, path: str) -> Iterator[tuple[int, int]]:
    if path.endswith(_PROGRAM):
        yield 0, len(text)
        return
    patterns = [_SCRIPT, _HANDLER]
    if not path.endswith((".md", ".yml")):
        patterns.append(_TEMPLATE)
    for pattern in patterns:
        for match in pattern.finditer(text):
            yield match.span(match.lastindex or 0)


def _plain(literal: str) -> str:
    return literal[1:-1] if literal[:1] in "\"'`" else literal


def _made(statement: str, known: dict[str, str]) -> Iterator[str]:
    """What a statement may come to: its strings, numbers and variables in a row."""
    if not _JOINS.search(statement):
        return
    statement = _UNPACK.sub(_unpacked, _CODES.sub(_from_codes, statement))
    parts: list[str] = []
    for token in _TOKEN.finditer(statement):
        if token["text"]:
            parts.append(_HOLE.sub(lambda m: known.get(m[1], ""), _plain(token["text"])))
        elif token["number"]:
            parts.append(token["number"])
        elif token["name"] in known:
            parts.append(known[token["name"]])
    if len(parts) < 2:
        yield from ("".join(parts)[::-1] for _ in range("reverse" in statement and bool(parts)))
        return
    glue = _JOIN.search(statement)
    if glue:
        between = _plain(glue[1] or "','")
        yield between.join(p for p in parts if p != between)
    made = "".join(parts)
    yield made
    if "reverse" in statement:
        yield made[::-1]
    for old, quoted, new in _REPLACE.findall(statement):
        yield parts[0].replace(old or _plain(quoted), _plain(new))
