"""The record files of this repository: silent, complete, and described by fresh schemas."""

from __future__ import annotations

import json
import string
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.rows import rows

from helpcenter.data.files import DATA, FILES, GROUPS
from helpcenter.data.load import load
from helpcenter.data.schema import SCHEMAS, schemas, write_schemas
from helpcenter.data.wording import WORDING
from helpcenter.data.yaml_file import read_yaml
from helpcenter.model import Severity

ROOT = Path(__file__).resolve().parents[2]


def plain(value: Any) -> Any:
    """The value as JSON knows it."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def test_no_error_in_the_shipped_records() -> None:
    loaded = load(ROOT, date.today())
    assert [item for item in loaded.findings if item.severity is Severity.ERROR] == []
    assert loaded.records is not None


def test_every_record_has_a_place_a_state_and_an_expiry() -> None:
    records = load(ROOT, date.today()).records
    assert records is not None
    for key, record in records.items():
        place = records.place(key)
        line = (ROOT / place.path).read_text(encoding="utf-8").split("\n")[place.position.line - 1]
        assert line[place.position.column - 1 :].startswith(key.partition("/")[2])
        assert records.record(key) is record
        assert (records.expires(key) is None) == (record.verified is None)
        assert records.state(key) in ("sample", "verified", "expired", "retired")
    assert {key.partition("/")[0] for key, _ in records.items()} <= set(GROUPS)
    with pytest.raises(KeyError):
        records.record("nothing/here")


@cache
def texts() -> dict[str, str]:
    """The schemas, made once for the tests of each file."""
    return schemas()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_file_names_its_schema_and_obeys_it(file) -> None:
    text = (ROOT / file.path).read_text(encoding="utf-8")
    first = text.split("\n", maxsplit=1)[0]
    assert first == f"# yaml-language-server: $schema=../../{SCHEMAS}/{file.name}.schema.json"
    assert (ROOT / DATA / first.partition("=")[2]).is_file()
    schema = json.loads(texts()[f"{file.name}.schema.json"])
    value = plain(read_yaml(text).value)
    jsonschema.Draft202012Validator(schema).validate(value)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate({**value, "nonsense": 1})


def test_schemas_are_fresh() -> None:
    folder = ROOT / SCHEMAS
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert written == schemas()


def test_writing_schemas_removes_old_ones_and_then_rests(tmp_path) -> None:
    folder = tmp_path / SCHEMAS
    folder.mkdir(parents=True)
    (folder / "old.schema.json").write_text("{}", encoding="utf-8")
    assert len(write_schemas(tmp_path)) == len(FILES) + 1
    assert write_schemas(tmp_path) == []
    assert sorted(path.name for path in folder.iterdir()) == sorted(schemas())


@rows("code", sorted(WORDING))
def test_both_languages_can_be_filled_in(code: str) -> None:
    rule, text = WORDING[code]
    assert rule.startswith(("HC2", "HC4"))
    names = {"zh", "en", "problem", "zh_guess", "en_guess"}  # words of one language only
    fields = [
        {name for _, name, _, _ in string.Formatter().parse(side) if name} - names
        for side in (text.zh, text.en)
    ]
    assert fields[0] - {"key"} == fields[1] - {"key"}
    assert text.zh.endswith(("。", "？", "}"))
    assert text.en.endswith((".", "?", "}"))
