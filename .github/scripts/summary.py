"""Turn the JSON of `helpcenter check` into a short Markdown text, trusting nothing in it.

Standard library only: it runs where the environment of the repository is not installed.
"""

from __future__ import annotations

import argparse
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

MAX_BYTES = 1_000_000
MAX_FINDINGS = 30
MAX_LINE = 200


def load(path: Path, *, zipped: bool) -> list[dict[str, Any]] | None:
    """The findings in a report; None if it is larger than MAX_BYTES or not a report.

    Args:
        path: a JSON file, or the zip of an artifact holding `findings.json`.
        zipped: whether it is the zip. Nothing of it is ever written to disk.
    """
    try:
        if zipped:
            with zipfile.ZipFile(path) as archive, archive.open("findings.json") as file:
                raw = file.read(MAX_BYTES + 1)
        else:
            raw = path.read_bytes()[: MAX_BYTES + 1]
        if len(raw) > MAX_BYTES:
            return None
        findings = json.loads(raw)["findings"]
        whole = isinstance(findings, list) and all(isinstance(f, dict) for f in findings)
        return findings if whole else None
    except (OSError, zipfile.BadZipFile, RecursionError, ValueError, KeyError, TypeError):
        return None


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


def main() -> None:
    """Read a report, print Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--json", type=Path)
    source.add_argument("--zip", type=Path)
    parser.add_argument("--rule", help="only findings of this rule")
    options = parser.parse_args()
    findings = load(options.zip or options.json, zipped=options.zip is not None)
    if findings and options.rule:
        findings = [finding for finding in findings if finding.get("rule") == options.rule]
    sys.stdout.write(markdown(findings))


if __name__ == "__main__":
    main()
