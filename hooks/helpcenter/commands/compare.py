"""`helpcenter compare BASE`: what a proposal changes for readers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from helpcenter.commands.options import Settings, shared, today
from helpcenter.commands.pages import refuse
from helpcenter.commands.progress import watched
from helpcenter.commands.spoken import Spoken
from helpcenter.model import Lang, Text
from helpcenter.proposal import compare, read_side
from helpcenter.report.text import visible

_EPILOG = """Example / 例：

  git worktree add ../base main

  helpcenter compare ../base
"""
_DEBT = Text("没跟上的英文小节：{}", "English sections behind: {}")
_CHANGES = {
    "new": Text("新增", "new"),
    "changed": Text("改动", "changed"),
    "gone": Text("删去", "gone"),
}
_NONE = Text("对读者没有改动。", "Nothing changes for readers.")


@click.command("compare", cls=Spoken, forms=("text", "json"), epilog=_EPILOG)
@click.argument("base", type=click.Path(exists=True, file_okay=False, path_type=Path))
@shared
@click.pass_context
def command(context: click.Context, base: Path) -> None:
    """Facts, addresses, debt and pages that differ from BASE / 与 BASE 相比改了什么."""
    settings: Settings = context.obj
    sides = [read_side(root, today(), watched(settings.lang)) for root in (base, settings.root)]
    if not sides[0] or not sides[1]:
        refuse(context, Text("数据文件有错，无法比较", "the record files have errors"))
    changes = compare(sides[0], sides[1])
    if settings.form == "json":
        click.echo(json.dumps(changes, ensure_ascii=False, indent=2))
    else:
        lines = [visible(line) for line in _lines(changes, settings.lang)]
        click.echo("\n".join(lines) if lines else _NONE[settings.lang])


def _lines(changes: dict[str, Any], lang: Lang) -> Iterator[str]:
    for fact in changes["facts"]:
        pages = " ".join(fact["pages"])
        yield f"{fact['record']} {fact['field']}: {fact['before']} → {fact['after']}  {pages}"
    for mark, name in (("+", "added"), ("-", "removed")):
        yield from (f"{mark} {address}" for address in changes["addresses"][name])
    for limit in changes["limits"]:
        yield f"{limit['name']}: {limit['before']} → {limit['after']}  {limit['owner']}"
    debt = changes["translation"]
    if debt["before"] != debt["after"] or debt["new"]:
        numbers = f"{debt['before']} → {debt['after']} / {debt['ceiling']}"
        yield f"{_DEBT[lang].format(numbers)}  {' '.join(debt['new'])}"
    for page in changes["pages"]:
        yield f"{_CHANGES[page['change']][lang]}  docs/{page['page']}"
