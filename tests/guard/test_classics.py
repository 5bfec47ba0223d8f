"""What scammers try first is named, whatever else the guard reads."""

from pathlib import Path

import pytest
from tests.guard.helpers import TRUTH

from helpcenter.guard.gates.source import check_bytes

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("classics.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("address", "text"), ROWS, ids=[text for _, text in ROWS])
def test_a_classic_is_named(address, text):
    for escaped, sign in ((r"\n", "\n"), (r"\u200b", "\u200b"), (r"\u00ad", "\u00ad")):
        text = text.replace(escaped, sign)
    found = {f.canonical for f in check_bytes("docs/contact/a.md", text.encode(), TRUTH)}
    assert address in found
