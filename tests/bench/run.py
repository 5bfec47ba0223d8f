"""`make bench`: this site against the plain stack, as ratios and as build/bench.json.

The plain stack is mkdocs, Material, static-i18n and Material's own search over the same pages,
with our hooks, overrides and settings left out; expressions stay in its pages as text.
Ratios travel between machines, seconds do not.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLAIN_CONFIG = """\
site_name: Plain
site_url: https://plain.test/
theme:
  name: material
markdown_extensions: [admonition, attr_list, toc]
plugins:
  - search
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: zh, name: 中文, default: true, build: true}
        - {locale: en, name: English, build: true}
"""
OUR_TEMPLATE = re.compile(r"^template:.*\n", re.MULTILINE)


@dataclass(frozen=True)
class Measure:
    """What one way of building costs, each the median of the runs."""

    seconds: float
    memory_mb: float
    """Peak resident memory of the build process."""
    files: int
    site_kb: float
    page_gz_kb: float
    """HTML of one page as sent over the wire, the mean over all pages."""


def plain_project(folder: Path) -> Path:
    """Write the plain stack's project into `folder`; its configuration file."""
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("_data"))
    for page in (folder / "docs").rglob("*.md"):
        text = page.read_text("utf-8")
        page.write_text(OUR_TEMPLATE.sub("", text, count=1), "utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(PLAIN_CONFIG, "utf-8")
    return config


def build(config: Path, site: Path) -> tuple[float, float]:
    """Seconds and peak megabytes of one build; stops the benchmark when it fails."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(site)]
    began = time.perf_counter()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, cwd=config.parent, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            sys.exit(f"{config} does not build:\n{log.read().decode(errors='replace')}")
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return seconds, usage.ru_maxrss / unit


def measure(config: Path, site: Path, runs: int) -> Measure:
    """Build `config` `runs` times into `site` and look at the result."""
    costs = [build(config, site) for _ in range(runs)]
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = [path.read_bytes() for path in files if path.suffix == ".html"]
    return Measure(
        seconds=round(statistics.median(seconds for seconds, _ in costs), 2),
        memory_mb=round(statistics.median(memory for _, memory in costs), 1),
        files=len(files),
        site_kb=round(sum(path.stat().st_size for path in files) / 1024, 1),
        page_gz_kb=round(statistics.mean(len(gzip.compress(page)) for page in pages) / 1024, 2),
    )


def main() -> None:
    """Measure both, print the table, write the JSON."""
    parser = argparse.ArgumentParser(description="This site against the plain stack.")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "bench.json")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "plain").mkdir()
        plain_config = plain_project(folder / "plain")
        plain = asdict(measure(plain_config, folder / "plain-site", options.runs))
        ours = asdict(measure(ROOT / "mkdocs.yml", folder / "our-site", options.runs))
    ratios = {name: round(ours[name] / plain[name], 2) for name in plain}
    print(f"{'':12}{'plain':>12}{'ours':>12}{'ratio':>8}")
    for name, ratio in ratios.items():
        print(f"{name:12}{plain[name]:12}{ours[name]:12}{ratio:8}")
    report = {"runs": options.runs, "python": platform.python_version(), "cores": os.cpu_count()}
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(
        json.dumps(report | {"plain": plain, "ours": ours, "ratios": ratios}, indent=2) + "\n"
    )


if __name__ == "__main__":
    main()
