"""HC201 figure typed by hand / 手写的数字.

Hours, fees, limits and reply times are written once, in `docs/_data/`. A figure with a unit in
an article is a second copy that nobody corrects when the record changes. A question may contain
one (`有 24 小时客服吗？`): it states nothing. `writing.figures` of policy.yml lists the others.
时长、金额、百分比、时刻只写在记录里，文章引用；问句里的不算。

Bad / 错: `48 小时内回复`, `replies within 48 hours`
Good / 对: `回复时间：{{ reply_time("email") }}`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.bilingual.blocks import blocks
from helpcenter.bilingual.numbers import Quantity, quantities
from helpcenter.bilingual.plain import words_of
from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.model import Finding, Text

_PROMISE = re.compile(r"\b(?:within|after|in) $", re.IGNORECASE)
_ENDS = "。！？；.!?;\n"


def check(page: Page, library: Library) -> Iterator[Finding]:
    """HC201 for each figure with a unit, each clock time and date of the page."""
    for section in page.sections:
        for block in blocks(section.text):
            words, after = words_of(block.text), 0
            for item in quantities(words, page.article.lang):
                is_figure = not item.value.replace(".", "").isdigit()
                written = words[item.start : item.end].strip()
                place, after = page.places.at(section, block.line, written, after)
                if not is_figure or item.value in library.policy.figures:
                    continue
                if _sentence_end(words, item.end) in "？?" or _idiom(words, item):
                    continue
                yield page.finding(
                    "HC201",
                    place,
                    written,
                    Text(f"手写的数字“{written}”", f'the figure "{written}" is typed by hand'),
                    Text(
                        "写进 docs/_data/ 的记录，再用 {{ … }} 引用",
                        "put it into a record of docs/_data/ and refer to it with {{ … }}",
                    ),
                )


def _idiom(words: str, item: Quantity) -> bool:
    """Whether it is no promise: `a day`, but not `within a day`."""
    return not item.demands and not _PROMISE.search(words[: item.start])


def _sentence_end(words: str, offset: int) -> str:
    """The mark that ends the sentence around `offset`."""
    ends = (
        c for i, c in enumerate(words[offset:]) if c in _ENDS and not _decimal(words, offset + i)
    )
    return next(ends, "。")


def _decimal(words: str, offset: int) -> bool:
    return words[offset] == "." and words[offset + 1 : offset + 2].isdigit()
