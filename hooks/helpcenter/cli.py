"""`helpcenter`: the command line."""

from __future__ import annotations

import sys

import click

from helpcenter.commands import (
    audit,
    check,
    compare,
    diff,
    explain,
    export,
    fix,
    lock,
    new,
    rename,
    retire,
    schema,
    search,
    stamp,
    status,
)
from helpcenter.commands.options import CANNOT_RUN, shared
from helpcenter.report.text import visible


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@shared
def cli() -> None:
    """Check and build a help center whose every address comes from one record.

    检查与构建帮助中心，其中每个地址都出自同一份记录。退出码 0 无问题，1 有问题，2 无法运行。
    """


for module in (
    check,
    audit,
    status,
    diff,
    compare,
    stamp,
    fix,
    new,
    rename,
    export,
    explain,
    lock,
    search,
    schema,
    retire,
):
    cli.add_command(module.command)


def main() -> None:
    """Run the command line; what goes wrong unexpectedly is one line and exit code 2."""
    try:
        cli()
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        click.echo(f"helpcenter: {visible(reason)}", err=True)
        sys.exit(CANNOT_RUN)


if __name__ == "__main__":
    main()
