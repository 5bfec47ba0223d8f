"""Edits a record file as text: only the record's own lines change; comments stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from helpcenter.data.decoding import decode
from helpcenter.data.files import DATA, FILES, RecordFile, file_of
from helpcenter.data.models.base import RetireReason
from helpcenter.data.problems import closest
from helpcenter.data.yaml_file import Document, read_yaml
from helpcenter.model import Text


class EditError(Exception):
    """The edit cannot be made; nothing was written."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class _File:
    file: RecordFile
    text: str
    document: Document


def retire(
    root: Path, key: str, reason: RetireReason, today: date, replaced_by: str | None = None
) -> str:
    """Switch a record off; the full key of the record, such as `contacts/support-phone`.

    `key` may leave out the group where the name is unique. Only the file of the record must be
    readable: other broken files do not block an emergency.

    Raises:
        EditError: no such record, or it cannot be retired; nothing was written.
        OSError: the file cannot be written; it is unchanged.
    """
    files = _readable_files(root)
    key = _full_key(key, files)
    group, _, name = key.partition("/")
    edited = files[file_of(group).name]
    if replaced_by is not None and replaced_by not in _records(edited.document, group):
        raise EditError(_unknown(replaced_by, list(_records(edited.document, group))))
    text = _retired_text(edited, group, name, _details(reason, today, replaced_by))
    replace_file(root / edited.file.path, text)
    return key


def _details(reason: RetireReason, today: date, replaced_by: str | None) -> str:
    successor = f", replaced_by: {replaced_by}" if replaced_by else ""
    return f"retired: {{on: {today.isoformat()}, reason: {reason.value}{successor}}}"


def _readable_files(root: Path) -> dict[str, _File]:
    files: dict[str, _File] = {}
    for file in FILES:
        try:
            text, _ = decode((root / file.path).read_bytes())
        except OSError:
            continue
        if text is not None and not (document := read_yaml(text)).broken:
            files[file.name] = _File(file, text, document)
    return files


def _records(document: Document, group: str) -> Mapping[str, object]:
    section = document.value.get(group) if isinstance(document.value, dict) else None
    return section if isinstance(section, dict) else {}


def _full_key(key: str, files: Mapping[str, _File]) -> str:
    keys = [
        f"{group}/{name}"
        for item in files.values()
        for group in item.file.groups
        for name in _records(item.document, group)
    ]
    found = [item for item in keys if key in (item, item.partition("/")[2])]
    if len(found) > 1:
        raise EditError(
            Text(
                f"有好几条记录叫“{key}”，请写全：{'、'.join(found)}。",
                f"Several records are called “{key}”; write one of {', '.join(found)}.",
            )
        )
    if not found:
        raise EditError(_unknown(key, keys))
    return found[0]


def _unknown(key: str, keys: list[str]) -> Text:
    names = [*keys, *(item.partition("/")[2] for item in keys)]
    near = closest(key, filter(None, names))
    return Text(
        f"{DATA} 里没有记录“{key}”。" + (f"是不是想写 {'、'.join(near)}？" if near else ""),
        f"There is no record “{key}” in {DATA}."
        + (f" Did you mean {', '.join(near)}?" if near else ""),
    )


def _retired_text(edited: _File, group: str, name: str, details: str) -> str:
    """The file's text with `status: retired` and the details right after it."""
    document, text = edited.document, edited.text
    status = document.places.get((group, name, "status"))
    if status is None or not status.raw:
        raise EditError(
            Text(f"“{group}/{name}”没有 status，改不了。", f"“{group}/{name}” has no status.")
        )
    if (group, name, "retired") in document.places:
        raise EditError(
            Text(f"“{group}/{name}”早已停用。", f"“{group}/{name}” is retired already.")
        )
    lines = text.splitlines(keepends=True)
    row, column = status.value.line - 1, status.value.column - 1
    line = lines[row]
    end = column + len(status.raw)
    if _is_flow(document, lines, (group, name)):
        lines[row] = f"{line[:column]}retired, {details}{line[end:]}"
        return "".join(lines)
    ending = "\r\n" if line.endswith("\r\n") else "\n"
    changed = (line[:column] + "retired" + line[end:]).rstrip("\r\n") + ending
    indent = " " * (status.key.column - 1)
    lines[row] = f"{changed}{indent}{details}{ending}"
    return "".join(lines)


def _is_flow(document: Document, lines: list[str], path: tuple[str, str]) -> bool:
    at = document.places[path].value
    return lines[at.line - 1][at.column - 1] == "{"


def replace_file(path: Path, text: str) -> None:
    """Write to a temporary file and rename it, so that a failure leaves the old file intact."""
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.write_bytes(text.encode("utf-8"))
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
