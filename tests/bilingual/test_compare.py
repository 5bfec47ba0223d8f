"""What a proposal changes for readers."""

from __future__ import annotations

import json

from tests.bilingual.project import Pages

FEES = "fees/fees-overview"


def test_compare_lists_what_changes_for_readers(site, tmp_path):
    base = str(Pages(tmp_path / "base").root)
    assert site.run("compare", base).stdout == "Nothing changes for readers.\n"
    site.edit("_data/contacts.yml", "support@okpay.example", "care@okpay.example")
    site.edit("_data/policy.yml", "ceiling: 10", "ceiling: 20")
    site.edit(f"{FEES}.md", "先问客服，再付款", "先问客服，晚些付款")
    (site.root / "docs/about.en.md").unlink()
    changes = json.loads(site.run("compare", base, "--format", "json").stdout)
    fact = next(f for f in changes["facts"] if f["after"] == "care@okpay.example")
    assert fact["before"] == "support@okpay.example" and "about" in fact["pages"]
    assert changes["addresses"] == {
        "added": ["care@okpay.example"],
        "removed": ["support@okpay.example"],
    }
    owner = changes["limits"][0].pop("owner")
    assert changes["limits"] == [{"name": "translation.ceiling", "before": "10", "after": "20"}]
    assert owner and changes["translation"]["new"] == ["about", f"{FEES}#steps"]
    assert [(page["page"], page["change"], page["file"]) for page in changes["pages"]] == [
        ("about.en.md", "gone", "en/about/index.html"),
        (f"{FEES}.md", "changed", f"{FEES}/index.html"),
    ]
    text = site.run("compare", base, lang="zh").stdout
    assert "- support@okpay.example" in text and "没跟上的英文小节：0 → 10 / 20" in text


def test_compare_lists_more_than_records(site, tmp_path):
    base = str(Pages(tmp_path / "base").root)
    site.edit("_data/glossary.yml", "把钱存入账户。", "把钱存进账户。")
    site.edit("_data/interface.yml", "zh: 看中文版", "zh: 去看中文版")
    site.edit("_data/impostors.yml", "support@okpay-help.test", "help@okpay-help.test")
    site.edit("_data/categories.yml", "zh: 联系客服", "zh: 怎么联系客服")
    site.edit("_data/addresses.yml", "redirects: {}", "redirects:\n  old/page/: about/")
    changes = json.loads(site.run("compare", base, "--format", "json").stdout)
    told = {(fact["record"], fact["field"]): fact["after"] for fact in changes["facts"]}
    assert told == {
        ("redirects", "old/page/"): "about/",
        ("impostors/fake-support-email", "value"): "help@okpay-help.test",
        ("categories/contact", "title.zh"): "怎么联系客服",
        ("glossary/deposit", "definition.zh"): "把钱存进账户。",
        ("interface/lag_link", "zh"): "去看中文版",
    }


def test_compare_reads_the_proposal_as_data_only(site, tmp_path):
    base = str(Pages(tmp_path / "base").root)
    (site.root / "docs/_data/fees.yml").write_text("fees: [", "utf-8")
    result = site.run("compare", base)
    assert result.exit_code == 2 and "errors" in result.stderr
