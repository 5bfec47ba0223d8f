"""What readers see in a font: characters drawn as others, whole lines in one glyph."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from string import ascii_letters, digits

from PIL import Image, ImageFont, features

from helpcenter.guard.files import fonts, lettering, shapes, stacked
from helpcenter.guard.matching.effort import Broken, Effort, TooMuch

_HAS_RAQM = features.check("raqm")
_PLAIN = [f"-{name}" for name in ["liga", "clig", "calt", "rlig", "rclt", "ccmp", "locl", "kern"]]
"""Features that browsers use unasked, switched off."""
_ALL = ["dlig", "-kern"] if _HAS_RAQM else []
"""One that a style asks for; and characters stand apart, so that each is read alone."""
_KNOWN = sorted({*ascii_letters, *digits, *"@+/:"} - {*"IO"})
"""Characters that are read; two capitals look like others, and hosts have none."""
_READABLE = 0.25
"""Unlikeness of a character to one of the font's own at which it may still be that one."""
_LINE, _LEAST = 2.5, 5
"""Width by height of a glyph that may be a line of characters, and characters of such a line."""
_CUTS = 4
"""Places at which two characters that touch are cut apart."""
_LARGEST = 10
"""Times the usual size at which a line of small characters is drawn."""


def lines(raw: bytes, effort: Effort) -> Iterator[str]:
    """Lines of characters that the first font of a file draws as one.

    Raises:
        Broken: it is no font, or draws characters as others.
    """
    face = _face(raw)
    yield from face.lines(effort)
    if others := [f"{char} → {other}" for char, other in face.seen.items() if char != other]:
        raise Broken(f"the font draws {', '.join(others)}"[:120])


def shown(raw: bytes, texts: Iterable[str]) -> Iterator[str]:
    """What readers see in place of some texts, where a font draws them otherwise."""
    face = _face(raw)
    for text in texts:
        plain = "".join(face.seen.get(char, char) for char in text)
        if plain != text:
            yield plain
        elif face.is_changed(text) and face.text_of(text, _PLAIN) == text:  # it can be read
            changed = face.text_of(text)
            yield changed if " " not in changed else ""


@lru_cache(maxsize=1)  # drawn once for what a font shows and for our addresses in it
def _face(raw: bytes) -> _Face:
    return _Face(raw, fonts.tables(raw)[0])


class _Face:
    """The first font of a file."""

    def __init__(self, raw: bytes, tables: fonts.Tables) -> None:
        """Open it.

        Raises:
            Broken: the library that draws cannot.
        """
        self._raw, self._tables = raw, tables
        self._font = self._sized(shapes.SIZE)
        self._chars = lettering.characters(tables)
        self._has_rules = any(name in tables for name in fonts.RULES)
        drawn = {s: self._drawn(s) for s in _KNOWN if s in self._chars}
        self._known = {s: (_shaped(image), image.height) for s, image in drawn.items() if image}
        self._high = max((high for s, (_, high) in self._known.items() if s in "h0"), default=1)
        self.seen: dict[str, str] = {}
        for group in shapes.GROUPS:
            known = {char: self._known[char][0] for char in group if char in self._known}
            self.seen |= shapes.seen(known)

    def _sized(self, size: int) -> shapes.Font:
        try:
            return ImageFont.truetype(io.BytesIO(self._raw), size)
        except OSError as error:
            raise Broken(f"font: {error}"[:120]) from error

    def _drawn(self, text: str, style: Sequence[str] = ()) -> Image.Image | None:
        return shapes.drawn(self._font, text, style)

    def lines(self, effort: Effort) -> Iterator[str]:
        """Each line of characters that is one glyph, also where that stands for several.

        Raises:
            TooMuch: the font replaces characters, and the library that would show how is missing.
        """
        glyphs = {glyph: char for char, glyph in self._chars.items()}
        for number, char in enumerate(glyphs.values()):
            if number % 500 == 0:
                effort.go_on()
            if self._is_line(char) and (line := self.text_of(char)):
                yield line
        if self._has_rules and not _HAS_RAQM:
            raise TooMuch("characters of a font that become others: libraqm is missing here")
        for text in dict.fromkeys(lettering.ligatures(self._tables)):
            effort.go_on()
            if self._is_line(text) and self.is_changed(text) and (line := self.text_of(text)):
                yield line

    def _is_line(self, text: str) -> bool:
        left, top, right, bottom = shapes.box_of(self._font, text, _ALL)
        return right - left >= _LINE * (bottom - top) > 0

    def is_changed(self, text: str) -> bool:
        """Whether a text is drawn otherwise than its characters are one by one."""
        if not self._has_rules or not _HAS_RAQM or not all(char in self._chars for char in text):
            return False
        drawings = [self._drawn(text, style) for style in (_ALL, _PLAIN)]
        if drawings[0] == drawings[1]:  # to the last point, as nearly all
            return False
        whole, plain = map(_parts, drawings)
        if len(whole) != len(plain):
            return len(whole) > len(plain)
        return any(shapes.differ(a, b) for a, b in zip(whole, plain, strict=True))

    def text_of(self, text: str, style: Sequence[str] = _ALL) -> str:
        """The characters seen where a text is drawn, a blank for each that nobody knows."""
        _, top, _, bottom = shapes.box_of(self._font, text, style)
        times = min(max(shapes.SIZE / max(bottom - top, 1), 1), _LARGEST)
        parts = _parts(shapes.drawn(self._sized(int(shapes.SIZE * times)), text, style))
        if len(parts) < _LEAST or not self._known:
            return ""
        high = max(part.height for part in parts)
        return "".join(self._chars_of(part, high) for part in parts)

    def _chars_of(self, part: Image.Image, high: int) -> str:
        """The character that a part is, or the two that touch in it where there is least ink."""
        char = self._char(part, high)
        if char == " " and part.width > part.height:
            ink = part.resize((part.width, 1), Image.Resampling.BOX).tobytes()
            middle = range(part.width // 4, part.width * 3 // 4)
            for at in sorted(middle, key=ink.__getitem__)[:_CUTS]:
                sides = ((0, 0, at, part.height), (at, 0, part.width, part.height))
                both = "".join(self._char(_cut(part.crop(side)), high) for side in sides)
                if " " not in both:
                    return both
        return char

    def _char(self, part: Image.Image, high: int) -> str:
        if part.height * 3 < high:
            return "-" if part.width > part.height * 1.4 else "."
        shape, ratio = _shaped(part), part.height / high
        unlike, char = min(
            (shapes.unlike(shape, known) + abs(ratio - tall / self._high) / 4, char)
            for char, (known, tall) in self._known.items()
        )
        return self.seen.get(char, char).lower() if unlike <= _READABLE else " "


def _parts(line: Image.Image | None) -> Sequence[Image.Image]:
    """The characters of a line, as far as there is ground between them."""
    if line is None:
        return []
    ink = line.point(lambda value: 255 if value > 64 else 0)
    places = stacked.spans(stacked.used(ink, across=True), 1)
    strips = [line.crop((left, 0, right, line.height)) for left, right in places]
    return [_cut(strip) for strip in strips]


def _cut(image: Image.Image) -> Image.Image:
    return image.crop(image.getbbox() or (0, 0, 1, 1))


def _shaped(glyph: Image.Image) -> shapes.Shape:
    return shapes.shape_of(shapes.points_of(glyph))
