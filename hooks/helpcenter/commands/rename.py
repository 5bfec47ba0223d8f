"""`helpcenter rename OLD NEW`: move a pair of articles; links follow, old addresses lead on."""

from __future__ import annotations

import click

from helpcenter.bilingual.moving import RECORDS, move
from helpcenter.bilingual.names import FOLDER_NAME
from helpcenter.bilingual.urls import counterpart
from helpcenter.commands.options import Settings, shared, today
from helpcenter.commands.pages import read_site, refuse
from helpcenter.commands.spoken import Spoken
from helpcenter.data.edit import replace_file
from helpcenter.data.sources import DOCS, read, walk
from helpcenter.model import Text

_EPILOG = """Example / 例：

  helpcenter rename fees/fees-overview fees/overview
"""


@click.command("rename", cls=Spoken, epilog=_EPILOG)
@click.argument("old")
@click.argument("new")
@shared
@click.pass_context
def command(context: click.Context, old: str, new: str) -> None:
    """Move the article OLD to NEW in both languages / 文章改名或换栏目，旧网址自动跳转."""
    settings: Settings = context.obj
    site = read_site(context, today())
    page = site.page(old)
    if page is None or page.chinese.id == "index":
        refuse(context, Text(f"没有这篇文章：{old}", f"no such article: {old}"))
    category, _, name = new.removeprefix(f"{DOCS}/").removesuffix(".md").partition("/")
    if category not in site.records.categories or not FOLDER_NAME.fullmatch(name):
        refuse(context, Text("新名字写成 栏目/文件名", "write the new name as CATEGORY/ID"))
    source, goal = page.chinese.path, f"{category}/{name}.md"
    root = settings.root
    if (root / DOCS / goal).exists():
        refuse(context, Text(f"已经有 {goal}", f"{goal} exists already"))
    texts = {path: read(root, path)[0] or "" for path in walk(root)[0] if path.endswith(".md")}
    known = [path for path in RECORDS if (root / path).exists()]
    texts |= {path: (root / path).read_bytes().decode() for path in known}
    after = move(texts, source, goal)
    for path, text in after.items():
        if texts.get(path) != text:
            place = root / path if path in RECORDS else root / DOCS / path
            place.parent.mkdir(parents=True, exist_ok=True)
            replace_file(place, text)
            click.echo(place.relative_to(root).as_posix())
    for path in (source, counterpart(source)):
        (root / DOCS / path).unlink(missing_ok=True)
    click.echo(Text(f"{source} → {goal}", f"{source} → {goal}")[settings.lang])
