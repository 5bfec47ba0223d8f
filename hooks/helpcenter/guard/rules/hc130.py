"""HC130 file not in the asset lock / 文件未登记在资源清单.

Pictures, documents, templates, scripts, styles, and files beside hooks and records that are
neither can contain what no program reads reliably. Each has a line in `assets.lock` with its
checksum and reviewer; a new or changed file has none until somebody has looked at it.
图片、文档、模板、脚本、样式，以及钩子和数据旁边的其他文件，里面的内容无法由程序完全判断。
每个文件都要在 `assets.lock` 中有一行：校验和与审阅人；新增或改动的文件，
在有人看过之前没有这一行。

Bad / 错: `docs/assets/steps.png` without a line, or changed since
错: `docs/assets/steps.png` 没有登记，或登记以后改过
Good / 对: `docs/assets/steps.png` after `helpcenter lock`, reviewed by a code owner
对: `docs/assets/steps.png`，运行过 `helpcenter lock`，并由代码负责人看过
"""

from __future__ import annotations

from collections.abc import Sequence

from helpcenter.guard.files.pictures import shown
from helpcenter.model import Finding, Position, Severity, Text

CODE = "HC130"


def check(path: str, new: bool, codes: Sequence[str], severity: Severity) -> Finding:
    """The finding for a new or changed file."""
    held = shown(codes)
    zh, en = ("文件新增，资源清单中没有它", "is new and not in the asset lock")
    if not new:
        zh, en = ("文件已改动，与资源清单不符", "is not the file that the asset lock holds")
    return Finding(
        rule=CODE,
        path=path,
        severity=severity,
        kind="file",
        found=path,
        message=Text(f"{zh}{held.zh}", f"{en}{held.en}"),
        suggestion=Text("看过内容后运行 helpcenter lock", "look at it, then run: helpcenter lock"),
    )


def damaged(lock: str, number: int, line: str) -> Finding:
    """The finding for a line of the lock that says nothing, or says twice what a file is."""
    return Finding(
        rule=CODE,
        path=lock,
        position=Position(number, 1),
        kind="file",
        found=line,
        message=Text(
            f"不是资源清单的一行，或重复：{line[:40]}",
            f"not a valid line of the asset lock, or a duplicate: {line[:40]}",
        ),
        suggestion=Text("看过内容后运行 helpcenter lock", "look at it, then run: helpcenter lock"),
    )


def missing(path: str) -> Finding:
    """The finding for a line whose file is gone."""
    return Finding(
        rule=CODE,
        path="assets.lock",
        severity=Severity.WARNING,
        kind="file",
        found=path,
        message=Text(f"清单中的文件已不存在：{path}", f"a file of the lock is gone: {path}"),
        suggestion=Text("运行 helpcenter lock", "run: helpcenter lock"),
    )
