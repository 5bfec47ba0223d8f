"""`helpcenter lock`: show what new and changed files hold, then write the asset lock."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import click

from helpcenter.commands.options import Settings, shared
from helpcenter.commands.pages import need_docs
from helpcenter.commands.spoken import Spoken
from helpcenter.guard.files import ocr
from helpcenter.guard.files.documents import PICTURES
from helpcenter.guard.gates import own_files
from helpcenter.guard.gates.asset_lock import Entry, is_asset, read_lock, write_lock
from helpcenter.guard.gates.assets import entry_of
from helpcenter.guard.gates.source import check_bytes
from helpcenter.guard.gates.source_files import source_paths
from helpcenter.guard.judging.scan import scan
from helpcenter.guard.records.truth import Truth
from helpcenter.guard.rules import hc101, hc131
from helpcenter.guard.rules.reasons import in_words
from helpcenter.model import Lang, Text
from helpcenter.report.text import visible

_UNREVIEWED = "unreviewed"
_SHOWN = 600
_SUM = Text("清单里有 {} 个文件。", "Files in the lock: {}.")
_CODE = Text("    码：{}", "    code: {}")
_TEXT = Text("    文字：{}", "    text: {}")
_UNREAD = Text("没有读；要读请先运行 make ocr", "not read; to read it, run `make ocr` first")
_ADDRESSES = Text("    地址：{}", "    addresses: {}")
_TROUBLE = Text("    无法完整读取：{}", "    cannot be checked in full: {}")
_CLEARED = Text("= {}  完整读过，没有地址", "= {}  read in full, no address in it")
_READ = Text(
    "! {}  可能有地址，以后每次检查都会重新读", "! {}  may hold an address, so every check reads it"
)

_EPILOG = """Example / 例：

  helpcenter lock --dry-run

  helpcenter lock
"""


@click.command("lock", cls=Spoken, epilog=_EPILOG)
@click.option("--dry-run", is_flag=True, help="Only show / 只显示，不写入.")
@shared
@click.pass_context
def command(context: click.Context, dry_run: bool) -> None:
    """Update the asset lock after showing what is new / 显示新内容并更新资源清单.

    The reviewer stays `unreviewed:NAME` until a code owner approves the change
    / 代码负责人批准以前，审阅人一栏保持 `unreviewed:NAME`。
    """
    settings: Settings = context.obj
    need_docs(context)
    known = read_lock(settings.root)
    reviewer = f"{_UNREVIEWED}:{_git_name(settings.root)}"
    entries = []
    for path in filter(is_asset, source_paths(settings.root)):
        entry, held = entry_of(settings.root, path, reviewer)
        before = known.get(path)
        if before and before.digest == entry.digest:
            entries.append(before)
            continue
        entries.append(entry)
        mark = "+" if before is None else "~"
        raw = (settings.root / path).read_bytes()
        click.echo("\n".join(_shown(entry, mark, held.texts, raw, settings.lang)))
    for path in known.keys() - {entry.path for entry in entries}:
        click.echo(f"- {visible(path)}")
    if not dry_run:
        write_lock(settings.root, entries)
    click.echo(_SUM[settings.lang].format(len(entries)))
    if own_files.is_here(settings.root):
        _own_files(settings.root, settings.lang, dry_run)


def _own_files(root: Path, lang: Lang, dry_run: bool) -> None:
    """Renew the list of programs and styles that no check needs to read again."""
    kept = {}
    for path in filter(own_files.is_listable, source_paths(root)):
        raw = (root / path).read_bytes()
        new = not own_files.is_cleared(path, raw)
        if new and any(check_bytes(path, raw, Truth())):
            click.echo(_READ[lang].format(visible(path)))
            continue
        kept[path] = raw
        if new:
            click.echo(_CLEARED[lang].format(visible(path)))
    if not dry_run:
        own_files.write(kept)


def _shown(entry: Entry, mark: str, texts: list[str], raw: bytes, lang: Lang) -> Iterator[str]:
    """What a file holds: codes, text in the picture, words, and every address in them."""
    picture = f".{entry.kind}" in PICTURES
    yield f"{mark} {visible(entry.path)}  {entry.digest[:12]}"
    yield from (_CODE[lang].format(visible(code)) for code in entry.codes)
    if picture and not ocr.available():
        yield _TEXT[lang].format(_UNREAD[lang])
    words = " ".join((entry.text if picture else " ".join(texts)).split())
    if words:
        yield _TEXT[lang].format(visible(words[:_SHOWN]))
    findings = list(check_bytes(entry.path, raw, Truth()))
    found = {f.canonical for f in findings if f.rule == hc101.CODE and f.kind != "qr"}
    found |= {seen.hit.canonical for seen in scan(entry.text, path="x.txt")}
    if found:
        yield _ADDRESSES[lang].format(visible(", ".join(sorted(found))[:_SHOWN]))
    for reason in (f.found for f in findings if f.rule == hc131.CODE):
        yield _TROUBLE[lang].format(visible(in_words(reason)[lang]))


def _git_name(root: Path) -> str:
    """The name in git's configuration; empty when there is none."""
    asked = subprocess.run(
        ["git", "config", "user.name"], cwd=root, capture_output=True, text=True, check=False
    )
    return " ".join(asked.stdout.split())
