"""Time and memory of `helpcenter check` on a project of many articles.

    python -m tests.bench.check [--articles 1000]

The project is this one with its own articles again and again, each copy for other readers: every
sentence of a copy begins with other words, in both languages. It is listed, linked and stamped
as ours is, so a check of it finds nothing. Prints seconds of CPU and of the clock, and the
largest memory of a process; both sizes, so that growth shows.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("docs", "overrides", "hooks", "mkdocs.yml", "assets.lock")
READERS = tuple(
    pair.split("|")
    for pair in """在电脑上|on a computer
在手机上|on a phone
出门在外|away from home
第一次用|for the first time
替家人办|for your family
刚换手机|on a new phone
开店的人|for a shop
还在上学|for a student
网络不好|on a slow network
年纪大了|for older people
刚刚开户|on a new account
很久没用|after a long time""".splitlines()
)
"""Whom a copy is for, in both languages; two at a time there are 132 more."""
_LINE = re.compile(
    r"^(?P<mark> *(?:(?:[-*]|\d+\.) +)?)(?P<text>[A-Za-z\u4e00-\u9fff].*)$", re.MULTILINE
)
_LONGEST = re.compile(r"longest: \{[^{}]*\}")
_FRONT = re.compile(r"\A---\n(?P<front>.*?\n)---\n", re.DOTALL)


def varied(text: str, readers: str, beside: str, lead: str) -> str:
    """The article for other readers.

    Args:
        text: Markdown with front matter.
        readers: whom it is for, in its language.
        beside: an article to name under related.
        lead: what each sentence begins with.
    """
    front = _FRONT.match(text)
    meta = yaml.safe_load(front["front"])
    meta["title"] += f" ({readers})" if readers.isascii() else f"（{readers}）"
    meta["ask"] = [f"{ask} {readers}" for ask in meta.get("ask", [])]
    meta["related"] = [beside, *meta.get("related", [])][:4]
    meta.pop("stamps", None)
    body = _LINE.sub(lambda m: f"{m['mark']}{lead}{m['text']}", text[front.end() :])
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True, sort_keys=False)}---\n{body}"


def project(folder: Path, articles: int) -> int:
    """Write a project; how many articles it has, each language counted."""
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, folder / part)
    docs = folder / "docs"
    pages = [p for p in sorted(docs.glob("*/*.md")) if p.name.count(".") == 1 and p.stem != "index"]
    wanted = (articles - len(list(docs.rglob("*.md")))) // 2
    copies = [(page, number) for number in range(wanted // len(pages) + 1) for page in pages][
        :wanted
    ]
    listed = yaml.safe_load((docs / "_data/categories.yml").read_text("utf-8"))
    beside = _name(*copies[-1])
    for page, number in copies:
        name = _name(page, number)
        for readers, ending in zip(_readers(number), (".md", ".en.md"), strict=True):
            lead = f"{readers.capitalize()}. " if readers.isascii() else f"{readers}，"
            text = page.with_suffix(ending).read_text("utf-8")
            page.with_name(name + ending).write_text(varied(text, readers, beside, lead), "utf-8")
        listed["categories"][page.parent.name]["articles"].append(name)
        beside = name
    dumped = yaml.safe_dump(listed, allow_unicode=True, sort_keys=False)
    (docs / "_data/categories.yml").write_text(dumped, "utf-8")
    policy = docs / "_data/policy.yml"  # what sentences begin with must not make them too long
    policy.write_text(_LONGEST.sub("longest: {zh: 200, en: 100}", policy.read_text("utf-8")))
    for task in (("fix", "--yes"), ("stamp", "--all")):
        run(folder, *task)
    return len(list(docs.rglob("*.md")))


def _name(page: Path, number: int) -> str:
    return f"{page.stem}-c{number}"


def _readers(number: int) -> tuple[str, str]:
    """Whom a copy is for, in both languages: one group, from the thirteenth copy on two."""
    zh, en = READERS[number % len(READERS)]
    if number >= len(READERS):
        more = READERS[(number + number // len(READERS)) % len(READERS)]
        return zh + more[0], f"{en} and {more[1]}"
    return zh, en


def run(folder: Path, *task: str) -> str:
    """What a command of `helpcenter` prints that remembers nothing of earlier runs."""
    command = [sys.executable, "-m", "helpcenter.cli", *task, "--root", str(folder)]
    env = {**os.environ, "HELPCENTER_NO_CACHE": "1"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env).stdout


def measured(folder: Path) -> tuple[float, float, float, int]:
    """Seconds of the clock, seconds of CPU, megabytes of the largest process, findings."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    printed = run(folder, "check", "--format", "json")
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return clock, cpu, after.ru_maxrss / 1024, len(json.loads(printed)["findings"])


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
