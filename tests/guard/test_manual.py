"""Every rule has a manual page in both languages, and its own samples are true and false."""

from __future__ import annotations

import re
import types
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.guard.helpers import TRUTH
from tests.rows import rows

from helpcenter import manual
from helpcenter.cli import cli
from helpcenter.commands.explain import LIBRARY, manuals
from helpcenter.data.models.trust import Impostor, ImpostorKind
from helpcenter.data.wording import WORDING
from helpcenter.guard import rules
from helpcenter.guard.gates.built import audit_text
from helpcenter.guard.gates.source_gate import check_file
from helpcenter.guard.records.truth import Truth

FAKE = Impostor.model_construct(kind=ImpostorKind.EMAIL, value="support@okpay-help.test")
FAKES = Truth(**{**TRUTH.__dict__, "impostors": Truth.of([], [], impostors=[FAKE]).impostors})
ELSEWHERE = {"HC130", "HC131", "HC140", "HC141", "HC142", "HC143", "HC150", "HC151", "HC152"}
"""Rules about files, waivers or the guard itself, tried in tests of their own."""
SAMPLES = [
    pytest.param(code, sample, reported, id=f"{code}: {sample}")
    for code, page in rules.PAGES.items()
    for reported, samples in ((True, page.true_samples), (False, page.false_samples))
    for sample in samples
    if code not in ELSEWHERE
]


def reported(code: str, sample: str, folder: Path) -> set[str]:
    """Rules that speak about a sample, written into an article or, for HC106, a page."""
    if code == "HC106":
        return {f.rule for f in audit_text("a/index.html", sample, TRUTH)}
    name = "docs/a.txt" if code == "HC120" else "docs/a.md"
    raw = sample.encode().decode("unicode_escape").encode("latin-1") if "\\x" in sample else None
    (folder / "docs").mkdir()
    (folder / name).write_bytes(raw or sample.encode())
    return {f.rule for f in check_file(folder, name, FAKES)}


@pytest.mark.parametrize(("code", "sample", "expected"), SAMPLES)
def test_samples_of_the_guard_are_true(code, sample, expected, tmp_path):
    assert (code in reported(code, sample, tmp_path)) is expected


def codes() -> set[str]:
    """Every rule that any file of the library reports."""
    quoted = {
        code
        for path in LIBRARY.rglob("*.py")
        for code in re.findall(r'"(HC[0-9]{3})"', path.read_text("utf-8"))
    }
    return quoted | {rule for rule, _ in WORDING.values()} | {"HC506"}


@rows("code", sorted(codes()))
def test_each_rule_is_explained_in_both_languages(code):
    page = manuals()[code]
    assert page.true_samples and page.false_samples
    assert re.search(r"[\u4e00-\u9fff]", page.reason.zh) and page.reason.en.isprintable()
    for lang, other in (("zh", "Bad:"), ("en", "错：")):
        shown = CliRunner().invoke(cli, ["explain", code.lower(), "--lang", lang]).output
        assert page.reason[lang] in shown and page.title[lang] in shown and other not in shown


RUNNING = re.compile(r"(?<![-./\w])(?!helpcenter )[a-z]{2,} [a-z]{2,}")
"""Two English words in a row; a command of ours is code."""


@rows("code", sorted(codes()))
def test_the_chinese_page_holds_no_english_but_code(code):
    shown = CliRunner().invoke(cli, ["explain", code, "--lang", "zh"]).output
    words = re.sub(r"``?((?:[^`]|(?<=`)`(?!`))+)``?", "〇", shown)
    assert RUNNING.findall(words) == []
    for part in (manuals()[code].bad, manuals()[code].good):
        if part.zh != part.en:
            assert set(re.findall("`[^`]+`", part.zh)) == set(re.findall("`[^`]+`", part.en))
        assert not re.search("[a-z]{2,}", re.sub("`[^`]+`|`` .+ ``", "", part.zh))


def test_no_page_is_about_a_rule_that_does_not_exist():
    assert manuals().keys() == codes()


WHOLE = """HC999 a / 甲.

Because.
因为如此。

Bad / 错: `x`
Good / 对: `y`
"""


@pytest.mark.parametrize(
    ("without", "complaint"),
    [
        ("Because.", "no reason in English"),
        ("因为如此。", "no reason in Chinese"),
        ("`x`", "no bad sample"),
        ("`y`", "no good sample"),
        ("Good / 对:", "no good sample"),
        (" / 甲", "no line"),
    ],
)
def test_a_rule_without_all_of_it_does_not_load(without, complaint):
    module = types.ModuleType("hc999", WHOLE)
    module.CODE = "HC999"
    assert rules.loaded((module,))["HC999"].true_samples == ("x",)
    module.__doc__ = WHOLE.replace(without, "")
    with pytest.raises(ValueError, match=complaint):
        rules.loaded((module,))


def test_a_rule_with_the_page_of_another_does_not_load():
    module = types.ModuleType("hc998", WHOLE)
    module.CODE = "HC998"
    with pytest.raises(ValueError, match="HC998"):
        rules.loaded((module,))


def test_an_unseen_character_is_written_by_its_number():
    assert manual.page(WHOLE.replace("`x`", "`a<U+200B>b`")).true_samples == ("a\u200bb",)
