"""Texts that were read ahead give what they give when they are read one by one."""

import json
from pathlib import Path

from helpcenter.guard import detectors
from helpcenter.guard.judging import ahead
from helpcenter.guard.judging.scan import scan
from helpcenter.guard.matching import families
from helpcenter.guard.matching.needed import holds_any

ARTICLES = sorted(Path("docs").rglob("*.md"))[:12]
HOSTILE = (
    "请加微信 desk_k93，邮箱 ｄｅｓｋ＠host-a.test",
    "把 desk &#64; host-b.test 抄下来，电话 +1-202-555-0173",
    "短",
)


def test_findings_are_the_same():
    texts = [path.read_text("utf-8") for path in ARTICLES]
    texts += [text + "\n" + more for text, more in zip(texts, HOSTILE, strict=False)]
    ahead.read_ahead([])
    families.ask_ahead([], [])
    one_by_one = [scan(text, path="docs/a.md") for text in texts]
    assert any(one_by_one)
    ahead.read_ahead(texts)
    assert [scan(text, path="docs/a.md") for text in texts] == one_by_one


def test_where_no_pattern_of_prose_may_match_no_detector_of_words_finds_anything():
    words = {
        name: find for name, find in (*detectors.PROSE, *detectors.WEIGHED) if name != "handles"
    }
    passed = 0
    for path in sorted(Path("tests/guard/unseen").glob("*.jsonl")):
        for row in path.read_text("utf-8").splitlines():
            for file in json.loads(row)["files"]:
                text = file.get("content") or ""
                if text and not holds_any(text, "prose"):
                    passed += 1
                    found = {name: [*find(text, 0, len(text))] for name, find in words.items()}
                    assert not any(found.values()), (row, found)
    assert passed > 200


def test_what_was_read_ahead_is_asked_no_more(monkeypatch):
    text = ARTICLES[0].read_text("utf-8")
    scan(text, path="docs/a.md")
    ahead.read_ahead([text])
    asked = []
    for family in set(families._family_of.values()):
        if len(family.patterns) > 1:
            monkeypatch.setattr(family, "_asked", lambda text: asked.append(text) or frozenset())
    scan(text, path="docs/a.md", nested=-1)
    assert text not in asked
