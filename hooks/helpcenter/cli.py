"""`helpcenter`: the command line."""

from __future__ import annotations

import gc
import sys
from importlib import import_module

import click

from helpcenter.commands.group import OneLineGroup
from helpcenter.commands.options import CANNOT_RUN, shared
from helpcenter.report.text import visible
from helpcenter.workers import SELDOM

COMMANDS = (
    "check",
    "audit",
    "status",
    "diff",
    "compare",
    "stamp",
    "fix",
    "new",
    "rename",
    "export",
    "offline",
    "explain",
    "lock",
    "search",
    "schema",
    "retire",
)
"""Commands in the order of the help; each is a module of helpcenter.commands."""


class Commands(OneLineGroup):
    """Imports a command only when it runs, so a quick check does not load the search engine."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, for the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"helpcenter.commands.{cmd_name}").command
        return command


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@shared
def cli() -> None:
    """Check a help center whose addresses all come from one record / 检查地址都出自记录的帮助中心.

    Exit code 0: no problems, 1: problems, 2: cannot run / 退出码 0 无问题，1 有问题，2 无法运行.
    """


def main() -> None:
    """Run the command line; an unexpected error prints one line and exits with 2."""
    gc.set_threshold(*SELDOM)
    try:
        cli()
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        click.echo(f"helpcenter: {visible(reason)}", err=True)
        sys.exit(CANNOT_RUN)
    finally:
        gc.freeze()  # else Python looks for garbage, for half a second, in what ends anyway


if __name__ == "__main__":
    main()
