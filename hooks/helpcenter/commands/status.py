"""`helpcenter status`: what is behind, overdue, sample or about to expire."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import timedelta
from typing import Any

import click

from helpcenter.bilingual.summary import rows, summary
from helpcenter.bilingual.writing.review import overdue
from helpcenter.commands.options import Settings, colourful, shared, today
from helpcenter.commands.pages import Site, read_site
from helpcenter.commands.spoken import Spoken
from helpcenter.model import Lang, Text
from helpcenter.report.text import RED, YELLOW, painted

_EPILOG = """Example / 例：

  helpcenter status

  helpcenter status --format json --lang zh
"""
_LABELS = {
    "debt": Text("没跟上的英文小节", "English sections behind"),
    "hard": Text("其中事实不同", "of these, with other facts"),
    "missing": Text("没有英文版的页面", "pages not translated"),
    "broken": Text("读不了的页面", "pages that cannot be read"),
    "untranslated": Text("还没有英文版", "not translated"),
    "overdue": Text("复核过期的页面", "pages overdue for review"),
    "sample": Text("示例记录", "sample records"),
    "expired": Text("核实已过期的记录", "records whose verification expired"),
    "waivers": Text("豁免的地址", "waived addresses"),
    "expiring": Text("即将过期的记录", "records about to expire"),
}
_COLOURS = {"broken": RED, "overdue": YELLOW, "expired": RED, "expiring": YELLOW}
"""Of lists that somebody has to work on."""


@click.command("status", cls=Spoken, forms=("text", "json"), epilog=_EPILOG)
@shared
@click.pass_context
def command(context: click.Context) -> None:
    """Translation debt, overdue reviews, sample and expiring records / 翻译与复核的状态."""
    settings: Settings = context.obj
    site = read_site(context, today())
    report = _report(site)
    if settings.form == "json":
        click.echo(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        click.echo(_table(report, settings.lang, colourful()), nl=False)


def _report(site: Site) -> dict[str, Any]:
    day, records = site.records.today, site.records
    keys = [key for key, _ in records.items()]
    soon = day + timedelta(days=records.policy.warn_days_before)
    lists = {
        "broken": sorted({finding.path for finding in site.broken}),
        "overdue": [page.chinese.path for page in site.pages if overdue(page.chinese, day)],
        "sample": [key for key in keys if records.state(key) == "sample"],
        "expired": [key for key in keys if records.state(key) == "expired"],
        "waivers": [
            f"{name}  {waiver.value}  {waiver.file}  {waiver.expires}"
            for name, waiver in records.waivers.items()
        ],
        "expiring": [
            key
            for key in keys
            if records.state(key) == "verified" and (records.expires(key) or day) <= soon
        ],
    }
    policy = records.policy.translation
    sums = summary(site.pages) | {"ceiling": policy.ceiling}
    return {"summary": sums, "pages": [asdict(row) for row in rows(site.pages)], **lists}


def _sum(name: str, lang: Lang, number: int, shade: str, colour: bool) -> str:
    """One line; its number is coloured on a terminal where somebody has to act."""
    shown = painted(str(number), shade) if number and shade and colour else str(number)
    return f"{_LABELS[name][lang]}{Text('：', ': ')[lang]}{shown}"


def _table(report: dict[str, Any], lang: Lang, colour: bool) -> str:
    sums = report["summary"]
    ceiling = Text("（上限 {}）", " (ceiling {})")[lang].format(sums["ceiling"])
    lines = [
        _sum("debt", lang, sums["debt"], RED if sums["debt"] > sums["ceiling"] else YELLOW, colour)
        + ceiling,
        _sum("hard", lang, sums["hard"], RED, colour),
        _sum("missing", lang, sums["missing"], YELLOW, colour),
    ]
    behind = [row for row in report["pages"] if row["debt"]]
    widest = max((len(row["page"]) for row in behind), default=0)
    for row in behind:
        missing = row["status"] == "missing"
        what = _LABELS["untranslated"][lang] if missing else " ".join(row["behind"])
        lines.append(f"  {row['page']:{widest}}  {row['debt']:2}  {what}")
    for name in ("broken", "overdue", "sample", "expired", "expiring", "waivers"):
        lines.append(_sum(name, lang, len(report[name]), _COLOURS.get(name, ""), colour))
        if name != "sample":
            lines += [f"  {item}" for item in report[name]]
    return "\n".join(lines) + "\n"
