"""Judges one source: its content, its form, and what it shows together with other files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from types import MappingProxyType

from helpcenter.data.lines import LineIndex
from helpcenter.guard.detectors.namesakes import NAMES
from helpcenter.guard.gates.carriers import refused, with_holes
from helpcenter.guard.gates.holdings import check_contents, judged_held
from helpcenter.guard.gates.python_source import readable
from helpcenter.guard.judging.judge import judge
from helpcenter.guard.judging.kinds import TEMPLATES, Unreadable, guessed_text, opened, text_of
from helpcenter.guard.judging.scan import scan
from helpcenter.guard.markup import rendering
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.effort import MAX_BYTES, MAX_CHARACTERS
from helpcenter.guard.matching.number_shapes import with_numbers
from helpcenter.guard.matching.spans import Spans
from helpcenter.guard.numbers import far_parts
from helpcenter.guard.programs.related_files import CODE, STYLES, TWIN
from helpcenter.guard.programs.rewriting import OURS
from helpcenter.guard.programs.template_runs import BESIDE
from helpcenter.guard.records.truth import Truth
from helpcenter.guard.rules import hc110, hc120, hc131
from helpcenter.guard.rules.base import Mark
from helpcenter.model import Finding

IMPOSTORS = "docs/_data/impostors.yml"
_MARK = re.compile(r"(?<![\w\[.-])data-contact\s{0,8}=\s{0,8}(?P<value>[\"']?[^\s\"'>}]{0,80})")


_TELLING = re.compile(r"@|\d{3}[-_./ ]{0,2}\d{3,4}[-_./ ]{0,2}\d{4}")
"""What the name of a file that holds an address has."""


def check_bytes(
    path: str, raw: bytes, truth: Truth, more: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Finding]:
    """Findings in one source that was read already.

    Args:
        path: relative to the root.
        raw: its bytes.
        truth: the addresses that are ours.
        more: texts of other files that are read together with it, by name (see `related_files`).
    """
    if len(raw) > MAX_BYTES:
        yield hc131.check(path, f"{len(raw):,} bytes")
        return
    yield from check_contents(path, raw, truth)
    yield from _named(path, truth)
    codes = {text for name, text in more.items() if name.startswith(CODE)}
    yield from judged_held(path, sorted(codes), (), truth)
    try:
        text = text_of(path, raw)
    except Unreadable as error:
        if not path.endswith((".md", ".yml")):  # those are reported where they are read
            yield hc120.check(path, str(error), error.at)
        text = guessed_text(raw)
    if text is None:
        return
    if len(text) > MAX_CHARACTERS:
        yield hc131.check(path, f"{len(text):,} characters")
        return
    yield from _check_text(path, text, truth, more)


def _check_text(path: str, text: str, truth: Truth, more: Mapping[str, str]) -> Iterator[Finding]:
    plain, code = opened(path, text)
    file = replace(plain, declared=lambda offset, spot: path == IMPOSTORS)
    shown = readable(path, text) if path.endswith(".py") else text
    with bounds.watched() as met, _together_with(more, truth):
        seen = scan(shown, code, path)
        carried = list(refused(path, text))
    yield from hc131.met(path, met)
    yield from judge(file, seen, truth)
    if twin := more.get(TWIN):
        yield from judged_held(path, (), _halves(text, twin), truth)
    yield from _marks(path, text, code)
    yield from carried
    yield from with_holes(path, shown, code)


def _named(path: str, truth: Truth) -> Iterator[Finding]:
    """Numbers, mailboxes and accounts in the names of a file and of its folders."""
    if _TELLING.search(path):
        names = path.rpartition(".")[0].replace("_", " ").split("/")
        found = judged_held(path, (), ["\n".join(with_numbers(names))], truth)
        yield from (finding for finding in found if finding.kind in ("phone", "email", "messenger"))


def _halves(text: str, twin: str) -> Iterator[str]:
    """Numbers of which an article tells a part, and the other language the rest."""
    for first, second in ((text, twin), (twin, text)):
        for start, end, told in far_parts.told(f"{first}\n\n{second}"):
            if start < len(first) < end:
                yield told


@contextmanager
def _together_with(more: Mapping[str, str], truth: Truth) -> Iterator[None]:
    """Let the readers of one source know the other files and the addresses of ours."""
    tokens = BESIDE.set(more), OURS.set(truth.written), NAMES.set(truth.names)
    styles = rendering.STYLES.set(more.get(STYLES, ""))
    try:
        yield
    finally:
        BESIDE.reset(tokens[0])
        OURS.reset(tokens[1])
        NAMES.reset(tokens[2])
        rendering.STYLES.reset(styles)


def _marks(path: str, text: str, code: Spans) -> Iterator[Finding]:
    """Forged marks; templates may write one whose value is an expression."""
    if not path.endswith((".md", ".html", ".yml")) or "data-contact" not in text:
        return
    lines = LineIndex(text)
    for match in _MARK.finditer(text):
        value = match["value"].strip("\"'")
        template = path.startswith(TEMPLATES) and value.startswith("{{")
        if not template and not code.holds(match.start()):
            yield hc110.check(Mark(path, lines.at(match.start()), value))
