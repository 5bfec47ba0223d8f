"""What offices and telephones save: RTF, property lists, formulas, heads of pages, archives."""

import base64
import gzip
import io
import plistlib
import tarfile
import zipfile
import zlib
from urllib.parse import quote

import pytest
from PIL import Image
from tests.guard.helpers import TRUTH, named

from helpcenter.guard.files import (
    archives,
    pdf_strings,
    pictures,
    property_lists,
    rtf,
    sheets,
    structured,
)
from helpcenter.guard.gates.holdings import check_contents

PLAIN = {
    r"{\rtf1\ansi\ansicpg936 \'bf\'cd{\b 1}\u65306?a\'40b.\v0 test\par}": "客1：a@b.test\n",
    r"{\rtf1{\fonttbl{\f0 Arial;}}{\*\generator x;}a\~b}": "a b",
    r"{\rtf1\uc2 \u24494\'ce\'a2x}": "微x",
    r"a\ansicpg99999 b\'zz": "ab'zz",
    "}}{": "",
}


@pytest.mark.parametrize(("text", "plain"), PLAIN.items())
def test_rtf_is_read_as_it_is_seen(text, plain):
    assert rtf.plain(text) == plain


def test_rtf_of_many_open_groups_is_read_on():
    """Each costs the same: copied for every one, so many would take minutes."""
    assert rtf.plain("{" * 400_000 + "a@b.test") == "a@b.test"


def test_property_lists_are_read():
    raw = plistlib.dumps({"a": ["x@y.test", {"b": b"z"}], "n": 7}, fmt=plistlib.FMT_BINARY)
    assert property_lists.strings(raw).split("\n") == ["a", "x@y.test", "b", "z", "n"]


@pytest.mark.parametrize(
    ("markup", "made"),
    [
        ('<c table:formula="of:=&quot;a@&quot;&amp;&quot;b.test&quot;"/>', ["a@b.test"]),
        ('<oddHeader>&amp;C4&amp;"A,B"00-&amp;12&amp;K000000777-7777<', ["400-777-7777"]),
        ('<c formula="of:=SUM(A1:A9)"/>', []),
    ],
)  # fmt: skip
def test_formulas_and_heads_of_pages(markup, made):
    assert list(sheets.formulas(markup)) == made


def test_formulas_in_rows():
    text = 'a,b\n1,"=HYPERLINK(""https://""&""b.test"")"\n2,=SUM(A1)\n-3,"=IF(A1=""x"",1,2)"\n'
    assert [made for _, _, made in structured.formulas(text, "a.csv")] == ["https://b.test", "x"]


def test_numbers_that_a_format_or_a_formula_shows():
    assert sheets.joined('TEXT(7716,"154-0000-0000")') == "154-0000-7716"
    assert sheets.formatted("7716", '"客服 154-"0000-0000') == "客服 154-0000-7716"
    assert sheets.formatted("20261129", "0000-00-00") == "20261129"


def test_labels_of_pages():
    label = b"%PDF-1.7\n<</Type/Catalog/PageLabels<</Nums[0<</P(154-0000-)/S/D/St 6659>>]>>>>"
    assert "154-0000-6659" in pdf_strings.texts(label)
    assert pdf_strings.texts(b"%PDF-1.7\n<</Nums[0<</S/r>>4<</S/D/St 1>>]>>")[1:] == ["1"]


def test_what_an_archive_says_of_its_members():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        item = tarfile.TarInfo("a.txt")
        item.pax_headers = {"comment": "a@evil.test"}
        archive.addfile(item, io.BytesIO())
    found = {f.canonical for f in check_contents("docs/a.tar", out.getvalue(), TRUTH)}
    assert "a@evil.test" in found


def test_a_packed_diagram_is_unpacked():
    """As diagrams.net saves it: percent-encoded, packed without a head, in base64."""
    for words, said in (("客服 400-000-6660", "+864000006660"), ("确认金额 5000 元", "")):
        drawn = quote(f'<root><mxCell id="2" value="{words}"/></root>')
        packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = base64.b64encode(packer.compress(drawn.encode()) + packer.flush()).decode()
        found = named(f"<mxfile><diagram>{packed}</diagram></mxfile>", "docs/a.drawio")
        assert found == ([said] if said else [])


def test_heads_of_numbered_paragraphs():
    level = '<w:lvl w:ilvl="0"><w:start w:val="77"/><w:lvlText w:val="客服 400-000-00%1"/></w:lvl>'
    assert "400-000-0077" in archives.readable(".xml", level.encode())


def packed(name, data):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, data)
    return out.getvalue()


def in_a_tar(data):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:xz") as archive:
        item = tarfile.TarInfo("a.txt.gz")
        item.size = len(data)
        archive.addfile(item, io.BytesIO(data))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.pkpass", packed("pass.json", '{"value": "m@evil.test"}')),
        ("a.zip", packed("b.tar.xz", in_a_tar(gzip.compress(b"m@evil.test")))),
        ("a.odt", packed("Object 1/data", gzip.compress(packed("x.txt", "m@evil.test")))),
        ("a.epub", packed("a.xhtml", '<!DOCTYPE a [<!ENTITY t "@">]>m<b>&t;evil</b>.test')),
        ("a.zip", packed("b.js", "const u = 'm@evil'; show(u + '.test')")),
        ("a.pdf", b"%PDF-1.7\n1 0 obj<</S/JavaScript/JS(u = 'm@evil'; go\\(u + '.test'\\))>>"),
        ("a.webloc", plistlib.dumps(["mailto:m@evil.test", 1], fmt=plistlib.FMT_BINARY)),
    ],
)  # fmt: skip
def test_what_lies_deeper_is_named(name, raw):
    found = [f.canonical for f in check_contents(f"docs/{name}", raw, TRUTH)]
    assert "m@evil.test" in found


def test_pictures_of_sixteen_bits_keep_their_steps():
    out = io.BytesIO()
    dark = Image.new("I;16", (64, 64), 20_000)
    dark.paste(60_000, (0, 0, 32, 64))
    dark.save(out, "PNG")
    frame = next(pictures.frames(out.getvalue())).convert("L")
    assert frame.getextrema() == (0, 255)


def test_a_large_picture_is_looked_at_in_a_smaller_size():
    out = io.BytesIO()
    Image.new("RGB", (8_000, 4_900)).save(out, "PNG")
    assert max(next(pictures.frames(out.getvalue())).size) <= 2 * pictures.LARGEST
