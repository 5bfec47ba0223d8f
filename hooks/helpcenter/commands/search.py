"""`helpcenter search`: the ranking of a query with the reason for each hit."""

from __future__ import annotations

import os

import click

from helpcenter.commands.options import CANNOT_RUN, Settings, shared
from helpcenter.commands.spoken import Spoken
from helpcenter.model import LANGS, Lang, Text
from helpcenter.publish.profile import Profile
from helpcenter.report.text import visible
from helpcenter.search.engine import Engine, Hit, Reason
from helpcenter.searching import open_engine, searchable

FIELDS = {
    "title": Text("标题", "title"),
    "ask": Text("ask 问法", "ask line"),
    "headings": Text("小标题或简介", "heading or description"),
    "body": Text("正文", "body"),
}
WHYS = {
    "exact": Text("原词", "the word itself"),
    "meaning": Text("同义词", "synonym"),
    "sound": Text("同音或拼音", "same sound or pinyin"),
    "shape": Text("形近字", "a character that looks alike"),
    "rough": Text("近音", "similar sound"),
    "typo": Text("打错一两个字母", "a slip of one or two letters"),
    "guess": Text("猜测", "a guess"),
    "prefix": Text("只打了开头", "typed halfway"),
    "pair": Text("相邻两个字", "two characters side by side"),
    "part": Text("词的一部分", "part of the word"),
    "initials": Text("拼音首字母", "pinyin initials"),
    "wording": Text("读者的问法（questions.yml）", "readers' wordings (questions.yml)"),
}
KINDS = {
    "ours": Text("", ""),
    "unknown": Text("（本站没有的词）", " (not a word of this site)"),
    "others": Text("（别家的名字或别的行业）", " (another company's name, or another business)"),
}
SITES: dict[Lang, Text] = {
    "zh": Text("中文站", "Chinese site"),
    "en": Text("英文站", "English site"),
}
NOTHING = Text(
    "没有文章够得上，读者会看到联系方式和常见问题。"
    "可以给文章加一行 ask:，在 questions.yml 加几行读者的问法，或在 search.yml 加同义词。",
    "No article is good enough; readers see the contacts and common questions. Add an ask: line to"
    " an article, readers' wordings to questions.yml, or a synonym to search.yml.",
)


_EPILOG = """Example / 例：

  helpcenter search "钱没到账"

  helpcenter search "where is my money" --in en
"""


@click.command("search", cls=Spoken, epilog=_EPILOG)
@click.argument("query")
@click.option(
    "--in", "site", type=click.Choice(["zh", "en"]), help="Site to search / 只搜一个站点."
)
@shared
@click.pass_context
def command(context: click.Context, query: str, site: Lang | None) -> None:
    """Show what QUERY finds, and why / 查看某个问题搜到什么、为什么."""
    settings: Settings = context.obj
    build, findings = searchable(settings.root, Profile.from_environment(os.environ))
    if build is None:
        first = findings[0].message[settings.lang] if findings else ""
        click.echo(f"helpcenter: {visible(first)}", err=True)
        context.exit(CANNOT_RUN)
    sites = (site,) if site else sites_of(query)
    for one in sites:
        if len(sites) > 1:
            click.echo(SITES[one][settings.lang])
        show(open_engine(build, one), query, settings.lang)


def sites_of(query: str) -> tuple[Lang, ...]:
    """The sites that a query is tried on when none is named.

    Letters alone may be pinyin or English, and readers of either site type them: both.
    """
    return LANGS if query.isascii() else ("zh",)


def show(engine: Engine, query: str, lang: Lang) -> None:
    """Print the parts of the query and the hits."""
    parts = " | ".join(part.text + KINDS[part.kind][lang] for part in engine.parts(query))
    click.echo(Text(f"查找：{parts}", f"Looking for: {parts}")[lang])
    hits = engine.search(query)
    for number, hit in enumerate(hits, 1):
        click.echo(_headline(number, hit))
        for reason in hit.reasons:
            click.echo(f"     {_line(reason, lang)}")
    if not hits:
        click.echo(NOTHING[lang])


def _headline(number: int, hit: Hit) -> str:
    place = hit.url + (f"#{hit.anchor}" if hit.anchor else "")
    return f"{number:2}. {hit.title}  {place}  {hit.score:.1f} ({hit.coverage:.0%})"


def _line(reason: Reason, lang: Lang) -> str:
    where = ", ".join(FIELDS[field][lang] for field in reason.fields)
    steps = dict.fromkeys((reason.slot, reason.word, reason.term))
    how = "; ".join(filter(None, (WHYS[reason.why][lang], where)))
    return f"{' → '.join(steps)}: {how}; {reason.score:.1f}"
