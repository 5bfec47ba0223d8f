"""A page linkable only because all pages of its host are is no place to send readers for help."""

import pytest
from tests.guard.helpers import named

from helpcenter.guard.judging.support_links import FALSE_SAMPLES, TRUE_SAMPLES, is_for_help


@pytest.mark.parametrize("text", TRUE_SAMPLES)
def test_sent_for_help(text):
    assert is_for_help(text, len(text))


@pytest.mark.parametrize("text", FALSE_SAMPLES)
def test_linked_for_other_things(text):
    assert not is_for_help(text, len(text))


def test_only_pages_that_anybody_can_make():
    page = "https://whole.test/desk"
    assert named(f"[在线客服]({page})") == [page]
    assert named(f"源码见 {page}") == named("在线客服：https://listed.test/page") == []
