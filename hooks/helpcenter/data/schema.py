"""JSON Schemas of the record files, so that editors complete and check while typing."""

from __future__ import annotations

import json
from pathlib import Path

from helpcenter.data.files import FILES

SCHEMAS = "hooks/helpcenter/data/schemas"
"""Folder of the generated schemas, relative to the root."""


def schemas() -> dict[str, str]:
    """The text of each schema by file name, such as `contacts.schema.json`."""
    texts: dict[str, str] = {}
    for file in FILES:
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
        schema |= file.model.model_json_schema(by_alias=True)
        texts[f"{file.name}.schema.json"] = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    return texts


def write_schemas(root: Path) -> list[str]:
    """Write all schemas, remove those of files that no longer exist; names that changed."""
    folder = root / SCHEMAS
    folder.mkdir(parents=True, exist_ok=True)
    texts = schemas()
    changed = [path.name for path in folder.glob("*.schema.json") if path.name not in texts]
    for name in changed:
        (folder / name).unlink()
    for name, text in texts.items():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(name)
    return sorted(changed)
