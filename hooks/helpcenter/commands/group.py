"""The group of all commands: a wrong word on the command line is one line, not three."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import click

from helpcenter.commands.options import OneLine, Settings
from helpcenter.commands.spoken import SpokenGroup
from helpcenter.model import Lang, Text
from helpcenter.report.language import tool_language

_STOPPED = Text("\n已中断。", "\nStopped.")
_HELP = Text("（用法：{} --help）", " (usage: {} --help)")


class OneLineGroup(SpokenGroup):
    """A group that reports usage errors in one line."""

    def make_context(
        self, info_name: str | None, args: list[str], *rest: Any, **more: Any
    ) -> click.Context:
        """As click's, for the words before the command; `--lang` counts wherever it stands."""
        more.setdefault("obj", Settings(Path.cwd(), _asked(args)))
        try:
            return super().make_context(info_name, args, *rest, **more)
        except click.UsageError as error:
            raise _one_line(error) from None
        except KeyboardInterrupt:
            raise Stopped(_STOPPED[more["obj"].lang]) from None

    def invoke(self, ctx: click.Context) -> Any:
        """As click's, for the command and its words."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise _one_line(error) from None
        except (KeyboardInterrupt, click.Abort):
            raise Stopped(_STOPPED[ctx.obj.lang]) from None


class Stopped(OneLine):
    """Somebody pressed Ctrl-C; exit code as of a shell."""

    exit_code = 130


def _asked(words: Sequence[str]) -> Lang:
    """The language that the command line asks for, else that of the machine."""
    lang = tool_language(os.environ)
    for word, value in pairwise([*words, ""]):
        said = value if word == "--lang" else word.removeprefix("--lang=")
        lang = "zh" if said == "zh" and word != said else lang
        lang = "en" if said == "en" and word != said else lang
    return lang


def _one_line(error: click.UsageError) -> click.ClickException:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error
    context = error.ctx
    settings = context.obj if context else None
    lang = settings.lang if isinstance(settings, Settings) else tool_language(os.environ)
    usage = _HELP[lang].format(context.command_path if context else "helpcenter")
    said = _chinese(error) if lang == "zh" else error.format_message()
    return OneLine(" ".join(said.split()) + usage)


def _chinese(error: click.UsageError) -> str:
    """What click says in English; its own words where it names what else is wrong."""
    if isinstance(error, click.NoSuchOption):
        return f"没有选项 {error.option_name}{_near(error.possibilities)}"
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"没有命令 {error.command_name}{_near(error.possibilities)}"
    if not isinstance(error, click.BadParameter) or error.param is None:
        return f"写得不对：{error.message}"
    name = error.param.get_error_hint(error.ctx).strip("'")
    if isinstance(error, click.MissingParameter):
        return f"缺少 {name}"
    if isinstance(error.param.type, click.Choice):
        return f"{name} 只能是 {'、'.join(error.param.type.choices)}"
    why = "没有这个文件或文件夹" if isinstance(error.param.type, click.Path) else error.message
    return f"{name} 写得不对：{why}"


def _near(names: Sequence[str] | None) -> str:
    return f"，是不是想写 {'、'.join(names)}？" if names else ""
