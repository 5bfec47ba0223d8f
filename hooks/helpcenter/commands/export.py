"""`helpcenter export DIR`: one plain tree per language, for a move to another generator."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from helpcenter.commands.options import Settings, shared, today
from helpcenter.commands.pages import read_site, refuse
from helpcenter.commands.plain_tree import plain_page, plain_path
from helpcenter.commands.progress import watched
from helpcenter.commands.spoken import Spoken
from helpcenter.data.sources import DOCS, walk
from helpcenter.facts.render import Renderer
from helpcenter.model import LANGS, Text

_EPILOG = """Example / 例：

  helpcenter export ../plain
"""


@click.command("export", cls=Spoken, epilog=_EPILOG)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@shared
@click.pass_context
def command(context: click.Context, folder: Path) -> None:
    """Write all pages as plain Markdown below DIR/zh and DIR/en / 导出为普通 Markdown."""
    settings: Settings = context.obj
    site = read_site(context, today())
    if folder.exists() and any(folder.iterdir()):
        refuse(context, Text(f"{folder} 不是空文件夹", f"{folder} is not empty"))
    renderer = Renderer(site.records, settings.root / "overrides/facts", "")
    articles = [item for page in site.pages for item in (page.chinese, page.english) if item]
    for article in watched(settings.lang)(articles, Text("导出", "exporting")):
        place = folder / article.lang / plain_path(article)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(plain_page(article, renderer), "utf-8")
    for path in walk(settings.root)[0]:
        if not path.endswith(".md") and not path.startswith("_data/"):
            for lang in LANGS:
                place = folder / lang / path
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(settings.root / DOCS / path, place)
    zh, en = f"导出 {len(articles)} 个页面。", f"Exported {len(articles)} pages."
    click.echo(Text(zh, en)[settings.lang])
