"""Record files: every kind of mistake has its exact place and words, good files are silent."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.data.table import TODAY, Case, base_root, cases

from helpcenter.data.files import DATA, FILES
from helpcenter.data.load import load
from helpcenter.model import Position

TABLES = ("form", "values", "addresses", "sense")
ALL = [case for table in TABLES for case in cases(table)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_case(case: Case, tmp_path) -> None:
    root = base_root(tmp_path)
    name = f"docs/_data/{case.extra['file']}.yml"
    (root / name).write_bytes(case.text.encode(case.extra.get("encode", "utf-8")))
    findings = load(root, TODAY).findings
    assert {finding.path for finding in findings} <= {name}
    case.assert_findings(findings)


def test_the_smallest_good_files_are_silent(tmp_path) -> None:
    loaded = load(base_root(tmp_path), TODAY)
    assert loaded.findings == []
    assert loaded.records is not None


def test_all_files_are_judged_in_one_run(tmp_path) -> None:
    root = base_root(tmp_path)
    for path in sorted((root / "docs/_data").glob("*.yml")):
        path.write_text("nonsense: 1\n", encoding="utf-8")
    loaded = load(root, TODAY)
    unknown = [item.path for item in loaded.findings if item.rule == "HC212"]
    assert len(unknown) == len(FILES) == len(set(unknown))
    assert loaded.records is None


def test_missing_and_unexpected_files(tmp_path) -> None:
    data = base_root(tmp_path) / "docs/_data"
    (data / "ui.yml").rename(data / "uii.yml")
    (data / "notes").mkdir()
    (data / ".contacts.yml.swp").write_text("editor's own", encoding="utf-8")
    findings = load(tmp_path / "root", TODAY).findings
    assert [(item.rule, item.path) for item in findings] == [
        ("HC218", "docs/_data/notes"),
        ("HC218", "docs/_data/ui.yml"),
        ("HC218", "docs/_data/uii.yml"),
    ]
    assert "ui.yml" in findings[2].suggestion.en
    assert all(item.position == Position(1, 1) for item in findings)


def test_no_data_folder_names_each_missing_file(tmp_path) -> None:
    findings = load(tmp_path, TODAY).findings
    assert {item.rule for item in findings} == {"HC218"}
    assert len(findings) == sum(not file.optional for file in FILES)


def test_a_folder_or_link_in_place_of_a_file(tmp_path) -> None:
    data = base_root(tmp_path) / "docs/_data"
    (data / "ui.yml").unlink()
    (data / "ui.yml").mkdir()
    (data / "links.yml").unlink()
    (data / "links.yml").symlink_to("/nowhere/at/all")
    findings = load(tmp_path / "root", TODAY).findings
    assert [(item.rule, item.path) for item in findings] == [
        ("HC210", "docs/_data/ui.yml"),
        ("HC218", "docs/_data/links.yml"),
    ]


def test_broken_interface_words_do_not_hide_the_facts(tmp_path) -> None:
    root = base_root(tmp_path)
    (root / "docs/_data/interface.yml").write_text("interface: [\n", encoding="utf-8")
    loaded = load(root, TODAY)
    assert [item.rule for item in loaded.findings] == ["HC210"]
    assert loaded.records is not None
    assert loaded.records.interface == {}


def test_expiry_is_a_warning_and_the_rest_are_errors(tmp_path) -> None:
    case = next(case for case in cases("sense") if case.name.startswith("expired"))
    root = base_root(tmp_path)
    (root / "docs/_data/contacts.yml").write_text(case.text, encoding="utf-8")
    loaded = load(root, TODAY)
    assert [item.severity.value for item in loaded.findings] == ["warning", "warning"]
    assert loaded.records is not None
    states = {key: loaded.records.state(key) for key, _ in loaded.records.items()}
    assert states["contacts/mail"] == "expired"
    assert states["contacts/fresh"] == "verified"
    assert states["contacts/gone"] == "retired"
    assert states["domains/site"] == "sample"


# in the others nothing is required
NAMES = [file.name for file in FILES if file.name not in ("questions", "search", "waivers")]
JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.dates().map(str)
    | st.sampled_from(
        ["", "mail", "verified", "99999999999999999999", "9999-12-31", "https://[", "xn--", "a@b"]
    ),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(
                ["mail", "status", "verified", "on", "email", "url", "host", "contacts"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def junk_root(tmp_path_factory):
    return base_root(tmp_path_factory.mktemp("junk"))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(NAMES), junk=JUNK, section=st.booleans())
def test_junk_is_found_and_never_raises(junk_root, name: str, junk, section: bool) -> None:
    file = junk_root / f"docs/_data/{name}.yml"
    good = file.read_bytes()
    first = good.decode().partition(":")[0]
    # JSON is YAML: the junk arrives as it is
    file.write_text(json.dumps({first: {"mail": junk}} if section else junk), encoding="utf-8")
    try:
        loaded = load(junk_root, TODAY)
    finally:
        file.write_bytes(good)
    assert loaded.findings
    assert {item.path for item in loaded.findings} <= {f"{DATA}/{file.name}.yml" for file in FILES}
