"""Each form of output, byte for byte where other tools rely on it."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from helpcenter.model import Finding, Position, Severity, Source, Text
from helpcenter.report.formats import FORMATS, render
from helpcenter.report.log import line

ERROR = Finding(
    rule="HC101",
    path="docs/a,b.md",
    message=Text("未登记的地址", "not in the records"),
    position=Position(3, 7),
    kind="email",
    found="Fake@evil.test",
    canonical="fake@evil.test",
    suggestion=Text("删除它", "remove it"),
)
WARNING = Finding(
    rule="HC216",
    path="x",
    message=Text("过期", "expired 100%\n::error::forged"),
    severity=Severity.WARNING,
    source=Source("docs/a.md", Position(2, 1)),
)


def test_json_has_exactly_the_names_of_the_interface():
    report = json.loads(render([WARNING, ERROR], "json", "en"))
    first, second = report["findings"]
    assert first == {
        "id": ERROR.id,
        "rule": "HC101",
        "severity": "error",
        "path": "docs/a,b.md",
        "line": 3,
        "column": 7,
        "kind": "email",
        "found": "Fake@evil.test",
        "canonical": "fake@evil.test",
        "message": "not in the records",
        "suggestion": "remove it",
    }
    assert second["source"] == {"path": "docs/a.md", "line": 2, "column": 1}
    assert report["summary"] == {"errors": 1, "warnings": 1, "rules": {"HC101": 1, "HC216": 1}}


def test_text_is_one_line_with_place_rule_and_mend():
    lines = render([ERROR], "text", "zh").splitlines()
    assert lines == ["docs/a,b.md:3:7  HC101  未登记的地址", "    删除它", "错误 1 个，警告 0 个。"]
    assert "\x1b[31mHC101\x1b[0m" in render([ERROR], "text", "en", colour=True)
    assert render([], "text", "en") == "No problems found.\n"


def test_text_shows_unsafe_characters_instead_of_sending_them():
    nasty = Finding(rule="HC101", path="a\x1b[2J\u202eb", message=Text("", "x\u200by"))
    assert "a<U+001B>[2J<U+202E>b:1:1  HC101  x<U+200B>y" in render([nasty], "text", "en")


def test_github_commands_cannot_be_forged():
    lines = render([ERROR, WARNING], "github", "en").splitlines()
    assert lines[0] == (
        "::error file=docs/a%2Cb.md,line=3,col=7,title=HC101::not in the records%0Aremove it"
    )
    assert lines[1].startswith(
        "::warning file=docs/a.md,line=2,col=1,title=HC216::expired 100%25%0A::error"
    )
    assert len(lines) == 2


SCHEMA = json.loads((Path(__file__).parent / "vendor/sarif-2.1.0.schema.json").read_text("utf-8"))
SHELL = Finding(rule="HC110", path="甲 乙/%41.html", message=Text("", ""), position=Position(0, 0))
MOVED = replace(ERROR, position=Position(30, 1), message=Text("改", "changed"))


def test_sarif():
    run = json.loads(render([ERROR], "sarif", "en"))["runs"][0]
    (result,) = run["results"]
    assert result["ruleId"] == "HC101" and result["level"] == "error"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "docs/a%2Cb.md"
    assert place["region"] == {"startLine": 3, "startColumn": 7}
    assert run["tool"]["driver"]["rules"] == [{"id": "HC101"}]


@pytest.mark.parametrize("findings", [[], [ERROR], [ERROR, WARNING, MOVED]])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sarif_obeys_its_schema(findings, lang):
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads(render(findings, "sarif", lang)))


def test_the_schema_refuses_what_is_wrong():
    log = json.loads(render([SHELL], "sarif", "en"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(SCHEMA).validate(log)


def test_ids_survive_moves_and_new_words():
    def prints(finding):
        (result,) = json.loads(render([finding], "sarif", "en"))["runs"][0]["results"]
        return result["partialFingerprints"]

    assert prints(ERROR) == prints(MOVED)
    for other in ({"path": "b.md"}, {"canonical": "b@evil.test"}, {"kind": "url"}):
        assert prints(ERROR) != prints(replace(ERROR, **other))


BUILT = replace(ERROR, path="a/index.html", source=Source("docs/a.md", Position(8, 2)))


def test_what_is_found_in_a_built_file_stands_at_its_source():
    assert render([BUILT], "github", "en") == (
        "::error file=docs/a.md,line=8,col=2,title=HC101::"
        "not in the records%0Aremove it%0Aa/index.html:3:7\n"
    )
    assert render([BUILT], "text", "zh").splitlines()[1] == "    来自 docs/a.md:8:2"
    assert line(BUILT, "en").startswith("docs/a.md:8:2 (a/index.html:3:7) HC101 ")
    (result,) = json.loads(render([BUILT], "sarif", "en"))["runs"][0]["results"]
    uris = [
        result[name][0]["physicalLocation"]["artifactLocation"]["uri"]
        for name in ("locations", "relatedLocations")
    ]
    assert uris == ["docs/a.md", "a/index.html"]


@pytest.mark.parametrize("form", FORMATS)
def test_no_findings_is_valid_in_every_form(form):
    assert isinstance(render([], form, "zh"), str)


def test_the_most_dangerous_finding_comes_first():
    order = ["HC140", "HC104", "HC103", "HC106", "HC110", "HC101", "HC105", "HC102", "HC111"]
    findings = [replace(ERROR, rule=rule) for rule in sorted(order)]
    shown = json.loads(render([WARNING, *findings], "json", "en"))["findings"]
    assert [finding["rule"] for finding in shown] == [*order, "HC216"]
