"""HC131 file that cannot be checked in full / 无法完整检查的文件.

The file is too large, nested too deeply, broken, or never stops unpacking. What cannot be
checked is not published.
文件过大、过深、损坏，或解压没有尽头。无法检查的内容不发布。

Bad / 错: `40000x40000` pixels; an archive in an archive in an archive
错: `40000x40000` 像素；压缩包里的压缩包里还有压缩包
Good / 对: `1280x800` pixels
对: `1280x800` 像素
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from helpcenter.guard.matching.bounds import Unread
from helpcenter.guard.rules.reasons import in_words
from helpcenter.model import Finding, Text

CODE = "HC131"


def met(path: str, bounds: Iterable[str]) -> Iterator[Finding]:
    """The findings for a file in which bounds were met, or something could not be read."""
    for what in bounds:
        yield _unread(path, what) if isinstance(what, Unread) else check(path, what)


def _unread(path: str, failure: str) -> Finding:
    return Finding(
        rule=CODE,
        path=path,
        kind="file",
        found=failure,
        message=Text(
            f"其中有内容无法读懂（{failure}），请人工查看",
            f"holds something that could not be read ({failure}): look at it by hand",
        ),
        suggestion=Text("改写得简单些，或删除", "write it more simply, or remove it"),
    )


def check(path: str, reason: str) -> Finding:
    """The finding for such a file; the reason is one of those that `reasons` knows."""
    said = in_words(reason)
    return Finding(
        rule=CODE,
        path=path,
        kind="file",
        found=reason,
        message=Text(f"无法完整检查：{said.zh}", f"cannot be checked in full: {said.en}"),
        suggestion=Text("换成普通大小的文件", "use a file of ordinary size"),
    )
