"""HC307, HC308, HC309, HC315, HC316: the English is behind the Chinese.

HC307: stale, the Chinese of a section has changed. HC308: hard stale, and by now the two state
different facts; readers of English get the Chinese section until it is fixed. HC309: the
English was never stamped, or was edited since. HC315: a section is not translated, or its
Chinese has gone. HC316: a page is not translated.

All are warnings: a Chinese change is never blocked. Together they are the translation debt,
which has a ceiling (HC318) and, for HC308, a deadline (HC319).

Bad:  the fee step was rewritten in Chinese, the English still has the old one
Good: the English follows, and `helpcenter stamp fees/fees-overview#steps` was run
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.bilingual.state import PageState, SectionState, State
from helpcenter.bilingual.urls import counterpart
from helpcenter.model import Finding, Position, Severity, Text

_RULES: dict[State, tuple[str, Text]] = {
    State.STALE: ("HC307", Text("中文已经改过，英文还没跟上", "the Chinese has changed since")),
    State.UNREVIEWED: (
        "HC309",
        Text("英文改过，还没有重新确认", "the English was edited and not reviewed since"),
    ),
    State.UNSTAMPED: ("HC309", Text("英文还没有确认过", "the English was never reviewed")),
    State.UNTRANSLATED: ("HC315", Text("还没有译成英文", "not yet translated")),
    State.EXTRA: ("HC315", Text("中文页已没有这个小节", "its Chinese section has gone")),
}
_MENDS: dict[State, Text] = {
    State.UNTRANSLATED: Text(
        "译成英文，放在同一位置，编号相同", "translate it, at the same place and with the same id"
    ),
    State.EXTRA: Text("从英文页删去", "take it out of the English page"),
}
_HARD = Text("中文已经改过，英文的事实与它不同", "the Chinese has changed and states other facts")


def lag(page: PageState) -> Iterator[Finding]:
    """Warnings for the sections of a page that are behind."""
    if page.english is None:
        if not page.on_purpose:
            yield _untranslated(page)
        return
    for section in page.sections:
        if section.behind and not (section.state is State.EXTRA and not section.stamp):
            yield _behind(page, section)


def _untranslated(page: PageState) -> Finding:
    return Finding(
        rule="HC316",
        path=f"docs/{page.chinese.path}",
        kind="translation",
        found=page.chinese.path,
        severity=Severity.WARNING,
        message=Text("这一页还没有英文版", "this page is not translated"),
        suggestion=Text(
            f"写 docs/{counterpart(page.chinese.path)}，或者在页首写 one_language: 原因",
            f"write docs/{counterpart(page.chinese.path)}, or give a reason as one_language:",
        ),
    )


def _behind(page: PageState, section: SectionState) -> Finding:
    assert page.english is not None
    rule, message = _RULES[section.state]
    if section.hard:
        rule, message = "HC308", _HARD
    name = page.chinese.path.removesuffix(".md")
    suggestion = _MENDS.get(section.state) or _run("diff", name, section.id)
    if section.state in (State.UNREVIEWED, State.UNSTAMPED):
        suggestion = _run("stamp", name, section.id)
    return Finding(
        rule=rule,
        path=f"docs/{page.english.path}",
        position=section.english.position if section.english else Position(),
        kind="translation",
        found=section.id,
        severity=Severity.WARNING,
        message=Text(f"小节 {section.id}：{message.zh}", f"section {section.id}: {message.en}"),
        suggestion=suggestion,
    )


def _run(command: str, page: str, section: str) -> Text:
    words = f"helpcenter {command} {page}#{section}"
    return Text(f"运行 {words}", f"run `{words}`")
