"""The command line: exit codes, shared options on both sides, one line for failures."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.rows import rows

from helpcenter import cli
from helpcenter.commands import check
from helpcenter.model import Finding, Position, Severity, Text
from helpcenter.report.formats import FORMATS

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path):
    shutil.copytree(ROOT / "tests/data/base", tmp_path, dirs_exist_ok=True)  # few records
    return tmp_path


def invoke(*words):
    return CliRunner().invoke(cli.cli, [str(word) for word in words])


def test_audit_finds_prints_and_ends_with_one(project):
    site = project / "site"
    site.mkdir()
    (site / "a.html").write_text("<p>\n乙 a@evil.test</p>", "utf-8")
    result = invoke("--root", project, "audit", site, "--format", "json", "--lang", "en")
    assert result.exit_code == 1
    (finding,) = json.loads(result.stdout)["findings"]
    assert (finding["path"], finding["line"], finding["column"]) == ("a.html", 2, 3)
    again = invoke("--format", "json", "audit", site, "--root", project, "--lang", "en")
    assert again.stdout == result.stdout


def test_audit_of_a_clean_folder_ends_with_zero(project):
    site = project / "site"
    site.mkdir()
    (site / "a.html").write_text("<p>x</p>", "utf-8")
    assert invoke("--root", project, "audit", site).exit_code == 0


@rows("words", [("check",), ("fix",), ("audit", ".")])
def test_where_there_is_no_help_center_one_line_says_so(words, tmp_path):
    result = invoke("--root", tmp_path, "--lang", "en", *words)
    assert result.exit_code == 2 and result.stdout == ""
    assert result.stderr.endswith("say which with --root\n") and result.stderr.count("\n") == 1


def test_an_inventory_that_cannot_be_written_is_one_line(project):
    (project / "site").mkdir()
    (project / "file").touch()
    words = ("audit", project / "site", "--inventory", project / "file/x.json")
    result = invoke("--root", project, "--lang", "en", *words)
    assert result.exit_code == 2 and "cannot be written" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("lang", "words", "said"),
    [
        ("zh", ("check", "nowhere"), "nowhere：没有这个文件或文件夹"),
        ("en", ("check", "/"), "/: not below "),
        ("zh", ("audit", "site", "--against", "none.json"), "none.json：读不了（没有这个文件）"),
    ],
)
def test_why_a_path_is_refused_is_said_in_one_language(project, lang, words, said):
    (project / "site").mkdir(exist_ok=True)
    result = invoke("--root", project, "--lang", lang, *words)
    assert result.exit_code == 2 and result.stdout == ""
    assert result.stderr.startswith(said) and result.stderr.count("\n") == 1


def test_audit_without_usable_records_ends_with_two(tmp_path):
    (tmp_path / "docs").mkdir()
    result = invoke("--root", tmp_path, "audit", tmp_path)
    assert result.exit_code == 2
    assert "HC218" in result.stderr and result.stdout == ""


@pytest.mark.parametrize("words", [("audit", "/no/such"), ("audit",), ("check", "--format", "x")])
def test_wrong_use_ends_with_two(words):
    assert invoke(*words).exit_code == 2


def test_check_filters_by_path(project, monkeypatch):
    (project / "docs" / "b").mkdir()
    (project / "docs" / "b" / "x.md").touch()
    findings = [
        Finding("HC101", path, Text("甲", "a"), Position(1, 1), severity)
        for path, severity in (
            ("docs/b/x.md", Severity.WARNING),
            ("docs/bc.md", Severity.ERROR),
        )
    ]
    monkeypatch.setattr(check, "source_findings", lambda *_: (None, findings))
    assert invoke("--root", project, "check").exit_code == 1
    result = invoke("--root", project, "check", "docs/b", "--format", "json")
    assert result.exit_code == 0
    assert [f["path"] for f in json.loads(result.stdout)["findings"]] == ["docs/b/x.md"]
    assert invoke("--root", project, "check", "docs/none").exit_code == 2


HAN = re.compile("[\u4e00-\u9fff]")
NEEDED = {"new": ("a", "b"), "rename": ("a", "b"), "retire": ("a", "--reason", "compromised")}
NEEDED |= dict.fromkeys(("status", "lock", "schema", "stamp"), ())
FORMS = {"check": 4, "audit": 4, "offline": 4, "status": 2, "compare": 2}
"""How many forms of output a command has; the others have text alone."""


def both_orders(name, options):
    """A complete command line with its options before the command, and behind it."""
    words = (str(ROOT),) if name == "compare" else NEEDED.get(name, ("x",))
    return (*options, name, *words), (name, *words, *options)


@pytest.mark.parametrize("name", cli.COMMANDS)
@rows("lang", ["zh", "en"])
def test_a_wrong_folder_is_told_in_the_language_asked_for(name, lang):
    for words in both_orders(name, ("--root", "/nope", "--lang", lang)):
        result = invoke(*words)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.count("\n") == 1 and "/nope" in result.stderr
        assert bool(HAN.search(result.stderr)) is (lang == "zh")


@rows("name", cli.COMMANDS)
def test_a_form_that_a_command_has_not_is_refused(name):
    for form in ["text", "json", "github", "sarif"][FORMS.get(name, 1) :]:
        for words in both_orders(name, ("--lang", "en", "--root", ROOT, "--format", form)):
            result = invoke(*words)
            assert (result.exit_code, result.stdout) == (2, ""), result.output
            assert result.stderr.count("\n") == 1 and "text" in result.stderr


def test_the_language_counts_wherever_it_stands():
    for line in ("chek --lang zh", "--format pdf --lang=zh check", "audit --lang zh"):
        assert HAN.search(invoke(*line.split()).stderr), line


def test_what_lock_and_an_idle_fix_say_is_in_one_language(project):
    (project / "overrides").mkdir()
    (project / "overrides" / "a.html").write_text("<p>x</p>", "utf-8")
    chinese = ("--root", project, "--lang", "zh")
    assert invoke(*chinese, "lock").stdout.endswith("清单里有 1 个文件。\n")
    assert invoke("--root", project, "--lang", "en", "lock").stdout == "Files in the lock: 1.\n"
    assert invoke(*chinese, "fix", "--dry-run").stdout == "没有能自动改的地方。\n"
    assert invoke("--root", project / "overrides", "lock").exit_code == 2
    assert not (project / "overrides" / "assets.lock").exists()


def test_today_follows_the_source_date(monkeypatch):
    from helpcenter.commands.options import today

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert today().isoformat() == "1970-01-01"


def test_a_defect_is_one_line_and_two(monkeypatch, capsys):
    def broken():
        raise RuntimeError("first\nsecond")

    monkeypatch.setattr(cli, "cli", broken)
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert end.value.code == 2
    assert capsys.readouterr().err == "helpcenter: RuntimeError: first second\n"


def test_messages_follow_the_language(project):
    site = project / "site"
    site.mkdir()
    assert "没有发现问题" in invoke("--root", project, "--lang", "zh", "audit", site).stdout
    assert "No problems" in invoke("--root", project, "--lang", "en", "audit", site).stdout


@rows("name", cli.COMMANDS)
def test_help_shows_an_example_in_both_languages(name):
    english = invoke(name, "--lang", "en", "--help").output
    chinese = invoke(name, "--lang", "zh", "--help").output
    assert f"helpcenter {name}" in english.partition("Example:")[2]
    assert f"helpcenter {name}" in chinese.partition("例：")[2]
    assert not re.search("[\u4e00-\u9fff]", english.partition("Example:")[0])
    said = chinese.partition("\n")[2].partition("例：")[0]
    assert chinese.startswith("用法：") and not re.search("[a-z]{2,} [a-z]{2,}| / ", said)


MISTAKES = [
    ("chek",),
    ("--lang", "fr", "check"),
    ("check", "--no-such"),
    ("check", "no/such/file.md"),
    ("audit",),
    ("audit", "/no/such/folder"),
    ("audit", "http://"),
    ("audit", ".", "--against", "README.md"),
    ("audit", ".", "--max-pages", "0"),
    ("explain", "HC999"),
    ("explain",),
    ("fix", "no/such/file.md"),
    ("lock", "--root", "/no/such"),
    ("diff", "no/such"),
    ("stamp", "no/such"),
    ("new", "no-such-category", "x"),
    ("rename", "no/such", "no/other"),
    ("retire", "no-such-record", "--reason", "compromised"),
    ("status", "--format", "pdf"),
    ("export",),
    ("search",),
]


@pytest.mark.parametrize("words", MISTAKES, ids=" ".join)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_mistake_is_one_line_and_two(words, lang, monkeypatch):
    monkeypatch.setenv("HELPCENTER_LANG", lang)
    monkeypatch.chdir(ROOT)
    result = invoke(*words)
    assert result.exit_code == 2
    assert len(result.stderr.strip().splitlines()) == 1, result.output
    assert bool(re.search("[\u4e00-\u9fff]", result.stderr)) is (lang == "zh")
    assert result.stdout == ""


def test_a_file_whose_name_is_no_text_is_told_in_every_form(project):
    site = project / "site"
    site.mkdir()
    (site / os.fsdecode(b"a\xff.html")).write_text("<p>a@evil.test</p>", "utf-8")
    for form in FORMATS:
        words = ("audit", site, "--format", form, "--inventory", project / "list.json")
        result = invoke("--root", project, "--lang", "en", *words)
        assert result.exit_code == 1 and "HC101" in result.stdout, form
    assert json.loads((project / "list.json").read_text("utf-8"))["addresses"]
