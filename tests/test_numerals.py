"""Numerals of both languages, by `numerals.yml`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from helpcenter import numerals

TABLE = yaml.safe_load(Path(__file__).with_name("numerals.yml").read_text("utf-8"))


@pytest.mark.parametrize(("words", "value"), TABLE["chinese"].items())
def test_chinese(words: str, value: int) -> None:
    assert numerals.chinese(words) == value


@pytest.mark.parametrize(("words", "value"), TABLE["english"].items())
def test_english(words: str, value: int) -> None:
    assert numerals.english(words) == value
