"""Rows that are judged in one test are all judged, and each failure names its row."""

import pytest
from tests.rows import TOGETHER, rows


def chunks(test):
    return test.pytestmark[0].args[1]


def test_every_row_that_fails_is_named_with_its_failure():
    seen = []

    @rows(("number", "square"), [(1, 1), (2, 5), (3, 9), (4, 17)], ids=lambda row: f"{row[0]}²")
    def judge(number, square, power):
        seen.append(number)
        if number == 4:
            pytest.fail("four")
        assert number**power == square

    (chunk,) = chunks(judge)
    with pytest.raises(ExceptionGroup, match="2 of 4: row 2: 2²; row 4: 4²") as caught:
        judge(chunk, power=2)
    assert seen == [1, 2, 3, 4]
    assert ["four" in str(failure) for failure in caught.value.exceptions] == [False, True]


def test_no_row_is_left_out():
    seen = []

    @rows("number", range(2 * TOGETHER + 1))
    def judge(number):
        seen.append(number)

    for chunk in chunks(judge):
        judge(chunk)
    assert seen == [*range(2 * TOGETHER + 1)]
    assert [len(chunk) for chunk in chunks(judge)] == [TOGETHER, TOGETHER, 1]
