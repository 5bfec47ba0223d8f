"""Expressions through Python-Markdown with the site's extensions, against markdown.yml."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown
from tests.facts.sample import joined, renderer, table
from tests.rows import rows

from helpcenter.facts.markdown import FactsExtension
from helpcenter.facts.page import PageFacts

EXTENSIONS = [
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.details",
    "pymdownx.superfences",
]


RENDERER = renderer()


def convert(text, lang="zh", raw="", permalink=False, chinese=()):
    """The page's HTML, its findings and the Markdown instance, as a hook makes them."""
    facts = FactsExtension()
    settings = {"toc": {"permalink": permalink}}
    md = Markdown(extensions=[*EXTENSIONS, facts], extension_configs=settings)
    facts.page = PageFacts(RENDERER, lang, "docs/x.md", raw)
    html = joined(md.convert(facts.page.begin(text, chinese)))
    return html, facts.page.finish(), md


def names(tokens):
    return [name for token in tokens for name in (token["name"], *names(token["children"]))]


@rows("case", table("markdown.yml"), ids=lambda case: case["name"])
def test_page(case):
    html, findings, md = convert(case["text"])
    for part in case.get("has", []):
        assert part in html
    for part in case.get("lacks", []):
        assert part not in html
    places = [f"{f.rule} {f.position.line}:{f.position.column}" for f in findings]
    assert places == case.get("findings", [])
    if "toc" in case:
        assert names(md.toc_tokens) == case["toc"]
    assert not any(0xF0000 <= ord(character) <= 0xFFFFF for character in html)


def test_permalink_does_not_disturb_the_name():
    _, findings, md = convert('## {{ ui("sign_in") }} {#a}', permalink=True)
    assert names(md.toc_tokens) == ["登录"]
    assert not findings


def test_positions_are_those_of_the_raw_file():
    body = "a\n\n{{ nope() }} `{{ brand() }}` [x]({{ brand() }})\n"
    _, findings, _ = convert(body, raw=f"---\r\ntitle: x\r\n---\r\n\r\n{body}")
    places = [(f.rule, f.position.line, f.position.column) for f in findings]
    assert places == [("HC202", 7, 1), ("HC204", 7, 34)]


def test_page_language_is_used():
    html, _, _ = convert('{{ hours("phone") }} {{ ui("sign_in") }}', lang="en")
    assert "Mon–Fri 9:00–18:00, Beijing time" in html
    assert "Sign in" in html
    assert "Sample data" in html
    assert "示例" not in html


def test_one_extension_serves_page_after_page():
    facts = FactsExtension()
    md = Markdown(extensions=[*EXTENSIONS, facts])
    shared = renderer()
    for lang, word in (("zh", "登录"), ("en", "Sign in"), ("zh", "登录")):
        facts.page = PageFacts(shared, lang, f"docs/{lang}.md")
        html = md.reset().convert(facts.page.begin('{{ ui("sign_in") }}'))
        assert word in html
        assert facts.page.finish() == []
    assert shared.shown == {"ui/sign_in": {"docs/zh.md", "docs/en.md"}}


def test_without_a_page_markdown_is_untouched():
    plain = Markdown(extensions=EXTENSIONS)
    extended = Markdown(extensions=[*EXTENSIONS, FactsExtension()])
    text = "# 钓鱼 {#a}\n\n{{ brand() }} `x` \U000f0000 钓鱼\n"
    assert extended.convert(text) == plain.convert(text)


@pytest.mark.parametrize("case", table("admonitions.yml"), ids=lambda case: case["text"])
def test_title_of_an_admonition_speaks_the_language_of_its_text(case):
    text = case["text"] + "\n\n    {{ nonsense() }}\n"
    everything = [(0, len(text))]
    for lang, chinese, key in (("zh", (), "zh"), ("en", (), "en"), ("en", everything, "zh")):
        html, findings, _ = convert(text, lang, chinese=chinese)
        title = re.search(r'<(?:p class="admonition-title"|summary)>(.*?)</', html)
        assert (title[1] if title else None) == case.get(key)
        assert [finding.position.line for finding in findings] == [3]  # lines stay as written
