"""Options that every command shares, and how a command ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

import click

from helpcenter.model import Finding, Lang, Severity
from helpcenter.publish.profile import day_of_run
from helpcenter.report.formats import FORMATS, render
from helpcenter.report.language import tool_language

CLEAN, FOUND, CANNOT_RUN = 0, 1, 2
"""Exit codes."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the shared options say; the object of click's context."""

    root: Path
    lang: Lang
    form: str = "text"


class OneLine(click.ClickException):
    """A mistake in what was typed, told in one line; exit code 2."""

    exit_code = CANNOT_RUN

    def show(self, file: Any = None) -> None:
        """Print the line on standard error."""
        click.echo(self.message, err=True)


def _note(context: click.Context, parameter: click.Parameter, value: Any) -> Any:
    """Put an option that was given into the settings, wherever it was given."""
    settings = context.obj or Settings(Path.cwd(), tool_language(os.environ))
    context.obj = replace(settings, **{str(parameter.name): value}) if value else settings
    return value


def shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """Decorator: add `--root`, `--lang` and `--format` to a command or to the group."""
    command = click.help_option("-h", "--help", help="Show this help / 显示这份说明.")(command)
    folder = click.Path(path_type=Path)  # looked at when the language is known, too
    options = (
        ("--root", "root", folder, "Folder of mkdocs.yml / 项目文件夹."),
        ("--lang", "lang", click.Choice(["zh", "en"]), "Language of messages / 提示的语言."),
        ("--format", "form", click.Choice(list(FORMATS)), "Output format / 输出格式."),
    )
    for flag, name, kind, words in reversed(options):
        command = click.option(
            flag, name, type=kind, help=words, expose_value=False, callback=_note, is_eager=True
        )(command)
    return command


def today() -> date:
    """The day of the run: SOURCE_DATE_EPOCH (seconds, UTC) when it is set."""
    return day_of_run(os.environ)


def colourful(*, err: bool = False) -> bool:
    """Whether the output may use colours: only a terminal, and not where NO_COLOR is set.

    Args:
        err: of standard error.
    """
    stream = sys.stderr if err else sys.stdout
    return stream.isatty() and not os.environ.get("NO_COLOR")


def finish(context: click.Context, findings: Sequence[Finding], least: int = CLEAN) -> None:
    """Print the findings and end: 1 when there is an error among them, else with `least`."""
    settings = cast(Settings, context.obj)
    click.echo(render(findings, settings.form, settings.lang, colourful()), nl=False)
    errors = any(f.severity is Severity.ERROR for f in findings)
    context.exit(FOUND if errors else least)
