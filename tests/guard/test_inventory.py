"""The inventory of a built folder comes with its findings, and each file is read once for both."""

from tests.guard.helpers import TRUTH

from helpcenter.guard.gates.built import plain
from helpcenter.guard.gates.inventory import audited
from helpcenter.guard.gates.output_gate import audit
from helpcenter.guard.markup.html import tokenize

FILES = {
    "a.html": "<p>support@okpay.example, fake@evil.test<p><a href='https://listed.test/page'>b</a>",
    "b.html": "<p>support@okpay.example, fake@evil.test<p>https://okpay.example/x",
    "c.js": 'f("mailto:other@evil.test")',
    "d.txt": "400-000-0199",
    "e.html": b"\xff\xfea@b.test",
}
ROWS = {
    ("email", "fake@evil.test"): ("", "a.html:1:27", ("a.html", "b.html")),
    ("email", "other@evil.test"): ("", "c.js:1:11", ("c.js",)),
    ("phone", "+864000000199"): ("", "d.txt:1:1", ("d.txt",)),
    ("email", "support@okpay.example"): (
        "contacts/support-email", "a.html:1:4", ("a.html", "b.html"),
    ),
    ("host", "okpay.example"): ("domains/website", "b.html:1:44", ("b.html",)),
    ("url", "https://listed.test/page"): ("links", "a.html:1:53", ("a.html",)),
}  # fmt: skip


def written(folder):
    for name, content in FILES.items():
        raw = content if isinstance(content, bytes) else content.encode()
        (folder / name).write_bytes(raw)
    return folder


def test_the_findings_are_those_of_the_audit_and_the_rows_are_complete(tmp_path):
    findings, rows = audited(written(tmp_path), TRUTH)
    assert findings == audit(tmp_path, TRUTH) != []
    assert {row.key: (row.record, row.first, row.pages) for row in rows} == ROWS


def test_what_the_findings_needed_of_a_file_is_not_made_again(tmp_path):
    written(tmp_path)
    audit(tmp_path, TRUTH)
    counts = []
    for work in (audit, audited):
        tokenize.cache_clear()
        plain.cache_clear()
        work(tmp_path, TRUTH)
        counts.append((tokenize.cache_info().misses, plain.cache_info()))
    (alone, _), (both, scans) = counts
    assert both == alone
    assert scans.hits > 0


def test_a_file_that_cannot_be_read_ends_neither(tmp_path):
    written(tmp_path)
    (tmp_path / "f.html").symlink_to("gone.html")
    (tmp_path / "g.html").mkdir()
    assert {row.key for row in audited(tmp_path, TRUTH)[1]} == set(ROWS)
