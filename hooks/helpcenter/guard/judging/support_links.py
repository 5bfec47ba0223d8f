"""Pages of others that may be linked, where a text sends readers there for help.

Whoever reads of “our support” and is led to a page that anybody can make is led to a stranger.
"""

from __future__ import annotations

import re

_HELP = re.compile(
    r"(?:(?:在线|人工|专属|官方|专业|平台|退款|理赔)客服"
    r"|客服(?:群组?|通道|入口|窗口|中心|平台|页面|网址|链接|地址)?"
    r"|(?:加|进|入)群|(?:退款|理赔|解冻|申诉)(?:通道|入口|专线|专区)"
    r"|\b(?:live|support|agent) chat"
    r"|\b(?:our|customer) (?:support|agents?|service)(?: (?:desk|team|page))?"
    r"|\b(?:refund|support|help) desk)"
    r"[^\n。！？；，,.!?;]{0,8}(?:https?:\s{0,2})?\Z",
    re.IGNORECASE,
)
_REACH = 60
TRUE_SAMPLES = (
    "在线客服：",
    "[人工客服](",
    "退款入口在 ",
    "Open the live chat at ",
    "our support team: ",
)
FALSE_SAMPLES = (
    "客服不处理代码问题，请到 ",
    "源码见 ",
    "[联系客服](a.md)前请看[说明](",
    "Report bugs of the SDK at ",
    "Customer service cannot help here. See ",
)


def is_for_help(text: str, start: int) -> bool:
    """Whether what stands right in front of an address says that readers are helped there."""
    return _HELP.search(text, max(0, start - _REACH), start) is not None
