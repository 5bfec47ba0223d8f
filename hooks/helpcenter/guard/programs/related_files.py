"""Other files that a source is read together with: templates, settings, modules, snippets."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from helpcenter.guard.files import split_codes
from helpcenter.guard.programs import snippets
from helpcenter.guard.programs.modules import path_of

_FOLDER = "overrides/"
_NAMED = re.compile(
    rb"\{%[-+]?\s{0,9}(?:include|import|from)\s{1,9}[\"']([\w./-]{1,120})[\"']", re.ASCII
)
_MOST = 24
"""Templates that are read beside one; the theme's own are not."""
_IMPORTED = re.compile(rb"\bfrom\s{0,4}[\"'](\.{1,2}/[\w./-]{1,200})[\"']", re.ASCII)
_FETCHED = re.compile(
    rb"[\"'`]((?:\.{1,2}/|/)?[\w-][\w./-]{0,160}\.(?:json|txt|csv|xml|html))[\"'`]"
)
_PICTURE = rb"\]\(\s{0,2}([\w./-]{1,160}?\.(?:png|jpe?g|gif|webp|bmp))\b"
_PAIR = re.compile(
    rb"!\[[^\[\]\n]{0,60}"
    + _PICTURE
    + rb"(?=[^)\n]{0,60}\)(?:\{[^{}\n]{0,60}\})?[\s\\|]{0,9}!\[[^\[\]\n]{0,60}"
    + _PICTURE
    + rb")"
)
_ATTRIBUTE = re.compile(rb"attr\(\s{0,9}([\w-]{1,60})")
_DRAWING = re.compile(rb"(?<![^{}])[^{}]{1,2000}\{[^{}]{0,2000}?attr\([^{}]{0,2000}\}")
"""A rule of a style sheet that shows what stands in an attribute."""
STYLES = "styles"
"""The name of what is no file: such rules of all style sheets."""
CODE = "code of "
"""Begins the name of what is no file: a code that two pictures make."""
TWIN = "the other language"
"""The name under which an article gets what it is in the other language."""
_ELSEWHERE = re.compile("英文|英语|中文|另一[种个]语言|other language|English|Chinese".encode())
"""What an article says whose reader is to look there."""
_SITES = ("docs/", "overrides/")
"""Folders whose files the site serves under their own names."""
_OPENING = re.compile(rb"\bopen\(|\.open\(|\.read_(?:text|bytes)\(")
_DATA = re.compile(rb"[\"']([\w./-]{1,120}\.[a-z]{1,5}|[\w./-]{0,120}/[\w-]{1,60})[\"']")
_HOMES = ("", "docs", "docs/_data", "overrides")
"""Folders that a program knows by other names than their own."""
_STYLED = ("overrides", "docs/assets", "docs/css", "docs/stylesheets")
"""Folders of style sheets."""
_SNIPPETS = ("", "includes/", "docs/", "snippets/")
"""Folders searched for an article's snippets."""
_SHORT, _LARGEST = 4_000, 200_000
"""Bytes of a snippet (a larger one is no piece of an address), and of a module, that are read."""
SETTINGS = "mkdocs.yml"
EXTRA = "config.extra"
"""What a template calls the values of the settings that are its own."""


def texts(root: Path, path: str, raw: bytes) -> dict[str, str]:
    """Texts by their names, of those in the project that a source asks for.

    Args:
        root: folder of mkdocs.yml.
        path: the source, relative to the root.
        raw: its bytes.
    """
    if path.endswith((".js", ".mjs")):
        modules = _modules(root, path, raw) if b"import" in raw or b"export" in raw else {}
        return {**modules, **_fetched(root, path, raw)} if b"fetch" in raw else modules
    if path.endswith(".py"):
        return _opened(root, path, raw) if _OPENING.search(raw) else {}
    if path.endswith(".md"):
        found = _snippets(root, raw) if b"8<" in raw else {}
        found |= _twin(root, path) if _ELSEWHERE.search(raw) else {}
        return {**found, **_pictures(root, path, raw)} if raw.count(b"](") > 1 else found
    if not path.startswith(_FOLDER):
        return {}
    styles = _styles(root, raw) if path.endswith(".html") else {}
    return {**styles, **_templates(root, path, raw)}


def _modules(root: Path, path: str, raw: bytes) -> dict[str, str]:
    """Modules that a script imports and that those import, by their paths."""
    found: dict[str, str] = {}
    waiting = [(path, raw)]
    while waiting:
        importer, held = waiting.pop()
        for match in _IMPORTED.finditer(held):
            name = path_of(match[1].decode(), importer)
            if name.startswith("..") or name in found or len(found) >= _MOST:
                continue
            if inner := _read(root / name, _LARGEST):
                found[name] = inner.decode("utf-8", "replace")
                waiting.append((name, inner))
    return found


def _fetched(root: Path, path: str, raw: bytes) -> dict[str, str]:
    """Short data files of the site that a script fetches, by the names it has for them."""

    def files(name: str) -> list[str]:
        served = [] if name[:1] == "." else [f"{folder}{name.lstrip('/')}" for folder in _SITES]
        return [f for f in (*served, path_of(name.lstrip("/"), path)) if ".." not in f]

    return _first_short(root, (match[1].decode() for match in _FETCHED.finditer(raw)), files)


def _opened(root: Path, path: str, raw: bytes) -> dict[str, str]:
    """Short files of the project that a program of Python names and may read, by those names."""
    folders = (path.rpartition("/")[0], *_HOMES)

    def files(name: str) -> list[str]:
        found = [posixpath.normpath(posixpath.join(f, name.lstrip("/"))) for f in folders]
        return [file for file in found if file[:2] != ".."]

    return _first_short(root, (match[1].decode() for match in _DATA.finditer(raw)), files)


def _snippets(root: Path, raw: bytes) -> dict[str, str]:
    """Short files that an article takes in where it names them."""

    def files(name: str) -> list[str]:
        outside = ".." in name or name.startswith("/")
        return [] if outside else [f"{folder}{name}" for folder in _SNIPPETS]

    return _first_short(root, snippets.names(raw.decode("utf-8", "replace")), files)


def _first_short(
    root: Path, names: Iterable[str], files: Callable[[str], Iterable[str]]
) -> dict[str, str]:
    """By each name the text of the first of its `files` that is there and short."""
    found: dict[str, str] = {}
    for name in names:
        for file in files(name) if len(found) < _MOST else ():
            if inner := _read(root / file, _SHORT):
                found[name] = inner.decode("utf-8", "replace")
                break
    return found


def _twin(root: Path, path: str) -> dict[str, str]:
    """An article in the other language, `a.en.md` of `a.md`, where it is there."""
    stem = path.removesuffix(".md")
    other = f"{stem[:-3]}.md" if stem.endswith(".en") else f"{stem}.en.md"
    inner = _read(root / other, _LARGEST)
    return {TWIN: inner.decode("utf-8", "replace")} if inner else {}


def _pictures(root: Path, path: str, raw: bytes) -> dict[str, str]:
    """Codes that pictures make which an article shows one right behind the other, by their names."""
    found: dict[str, str] = {}
    for match in _PAIR.finditer(raw):
        names = [match[1].decode(), match[2].decode()]
        one, other = (root / path_of(name, path) for name in names)
        if len(found) < _MOST and one.is_file() and other.is_file():
            for code in split_codes.shown_together(one, other):
                found[f"{CODE}{' '.join(names)}"] = code
    return found


def _styles(root: Path, raw: bytes) -> dict[str, str]:
    """Rules of the project's style sheets that draw attributes which a template has."""
    rules = [
        match[0].decode("utf-8", "replace")
        for folder in _STYLED
        for file in sorted((root / folder).rglob("*.css"))
        for match in _DRAWING.finditer(_read(file, _LARGEST))
        if any(name[1].lower() in raw for name in _ATTRIBUTE.finditer(match[0]))
    ]
    return {STYLES: "\n".join(rules)} if rules else {}


def _read(file: Path, most: int) -> bytes:
    """What a file holds; nothing when it cannot be read or holds more than so many bytes."""
    try:
        with file.open("rb") as source:
            raw = source.read(most + 1)
    except OSError:
        return b""
    return raw if len(raw) <= most else b""


def _templates(root: Path, path: str, raw: bytes) -> dict[str, str]:
    """Templates that one asks for, and those that they do; the settings where it uses `extra`."""
    found: dict[str, str] = {}
    waiting = [raw] if b"{%" in raw else []
    while waiting:
        for match in _NAMED.finditer(waiting.pop()):
            name = match[1].decode()
            file = root / _FOLDER / name
            if name in found or ".." in name or len(found) >= _MOST or not file.is_file():
                continue
            inner = file.read_bytes()
            found[name] = inner.decode("utf-8", "replace")
            waiting.append(inner)
    settings = root / SETTINGS
    asked = EXTRA.encode() in raw
    if (asked or any(EXTRA in text for text in found.values())) and settings.is_file():
        found[SETTINGS] = settings.read_bytes().decode("utf-8", "replace")
    return found
