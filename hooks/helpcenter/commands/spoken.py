"""Help in the language of the tools; every help text says `English / 中文`."""

from __future__ import annotations

import inspect
import os
import re
from collections.abc import Sequence
from typing import Any

import click

from helpcenter.commands.options import OneLine, Settings
from helpcenter.model import Lang, Text
from helpcenter.report.formats import FORMATS
from helpcenter.report.language import tool_language
from helpcenter.report.text import visible

_BOTH = re.compile(r"(?s)(?P<en>.*?)\s/\s(?P<zh>[^/]*[\u3400-\u9fff].*)")
_HAN = re.compile(r"[\u3400-\u9fff]")
_DEFAULT = re.compile(r"\s+\[[^\[\]]+\]$")
"""What click adds to an option's text: its default and range."""
_NO_FOLDER = Text("--root 写得不对：没有文件夹 {}", "--root is wrong: there is no folder {}")
_FORMS = Text("{} 不能输出 {}，只能输出 {}", "{} has no form {}, only {}")
_USAGE = Text("用法：", "Usage: ")
_OPTIONS, _COMMANDS = Text("选项：", "Options:"), Text("命令：", "Commands:")
_EXAMPLE = Text("例：", "Example:")


def spoken_language(context: click.Context) -> Lang:
    """What `--lang` said before `--help`, else the language of the machine."""
    said = context.obj
    return said.lang if isinstance(said, Settings) else tool_language(os.environ)


def side(text: str, lang: Lang) -> str:
    """One language of a help text, paragraph by paragraph."""
    paragraphs = inspect.cleandoc(text).split("\n\n")
    chosen = [_side(" ".join(paragraph.split()), lang) for paragraph in paragraphs]
    return "\n\n".join(filter(None, chosen))


def _side(paragraph: str, lang: Lang) -> str:
    if not (found := _BOTH.fullmatch(paragraph)):
        return paragraph if bool(_HAN.search(paragraph)) == (lang == "zh") else ""
    end = Text("。", ".")[lang]
    return found[lang].rstrip(".。") + end


def _option(param: click.Parameter, ctx: click.Context, lang: Lang) -> tuple[str, str] | None:
    """What an option is called and does; None for what needs no line."""
    name, text = param.get_help_record(ctx) or ("", "")
    added = _DEFAULT.search(text)
    words = side(text[: added.start()] if added else text, lang)
    return (name, words + (added[0] if added else "")) if text else None


def _section(formatter: click.HelpFormatter, head: str, rows: list[tuple[str, str]]) -> None:
    """A table with a heading that has its own colon."""
    formatter.write_paragraph()
    formatter.write(f"{head}\n")
    with formatter.indentation():
        formatter.write_dl(rows)


class Spoken(click.Command):
    """A command whose help is in one language, and that refuses what it cannot do in one line."""

    def __init__(self, *args: Any, forms: Sequence[str] = ("text",), **more: Any) -> None:
        """`forms` are the values of `--format` that the command knows."""
        super().__init__(*args, **more)
        self.forms = tuple(forms)
        for option in self.params:
            if option.name == "form":
                option.type = click.Choice(self.forms)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, if there is a folder to run in and its output has the form wanted."""
        settings = ctx.obj
        if isinstance(settings, Settings):
            if not settings.root.is_dir():
                raise OneLine(_NO_FOLDER[settings.lang].format(visible(str(settings.root))))
            if settings.form not in self.forms:
                forms = Text("、", ", ")[settings.lang].join(self.forms)
                known = _FORMS[settings.lang].format(ctx.info_name, settings.form, forms)
                raise OneLine(known)
        return super().invoke(ctx)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that says how the command is written."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, _USAGE[spoken_language(ctx)])

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(side(self.help or "", spoken_language(ctx)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Its options."""
        lang = spoken_language(ctx)
        records = [_option(param, ctx, lang) for param in self.get_params(ctx)]
        _section(formatter, _OPTIONS[lang], [record for record in records if record])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Its example."""
        if self.epilog:
            examples = self.epilog.partition("\n")[2]
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(_EXAMPLE[spoken_language(ctx)] + "\n" + examples)


class SpokenGroup(Spoken, click.Group):
    """A group whose help is in one language; its commands know which forms they have."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, forms=tuple(FORMATS), **more)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Its options, and its commands."""
        super().format_options(ctx, formatter)
        lang = spoken_language(ctx)
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        texts = [(name, side(command.help or "", lang)) for name, command in commands if command]
        rows = [(name, text.partition("\n")[0]) for name, text in texts]
        _section(formatter, _COMMANDS[lang], rows)
