"""`helpcenter audit`: the guard over any built folder or live site, no matter what built it."""

from __future__ import annotations

from pathlib import Path

import click

from helpcenter.commands import live_site
from helpcenter.commands.options import (
    CANNOT_RUN,
    FOUND,
    Settings,
    colourful,
    finish,
    shared,
    today,
)
from helpcenter.commands.pages import need_docs, refuse, refuse_writing
from helpcenter.commands.spoken import Spoken
from helpcenter.data.edit import replace_file
from helpcenter.data.load import load
from helpcenter.data.records import Records
from helpcenter.guard.gates import canaries, foreign, inventory
from helpcenter.guard.gates.output_gate import audit
from helpcenter.guard.gates.waivers import waived
from helpcenter.guard.records.truth import Truth
from helpcenter.live.fetch import Limits
from helpcenter.live.place import Place, RefusedHost
from helpcenter.model import Finding, Text
from helpcenter.origins import origins
from helpcenter.publish.theme import patched_hashes
from helpcenter.report import inventory as shown
from helpcenter.report.formats import FORMATS, render
from helpcenter.system_errors import reason_of

_EPILOG = """Example / 例：

  helpcenter audit site --inventory build/inventory.json

  helpcenter audit https://… --against build/inventory.json
"""
_FILE = click.Path(dir_okay=False, path_type=Path)
_LIMITS = Limits()
Result = tuple[list[Finding], list[inventory.Row]]


@click.command("audit", cls=Spoken, forms=FORMATS, epilog=_EPILOG)
@click.argument("target")
@click.option(
    "--inventory",
    "saved",
    type=_FILE,
    help="List all addresses, also to FILE / 列出并保存全部地址.",
)
@click.option("--against", type=_FILE, help="Show what changed since that list / 与保存的清单比较.")
@click.option("--allow-private", is_flag=True, help="Allow private addresses / 允许内网地址.")
@click.option(
    "--max-pages",
    type=click.IntRange(1),
    default=_LIMITS.pages,
    show_default=True,
    help="Live: most addresses to read / 最多读取的地址数.",
)
@click.option(
    "--max-seconds",
    type=click.FloatRange(1),
    default=_LIMITS.seconds_all,
    show_default=True,
    help="Live: seconds for the whole audit / 总时间上限.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0.1),
    default=_LIMITS.seconds_each,
    show_default=True,
    help="Live: seconds for each request / 单个时间上限.",
)
@shared
@click.pass_context
def command(
    context: click.Context,
    target: str,
    saved: Path | None,
    against: Path | None,
    allow_private: bool,
    max_pages: int,
    max_seconds: float,
    timeout: float,
) -> None:
    """Check TARGET, a built folder or a live http(s) address / 检查已构建的文件夹或线上网站.

    A live site is read from its own host only, as desktop, as phone and without referrer
    / 线上网站只读它自己的域名，分别以电脑、手机、不带来源的方式访问。
    """
    settings: Settings = context.obj
    need_docs(context)
    before = _saved(context, against) if against else None
    records = _records(context)
    live = target.lower().startswith(("http://", "https://"))
    if live:
        limits = Limits(pages=max_pages, seconds_all=max_seconds, seconds_each=timeout)
        findings, rows = _live(context, target, records, limits, allow_private)
    else:
        findings, rows = _folder(context, Path(target), records, bool(saved or before))
    findings = [*canaries.check(), *findings]  # without them silence says nothing
    plain = settings.form != "text"
    if saved:
        _save(context, saved, inventory.dump(rows))
        click.echo(shown.table(rows, settings.lang), nl=False, err=plain)
    unasked = live_site.UNASKED if live else frozenset()
    changes = inventory.compare(before, rows, unasked) if before is not None else None
    if changes is not None:
        click.echo(shown.changes(changes, settings.lang), nl=False, err=plain)
    finish(context, findings, least=FOUND if changes and changes.added else 0)


def _records(context: click.Context) -> Records:
    """The records of the project; ends the command when they cannot be used."""
    settings: Settings = context.obj
    loaded = load(settings.root, today())
    if loaded.records is None:
        shown = render(loaded.findings, "text", settings.lang, colourful(err=True))
        click.echo(shown, err=True, nl=False)
        context.exit(CANNOT_RUN)
    return loaded.records


def _save(context: click.Context, file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, text)
    except OSError as error:
        refuse_writing(context, file, error)


def _saved(context: click.Context, file: Path) -> list[inventory.Row]:
    try:
        return inventory.read(file.read_text("utf-8"))
    except OSError as error:
        why = reason_of(error)
        refuse(context, Text(f"{file}：读不了（{why.zh}）", f"{file}: cannot be read ({why.en})"))
    except ValueError:
        refuse(context, Text(f"{file}：不是保存的清单", f"{file}: not a saved inventory"))


def _folder(context: click.Context, target: Path, records: Records, listed: bool) -> Result:
    if not target.is_dir():
        refuse(context, Text(f"{target}：没有这个文件夹", f"{target}: no such folder"))
    truth, cleared = Truth.from_records(records), patched_hashes()
    rows: list[inventory.Row] = []
    if listed:
        found, rows = inventory.audited(target, truth, cleared)
    else:
        found = audit(target, truth, cleared=cleared)
    found = waived(found, records, built=True, whole=True)
    root = context.obj.root.resolve()
    if target.resolve().parent != root:
        found = foreign.once_a_page(found)
    elif found:  # what this project's build writes
        found = origins(root).located(found)
    return found, rows


def _live(
    context: click.Context, url: str, records: Records, limits: Limits, allow_private: bool
) -> Result:
    try:
        place = Place.of(url)
        capture = live_site.read(place, limits, context.obj.lang, allow_private=allow_private)
    except ValueError:
        refuse(context, Text(f"不是网址：{url}", f"not an http(s) address: {url}"))
    except RefusedHost as error:
        refuse(context, Text(f"没有读取：{error.text.zh}", f"not read: {error.text.en}"))
    findings, rows = live_site.judged(capture, Truth.from_records(records), patched_hashes())
    return foreign.once_a_page(waived(findings, records, built=True, whole=True)), rows
