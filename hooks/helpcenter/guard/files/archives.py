"""Members of archives and compressed files, within limits of number, size and depth."""

from __future__ import annotations

import bz2
import io
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from html import unescape

from helpcenter.guard.files import rtf, sheets
from helpcenter.guard.markup import drawings
from helpcenter.guard.matching.effort import TooMuch

_MEMBER = b"PK\x03\x04"
_MAX_MEMBERS = 400
_MAX_UNPACKED = 60_000_000
_MAX_DEPTH = 3
_PARAGRAPH = re.compile(
    r"</(?:w:p|a:p|text:p|text:h|si|row|c|p|div|li|h\d|tr|td|t:p"
    r"|(?:cp|dc|dcterms|meta|vt):[\w-]{1,40}|Company|Manager|Application|Template)>"
    r"|<AppVersion>[\d.]{0,20}</AppVersion>|<(?:w:br|br|w:tab)\b[^>]*>"
)
_LINK = re.compile(
    r"\b(?:Target|href|xlink:href|src|descr|title|alt|name|location|tooltip|display|instr"
    r"|prompt|promptTitle|error|errorTitle)=\"([^\"]{1,2000})\""
)
_BOX = re.compile(
    r"<(?P<box>w:r|w:del|w:moveFrom|a:r|span|text:span|text:hidden-text|p"
    r"|div)\b(?P<given>[^<>]{0,2000})>"
    r"(?P<held>(?:(?!</?(?P=box)\b).){0,20000}+)</(?P=box)>",
    re.DOTALL,
)
"""Pieces of office markup, each without others of its sort in it."""
_HIDDEN = re.compile(
    r"<w:(?:vanish|webHidden|specVanish)\b(?![^<>]*\"(?:0|false|off)\")"
    r"|<w:color\b[^<>]*\"(?i:f{6})\"|<w:sz\b[^<>]*\"[1-4]\""
    r"|^[^<>]{0,2000}(?:display\s?:\s?none|visibility\s?:\s?hidden|text:display=\"none\""
    r"|text:is-hidden=\"true\")[^<>]{0,2000}>"
)
_LEVEL = re.compile(
    r"<w:lvl\b[^<>]*w:ilvl=\"(?P<level>\d)\"(?:(?!</?w:lvl\b).){0,400}?<w:start w:val=\""
    r"(?P<start>\d{1,10})\"(?:(?!</?w:lvl\b).){0,1000}?<w:lvlText w:val=\""
    r"(?P<text>[^\"]{1,400})\"",
    re.DOTALL,
)
_COUNT = re.compile(r"%([1-9])")
_GONE = ("w:del", "w:moveFrom", "text:hidden-text")
NAMES = re.compile(
    r"https?://(?:schemas\.(?:openxmlformats|microsoft)\.(?:org|com)|purl\.org/dc"
    r"|www\.w3\.org|docs\.oasis-open\.org|openoffice\.org|www\.daisy\.org"
    r"|www\.idpf\.org)[^\s\"'<>]{0,200}"
)
"""Names of vocabularies, which nobody opens."""


def members(suffix: str, raw: bytes, depth: int) -> Iterator[tuple[str, bytes]]:
    """Names and contents of what is packed.

    Raises:
        TooMuch: more than any honest file has, or a kind of archive that cannot be read.
    """
    if depth > _MAX_DEPTH:
        raise TooMuch("archive in archive")
    if suffix in (".7z", ".rar"):
        raise TooMuch(f"{suffix} archive")
    if suffix == ".svgz":
        yield "drawing.svg", _unpacked(raw, ".gz")
    elif suffix in (".gz", ".bz2", ".xz", ".tgz", ".tar"):
        data = raw if suffix == ".tar" else _unpacked(raw, ".gz" if suffix == ".tgz" else suffix)
        if tarfile.is_tarfile(io.BytesIO(data)):
            yield from _tar(data)
        else:
            yield "packed", data
    else:
        yield from _zip(raw)


def _unpacked(raw: bytes, suffix: str) -> bytes:
    if suffix == ".gz":
        data = zlib.decompressobj(wbits=31).decompress(raw, _MAX_UNPACKED)
    elif suffix == ".bz2":
        data = bz2.BZ2Decompressor().decompress(raw, _MAX_UNPACKED)
    else:
        data = lzma.LZMADecompressor(memlimit=100_000_000).decompress(raw, _MAX_UNPACKED)
    if len(data) >= _MAX_UNPACKED:
        raise TooMuch(f"> {_MAX_UNPACKED:,} bytes")
    return data


def gzip_names(raw: bytes) -> list[str]:
    """The name and the comment in front of packed bytes, as far as there are any."""
    if raw[:3] != b"\x1f\x8b\x08":
        return []
    flags, at = raw[3], 10
    if flags & 4:
        at += 2 + int.from_bytes(raw[10:12], "little")
    wanted = bool(flags & 8) + bool(flags & 16)
    return [best_guess(held) for held in raw[at : at + 2_000].split(b"\0", wanted)[:wanted]]


def _tar(raw: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(raw)) as archive:
        for number, item in enumerate(archive):
            if number >= _MAX_MEMBERS:
                raise TooMuch(f"> {_MAX_MEMBERS} members")
            said = (*item.pax_headers.values(), item.linkname, item.uname, item.gname)
            yield "comment.txt", "\n".join(filter(None, said)).encode()
            if item.isfile() and (file := archive.extractfile(item)):
                yield item.name, file.read(_MAX_UNPACKED)


def _zip(raw: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        if archive.comment:
            yield "comment.txt", archive.comment
        if _is_unlisted(raw, archive.infolist()):
            raise TooMuch("a member that is not listed")
        items = [item for item in archive.infolist() if not item.is_dir()]
        if len(items) > _MAX_MEMBERS:
            raise TooMuch(f"{len(items):,} members")
        if (size := sum(item.file_size for item in items)) > _MAX_UNPACKED:
            raise TooMuch(f"{size:,} bytes unpacked")
        for item in items:
            with archive.open(item) as member:
                yield item.filename, member.read(item.file_size + 1)


def _is_unlisted(raw: bytes, listed: Iterable[zipfile.ZipInfo]) -> bool:
    """Whether a member lies beside those that the archive's own list names."""
    ends = {item.header_offset: item.header_offset + item.compress_size for item in listed}
    at = raw.find(_MEMBER)
    while at >= 0:
        if at not in ends:
            return True
        at = raw.find(_MEMBER, max(ends[at], at + 4))
    return False


def best_guess(raw: bytes) -> str:
    """Text in UTF-8, UTF-16 or, failing these, GB 18030."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace")
    if len(raw) > 8 and raw[1::2].count(0) > len(raw) // 3:
        return raw.decode("utf-16-le", "replace")
    if len(raw) > 8 and raw[::2].count(0) > len(raw) // 3:
        return raw.decode("utf-16-be", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


def script(text: str) -> str:
    """A program as a page holds it, so that what it comes to is read too."""
    return f"<script>{text}</script>"


def readable(suffix: str, raw: bytes) -> str:
    """What a reader sees of a member, and its links; office markup without its names.

    Where words are hidden, the text stands there twice, with and without them.
    """
    text = best_guess(raw)
    if suffix == ".rtf":
        return rtf.plain(text)
    if suffix == ".js":
        return script(text)
    if suffix not in (".xml", ".rels", ".xhtml", ".opf", ".ncx"):
        return text
    text = drawings.resolved(text)
    links = "\n".join(unescape(link) for link in _LINK.findall(text))
    shown = _BOX.sub(lambda box: "" if _is_hidden(box) else box[0], text)
    seen = "\n".join(_words(part) for part in dict.fromkeys((text, shown)))
    made = "\n".join((*sheets.formulas(text), *_numbered(text)))
    return NAMES.sub(" ", f"{seen}\n{links}\n{made}")


def _numbered(markup: str) -> Iterator[str]:
    """The heads of numbered paragraphs, each with the number that it begins at."""
    starts: dict[str, str] = {}
    for level in _LEVEL.finditer(markup):
        starts[str(int(level["level"]) + 1)] = level["start"]
        yield _COUNT.sub(lambda count: starts.get(count[1], "1"), unescape(level["text"]))


def _is_hidden(box: re.Match[str]) -> bool:
    """Hidden, white, tiny or deleted."""
    return box["box"] in _GONE or _HIDDEN.search(f"{box['given']}>{box['held']}") is not None


def _words(markup: str) -> str:
    return unescape(re.sub(r"<[^<>]{0,4000}>", "", _PARAGRAPH.sub("\n", markup)))
