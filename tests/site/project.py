"""Throw-away copies of this project, built for real."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.site.command import Fork, Warm

from helpcenter.guard.gates.asset_lock import is_asset, read_lock, write_lock
from helpcenter.guard.gates.assets import entry_of

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("docs", "overrides", "hooks")
LEFT_OUT = ("helpcenter",)
"""The library is that of the run; `make check` judges its sources, once and not per copy."""
LINKED = ("hooks", "site")
"""Folders whose files no command writes in place: copying them costs more than many a test."""
RELEASE = {"HELPCENTER_PROFILE": "release"}
TEST_COPY = {**RELEASE, "HELPCENTER_ALLOW_RESERVED": "1"}
STATUS = re.compile(r"^( +)status: sample$", re.M)
TODAY = 1795392000  # 2026-11-23, UTC: the day the sample data is read in tests


LATER = """---
title: 以后再翻译的一页
description: 只有中文的一页，用来检查英文读者看到什么。
category: contact
owner: 客服内容组
review_by: 2027-03-01
ask: [还没翻译的页, 只有中文, 没有英文版, 英文在哪里, 为什么是中文]
related: [contact-support]
---
完成身份验证以后，限额会提高。

!!! note

    这里没有写标题。

## 第一节 {#first}

正文。

??? question "折叠的问题"

    折叠的回答。
"""


LINKS = """
  source:
    status: sample
    url: https://code.test/us/help
    below: true
    title: {zh: 本站源码, en: Source of this site}
    reason: 读者可以提出修改
  more-advice:
    status: sample
    url: https://www.online-safety.test/more
    title: {zh: 更多建议, en: More advice}
    reason: 只有模板显示它"""
"""Two that stand in no page yet. Every test has them, since other links make every source new to
the guard."""


def environment(**env: str) -> dict[str, str]:
    """What commands of tests are given: the day is fixed, settings of the machine are left out."""
    base = {k: v for k, v in os.environ.items() if not k.startswith("HELPCENTER_")}
    fixed = {"SOURCE_DATE_EPOCH": str(TODAY), "LANG": "en_GB.UTF-8", "LC_ALL": "en_GB.UTF-8"}
    return {**base, **fixed, **env}


class Project:
    """A copy of the repository's site in a folder of its own."""

    warm: Warm | None = None
    """The process that commands are forks of, if the test run has one."""
    cold = False
    """Whether commands are new processes all the same; they must be where hooks/ differs."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for part in PARTS:
            ignored = shutil.ignore_patterns("__pycache__", "*.egg-info", *LEFT_OUT)
            shutil.copytree(ROOT / part, root / part, ignore=ignored)
        shutil.copy(ROOT / "mkdocs.yml", root)
        shutil.copy(ROOT / "assets.lock", root)

    @classmethod
    def at(cls, root: Path) -> Project:
        """The project that lies in `root` already."""
        project = cls.__new__(cls)
        project.root = root
        return project

    def copied(self, root: Path) -> Project:
        """A copy of it in the folder `root`; most files are only linked, see `LINKED`."""

        def copy(source: str, target: str) -> str:
            linked = Path(source).relative_to(self.root).parts[0] in LINKED
            os.link(source, target) if linked else shutil.copy2(source, target)
            return target

        shutil.copytree(self.root, root, symlinks=True, copy_function=copy)
        project = Project.at(root)
        project.warm = self.warm
        return project

    @property
    def site(self) -> Path:
        return self.root / "site"

    def write(self, path: str, content: str | bytes) -> Path:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        data = content.encode() if isinstance(content, str) else content
        if target.exists() and target.stat().st_nlink > 1:
            target.unlink()  # the same file of another project stays as it is
        target.write_bytes(data)
        if is_asset(path):
            self.lock(path)
        if path.startswith("hooks/"):
            self.cold = True
        return target

    def lock(self, path: str) -> None:
        """Take a file into the asset lock, as a reviewer does."""
        entries = {**read_lock(self.root), path: entry_of(self.root, path, "test")[0]}
        write_lock(self.root, entries.values())

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text("utf-8")
        assert old in text, f"{old!r} is not in {path}"
        self.write(path, text.replace(old, new))

    def linking(self, page: str, anchor: str) -> list[str]:
        """Pages that link to an anchor of `page`."""
        link = page.rpartition("/")[2] + anchor
        found = (
            path for path in (self.root / "docs").rglob("*.md") if link in path.read_text("utf-8")
        )
        return sorted(path.relative_to(self.root).as_posix() for path in found)

    def environment(self, **env: str) -> dict[str, str]:
        path = [str(self.root / "hooks"), env.pop("PYTHONPATH", "")]
        return environment(PYTHONPATH=os.pathsep.join(filter(None, path)), **env)

    def start(self, *command: str, **env: str) -> subprocess.Popen[str] | Fork:
        if self.warm and not self.cold:
            return self.warm.start(self.root, command, self.environment(**env))
        return subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=self.root,
            env=self.environment(**env),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *command: str, **env: str) -> Run:
        process = self.start(*command, **env)
        output, _ = process.communicate(timeout=300)
        return Run(process.returncode, output)

    def build(self, *args: str, **env: str) -> Run:
        return self.run("mkdocs", "build", "--strict", *args, **env)

    def helpcenter(self, *args: str, **env: str) -> Run:
        return self.run("helpcenter.cli", *args, **env)

    def fingerprint(self) -> str:
        """Hash of every file of the published site, names and bytes."""
        digest = hashlib.sha256()
        for path in sorted(self.site.rglob("*")):
            digest.update(str(path.relative_to(self.site)).encode())
            digest.update(path.read_bytes() if path.is_file() else b"")
        return digest.hexdigest()

    def leftovers(self) -> list[str]:
        return sorted(path.name for path in self.root.glob(".site.*"))


class Run:
    """Exit code and everything a command printed."""

    def __init__(self, code: int, output: str) -> None:
        self.code = code
        self.output = output

    def __repr__(self) -> str:
        return f"exit {self.code}\n{self.output}"


def verify_all(project: Project, on: str = "2026-11-20") -> None:
    """Write into every sample record that it was verified on the day `on`."""
    proof = rf"\1status: verified\n\1verified: {{on: {on}, by: 测试, source: 测试}}"
    for path in (project.root / "docs/_data").glob("*.yml"):
        text = STATUS.sub(proof, path.read_text("utf-8"))
        project.write(path.relative_to(project.root).as_posix(), text)
