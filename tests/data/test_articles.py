"""Front matter, and where code and headings stand in Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.data.table import TODAY, Case, base_root, cases
from tests.rows import rows

from helpcenter.data.articles import (
    check_articles,
    load_articles,
    name_parts,
    read_article,
    split_front_matter,
)
from helpcenter.data.lines import LineIndex
from helpcenter.data.load import load
from helpcenter.data.markdown_source import code_ranges, headings
from helpcenter.model import Position

MARKDOWN = st.text(alphabet="`~#\\ \n\r{}>ab", max_size=60)


@pytest.mark.parametrize("case", cases("front_matter"), ids=lambda case: case.name)
def test_front_matter(case: Case) -> None:
    path = case.extra.get("path", "contact/ask.md")
    article, findings = read_article(path, case.text, TODAY)
    case.assert_findings(findings)
    assert {finding.path for finding in findings} <= {f"docs/{path}"}
    assert article is not None or findings


@rows("case", cases("markdown"), ids=lambda case: case.name)
def test_markdown(case: Case) -> None:
    code = [case.text[start:end] for start, end in code_ranges(case.text)]
    found = [[str(h.level), h.text, h.id or "", str(h.position.line)] for h in headings(case.text)]
    if "code" in case.extra:
        assert code == case.extra["code"]
    if "headings" in case.extra:
        assert found == case.extra["headings"]


def test_body_and_its_line() -> None:
    text = "---\r\ntitle: a\r\n---  \r\n\r\n正文\r\n"
    front, body, offset = split_front_matter(text)
    assert front == "title: a\r\n"
    assert text[offset:] == body == "\r\n正文\r\n"
    home = "---\ntitle: a\ndescription: b\ntemplate: home.html\n---\n# Hi {#hi}\n"
    article, findings = read_article("index.md", home, TODAY)
    assert findings == []
    assert article is not None
    assert (article.id, article.category, article.lang) == ("index", "", "zh")
    _, _, offset = split_front_matter(home)
    assert headings(home, offset)[0].position == Position(6, 1)


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("index.md", ("index", "", "zh")),
        ("index.en.md", ("index", "", "en")),
        ("contact/call-support.en.md", ("call-support", "contact", "en")),
        ("contact/index.md", ("index", "contact", "zh")),
    ],
)
def test_name_parts(path: str, parts: tuple[str, str, str]) -> None:
    assert name_parts(path) == parts


@given(MARKDOWN)
def test_code_ranges_are_ordered_and_inside_the_text(text: str) -> None:
    edges = [edge for pair in code_ranges(text) for edge in pair]
    assert edges == sorted(edges)
    assert not edges or edges[-1] <= len(text)
    assert all("`" in text[a:b] or "~" in text[a:b] for a, b in code_ranges(text))


@given(MARKDOWN)
def test_line_index_agrees_with_position(text: str) -> None:
    index = LineIndex(text)
    assert [index.at(i) for i in range(len(text))] == [
        Position.at(text, i) for i in range(len(text))
    ]


def test_articles_against_the_categories(tmp_path) -> None:
    root = base_root(tmp_path)
    (root / "docs/_data/categories.yml").write_text(
        "categories:\n  contact:\n    title: {zh: 甲, en: A}\n    description: {zh: 甲, en: A}\n"
        "    articles: [ask, call]\npopular: []\n",
        encoding="utf-8",
    )
    good = (
        "---\ntitle: 甲\ndescription: 乙\ncategory: {0}\nowner: 丙\nreview_by: 2027-01-01\n"
        "ask: [a, b, c, d, e]\nrelated: [call, {1}]\n---\n"
    )
    for path, related in (("contact/ask", "mail"), ("contact/cal", "ask"), ("fees/ask", "ask2")):
        file = root / "docs" / f"{path}.md"
        file.parent.mkdir(exist_ok=True)
        text = good.replace("{0}", path.split("/", maxsplit=1)[0]).replace("{1}", related)
        file.write_text(text, encoding="utf-8")
    records = load(root, TODAY).records
    assert records is not None
    articles, findings = load_articles(root, TODAY)
    assert findings == []
    found = check_articles(articles, records)
    assert [(item.path, item.found, item.position.line) for item in found] == [
        ("docs/contact/ask.md", "mail", 8),
        ("docs/contact/cal.md", "cal", 1),
        ("docs/fees/ask.md", "fees", 1),
    ]
    assert found[0].position == Position(8, 17)
    assert "call" in found[1].suggestion.en
    assert {item.rule for item in found} == {"HC401"}
