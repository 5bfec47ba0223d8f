"""Lighthouse (mobile) on home, category and article of the test copy of a release.

The test copy is what an operator would publish, except that its records are samples under
reserved names, so it must say `noindex`; that costs SEO points by definition. Each page is
therefore also measured as it will be when the marker is gone: the same bytes without that one
line. Needs Node, npm and Chromium; Lighthouse itself is installed below build/ at the first run.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.conftest import find_chromium
from tests.site.project import TEST_COPY, Project, verify_all
from tests.site.server import serving

ROOT = Path(__file__).resolve().parents[2]
VERSION = "12.8.2"  # the last that runs on Node 20
FOLDER = ROOT / "build" / "lighthouse"
TOOL = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
PAGES = {
    "home": "",
    "home en": "en/",
    "category": "payments/",
    "article": "fees/fees-overview/",
    "article en": "en/payments/withdrawal-not-arrived/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
MARKER = '<meta name="robots" content="noindex">'
FLAGS = "--headless=new --no-sandbox --disable-gpu"


def install() -> None:
    """Put the pinned Lighthouse below build/, once; stops when npm cannot."""
    manifest = TOOL.parents[1] / "package.json"
    if manifest.exists() and json.loads(manifest.read_text("utf-8"))["version"] == VERSION:
        return
    command = ["npm", "install", "--prefix", str(FOLDER), "--no-audit", "--no-fund"]
    command += ["--loglevel=error", "--ignore-scripts", f"lighthouse@{VERSION}"]
    if subprocess.run(command, check=False).returncode:
        sys.exit("npm could not install lighthouse")


def release_copy(folder: Path) -> Path:
    """The built site of the test copy of a release."""
    project = Project(folder / "project")
    verify_all(project)
    run = project.build(**TEST_COPY)
    if run.code:
        sys.exit(run.output)
    return project.site


def without_marker(site: Path, target: Path) -> Path:
    """A copy of `site` that search engines may list, otherwise the same bytes."""
    shutil.copytree(site, target)
    for page in target.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace(MARKER, ""), "utf-8")
    return target


def audit(url: str, output: Path) -> dict[str, Any]:
    """The report of one visit."""
    command = ["node", str(TOOL), url, "--quiet", "--output=json", f"--output-path={output}"]
    command += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={FLAGS}"]
    environment = {**os.environ, "CHROME_PATH": str(find_chromium())}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"lighthouse failed on {url}:\n{run.stderr}")
    report: dict[str, Any] = json.loads(output.read_text("utf-8"))
    return report


def scores(report: dict[str, Any]) -> dict[str, int]:
    """Points, 0 to 100, of each category."""
    return {name: round(report["categories"][name]["score"] * 100) for name in CATEGORIES}


def missing(report: dict[str, Any]) -> list[str]:
    """What kept a category below 100: audits that count and are not perfect."""
    found = []
    for name in CATEGORIES:
        for part in report["categories"][name]["auditRefs"]:
            item = report["audits"][part["id"]]
            if part["weight"] and item["score"] is not None and item["score"] < 1:
                shown = item.get("displayValue", "")
                found.append(f"{name}: {item['id']} {shown}".strip())
    return found


def measure(site: Path, runs: int) -> dict[str, dict[str, Any]]:
    """Median points of each page over `runs` visits, with the reasons of the last visit."""
    rows: dict[str, dict[str, Any]] = {}
    with serving(site) as host, tempfile.TemporaryDirectory() as temporary:
        for name, path in PAGES.items():
            reports = [audit(host + path, Path(temporary) / "out.json") for _ in range(runs)]
            points = [scores(report) for report in reports]
            row: dict[str, Any] = {
                key: round(statistics.median(p[key] for p in points)) for key in CATEGORIES
            }
            rows[name] = row | {"missing": missing(reports[-1])}
    return rows


def show(title: str, rows: dict[str, dict[str, Any]]) -> None:
    """One table."""
    print(f"{title:24}" + "".join(f"{name:>16}" for name in CATEGORIES))
    for name, row in rows.items():
        print(f"{name:24}" + "".join(f"{row[key]:16}" for key in CATEGORIES))
        for reason in row["missing"]:
            print(f"    {reason}")


def main() -> None:
    """Measure the copy as it is and without its noindex marker; print, write JSON."""
    parser = argparse.ArgumentParser(description="Lighthouse, mobile.")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "bench-lighthouse.json")
    options = parser.parse_args()
    if not (find_chromium() and shutil.which("node") and shutil.which("npm")):
        sys.exit("Lighthouse needs Chromium, Node and npm")
    install()
    with tempfile.TemporaryDirectory() as temporary:
        site = release_copy(Path(temporary))
        marked = measure(site, options.runs)
        open_site = without_marker(site, Path(temporary) / "open")
        unmarked = measure(open_site, options.runs)
    show("test copy (noindex)", marked)
    show("without the marker", unmarked)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    report = {"lighthouse": VERSION, "test copy": marked, "without noindex": unmarked}
    options.output.write_text(json.dumps(report, indent=2) + "\n")


if __name__ == "__main__":
    main()
