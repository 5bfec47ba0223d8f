"""Expressions: what is read, what is refused, and how soon."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.sample import sample_records, table
from tests.rows import rows

from helpcenter.facts.check import check
from helpcenter.facts.expressions import (
    MAX_EXPRESSIONS,
    MAX_LENGTH,
    MAX_REFUSALS,
    Refused,
    find,
    mask,
    parse,
)

CASES = table("expressions.yml")
MEGABYTE = 2**20


@rows("case", CASES["accepted"], ids=lambda case: case["source"])
def test_accepted(case):
    call = parse(case["source"])
    assert (call.name, list(call.args), call.kwargs) == (case["name"], case["args"], ())


def test_keywords_are_kept():
    assert parse('f("a", part="b")').kwargs == (("part", "b"),)


@pytest.mark.parametrize("source", CASES["refused"].values(), ids=CASES["refused"].keys())
def test_refused_at_once(source):
    begun = time.process_time()
    with pytest.raises(Refused) as caught:
        parse(source)
    assert time.process_time() - begun < 1
    assert caught.value.rule == "HC203"
    assert caught.value.message.zh
    assert caught.value.message.en


@rows("source", CASES["inside"].values(), ids=CASES["inside"].keys())
def test_braces_inside_are_refused(source):
    with pytest.raises(Refused):
        parse(source)


@rows("source", CASES["refused"].values(), ids=CASES["refused"].keys())
def test_refused_in_a_page_with_its_place(source):
    found = check("docs/x.md", f"one\n\nand {{{{ {source} }}}}\n", sample_records())
    assert found
    assert {finding.rule for finding in found} == {"HC203"}
    first = found[0].position
    assert (first.line, first.column) == (3, 5)


@rows("case", table("find.yml"), ids=lambda case: case["name"])
def test_find(case):
    found = find(case["text"])
    assert [item.source for item in found.expressions] == case["expressions"]
    assert [refused.offset for refused in found.refused] == case["refused"]


def test_length_limit():
    room = MAX_LENGTH - len('{{f("")}}')
    assert not find('{{f("' + "a" * room + '")}}').refused
    assert find('{{f("' + "a" * (room + 1) + '")}}').refused
    with pytest.raises(Refused):
        parse('f("' + "a" * MAX_LENGTH + '")')


@pytest.mark.parametrize(
    "unit",
    ["{{", "{{ ", "{{\n", "{%", "{{ a }}", '{{ f("', "{{ brand() }}", "{{{", "}}"],
)
def test_a_megabyte_takes_less_than_a_second(unit):
    text = unit * (MEGABYTE // len(unit))
    begun = time.process_time()
    findings = check("docs/x.md", text, sample_records())
    assert time.process_time() - begun < 1
    assert len(findings) <= MAX_REFUSALS + MAX_EXPRESSIONS


def test_too_many_expressions_are_refused_not_dropped():
    found = find("{{ a() }}" * (MAX_EXPRESSIONS + 1))
    assert len(found.expressions) == MAX_EXPRESSIONS
    assert len(found.refused) == 1


@given(st.text(alphabet='{}%"()ab \n`|#', max_size=80))
def test_any_text_is_read_without_error(text):
    found = find(text)
    for expression in found.expressions:
        assert text[expression.start : expression.end] == "{{" + expression.source + "}}"
        try:
            call = parse(expression.source)
        except Refused:
            continue
        assert call.name in expression.source


def test_mask_keeps_every_offset_and_line():
    text = "a `{{ x }}`\n```\n{{ y }}\n```\nb"
    masked = mask(text, [(2, 11), (12, 27)])
    assert len(masked) == len(text)
    assert masked.count("\n") == text.count("\n")
    assert masked.split() == ["a", "b"]
