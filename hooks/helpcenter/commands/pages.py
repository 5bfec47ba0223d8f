"""What the writers' commands share: naming pages and sections, reading and writing them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from helpcenter.bilingual.state import PageState, SectionState, page_pairs, page_state
from helpcenter.bilingual.urls import chinese_name
from helpcenter.commands.options import CANNOT_RUN, Settings, colourful
from helpcenter.commands.progress import watched
from helpcenter.data.articles import Article, load_articles
from helpcenter.data.load import load
from helpcenter.data.problems import did_you_mean
from helpcenter.data.records import Records
from helpcenter.data.sources import DOCS
from helpcenter.model import Finding, Text
from helpcenter.report.text import render
from helpcenter.system_errors import reason_of

_READING = Text("读文章", "reading pages")


@dataclass(frozen=True, slots=True)
class Site:
    """The pages of a project as the commands see them."""

    root: Path
    records: Records
    pages: list[PageState]
    broken: list[Finding]
    """Why some pages cannot be read."""
    alone: list[Article]
    """English pages that have no Chinese one, on purpose."""

    def page(self, name: str) -> PageState | None:
        """The page called `name`: a path with or without docs/ and endings, or an id alone."""
        wanted = _stem(name)
        same = [page for page in self.pages if _stem(page.chinese.path) == wanted]
        same = same or [page for page in self.pages if page.chinese.id == wanted]
        return same[0] if len(same) == 1 else None


def _stem(name: str) -> str:
    path = chinese_name(name.removeprefix("./").removeprefix(f"{DOCS}/"))
    return path.removesuffix(".md")


def need_docs(context: click.Context) -> None:
    """End the command where there is no help center."""
    settings: Settings = context.obj
    if not (settings.root / DOCS).is_dir():
        zh = f"{settings.root} 里没有 {DOCS}/，不是帮助中心的文件夹；用 --root 指明"
        en = f"{settings.root} holds no {DOCS}/, so it is no help center; say which with --root"
        refuse(context, Text(zh, en))


def read_site(context: click.Context, today: date) -> Site:
    """Records and pages; ends the command when the records cannot be used."""
    settings: Settings = context.obj
    need_docs(context)
    loaded = load(settings.root, today)
    if loaded.records is None:
        click.echo(render(loaded.findings, settings.lang, colourful(err=True)), err=True, nl=False)
        context.exit(CANNOT_RUN)
    articles, broken = load_articles(settings.root, today)
    pairs = watched(settings.lang)(page_pairs(articles), _READING)
    pages = [page_state(chinese, english, loaded.records.terms) for chinese, english in pairs]
    paths = {article.path for article in articles}
    alone = [article for article in articles if chinese_name(article.path) not in paths]
    return Site(settings.root, loaded.records, pages, broken, alone)


def chosen(
    context: click.Context, site: Site, names: Iterable[str]
) -> Iterator[tuple[PageState, list[SectionState]]]:
    """The pages and sections that PAGE[#ID…] name; ends the command for an unknown one."""
    for name in names:
        path, *ids = name.split("#")
        _refuse_broken(context, site, _stem(path))
        page = site.page(path)
        if page is None:
            refuse(context, Text(f"没有这一页：{path}", f"no such page: {path}"), _near(site, path))
        known = {section.id: section for section in page.sections}
        for wanted in ids:
            if wanted not in known:
                message = Text(f"{path} 没有小节 {wanted}", f"{path} has no section {wanted}")
                refuse(context, message, did_you_mean(wanted, known))
        yield page, [known[wanted] for wanted in ids] or list(page.sections)


def _refuse_broken(context: click.Context, site: Site, name: str) -> None:
    """Say why the page called `name` cannot be read in one of its languages."""
    settings: Settings = context.obj
    own = [f for f in site.broken if name in (_stem(f.path), _stem(f.path).rpartition("/")[2])]
    if own:
        click.echo(render(own, settings.lang, colourful(err=True)), err=True, nl=False)
        context.exit(CANNOT_RUN)


def _near(site: Site, name: str) -> Text:
    return did_you_mean(_stem(name), [_stem(page.chinese.path) for page in site.pages])


def refuse(context: click.Context, message: Text, hint: Text | None = None) -> NoReturn:
    """Say why the command cannot run, and end it."""
    settings: Settings = context.obj
    stop = Text("。", ". ")[settings.lang]
    tail = stop + hint[settings.lang] if hint and hint[settings.lang] else ""
    click.echo(f"{message[settings.lang]}{tail}", err=True)
    context.exit(CANNOT_RUN)


def refuse_writing(context: click.Context, file: object, error: OSError) -> NoReturn:
    """Say why a file cannot be written, and end the command."""
    why = reason_of(error)
    refuse(context, Text(f"{file}：写不进去（{why.zh}）", f"{file}: cannot be written ({why.en})"))
