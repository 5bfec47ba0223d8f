"""Which files are text, and how each kind of text is read."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable
from pathlib import Path

from helpcenter.data.markdown_source import code_ranges
from helpcenter.guard.files import documents
from helpcenter.guard.files.archives import best_guess
from helpcenter.guard.judging.judge import File
from helpcenter.guard.judging.places import Spot, spot_of
from helpcenter.guard.markup.html import Markup, tokenize
from helpcenter.guard.matching.effort import MAX_BYTES
from helpcenter.guard.matching.spans import EVERYTHING, NOTHING, Spans, merged
from helpcenter.model import Position

MARKUP = frozenset({".html", ".htm", ".xhtml", ".xml", ".svg", ".rss", ".atom"})
PROGRAM = frozenset(
    {".js", ".mjs", ".cjs", ".css", ".json", ".map", ".webmanifest", ".py", ".toml"}
)
BINARY = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff"}
    | {".woff", ".woff2", ".ttf", ".otf", ".ttc", ".eot", ".mp3", ".mp4", ".webm", ".ogg", ".wav"}
    | {".pdf", ".docx", ".xlsx", ".pptx", ".zip", ".tar", ".wasm", ".inv", ".pyc"}
    | documents.ARCHIVES
)
"""Not text; pictures and documents are judged by another gate."""
TEMPLATES = "overrides/"
_JINJA = re.compile(r"\{[{%](?:(?![%}]\}).){0,4000}+", re.DOTALL)
_OPTION = re.compile(r"^[ \t]*-[ \t]+[a-z_]+(?:\.[a-z_]+)+|!!python/name:\S+", re.MULTILINE)
"""Names of features and extensions in mkdocs.yml, such as `navigation.top`."""
_MAX_GUESSED = 4_000_000


class Unreadable(Exception):
    """A file that should be text cannot be read as UTF-8; the text says why.

    Attributes:
        at: the first byte that is wrong, if one is.
    """

    at = Position()


def read_text(path: Path) -> str | None:
    """The text of a file with its line ends, `.gz` unpacked; None for what is not text.

    Raises:
        Unreadable: the file is of a textual kind but is not UTF-8, or is missing.
    """
    if documents.suffix_of(path.name) in BINARY:
        return None
    try:
        return text_of(path.name, path.read_bytes())
    except OSError as error:
        raise Unreadable(str(error.strerror or error)) from error


def text_of(name: str, raw: bytes) -> str | None:
    """The same of a file that was read already.

    Raises:
        Unreadable: the file is of a textual kind but is not UTF-8.
    """
    suffix = documents.suffix_of(name)
    if suffix in BINARY:
        return None
    try:
        return decoded(_unpacked(raw) if suffix == ".gz" else raw)
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable(str(getattr(error, "strerror", None) or error)) from error


def decoded(raw: bytes) -> str:
    """The text of bytes that should be UTF-8.

    Raises:
        Unreadable: they are not.
    """
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        unreadable = Unreadable(f"0x{raw[error.start]:02X}")
        before = raw[: error.start].decode("utf-8")
        unreadable.at = Position.at(before, len(before))
        raise unreadable from error


def guessed_text(raw: bytes) -> str | None:
    """The text of bytes that are not UTF-8, read as UTF-16 or GB 18030; None when it is none."""
    text = best_guess(raw[:_MAX_GUESSED])
    if "\0" in text:  # words in other bytes are read elsewhere
        return None
    return text if sum(map(str.isprintable, text[:2000])) > len(text[:2000]) * 0.7 else None


def _unpacked(raw: bytes) -> bytes:
    if raw[:2] != b"\x1f\x8b":
        raise gzip.BadGzipFile("not gzip")
    out = zlib.decompressobj(wbits=31).decompress(raw, MAX_BYTES)
    if len(out) == MAX_BYTES:
        raise OSError("too large when unpacked")
    return out


def opened(path: str, text: str, markup: Markup | None = None) -> tuple[File, Spans]:
    """A file as the judge wants it, and where program text stands in it."""
    name = path.removesuffix(".gz")
    suffix = f".{name.rpartition('.')[2].lower()}" if "." in name else ""
    if suffix in MARKUP:
        tags = markup or tokenize(text)
        code = tags.code_spans()
        if path.startswith(TEMPLATES):
            code = merged([*code, *(m.span() for m in _JINJA.finditer(text))])
        return File(path, text, lambda offset: spot_of(tags, offset)), Spans(code)
    if suffix == ".md":
        code = merged([*code_ranges(text), *(m.span() for m in _JINJA.finditer(text))])
        return File(path, text, _in_drawing(text, Spans(code))), Spans(code)
    if path == "mkdocs.yml":
        return File(path, text, _nowhere), Spans([m.span() for m in _OPTION.finditer(text)])
    return File(path, text, _nowhere), EVERYTHING if suffix in PROGRAM else NOTHING


def _in_drawing(text: str, code: Spans) -> Callable[[int], Spot]:
    """Where in the markup an offset of an article with a drawing stands; its code is text."""
    if "<svg" not in text:
        return _nowhere
    tags = tokenize(text)
    return lambda offset: Spot() if code.holds(offset) else spot_of(tags, offset)


def _nowhere(offset: int) -> Spot:
    return Spot()
