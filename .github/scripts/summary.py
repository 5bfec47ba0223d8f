"""Turn the JSON of `helpcenter check` and `compare` into short Markdown, trusting nothing in it.

Standard library only: it runs where the environment of the repository is not installed.
"""

from __future__ import annotations

import argparse
import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MAX_BYTES = 1_000_000
MAX_FINDINGS = 30
MAX_LINE = 200
MAX_ROWS = 60
MAX_CELL = 80
MAX_PAGES = 6
NO_TABLE = "改了什么，这次列不出来，请看日志。 / What changes cannot be listed, see the log.\n"


def load(path: Path, name: str, *, zipped: bool) -> Any:
    """What a report holds; None if it is missing, larger than MAX_BYTES or no JSON.

    Args:
        path: a JSON file, or the zip of an artifact holding `name`.
        name: of the file in the zip.
        zipped: whether it is the zip. Nothing of it is ever written to disk.
    """
    try:
        if zipped:
            with zipfile.ZipFile(path) as archive, archive.open(name) as file:
                raw = file.read(MAX_BYTES + 1)
        else:
            raw = path.read_bytes()[: MAX_BYTES + 1]
        return None if len(raw) > MAX_BYTES else json.loads(raw)
    except (OSError, zipfile.BadZipFile, RecursionError, ValueError, KeyError):
        return None


def findings_of(report: object) -> list[dict[str, Any]] | None:
    """The findings in a report of `check`; None if it is no such report."""
    findings = report.get("findings") if isinstance(report, dict) else None
    whole = isinstance(findings, list) and all(isinstance(f, dict) for f in findings)
    return findings if whole else None


def plain(value: object) -> str:
    """One line that cannot leave a code block or reach outside it."""
    text = "".join(c if c.isprintable() and c != "`" else " " for c in str(value)[:MAX_LINE])
    return " ".join(text.split())


def line(finding: dict[str, Any]) -> str:
    """`path:line:column  RULE  message`, as the text report prints it."""
    place = ":".join(plain(finding.get(key, "")) for key in ("path", "line", "column"))
    return f"{place}  {plain(finding.get('rule', ''))}  {plain(finding.get('message', ''))}"[
        :MAX_LINE
    ]


def markdown(findings: list[dict[str, Any]] | None) -> str:
    """The whole text: a heading, at most MAX_FINDINGS lines, and how many were left out."""
    if findings is None:
        return "检查报告读不了，请看日志。 / The report cannot be read, see the log.\n"
    if not findings:
        return "没有发现问题。 / No findings.\n"
    lines = [line(finding) for finding in findings[:MAX_FINDINGS]]
    left = len(findings) - len(lines)
    more = (
        f"\n还有 {left} 条，见检查日志。 / {left} more in the log of the check.\n" if left else ""
    )
    head = f"发现 {len(findings)} 个问题。 / {len(findings)} findings."
    return "\n".join((head, "", "```text", *lines, "```", more))


def code(value: object) -> str:
    """A value as a code span that fits in a cell; empty for nothing."""
    text = plain(value).replace("|", "¦")
    text = text if len(text) <= MAX_CELL else f"{text[:MAX_CELL]}…"
    return f"`{text}`" if text else ""


def codes(values: object) -> str:
    """Several values in one cell, at most MAX_PAGES, and how many more there are."""
    several = values if isinstance(values, list) else []
    more = [f"+{len(several) - MAX_PAGES}"] if len(several) > MAX_PAGES else []
    return " ".join([*map(code, several[:MAX_PAGES]), *more])


def rows(changes: dict[str, Any], preview: str) -> Iterator[tuple[str, str, str, str]]:
    """Cells of each row: what, before, after, where; the debt first, so that it is never cut."""
    debt = changes["translation"]
    before, after = int(debt["before"]), int(debt["after"])
    what = f"没跟上的英文小节 / sections behind (≤ {int(debt['ceiling'])})"
    number = f"{after} ({after - before:+d}), 事实不同 / wrong facts {int(debt['hard'])}"
    yield what, str(before), number, codes(debt["new"])
    for limit in changes["limits"]:
        what = f"**上限 / limit** {code(limit['name'])}"
        yield what, code(limit["before"]), code(limit["after"]), code(limit["owner"])
    addresses = changes["addresses"]
    for value in addresses["added"]:
        yield "**新地址 / address added**", "", code(value), ""
    for value in addresses["removed"]:
        yield "**删去的地址 / address removed**", code(value), "", ""
    for fact in changes["facts"]:
        what = f"{code(fact['record'])} {code(fact['field'])}"
        yield what, code(fact["before"]), code(fact["after"]), codes(fact["pages"])
    for page in changes["pages"]:
        file = code(page["file"])
        link = f"[{file}]({preview})" if preview and page["change"] != "gone" else file
        yield f"页面 / page {code(page['page'])}", "", code(page["change"]), link


def table(changes: object, preview: str = "") -> str:
    """One table of what a proposal changes; `preview` is the address of the built site."""
    try:
        found = list(rows(changes, preview))  # type: ignore[arg-type]
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError):
        return NO_TABLE
    head = ("改动 / Change", "之前 / Before", "之后 / After", "页面 / Pages")
    lines = [f"| {' | '.join(cells)} |" for cells in (head, ("---",) * 4, *found[:MAX_ROWS])]
    left = len(found) - MAX_ROWS
    more = f"\n还有 {left} 行没有列出。 / {left} more rows.\n" if left > 0 else ""
    hint = (
        "\n预览是一个压缩包：解压后在里面运行 `python3 -m http.server`，再打开上面的文件。"
        " / The preview is an archive: unpack it, run `python3 -m http.server` in it,"
        " then open the files above.\n"
    )
    return "\n".join((*lines, more)) + (hint if preview else "")


def main() -> None:
    """Read a report, print Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--json", type=Path)
    source.add_argument("--zip", type=Path)
    parser.add_argument("--rule", help="only findings of this rule")
    parser.add_argument("--preview", default="", help="address of the built site")
    options = parser.parse_args()
    source_path, zipped = options.zip or options.json, options.zip is not None
    findings = findings_of(load(source_path, "findings.json", zipped=zipped))
    if findings and options.rule:
        findings = [finding for finding in findings if finding.get("rule") == options.rule]
    text = markdown(findings)
    if zipped:
        text = f"{table(load(source_path, 'changes.json', zipped=True), options.preview)}\n{text}"
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
