"""Files made to exhaust whoever opens them: each is left alone with one clear finding."""

import io
import time
import zipfile
from struct import pack

import pytest
from PIL import Image
from tests.guard.helpers import TRUTH

from helpcenter.guard.gates.holdings import check_contents

SECONDS = 5.0


def picture():
    out = io.BytesIO()
    Image.new("1", (8_000, 8_000)).save(out, "PNG")
    return out.getvalue()


def archive():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(4):
            packed.writestr(f"{number}.txt", b"0" * 20_000_000)
    return out.getvalue()


def nested_archives():
    raw = b"x"
    for _ in range(6):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as packed:
            packed.writestr("a.zip", raw)
        raw = out.getvalue()
    return raw


def pages(number=50_000):
    kids = " ".join(f"{n + 3} 0 R" for n in range(number))
    head = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    head += f"2 0 obj<</Type/Pages/Count {number}/Kids[{kids}]>>endobj\n"
    page = "{} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    body = "".join(page.format(n + 3) for n in range(number))
    return f"{head}{body}trailer<</Root 1 0 R>>\n%%EOF".encode()


def drawing():
    return (
        b'<svg xmlns="http://www.w3.org/2000/svg">'
        + b"<g>" * 60_000
        + b"<rect/>"
        + b"</g>" * 60_000
        + b"</svg>"
    )


def crash():
    """So few groups that no bound is met, and so many that whoever draws them breaks down."""
    return (
        b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 700 + b"<rect/>" + b"</g>" * 700
    ) + b"</svg>"


def tall():
    size = b'viewBox="0 0 1 200000" width="1" height="200000"'
    return b'<svg xmlns="http://www.w3.org/2000/svg" ' + size + b"><rect/></svg>"


def frames():
    """One frame again and again: to pack each anew takes longer than to read all."""
    out = io.BytesIO()
    Image.new("P", (6_000, 6_000)).save(out, "GIF")
    raw = out.getvalue()
    frame = raw[raw.index(b"," + pack("<4H", 0, 0, 6_000, 6_000)) : -1]
    return raw[:-1] + frame * 5 + raw[-1:]


def wide_archives():
    """Many archives, each a little below every bound."""
    inner, out = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", b"0" * 50_000_000)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(20):
            packed.writestr(f"{number}.zip", inner.getvalue())
    return out.getvalue()


BOMBS = {
    "a.png": picture,
    "a.zip": archive,
    "b.zip": nested_archives,
    "a.pdf": pages,
    "a.svg": drawing,
    "b.svg": crash,
    "c.svg": tall,
    "a.gif": frames,
    "c.zip": wide_archives,
}


@pytest.mark.parametrize("name", BOMBS)
def test_bomb(name):
    raw = BOMBS[name]()
    start = time.process_time()
    assert [finding.rule for finding in check_contents(name, raw, TRUTH)] == ["HC131"]
    assert time.process_time() - start < SECONDS


def test_a_huge_file_is_not_decoded():
    raw = bytes(100_000_000)
    assert [finding.rule for finding in check_contents("a.png", raw, TRUTH)] == ["HC131"]
