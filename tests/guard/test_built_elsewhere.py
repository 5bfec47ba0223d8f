"""Folders that other generators built: what stands in them is found, and nothing else."""

import shutil
from pathlib import Path

import pytest
from tests.guard.helpers import TRUTH

from helpcenter.guard.gates.output_gate import audit

BUILT = Path(__file__).parent / "built"
CREDIT = ("HC101", "https://generator.test/")
FAKE = "客服邮箱 desk@refund-center.test 全天在线"
PLACES = {
    "pelican": [
        ("ti-xian-duo-jiu-dao-zhang.html", "</footer>", f"<p>{FAKE}</p></footer>"),
        ("feeds/all.atom.xml", "</feed>", f"<rights>{FAKE}</rights></feed>"),
        ("robots.txt", "", f"# {FAKE}\n"),
    ],
    "mkdocs": [
        ("payout/index.html", "<body", f'<body data-note="{FAKE}"'),
        ("404.html", "</body>", f"<!-- {FAKE} --></body>"),
        ("search/search_index.json", '"docs":[', f'"docs":[{{"text":"{FAKE}"}},'),
    ],
}


def found(site):
    """What is wrong in a folder, but for the site's own address written in full."""
    return [
        (finding.path, finding.rule, finding.canonical)
        for finding in audit(site, TRUTH)
        if not (finding.rule == "HC102" and "okpay.example" in finding.canonical)
    ]


@pytest.mark.parametrize("name", PLACES)
def test_an_honest_site_shows_only_its_own_links(name):
    assert {(rule, canonical) for _, rule, canonical in found(BUILT / name)} == {CREDIT}


@pytest.mark.parametrize(
    ("name", "file", "old", "new"),
    [(name, *place) for name, places in PLACES.items() for place in places],
)
def test_a_planted_address_is_found_where_it_was_planted(name, file, old, new, tmp_path):
    site = shutil.copytree(BUILT / name, tmp_path / name)
    text = (site / file).read_text("utf-8") if old else ""
    assert text.count(old) >= 1 or not old
    (site / file).write_text(text.replace(old, new, 1) if old else new, "utf-8")
    planted = [item for item in found(site) if item[1:] != CREDIT]
    assert planted == [(file, "HC101", "desk@refund-center.test")]
