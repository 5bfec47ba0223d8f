"""`helpcenter schema`: write the JSON Schemas of the record files."""

from __future__ import annotations

from pathlib import Path

import click

from helpcenter.data.schema import SCHEMAS, write_schemas
from helpcenter.model import Lang, Text

_EPILOG = """Example / 例：

  helpcenter schema
"""


@click.command("schema", epilog=_EPILOG)
@click.pass_context
def command(context: click.Context) -> None:
    """Write the JSON Schemas of the record files / 生成记录文件的 JSON Schema."""
    root: Path = context.obj.root if context.obj else Path.cwd()
    lang: Lang = context.obj.lang if context.obj else "en"
    changed = write_schemas(root)
    for name in changed:
        click.echo(f"{SCHEMAS}/{name}")
    if not changed:
        click.echo(Text("各 Schema 都是最新的。", "All schemas are up to date.")[lang])
