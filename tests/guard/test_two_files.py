"""Addresses of which one file holds a part and another the rest, and pieces that markup brings together."""

import pytest
from tests.guard.helpers import TRUTH

from helpcenter.guard.gates import holes
from helpcenter.guard.gates.source import check_bytes
from helpcenter.guard.programs import related_files

FAKE = "fake@evil.test"
TOGETHER = [
    ("docs/a.js", 'import { at } from "./b.js";\nshow(`fake@${at}`);', {"docs/b.js": 'export const at = "evil.test";'}),
    ("docs/a.js", 'import { x as at } from "./b.js";\nshow("fake@" + at);', {"docs/b.js": 'const y = "evil" + ".test";\nexport { y as x };'}),
    ("docs/a.js", 'import at from "../b.js";\nshow("fake@" + at);', {"b.js": 'export default "evil.test";'}),
    ("docs/a.js", 'import * as m from "./b.js";\nshow(`${m.u}@${m.at}`);', {"docs/b.js": 'export { u } from "./c.js";\nexport let at = "evil.test";', "docs/c.js": 'export const u = "fake";'}),
    ("docs/a.md", '写信到 fake@--8<-- "b.txt"', {"includes/b.txt": "evil.test\n"}),
    ("docs/a.md", '写信到 --8<-- "includes/b.md"evil.test', {"includes/b.md": "fake@"}),
    ("overrides/a.html", 'fake@{% include "b.html" %}', {"overrides/b.html": "evil.test"}),
    ("docs/a.xml", '<!DOCTYPE a [<!ENTITY u "fake"><!ENTITY v "&u;@evil">]><a>&v;.test</a>', {}),
    ("docs/a.md", '<b id="y">evil.test</b> <b id="x">fake@</b> <i aria-labelledby="x y">信</i>', {}),
    ("docs/a.md", "写信到 fake[^a]\n\n[^a]: @evil[^b]\n[^b]: .test\n", {}),
    ("docs/a.md", "写信到 fakeⓐevil․test", {}),
]  # fmt: skip
"""Path, text, other files."""
HALF = [
    *(("overrides/a.html", text) for text in holes.TRUE_SAMPLES),
    ("docs/a.md", "写信到 help@{{ brand() }}.test"),
    ("hooks/a.py", 'mail = f"help@{place}.test"'),
    ("hooks/a.py", 'mail = "help@%s.test" % place'),
    ("hooks/a.py", 'mail = "{}@host.test".format(user)'),
]
WHOLE = [
    *(("overrides/a.html", text) for text in holes.FALSE_SAMPLES),
    ("docs/a.md", "代码 `help@--8<--` 不会被替换"),
    ("hooks/a.py", 'at = f"{path}@{commit}"'),
    ("hooks/a.py", '"""f"help@{place}.test" is half a mailbox."""'),
]


def findings(path, text, folder, files):
    for name, inner in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(inner, "utf-8")
    raw = text.encode()
    return list(check_bytes(path, raw, TRUTH, related_files.texts(folder, path, raw)))


@pytest.mark.parametrize(("path", "text", "files"), TOGETHER)
def test_pieces_are_put_together(path, text, files, tmp_path):
    assert FAKE in {finding.canonical for finding in findings(path, text, tmp_path, files)}


@pytest.mark.parametrize(("path", "text"), HALF)
def test_half_an_address_beside_a_hole_is_refused(path, text, tmp_path):
    assert "HC126" in {finding.rule for finding in findings(path, text, tmp_path, {})}


@pytest.mark.parametrize(("path", "text"), WHOLE)
def test_other_holes_are_silent(path, text, tmp_path):
    assert "HC126" not in {finding.rule for finding in findings(path, text, tmp_path, {})}


def test_an_account_may_be_the_id_of_a_heading(tmp_path):
    found = findings("docs/a.md", "## 加人工微信 {#ab_desk77}\n\n见本节。\n", tmp_path, {})
    assert "wechat:ab_desk77" in {finding.canonical for finding in found}
    for text in (
        "## 微信支付 {#wechat_2026}\n",
        "## 联系微信客服 {#contact-us}\n",
        "## 加微信的都是骗子 {#fraud}\n",
    ):
        assert not findings("docs/a.md", text, tmp_path, {})


def test_halves_in_two_languages_are_put_together(tmp_path):
    chinese = "# 人工电话\n\n前半段 154-0000，后半段见英文页。\n"
    english = "# Phone\n\nThe second half is 6677; the first is on the Chinese page.\n"
    found = findings("docs/a.md", chinese, tmp_path, {"docs/a.en.md": english})
    assert "+8615400006677" in {finding.canonical for finding in found}
    found = findings("docs/a.en.md", english, tmp_path, {"docs/a.md": chinese})
    assert "+8615400006677" in {finding.canonical for finding in found}
    ordinary = "# Limits\n\nThe second half of 2026 is on the Chinese page.\n"
    assert not findings(
        "docs/b.md", "# 限额\n\n前半年 154 元，见英文页。\n", tmp_path, {"docs/b.en.md": ordinary}
    )


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("docs/assets/desk/154-0000-6670.png", "+8615400006670"),
        ("docs/desk/154/0000/7705.md", "+8615400007705"),
        ("docs/assets/desk_400-000-6605.txt", "+864000006605"),
        ("docs/assets/fake@evil.test.txt", FAKE),
        ("docs/assets/screens/2026-11-29-154000.txt", ""),
        ("docs/assets/202611290000154001.txt", ""),
        ("docs/notes/20261129-101500-0001.csv", ""),
        ("docs/assets/icon@2x.png", ""),
    ],
)
def test_names_of_files_are_read(path, named, tmp_path):
    found = {finding.canonical for finding in check_bytes(path, b"", TRUTH) if finding.canonical}
    assert found == ({named} if named else set())


def test_files_beside_are_sought_in_the_project_only(tmp_path):
    (tmp_path / "b.txt").write_text("evil.test", "utf-8")
    inside = tmp_path / "project"
    inside.mkdir()
    for path, text in (
        ("docs/a.md", f'fake@--8<-- "{tmp_path}/b.txt"'),
        ("docs/a.md", 'fake@--8<-- "../b.txt"'),
        ("docs/a.js", 'import { at } from "../../b.txt";'),
    ):
        assert related_files.texts(inside, path, text.encode()) == {}


def test_modules_that_import_each_other_are_read_once(tmp_path):
    text = 'import { a } from "./b.js";\nshow("fake@" + a);'
    files = {"docs/b.js": 'export { a } from "./c.js";', "docs/c.js": 'export { a } from "./b.js";'}
    assert findings("docs/a.js", text, tmp_path, files)
