"""`helpcenter explain`: the manual page of a rule."""

from __future__ import annotations

import importlib
import inspect
from pathlib import Path

import click

from helpcenter.commands.options import shared
from helpcenter.guard import rules


@click.command("explain")
@click.argument("code", required=False)
@shared
@click.pass_context
def command(context: click.Context, code: str | None) -> None:
    """Print the manual page of rule CODE, or list the rules / 显示规则 CODE 的说明，或列出规则."""
    folder = Path(inspect.getfile(rules)).parent
    pages = {path.stem.upper(): path.stem for path in sorted(folder.glob("hc*.py"))}
    if code is None:
        for name in pages.values():
            click.echo(_page(name).splitlines()[0].rstrip("."))
    elif code.upper() in pages:
        click.echo(_page(pages[code.upper()]))
    else:
        raise click.BadParameter(f"{code}: {', '.join(pages)}")


def _page(name: str) -> str:
    return inspect.cleandoc(importlib.import_module(f"{rules.__name__}.{name}").__doc__ or "")
