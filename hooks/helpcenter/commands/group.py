"""The group of all commands: a wrong word on the command line is one line, not three."""

from __future__ import annotations

import os
from typing import Any

import click

from helpcenter.commands.options import Settings
from helpcenter.model import Text
from helpcenter.report.language import tool_language

_HELP = Text("（用法：{} --help）", " (usage: {} --help)")


class OneLine(click.ClickException):
    """A mistake in what was typed, told in one line; exit code 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Print the line on standard error."""
        click.echo(self.message, err=True)


class OneLineGroup(click.Group):
    """A group that tells mistakes in one line."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """As click's, for the words before the command."""
        try:
            return super().make_context(*args, **kwargs)
        except click.UsageError as error:
            raise _one_line(error) from None

    def invoke(self, ctx: click.Context) -> Any:
        """As click's, for the command and its words."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise _one_line(error) from None


def _one_line(error: click.UsageError) -> click.ClickException:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error
    context = error.ctx
    settings = context.obj if context else None
    lang = settings.lang if isinstance(settings, Settings) else tool_language(os.environ)
    usage = _HELP[lang].format(context.command_path if context else "helpcenter")
    return OneLine(" ".join(error.format_message().split()) + usage)
