"""`helpcenter stamp PAGE[#ID…]`: say that the English of these sections is current."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from helpcenter.bilingual.check import check_section
from helpcenter.bilingual.stamping import with_stamps
from helpcenter.bilingual.state import PageState, SectionState, State, stamp_of
from helpcenter.bilingual.writing import conflicts, unfilled
from helpcenter.commands.options import CLEAN, FOUND, Settings, colourful, shared, today
from helpcenter.commands.pages import chosen, read_site, refuse
from helpcenter.commands.spoken import Spoken
from helpcenter.data.articles import Article
from helpcenter.data.edit import replace_file
from helpcenter.data.models.words import Term
from helpcenter.data.sources import DOCS, read
from helpcenter.model import Finding, Text
from helpcenter.report.text import render

_EPILOG = """Example / 例：

  helpcenter stamp fees/fees-overview#steps

  helpcenter stamp --all
"""
_UNFINISHED = (
    ("HC424", conflicts.MARK, Text("先解决合并冲突", "finish the merge first")),
    (unfilled.RULE, unfilled.MARK, Text("这里还没写", "not written yet")),
)
"""What nobody can have reviewed."""


@click.command("stamp", cls=Spoken, epilog=_EPILOG)
@click.argument("names", nargs=-1, metavar="PAGE[#ID…]")
@click.option("--all", "every", is_flag=True, help="Every page / 所有页面.")
@shared
@click.pass_context
def command(context: click.Context, names: tuple[str, ...], every: bool) -> None:
    """Record that the English of PAGE is current / 确认英文与中文一致.

    Refuses while a fact or a term differs / 事实或用词不一致时不予确认。
    """
    settings: Settings = context.obj
    site = read_site(context, today())
    if not names and not every:
        refuse(context, Text("请写要确认的页面，或 --all", "name a page, or --all"))
    wanted = tuple(page.chinese.path for page in site.pages if page.english) if every else names
    refused: list[Finding] = []
    done = 0
    for page, states in chosen(context, site, wanted):
        if page.english is None:
            zh, en = f"{page.chinese.path} 还没有英文版", f"{page.chinese.path} is not translated"
            refuse(context, Text(zh, en))
        errors = {state.id: _errors(page, state, site.records.terms) for state in states}
        refused += [finding for found in errors.values() for finding in found]
        good = [s for s in states if s.chinese and s.english and not errors[s.id]]
        done += _write(settings.root, page, page.english, good)
    if refused:
        click.echo(render(refused, settings.lang, colourful(err=True)), err=True, nl=False)
    zh, en = f"确认了 {done} 个小节。", f"Stamped {done} section{'s' * (done != 1)}."
    click.echo(Text(zh, en)[settings.lang])
    context.exit(FOUND if refused else CLEAN)


def _errors(page: PageState, state: SectionState, terms: Mapping[str, Term]) -> list[Finding]:
    found = list(check_section(page, state, terms, agree=True))
    for article, section in ((page.chinese, state.chinese), (page.english, state.english)):
        for rule, mark, message in _UNFINISHED:
            if article and section and mark.search(section.text):
                path = f"{DOCS}/{article.path}"
                found.append(Finding(rule, path, message, section.position, kind="writing"))
    return found


def _write(root: Path, page: PageState, english: Article, good: list[SectionState]) -> int:
    """Stamp the sections of one page; how many were not fresh before.

    Stamps of sections that are in neither language any more are taken out.
    """
    new = {s.id: stamp_of(s.chinese, s.english) for s in good if s.chinese and s.english}
    stamps = {s.id: new.get(s.id, s.stamp) for s in page.sections}
    stamps = {name: stamp for name, stamp in stamps.items() if stamp}
    if stamps != english.meta.stamps:
        text, _ = read(root, english.path)
        replace_file(root / DOCS / english.path, with_stamps(text or "", stamps))
    return sum(state.state is not State.FRESH for state in good)
