"""`helpcenter explain CODE`: the manual page of a rule."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import click

from helpcenter.commands.options import Settings, shared
from helpcenter.commands.pages import refuse
from helpcenter.data.problems import did_you_mean
from helpcenter.data.wording import WORDING
from helpcenter.model import Lang, Text

LIBRARY = Path(__file__).parents[1]
_EPILOG = """Example / 例：

  helpcenter explain HC310

  helpcenter explain hc101
"""
_CODE = re.compile(r"HC[0-9]{3}")


@click.command("explain", epilog=_EPILOG)
@click.argument("code")
@shared
@click.pass_context
def command(context: click.Context, code: str) -> None:
    """Explain the rule CODE, with a bad and a good sample / 解释一条规则."""
    settings: Settings = context.obj
    manual = manuals()
    wanted = code.upper()
    parts = [manual[wanted]] if wanted in manual else []
    parts += _messages(wanted, settings.lang)
    if not parts:
        known = {*manual, *(rule for rule, _ in WORDING.values())}
        message = Text(f"没有规则 {code}", f"no such rule: {code}")
        refuse(context, message, did_you_mean(wanted, known))
    click.echo("\n\n".join(parts))


def manuals() -> dict[str, str]:
    """The docstring of the module that a rule is named in first, by code."""
    found: dict[str, str] = {}
    for path in sorted(LIBRARY.rglob("*.py")):
        page = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        codes = set(_CODE.findall(page))
        first = {code for code in codes if page.find(code) < page.find("\n") or "\n" not in page}
        for code in codes:
            if code in first or code not in found:
                found[code] = page
    return found


def _messages(code: str, lang: Lang) -> list[str]:
    """What the rules of the record files say, for codes that cover many mistakes."""
    texts = [text[lang] for rule, text in WORDING.values() if rule == code]
    return ["\n".join(f"- {text}" for text in texts)] if texts else []
