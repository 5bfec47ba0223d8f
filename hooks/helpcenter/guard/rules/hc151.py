"""HC151 shown to some readers only / 只给一部分读者看.

Tampered sites show their fakes to phones, or to readers who come from a search engine, and the
genuine page to those who check. So each page is requested in three ways and compared.
被篡改的网站常常只给手机、或从搜索引擎来的读者看假内容，检查的人看到的却是原样。
所以每一页都用三种身份读取，互相比较。

Bad / 错: `if (/Mobile/.test(agent)) show(fake)`
Good / 对: `<p>正文</p>` for every visitor
对: `<p>正文</p>`，给每个访客的都一样
"""

from __future__ import annotations

from helpcenter.model import Finding, Text

CODE = "HC151"


def check(path: str, found: str, message: Text) -> Finding:
    """The finding for an address that shows one visitor something else."""
    return Finding(
        rule=CODE,
        path=path,
        kind="cloaking",
        found=found,
        message=message,
        suggestion=Text(
            "比较服务器上的文件与发布的版本", "compare the server's files with the release"
        ),
    )
