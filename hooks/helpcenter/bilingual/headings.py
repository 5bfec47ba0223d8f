"""HC302, HC303: headings carry one ASCII id, the same in both languages.

A Chinese heading without an id becomes `#_1`, which changes whenever a section is
added, so that links and the language switch land in the wrong place.

Bad:  ## 电话打不通怎么办
Good: ## 电话打不通怎么办 {#no-answer}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from helpcenter.data.markdown_source import Heading
from helpcenter.model import Finding, Position, Text

ASCII_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def check_ids(path: str, headings: Sequence[Heading]) -> Iterator[Finding]:
    """HC302: a heading without id, with an odd id, or with an id used twice."""
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
        elif heading.id in seen:
            yield _finding(
                "HC302",
                path,
                heading,
                f"标题编号“{heading.id}”用了两次",
                f'the heading id "{heading.id}" is used twice',
            )
        seen.add(heading.id or "")


def check_pair(
    path: str, chinese: Sequence[Heading], english: Sequence[Heading]
) -> Iterator[Finding]:
    """HC303: the English page (`path`) must have the ids of the Chinese one, in order."""
    wanted = [(h.level, h.id) for h in chinese]
    for index, heading in enumerate(english):
        expected = wanted[index] if index < len(wanted) else None
        if (heading.level, heading.id) != expected:
            yield _mismatch(path, heading, expected)
            return
    if len(english) < len(wanted):
        level, missing = wanted[len(english)]
        place = english[-1].position if english else Position()
        yield Finding(
            rule="HC303",
            path=path,
            position=place,
            kind="heading",
            found=missing or "",
            message=Text(
                f"英文页缺少中文页的小节 {'#' * level} {{#{missing}}}",
                f"the section {'#' * level} {{#{missing}}} of the Chinese page is missing here",
            ),
        )


def _mismatch(path: str, heading: Heading, expected: tuple[int, str | None] | None) -> Finding:
    if expected is None:
        zh, en = "中文页没有这个小节", "the Chinese page has no such section"
    else:
        mark = f"{'#' * expected[0]} {{#{expected[1]}}}"
        zh, en = (
            f"这里应当是 {mark}，与中文页相同",
            f"{mark} is expected here, as in the Chinese page",
        )
    return _finding("HC303", path, heading, zh, en)


def _finding(rule: str, path: str, heading: Heading, zh: str, en: str) -> Finding:
    return Finding(
        rule=rule,
        path=path,
        position=heading.position,
        kind="heading",
        found=heading.id or heading.text,
        message=Text(zh, en),
        suggestion=Text(
            "在标题后写 {#short-english-name}，中英文相同",
            "write {#short-english-name} after the heading, the same in both languages",
        ),
    )
