"""Words that stand in bytes of any kind: fonts, films, sheets, mails, what is hung on behind."""

import base64
import gzip
import io
import random
import zipfile
import zlib

import pytest
from PIL import Image
from tests.guard.helpers import held


def saved(image):
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def sheet():
    """A workbook with a format that holds half of a number, and a mailbox made of codes."""
    out = io.BytesIO()
    formula = "&amp;".join(f"CHAR({ord(sign)})" for sign in "a@evil.test")
    cells = f'<row><c r="A1" s="0"><v>199</v></c><c r="B1"><f>{formula}</f></c></row>'
    with zipfile.ZipFile(out, "w") as book:
        form = 'numFmtId="164" formatCode="&quot;400-000-&quot;0000"'
        styles = f'<numFmt {form}/><cellXfs><xf numFmtId="164"/></cellXfs>'
        book.writestr("xl/styles.xml", styles)
        book.writestr("xl/worksheets/sheet1.xml", cells)
    return out.getvalue()


def mail():
    head = b"Content-Type: text/plain; charset=gbk\nContent-Transfer-Encoding: base64\n\n"
    return head + base64.b64encode("信箱 a@evil.test".encode("gbk"))


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.mp3", lambda: b"ID3" + "写信 a@evil.test".encode("utf-16")),
        ("a.woff", lambda: b"wOFF\0" + zlib.compress(b"designed by a@evil.test")),
        ("a.png", lambda: saved(Image.new("L", (9, 9))) + gzip.compress(b"mail a@evil.test")),
        ("a.wasm", lambda: b"\0asm\1\0\0\0\x0b\x17\2\0A\0\x0b\6mail a\0A\6\x0b\x0a@evil.test"),
        ("a.unknown", lambda: bytes(9) + b"mail a@evil.test"),
        ("a.eml", mail),
        ("a.xlsx", sheet),
        ("a.pdf", lambda: b"stream\n" + b"mail a@evil.test".hex().encode() + b">endstream"),
    ],
)  # fmt: skip
def test_words_in_any_bytes_are_read(name, make):
    assert ("HC101", "a@evil.test") in held(name, make())


def test_formats_of_cells_are_applied():
    assert ("HC101", "+864000000199") in held("a.xlsx", sheet())


def test_noise_holds_no_addresses():
    assert held("a.mp4", random.Random(7).randbytes(3_000_000)) == []
