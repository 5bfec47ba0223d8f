"""`helpcenter explain CODE`: the manual page of a rule."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import click

from helpcenter import manual
from helpcenter.commands.options import Settings, shared
from helpcenter.commands.pages import refuse
from helpcenter.commands.spoken import Spoken
from helpcenter.data.problems import did_you_mean
from helpcenter.data.wording import WORDING
from helpcenter.model import Lang, Text

LIBRARY = Path(__file__).parents[1]
_SHARED = Path(__file__).with_name("manual.md")
_EPILOG = """Example / 例：

  helpcenter explain HC310

  helpcenter explain hc103 --lang zh
"""
_PLACE = re.compile(r"\{([a-z_0-9]+)\}")


@click.command("explain", cls=Spoken, epilog=_EPILOG)
@click.argument("code")
@shared
@click.pass_context
def command(context: click.Context, code: str) -> None:
    """Explain the rule CODE, with a bad and a good sample / 解释一条规则."""
    settings: Settings = context.obj
    pages, wanted = manuals(), code.upper()
    if wanted not in pages:
        message = Text(f"没有规则 {code}", f"no such rule: {code}")
        refuse(context, message, did_you_mean(wanted, pages))
    parts = [pages[wanted].show(settings.lang), *_messages(wanted, settings.lang)]
    click.echo("\n\n".join(parts))


@cache
def manuals() -> dict[str, manual.Page]:
    """The page of every rule: the docstring of its own file, or its part of `manual.md`.

    Raises:
        ValueError: a page lacks a part.
    """
    found = manual.pages(_SHARED.read_text("utf-8"))
    for path in LIBRARY.rglob("*.py"):
        head = path.read_text("utf-8")[:80]
        if re.match(r'r?"""HC[0-9]{3} [^\n]* / ', head):
            doc = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
            if doc[:5] not in found:
                found[doc[:5]] = manual.page(doc)
    return found


def _messages(code: str, lang: Lang) -> list[str]:
    """What the rules of the record files say, for codes that cover many mistakes."""
    texts = [_PLACE.sub("…", text[lang]) for rule, text in WORDING.values() if rule == code]
    texts = [text.replace("{{", "{").replace("}}", "}") for text in texts]
    return ["\n".join(f"- {text}" for text in texts)] if texts else []
