"""`helpcenter offline`: a built site as an archive that opens from disk."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from helpcenter.commands.options import CANNOT_RUN, Settings, colourful, finish, shared, today
from helpcenter.commands.pages import refuse
from helpcenter.commands.spoken import Spoken
from helpcenter.data.load import load
from helpcenter.data.records import Records
from helpcenter.guard.gates.output_gate import audit
from helpcenter.guard.gates.waivers import waived
from helpcenter.guard.records.truth import Truth
from helpcenter.model import Finding, Severity, Text
from helpcenter.offline.copying import copy_site, pack
from helpcenter.publish.theme import patched_hashes
from helpcenter.report.formats import FORMATS
from helpcenter.report.text import render

_EPILOG = """Example / 例：

  helpcenter offline site
"""
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command("offline", cls=Spoken, forms=FORMATS, epilog=_EPILOG)
@click.argument("site", type=_FOLDER, default=Path("site"))
@click.option(
    "--output",
    type=_FOLDER,
    default=Path("build/offline"),
    show_default=True,
    help="Where the archive goes / 存放压缩包的文件夹.",
)
@shared
@click.pass_context
def command(context: click.Context, site: Path, output: Path) -> None:
    """Make of SITE, a built folder, a zip that opens from disk / 制作离线副本，从磁盘打开."""
    settings: Settings = context.obj
    day = today()
    folder = output / f"help-center-{day.isoformat()}"
    if not (site / "index.html").is_file():
        zh, en = f"{site}：不是构建好的站点", f"{site}: not a built site (run make build)"
        refuse(context, Text(zh, en))
    if folder.resolve().is_relative_to(site.resolve()):
        refuse(context, Text(f"{output} 在站点里面", f"{output} is inside the site"))
    loaded = load(settings.root, day)
    if loaded.records is None:
        click.echo(render(loaded.findings, settings.lang, colourful(err=True)), err=True, nl=False)
        context.exit(CANNOT_RUN)
    shutil.rmtree(folder, ignore_errors=True)
    edition = copy_site(site, folder, settings.root, loaded.records, day)
    found = _judged(folder, loaded.records)
    if any(item.severity is Severity.ERROR for item in found):
        shutil.rmtree(folder)
        finish(context, found)
    archive = pack(folder, day)
    size, sums = archive.stat().st_size / 1024, f"{archive.name}.sha256"
    zh = f"{archive}：{size:.0f} KB，编号 {edition.number}，校验值在 {sums}"
    en = f"{archive}: {size:.0f} KB, number {edition.number}, checksum in {sums}"
    click.echo(Text(zh, en)[settings.lang])


def _judged(folder: Path, records: Records) -> list[Finding]:
    """The copy is one more thing that readers get: the guard reads every byte of it."""
    found = audit(folder, Truth.from_records(records), cleared=patched_hashes())
    return waived(found, records, built=True, whole=False)
