"""What files that are not text hold: codes, words, links; read within bounds, never run."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath

import pypdfium2
import resvg_py

from helpcenter.guard import pictures
from helpcenter.guard.pictures import TooMuch

PICTURES = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff"}
)
ARCHIVES = frozenset({".docx", ".xlsx", ".pptx", ".odt", ".zip", ".epub", ".jar"})
MAX_BYTES = 30_000_000
_MAX_MEMBERS = 400
_MAX_UNPACKED = 60_000_000
_MAX_PAGES = 60
_MAX_SVG = 2_000_000
_TEXT = frozenset(
    {".xml", ".rels", ".txt", ".html", ".htm", ".md", ".csv", ".json", ".svg", ".js", ".css"}
)
_URI = re.compile(rb"/URI\s{0,5}\(((?:[^()\\]|\\.){1,2000})\)")
_STREAM = re.compile(rb"stream\r?\n")


@dataclass
class Contents:
    """What was found in one file."""

    codes: list[str] = field(default_factory=list)
    """Payloads of codes."""
    texts: list[str] = field(default_factory=list)
    """Words and links."""
    trouble: str = ""
    """Why not everything could be read; empty when everything was."""


def contents(name: str, raw: bytes) -> Contents:
    """What a file holds; trouble is told, never raised."""
    found = Contents()
    try:
        if len(raw) > MAX_BYTES:
            raise TooMuch(f"{len(raw):,} bytes")
        _read(PurePosixPath(name).suffix.lower(), raw, found, depth=0)
    except TooMuch as error:
        found.trouble = str(error)
    except Exception as error:  # whatever a reader makes of broken bytes
        found.trouble = f"{type(error).__name__}: {error}"[:120]
    return found


def _read(suffix: str, raw: bytes, found: Contents, depth: int) -> None:
    if suffix in PICTURES:
        found.codes += pictures.codes(raw)
        found.texts.append(pictures.words(raw))
    elif suffix == ".svg":
        found.codes += svg_codes(raw)
    elif suffix == ".pdf":
        _pdf(raw, found)
    elif suffix in ARCHIVES:
        _archive(raw, found, depth)


@lru_cache(maxsize=64)  # a drawing is met as a source and again in the site
def svg_codes(raw: bytes) -> tuple[str, ...]:
    """Payloads of codes in a drawing, drawn without network, files or fonts."""
    if len(raw) > _MAX_SVG or raw.count(b"<g") > 20_000:
        raise TooMuch(f"SVG of {len(raw):,} bytes")
    if b"<rect" not in raw and b"<path" not in raw and b"<image" not in raw and b"<use" not in raw:
        return ()
    text = raw.decode("utf-8")
    png = bytes(resvg_py.svg_to_bytes(svg_string=text, width=600, background="white"))
    return tuple(pictures.codes(png))


def _pdf(raw: bytes, found: Contents) -> None:
    links = _URI.findall(raw)
    document = pypdfium2.PdfDocument(raw)
    try:
        for number in range(min(len(document), _MAX_PAGES)):
            page = document[number]
            found.texts.append(page.get_textpage().get_text_bounded())
            width, height = page.get_size()
            if width * height > 10_000_000:
                raise TooMuch(f"page of {width:.0f}x{height:.0f}")
            picture = page.render(scale=2).to_pil()
            out = io.BytesIO()
            picture.save(out, "PNG")
            found.codes += [c for c in pictures.codes(out.getvalue()) if c not in found.codes]
        if len(document) > _MAX_PAGES:
            raise TooMuch(f"{len(document)} pages")
    finally:
        document.close()
        for stream in _streams(raw):
            links += _URI.findall(stream)
        found.texts += [link.decode("latin-1") for link in links]


def _streams(raw: bytes) -> list[bytes]:
    """The unpacked object streams of a PDF, within bounds."""
    out, total = [], 0
    for match in _STREAM.finditer(raw):
        try:
            data = zlib.decompressobj().decompress(raw[match.end() :], 2_000_000)
        except zlib.error:
            continue
        total += len(data)
        if total > _MAX_UNPACKED:
            raise TooMuch("streams")
        out.append(data)
    return out


def _archive(raw: bytes, found: Contents, depth: int) -> None:
    if depth > 1:
        raise TooMuch("archive in archive")
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        members = [item for item in archive.infolist() if not item.is_dir()]
        if len(members) > _MAX_MEMBERS or sum(item.file_size for item in members) > _MAX_UNPACKED:
            raise TooMuch(f"{len(members)} members")
        for item in members:
            with archive.open(item) as member:
                data = member.read(item.file_size + 1)
            suffix = PurePosixPath(item.filename).suffix.lower()
            found.texts.append(item.filename)
            if suffix in _TEXT:
                found.texts.append(data.decode("utf-8", "replace"))
            _read(suffix, data, found, depth + 1)
