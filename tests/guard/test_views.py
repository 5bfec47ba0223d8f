"""Decoded views lead back to the raw characters, whatever was decoded before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.guard.helpers import brief, judged

from helpcenter.guard.views.decodings import HIDDEN, HIDES
from helpcenter.guard.views.view import views
from helpcenter.model import Position


@pytest.mark.parametrize(
    ("raw", "found", "place"),
    [
        ("甲\r\n乙 fake@evil.test", "fake@evil.test", (2, 3)),
        ("邮箱：fake&#64;evil.test。", "fake&#64;evil.test", (1, 4)),
        ("fake&commat;evil&period;test", "fake&commat;evil&period;test", (1, 1)),
        ("见 %66ake%40evil.test 。", "%66ake%40evil.test", (1, 3)),
        ("一&#102;ake%26%2364;x %66ake&#37;40evil.test", "%66ake&#37;40evil.test", (1, 22)),
        ("写ｆａｋｅ＠ｅｖｉｌ．ｔｅｓｔ给", "ｆａｋｅ＠ｅｖｉｌ．ｔｅｓｔ", (1, 2)),
        ("fa\u200bke@evil.test", "fa\u200bke@evil.test", (1, 1)),
    ],
)
def test_position_and_text_are_those_of_the_raw_file(raw, found, place):
    (finding,) = judged(raw)
    assert (finding.rule, finding.canonical) == ("HC101", "fake@evil.test")
    assert finding.found == found
    assert finding.position == Position(*place)


def test_control_characters_in_a_link_vanish_as_in_a_browser():
    text = '<a href="ht&#9;tps://ev&#10;il.test/kf">x</a>'
    assert brief(judged(text)) == [("HC101", "https://evil.test/kf")]


PIECES = st.lists(
    st.sampled_from(["a", "&#64;", "%40", "&amp;", "%E4%B8%AD", "中", "\r\n", "＠", "\u200b", "&"])
)


@given(PIECES)
def test_every_view_character_comes_from_a_place_in_order(pieces):
    raw = "".join(pieces)
    for view in views(raw):
        spans = [view.raw(at, at + 1) for at in range(len(view.text))]
        assert all(0 <= start < end <= len(raw) for start, end in spans)
        assert spans == sorted(spans)


@pytest.mark.parametrize("blank", ["", *" \t\n\r\f"])
@pytest.mark.parametrize("name", ["del", "s", "strike", "rp", "rt", "template", "noscript"])
def test_no_piece_that_hides_is_passed_over(name, blank):
    piece = f"<{name}>9</{name}{blank}>"
    assert HIDDEN.search(piece)
    assert any(sign in piece for sign in HIDES)
