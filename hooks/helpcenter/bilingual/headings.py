"""HC302, HC303: headings carry one ASCII id, the same in both languages.

A Chinese heading without an id becomes `#_1`, which changes whenever a section is
added, so that links and the language switch land in the wrong place. English sections
stand in the order of the Chinese ones and at their level, and none is made up. One that the
Chinese page has and the English lacks is not an error: it waits for its translation.

Bad:  ## 电话打不通怎么办
Good: ## 电话打不通怎么办 {#no-answer}
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from helpcenter.bilingual.sections import RESERVED
from helpcenter.data.markdown_source import Heading
from helpcenter.model import Finding, Text

ASCII_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def check_ids(path: str, headings: Sequence[Heading]) -> Iterator[Finding]:
    """HC302: a heading without id, with an odd or reserved id, or with an id used twice."""
    seen: set[str] = set()
    for heading in headings:
        if heading.id is None:
            yield _finding("HC302", path, heading, "标题没有编号", "the heading has no id")
        elif not ASCII_ID.fullmatch(heading.id):
            yield _finding(
                "HC302",
                path,
                heading,
                f"标题编号“{heading.id}”只能用小写英文字母、数字和连字符",
                f'the heading id "{heading.id}" may hold only small letters, digits and hyphens',
            )
        elif heading.id in seen or heading.id in RESERVED:
            used_twice = heading.id in seen
            zh = "用了两次" if used_twice else "另有用处"
            en = "used twice" if used_twice else "taken by the page itself"
            zh, en = f"标题编号“{heading.id}”{zh}", f'the heading id "{heading.id}" is {en}'
            yield _finding("HC302", path, heading, zh, en)
        seen.add(heading.id or "")


def check_pair(
    path: str,
    chinese: Sequence[Heading],
    english: Sequence[Heading],
    stamped: Collection[str] = (),
) -> Iterator[Finding]:
    """HC303 for the English page `path`.

    Sections in `stamped` once had their Chinese, which has since gone: they may stay until
    somebody looks at them.
    """
    levels = {heading.id: heading.level for heading in chinese if heading.id}
    shared = {heading.id for heading in english} & levels.keys()
    order = [name for name in levels if name in shared]
    for heading in english:
        if heading.id is None or (heading.id not in levels and heading.id in stamped):
            continue
        if heading.id not in levels:
            zh, en = "中文页没有这个小节", "the Chinese page has no such section"
            yield _finding("HC303", path, heading, zh, en)
            continue
        expected = order.pop(0) if order else heading.id
        if (expected, levels[expected]) != (heading.id, heading.level):
            mark = f"{'#' * levels[expected]} {{#{expected}}}"
            zh = f"这里应当是 {mark}，与中文页相同"
            en = f"{mark} is expected here, as in the Chinese page"
            yield _finding("HC303", path, heading, zh, en)
            return


def _finding(rule: str, path: str, heading: Heading, zh: str, en: str) -> Finding:
    return Finding(
        rule=rule,
        path=path,
        position=heading.position,
        kind="heading",
        found=heading.id or heading.text,
        message=Text(zh, en),
        suggestion=Text(
            "在标题后写 {#short-english-name}，中英文相同；顺序可用 helpcenter fix 改好",
            "write {#short-english-name} after the heading, the same in both languages;"
            " `helpcenter fix` mends the order",
        ),
    )
