"""What is drawn and not written: digits by their shapes, codes of dots, strokes on a canvas."""

import io

import pytest
import zxingcpp
from PIL import Image, ImageDraw, ImageFont
from tests.guard.helpers import TRUTH, brief, judged
from tests.rows import rows

from helpcenter.guard.files import blurring, drawn_digits, paintings, pictures, split_codes
from helpcenter.guard.gates.source import check_bytes
from helpcenter.guard.programs import related_files

STROKES = dict(
    zip(
        "0123456789",
        ["abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgedc", "abc", "abcdefg", "abcdfg"],
        strict=True,
    )
)
ENDS = dict(zip("abcdefg", ["0010", "1011", "1112", "0212", "0102", "0001", "0111"], strict=True))
"""Of each stroke of a display both ends: across and down, across and down."""
NUMBER, CODE = "15400002981", "https://fake.test/q"


def strokes(number):
    """The strokes of a display: two ends of each."""
    for at, digit in enumerate(number):
        for name in STROKES[digit]:
            x, y, u, v = map(int, ENDS[name])
            yield 10 + 24 * at + 14 * x, 10 + 14 * y, 10 + 24 * at + 14 * u, 10 + 14 * v


def modules(payload):
    """The modules of a code, row by row."""
    made = zxingcpp.create_barcode(payload, zxingcpp.BarcodeFormat.QRCode).to_image(scale=1)
    image = Image.fromarray(made)
    return [[image.getpixel((x, y)) < 128 for x in range(image.width)] for y in range(image.height)]


def dotted(payload, size, radius):
    """A code with a dot for each module."""
    cells = modules(payload)
    image = Image.new("L", (len(cells) * size * 4,) * 2, 255)
    draw = ImageDraw.Draw(image)
    for y, row in enumerate(cells):
        for x, dark in enumerate(row):
            if dark:
                middle = (x * size * 4 + size * 2, y * size * 4 + size * 2)
                draw.circle(middle, radius * size * 4, fill=0)
    return image.resize((len(cells) * size,) * 2, Image.Resampling.LANCZOS)


@rows("size", [18, 24, 40])
def test_digits_of_a_font_are_told_by_their_shapes(size):
    image = Image.new("RGB", (900, 80), "#123")
    font = ImageFont.load_default(size)
    ImageDraw.Draw(image).text((10, 10), "154-0000-2981", "#ffd", font=font)
    assert [*drawn_digits.numbers(image)] == ["154-0000-2981"]


def test_strokes_are_digits():
    image = Image.new("L", (300, 60), 255)
    for line in strokes(NUMBER):
        ImageDraw.Draw(image).line(line, fill=0, width=3)
    assert [*drawn_digits.numbers(image)] == [NUMBER]


def test_what_is_no_number_tells_none():
    bars = Image.new("L", (400, 100), 255)
    for at in range(18):
        ImageDraw.Draw(bars).rectangle((10 + at * 20, 90 - at * 37 % 70, 22 + at * 20, 90), fill=0)
    words = Image.new("L", (900, 60), 255)
    ImageDraw.Draw(words).text(
        (10, 10), "Good fees, old rules: ask us", 0, ImageFont.load_default(30)
    )
    assert [*drawn_digits.numbers(bars), *drawn_digits.numbers(words)] == []


@rows("size, radius", [(4, 0.3), (9, 0.25), (14, 0.4), (24, 0.2)])
def test_codes_of_dots_are_read_from_afar(size, radius):
    views = blurring.views(dotted(CODE, size, radius))
    assert CODE in [code for view in views for code in pictures.read(view)]


CONTEXT = "const c = e.getContext('2d');\n"
LINES = [[*line] for line in strokes(NUMBER)]
SIGNS = [[9 * at, int(sign)] for at, sign in enumerate(NUMBER)]


@rows(
    "program",
    [
        f"{CONTEXT}for (const [a, b, x, y] of {LINES}) {{ c.moveTo(a, b); c.lineTo(x, y); }}",
        f"{CONTEXT}for (const [x, sign] of {SIGNS}) c.fillText(String(sign), x, 9);",
    ],
)
def test_a_canvas_shows_what_a_script_draws(program):
    assert f"+86{NUMBER}" in [value for _, value in brief(judged(program, "docs/a.js"))]


def test_a_code_is_filled_on_a_canvas():
    rows_ = ["".join("01"[dark] for dark in row) for row in modules(CODE)]
    program = (
        f"const c = e.getContext('2d');\n{rows_}.forEach((row, y) => [...row].forEach((bit, x) => "
        "{ if (bit === '1') c.fillRect(x * 5, y * 5, 5, 5); }));"
    )
    assert CODE in [value for _, value in brief(judged(program, "docs/a.js"))]


@rows("cut", ["<i class=k></i>|<i></i>|<br>", "<b></b>|<s></s>|"])
def test_empty_elements_paint_a_code(cut):
    dark, light, end = cut.split("|")
    text = "".join("".join(dark if cell else light for cell in row) + end for row in modules(CODE))
    assert CODE in [found for _, _, found in paintings.drawn(f"<div>{text}</div>")]


@pytest.mark.parametrize("upright", [False, True])
def test_two_pictures_that_an_article_shows_together_make_a_code(tmp_path, upright):
    cells = modules(CODE)
    image = Image.new("L", (len(cells) * 8,) * 2, 255)
    for y, row in enumerate(cells):
        for x, dark in enumerate(row):
            image.paste(255 - 255 * dark, (x * 8, y * 8, x * 8 + 8, y * 8 + 8))
    side = image.width
    half = (side, side // 2) if upright else (side // 2, side)
    image.crop((0, 0, *half)).save(tmp_path / "a.png")
    image.crop((side - half[0], side - half[1], side, side)).save(tmp_path / "b.png")
    assert [*split_codes.shown_together(tmp_path / "a.png", tmp_path / "b.png")] == [CODE]
    text = b"![one](a.png)\n![two](b.png)"
    (tmp_path / "docs").mkdir()
    for name in "ab":
        (tmp_path / f"{name}.png").rename(tmp_path / "docs" / f"{name}.png")
    found = check_bytes("docs/a.md", text, TRUTH, related_files.texts(tmp_path, "docs/a.md", text))
    assert [finding.canonical for finding in found] == [CODE]


@rows("ending", ["PNG", "JPEG"])
def test_packed_points_are_no_words(ending):
    held = io.BytesIO()
    Image.effect_noise((400, 400), 90).save(held, ending, comment=b"mail a@b.test")
    left = pictures.without_points(held.getvalue())
    assert len(left) < 2_000
    assert (b"a@b.test" in left) == (ending == "JPEG")
