"""Fonts: what they say of themselves, and what they draw in place of what is written."""

import zlib
from pathlib import Path
from struct import error, pack, pack_into

import mkdocs
import pytest
from PIL import ImageFont
from tests.guard.helpers import TRUTH

from helpcenter.guard.files import fonts, letterforms, lettering, shapes
from helpcenter.guard.gates.holdings import check_contents
from helpcenter.guard.matching.effort import Effort, TooMuch

BIN = Path(__file__).parent / "unseen" / "bin"
THEMES = Path(mkdocs.__file__).parent / "themes"
HONEST = sorted([*THEMES.rglob("*.woff2"), *THEMES.rglob("*.ttf"), *BIN.glob("fn-*.woff*")])
DIGITS, LETTERS = shapes.GROUPS


def drawn(signs):
    font = ImageFont.load_default(shapes.SIZE)
    return {s: shapes.shape_of(shapes.points_of(shapes.drawn(font, s))) for s in signs}


@pytest.mark.parametrize("file", HONEST, ids=lambda file: file.name)
def test_an_ordinary_font_is_silent(file):
    assert list(check_contents(f"docs/{file.name}", file.read_bytes(), TRUTH)) == []


@pytest.mark.parametrize("signs", shapes.GROUPS)
def test_signs_look_like_themselves(signs):
    assert shapes.seen(drawn(signs)) == dict(zip(signs, signs, strict=True))


@pytest.mark.parametrize("pair", ["38", "17", "69", "05"])
def test_two_digits_exchanged_are_seen(pair):
    known = drawn(DIGITS)
    one, other = pair
    known[one], known[other] = known[other], known[one]
    assert {a: b for a, b in shapes.seen(known).items() if a != b} == {one: other, other: one}


def test_two_digits_drawn_alike_are_seen():
    known = drawn(DIGITS)
    known["8"] = known["6"]
    assert shapes.seen(known)["8"] == "6"


def test_what_draws_no_digits_is_left_alone():
    known = dict.fromkeys(DIGITS, drawn("0")["0"])
    assert shapes.seen(known) == {}


@pytest.mark.parametrize(
    ("name", "line"),
    [("fa-028.woff2", "okpay-liga.test"), ("fa-031.ttf", "400-000-6031"), ("fa-029.woff2", None)],
)
def test_a_line_in_one_glyph_is_read(name, line):
    raw = (BIN / name).read_bytes()
    assert [*letterforms.lines(raw, Effort())] == ([line] if line else [])


def test_a_number_that_is_drawn_otherwise_is_read():
    raw = (BIN / "fa-029.woff2").read_bytes()
    assert [*letterforms.shown(raw, ["400-000-8888", "400-000-6666"])] == ["400-000-3388"]


@pytest.mark.parametrize("name", ["fa-027.woff2", "fa-030.woff", "fa-031.ttf", "fn-017.otf"])
def test_a_font_cut_short_or_damaged_is_refused_or_read(name):
    raw = (BIN / name).read_bytes()
    for end in range(0, len(raw), max(len(raw) // 40, 1)):
        for broken in (raw[:end], raw[:end] + bytes(64) + raw[end + 64 :]):
            try:
                [*letterforms.lines(broken, Effort()), *lettering.credits(broken)]
            except (TooMuch, ValueError, IndexError, error):
                continue


def test_packed_tables_may_not_grow_without_end():
    bomb = zlib.compress(bytes(200_000_000))
    raw = bytearray(64) + bomb
    pack_into(">4sIIH", raw, 0, b"wOFF", 0x10000, len(raw), 1)
    raw[44:64] = pack(">4sIIII", b"name", 64, len(bomb), 200_000_000, 0)
    with pytest.raises(TooMuch):
        fonts.tables(bytes(raw))
