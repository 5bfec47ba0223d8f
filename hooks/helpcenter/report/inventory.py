"""The inventory and its changes as lines for people."""

from __future__ import annotations

from helpcenter.guard.gates.inventory import UNLISTED, Changes, Row
from helpcenter.model import Lang, Text
from helpcenter.report.text import columns, padded, visible

_HEAD = Text("站内可到达的地址 {} 个", "{} addresses can be reached from the site")
_PAGES = Text("{} 处", "{} files")
_NONE = Text("与保存的清单相比没有变化。", "Nothing changed since the saved inventory.")
_MOVED = Text("多出 {}；少了 {}", "more: {}; fewer: {}")
_SHOWN = 3


def table(rows: list[Row], lang: Lang) -> str:
    """One line an address: kind, canonical form, record, number of files, first place."""
    cells = [
        (
            row.kind,
            row.canonical,
            row.record or f"! {UNLISTED[lang]}",
            _PAGES[lang].format(len(row.pages)),
            row.first,
        )
        for row in rows
    ]
    shown = [[visible(cell) for cell in line] for line in cells]
    widths = [max((columns(line[n]) for line in shown), default=0) for n in range(4)]
    lines = [
        "  ".join([*(padded(cell, widths[n]) for n, cell in enumerate(line[:4])), line[4]])
        for line in shown
    ]
    return "\n".join([_HEAD[lang].format(len(rows)), *lines]) + "\n"


def changes(found: Changes, lang: Lang) -> str:
    """One line a change: `+` added, `-` removed, `~` on other pages."""
    if not found:
        return _NONE[lang] + "\n"
    lines = [f"+ {_brief(row, lang)}" for row in found.added]
    lines += [f"- {_brief(row, lang)}" for row in found.removed]
    for old, new in found.moved:
        more = sorted(set(new.pages) - set(old.pages))
        fewer = sorted(set(old.pages) - set(new.pages))
        lines.append(f"~ {_brief(new, lang)}  {_MOVED[lang].format(_few(more), _few(fewer))}")
    return "\n".join(map(visible, lines)) + "\n"


def _brief(row: Row, lang: Lang) -> str:
    return f"{row.kind}  {row.canonical}  {row.record or UNLISTED[lang]}  {row.first}"


def _few(pages: list[str]) -> str:
    rest = f" +{len(pages) - _SHOWN}" if len(pages) > _SHOWN else ""
    return (", ".join(pages[:_SHOWN]) or "0") + rest
