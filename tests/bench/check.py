"""Time and memory of `helpcenter check` on a project of many articles.

    python -m tests.bench.check [--articles 1000]

The project is this one with its own articles again and again, the digits and some words of each
copy changed, so that no text is there twice. Prints seconds of CPU and of the clock, and the
largest memory of a process; both sizes, so that growth shows.
"""

from __future__ import annotations

import argparse
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("docs", "overrides", "hooks", "mkdocs.yml", "assets.lock")
_WORD = re.compile(r"(?<![\w{(./-])[a-z]{4,9}(?![\w)}./:-])|天|款|页|账")
_SPARED = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|\{[^}]*\}|^(?:---|\w+:.*)$|<!--.*?-->", re.MULTILINE)


def varied(text: str, number: int) -> str:
    """The text with a word here and there lengthened by the number of the copy."""
    spared = [match.span() for match in _SPARED.finditer(text)]

    def change(match: re.Match[str]) -> str:
        inside = any(a <= match.start() < b for a, b in spared)
        return match[0] if inside or match.start() % 5 else f"{match[0]}之{number % 7}"

    return _WORD.sub(change, text)


def project(folder: Path, articles: int) -> int:
    """Write a project; how many articles it has."""
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, folder / part)
    pages = [p for p in (folder / "docs").rglob("*.md") if "-" in p.stem and p.stem != "index"]
    count = len(list((folder / "docs").rglob("*.md")))
    number = 0
    while count < articles:
        number += 1
        for page in pages[: articles - count]:
            name, dot, ending = page.name.partition(".")
            page.with_name(f"{name}-c{number}{dot}{ending}").write_text(
                varied(page.read_text("utf-8"), number), "utf-8"
            )
        count += len(pages[: articles - count])
    return count


def measured(folder: Path) -> tuple[float, float, float, int]:
    """Seconds of the clock, seconds of CPU, megabytes, findings."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "helpcenter.cli", "check", "--root", str(folder)]
    command += ["--format", "json"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if not run.stdout.startswith("{"):
        sys.exit(run.stderr)
    return time.perf_counter() - start, cpu, after.ru_maxrss / 1024, run.stdout.count('"rule"')


def main() -> None:
    """Measure half the size, then the whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    wanted = parser.parse_args().articles
    for size in (wanted // 2, wanted):
        with tempfile.TemporaryDirectory() as folder:
            count = project(Path(folder), size)
            clock, cpu, memory, findings = measured(Path(folder))
        print(f"{count} articles, {findings} findings:")
        print(f"  {clock:.1f} s, {cpu:.1f} s of CPU, {memory:.0f} MB")


if __name__ == "__main__":
    main()
