"""Help in the language of the tools; every help text says `English / 中文`."""

from __future__ import annotations

import inspect
import os
import re

import click

from helpcenter.commands.options import Settings
from helpcenter.model import Lang, Text
from helpcenter.report.language import tool_language

_BOTH = re.compile(r"(?s)(?P<en>.*?)\s/\s(?P<zh>[^/]*[\u3400-\u9fff].*)")
_HAN = re.compile(r"[\u3400-\u9fff]")
_DEFAULT = re.compile(r"\s+\[[^\[\]]+\]$")
"""What click adds to an option's text: its default and range."""
_USAGE = Text("用法：", "Usage: ")
_OPTIONS, _COMMANDS = Text("选项", "Options"), Text("命令", "Commands")
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


class Spoken(click.Command):
    """A command whose help is in one language."""

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
        with formatter.section(_OPTIONS[lang]):
            formatter.write_dl([record for record in records if record])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Its example."""
        if self.epilog:
            examples = self.epilog.partition("\n")[2]
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(_EXAMPLE[spoken_language(ctx)] + "\n" + examples)


class SpokenGroup(Spoken, click.Group):
    """A group whose help is in one language."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Its options, and its commands."""
        super().format_options(ctx, formatter)
        lang = spoken_language(ctx)
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        texts = [(name, side(command.help or "", lang)) for name, command in commands if command]
        with formatter.section(_COMMANDS[lang]):
            formatter.write_dl([(name, text.partition("\n")[0]) for name, text in texts])
