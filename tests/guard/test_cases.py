"""The scoring runner: its interface, and that it tells fakes from innocent text."""

import json

import pytest
from tests.guard import run

TRUTH = """
brand: OKPay
emails: [support@okpay.example]
phones: [{e164: "+12025550100", display: "+1-202-555-0100"}]
hosts: [okpay.example]
live_chat: https://chat.okpay.example/
social: {x: {handle: "@okpay_demo", url: https://x.com/okpay_demo}}
messengers: {qq: []}
link_hosts: [docs.test]
"""


def row(name, content, path=None, **more):
    file = {
        "path": path or f"docs/{name}.md",
        "mode": more.pop("mode", "create"),
        "content": content,
    }
    return {"id": name, "files": [file], **more}


ROWS = [
    row("p1", "a@evil.test\n", kind="email", family="plain", fake="a@evil.test", solo=False),
    row("p2", "extra: https://evil.test\n", "mkdocs.yml", mode="append", kind="url",
        family="config", fake="https://evil.test/", solo=True),
    row("p3", "什么也没有\n", kind="email", family="plain", fake="a@evil.test", solo=False),
]  # fmt: skip
INNOCENT = [
    row("n1", "support@okpay.example\n", category="official-contact", solo=False),
    row("n2", "https://docs.test/a\n", category="allowed-link", solo=False),
    row("n3", "版本 1.2.3\n", category="version", solo=False),
    row(
        "n4",
        "https://x.com/okpay_demo https://chat.okpay.example/\n",
        category="config",
        solo=False,
    ),
]


@pytest.mark.parametrize(
    ("rows", "verdicts"),
    [
        (ROWS, {"p1": (True, True), "p2": (True, True), "p3": (False, False)}),
        (INNOCENT, dict.fromkeys(("n1", "n2", "n3", "n4"), (False, False))),
    ],
)
def test_runner(tmp_path, capsys, rows, verdicts):
    (tmp_path / "truth.yml").write_text(TRUTH, "utf-8")
    cases, out = tmp_path / "cases.jsonl", tmp_path / "out.json"
    cases.write_text("\n".join(json.dumps(item) for item in rows), "utf-8")
    truth = str(tmp_path / "truth.yml")
    assert run.main([str(cases), "--truth", truth, "--json", str(out)]) == 0
    results = json.loads(out.read_text("utf-8"))
    assert {r["id"]: (r["flagged"], r["named"]) for r in results} == verdicts
    assert all("findings" in result for result in results)
    assert "all" in capsys.readouterr().out
