"""Four numbers with dots between them that are no IP address: sections, and versions in a table."""

from __future__ import annotations

import re

_SECTION_BEFORE = re.compile(
    r"(?:§|\b(?:sections?|sec\.|clauses?|chapters?|articles?|annex|appendix|paragraphs?|para\."
    r"|requirements?|req\.|rules?|controls?|items?)|第|附件|附录|附錄|条款|條款|章节|章節|要求)\s?\Z",
    re.IGNORECASE,
)
_SECTION_BEHIND = re.compile(r"\s?(?:小?[节節](?![点點])|[条條款章](?![目码碼]))")
_HEADING_BEFORE = re.compile(r"(?:\A|\n)#{1,6}\s{1,3}\Z")
_REACHED = re.compile(
    r"\bIP|DNS|https?|地址|网址|網址|浏览器|瀏覽器|访问|訪問|打开|打開|登[录陆錄]"
    r"|输入|輸入|服务器|伺服器|主机|[进進]入"
    r"|\b(?:visit|open|browser|address|server|host|go to|enter|type|connect|ping|at)\b",
    re.IGNORECASE,
)
"""What is said of an address of a machine a little in front of it, or behind."""
_REACH = 24
_LOW, _HIGH = 20, 100
"""Below these are the first three numbers of a version, and of any section; of an address hardly ever."""
_VERSION_HEAD = re.compile(r"版本|固件|\bversion|\bbuild|\bfirmware|\brelease", re.IGNORECASE)
_TABLE = 4000
"""Characters of a table above a cell that are looked at for its head."""
_RULE = re.compile(r"\n[ \t]*+(?:\|[ \t]*+)?:?-{3,}+[-:| \t]*+\n")


def is_other(text: str, first: int, last: int) -> bool:
    """Whether four numbers are the number of a section, or a version.

    Args:
        text: the text.
        first: where the numbers begin.
        last: where they end; no port and no path stands behind them.
    """
    before = text[max(0, first - _REACH) : first]
    parts = [int(part) for part in text[first:last].split(".")]
    if max(parts[:3]) >= _HIGH:
        return False
    if _SECTION_BEFORE.search(before) or _SECTION_BEHIND.match(text, last):
        return True
    if max(parts[:3]) >= _LOW:
        return False
    if _HEADING_BEFORE.search(before) or _VERSION_HEAD.search(_head(text, first)):
        return True
    return not (_REACHED.search(before) or _REACHED.match(text[last : last + 8].strip()))


def _head(text: str, at: int) -> str:
    """The head of the column of a table in Markdown in which a place stands; empty: of none."""
    line = text.rfind("\n", 0, at) + 1
    column = text.count("|", line, at)
    rules = [*_RULE.finditer(text, max(0, line - _TABLE), line)] if column else []
    if not rules or "\n\n" in text[rules[-1].end() : line]:
        return ""
    head = rules[-1].start()
    cells = text[text.rfind("\n", 0, head) + 1 : head].split("|")
    return cells[column] if column < len(cells) else ""
