"""Built folders: marks, machine places, theme files, every textual file."""

import gzip
import hashlib
from importlib import metadata
from pathlib import Path

import pytest
from tests.guard.helpers import TRUTH, brief
from tests.rows import rows

from helpcenter.guard.gates import inventory
from helpcenter.guard.gates.built import audit_text
from helpcenter.guard.gates.fresh import Seen
from helpcenter.guard.gates.output_gate import audit
from helpcenter.guard.gates.theme_files import theme_hashes
from helpcenter.guard.matching import bounds
from helpcenter.model import Position

GOOD = '<a data-contact="support-email~N" href="mailto:support@okpay.example">{}</a>'


def page(body):
    return audit_text("a/index.html", f"<html><body>{body}</body></html>", TRUTH, "N")


@pytest.mark.parametrize(
    "body",
    [
        GOOD.format("support@okpay.example"),
        GOOD.format("客服邮箱"),
        '<bdi data-contact="domains/website~N">okpay.example</bdi>',
        '<bdi data-contact="x-account~N">@okpay_demo</bdi>',
        '<a data-contact="support-phone~N" href="tel:+12025550100">+1 202-555-0100</a>',
        '<a data-contact="live-chat~N" href="https://chat.okpay.example/">chat.okpay.example</a>',
        '<a href="../b/">x</a><script>var a=e.id,n=t.name</script>',
    ],
)
def test_what_our_renderer_writes_is_silent(body):
    assert page(body) == []


@rows(
    ("body", "rules"),
    [
        (GOOD.format("support@okpay.example").replace("~N", ""), {"HC110", "HC102"}),
        (GOOD.format("support@okpay.example").replace("~N", "~M"), {"HC110", "HC102"}),
        (GOOD.format("support@okpay-help.test"), {"HC106", "HC103", "HC102"}),
        (GOOD.format("客服邮箱").replace("mailto:support@", "mailto:evil@"), {"HC106", "HC103"}),
        (GOOD.format("客服邮箱").replace("<a ", '<a title="a@evil.test" '), {"HC101"}),
        (GOOD.format("客服邮箱").replace("support-email", "nobody"), {"HC106", "HC102"}),
        (GOOD.format("x").replace("support-email", "old-email"), {"HC106", "HC102"}),
        ('<p title="a@evil.test">x</p>', {"HC101"}),
        ("<!-- a@evil.test -->", {"HC101"}),
        ('<script>x="https://evil.test/a"</script>', {"HC101"}),
        ("<p>support@okpay.example</p>", {"HC102"}),
        ('<a href="a" href="https://evil.test/">x</a>', {"HC101"}),
        ("<a title='", set()),
    ],
)
def test_pages(body, rules):
    assert {finding.rule for finding in page(body)} == rules


SHOWN = [
    line.split("\t")
    for line in Path(__file__).with_name("pages.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("address", "body"), SHOWN, ids=[body for _, body in SHOWN])
def test_what_a_browser_makes_of_a_page(address, body):
    found = {finding.canonical for finding in page(body)}
    assert address in found if address != "-" else found == set()


def test_a_page_that_is_not_looked_through_is_told():
    assert {f.rule for f in page(f"<p>{'QQ 12 ' * (bounds.WORDS + 1)}</p>")} == {"HC131"}


def test_each_textual_file_is_read_and_places_are_exact(tmp_path):
    files = {
        "sitemap.xml": "<urlset><url>\n<loc>https://evil.test/</loc></url></urlset>",
        "sub/robots.txt": "Sitemap: https://evil.test/s.xml",
        "search/search_index.json": '{"docs":[{"text":"a@evil.test support@okpay.example"}]}',
        "a.js": "let a='a@evil.test'",
        "a.css": "a{background:url(//evil.test/x)}",
        "_headers": "/*\n  Link: <https://okpay.example/>",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "sitemap.xml.gz").write_bytes(gzip.compress(files["sitemap.xml"].encode()))
    (tmp_path / "a.png").write_bytes(b"\x89PNG a@evil.test")
    (tmp_path / "b.html").write_bytes("<p>文</p>".encode("utf-16"))
    (tmp_path / "c.gz").write_bytes(b"not gzip")
    found = {finding.path: finding for finding in audit(tmp_path, TRUTH)}
    assert found.keys() == (files.keys() - {"_headers"}) | {
        "sitemap.xml.gz",
        "b.html",
        "c.gz",
        "a.png",
    }
    assert found["sitemap.xml"].position == found["sitemap.xml.gz"].position == Position(2, 6)
    assert found["b.html"].rule == found["c.gz"].rule == "HC120"
    assert {f.rule for f in audit(tmp_path, TRUTH) if f.path == "a.png"} == {"HC131", "HC101"}


def test_a_file_of_a_hundred_megabytes_is_one_finding_and_never_read(tmp_path, monkeypatch):
    for name in ("a.html", "b.txt", "c.json"):
        with (tmp_path / name).open("wb") as file:
            file.write(b"a@evil.test ")
            file.truncate(100_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was read"))
    found, rows = inventory.audited(tmp_path, TRUTH)
    assert [(f.rule, f.path, f.found) for f in found] == [
        ("HC131", name, "100,000,000 bytes") for name in ("a.html", "b.txt", "c.json")
    ]
    assert rows == []


def test_theme_files_are_cleared_by_hash_only(tmp_path):
    files = metadata.files("mkdocs-material") or []
    file = next(f for f in files if f.match("templates/assets/javascripts/bundle.*.min.js"))
    raw = file.read_binary()
    (tmp_path / "bundle.js").write_bytes(raw)
    assert hashlib.sha256(raw).hexdigest() in theme_hashes()
    assert audit(tmp_path, TRUTH) == []
    (tmp_path / "bundle.js").write_bytes(raw + b"\n")
    assert "HC101" in {finding.rule for finding in audit(tmp_path, TRUTH)}
    changed = hashlib.sha256(raw + b"\n").hexdigest()
    assert audit(tmp_path, TRUTH, cleared={changed}) == []


def test_a_fake_may_stand_struck_through():
    truth = TRUTH.__class__(impostors=frozenset({"a@evil.test"}))
    struck = '<s class="hc-impostor">a@evil.test</s>'
    assert audit_text("a.html", struck, truth) == []
    assert brief(audit_text("a.html", "<b>a@evil.test</b>", truth)) == [("HC104", "a@evil.test")]


HALVES = ("call 400-", "000-8264")


@rows(
    "page",
    [
        "<p>one\n\n{0}\n\n{1}\n\ntwo</p>",
        "<p>one\n    {0}\n  {1}\ntwo</p>",
    ],
)
def test_known_pieces_in_a_new_order_are_looked_at_whatever_blanks_are_between(tmp_path, page):
    first, second = HALVES
    pages = [page.format(first, "green"), page.format("blue", second), page.format(first, second)]
    for number, text in enumerate(pages):
        (tmp_path / f"{number}.html").write_text(text)
    found = [(f.path, "".join(f.found.split())) for f in audit(tmp_path, TRUTH)]
    assert found == [("2.html", "400-000-8264")]


def test_what_pages_share_is_looked_at_once():
    seen = Seen()
    shared = "".join(f"<p>shared {n}</p>\n" for n in range(40))
    whole = f"<p>own 1</p>\n{shared}"
    assert [*seen.fresh(whole, ".html")] == [(0, len(whole))]
    moved = shared.replace("<p>", "    <p>") + "\n\n<p>own 2</p>\n"
    begin, end = (moved[slice(*run)].split("\n") for run in seen.fresh(moved, ".html"))
    assert [line.strip() for line in begin if line.strip()] == [
        "<p>shared 0</p>",
        "<p>shared 1</p>",
    ]
    assert [line.strip() for line in end if line.strip()] == ["<p>shared 39</p>", "<p>own 2</p>"]
