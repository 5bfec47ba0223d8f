"""`helpcenter fix`: the safe repairs, shown before they are made."""

from __future__ import annotations

import re
import shutil

import pytest
from tests.bilingual.project import TODAY

from helpcenter.commands.fix import plain_letters
from helpcenter.source_rules import read_sources

FEES = "fees/fees-overview"


def errors(site):
    return list(read_sources(site.root, TODAY).errors)


def test_fix_mends_ids_order_typography_and_spaces(site):
    zh, en = f"{FEES}.md", f"{FEES}.en.md"
    clean = {path: site.text(path) for path in (zh, en)}
    site.edit(en, " {#transfer}", "")
    site.edit(zh, "先问客服，再付款", "先\u200b问客服,再付款")
    english = site.text(en)
    start, end = english.index("## Transfers"), english.index("## Withdrawals")
    site.edit(en, english[start:end], "")
    (site.root / "docs" / en).write_text(site.text(en) + "\n" + english[start:end], "utf-8")
    site.edit(en, "## Transfers", "### Transfers {#transfer}")
    assert {f.rule for f in errors(site)} >= {"HC303", "HC423"}
    result = site.run("fix", "--yes")
    assert result.exit_code == 0, result.stdout
    assert {path: site.text(path) for path in (zh, en)} == clean


def test_fix_gives_ids_from_the_other_language_and_new_ones(site):
    site.edit(f"{FEES}.md", " {#transfer}", "")
    site.run("fix", "--yes", str(site.root / "docs/fees"))
    assert "{#transfer}" in site.text(f"{FEES}.md")
    site.edit(f"{FEES}.md", "## 提现", "## 新的\n\n文。\n\n## 提现")
    site.run("fix", "--yes")
    assert "## 新的 {#part-1}" in site.text(f"{FEES}.md")


@pytest.mark.parametrize(
    ("bare", "ids"),
    [
        (("transfer",), ["transfer", "withdrawal", "deposit", "cross-border"]),
        (("transfer", "withdrawal"), ["part-1", "part-2", "deposit", "cross-border"]),
    ],
)
def test_fix_gives_no_id_twice_where_the_english_has_another_order(site, bare, ids):
    zh, en = f"{FEES}.md", f"{FEES}.en.md"
    for name in bare:
        site.edit(zh, f" {{#{name}}}", "")
    english = site.text(en)
    start, middle = english.index("## Transfers"), english.index("## Withdrawals")
    end = english.index("## Deposits")
    other = english[:start] + english[middle:end] + english[start:middle] + english[end:]
    if len(bare) > 1:  # the last of them stands where the Chinese has another one
        other = other.replace("{#deposit}", "{#X}").replace("{#transfer}", "{#deposit}")
        other = other.replace("{#X}", "{#transfer}")
    (site.root / "docs" / en).write_text(other, "utf-8")
    site.run("fix", "--yes")
    assert re.findall(r"\{#([a-z0-9-]+)\}", site.text(zh))[:4] == ids


def test_fix_makes_a_typed_address_a_reference(site):
    site.edit("about.md", "地址或号码可疑，", "写信到 security@okpay.example。地址或号码可疑，")
    assert "HC102" in {f.rule for f in errors(site)}
    site.run("fix", "--yes", str(site.root / "docs/about.md"))
    assert '写信到 {{ contact("security-email") }}。' in site.text("about.md")


def test_fix_never_stamps_and_changes_nothing_when_all_is_well(site):
    before = {p: p.read_bytes() for p in (site.root / "docs").rglob("*.*")}
    assert "Nothing to fix" in site.run("fix", "--yes").stdout
    site.edit(f"{FEES}.md", "先问客服，再付款", "先问客服，晚些付款")
    stamps = site.text(f"{FEES}.en.md")
    site.run("fix", "--yes")
    assert site.text(f"{FEES}.en.md") == stamps
    assert len(before) > 30


def test_fix_shows_a_diff_and_writes_plain_letters(site):
    site.edit("about.md", "地址或号码可疑，", "ｓｕｐ和a\u2060b，第①步。地址或号码可疑，")
    before = site.text("about.md")
    shown = site.run("fix", "--dry-run", str(site.root / "docs/about.md"))
    assert shown.exit_code == 1 and site.text("about.md") == before
    assert "ｓｕｐ和a<U+2060>b，" in shown.stdout
    assert "+++ b/docs/about.md" in shown.stdout
    site.run("fix", "--yes", str(site.root / "docs/about.md"))
    assert "sup" in site.text("about.md") and "第①步" in site.text("about.md")
    assert "\u2060" not in site.text("about.md") and "ｓ" not in site.text("about.md")


def test_fix_takes_out_a_byte_order_mark(site):
    file = site.root / "docs/about.md"
    clean = file.read_bytes()
    file.write_bytes(b"\xef\xbb\xbf" + clean)
    assert "-<U+FEFF>---" in site.run("fix", "--dry-run").stdout
    assert site.run("fix", "--yes").exit_code == 0
    assert file.read_bytes() == clean


@pytest.mark.parametrize(("answer", "written"), [(True, True), (False, False)])
def test_fix_asks_at_a_terminal(site, monkeypatch, answer, written):
    from helpcenter.commands import fix

    monkeypatch.setattr(fix, "_agreed", lambda lang: answer)
    site.edit("about.md", "地址或号码可疑，", "a\u2060b。地址或号码可疑，")
    site.run("fix", str(site.root / "docs/about.md"))
    assert ("\u2060" not in site.text("about.md")) is written


def test_fix_writes_nothing_where_nobody_can_be_asked(site):
    site.edit("about.md", "地址或号码可疑，", "a\u2060b。地址或号码可疑，")
    shutil.copy(site.root / "docs/about.md", site.root / "docs/about-more.md")  # a new address
    before = {path: path.read_bytes() for path in (site.root / "docs").rglob("*.*")}
    run = site.run("fix")
    assert run.exit_code == 1
    assert "+++ b/docs/about.md" in run.stdout and "+  - about-more/" in run.stdout
    assert "--yes" in run.stderr
    assert {path: path.read_bytes() for path in (site.root / "docs").rglob("*.*")} == before
    assert "docs/_data/addresses.yml" in site.run("fix", "--yes").stdout
    assert "about-more/" in site.text("_data/addresses.yml")


@pytest.mark.parametrize(
    ("styled", "plain"),
    [
        ("ⓐⓑ x²", "ab x²"),
        ("ｓｕｐ10m³", "sup10m³"),
        ("CO₂ ｃｏ", "CO₂ co"),
        ("ⓐⓑ¹ 和²", "ab¹ 和²"),
        ("号⁴⁰⁰⁰", "号4000"),
        ("ａ⁴⁰⁰⁰", "a4000"),
    ],
)
def test_fix_leaves_exponents_and_marks_of_footnotes(styled, plain):
    assert plain_letters(styled) == plain
    assert plain_letters(plain) == plain


TYPED = """
写信 support@okpay.example，再写 support@okpay.example，或 Support@OKPAY.example。

代码 `support@okpay.example`，
[写信 support@okpay.example](about.md)，<i title="写 support@okpay.example">
甲</i>，support@okpay.example.test

```
support@okpay.example
```

## support@okpay.example {#x}

!!! note "写信 support@okpay.example"
"""


def test_fix_refers_wherever_an_address_is_typed_and_a_reference_may_stand(site):
    text = site.text("about.md").replace("description: ", "description: press@okpay.example ")
    (site.root / "docs/about.md").write_bytes((text + TYPED).replace("\n", "\r\n").encode())
    site.run("fix", "--yes")
    once = (site.root / "docs/about.md").read_bytes()
    mend = '{{ contact("support-email") }}'
    wanted = TYPED.replace(
        "写信 support@okpay.example，再写 support@okpay.example，或 Support@OKPAY.example。",
        f"写信 {mend}，再写 {mend}，或 {mend}。",
    )
    assert once.decode() == (text + wanted).replace("\n", "\r\n")
    site.run("fix", "--yes")
    assert (site.root / "docs/about.md").read_bytes() == once


def test_fix_shows_every_unseen_character_by_its_number(site):
    site.edit("about.md", "地址或号码可疑，", "a\u00adb\U000e0041c\u3164d，地址或号码可疑，")
    shown = site.run("fix", "--dry-run", str(site.root / "docs/about.md")).stdout
    assert "a<U+00AD>b<U+E0041>c<U+3164>d" in shown
