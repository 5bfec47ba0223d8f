"""Codes in pictures: every frame, on white and on black, enlarged, in each colour."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

import zxingcpp
from PIL import Image, ImageChops, ImageOps, ImageSequence

from helpcenter.guard.files import blurring, byte_strings
from helpcenter.guard.matching.effort import Broken, Effort, TooMuch, told
from helpcenter.guard.matching.found import Found
from helpcenter.model import Text

MAX_PIXELS = 40_000_000
MAX_FRAMES = 60
LARGEST = 3000
"""The longer side, or a little more, of a picture that anybody reads."""
_SMALL = 700
_LARGE, _FURTHER = 2600, 1300
"""The longer side of a picture, and of those that come behind many others."""
_FORMATS = zxingcpp.barcode_formats_from_str(
    "AllMatrix,Code128,Code39,Code93,Codabar,DataBarExp,DataBarExpStk"
)


def codes_of(frame: Image.Image, effort: Effort) -> Iterator[str]:
    """Payloads of the codes in one picture with an alpha channel that was counted already."""
    for view in _different(_views(frame, _FURTHER if effort.has_drawn_plenty else _LARGE)):
        yield from read(view)


def _different(views: Iterable[Image.Image]) -> Iterator[Image.Image]:
    """The views without those that repeat one: in black and white all colours are alike."""
    known = set[bytes]()
    for view in views:
        points = sha256(view.tobytes()).digest() + repr(view.size).encode()
        if points not in known:
            known.add(points)
            yield view


def read(view: Image.Image) -> Iterator[str]:
    """Payloads of the codes in one picture."""
    for code in zxingcpp.read_barcodes(view, formats=_FORMATS):
        framed = code.format == zxingcpp.BarcodeFormat.Codabar
        if text := code.text.strip().strip("ABCD" if framed else ""):
            yield text


def frames(raw: bytes, effort: Effort | None = None) -> Iterator[Image.Image]:
    """Each frame, page or size of a picture.

    Args:
        raw: the file.
        effort: counts their points, if there are bounds.

    Raises:
        TooMuch: the picture is too large or has too many frames.
        Broken: it cannot be read.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(raw))
            _check_size(picture)
            picture.draft(None, (LARGEST, LARGEST))
            together: Image.Image | None = None
            for number, frame in enumerate(_each(picture)):
                if number >= MAX_FRAMES:
                    raise TooMuch(f"> {MAX_FRAMES} frames")
                _check_size(frame)
                if effort:
                    effort.draw(*frame.size)
                shown = _shown(frame)
                yield shown
                if number and together and together.size == shown.size:
                    together = ImageChops.darker(together, shown)
                else:
                    together = shown
            if together and together is not shown:  # what the eye puts together
                yield together
    except TooMuch:
        raise
    except Exception as error:  # whatever a decoder makes of broken bytes
        raise Broken(told(error)) from error


def _shown(frame: Image.Image) -> Image.Image:
    """A frame in eight bits a colour with an alpha channel, and no larger than it is looked at."""
    if frame.mode.startswith(("I", "F")):
        frame = _in_eight_bits(frame.convert("F"))
    if frame.mode in ("L", "RGB", "RGBA"):
        frame = frame.reduce(max(max(frame.size) // LARGEST, 1))
    return frame.convert("RGBA")


def _in_eight_bits(grey: Image.Image) -> Image.Image:
    low, high = (float(str(edge)) for edge in grey.getextrema())
    scale = 255 / max(high - low, 1)
    return grey.point(lambda value: value * scale - low * scale).convert("L")


def _each(picture: Image.Image) -> Iterator[Image.Image]:
    if picture.format not in ("ICO", "ICNS"):
        yield from ImageSequence.Iterator(picture)
        return
    for size in sorted(picture.info["sizes"]):
        setattr(picture, "size", size)  # noqa: B010  # only files of icons have this setter
        yield picture


def _check_size(picture: Image.Image) -> None:
    width, height = picture.size
    if width * height > MAX_PIXELS or max(width, height) > 20_000:
        raise TooMuch(f"{width}x{height}")


def _views(frame: Image.Image, largest: int) -> Iterator[Image.Image]:
    """The same picture as a phone may see it."""
    if max(frame.size) > largest:
        frame = frame.reduce(max(frame.size) // largest)
        frame.thumbnail((largest, largest))
    grounds = ["white"]
    if frame.getchannel("A").getextrema() != (255, 255):
        grounds.append("black")
    for ground in grounds:
        flat = Image.new("RGBA", frame.size, ground)
        flat.alpha_composite(frame)
        plain = ImageOps.expand(flat.convert("RGB"), 24, ground)
        grey = plain.convert("L")
        yield grey
        light = ImageOps.autocontrast(flat.convert("L"), cutoff=1)  # before the rim's is added
        yield (clear := ImageOps.expand(light, 24, ground))
        yield from blurring.views(clear)
        yield from plain.split()
        if max(frame.size) < _SMALL:
            yield grey.resize((grey.width * 3, grey.height * 3), Image.Resampling.NEAREST)
            yield grey.resize((grey.width * 4, grey.height * 4), Image.Resampling.BICUBIC)


def without_points(raw: bytes) -> bytes:
    """A picture without its packed points, in which chance makes runs like words: PNG and JPEG."""
    if raw.startswith(_PNG):
        kept, at = [_PNG], len(_PNG)
        while at + 12 <= len(raw):
            size = int.from_bytes(raw[at : at + 4], "big")
            packed = raw[at + 4 : at + 8] in (b"IDAT", b"fdAT")
            kept.append(b"" if packed else raw[at : at + 12 + size])
            at += 12 + size
        return b"\0".join([*kept, raw[at:]])
    if raw.startswith(b"\xff\xd8"):
        return _SCAN.sub(b"\0", raw)
    return raw


_PNG = b"\x89PNG\r\n\x1a\n"
_SCAN = re.compile(rb"\xff\xda(?:[^\xff]|\xff[\x00\xd0-\xd7])*+", re.DOTALL)
"""The points of a JPEG from their head to the next mark (ITU T.81, B.1.1.5)."""


def metadata(raw: bytes) -> list[str]:
    """What a picture says about itself, packed text blocks and EXIF fields among it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(raw))
            values: list[object] = [*picture.info.values(), *getattr(picture, "text", {}).values()]
            exif = picture.getexif()
            for fields in (exif, *(exif.get_ifd(number) for number in _FIELDS)):
                values += fields.values()
    except Exception:  # broken bytes are reported where the picture is read
        return []
    return [text for value in values if (text := byte_strings.DECLARED.sub("", _said(value)))]


def _said(value: object) -> str:
    if isinstance(value, str):
        return value[:20_000]
    if not isinstance(value, bytes) or not 4 < len(value) < 100_000:
        return ""
    body = value.removeprefix(b"ASCII\0\0\0").removeprefix(b"UNICODE\0").removeprefix(b"\0" * 8)
    for coding in ("utf-16-le", "utf-16-be") if body.count(0) > len(body) // 4 else ("utf-8",):
        text = body.decode(coding, "ignore")
        if text.isprintable():
            return text
    return byte_strings.words(value)


_FIELDS = (0x8769, 0x8825, 0xA005)
"""EXIF, GPS and interoperability fields."""


def drawn(blocks: str) -> Image.Image:
    """A picture of block characters, two rows of points a line."""
    rows = blocks.split("\n")
    width = max(map(len, rows))
    image = Image.new("L", (width * 4 + 32, len(rows) * 8 + 32), 255)
    for y, row in enumerate(rows):
        for x, char in enumerate(row):
            upper, lower = _POINTS.get(char, (False, False))
            for half, dark in enumerate((upper, lower)):
                if dark:
                    box = (16 + x * 4, 16 + y * 8 + half * 4, 20 + x * 4, 20 + y * 8 + half * 4)
                    image.paste(0, box)
    return image


_POINTS = {"█": (True, True), "▀": (True, False), "▄": (False, True), "■": (True, True), "#": (True, True),
           **dict.fromkeys("▓⬛🟥🟦🟩🟪🟫⚫●▪◼◾", (True, True))}  # fmt: skip
DARK = frozenset(char for char, points in _POINTS.items() if all(points) and char != "#")
_ART = re.compile(
    r"(?:^(?:[ \t]*+>)*+\t*+"
    r"[ \u00a0\u3000█▀▄▌▐■▓⬛⬜□▢░▒▓🟥🟦🟩🟪🟫⚫⚪●○▪▫◼◻◾◽#.]{11,200}+[ \t]*+(?:<br\s?/?>"
    r"|\\)?+[ \t]*+\n?+){9,200}+",
    re.MULTILINE,
)


def art(text: str) -> Iterator[Found]:
    """Codes drawn with block characters, and where they stand."""
    if not any(map(text.__contains__, "█▀▄■▓⬛🟥🟦🟩🟪🟫⚫●▪◼◾")):
        return
    for match in _ART.finditer(text):
        image = drawn(re.sub(r"<br[^>]*>|\\\\|[ \t]+$", "", match[0], flags=re.MULTILINE))
        stretched = image.resize((image.width * 2, image.height))
        square = image.resize((image.width, image.height // 2))
        for view in (image, stretched, square, *map(ImageOps.invert, (image, square))):
            for code in read(view):
                yield match.start(), match.end(), code


def shown(codes: Sequence[str]) -> Text:
    """What was decoded, for a message; empty when there is nothing."""
    if not codes:
        return Text("", "")
    listed = ", ".join(codes)[:200]
    return Text(f"；其中的码：{listed}", f"; codes in it: {listed}")
