"""`helpcenter check`: all source rules, without a build."""

from __future__ import annotations

from pathlib import Path

import click

from helpcenter.commands.options import Settings, finish, shared, today
from helpcenter.commands.pages import need_docs, refuse
from helpcenter.commands.progress import watched
from helpcenter.commands.spoken import Spoken
from helpcenter.data.files import DATA
from helpcenter.model import Text
from helpcenter.report.formats import FORMATS
from helpcenter.source_rules import source_findings

_EPILOG = """Example / 例：

  helpcenter check

  helpcenter check docs/fees --format json
"""


@click.command("check", cls=Spoken, forms=FORMATS, epilog=_EPILOG)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@shared
@click.pass_context
def command(context: click.Context, paths: tuple[Path, ...]) -> None:
    """Check the sources, or only PATHS / 检查源文件，或只检查 PATHS."""
    settings: Settings = context.obj
    need_docs(context)
    chosen = [within(context, path) for path in paths]
    wanted = (lambda path: concerns(path, chosen)) if chosen else None
    records, findings = source_findings(settings.root, today(), wanted, watched(settings.lang))
    blind = "HC140"  # whatever was chosen: what is not seen anywhere is not seen there
    unread = f"{DATA}/" if records is None else None
    finish(
        context,
        [
            finding
            for finding in findings
            if concerns(finding.path, chosen)
            or finding.rule == blind
            or (unread and finding.path.startswith(unread))
        ],
    )


def within(context: click.Context, path: Path) -> str:
    """The path relative to the root; relative ones are tried from here, then from the root.

    Ends the command when there is no such file or folder in the project.
    """
    root: Path = context.obj.root
    full = path.resolve() if path.exists() else (root / path).resolve()
    try:
        name = full.relative_to(root.resolve()).as_posix()
    except ValueError:
        refuse(context, Text(f"{path}：不在 {root} 里面", f"{path}: not below {root}"))
    if not full.exists():
        missing = Text(f"{path}：没有这个文件或文件夹", f"{path}: no such file or folder")
        refuse(context, missing)
    return "" if name == "." else name


def concerns(path: str, chosen: list[str]) -> bool:
    """Whether `path` is one of the chosen files or below a chosen folder; all without choice."""
    return not chosen or any(
        not name or path == name or path.startswith(f"{name}/") for name in chosen
    )
