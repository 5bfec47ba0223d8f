"""`helpcenter schema`: write the JSON Schemas of the record files."""

from __future__ import annotations

import click

from helpcenter.commands.options import Settings, shared
from helpcenter.commands.spoken import Spoken
from helpcenter.data.schema import SCHEMAS, write_schemas
from helpcenter.model import Text

_EPILOG = """Example / 例：

  helpcenter schema
"""


@click.command("schema", cls=Spoken, epilog=_EPILOG)
@shared
@click.pass_context
def command(context: click.Context) -> None:
    """Write the JSON Schemas of the record files / 生成记录文件的 JSON Schema."""
    settings: Settings = context.obj
    changed = write_schemas(settings.root)
    for name in changed:
        click.echo(f"{SCHEMAS}/{name}")
    if not changed:
        click.echo(Text("各 Schema 都是最新的。", "All schemas are up to date.")[settings.lang])
