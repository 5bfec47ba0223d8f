"""One index per language, Chinese cut into words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.search.index import CONFIG, INDEX, ZERO_WIDTH_SPACE, segment, split, write

CASES = yaml.safe_load((Path(__file__).parent / "segment.yml").read_text("utf-8"))
ENTRIES = [
    {"location": "", "title": "首页", "text": "联系客服"},
    {"location": "contact/#call", "title": "电话", "text": "拨打"},
    {"location": "en/", "title": "Home", "text": "Contact"},
    {"location": "en/contact/#call", "title": "Phone", "text": "Call"},
    {"location": "en/later/", "title": "以后", "text": "未翻译"},
    {"location": "en/later/#a", "title": "以后", "text": "未翻译"},
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_segment(case):
    assert set(case["words"]) <= set(segment(case["text"]).split(ZERO_WIDTH_SPACE))


@given(st.text(alphabet="客服电话 a1<b>，联系𠮷", max_size=30))
def test_segment_only_adds_separators(text):
    assert segment(text).replace(ZERO_WIDTH_SPACE, "") == text


def test_split_never_mixes_languages():
    parts = split(ENTRIES, {"en/later/"})
    assert [e["location"] for e in parts["zh"]] == ["", "contact/#call"]
    assert [e["location"] for e in parts["en"]] == ["", "contact/#call"]


def test_write(tmp_path):
    (tmp_path / "search").mkdir()
    (tmp_path / INDEX).write_text(json.dumps({"config": {}, "docs": ENTRIES}), "utf-8")
    write(tmp_path, {"en/later/"})
    chinese = json.loads((tmp_path / INDEX).read_text("utf-8"))
    english = json.loads((tmp_path / "en" / INDEX).read_text("utf-8"))
    assert chinese["config"] == english["config"] == CONFIG
    assert chinese["docs"][0]["text"] == f"联系{ZERO_WIDTH_SPACE}客服"
    assert [doc["title"] for doc in english["docs"]] == ["Home", "Phone"]
