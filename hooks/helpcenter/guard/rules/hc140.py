"""HC140 the guard is blind / 守卫失灵.

Every run plants a fake of each family in memory. If one is not reported, a clean result means
nothing, and nothing may be published. The same applies while a record file that addresses are
compared with cannot be read.
每次运行都会在内存中放入各类假地址；只要有一个没有报告出来，“没有问题”就不可信，不得发布。
用来核对地址的记录文件读不了时也一样。

Bad / 错: `(at)` no longer found after a change of a detector
错: `(at)`，改过识别规则以后再也找不到
Good / 对: `(at)` still found
对: `(at)`，仍然找得到
"""

from __future__ import annotations

from helpcenter.model import Finding, Text

CODE = "HC140"


def check(family: str) -> Finding:
    """The finding for a family that is not seen."""
    return Finding(
        rule=CODE,
        path="hooks/helpcenter/guard",
        kind="canary",
        found=family,
        message=Text(f"守卫看不见这一类：{family}", f"the guard no longer detects: {family}"),
        suggestion=Text("撤回对检测器的改动", "undo the change to the detectors"),
    )


def unread(path: str) -> Finding:
    """The finding for a record file without which the addresses in it cannot be compared."""
    return Finding(
        rule=CODE,
        path=path,
        kind="record",
        found=path,
        message=Text(
            "这个记录文件读不了：凡是其中出现的地址，这次在别处都没有核对",
            "this record file cannot be used; addresses in it were not compared",
        ),
        suggestion=Text(
            "先改好它（同一文件的另一条提示写明了位置），再检查一次",
            "fix it first (another finding gives the place), then check again",
        ),
    )
