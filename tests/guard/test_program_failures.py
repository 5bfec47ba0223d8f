"""Where our own reader of programs fails, that is one finding, and all others still come."""

import pytest
from tests.guard.helpers import TRUTH

from helpcenter.guard.gates.output_gate import audit
from helpcenter.guard.gates.source import check_bytes
from helpcenter.guard.matching import bounds
from helpcenter.guard.programs import javascript, making, page, python, templates, values
from helpcenter.guard.readings import literals

PLAIN = "plain@evil.test"
"""Written out, so that no program need be read."""
SCRIPT = f"<script>e.t = 'a' + '@made.test'; f('{PLAIN}')</script>\n"
FAILURES = [
    ("overrides/a.js", f"e.t = 'b' + '@made.test'; f('{PLAIN}')", values._KINDS, "sum"),
    ("overrides/b.js", f"e.t = 'c' + '@made.test'; f('{PLAIN}')", javascript.Reader, "expressions"),
    ("overrides/c.js", f"e.t = 'd' + '@made.test'; f('{PLAIN}')", making, "_is_written_otherwise"),
    ("overrides/a.html", SCRIPT * 3, values._KINDS, "sum"),
    ("overrides/b.html", SCRIPT.replace("'a'", "'e'"), page, "elements"),
    ("overrides/c.html", f"{{{{ 'f' ~ '@made.test' }}}} {PLAIN}", templates, "_shown"),
    ("hooks/a.py", f"A = 'g' + '@made.test'\nB = '{PLAIN}'\n", python.Expressions, "read"),
    ("docs/a.md", f"<script>e.t = 'h' + '@made.test'</script>\n\n{PLAIN}\n", values._KINDS, "sum"),
]


def failing(*args, **kwargs):
    raise AssertionError("our reader stumbles")


def injected(monkeypatch, owner, name):
    if owner is page:
        monkeypatch.setattr("helpcenter.guard.programs.elements", failing)
    elif isinstance(owner, dict):
        monkeypatch.setitem(owner, name, failing)
    else:
        monkeypatch.setattr(owner, name, failing)


@pytest.mark.parametrize(("path", "text", "owner", "name"), FAILURES, ids=[f[0] for f in FAILURES])
def test_a_failure_is_one_finding_beside_all_others(path, text, owner, name, monkeypatch):
    injected(monkeypatch, owner, name)
    findings = list(check_bytes(path, text.encode(), TRUTH))
    (told,) = [finding for finding in findings if finding.rule == "HC131"]
    assert (told.path, told.found) == (path, "AssertionError")
    assert "look at it by hand" in told.message.en and "人工查看" in told.message.zh
    assert PLAIN in {finding.canonical for finding in findings}


def test_the_other_expressions_of_a_program_are_worked_out(monkeypatch):
    monkeypatch.setitem(values._KINDS, "choice", failing)
    text = "x = a ? b : c; e.t = 'i' + '@made.test'"
    findings = list(check_bytes("overrides/d.js", text.encode(), TRUTH))
    assert [f.rule for f in findings].count("HC131") == 1
    assert "i@made.test" in {finding.canonical for finding in findings}


def test_a_failure_in_a_built_script_is_one_finding_beside_all_others(tmp_path, monkeypatch):
    (tmp_path / "a.js").write_text(f"f('写信到 {PLAIN}')", "utf-8")
    (tmp_path / "b.html").write_text("<p>other@evil.test", "utf-8")
    monkeypatch.setattr(literals, "unescaped", failing)
    findings = audit(tmp_path, TRUTH)
    assert [(f.path, f.rule) for f in findings if f.rule == "HC131"] == [("a.js", "HC131")]
    assert {PLAIN, "other@evil.test"} <= {finding.canonical for finding in findings}


def test_where_nobody_would_tell_a_failure_is_raised():
    with pytest.raises(RuntimeError, match="ValueError"):
        bounds.meet(bounds.Unread("ValueError"))
    with bounds.watched() as met:
        for what in ("a bound", bounds.Unread("ValueError"), bounds.Unread("KeyError")):
            bounds.meet(what)
    assert list(met) == ["a bound", "ValueError"]
