"""`helpcenter retire ID --reason …`: switch a record off everywhere at once."""

from __future__ import annotations

import click

from helpcenter.commands.options import CANNOT_RUN, Settings, shared, today
from helpcenter.commands.pages import refuse_writing
from helpcenter.commands.spoken import Spoken
from helpcenter.data.edit import EditError, retire
from helpcenter.data.files import file_of
from helpcenter.data.models.base import RetireReason
from helpcenter.model import Text

_EPILOG = """Example / 例：

  helpcenter retire support-phone --reason compromised
"""


@click.command("retire", cls=Spoken, epilog=_EPILOG)
@click.argument("record", metavar="ID")
@click.option(
    "--reason",
    type=click.Choice([reason.value for reason in RetireReason]),
    required=True,
    help="Why it is no longer ours / 停用原因.",
)
@click.option("--replaced-by", metavar="ID", help="Record that takes its place / 接替它的记录.")
@shared
@click.pass_context
def command(context: click.Context, record: str, reason: str, replaced_by: str | None) -> None:
    """Switch a record off, such as contacts/support-phone / 停用一条记录."""
    settings: Settings = context.obj
    root, lang = settings.root, settings.lang
    try:
        key = retire(root, record, RetireReason(reason), today(), replaced_by)
    except EditError as error:
        click.echo(error.text[lang], err=True)
        context.exit(CANNOT_RUN)
    except OSError as error:
        refuse_writing(context, error.filename, error)
    path = file_of(key.partition("/")[0]).path
    done = Text(
        f"已停用“{key}”（{path}）。请马上重新发布。", f"Retired “{key}” in {path}; publish now."
    )
    click.echo(done[lang])
