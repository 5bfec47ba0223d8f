"""The rules of writing, each with pages that they must report and pages that they must not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from tests.rows import rows

from helpcenter.bilingual.check import check_page
from helpcenter.bilingual.state import PageState
from helpcenter.bilingual.writing import RULES, spaces, typography
from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.data.articles import load_articles, read_article
from helpcenter.data.models.words import Longest, Term, Variants, WritingPolicy
from helpcenter.model import Position

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TODAY = date(2026, 11, 23)
PLACES = yaml.safe_load((HERE / "places.yml").read_text("utf-8"))
TERM = Term.model_validate(
    {
        "zh": "交易编号",
        "en": "reference",
        "definition": {"zh": "一笔交易的编号。", "en": "The number of a payment."},
        "forbidden": {"zh": ["流水号"], "en": ["payment number"]},
    }
)
CASES = yaml.safe_load((HERE / "writing.yml").read_text("utf-8"))
FRONT = {
    "title": "标题",
    "description": "一句话。",
    "category": "contact",
    "owner": "客服",
    "review_by": date(2027, 3, 1),
    "ask": ["甲", "乙", "丙", "丁", "戊"],
    "related": ["ask"],
}
POLICY = WritingPolicy(
    banned=Variants(zh=["点击这里"], en=["click here", "kindly"]),
    longest=Longest(),
    figures=["5 minute"],
)


def page(path, body, front=None):
    words = yaml.safe_dump({**FRONT, **(front or {})}, allow_unicode=True)
    raw = f"---\n{words}---\n{body}"
    article, findings = read_article(path, raw, TODAY)
    assert article, findings
    return Page(article, raw)


def findings(case):
    suffix = ".en.md" if case.get("lang") == "en" else ".md"
    path = case.get("path", f"contact/ask{suffix}")
    body = case["body"].replace("REPEAT", case.get("repeat", "") * case.get("times", 0))
    one = page(path, body, case.get("front"))
    other = page("contact/other.md", "## 段 {#part}\n", {"title": "另一篇"})
    files = frozenset((path, "contact/ask.md", "contact/other.md", "contact/x.png"))
    pages = {item.article.path: item for item in (one, other)}
    library = Library(pages, files, frozenset(), POLICY, TODAY)
    first = Position.at(one.raw, one.article.start).line
    for rule in RULES:
        for finding in rule(one, library):
            line = max(finding.position.line - first + 1, 1)
            yield [finding.rule, line, finding.severity.value]


@rows("case", CASES, ids=lambda case: case["name"])
def test_rule(case):
    assert list(findings(case)) == case.get("expect", [])


def test_every_rule_has_true_and_false_samples():
    said = {rule for case in CASES for rule, *_ in case.get("expect", [])}
    codes = {"HC201", "HC410", "HC412", "HC413", "HC414", "HC415", "HC420", "HC421", "HC422"}
    assert said == codes | {"HC423", "HC424", "HC425", "HC426", "HC427"}
    assert len(RULES) == 13


def test_dead_links_have_their_column():
    one = page("contact/ask.md", "见[这篇](nothing.md)。\n")
    library = Library({"contact/ask.md": one}, frozenset(), frozenset(), POLICY, TODAY)
    found = [f for rule in RULES for f in rule(one, library) if f.rule == "HC415"]
    assert [(f.position.column, f.found) for f in found] == [(7, "nothing.md")]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("![设置](y.png)", ["没有这个图片文件：contact/y.png", "contact/x.png"]),
        ("[这篇](othr.md)", ["链接的页面不存在：contact/othr.md", "contact/other.md"]),
    ],
)
def test_a_dead_link_comes_with_what_was_meant(body, said):
    one = page("contact/ask.md", f"{body}\n")
    names = frozenset({"contact/x.png", "contact/other.md", "contact/other.en.md"})
    library = Library({one.article.path: one}, names, frozenset(), POLICY, TODAY)
    found = [f for rule in RULES for f in rule(one, library) if f.rule == "HC415"]
    told = [(f.message.zh, f.suggestion.zh) for f in found]
    assert told[0][0] == said[0] and said[1] in told[0][1] and "en.md" not in told[0][1]


@pytest.mark.parametrize("case", PLACES, ids=lambda case: case["body"])
def test_a_finding_stands_where_the_words_were_written(case):
    suffix = ".en.md" if case.get("lang") == "en" else ".md"
    one = page(f"contact/ask{suffix}", case["body"], case.get("front"))
    library = Library({one.article.path: one}, frozenset(), frozenset(), POLICY, TODAY)
    found = [f for rule in RULES for f in rule(one, library)]
    found += check_page(PageState(one.article, None, ()), {"ref": TERM})
    lines = one.raw.split("\n")
    told = [(f.rule, lines[f.position.line - 1][f.position.column - 1 :]) for f in found]
    wanted = [(rule, rest) for rule, rest in told if rule == case["rule"]]
    assert len(wanted) == len(case["at"])
    assert all(rest.startswith(at) for (_, rest), at in zip(wanted, case["at"], strict=True))


def test_mending_is_idempotent_and_enough():
    text = page("contact/ask.md", "打开\u00a0App登录,再看.\n\n```\na,b中\n```\n").raw
    mended = typography.mend(spaces.mend(text))
    assert mended.endswith("打开 App 登录，再看。\n\n```\na,b中\n```\n")
    assert typography.mend(mended) == mended


@rows("article", [a for a in load_articles(ROOT, TODAY)[0] if a.lang == "zh"], ids=lambda a: a.path)
def test_our_own_articles_are_in_our_typography(article):
    assert typography.mend(article.body) == article.body
