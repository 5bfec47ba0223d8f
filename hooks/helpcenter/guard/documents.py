"""What files that are not text hold: codes, words, links; read within bounds, never run."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath

import pypdfium2
import resvg_py

from helpcenter.guard import archives, pdf_strings, pictures
from helpcenter.guard.pictures import TooMuch

PICTURES = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff"}
)
ARCHIVES = frozenset(
    {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".zip", ".epub", ".jar", ".apk", ".vsdx"}
    | {".tar", ".tgz", ".bz2", ".xz", ".svgz", ".7z", ".rar"}
)
MAX_BYTES = 30_000_000
_MAX_PAGES = 60
_MAX_SVG = 2_000_000
_TEXT = frozenset(
    {
        ".xml",
        ".rels",
        ".txt",
        ".html",
        ".htm",
        ".xhtml",
        ".md",
        ".csv",
        ".json",
        ".svg",
        ".js",
        ".css",
    }
    | {
        ".yml",
        ".yaml",
        ".vcf",
        ".ics",
        ".eml",
        ".ini",
        ".log",
        ".opf",
        ".ncx",
        ".rtf",
        ".url",
        ".tsv",
        ".vtt",
        ".srt",
    }
)


@dataclass
class Contents:
    """What was found in one file."""

    codes: list[str] = field(default_factory=list)
    """Payloads of codes."""
    texts: list[str] = field(default_factory=list)
    """Words and links."""
    trouble: str = ""
    """Why not everything could be read; empty when everything was."""


def suffix_of(name: str) -> str:
    """The ending of a file's name, lower case; `.tar.gz` is `.tgz`, and `.rels` its own."""
    if name.lower().endswith(".tar.gz"):
        return ".tgz"
    path = PurePosixPath(name)
    return ".rels" if path.name == ".rels" else path.suffix.lower()


@lru_cache(maxsize=1)  # the gate and the inventory ask one after the other
def contents(name: str, raw: bytes) -> Contents:
    """What a file holds, to be read only; trouble is told, never raised."""
    found = Contents()
    try:
        if len(raw) > MAX_BYTES:
            raise TooMuch(f"{len(raw):,} bytes")
        _read(suffix_of(name), raw, found, depth=0)
    except TooMuch as error:
        found.trouble = str(error)
    except Exception as error:  # whatever a reader makes of broken bytes
        found.trouble = f"{type(error).__name__}: {error}"[:120]
    return found


def _read(suffix: str, raw: bytes, found: Contents, depth: int) -> None:
    if suffix in PICTURES:
        found.texts += [pictures.words(raw), *pictures.metadata(raw)]
        found.codes += pictures.codes(raw)
    elif suffix == ".svg":
        found.codes += svg_codes(raw)
    elif suffix == ".pdf":
        _pdf(raw, found)
    elif suffix in ARCHIVES:
        for name, data in archives.members(suffix, raw, depth):
            found.texts.append(name)
            inner = _sort_of(suffix_of(name), data)
            if inner in _TEXT or not inner:
                found.texts.append(archives.readable(inner, data))
            _read(inner, data, found, depth + 1)


def _sort_of(suffix: str, raw: bytes) -> str:
    """The ending of a member, or that which its first bytes ask for when nobody knows its own."""
    if suffix in PICTURES | ARCHIVES | _TEXT | {".pdf"}:
        return suffix
    known = (ending for start, ending in _BEGINNINGS.items() if raw.startswith(start))
    return next(known, suffix)


_BEGINNINGS = {
    b"PK\x03\x04": ".zip",
    b"%PDF-": ".pdf",
    b"\x89PNG": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"GIF8": ".gif",
    b"\x1f\x8b": ".tgz",
    b"BZh": ".bz2",
    b"\xfd7zXZ": ".xz",
    b"7z\xbc\xaf": ".7z",
    b"Rar!": ".rar",
    b"<svg": ".svg",
}


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
    found.texts += pdf_strings.texts(raw)
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
