"""What RE2 rules out, Python does not find: the matches are the same as without."""

import re
import sys
from functools import cache

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.guard.test_bounds import TEXTS
from tests.rows import rows

from helpcenter.guard import detectors
from helpcenter.guard.instructions import followed as instructions
from helpcenter.guard.matching import families
from helpcenter.guard.matching.needed import Chooser, finder
from helpcenter.guard.readings import folds
from helpcenter.patterns import family
from helpcenter.patterns.frequency import how_often
from helpcenter.patterns.relaxed import minds_the_end, relaxed

assert detectors.ALL
assert folds.FOLDS
PATTERNS = families.members()
CHOOSER = Chooser(PATTERNS)
SAMPLES = [fold.true[0] for fold in folds.FOLDS]
MARKS = st.text(st.sampled_from("[]()*_`~+<>b/ \n|ab1.@#:-\u017f中：ａ\ud800"), max_size=40)
MIXED = st.lists(st.one_of(TEXTS, MARKS, st.sampled_from(SAMPLES)), max_size=5).map("".join)


def test_every_pattern_is_understood():
    assert len(PATTERNS) > 100
    for pattern in PATTERNS:
        re2.compile(relaxed(pattern))


@settings(max_examples=80, deadline=None)
@given(MIXED, st.integers(0, 30), st.integers(0, 30))
def test_the_matches_are_the_same(text, before, behind):
    start, end = min(before, len(text)), max(len(text) - behind, 0)
    for pattern in PATTERNS:
        for span in ((), (start, end)):
            assert [m.span() for m in finder(pattern)(text, *span)] == [
                m.span() for m in pattern.finditer(text, *span)
            ], pattern.pattern


@settings(max_examples=40, deadline=None)
@given(MIXED, st.integers(0, 30), st.integers(0, 30))
def test_the_matches_are_the_same_one_by_one(text, before, behind):
    text = f"{text}{' ' * 900}{text}"  # short texts are not sought by place
    start, end = min(before, len(text)), len(text) - behind
    for pattern in PATTERNS:
        for span in ((), (start,), *([] if minds_the_end(pattern) else [(start, end)])):
            assert [m.span() for m in fresh_seeker(pattern).matches(text, *span)] == [
                m.span() for m in pattern.finditer(text, *span)
            ], pattern.pattern


@settings(max_examples=60, deadline=None)
@given(MIXED, st.integers(0, len(PATTERNS)))
def test_all_that_match_are_chosen(text, first):
    chosen = CHOOSER.among(text, first)
    assert list(chosen) == sorted(chosen)
    assert set(chosen) >= {
        at for at, pattern in enumerate(PATTERNS) if at >= first and pattern.search(text)
    }


def test_few_are_chosen_for_an_ordinary_text():
    assert len(CHOOSER.among("Open the page and check what it costs before you pay. " * 3)) < 30


def fresh_seeker(pattern):
    """One that has sought nothing yet; what RE2 makes of the pattern is made once."""
    seeker = families.Seeker(pattern)
    seeker._quick = quick(pattern)
    return seeker


@cache
def quick(pattern):
    return families.Seeker(pattern)._quick


@rows(
    ("pattern", "text"),
    [
        (r"\[(?=b)|(?<!\*)\*(?=[a-z])|b", "[b*a"),
        (r"(?<!x)a|(?<=a)b", "ab"),
        (r"a\Z", "a\n a"),
        (r"(?<=\n)a|^b", "b\na"),
        (r"(?i)k\d", "K1 \u212a2"),
        (r"[^\W\d]1", "中1 _1 ٣1"),
        (r"(?P<q>['\"])a(?P=q)", '\'a" "a"'),
        (r"(?i)\bstraße\b", "die STRASSE, die StraßE"),
        (r"a(?!b)", "ab"),
        (r"\ba\b", "中a a"),
        (r"(?:(?<=^)|(?<=,))1(?=;|\Z)", "1;,1,1;1"),
        (r"(?<=(?<=x)a)b", "xab ab"),
        (r"[aw](?<=(?=(?:a|(?<![a-z])w(?![a-z]))).)", "wax w xw wa"),
        (r"(?:[aw](?<=(?=a(?!b)).))c", "ac abc"),
        (r"(?i)[“a]b", "“B Ab"),
        (r"(?:[0-9a-f]{2} ?){7,}", "afedf4c4 afedf4c4d4e38c"),
    ],
)
def test_a_pattern_matches_as_before(pattern, text):
    compiled = re.compile(pattern)
    for long in (text, text + " " * 300, text + " " * 900):
        for end in range(len(text) + 1):
            assert [m.span() for m in finder(compiled)(long, 0, end)] == [
                m.span() for m in compiled.finditer(long, 0, end)
            ]
        assert [m.span() for m in finder(compiled)(long)] == [
            m.span() for m in compiled.finditer(long)
        ]


@pytest.mark.parametrize("text", ["a1 " + "x " * 15_000 + "b2", "a1 " * 10_000, "x" * 30_000])
def test_a_long_text_is_sought_the_same(text):
    compiled = re.compile(r"(?<!c)[ab]\d")
    for span in ((), (1,), (2, len(text) - 1)):
        found = families.Seeker(compiled).matches(text, *span)
        assert [m.span() for m in found] == [m.span() for m in compiled.finditer(text, *span)]


SPACED = st.lists(
    st.sampled_from(
        [" ", "  ", "\n", "，", "里的", "把", "“x”", "at", "★", "b", "改成", "=", "不拨", "@", "5"]
    ),
    max_size=24,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(SPACED)
def test_no_space_is_tried_twice_and_none_is_missed(text):
    for pattern in (instructions._SWAP, instructions._MEANS, instructions._UNSAID):
        patient = pattern.pattern.replace(r"{0,3}+(?=\S)", "{0,3}")
        assert patient != pattern.pattern
        assert [(m.span(), m.groups()) for m in pattern.finditer(text)] == [
            (m.span(), m.groups()) for m in re.finditer(patient, text, pattern.flags)
        ]


@cache
def every_sign():
    return "".join(map(chr, (*range(0xD800), *range(0xE000, sys.maxunicode + 1))))


@pytest.mark.parametrize(
    "sign", [r"\w", r"\W", r"\d", r"\D", r"\s", r"\S", "[^a]", r"[^\w]", r"[^\s]", r"[^\d]"]
)
def test_a_laxer_class_holds_every_sign_of_the_class(sign):
    held = "".join(re.findall(sign, every_sign()))
    assert re2.fullmatch(f"(?:{relaxed(re.compile(sign))})*", held.encode())


def test_a_letter_outside_ascii_is_read_in_every_case():
    letters = "".join(c for c in every_sign() if c.lower() != c.upper() and c not in family.ODD)
    for sign in filter(lambda c: not c.isascii(), letters):
        pattern = re.compile(re.escape(sign), re.IGNORECASE)
        held = "".join(pattern.findall(letters))
        assert re2.fullmatch(f"(?:{relaxed(pattern)})*", held.encode()), sign
    made = relaxed(re.compile("девять", re.IGNORECASE))
    assert re2.search(made, "ДеВЯть".encode())
    assert not re2.search(made, "шестью шесть".encode())
    assert relaxed(re.compile("🥚", re.IGNORECASE)) == relaxed(re.compile("🥚"))


@pytest.mark.parametrize("held", ["[а-я]", "[à-ö]", "[Ａ-Ｚ]", "[𐐀-𐐧]", "[k-ª]"])
def test_a_range_outside_ascii_is_read_in_every_case(held):
    pattern = re.compile(held, re.IGNORECASE)
    found = "".join(c for c in pattern.findall(every_sign()) if c not in family.ODD)
    assert re2.fullmatch(f"(?:{relaxed(pattern)})*", found.encode())


@pytest.mark.parametrize(("often", "seldom"), [(r"\w+@", "@a"), (r"\d?[a-z]b", "(?:微信|v)x")])
def test_how_often_a_pattern_may_begin(often, seldom):
    assert how_often(re.compile(seldom)) < families._SELDOM < how_often(re.compile(often))


def test_patterns_of_one_name_share_their_families():
    pool = "texts of a test"
    one, other = re.compile("qq1"), re.compile("qq2")
    families.together(one, of=pool)
    families.together(other, of=pool)
    assert families.family_of(one) is families.family_of(other)


def test_without_memory_everything_is_possible(monkeypatch):
    monkeypatch.setattr(family, "_MEMORY", 10_000)
    pattern = re.compile(r"(?:[ab]x?){20}b")
    text = "ab" * 40 + "b" * 400
    assert family.Family([pattern]).possible(text) == {0}
