"""Small records for the tests of the facts: records.yml beside this file, read as a project."""

from __future__ import annotations

import dataclasses
import re
import tempfile
import textwrap
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from helpcenter.data.load import load
from helpcenter.data.models.base import Bilingual
from helpcenter.data.records import Records
from helpcenter.data.yaml_file import read_yaml
from helpcenter.facts.expressions import parse
from helpcenter.facts.render import Renderer
from helpcenter.model import Lang

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TEMPLATES = ROOT / "overrides" / "facts"
TODAY = date(2026, 11, 23)
PAGE = "docs/x.md"


class Words(dict[str, Bilingual]):
    """Interface words that tests rely on; any other word is shown as its own key."""

    def __missing__(self, key: str) -> Bilingual:
        return Bilingual(zh=key, en=key)


def table(name: str) -> Any:
    """The test cases of a YAML file of this folder."""
    document = read_yaml((HERE / name).read_text("utf-8"))
    assert not document.problems
    return document.value


@cache
def sample_records() -> Records:
    """Records of records.yml, each of its sections being one file, on the day TODAY."""
    text = (HERE / "records.yml").read_text("utf-8")
    sections = re.findall(r"^([a-z_]+):\n((?:  .*\n)+)", text, re.MULTILINE)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "docs" / "_data"
        data.mkdir(parents=True)
        for name, body in sections:
            (data / f"{name}.yml").write_text(textwrap.dedent(body), "utf-8")
        loaded = load(Path(folder), TODAY)
    assert loaded.records is not None, [finding.message.en for finding in loaded.findings]
    return dataclasses.replace(loaded.records, interface=Words(loaded.records.interface))


def renderer(**options: bool) -> Renderer:
    """A renderer of the sample records; marks end in ~N."""
    return Renderer(sample_records(), TEMPLATES, "N", **options)


def html(source: str, lang: Lang = "zh", **options: bool) -> str:
    """The HTML of one expression, but for what keeps its parts whole."""
    return joined(str(renderer(**options).render(parse(source), lang, PAGE)))


def joined(text: str) -> str:
    """HTML without the elements that keep a range or an amount on one line."""
    return re.sub(r'<span class="hc-keep">([^<]*)</span>', r"\1", text)


class Tree(HTMLParser):
    """Checks that every element is closed in order; lists elements with their attributes."""

    def __init__(self, text):
        super().__init__()
        self.open, self.elements = [], []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
