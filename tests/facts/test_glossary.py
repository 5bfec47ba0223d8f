"""Where a term is explained on a page, and where it is not."""

from __future__ import annotations

import re

from markdown import Markdown
from tests.facts.sample import renderer, sample_records
from tests.rows import rows

from helpcenter.facts.markdown import FactsExtension
from helpcenter.facts.page import PageFacts

RENDERER = renderer()
EXTENSIONS = ["admonition", "attr_list", "md_in_html", "pymdownx.details", "pymdownx.superfences"]
CASES = [
    ("zh", "小心钓鱼网站", ["钓鱼"]),
    ("zh", "小心钓鱼邮件，也小心钓鱼", ["钓鱼邮件", "钓鱼"]),
    ("zh", "不要说出CVV或CVV2", ["CVV"]),
    ("zh", "不要说出 CVV2 和 ACVV", []),
    ("zh", "**钓鱼**\n\n- 钓鱼", ["钓鱼"]),
    ("zh", "## 钓鱼 {#a}\n\n正文", []),
    ("zh", "# 钓鱼 {#a}\n\n钓鱼", ["钓鱼"]),
    ("zh", '!!! note "钓鱼"\n\n    说明', []),
    ("zh", "`钓鱼`\n\n```\n钓鱼\n```\n\n    钓鱼\n", []),
    ("zh", "[钓鱼](#a)", []),
    ("zh", "<div>\n钓鱼\n</div>", []),
    ("zh", '??? note "钓鱼"\n\n    说明', []),
    ("en", "Phishing is common.", ["Phishing"]),
    ("en", "No phishing mail, no phishing, no PHISHING", ["phishing mail", "phishing"]),
    ("en", "antiphishing or phishings", []),
    ("en", "the cvv", []),
    ("en", "*phishing* then phishing", ["phishing"]),
]


def convert(lang, text):
    facts = FactsExtension()
    facts.page = PageFacts(RENDERER, lang, "docs/x.md")
    return Markdown(extensions=[*EXTENSIONS, facts]).convert(text)


@rows(("lang", "text", "words"), CASES)
def test_terms(lang, text, words):
    html = convert(lang, text)
    assert re.findall(r"<abbr[^>]*>([^<]*)</abbr>", html) == words
    shown = re.sub(r"<abbr[^>]*>|</abbr>", "", html)
    assert shown == Markdown(extensions=EXTENSIONS).convert(text)


def test_definition_is_escaped_and_in_the_page_language():
    assert 'title="卡背面的“安全码”。"' in convert("zh", "CVV")
    code = sample_records().terms["cvv"].definition.en
    assert f'title="{code}"' in convert("en", "CVV")
