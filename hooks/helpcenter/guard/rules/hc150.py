"""HC150 redirect to another host / 转到了别的网站.

An attacker who takes over a site often only adds a redirect. It is not followed but reported, even
when it leads to a host of ours.
网站被动手脚，常常只是多了一个跳转。审计不跟过去，但一定报告；跳到我们自己的别的域名也一样。

Bad / 错: `Location: https://evil.test/`
Good / 对: `Location: /en/`
"""

from __future__ import annotations

from helpcenter.guard.matching import canonical
from helpcenter.guard.matching.hits import Hit
from helpcenter.guard.records.truth import Truth
from helpcenter.model import Finding, Severity, Text

CODE = "HC150"


def check(path: str, target: str, message: Text, truth: Truth) -> Finding:
    """The finding for a redirect; to a host of ours it is a warning."""
    form = canonical.url(target).canonical
    official = truth.lookup(Hit("url", 0, len(target), form))
    return Finding(
        rule=CODE,
        path=path,
        severity=Severity.WARNING if official else Severity.ERROR,
        kind="url",
        found=target,
        canonical=form,
        message=message,
        suggestion=Text("确认是谁加的跳转", "find out who added the redirect"),
    )
