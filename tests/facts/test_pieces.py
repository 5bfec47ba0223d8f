"""Where a shown value may break over a line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.facts.sample import PAGE, renderer

from helpcenter.facts.expressions import parse
from helpcenter.facts.pieces import pieces

VALUES = yaml.safe_load(Path(__file__).with_name("pieces.yml").read_text("utf-8"))


@pytest.mark.parametrize("marked", VALUES)
def test_numbers_ranges_dates_and_amounts_stay_whole(marked):
    text = marked.replace("[", "").replace("]", "")
    assert "".join(f"[{piece}]" if whole else piece for piece, whole in pieces(text)) == marked


def test_a_page_keeps_them_whole():
    hours = str(renderer().render(parse('hours("phone")'), "en", PAGE))
    assert '<span class="hc-keep">9:00–18:00</span>' in hours
    assert "hc-keep" not in renderer().plain(parse('hours("phone")'), "en", PAGE)
