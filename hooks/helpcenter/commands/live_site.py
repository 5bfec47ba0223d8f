"""A live site as the guard wants it: read, laid out as files, every event a finding."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from helpcenter.guard.gates.built import audit_text
from helpcenter.guard.gates.inventory import Row, audited
from helpcenter.guard.judging.kinds import Unreadable, decoded
from helpcenter.guard.records.truth import Truth
from helpcenter.guard.rules import hc120, hc150, hc151, hc152
from helpcenter.live.crawl import Capture, Crawler, Event
from helpcenter.live.fetch import Limits
from helpcenter.live.place import Place
from helpcenter.live.visitors import Visitor
from helpcenter.model import Finding, Lang, Text

_PROGRESS = Text("已读 {asked} 个地址，{size:.1f} MB", "{asked} addresses read, {size:.1f} MB")
_EVERY = 20
UNASKED = frozenset({"404.html", "sitemap.xml.gz"})
"""Names of files, in any folder, that no page links to: a server shows them in its own way, or not
at all, and says nothing in a packed copy that the file itself does not say."""


def read(place: Place, limits: Limits, lang: Lang, *, allow_private: bool) -> Capture:
    """Everything that the site at `place` shows; progress goes to standard error.

    Raises:
        RefusedHost: the host is unknown or leads to a private machine.
    """

    def tell(capture: Capture) -> None:
        if capture.asked % _EVERY == 0 or capture.asked == 1:
            size = capture.size / 1e6
            click.echo(_PROGRESS[lang].format(asked=capture.asked, size=size), err=True)

    return Crawler(place, limits, allow_private=allow_private, progress=tell).run()


def judged(
    capture: Capture, truth: Truth, cleared: frozenset[str]
) -> tuple[list[Finding], list[Row]]:
    """The findings of a capture, and its inventory."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, raw in capture.files.items():
            file = _free(root, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(raw)
        findings, rows = audited(root, truth, cleared)
    known = {finding.id for finding in findings}
    findings += [f for f in _variants(capture, truth) if f.id not in known]
    return findings + list(_events(capture.events, truth)), rows


def _free(root: Path, name: str) -> Path:
    """Where a file may be written, although `a` may be a page and a folder."""
    path = root
    for step in Path(name).parts[:-1]:
        path = path / step
        if path.is_file():
            path = path.with_name(f"{path.name}~")
    path = path / Path(name).name
    return path.with_name(f"{path.name}~") if path.is_dir() else path


def _variants(capture: Capture, truth: Truth) -> Iterator[Finding]:
    """What was found only in what other visitors were shown."""
    for name, visitor, raw in capture.variants:
        try:
            found = audit_text(name, decoded(raw), truth)
        except Unreadable as error:
            found = [hc120.check(name, str(error), error.at)]
        yield from (_shown_to(visitor, finding) for finding in found)


def _shown_to(visitor: Visitor, finding: Finding) -> Finding:
    message = Text(
        f"（{visitor.name.zh}看到）{finding.message.zh}",
        f"(shown to: {visitor.name.en}) {finding.message.en}",
    )
    return replace(finding, message=message)


def _events(events: list[Event], truth: Truth) -> Iterator[Finding]:
    told: dict[str, Finding] = {}
    for event in events:
        if event.kind == "redirect":
            finding = hc150.check(event.path, event.found, event.message, truth)
        elif event.kind == "cloaked":
            finding = hc151.check(event.path, event.found, event.message)
        else:
            finding = hc152.check(event.path, event.message)
        told.setdefault(finding.id, finding)
    yield from told.values()
