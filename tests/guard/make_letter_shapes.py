"""Write the shapes of digits and letters by which the guard knows what a font draws.

    python -m tests.guard.make_letter_shapes FONT.ttf … > .../guard/files/letter_shapes.txt

The table of the library is of DejaVu Sans, Serif Bold and Sans Mono, of Liberation Serif Italic,
Serif and Sans Italic, and of the font that Pillow brings along.
"""  # fmt: skip

from __future__ import annotations

import sys

from PIL import ImageFont

from helpcenter.guard.files.shapes import GROUPS, SIZE, packed

HEAD = "; Shapes of digits and letters in some fonts, 12 x 16 points: see make_letter_shapes"


def main(paths: list[str]) -> None:
    """Print the table."""
    signs = "".join(GROUPS)
    fonts = [*(ImageFont.truetype(path, SIZE) for path in paths), ImageFont.load_default(SIZE)]
    cases = (signs, signs.upper())  # fonts of capitals alone draw the small letters as such
    columns = zip(*(packed(font, case) for font in fonts for case in cases), strict=True)
    lines = (
        " ".join((sign, *dict.fromkeys(shapes)))
        for sign, shapes in zip(signs, columns, strict=True)
    )
    print(HEAD, *lines, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
