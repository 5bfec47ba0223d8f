"""Work stays in proportion to a text, whatever it is made of, and what goes beyond is told."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.guard.helpers import TRUTH

from helpcenter.guard import detectors
from helpcenter.guard.detectors import ALL
from helpcenter.guard.gates.source import check_bytes
from helpcenter.guard.instructions.followed import carried_out
from helpcenter.guard.judging.kinds import opened
from helpcenter.guard.judging.scan import scan
from helpcenter.guard.matching import bounds

REPEATS = {
    "docs/keys.md": "++a",
    "docs/ruby.md": "<ruby>",
    "docs/marks.md": "<i>a</i>@",
    "docs/told.md": "把#换成@。",
    "docs/told-in-english.md": "use @ instead of # ",
    "docs/dropped.md": "去掉空格。",
    "docs/backwards.md": "倒着读 ab12345. ",
    "docs/last-digit.md": "最后一位是5，4000001234 ",
    "docs/spaces.md": "█" + " " * 40 + "\n",
    "overrides/expressions.html": "{{ a ~ b }}",
    "overrides/sum.js": '"a"+',
    "overrides/brackets.js": "(" * 9 + ")" * 9 + ";",
}
SIZE = 6_000


def calls(work):
    """How many functions, ours and the language's, are called in the course of some work."""
    count = 0

    def step(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(step)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("path", REPEATS)
def test_twice_the_text_is_twice_the_work(path):
    piece = REPEATS[path]

    def work(size):
        text = piece * (size // len(piece))
        _, code = opened(path, text)
        return lambda: scan(text, code, path)

    work(SIZE // 4)()  # tables that are made at the first use
    assert calls(work(2 * SIZE)) < 2.4 * calls(work(SIZE)) + 500


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("overrides/a.html", "".join(f"{{{{ a{n} ~ b }}}}" for n in range(bounds.EXPRESSIONS + 1))),
        (
            "docs/a.md",
            "".join(f"把“{chr(0x4E00 + n)}”换成{n % 10}。" for n in range(bounds.INSTRUCTIONS + 1)),
        ),
        ("overrides/a.js", "x = [" + "'a'+b," * 400 + "]"),
        ("docs/a.md", "QQ 12 " * (bounds.WORDS + 1)),
        ("docs/a.md", "拨打 1+0、1+1、5−5、4÷2、2+3、9−4、7−7。\n" * (bounds.INSTRUCTIONS + 1)),
        ("docs/a.md", "a@b.test\n" * (bounds.PLACES + 1)),
    ],
    ids=["expressions", "instructions", "program", "words", "sums", "mailboxes"],
)
def test_what_is_not_looked_into_is_one_finding(path, text, monkeypatch):
    monkeypatch.setattr(bounds, "STEPS", 500)
    assert [f.rule for f in check_bytes(path, text.encode(), TRUTH) if f.rule == "HC131"] == [
        "HC131"
    ]


def test_no_more_places_are_looked_at_than_a_person_would_write(monkeypatch):
    monkeypatch.setattr(bounds, "PLACES", 50)
    few, many = ("请联系客服：desk_77 办理。\n" * times for times in (40, 60))
    met = [[f.rule for f in check_bytes("docs/a.md", t.encode(), TRUTH)] for t in (few, many)]
    assert [rules.count("HC131") for rules in met] == [0, 1]


@pytest.mark.parametrize("odd", ["\u017f", "\u212a", "\u0130", "\u0131"])
@pytest.mark.parametrize(
    "text",
    [
        "call five six times 400 000",
        "She takes cases on Signal under desk_77 all night, and on Skype as well.",
        "take the first six digits, add six, and ring the desk king on Kik: desk_77",
    ],
)
def test_letters_that_equal_an_ascii_one_only_without_case_are_read_as_it(text, odd):
    plain = {"\u017f": "s", "\u212a": "k", "\u0130": "i", "\u0131": "i"}[odd]
    with bounds.watched() as met:
        found = scan(text.replace(plain, odd))
    assert not met
    assert {seen.hit.kind for seen in scan(text)} <= {seen.hit.kind for seen in found}


def test_a_reader_that_fails_is_told_and_the_rest_is_read(monkeypatch):
    def failing(text, start, end):
        raise ValueError(text)

    monkeypatch.setattr(detectors, "ALL", (*detectors.ALL, ("broken", failing)))
    found = check_bytes("docs/a.md", b"Write to desk@fake.test today.", TRUTH)
    assert {f.rule for f in found} >= {"HC101", "HC131"}


def test_where_surroundings_overlap_a_name_is_read_backwards_once():
    piece = REPEATS["docs/backwards.md"]
    found = list(carried_out(piece * 60))
    assert len(found) == len(set(found)) == 60


SIGNS = st.text(
    st.one_of(
        st.sampled_from("aA0@./:-+ \n\t<>\"'`()[]{}|#%&\\=~*_点艾特微信群加QVX电话四零換成"),
        st.characters(codec="utf-8"),
    ),
    max_size=120,
)
PIECES = [
    *("a@b.test", "400-000-0199", "https://", "微信：", "&#64;", "%40", "\\u0040", "<b>", "</b>"),
    *(
        "{{ '",
        "' ~ '",
        "}}",
        "YUBiLnRlc3Q=",
        "倒着读",
        "把#换成@",
        "<script>",
        '"+"',
        "＠",
        " dot ",
    ),
]
TEXTS = st.lists(st.one_of(SIGNS, st.sampled_from(PIECES)), max_size=6).map("".join)


@pytest.mark.parametrize(("name", "find"), ALL, ids=[name for name, _ in ALL])
@settings(max_examples=60, deadline=None)
@given(TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_a_detector_points_into_the_text(name, find, text, before, behind):
    start = min(before, len(text))
    end = max(len(text) - behind, start)
    for hit in find(text, start, end):
        assert 0 <= hit.start < hit.end <= len(text)
        assert hit.end > start
        assert hit.canonical
        assert hit.core_end <= hit.end


@settings(max_examples=150, deadline=None)
@given(
    TEXTS,
    st.sampled_from(["docs/a.md", "overrides/a.html", "overrides/a.js", "hooks/a.py", "a.css"]),
)
def test_any_text_is_scanned_and_every_place_lies_in_it(text, path):
    _, code = opened(path, text)
    for seen in scan(text, code, path):
        assert 0 <= seen.hit.start <= seen.hit.end <= len(text)
