"""Reads files that are not text: codes, words, links; within limits, and without running them."""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath

from helpcenter.guard.files import (
    archives,
    byte_strings,
    carving,
    drawn_digits,
    dtmf,
    letterforms,
    lettering,
    mails,
    pdf_strings,
    pictures,
    property_lists,
    rasters,
    sheets,
    webassembly,
)
from helpcenter.guard.files.fonts import FONTS
from helpcenter.guard.matching.effort import MAX_BYTES, Broken, Effort, TooMuch, told

PICTURES = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff"}
)
ARCHIVES = frozenset(
    {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".zip", ".epub", ".jar", ".apk", ".vsdx"}
    | {".tar", ".tgz", ".bz2", ".xz", ".svgz", ".7z", ".rar"}
)
MAILS = frozenset({".eml", ".mht", ".mhtml"})
_TEXT = frozenset({
    ".xml", ".rels", ".txt", ".html", ".htm", ".xhtml", ".md", ".csv", ".json", ".svg", ".js", ".css",
    ".yml", ".yaml", ".vcf", ".ics", ".ini", ".log", ".opf", ".ncx", ".rtf", ".url", ".tsv", ".vtt", ".srt",
})  # fmt: skip
_KNOWN = PICTURES | ARCHIVES | MAILS | _TEXT | {".pdf", ".gz"}


_NEAR = 1_000
"""Characters of a page's text that are read with a number which only its shapes tell."""


@dataclass
class Contents:
    """What was found in one file."""

    codes: list[str] = field(default_factory=list)
    """Payloads of codes."""
    texts: list[str] = field(default_factory=list)
    """Words and links."""
    credits: list[str] = field(default_factory=list)
    """What a font says of itself: its makers and their licence have addresses of their own."""
    trouble: str = ""
    """Why not everything could be read; empty when everything was."""
    is_broken: bool = False
    """Whether the trouble is that it is not what its name says."""
    effort: Effort = field(default_factory=Effort)
    """What reading it cost so far."""

    def add(self, *texts: str) -> None:
        """Note texts; raises TooMuch when they are too long."""
        self.texts += filter(None, map(self.effort.read, texts))

    def show(self, codes: Iterable[str], numbers: Iterable[str]) -> None:
        """Note what a picture shows."""
        self.codes += codes
        self.add(*numbers)


@lru_cache(maxsize=16)
def suffix_of(name: str) -> str:
    """The ending of a file's name, lower case; `.tar.gz` is `.tgz`, and `.rels` its own."""
    if name.lower().endswith(".tar.gz"):
        return ".tgz"
    path = PurePosixPath(name)
    return ".rels" if path.name == ".rels" else path.suffix.lower()


@lru_cache(maxsize=1)  # the gate and the inventory ask one after the other
def contents(name: str, raw: bytes) -> Contents:
    """The contents of a file, not to be changed; errors are recorded, never raised."""
    return read_within(name, raw, Effort())


def read_within(name: str, raw: bytes, effort: Effort) -> Contents:
    """The same for one of several files that share one limit; errors are recorded, never raised."""
    found = Contents(effort=effort)
    try:
        if len(raw) > MAX_BYTES:
            raise TooMuch(f"{len(raw):,} bytes")
        _read(_sort_of(suffix_of(name), raw), raw, found, depth=0)
    except Broken as error:
        found.trouble, found.is_broken = str(error), True
    except TooMuch as error:
        found.trouble = str(error)
    except Exception as error:  # whatever a reader makes of broken bytes
        found.is_broken = True
        found.trouble = told(error)
    return found


def _read(suffix: str, raw: bytes, found: Contents, depth: int, *, whole: bool = True) -> None:
    """Read one file, or what begins as one (not `whole`): that may end in anything."""
    if suffix in PICTURES:
        _picture(raw, found, whole=whole)
    elif suffix in MAILS:
        for name, data in mails.parts(raw):
            _member(name, data, found, depth)
    elif suffix == ".gz" and not depth:  # what it packs is read as text
        found.add(*map(_named, archives.gzip_names(raw)))
    elif suffix in ARCHIVES or suffix == ".gz":
        _archive(suffix, raw, found, depth)
    elif suffix == ".pdf":
        _pdf(raw, found, depth)
    elif suffix in FONTS:
        _font(raw, found)
    elif reader := _ALONE.get(suffix):
        reader(raw, found)
    elif suffix not in _TEXT and not carving.is_program(raw):
        found.add(byte_strings.words(raw), *map(byte_strings.words, carving.unpacked(raw)))
    if whole and suffix not in ARCHIVES | FONTS | MAILS | _TEXT | {".pdf", ".svg", ".gz"}:
        _carved(raw, found, depth)


_ALONE: dict[str, Callable[[bytes, Contents], None]] = {
    ".svg": lambda raw, found: found.show(*rasters.of_svg(raw)),
    ".plist": lambda raw, found: found.add(property_lists.strings(raw)),
    ".wav": lambda raw, found: found.add(byte_strings.words(raw), *dtmf.dialled(raw)),
    ".wasm": lambda raw, found: found.add(byte_strings.words(webassembly.memory(raw))),
}
"""Readers of kinds that hold no other files."""
_BREAKS = (zlib.error, zipfile.BadZipFile, tarfile.TarError, ValueError, OSError, EOFError)
"""What readers say of bytes that only begin like a file of theirs."""


def _carved(raw: bytes, found: Contents, depth: int) -> None:
    """Read the files that begin anywhere in the bytes of another."""
    for part in (raw, *carving.spelled_out(raw)):
        for inner, data in carving.inner(part):
            with suppress(Broken, *_BREAKS):
                _read(inner, data, found, depth + 1, whole=False)


def _picture(raw: bytes, found: Contents, *, whole: bool) -> None:
    if whole:
        found.add(byte_strings.words(pictures.without_points(raw)), *pictures.metadata(raw))
    found.show(*rasters.of_picture(raw, found.effort))


def _font(raw: bytes, found: Contents) -> None:
    try:
        found.credits += map(found.effort.read, lettering.credits(raw))
    except Broken:
        found.add(byte_strings.words(raw), *map(byte_strings.words, carving.unpacked(raw)))
        raise
    found.add(*letterforms.lines(raw, found.effort))


def _archive(suffix: str, raw: bytes, found: Contents, depth: int) -> None:
    found.add(*map(_named, archives.gzip_names(raw)))
    workbook: dict[str, str] = {}
    for name, data in archives.members(suffix, raw, depth):
        _member(name, data, found, depth)
        if name.startswith("xl/") and name.endswith(".xml"):
            workbook[name] = archives.best_guess(data)
    found.add(*sheets.rows(workbook))


def _member(name: str, data: bytes, found: Contents, depth: int) -> None:
    """Read a file of an archive, and its name."""
    found.effort.unpack(len(data))
    inner = _sort_of(suffix_of(name), data)
    found.add(_named(name))
    if inner in _TEXT or not inner:
        found.add(archives.readable(inner, data))
    _read(inner, data, found, depth + 1)


def _named(name: str) -> str:
    """The text of a file name, without an extension that gives the kind of file."""
    ending = suffix_of(name)
    return name.removesuffix(ending) if ending in _KNOWN else name


def _sort_of(suffix: str, raw: bytes) -> str:
    """The ending of a member, or that which its first bytes ask for when nobody knows its own."""
    if suffix in _KNOWN:
        return suffix
    return carving.beginning(raw) or suffix


def _pdf(raw: bytes, found: Contents, depth: int) -> None:
    if pdf_strings.is_locked(raw):
        raise TooMuch("encrypted PDF")
    found.add(*pdf_strings.texts(raw))
    for data in pdf_strings.streams(raw):
        if inner := carving.beginning(data):
            found.effort.unpack(len(data))
            with suppress(Broken, *_BREAKS):
                _read(inner, data, found, depth + 1)
        elif pdf_strings.is_text(data):
            found.add(archives.best_guess(data))
    for text, page in rasters.pages(raw):
        found.add(text)
        found.effort.draw(*page.size)
        codes = pictures.codes_of(page, found.effort)
        drawn = [*drawn_digits.numbers(page)]
        found.show([c for c in codes if c not in found.codes], drawn)
        found.add(*(_with_drawn(text, number) for number in drawn))


def _with_drawn(text: str, number: str) -> str:
    """A page's text with a number in place of the characters by which its font calls the digits."""
    size = len(number.replace("-", ""))
    lines = [line.strip() for line in text[:_NEAR].splitlines()]
    called = [len(line) == size and " " not in line for line in lines]
    pairs = zip(lines, called, strict=True)
    read = [number if is_called else line for line, is_called in pairs]
    return " ".join(read if any(called) else [*lines, number])
