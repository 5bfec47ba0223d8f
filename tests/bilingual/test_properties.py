"""What must never change a state: formatting, and the order of the front matter."""

from __future__ import annotations

import random
import re
import unicodedata

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from helpcenter.bilingual.digest import digest, normalise
from helpcenter.bilingual.writing import typography
from helpcenter.data.articles import split_front_matter

HALF = str.maketrans("，。！？：；（）", ",.!?:;()")


def rewrite(site, change):
    """Apply `change` to the body of every Chinese page."""
    for path in (site.root / "docs").rglob("*.md"):
        if not path.name.endswith(".en.md"):
            text = path.read_text("utf-8")
            offset = split_front_matter(text)[2]
            path.write_text(text[:offset] + change(text[offset:]), "utf-8", newline="")


def outside_expressions(change):
    """`change` for all but expressions, links' targets, ids and admonitions' first lines."""
    keep = re.compile(r"\{\{.*?\}\}|\{#.*?\}|\]\([^)]*\)|^!!!.*$", re.MULTILINE)

    def changed(text):
        parts, last = [], 0
        for match in keep.finditer(text):
            parts += [change(text[last : match.start()]), match[0]]
            last = match.end()
        return "".join([*parts, change(text[last:])])

    return changed


def test_the_formatter_over_every_chinese_page_changes_no_state(articles):
    before = articles.behind()
    loose = outside_expressions(lambda text: text.translate(HALF).replace("App ", "App"))
    rewrite(articles, loose)
    assert articles.behind() == before
    rewrite(articles, typography.mend)
    assert articles.behind() == before


def test_other_markers_emphasis_and_line_ends_change_no_state(articles):
    before = articles.behind()
    rewrite(articles, lambda text: re.sub(r"^- ", "* ", text, flags=re.MULTILINE))
    rewrite(articles, lambda text: re.sub(r"^\d+\. ", "1. ", text, flags=re.MULTILINE))
    rewrite(articles, lambda text: text.replace("**", "__"))
    rewrite(articles, lambda text: text.replace("\n", "\r\n"))
    assert articles.behind() == before


def test_any_order_of_the_front_matter_changes_no_state(articles):
    before = articles.behind()
    shuffle = random.Random(7).sample
    for path in (articles.root / "docs").rglob("*.md"):
        front, body, _ = split_front_matter(path.read_text("utf-8"))
        values = yaml.safe_load(front)
        keys = shuffle(sorted(values), len(values))
        front = yaml.safe_dump(
            {key: values[key] for key in keys}, allow_unicode=True, sort_keys=False
        )
        path.write_text(f"---\n{front}---\n{body}", "utf-8")
    assert articles.behind() == before


@settings(max_examples=200)
@given(st.text(alphabet="中文，。“”aB1 \n*_-#.[](){}`!|>\\", max_size=60))
def test_a_hash_stands_any_text_and_full_width_punctuation(text):
    assert len(digest(text)) == 8
    assert normalise(unicodedata.normalize("NFC", text)) == normalise(text)
    assert digest(f"\n\n{text}\n") == digest(text)
