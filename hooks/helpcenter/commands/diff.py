"""`helpcenter diff PAGE[#ID…]`: what changed in Chinese since the English was made."""

from __future__ import annotations

import click

from helpcenter.bilingual.history import History
from helpcenter.bilingual.state import PageState, SectionState, State
from helpcenter.bilingual.summary import state_name
from helpcenter.bilingual.worddiff import word_diff
from helpcenter.commands.options import CLEAN, FOUND, Settings, colourful, shared, today
from helpcenter.commands.pages import chosen, read_site
from helpcenter.commands.spoken import Spoken
from helpcenter.model import Lang, Text
from helpcenter.report.text import GREEN, RED, painted, visible

_EPILOG = """Example / 例：

  helpcenter diff fees/fees-overview

  helpcenter diff account-security/account-hacked#steps
"""
_MARKS = {"same": ("", "", ""), "gone": ("[-", "-]", RED), "new": ("{+", "+}", GREEN)}
_LEGEND = Text("（{+新加的+}  [-删去的-]）", "({+added+}  [-removed-])")
_LOST = Text(
    "找不到确认时的中文（没有 git 历史，或历史不全）；下面是现在的中文。",
    "The Chinese of the stamp is not in git's history; below is the Chinese of today.",
)


@click.command("diff", cls=Spoken, epilog=_EPILOG)
@click.argument("names", nargs=-1, required=True, metavar="PAGE[#ID…]")
@shared
@click.pass_context
def command(context: click.Context, names: tuple[str, ...]) -> None:
    """Show what changed in Chinese since the stamp / 显示中文自上次确认后的改动.

    The English stands beneath / 下面附上现在的英文。
    """
    settings: Settings = context.obj
    site = read_site(context, today())
    history = History.read(settings.root)
    shown = 0
    for page, states in chosen(context, site, names):
        for state in states:
            if state.behind:
                click.echo(_show(page, state, history, settings.lang, colourful()))
                shown += 1
    if not shown:
        click.echo(Text("中文没有改动。", "Nothing has changed.")[settings.lang])
    context.exit(FOUND if shown else CLEAN)


def _show(page: PageState, state: SectionState, history: History, lang: Lang, colour: bool) -> str:
    name = f"{page.chinese.path.removesuffix('.md')}#{state.id}"
    lines = [f"── {name}  {state_name(state)[lang]}", ""]
    if state.chinese:
        lines += [_chinese(page, state, history, lang, colour), ""]
    if state.english:
        lines += [visible_lines(state.english.text), ""]
    return "\n".join(lines)


def _chinese(
    page: PageState, state: SectionState, history: History, lang: Lang, colour: bool
) -> str:
    assert state.chinese is not None
    new = state.chinese.text
    if state.state is not State.STALE:
        return visible_lines(new)
    old = history.section(page.chinese.path, state.stamp.partition("-")[0])
    if old is None:
        return f"{_LOST[lang]}\n\n{visible_lines(new)}"
    parts = []
    for mark, text in word_diff(old.text, new):
        before, after, paint = _MARKS[mark]
        shown = f"{before}{visible_lines(text)}{after}"
        parts.append(painted(shown, paint) if colour and paint else shown)
    return f"{_LEGEND[lang]}\n\n{''.join(parts)}"


def visible_lines(text: str) -> str:
    """The text, line by line safe for a terminal."""
    return "\n".join(visible(line) for line in text.split("\n"))
