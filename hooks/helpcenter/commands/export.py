"""`helpcenter export DIR`: one plain tree per language, for a move to another generator."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import click

from helpcenter.bilingual.state import PageState
from helpcenter.bilingual.urls import chinese_name, page_url
from helpcenter.commands.options import Settings, shared, today
from helpcenter.commands.pages import Site, read_site, refuse
from helpcenter.commands.plain_tree import plain_page, plain_path
from helpcenter.commands.progress import watched
from helpcenter.commands.spoken import Spoken
from helpcenter.data.articles import Article
from helpcenter.data.sources import DOCS, walk
from helpcenter.facts.render import Renderer
from helpcenter.model import LANGS, Lang, Text

_EPILOG = """Example / 例：

  helpcenter export ../plain
"""


@click.command("export", cls=Spoken, epilog=_EPILOG)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@shared
@click.pass_context
def command(context: click.Context, folder: Path) -> None:
    """Write all pages as plain Markdown below DIR/zh and DIR/en / 导出为普通 Markdown.

    Where the English is missing or wrong, the Chinese stands for it, as on the site
    / 没有英文或英文不对的地方，同网站一样放中文。
    """
    settings: Settings = context.obj
    site = read_site(context, today())
    if folder.exists() and any(folder.iterdir()):
        refuse(context, Text(f"{folder} 不是空文件夹", f"{folder} is not empty"))
    renderer = Renderer(site.records, settings.root / "overrides/facts", "")
    files = list(_files(site))
    for article, lang, page in watched(settings.lang)(files, Text("导出", "exporting")):
        place = folder / lang / plain_path(article)
        place.parent.mkdir(parents=True, exist_ok=True)
        old = _left(site, article, lang)
        place.write_text(plain_page(article, renderer, page, old), "utf-8")
    for path in walk(settings.root)[0]:
        if not path.endswith(".md") and not path.startswith("_data/"):
            for lang in LANGS:
                place = folder / lang / path
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(settings.root / DOCS / path, place)
    zh, en = f"导出 {len(files)} 个页面。", f"Exported {len(files)} pages."
    click.echo(Text(zh, en)[settings.lang])


def _files(site: Site) -> Iterator[tuple[Article, Lang, PageState | None]]:
    """Each page of the trees: its text, the tree, and the state that an English text is in."""
    for page in site.pages:
        yield page.chinese, "zh", None
        yield page.english or page.chinese, "en", page if page.english else None
    yield from ((article, "en", None) for article in site.alone)


def _left(site: Site, article: Article, lang: Lang) -> list[str]:
    """Addresses that were left for this page of the tree of `lang`."""
    here, prefix = page_url(chinese_name(article.path), "zh"), "en/" if lang == "en" else ""
    redirects = site.records.addresses.redirects
    return [f"{prefix}{old}" for old, new in redirects.items() if new == here]
