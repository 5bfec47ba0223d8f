"""The writers' commands, run over a copy of this repository's pages."""

from __future__ import annotations

import io
import json
import re
from html.parser import HTMLParser

import markdown
import pytest
from tests.bilingual.project import ROOT, TODAY

from helpcenter import cli
from helpcenter.bilingual.writing.unfilled import MARK
from helpcenter.commands import progress
from helpcenter.commands.explain import manuals
from helpcenter.data.wording import WORDING
from helpcenter.guard.gates.asset_lock import read_lock
from helpcenter.model import Text
from helpcenter.source_rules import read_sources

FEES = "fees/fees-overview"
COMMANDS = ("status", "diff", "compare", "stamp", "fix", "new", "rename", "export", "explain")


def errors(site):
    return list(read_sources(site.root, TODAY).errors)


def test_every_command_of_the_design_is_there():
    assert {*COMMANDS, "check", "audit"} <= {*cli.COMMANDS}


def test_diff_shows_words_and_the_english_beneath(site):
    site.commit("first")
    assert site.run("diff", FEES).exit_code == 0
    site.edit(f"{FEES}.md", "先问客服，再付款", "先问客服，晚些付款")
    result = site.run("diff", f"{FEES}#steps")
    assert result.exit_code == 1
    assert "[-再-]{+晚些+}付款" in result.stdout
    assert "中文改了，英文没跟上\n" in site.run("diff", f"{FEES}#steps", lang="zh").stdout
    assert result.stdout.index("付款") < result.stdout.index("ask support before you pay")


def test_diff_tells_a_new_step_whole(site):
    site.commit("first")
    site.edit(f"{FEES}.md", "4. 照[计算步骤]", "4. 再看一次。\n5. 照[计算步骤]")
    assert "\n4. {+再看一次。\n5. +}照[" in site.run("diff", f"{FEES}#steps").stdout


def test_diff_without_history_still_shows_the_chinese(site):
    site.edit(f"{FEES}.md", "先问客服，再付款", "先问客服，晚些付款")
    result = site.run("diff", FEES)
    assert "not in git's history" in result.stdout and "晚些付款" in result.stdout


def test_stamp_refuses_while_facts_differ_and_then_accepts(site):
    site.edit(f"{FEES}.md", "4. 照[计算步骤]", "4. 多看一次。\n5. 照[计算步骤]")
    before = site.text(f"{FEES}.en.md")
    refused = site.run("stamp", f"{FEES}#steps")
    assert refused.exit_code == 1 and "HC310" in refused.stderr
    assert site.text(f"{FEES}.en.md") == before
    site.edit(f"{FEES}.en.md", "4. Follow [these", "4. Look once more.\n5. Follow [these")
    assert site.run("stamp", f"{FEES}#steps").exit_code == 0
    assert site.behind() == {}


def test_stamp_touches_only_the_stamps(site):
    site.edit(f"{FEES}.md", "先问客服，再付款", "先问客服，晚些付款")
    before = site.text(f"{FEES}.en.md").split("\n")
    site.run("stamp", FEES)
    after = site.text(f"{FEES}.en.md").split("\n")
    changed = [b for a, b in zip(before, after, strict=True) if a != b]
    assert len(changed) == 1 and changed[0].startswith("  steps: ")


@pytest.mark.parametrize(
    "words",
    [("stamp",), ("stamp", "no/page"), ("stamp", f"{FEES}#no"), ("diff", "fees/fees-overvew")],
)
def test_unknown_names_end_with_two(site, words):
    result = site.run(*words)
    assert result.exit_code == 2 and result.stderr


def test_status_in_numbers(site):
    site.edit(f"{FEES}.md", "先问客服，再付款", "先问客服，晚些付款")
    site.edit(f"{FEES}.md", "review_by: 2027", "review_by: 2020")
    report = json.loads(site.run("status", "--format", "json").stdout)
    assert report["summary"]["debt"] == 1 and report["summary"]["ceiling"] == 10
    assert report["overdue"] == [f"{FEES}.md"]
    assert [row["behind"] for row in report["pages"] if row["debt"]] == [["steps"]]
    assert "contacts/support-email" in report["sample"]
    text = site.run("status", lang="zh").stdout
    assert "没跟上的英文小节：1（上限 10）" in text and f"  {FEES}   1  steps\n" in text


def test_new_makes_a_pair_that_passes_once_it_is_filled(site):
    assert site.run("new", "fees", "refund-fees").exit_code == 0
    unfilled = errors(site)
    assert {(f.rule, f.path) for f in unfilled} == {
        ("HC425", f"docs/fees/refund-fees{ending}") for ending in (".md", ".en.md")
    }
    assert [f.position.line for f in unfilled[:2]] == [2, 3]
    assert read_sources(site.root, TODAY, serving=True).errors == []
    refused = site.run("stamp", "refund-fees")
    assert refused.exit_code == 1 and refused.stderr.count("HC425") == 8
    assert "Stamped 1 section." in refused.stdout  # the one without a mark
    for ending, written in ((".md", "甲乙丙丁戊己庚辛壬癸"), (".en.md", "abcdefghij")):
        file = site.root / f"docs/fees/refund-fees{ending}"
        for word in written:
            file.write_text(MARK.sub(word, file.read_text("utf-8"), count=1), "utf-8")
    assert errors(site) == []
    assert site.run("stamp", "refund-fees").exit_code == 0
    assert "      - refund-fees\n" in site.text("_data/categories.yml")
    assert site.run("new", "fees", "refund-fees").exit_code == 2
    assert "Did you mean fees" in site.run("new", "fee", "x").stderr


@pytest.mark.parametrize("goal", ["fees/all-fees", "limits/all-fees"])
def test_rename_moves_links_and_leaves_redirects(site, goal):
    result = site.run("rename", FEES, goal)
    assert result.exit_code == 0, result.stderr
    assert errors(site) == [] and site.behind() == {}
    assert f"  fees/fees-overview/: {goal}/\n" in site.text("_data/addresses.yml")
    assert site.text("_data/questions.yml").count("  all-fees: |\n") == 2
    assert not list((site.root / "docs").rglob("fees-overview*"))
    again = site.run("rename", goal, FEES)
    assert again.exit_code == 0
    redirects = site.text("_data/addresses.yml").partition("redirects:\n")[2]
    assert redirects == f"  {goal}/: fees/fees-overview/\n"
    assert errors(site) == []


def test_a_page_renamed_by_hand_loses_its_address(site):
    for ending in (".md", ".en.md"):
        (site.root / f"docs/{FEES}{ending}").rename(site.root / f"docs/fees/other{ending}")
    assert "HC411" in {f.rule for f in errors(site)}


def test_redirects_lead_to_pages_that_exist(site):
    site.edit("_data/addresses.yml", "redirects: {}", "redirects:\n  old/page/: fees/gone/")
    site.edit("_data/addresses.yml", "redirects:\n", f"redirects:\n  {FEES}/: about/\n")
    assert sorted(f.found for f in errors(site)) == [f"{FEES}/", "old/page/"]


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.links, self.text = set(), [], ""

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.ids.add(found.get("id"))
        if tag == "a" and "href" in found:
            self.links.append(found["href"])

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("behind", [False, True])
def test_export_builds_with_plain_markdown(site, tmp_path, behind):
    if behind:
        (site.root / "docs/about.en.md").unlink()
        site.edit(f"{FEES}.md", "4. 照[计算步骤]", "4. 多看一次。\n5. 照[计算步骤]")
    assert site.run("export", str(tmp_path / "out")).exit_code == 0
    for lang in ("zh", "en"):
        tree = tmp_path / "out" / lang
        pages = {}
        for path in tree.rglob("*.md"):
            html = markdown.markdown(path.read_text("utf-8").split("---\n", 2)[2])
            pages[path] = Tags()
            pages[path].feed(html)
            assert "{{" not in html and "{#" not in html and "!!!" not in html
        assert len(pages) == len(site.chinese)
        for path, page in pages.items():
            for link in page.links:
                if "://" not in link and not link.startswith(("tel:", "mailto:")):
                    name, _, anchor = link.partition("#")
                    goal = (path.parent / name).resolve() if name else path
                    assert goal in pages and (not anchor or anchor in pages[goal].ids), (path, link)
    assert site.run("export", str(tmp_path / "out")).exit_code == 2


def test_export_misleads_no_reader_of_english(site, tmp_path):
    (site.root / "docs/about.en.md").unlink()
    text = site.text("contact/call-support.en.md")
    relay = re.sub(r"^stamps:\n(  .*\n)*", "one_language: Only these readers\n", text, flags=re.M)
    (site.root / "docs/contact/relay.en.md").write_text(relay, "utf-8")
    site.edit(f"{FEES}.md", "4. 照[计算步骤]", "4. 多等 3 天。\n5. 照[计算步骤]")
    site.edit(f"{FEES}.md", "## 提现", '## 新的 {#news}\n\n{{ hours("urgent") }}。\n\n## 提现')
    site.edit("_data/addresses.yml", "redirects: {}", f"redirects:\n  old/page/: {FEES}/")
    assert site.run("export", str(tmp_path / "out")).exit_code == 0
    fees = (tmp_path / f"out/en/{FEES}.md").read_text("utf-8")
    steps = fees.partition('<a id="steps"></a>')[2].partition("<a id=")[0]
    assert "## Look again" in steps and "> The English version" in steps
    assert "多等 3 天" in steps and "Follow" not in steps
    assert "## 新的" in fees and "全天 24 小时" in fees.partition("## 新的")[2]
    assert "redirect_from:\n- en/old/page/\n" in fees and "## Withdrawals" in fees
    assert "lang: zh-CN" in (tmp_path / "out/en/about.md").read_text("utf-8")
    assert (tmp_path / "out/en/contact/relay.md").exists()
    assert not (tmp_path / "out/zh/contact/relay.md").exists()


def test_every_code_has_its_manual_page(site):
    library = ROOT / "hooks" / "helpcenter"
    said = {
        c for p in library.rglob("*.py") for c in re.findall(r"\"(HC\d{3})\"", p.read_text("utf-8"))
    }
    told = {*manuals(), *(rule for rule, _ in WORDING.values())}
    assert said - told == set() and len(manuals()) > 40
    assert "HC310" in site.run("explain", "hc310").stdout
    unknown = site.run("explain", "HC311x")
    assert unknown.exit_code == 2 and "HC311" in unknown.stderr


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("stream", "seconds", "bar"),
    [(Terminal(), 2, True), (Terminal(), 0.1, False), (io.StringIO(), 2, False)],
)
def test_a_bar_shows_on_a_terminal_after_a_second(monkeypatch, stream, seconds, bar):
    clock = iter(range(100))
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock) * seconds)
    monkeypatch.setattr("sys.stderr", stream)
    walk = progress.watched("zh")
    assert list(walk([1, 2, 3], Text("导出", "exporting"))) == [1, 2, 3]
    assert ("导出" in stream.getvalue()) is bar


def test_some_sources_say_nothing_of_the_lock_s_other_lines(site):
    assert read_lock(site.root)
    found = read_sources(site.root, TODAY, {"docs/about.md"}.__contains__, serving=True).findings
    assert found == []


def test_check_of_one_page_passes_over_the_others(site):
    site.edit("about.md", "地址或号码可疑，", "写信到 security@okpay.example。地址或号码可疑，")
    assert site.run("check", str(site.root / f"docs/{FEES}.md")).exit_code == 0
    found = site.run("check", str(site.root / "docs/about.md"))
    assert found.exit_code == 1 and "HC102" in found.stdout
