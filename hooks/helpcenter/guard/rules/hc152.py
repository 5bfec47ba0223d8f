"""HC152 live page not read in full / 没有读完的网址.

Too slow, too large, broken, or more pages than the audit's limit: what was not read is
not known to be clean.
太慢、太大、出错，或页数超过上限：没有读到的，就不能说没有问题。

Bad / 错: `--max-pages 10` on a site of a hundred pages
错: `--max-pages 10`，而网站有一百页
Good / 对: `--max-pages 200` on a site of a hundred pages
对: `--max-pages 200`，网站有一百页
"""

from __future__ import annotations

from helpcenter.model import Finding, Text

CODE = "HC152"


def check(path: str, why: Text) -> Finding:
    """The finding for an address of which not everything was read."""
    return Finding(
        rule=CODE,
        path=path,
        kind="file",
        found=path,
        message=Text(f"没有读完：{why.zh}", f"not read in full: {why.en}"),
        suggestion=Text("查明原因后再审计一次", "find out why and audit again"),
    )
