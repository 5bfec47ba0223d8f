"""The sources of a small project: which files are read, and what each may hold."""

from __future__ import annotations

import time

import pytest
from tests.guard.helpers import TRUTH, brief, check_tree


@pytest.fixture
def write(tmp_path):
    (tmp_path / "docs").mkdir()

    def write(path, text):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8", newline="")
        return [(f.path, f.rule, f.canonical) for f in check_tree(tmp_path, TRUTH)]

    return write


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/a.md", "a@evil.test"),
        ("docs/deep/a.svg", "<svg><text>a@evil.test</text></svg>"),
        ("docs/_data/links.yml", "x: a@evil.test"),
        ("docs/llms.txt", "a@evil.test"),
        ("mkdocs.yml", "copyright: a@evil.test"),
        ("overrides/main.html", "{{ a }} a@evil.test"),
        ("overrides/assets/a.js", "x='a@evil.test'"),
        ("hooks/a.py", "X = 'a@evil.test'"),
        ("hooks/a.py", "TRUE_SAMPLES = 'a@evil.test'"),
        ("includes/a.txt", "a@evil.test"),
        ("docs/.well-known/security.txt", "Contact: mailto:a@evil.test"),
        (".github/ISSUE_TEMPLATE/config.yml", "url: mailto:a@evil.test"),
    ],
)
def test_every_source_is_read(write, path, text):
    assert write(path, text) == [(path, "HC101", "a@evil.test")]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/_data/contacts.yml", "email: support@okpay.example"),
        (".github/ISSUE_TEMPLATE/config.yml", "url: mailto:support@okpay.example"),
        ("hooks/a.py", '"""Such as a@evil.test."""\nx = self.info.name'),
        ("hooks/helpcenter/guard/detectors/urls.py", "TRUE_SAMPLES = ('a@evil.test',)"),
        ("overrides/a.html", "{{ page.name }}{% if hc.host %}{{ notice.id }}{% endif %}"),
        ("mkdocs.yml", "theme:\n  features:\n    - navigation.top\n    - search.link\n"),
        ("docs/a.md", "见[在线聊天](live-chat.md)与 setup.py"),
        ("overrides/facts/a.html", '<a data-contact="{{ it.mark }}">x</a>'),
        ("docs/a.md", "```html\n<a data-contact=x>\n```"),
    ],
)
def test_silence(write, path, text):
    assert write(path, text) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/a.md", '<a data-contact="support-email">x</a>'),
        ("docs/a.md", '[x](#){ data-contact="support-email" }'),
        ("overrides/a.html", "<a data-contact = 'support-email'>x</a>"),
    ],
)
def test_forged_marks(write, path, text):
    rules = {rule for _, rule, _ in write(path, text)}
    assert "HC110" in rules and rules <= {"HC110", "HC111", "HC112"}


def test_unreadable_assets_are_findings_and_paths_choose(write, tmp_path):
    write("docs/a.md", "a@evil.test")
    (tmp_path / "docs/b.svg").write_bytes(b"<svg>\xff</svg>")
    found = check_tree(tmp_path, TRUTH, paths={"docs/b.svg"})
    assert [(f.path, f.rule) for f in found] == [("docs/b.svg", "HC120")]


def test_positions_count_characters_behind_crlf(write, tmp_path):
    write("docs/a.md", "---\r\ntitle: 甲\r\n---\r\n\r\n乙😀 a@evil.test\r\n")
    (finding,) = check_tree(tmp_path, TRUTH)
    assert (finding.position.line, finding.position.column) == (5, 4)
    assert brief([finding]) == [("HC101", "a@evil.test")]


def test_a_hundred_articles_take_less_than_three_seconds(tmp_path):
    text = (
        "# 提现多久到账 {#a}\n\n"
        + "请在 9:00–18:00 提交，限额 1,000.00 港元，见[下一页](b.md)。\n\n" * 40
    )
    (tmp_path / "docs").mkdir()
    for number in range(100):
        (tmp_path / f"docs/a{number}.md").write_text(text, "utf-8")
    start = time.process_time()
    assert check_tree(tmp_path, TRUTH) == []
    assert time.process_time() - start < 3
