"""`helpcenter new CATEGORY ID`: a pair of articles ready to fill."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import click

from helpcenter.bilingual.addresses import FILE, listed
from helpcenter.bilingual.moving import CATEGORIES, on_shelf
from helpcenter.bilingual.names import FOLDER_NAME
from helpcenter.bilingual.urls import counterpart, page_url
from helpcenter.commands.options import Settings, shared, today
from helpcenter.commands.pages import Site, read_site, refuse
from helpcenter.commands.spoken import Spoken
from helpcenter.data.edit import replace_file
from helpcenter.data.problems import did_you_mean
from helpcenter.data.sources import DOCS
from helpcenter.model import Text

REVIEW = timedelta(days=180)
"""Until the first review of a new article."""
_EPILOG = """Example / 例：

  helpcenter new fees refund-fees
"""


@click.command("new", cls=Spoken, epilog=_EPILOG)
@click.argument("category")
@click.argument("name", metavar="ID")
@shared
@click.pass_context
def command(context: click.Context, category: str, name: str) -> None:
    """Make the article ID of CATEGORY in both languages / 新建一对中英文文章."""
    settings: Settings = context.obj
    site = read_site(context, today())
    shelves = site.records.categories
    if category not in shelves:
        message = Text(f"没有这个栏目：{category}", f"no such category: {category}")
        refuse(context, message, did_you_mean(category, shelves))
    if not FOLDER_NAME.fullmatch(name) or name == "index":
        refuse(
            context,
            Text("编号只用小写字母、数字、连字符", "an id is small letters, digits, hyphens"),
        )
    ids = {page.chinese.id for page in site.pages}
    if name in ids:
        refuse(context, Text(f"已经有文章 {name}", f"there is an article {name} already"))
    for path, text in _files(site, category, name).items():
        replace_file(settings.root / path, text)
        click.echo(path)
    page = f"{category}/{name}"
    click.echo(
        Text(
            f"两篇里写着“填写：”的地方都写好以后：helpcenter check {DOCS}/{page}*，"
            f"再 helpcenter stamp {page}",
            f"When every “Fill in:” of both is written: helpcenter check {DOCS}/{page}*, "
            f"then helpcenter stamp {page}",
        )[settings.lang]
    )


def _files(site: Site, category: str, name: str) -> dict[str, str]:
    """The two articles and the record files that list them, by path below the root."""
    near = [p for p in site.pages if p.chinese.category == category and p.chinese.id != "index"]
    near = near or [page for page in site.pages if page.chinese.id != "index"]
    sibling = near[0].chinese
    path = f"{category}/{name}.md"
    link = (
        f"{'' if sibling.category == category else '../' + sibling.category + '/'}{sibling.id}.md"
    )
    values = {
        "@CATEGORY@": category,
        "@REVIEW@": (site.records.today + REVIEW).isoformat(),
        "@RELATED@": sibling.id,
        "@LINK@": link,
        "@LABEL@": next(iter(site.records.ui)),
    }
    shelf = (site.root / CATEGORIES).read_bytes().decode()
    addresses = (site.root / FILE).read_bytes().decode()
    return {
        f"{DOCS}/{path}": _filled("article.zh.md", values),
        f"{DOCS}/{counterpart(path)}": _filled("article.en.md", values),
        CATEGORIES: on_shelf(shelf, category, name),
        FILE: listed(addresses, site.records.addresses, [page_url(path, "zh")]),
    }


def _filled(template: str, values: dict[str, str]) -> str:
    text = (Path(__file__).parent / template).read_text("utf-8")
    for name, value in values.items():
        text = text.replace(name, value)
    return text
