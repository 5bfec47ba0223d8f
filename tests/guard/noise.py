"""How much the guard says about ordinary text: Markdown of installed packages' documentation.

    python -m tests.guard.noise FOLDER… [--files 500] [--show 40]

Prints the findings per 1,000 lines, without links and hosts (such pages are full of them and
say so openly) and, per kind, how many, with the first ones. Carriers are counted apart.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.guard.helpers import judged

from helpcenter.model import Finding

_HAN = re.compile(r"[\u4e00-\u9fff]{4}")


def main(arguments: list[str] | None = None) -> int:
    """Read the files and print the sums; 0 always: a person judges."""
    parser = argparse.ArgumentParser(prog="python -m tests.guard.noise", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--show", type=int, default=40)
    options = parser.parse_args(arguments)
    lines = files = chinese = 0
    kinds: Counter[str] = Counter()
    shown: dict[str, list[str]] = {}
    real = 0
    for path, text in texts(options.folders, options.files):
        files, lines = files + 1, lines + text.count("\n")
        chinese += bool(_HAN.search(text))
        for finding in judged(text):
            kinds[finding.kind] += 1
            real += is_written_out(finding)
            at = f"{path}:{finding.position.line}"
            guess = "" if is_written_out(finding) else "READ INTO IT "
            said = f"{finding.canonical[:60]} <- {finding.found[:70]!r} {finding.message.en[-90:]}"
            shown.setdefault(finding.kind, []).append(f"  {guess}{at[-60:]}: {said}")
    counted = sum(number for kind, number in kinds.items() if kind != "url")
    print(f"{files} files ({chinese} Chinese), {lines} lines, {dict(kinds)}")
    print(f"non-link findings per 1,000 lines: {1000 * counted / max(lines, 1):.2f}")
    print(
        f"of these, addresses that stand there openly: {real}; read into the text: {counted - real}"
    )
    for kind, said in shown.items():
        if kind != "url":
            print(f"{kind}: {len(said)}", *said[: options.show], sep="\n")
    return 0


def is_written_out(finding: Finding) -> bool:
    """A mailbox or account that stands in the text as it is: somebody's real address."""
    plain = finding.canonical.rpartition(":")[2].lower().lstrip("@") in finding.found.lower()
    return finding.kind in ("email", "messenger", "social") and plain


def texts(folders: list[Path], most: int) -> Iterator[tuple[Path, str]]:
    """Markdown files of some size, each content once."""
    seen: set[int] = set()
    for folder in folders:
        for path in sorted(folder.rglob("*.md")):
            try:
                text = path.read_text("utf-8")
            except (OSError, UnicodeDecodeError):
                continue
            if 1000 < len(text) < 200_000 and hash(text) not in seen and len(seen) < most:
                seen.add(hash(text))
                yield path, text


if __name__ == "__main__":
    sys.exit(main())
