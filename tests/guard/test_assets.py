"""The asset lock, and what pictures and documents hold."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
import zxingcpp
from click.testing import CliRunner
from PIL import Image, ImageDraw, ImageOps
from tests.guard.helpers import TRUTH, held

from helpcenter.cli import cli
from helpcenter.guard.files import ocr
from helpcenter.guard.files.pictures import art
from helpcenter.guard.gates.asset_lock import is_asset, read_lock
from helpcenter.guard.gates.assets import check_lock
from helpcenter.guard.gates.holdings import check_contents
from helpcenter.guard.gates.source import check_bytes
from helpcenter.guard.gates.source_files import source_paths
from helpcenter.model import Severity

FAKE = "https://evil.test/qr"


def code(text=FAKE, scale=6):
    barcode = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    image = Image.fromarray(zxingcpp.write_barcode_to_image(barcode, scale=scale))
    return ImageOps.expand(image.convert("L"), 20, 255)


def saved(image, form="PNG", **more):
    out = io.BytesIO()
    image.save(out, form, **more)
    return out.getvalue()


def second_frame():
    return saved(
        Image.new("L", code().size, 255), "GIF", save_all=True, append_images=[code()], duration=9
    )


def parts_of_a_code():
    """A code of which each frame shows a third."""
    whole = code()
    high = whole.height // 3 + 1
    frames = []
    for top in range(0, whole.height, high):
        frame = Image.new("L", whole.size, 255)
        frame.paste(whole.crop((0, top, whole.width, min(top + high, whole.height))), (0, top))
        frames.append(frame)
    return saved(frames[0], "GIF", save_all=True, append_images=frames[1:], disposal=2)


def drawing():
    barcode = zxingcpp.create_barcode(FAKE, zxingcpp.BarcodeFormat.QRCode)
    return zxingcpp.write_barcode_to_svg(barcode).encode()


def in_millimetres():
    """The same with blocks measured in millimetres, as programs for print save them."""
    barcode = zxingcpp.create_barcode(FAKE, zxingcpp.BarcodeFormat.QRCode)
    pixels = Image.fromarray(zxingcpp.write_barcode_to_image(barcode))
    blocks = "".join(
        f'<rect x="{x + 4}mm" y="{y + 4}mm" width="1mm" height="1mm"/>'
        for y in range(pixels.height)
        for x in range(pixels.width)
        if pixels.getpixel((x, y)) == 0
    )
    size = f'width="{pixels.width + 8}mm" height="{pixels.height + 8}mm"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{blocks}</svg>'.encode()


def office(name="word/document.xml", data=b"<w:t>write to a@</w:t><w:t>evil.test</w:t>"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.png", lambda: saved(code())),
        ("turned.png", lambda: saved(code().rotate(37, expand=True, fillcolor=255))),
        ("inverted.png", lambda: saved(ImageOps.invert(code()))),
        ("mirrored.png", lambda: saved(ImageOps.mirror(code()))),
        ("tiny.png", lambda: saved(code(scale=1))),
        ("pale.png", lambda: saved(code().point(lambda v: 200 + v // 5))),
        ("photo.jpg", lambda: saved(code(), "JPEG", quality=30)),
        ("second.gif", second_frame),
        ("dark.png", lambda: saved(code().point(lambda v: v // 11))),
        ("drawing.svg", drawing),
        ("millimetres.svg", in_millimetres),
        ("inside.zip", lambda: office("a.png", saved(code()))),
        ("behind.png", lambda: saved(Image.new("L", (9, 9))) + saved(code())),
        ("cover.mp3", lambda: b"ID3\3\0\0\0\0\0\0" + saved(code()) + bytes(99)),
        (
            "sizes.ico",
            lambda: saved(code().resize((256, 256)), "ICO", sizes=[(16, 16), (256, 256)]),
        ),
        ("parts.gif", parts_of_a_code),
    ],
)
def test_codes_are_read(name, make):
    assert ("HC101", FAKE) in held(name, make())


def test_a_code_of_ours_is_silent_and_one_without_an_address_is_not():
    assert held("a.png", saved(code("https://okpay.example/app"))) == []
    assert held("b.png", saved(code("PAY-ME-77"))) == [("HC101", "PAY-ME-77")]


LOGOS = sorted(Path(__file__).with_name("logos").glob("*.svg"))
"""As drawing programs save them."""


@pytest.mark.parametrize("saved_as", LOGOS, ids=lambda path: path.stem)
def test_a_logo_as_drawing_programs_save_it_is_silent(saved_as):
    raw, path = saved_as.read_bytes(), "overrides/assets/images/logo.svg"
    assert [*check_bytes(path, raw, TRUTH), *check_contents(path, raw, TRUTH)] == []


def test_words_in_documents_are_read():
    assert ("HC101", "a@evil.test") in held("a.docx", office(data=b"mail a@evil.test"))


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("bomb.zip", lambda: office("a.txt", bytes(70_000_000))),
        ("bomb.png", lambda: saved(Image.new("1", (9_000, 9_000)))),
        ("broken.png", lambda: b"\x89PNG nothing"),
        ("broken.pdf", lambda: b"%PDF-1.7 nothing"),
        ("deep.svg", lambda: b"<svg>" + b"<g>" * 30_000),
        ("large.pdf", lambda: bytes(31_000_000)),
        ("locked.pdf", lambda: b"%PDF-1.7\ntrailer<</Root 1 0 R/Encrypt 5 0 R>>"),
        ("ghost.zip", lambda: office()[: office().index(b"PK\1\2")] + office("b.txt")),
    ],
)
def test_what_cannot_be_read_is_one_finding(name, make):
    assert [rule for rule, _ in held(name, make())] == ["HC131"]


def test_a_code_drawn_with_blocks_is_read():
    pixels = code(scale=1).point(lambda v: 255 if v > 127 else 0)
    rows = [
        "".join("█" if pixels.getpixel((x, y)) == 0 else " " for x in range(pixels.width))
        for y in range(pixels.height)
    ]
    text = "\n".join(row.ljust(pixels.width) for row in rows[18:-18])
    assert FAKE in {payload for _, _, payload in art(f"扫码\n\n{text}\n")}


def test_the_lock_knows_new_changed_and_gone_files(tmp_path):
    (tmp_path / "docs").mkdir()
    picture = tmp_path / "docs/a.png"
    picture.write_bytes(saved(code()))

    def state(**more):
        lock = check_lock(tmp_path, list(source_paths(tmp_path)), **more)
        return [(f.rule, f.path, f.severity) for f in lock]

    assert state() == [("HC130", "docs/a.png", Severity.ERROR)]
    assert state(serving=True) == [("HC130", "docs/a.png", Severity.WARNING)]
    shown = CliRunner().invoke(cli, ["lock", "--root", str(tmp_path)]).output
    assert "+ docs/a.png" in shown and FAKE in shown
    assert state() == []
    assert read_lock(tmp_path)["docs/a.png"].codes == (FAKE,)
    picture.write_bytes(saved(code("x")))
    assert state() == [("HC130", "docs/a.png", Severity.ERROR)]
    picture.unlink()
    assert state() == [("HC130", "assets.lock", Severity.WARNING)]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("docs/a.png", True),
        ("overrides/main.html", True),
        ("docs/a.md", False),
        ("docs/_data/contacts.yml", False),
        ("hooks/guard.py", False),
    ],
)
def test_which_files_need_a_line(path, expected):
    assert is_asset(path) is expected


def test_explain_prints_the_manual_page():
    run = CliRunner()
    assert "imitates" in run.invoke(cli, ["explain", "hc103"]).output
    assert "HC130" in run.invoke(cli, ["explain", "HC130"]).output
    assert run.invoke(cli, ["explain", "HC999"]).exit_code == 2


WRITTEN = "客服热线 400-000-0199"


def test_text_in_a_picture_is_judged_and_kept(tmp_path, monkeypatch):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.png").write_bytes(saved(Image.new("L", (90, 30), 255)))
    monkeypatch.setattr(ocr, "available", lambda: True)
    monkeypatch.setattr(ocr, "words", lambda name, raw: WRITTEN)

    def state():
        lock = check_lock(tmp_path, ["docs/a.png"], TRUTH)
        return [(f.rule, f.canonical) for f in lock]

    assert state() == [("HC130", ""), ("HC101", "+864000000199")]
    shown = CliRunner().invoke(cli, ["lock", "--root", str(tmp_path)]).output
    assert WRITTEN in shown and "+864000000199" in shown
    assert read_lock(tmp_path)["docs/a.png"].text == WRITTEN
    monkeypatch.setattr(ocr, "available", lambda: False)
    assert state() == [("HC101", "+864000000199")]


def test_without_the_extra_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(ocr, "available", lambda: False)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.png").write_bytes(saved(Image.new("L", (90, 30), 255)))
    (finding,) = check_lock(tmp_path, ["docs/a.png"], TRUTH)
    assert "make ocr" in finding.message.zh and "make ocr" in finding.message.en
    assert "make ocr" in CliRunner().invoke(cli, ["lock", "--root", str(tmp_path)]).output


@pytest.mark.skipif(
    not (ocr.available() or "CI" in os.environ), reason="the extra ocr is not installed (make ocr)"
)
def test_the_reader_reads_a_drawn_number():
    picture = Image.new("RGB", (520, 80), "white")
    ImageDraw.Draw(picture).text((20, 16), "Call 400-000-0199 now", "black", font_size=36)
    assert "400-000-0199" in ocr.words("a.png", saved(picture))


@pytest.mark.parametrize("raw", [b"", b"\x89PNG nothing"])
def test_what_is_no_picture_holds_no_text(raw):
    assert ocr.words("a.png", raw) == ""
