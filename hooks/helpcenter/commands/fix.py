"""`helpcenter fix`: fixes what can be fixed safely, after showing it. It never stamps."""

from __future__ import annotations

import codecs
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from difflib import unified_diff
from pathlib import Path

import click

from helpcenter.bilingual.addresses import FILE, listed, page_addresses
from helpcenter.bilingual.ordering import in_order, with_ids
from helpcenter.bilingual.urls import counterpart, language
from helpcenter.bilingual.writing import spaces, typography
from helpcenter.commands.check import concerns, within
from helpcenter.commands.options import CLEAN, FOUND, Settings, colourful, shared, today
from helpcenter.commands.pages import need_docs
from helpcenter.commands.progress import watched
from helpcenter.commands.spoken import Spoken
from helpcenter.data.articles import split_front_matter
from helpcenter.data.edit import replace_file
from helpcenter.data.lines import LineIndex
from helpcenter.data.markdown_source import code_ranges, headings
from helpcenter.data.records import Records
from helpcenter.data.sources import DOCS, read, walk
from helpcenter.guard.gates import letters
from helpcenter.guard.gates.source import check_bytes
from helpcenter.guard.matching.spans import Spans, merged
from helpcenter.guard.records.truth import Truth
from helpcenter.model import Finding, Lang, Severity, Text
from helpcenter.report.text import DIM, GREEN, RED, painted, render, visible
from helpcenter.source_rules import source_findings

_EPILOG = """Example / 例：

  helpcenter fix --dry-run

  helpcenter fix docs/fees
"""
_REFERENCE = re.compile(r"\{\{ contact\(\"[a-z0-9_-]+\"\) \}\}")
_MARK = "\ufeff"
_Texts = Mapping[str, str]
"""Contents by path below docs/."""
Judge = Callable[[str, bytes], Iterable[Finding]]
"""What the guard finds in a source: its path below the root, and its bytes."""
_NOTHING = Text("没有能自动改的地方。", "Nothing to fix.")
_UNASKED = Text(
    "什么都没有写入：这里没有终端可以询问，要写入请加 --yes。",
    "Nothing was written: there is no terminal to ask at; add --yes to write.",
)
_ADDRESSES = FILE.removeprefix(f"{DOCS}/")
_BEFORE = r"(?<![\w.+@(<:\"'/-])"
_BEHIND = r"(?![\w@+/-]|[.:]\w)"
"""What must not touch a typed address; longer ones, links and attributes are left to the writer."""
_FIRM = re.compile(
    r"<[a-zA-Z/!][^<>]*>|\[[^\[\]\n]*\](?=[(\[])|^[ \t]*(?:!!!|\?\?\?).*$", re.MULTILINE
)
"""Tags, link texts and titles of admonitions, which cannot hold a reference."""


@click.command("fix", cls=Spoken, epilog=_EPILOG)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only show the changes / 只显示改动.")
@click.option("--yes", is_flag=True, help="Do not ask / 不询问.")
@shared
@click.pass_context
def command(context: click.Context, paths: tuple[Path, ...], dry_run: bool, yes: bool) -> None:
    """Fix ids, order, typography, odd letters and typed addresses / 自动改好能放心改的地方.

    The changes are shown first. At a terminal you are asked before anything is written; elsewhere
    only --yes writes / 先显示改动；在终端里会问过您才写入，不在终端里只有加上 --yes 才写入。
    """
    settings: Settings = context.obj
    need_docs(context)
    root, chosen = settings.root, [within(context, path) for path in paths]
    texts = {path: read(root, path)[0] or "" for path in walk(root)[0] if path.endswith(".md")}
    before = {path: _mark(root, path) + text for path, text in texts.items()}
    progress = watched(settings.lang)
    records, findings = source_findings(root, today(), progress=progress)
    truth = Truth.from_records(records) if records else Truth()
    after = mended(texts, findings, lambda path, raw: check_bytes(path, raw, truth))
    if records and not chosen:
        before[_ADDRESSES], after[_ADDRESSES] = _addresses(root, records, texts)
    changed = [p for p in after if after[p] != before[p] and concerns(f"{DOCS}/{p}", chosen)]
    _show(changed, before, after, settings.lang)
    if dry_run or (changed and not yes and not _agreed(settings.lang)):
        context.exit(FOUND if changed else CLEAN)
    if changed:
        _write(root, changed, after, settings.lang)
        findings = source_findings(root, today(), progress=progress)[1]
    left = [f for f in findings if concerns(f.path, chosen) and f.severity is Severity.ERROR]
    if left:
        click.echo(render(left, settings.lang, colourful()), nl=False)
    context.exit(FOUND if left else CLEAN)


def _show(changed: list[str], before: _Texts, after: _Texts, lang: Lang) -> None:
    for path in changed:
        shown = difference(f"{DOCS}/{path}", before[path], after[path])
        click.echo(_painted(shown) if colourful() else shown, nl=False)
    if not changed:
        click.echo(_NOTHING[lang])


def _write(root: Path, changed: list[str], after: _Texts, lang: Lang) -> None:
    for path in changed:
        replace_file(root / DOCS / path, after[path])
        click.echo(f"{DOCS}/{path}")
    plural = "s" * (len(changed) != 1)
    done = Text(f"改好 {len(changed)} 个文件。", f"Fixed {len(changed)} file{plural}.")
    click.echo(done[lang])


def _mark(root: Path, path: str) -> str:
    """The byte order mark of a page that has one, so that its removal is shown."""
    file = root / DOCS / path
    with suppress(OSError), file.open("rb") as content:
        return _MARK if content.read(3) == codecs.BOM_UTF8 else ""
    return ""


def difference(path: str, before: str, after: str) -> str:
    """What changes in a file, as a unified diff; unseen characters are shown by number."""
    lines = unified_diff(
        before.splitlines(), after.splitlines(), f"a/{path}", f"b/{path}", lineterm="", n=1
    )
    return "".join(f"{visible(line)}\n" for line in lines)


def _painted(diff: str) -> str:
    shades = {"-": RED, "+": GREEN, "@": DIM}
    lines = diff.splitlines()
    return "".join(
        f"{painted(line, shades[line[0]]) if line[:1] in shades else line}\n" for line in lines
    )


def _agreed(lang: Lang) -> bool:
    """Whether a person agrees; without a terminal nobody can be asked, and nothing is written."""
    if not sys.stdin.isatty():
        click.echo(_UNASKED[lang], err=True)
        return False
    return click.confirm(Text("写入这些改动？", "Write these changes?")[lang])


def _addresses(root: Path, records: Records, pages: Iterable[str]) -> tuple[str, str]:
    """The list of published addresses as it is, and with those of new pages."""
    text = (root / FILE).read_bytes().decode()
    chinese = [path for path in pages if language(path) == "zh"]
    return text, listed(text, records.addresses, page_addresses(chinese))


def mended(texts: Mapping[str, str], findings: list[Finding], judge: Judge) -> dict[str, str]:
    """All pages with their fixes; `findings` say where registered addresses are typed by hand."""
    typed = {finding.path for finding in findings if finding.rule == "HC102"}
    pages = {
        path: _referring(f"{DOCS}/{path}", text, judge) if f"{DOCS}/{path}" in typed else text
        for path, text in texts.items()
    }
    pages = {path: spaces.mend(plain_letters(text)) for path, text in pages.items()}
    for path, text in pages.items():
        if language(path) == "zh":
            pages[path] = typography.mend(text)
    for path, text in list(pages.items()):
        if language(path) == "zh" and counterpart(path) in pages:
            pair = _pair(text, pages[counterpart(path)])
            pages[path], pages[counterpart(path)] = pair
        elif language(path) == "zh":
            pages[path] = _body(text, with_ids(_split(text), []))
    return pages


def _pair(chinese: str, english: str) -> tuple[str, str]:
    zh, en = _split(chinese), _split(english)
    zh = with_ids(zh, [heading.id for heading in headings(en)])
    en = with_ids(en, [heading.id for heading in headings(zh)])
    return _body(chinese, zh), _body(english, in_order(en, zh))


def plain_letters(text: str) -> str:
    """The text without invisible characters, styled letters written plainly outside code."""
    if text.isascii():
        return text
    code = Spans(code_ranges(text))
    styled = [span for span in letters.styled(text) if not code.holds(span[0])]
    for start, end in reversed(merged([*styled, *letters.invisible(text)])):
        text = text[:start] + letters.plain(text[start:end]) + text[end:]
    return text


def _split(text: str) -> str:
    return split_front_matter(text)[1]


def _body(text: str, body: str) -> str:
    return text[: split_front_matter(text)[2]] + body


def _referring(path: str, text: str, judge: Judge) -> str:
    """Replaces every registered address typed in running text by a reference."""
    for finding in judge(path, text.encode()):
        reference = _REFERENCE.search(finding.suggestion.en) if finding.rule == "HC102" else None
        if reference and (after := _referred(text, finding.found, reference[0])) != text:
            return _referring(path, after, judge)
    return text


def _referred(text: str, typed: str, reference: str) -> str:
    """The text with every address typed so, outside code and what holds no references."""
    start = split_front_matter(text)[2]
    titles = {heading.position.line for heading in headings(text, start)}
    lines, firm = LineIndex(text), [match.span() for match in _FIRM.finditer(text, start)]
    closed = Spans(merged([(0, start), *code_ranges(text, start), *firm]))

    def mend(match: re.Match[str]) -> str:
        at = match.start()
        kept = closed.holds(at) or lines.at(at).line in titles
        return match[0] if kept else reference

    return re.sub(f"{_BEFORE}{re.escape(typed)}{_BEHIND}", mend, text, flags=re.ASCII)
