"""`helpcenter audit`: the guard over any built folder, whoever built it."""

from __future__ import annotations

from pathlib import Path

import click

from helpcenter.commands.options import CANNOT_RUN, Settings, finish, shared, today
from helpcenter.data.load import load
from helpcenter.guard.output_gate import audit
from helpcenter.guard.truth import Truth
from helpcenter.publish.theme import patched_hashes
from helpcenter.report.formats import render


@click.command("audit")
@click.argument("target", type=click.Path(exists=True, file_okay=False, path_type=Path))
@shared
@click.pass_context
def command(context: click.Context, target: Path) -> None:
    """Check every file of the built folder TARGET / 检查已构建的文件夹 TARGET."""
    settings: Settings = context.obj
    loaded = load(settings.root, today())
    if loaded.records is None:
        click.echo(render(loaded.findings, "text", settings.lang), err=True, nl=False)
        context.exit(CANNOT_RUN)
    truth = Truth.from_records(loaded.records)
    finish(context, audit(target, truth, cleared=patched_hashes()))
